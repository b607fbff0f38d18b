### Phone numbers and chats: changing the number, numbers that were somebody else's, several phones.

button-send-code = Send code
button-other-number = Another number
button-lost-phone = Ask an officer
button-not-me = Not me
menu-change-phone = Change phone number

## Changing the phone number

change-phone-title = change of phone number
change-phone-login-first = To change your phone number, please log in first. We then go on right here.
change-phone-phone =
    { "*" }Change of phone number.* What is your new phone number?
    Example: 0812-3456-7890
# $phone
change-phone-same = { $phone } is your account's phone number already. There is nothing to change.
change-phone-over = Your login has ended, so the phone number is not changed yet. Log in again and we go on.
# $phone
change-phone-send = New phone number: *{ $phone }*. We send a code of 6 digits to that number. Have that phone ready, then choose *Send code*.
change-phone-sending = One moment, we are sending the code…
change-phone-trouble = Sorry, the code was not sent because of trouble on our side. Your phone number has not changed. Please try again in a few minutes.
change-phone-too-many = A code was asked for several times already. To be safe, wait 30 minutes, then write CHANGE PHONE NUMBER again. Your phone number has not changed.
# $phone, $code, $minutes (number)
change-phone-unreachable =
    We cannot send a message to { $phone } from here. There is another way: from that new phone, send this message to our chat.

    { "*" }HP-{ $code }*

    It is valid for { $minutes } minutes; give it to nobody. Is this Telegram on the new number? Write CHANGE PHONE NUMBER again, then share your own contact.
# $phone
change-phone-code =
    The code was sent to { $phone }. Write its 6 digits here to save the new number.
    Example: 123456
# $left (number)
change-phone-wrong = That code does not match. Your phone number has not changed. Check it again; you can try { $left } more times.
change-phone-expired = That code is no longer valid: its time is over or it was wrong too often. Your phone number has not changed. Please ask for a new code.
# $phone
change-phone-saved = *The new phone number is saved.* From now on we send all news to { $phone }.
# $phone
change-phone-moved =
    { "*" }The new phone number is saved.* From now on we send all news to { $phone }.

    This chat has the old number, so it is no longer linked to your account and is logged out. Please go on from the new phone.

## A code that is typed on the new phone

claim-phone-phone = We need to make sure of this chat's number. Please share your own contact with the share-contact button (do not type it).
claim-phone-done = *The new phone number is saved.* From now on we send all news to this chat. To use the account, please log in.
claim-phone-wrong = That code is not valid for this chat's number. Check the code and the number, or ask for a new one with CHANGE PHONE NUMBER on the old phone.
claim-phone-typed = This chat's number is not proven yet, so the phone number was not changed. Try again: send the code once more, then share your own contact. An officer can help, too.

## A second chat

link-chat-title = linking of this chat
link-chat-login-first = To link this chat to your account, please log in first.
link-chat-done = Done, this chat is linked to your account. We send news to the chat that you used last, or the one that you choose in MY CHATS.
link-chat-already = This chat is linked to your account already.
link-chat-others = This chat is linked to another person's account, so we do not send your news here. If this phone or number was somebody else's before, choose "Not me".

## Not me

not-me-title = not me
not-me-sure =
    Was this number or phone used by somebody else before, and you are not that person? If so, we let go of this chat: that person's news no longer come here, and this chat begins anew for you.

    If it is you who changed the number, choose No, then write CHANGE PHONE NUMBER.
not-me-kept = All right, nothing has changed.
not-me-done = *Done.* This chat is no longer linked to anybody. Thank you for telling us. What can we do for you?

## Notices

# $agency, $code, $minutes (number)
phone-code-text =
    Code for *changing the phone number* of a { $agency } account: *{ $code }*
    Valid for { $minutes } minutes. Give it to nobody, not even to somebody who says they are an officer. You did not ask for it? Just ignore it.
phone-code-taken = Please note: this number receives another account's news at the moment. If the code is used, that account's news no longer come to this number.
# $agency
phone-changed-gone = The phone number of the { $agency } account that used this chat was changed. Its news no longer come here. It was not you? Choose Contact an officer right away.
# $agency
phone-changed-stays = The phone number of your { $agency } account was just changed. It was not you? Choose Contact an officer right away, then change your password.
# $agency
phone-linked-text = *This number is now the phone number of a { $agency } account.* We send that account's news to this chat. Not yours? Choose "Not me".
# $agency
number-taken-text = The phone number that you registered with { $agency } is now proven to be somebody else's, so we took it out of your account. Your data are shown to nobody. Log in, then write CHANGE PHONE NUMBER to set your present one.
# $agency
chat-released-text = One of your chats with { $agency } was let go, because its number or phone is used by somebody else. Your data are not shown to that person. If it still is your number, log in and write CHANGE PHONE NUMBER, or contact an officer.
# $agency
chat-linked-text = Another chat is now linked to your { $agency } account, because somebody logged in there with your password. It was not you? Contact an officer right away, then change your password.

mail-phone-changed-subject = Your account's phone number was changed
# $agency, $office
mail-phone-changed-text =
    Hello,

    The phone number of your { $agency } account was just changed. From now on its news go to the new number.

    If it was not you, contact an officer right away: write PETUGAS in our chat or come to the office.

    { $office }
mail-number-taken-subject = Your phone number needs an update
# $agency, $office
mail-number-taken-text =
    Hello,

    The phone number that you registered with { $agency } is now proven to be somebody else's, so we took it out of your account. Your data are shown to nobody.

    To set your present number, log in to our chat and write CHANGE PHONE NUMBER. Difficult? Write PETUGAS.

    { $office }
mail-chat-released-subject = One of your chats was let go
# $agency, $office
mail-chat-released-text =
    Hello,

    One of your chats with { $agency } was let go, because its user said that they are not you, or its number is proven to be somebody else's. Your data are not shown to that person.

    If it still is your number, log in to our chat and write CHANGE PHONE NUMBER. Difficult? Write PETUGAS.

    { $office }
mail-chat-linked-subject = Another chat is linked to your account
# $agency, $office
mail-chat-linked-text =
    Hello,

    Another chat is now linked to your { $agency } account, because somebody logged in there with your password.

    If it was not you, contact an officer right away: write PETUGAS in our chat, then change your password.

    { $office }

## Several people on one phone

button-other-registration = Check another
# $number, $whose
registration-of = { $number } in the name of { $whose }
# $number, $whose, $agency, $page (link), $hours (number)
registration-approved-other =
    { "*" }Good news! Registration { $number } in the name of { $whose } is approved.*

    This is the link to activate that person's { $agency } account:
    { $page }

    The link is valid for { $hours } hours and only for { $whose }, not for your own account. Please open it together with that person: their mother's name will be asked. The same link was sent to the registered e-mail.
# $whose
status-whose = In the name of: { $whose }
