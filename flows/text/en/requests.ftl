### Requests besides registrations: correcting an active account's data, a lost phone number. English.

button-stop-replacement = Not me, stop it

menu-correction = Correct my data

## Repair: which of the two

# $number
repair-which =
    What would you like to put right? Registration { $number } is not finished either.
repair-which-registration = That registration
repair-which-account = My account data

## Correction of an account's data

correction-title = data correction
correction-logged-out = To correct your account's data, please log in first. Then type REPAIR again. Cannot log in? Contact an officer.
# $number, $promised
correction-open =
    Your data correction *{ $number }* is still being checked, until { $promised } at the latest.
    After that you can ask for the next one. Type STATUS at any time.
correction-datum =
    Which of your data are wrong? Choose one, or just type it, for example: address.
    A NIK never changes. If the NIK on your KTP is wrong, please come to the office.
correction-datum-label = To be corrected
correction-address = Address (province to village)
correction-photo = Please send a clear photo of your original KTP as proof. An officer compares it with your new answer.
correction-photo-if-any = Do you have a photo of your KTP as proof? Send it if so. If not, choose Skip.
correction-same = That is exactly what is registered already. Type what is right, or type BACK to choose something else.
correction-nothing = (empty)
# $before, $after
correction-change = { $before } → { $after }
correction-review = *Please check once more.* Your old data are hidden in part; the new ones stand to the right of the arrow.
# $outcome, $number, $promised
correction-done =
    { $outcome ->
        [submitted]
            { "*" }Your request has been sent.*
            Its number: *{ $number }*

            An officer checks it by { $promised }. Until then your old data stay in use.
            We send the answer to this chat. Type STATUS at any time.
        [open] Your data correction *{ $number }* is still being checked, until { $promised } at the latest. Type STATUS to see it.
        [unchanged] Your new answer is what is registered already, so there is nothing to correct. Something else? Type REPAIR.
       *[logged-out] Your login has ended. Please log in, then type REPAIR again.
    }
# $number
correction-approved-text =
    { "*" }Your data have been corrected.* Request number: { $number }
    Was it not you who asked? Type OFFICER at once.
# $number, $why
correction-rejected-text =
    { "*" }Data correction { $number } was not approved.* Your old data stay in use.
    { $why }

    You can ask again: choose Try again.
mail-corrected-subject = Your account's data were corrected
# $number, $agency, $office, $email
mail-corrected-text =
    Hello,

    The data of your { $agency } account were corrected by request { $number }.
    If it was not you who asked, please contact us at once: { $email }

    { $office }

## Lost phone number

lost-phone-title = replacing a lost phone number
lost-phone-own-chat = This chat is connected to an account already, so the phone number is changed in the usual way: log in, then choose Change phone number. For somebody else's account, write from the phone with the new number.
lost-phone-too-many = Several requests have been sent from this chat today. Try again tomorrow, or contact an officer.
# $agency
lost-phone-intro =
    Is your old phone number lost or no longer active? Let us connect your { $agency } account to this chat.
    Have your KTP and family card ready. Your answers and photo are used only by the officer who makes sure that it is you.
lost-phone-nik =
    What is your NIK? Type 16 digits.
    Example: 9801 0141 0190 0001
lost-phone-nik-label = NIK
lost-phone-name =
    What is your full name, exactly as on your KTP?
    Example: Budi Santoso
lost-phone-name-label = Full name
lost-phone-kk =
    What is the number of your family card (KK)? Type 16 digits.
    Example: 9801 0101 0120 0005
lost-phone-kk-label = KK number
lost-phone-phone =
    What is your new phone number? We connect it to your account.
    Example: 0812 0000 0001
lost-phone-phone-label = New phone number
lost-phone-photo = Last, send a photo of your original KTP: bright, sharp, with all four corners.
lost-phone-photo-label = Photo of KTP
lost-phone-review = *Please check once more.* These are your answers:
# $sum
lost-phone-sum =
    One small sum, to be sure that you are not a machine.
    { $sum }
# $outcome, $number, $promised
lost-phone-done =
    { $outcome ->
        [submitted]
            { "*" }We have received your request.*
            Its number: *{ $number }*

            If your answers fit an account, an officer checks them and may call your new number. We also tell the account's old number.
            We send the answer to this chat by { $promised } at the latest. Type STATUS at any time.
        [open] Request *{ $number }* from this chat is still being checked. We send the answer by { $promised } at the latest.
        [too-many] { lost-phone-too-many }
       *[own-chat] { lost-phone-own-chat }
    }
# $number, $agency
phone-approved-text =
    { "*" }Your phone number has been replaced.* Request number: { $number }
    From now on your { $agency } account is connected to this chat, and no longer to the old one.
    Please log in. To be safe, change your password too: choose Forgot password.
# $number, $address
phone-refused-text =
    We could not grant your request *{ $number }* to replace a phone number.
    Usually the answers differ from KTP and family card, the photo cannot be read, or there is no account with that NIK.
    You can try again, register by typing REGISTER, or come with your original KTP to { $address }
# $agency
phone-claimed-text =
    { "*" }Somebody asks to replace the phone number of your { $agency } account.*
    If it was you, ignore this message.
    It was not you? Press the button below or reply NOT ME. We stop the request at once.
mail-phone-claimed-subject = Request to replace your phone number
# $agency, $office, $email
mail-phone-claimed-text =
    Hello,

    Somebody asks to replace the phone number of your { $agency } account. If it was you, ignore this e-mail.
    It was not you? Type NOT ME in your chat with us, or contact { $email } at once.

    { $office }

stop-replacement-title = stopping a request
stop-replacement-stopped = *We have stopped that request.* Your phone number is not replaced, and the officers have been told. If you are worried, contact an officer.
stop-replacement-nothing = There is no request to replace a number for this chat at the moment, so there is nothing to stop. Is something else strange? Contact an officer.

## Status

# $list
status-requests = { $list }
# $kind, $number, $status, $submitted, $promised
request-status =
    { $kind ->
        [correction] Data correction
       *[phone] Replacing a lost phone number
    } *{ $number }*
    Status: *{ $status ->
        [submitted] being checked, until { $promised } at the latest
        [approved] approved
        [withdrawn] stopped
       *[rejected] not approved
    }*
    Sent: { $submitted }

## For officers

# $kind
case-kind =
    { $kind ->
        [correction] Data correction
        [phone] Lost phone number
       *[registration] Registration
    }
# $label, $before, $after
card-change = { $label }: { $before } → *{ $after }*
# $label, $value, $same (yes or no)
card-match =
    { $label }: *{ $value }* { $same ->
        [yes] ✓ same as registered
       *[no] ✗ differs from what is registered
    }
flag-other-report = There is another request about the same account. Make sure which one is its owner.
flag-contested = The account's owner says that this is NOT them. Can only be rejected.
# $what, $number
return-only-registrations = { $what } { $number } cannot be sent back. Approve it, or reject it with a reason; the applicant can ask again.
# $number
task-contested-text = ⚠ *{ $number }*: the account's owner replied NOT ME. This request can only be rejected.
