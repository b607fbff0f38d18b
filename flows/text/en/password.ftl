### Passwords: forgotten, changed, the link to make a new one; and the login to a registration that was not approved.

## Menu

button-in-chat = In this chat
menu-change-password = Change password
applicant-tip-forgot = Cannot remember your password? Choose Forgot password.
applicant-tip-change = Tip: change your password if you also used it elsewhere, typed it on somebody else’s phone, or somebody may know it.

## Forgotten password

forgot-password-title = forgotten password
forgot-password-intro = *Forgot password.* That happens. Answer three questions and a small sum, and we send a link to make a new password.
forgot-password-nik =
    What is your NIK? Write 16 digits.
    Example: 9801 0141 0190 0001
forgot-password-name =
    What is your full name, as you registered it?
    Example: Siti Aminah
forgot-password-phone =
    Which mobile number did you register?
    Example: 0812-3456-7890
# $sum
forgot-password-sum =
    Last, a small sum. Then we get to work at once.
    { $sum }
# $minutes (number)
forgot-password-locked =
    For safety this is closed for { $minutes } minutes, because it was asked for too often. Try again later, or contact an officer.
    A link that we have sent already stays usable until its time is over.
# $minutes (number), $contact (text), $hours (text)
forgot-password-sent =
    { "*" }Thank you, we are on it.*
    If these data fit, we send a link to make a new password to the registered chat and e-mail. The link is good for { $minutes } minutes.

    Nothing there after 5 minutes? First look at your e-mail and at the chat of the registered number. Then try again: something may differ from what you registered. You do not use that number any more? Write OFFICER.

    { $contact }
    Opening hours:
    { $hours }

## The link, and the same way in the chat

reset-title = new password
# $agency, $minutes (number), $page (link)
reset-link-text =
    { "*" }Make a new password*
    Somebody asked for a new password for your { $agency } account. Open this link and have your family card number ready:
    { $page }

    The link is good for { $minutes } minutes, works once, and is for you alone. Do not forward it to anyone. You cannot tap it? Choose "In this chat".

    It was not you? Just ignore this: your old password stays as it is.
reset-none = In this chat there is no link for a new password that still works. It may have been used, its time may be over, or it was sent to another chat. Ask for a new one by choosing Forgot password.
reset-kk =
    { "*" }A new password in this chat.* What is the family card (KK) number that you registered? Write 16 digits.
    Example: 9801 0101 0115 0001
    If your message can still be seen in this chat afterwards, delete it from your phone too.
reset-kk-help = The KK number is at the top of the family card. What counts is the number that you wrote when you registered. Your card has a new number? Write OFFICER.
reset-wrong = That KK number does not fit the registered one yet. Please look at your family card again.
reset-locked = The KK number did not fit several times, so we locked this link to protect your account. Ask for a new link in a while, or contact an officer.
reset-late = The time to make a new password is over, or the password has been changed already. If you still need to, ask for a new link by choosing Forgot password.
reset-password =
    That fits. Now write a new password of at least 8 characters; spaces are fine.
    A good example: a few words that only you remember.
reset-password-again = Write the new password once more, exactly the same.
reset-saving = One moment, we are saving your new password…
reset-trouble = Sorry, the new password was not saved because of trouble on our side. Your old password still works. Ask for a new link in a few minutes.
reset-done =
    { "*" }Your password has been changed.* We ended every earlier login.
    Please log in with the new password.

## Changing the password

change-password-title = change of password
change-password-login-first = To change your password, please log in first. Then we come straight back here.
change-password-old = { "*" }Change password.* What is your old password?
change-password-old-label = Old password
change-password-checking = One moment, we are checking…
change-password-wrong = The old password does not fit yet. Please try again. Cannot remember it? Choose Forgot password.
# $minutes (number)
change-password-locked = For safety, changing the password is closed for { $minutes } minutes because of too many tries. Cannot remember the old password? Choose Forgot password.
change-password-new =
    Write a new password of at least 8 characters; spaces are fine. It must differ from the old one.
    A good example: a few words that only you remember.
change-password-new-label = New password
change-password-new-again = Write the new password once more, exactly the same.
change-password-new-again-label = New password again
change-password-same = The new password is the same as the old one. Choose another, for example three words that only you know.
change-password-over = Your login is over, so the password was not changed. Log in first, then we do it again.
change-password-trouble = Sorry, the password could not be changed because of trouble on our side. Your old password still works. Try again in a few minutes, or contact an officer.
change-password-done =
    { "*" }Your password has been changed.* We ended every login, on other phones too.
    Please log in again with the new password.

## Notices

# $agency, $when (date and time)
password-changed-text =
    { "*" }The password of your { $agency } account was changed* on { $when }. Every earlier login is over.

    If it was you, please log in with the new password.
    If it was not you: choose Forgot password now to make another one, then contact an officer.
mail-reset-link-subject = Make a new password
# $agency, $office, $minutes (number), $page (link)
mail-reset-link-text =
    Hello,

    Somebody asked for a new password for your { $agency } account. Open this link and have your family card number ready:
    { $page }

    The link is good for { $minutes } minutes, works only once, and must not be given to anyone.
    If it was not you, ignore this e-mail. Your old password stays as it is.

    { $office }
mail-password-changed-subject = Your password was changed
# $agency, $office, $when (date and time)
mail-password-changed-text =
    Hello,

    The password of your { $agency } account was changed on { $when }. Every earlier login is over.

    If it was you, there is nothing to do.
    If it was not you, write FORGOT PASSWORD in the { $agency } chat at once, then OFFICER.

    { $office }

## The page behind the link

page-reset-title = New password of your { $agency } account
page-reset-intro = Write your family card number, then the new password. This link is not for you? Just close this page.
page-reset-kk-label = Family card (KK) number
page-reset-kk-hint = 16 digits, as you registered it. Example: 9801 0101 0115 0001
page-reset-button = Change password
page-reset-wrong =
    The KK number does not fit the registered one yet. Look at your family card again, then write the password again too.
    Tries left: { $left }.
page-reset-made-title = Your password has been changed
page-reset-made-text =
    The password of your { $agency } account has been changed, and every earlier login is over.
    Next step: open the { $agency } chat and write *login* to log in with the new password.
page-reset-expired-title = The password link is out of time
page-reset-expired-text =
    For safety a link works only for a short time. Your old password has not changed.
    Go back to the { $agency } chat and write *forgot password* to get a new link.
page-reset-used-title = The password link has been used
page-reset-used-text =
    This link has been used, or the password was changed in another way.
    If it was you: go back to the { $agency } chat and write *login*. Need to change it again? Write *forgot password*.
    If it was not you: write *forgot password* at once, then *officer*.
page-reset-locked-title = The password link is locked
page-reset-locked-text =
    The KK number did not fit several times, so we locked this link to protect your account. Your old password has not changed.
    Go back to the { $agency } chat. Write *forgot password* in a while to get a new link, or *officer* to be helped.

## The login to a registration that was not approved

returned-title = your registration
returned-gone = That registration has been put right or decided already. Write STATUS to see how it stands.
# $number, $nik, $name, $status (text), $why (text)
returned-view =
    { "*" }Registration { $number }*
    NIK: { $nik }
    Full name: { $name }
    Registration status: *{ $status }*
    { $why }
returned-is-rejected = Not approved
returned-is-repair = To be put right
returned-pick = You can register again now. What was right stays; we ask only for what is needed. What would you like to do?
returned-again = Register again
returned-leave = Leave
returned-bye = All right, you have left. Whenever you are ready, write LOGIN again.
