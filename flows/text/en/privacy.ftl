### One's own data (UU 27/2022): a copy, erasure, withdrawal of consent, and how to tell that this counter is genuine.

## Buttons (at most 24 characters)

button-by-number = Use registration number
button-my-data = My data
button-erase-account = Delete my account
button-keep-account = Cancel deletion
button-withdraw-consent = Withdraw consent
menu-privacy = My personal data

## Who asks

own-data-login-first =
    We give personal data to their owner only. Please log in first, then ask again.
    Never registered from this chat? Then there are no registration data from here.
own-data-prove = There is no account to log in to yet. To be sure that it is you, we ask two things: the registration number and the NIK.
# $count (number), $numbers
own-data-open-cases = What officers are still checking ({ $numbers }) will be stopped.

prove-registration-title = check of the registration number
prove-registration-number =
    What is your registration number?
    Example: REG-2611-7K3F9Q
prove-registration-number-help = It is in the message that we sent to this chat after you registered. Cannot find it? Type STATUS.
prove-registration-nik =
    Which NIK was registered with that number? Type 16 digits.
    Example: 9801 0141 0190 0001
prove-registration-wrong = That registration number and NIK do not fit a registration from this chat. Check both, then ask once more. Do you have an account? Type LOGIN.

## DATA SAYA

my-data-title = copy of your data
my-data-working = We are collecting all your data. One moment…
my-data-enough = You have asked for three copies within the last day. Try again tomorrow, or contact an officer.
my-data-logged-out = Your login is over. Log in again, then type MY DATA.
my-data-trouble = Sorry, your copy could not be made because our system has a problem. Type MY DATA again later, or contact an officer.
my-data-page = The copy of your data, with the photos of your documents in it. Open it with the browser of your phone.
my-data-json = The same for machines (JSON). You may ignore it.
my-data-done =
    That is everything we keep about you. Keep it safe: your complete NIK is in it. Do not pass it on to anybody.

    Is anything wrong? Type REPAIR. You do not want the data kept any longer? Type DELETE MY ACCOUNT.

## The copy itself

# $agency
data-copy-title = Your data at { $agency }
# $office, $made (date and time)
data-copy-about = A copy of all your personal data that { $office } keeps in this service, made { $made }. Your password is not in it: we keep only its fingerprint, which nobody can read.
data-copy-careful = This page holds complete personal data. Give it to nobody. The office never asks for it back.
data-copy-only-here = This copy holds only what was sent from the chat that asked, because that chat is not bound to you yet.
data-copy-identity = Identity
data-copy-chats = Connected chats
data-copy-account = Account
data-copy-cases = Registrations and requests
data-copy-documents = Documents
data-copy-consents = Consent
data-copy-mandates = Group rights
data-copy-talks = Talks with officers
data-copy-sessions = Logins
data-copy-seen = Who saw or worked on your data
data-copy-rights = Your rights
# $email, $address
data-copy-rights-text = In the chat: type REPAIR to correct data, DELETE MY ACCOUNT to have everything erased, WITHDRAW CONSENT to stop the processing. Or contact { $email }, { $address }.
data-copy-nik = NIK
data-copy-name = Name
data-copy-since = Kept since
data-copy-channel = Channel
data-copy-phone = Phone number
data-copy-proven = Number proven
data-copy-status = Status
data-copy-activated = Activated
data-copy-password = Password
data-copy-password-kept = Yes (only its fingerprint, unreadable)
data-copy-erase = Will be erased
data-copy-kind = Kind
data-copy-submitted = Sent
data-copy-promised = Promised for
data-copy-decided = Decided
data-copy-reason = Reason
data-copy-note = The officer's note
data-copy-flag = Note for the check
# $event, $by
data-copy-event = { $event } – { $by }
data-copy-you = You
data-copy-officer = Officer
data-copy-for = For
data-copy-file-name = File name
data-copy-document-date = Date on the document
data-copy-remark = Remark
data-copy-sent = Sent
data-copy-size = Size
# $kilobytes (number)
data-copy-kilobytes = { $kilobytes } KB
data-copy-no-picture = The photo is not on this page. Ask an officer for it: type OFFICER.
data-copy-version = Version of the text
data-copy-given = Given
data-copy-reply = Your answer
data-copy-withdrawn = Withdrawn
data-copy-group = Group
data-copy-ends = Valid until
data-copy-revoked = Taken back
# $by, $at (date and time)
data-copy-said = { $by }, { $at }
# $until (date and time)
data-copy-until = until { $until }
data-copy-account-pending = Waiting for approval
data-copy-account-approved = Approved, not activated yet
data-copy-account-active = Active
data-copy-account-closed = Closed because consent was withdrawn
data-copy-case-registration = Account registration
data-copy-case-correction = Correction of data
data-copy-case-phone = Replacement of a phone number
data-copy-is-submitted = Sent
data-copy-is-approved = Approved
data-copy-is-rejected = Not approved
data-copy-is-repair = Sent back to be put right
data-copy-is-withdrawn = Withdrawn by the applicant
data-copy-event-activated = Account activated
data-copy-event-replaced = Replaced by a corrected one
data-copy-seen-viewed = Viewed
data-copy-seen-claimed = Began to check
data-copy-seen-released = Looked without deciding
data-copy-seen-decided = Decided
data-copy-seen-direct = Registered you at the counter
data-copy-seen-found = Looked up your NIK

## HAPUS AKUN

erase-account-title = deletion of the account
erase-account-login-first = To delete the account please log in first, so that nobody else can delete it. Then type DELETE MY ACCOUNT again. Cannot log in? Contact an officer.
erase-account-no-account = You have no account to be deleted yet. Only your registration is kept. To stop it and have it erased, choose Withdraw consent.
# $date
erase-account-coming = You have asked for the deletion. Your account and data will be erased on { $date }. Changed your mind? Choose "Cancel deletion" or type CANCEL DELETION.
# $days (number), $cases (text), $office
erase-account-sure =
    { "*" }Deleting the account*

    What is erased: your identity, answers, photos of documents, talks and logins in this service. Once erased it cannot be brought back. { $cases }

    What is not erased: case numbers and when they were decided, without name or NIK, because the office's work must stay verifiable. Your population records (KTP, KK) at { $office } are not kept in this service and do not change.

    When: in { $days } days. Until then you can still take it back.

    Go on with deleting the account?
erase-account-kept = All right, nothing is deleted.
erase-account-typed =
    So that nothing is deleted by accident: type the word DELETE.
    Changed your mind? Type CANCEL.
erase-account-not-typed = That is not the word DELETE. Type DELETE to go on, or CANCEL to stop.
erase-account-logged-out = Your login is over, so nothing is deleted yet. Log in again, then type DELETE MY ACCOUNT.
# $date
erase-account-done =
    We have noted your request. Your account and data will be erased on *{ $date }*.

    Until then you can still log in. Changed your mind? Choose "Cancel deletion" or type CANCEL DELETION. Want to keep a copy? Type MY DATA.

keep-account-title = cancelling the deletion
keep-account-kept = The deletion is cancelled. Your account and data stay as they were.
keep-account-nothing = No deletion is under way from this chat. Do you have another account? Log in first.
keep-account-withdrawn = You have withdrawn your consent, so the account cannot be opened again. Want to use this service again? Type REGISTER and consent anew at the beginning.

# $date
login-erasing = Your account will be erased on *{ $date }* because you asked for it. Changed your mind? Choose "Cancel deletion" or type CANCEL DELETION.

## CABUT PERSETUJUAN

consent-withdrawal-title = withdrawal of consent
# $about (text)
consent-withdrawal-none = { $about }
consent-withdrawal-never = No consent is on record, so there is nothing to withdraw.
# $since (date)
consent-withdrawal-already = You withdrew your consent on { $since }. We do not process your data any more.
# $since (date), $date
consent-withdrawal-erasing = You withdrew your consent on { $since }. We do not process your data any more, and they will be erased on { $date }. Want to use this service again? Type REGISTER.
consent-withdrawal-which = Which consent do you want to withdraw: only the selfie, or everything? If only the selfie, it is deleted right now and your registration goes on.
consent-withdrawal-only-selfie = Only the selfie
consent-withdrawal-everything = Everything
# $outcome
consent-withdrawal-selfie-done =
    { $outcome ->
        [gone] Your selfie is deleted, and your face is not compared any more. Your registration and account stay as they are. Officers who have received it are asked to delete it too.
       *[logged-out] Nothing is withdrawn yet: your login has run out. Log in again, then write WITHDRAW CONSENT.
    }
# $version, $date, $days (number), $cases (text)
consent-withdrawal-sure =
    { "*" }Withdrawing consent*

    What you consented to: processing of personal data for your account and registration, text version { $version }, on { $date }.

    If you withdraw it: we stop processing your data at once. { $cases } The account is closed, and in { $days } days all your data are erased. You can use the service again after registering anew.

    Withdraw consent now?
consent-withdrawal-kept = All right, your consent stands.
consent-withdrawal-logged-out = Nothing was withdrawn: your login is over. Log in again, then type WITHDRAW CONSENT.
# $date
consent-withdrawal-done =
    Your consent is withdrawn. From now on we do not process your data any more, and they will be erased on *{ $date }*.

    Want to use this service again? Type REGISTER at any time.

## What other chats and the mailbox are told

erasure-why-wish = Somebody asked from one of your chats to delete your account.
erasure-why-consent = Consent to process your data was withdrawn from one of your chats, so the account is closed.
# $why, $date
erasure-coming-text = { $why } Your account and data will be erased on *{ $date }*. It was not you? Contact an officer at once.
erasure-cancelled-text = The deletion of the account is cancelled. Your account and data are still there. It was not you? Type DELETE MY ACCOUNT after logging in.
# $agency, $office
erasure-done-text = Your account and data at { $agency } have been erased. This is our last message about that account. Thank you for using the service of { $office }. If you need it again one day, type REGISTER.

mail-erasure-coming-subject = Your account will be deleted
# $why, $date, $agency, $office
mail-erasure-coming-text =
    Hello,

    { $why }
    Your account and data at { $agency } will be erased on { $date }.

    Changed your mind? Type CANCEL DELETION in the chat. It was not you? Type OFFICER in the chat at once.

    { $office }
mail-erasure-cancelled-subject = The deletion is cancelled
# $agency, $office
mail-erasure-cancelled-text =
    Hello,

    The deletion of your account at { $agency } is cancelled. Your account and data are still there.

    { $office }
mail-erasure-done-subject = Your account has been deleted
# $agency, $office
mail-erasure-done-text =
    Hello,

    Your account and data at { $agency } have been erased, this e-mail address included. This is our last message.

    { $office }

# $number (to officers)
selfie-withdrawn-text = { "*" }{ $number }*: the applicant has withdrawn the permission for the selfie. Delete it from this chat and from your phone; the case goes on without it.
# $number
case-withdrawn-text = { "*" }{ $number }* was withdrawn by its applicant. The task is closed; nothing needs to be decided.

## Status

# $number, $submitted (date and time)
status-is-withdrawn =
    Registration *{ $number }*
    Status: *withdrawn at your request*
    Sent: { $submitted }
