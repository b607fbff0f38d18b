# Pages behind one-time links: calm, one task, and always a next step.

## On every page
page-footer-free = This service is free. We never ask for money, a PIN or an OTP code.
page-footer-secret = This link is for you only. Do not pass it on to anybody, not even to somebody who claims to be an officer.
page-title-failed = Please check: { $title }
page-summary-title = Something needs to be checked
page-minutes-left =
    { $count ->
        [one] This link works for one more minute, and only once.
       *[other] This link works for { $count } more minutes, and only once.
    }
page-hours-left = This link works for { $count } more hours, and only once.
page-days-left = This link works for { $count } more days, and only once.

## Account activation
page-activation-title = { $agency } account activation
page-activation-intro = Your registration has been approved. Answer these two questions to activate your account.
page-activation-button = Activate account
page-activation-wrong =
    The data do not match yet. Check both answers and try again. We have changed the sum.
    Tries left: { $left }.
page-mother-label = Mother's birth name
page-mother-hint = Write it as on the Family Card (KK). Example: Sri Lestari
page-mother-empty = Your mother's name is still empty. Write it as on the Family Card (KK).
page-mother-long = That is too long for a name. Write the name only.
page-sum-hint = Answer with one number. Example: 18
page-sum-no-number = The sum was not answered with a number. Answer the new sum. Example: 18
page-sum-stale = That sum is out of date. Answer the new sum.
page-activated-title = Account active
page-activated-text =
    Your { $agency } account is ready to use.
    Next step: go back to the { $agency } chat and type *login*.
page-activated-bare-title = Account active, one step left
page-activated-bare-text = Now make a password, so that nobody but you can log in to this { $agency } account.
page-activated-bare-button = Make a password
page-already-active-title = Nothing to activate
page-already-active-text =
    This account is active already, or the request has been dealt with.
    Go back to the { $agency } chat and type *login*.

## The first password
page-password-title = Password of your { $agency } account
page-password-intro = Your account is active. Make a password to log in with. Officers do not know it and never ask for it.
page-password-label = New password
page-password-hint = At least 8 characters; spaces are fine. A good example: a few words that only you remember. Use no name, NIK or birth date.
page-password-button = Keep this password
page-password-made-title = Password kept
page-password-made-text =
    Your { $agency } account is ready to use.
    Next step: open the { $agency } chat and type *login*.

## A secret answer for a form in the chat
page-answer-button = Send answer
page-again-label = Repeat: { $label }
page-again-hint = Write it once more, exactly the same.
page-again-differs = The two are not the same. Write both again with care.
page-answered-title = Thank you
page-answered-text =
    We have received your answer safely.
    Next step: please go back to the { $agency } chat to go on.
page-late-title = This question has passed
page-late-text =
    It has been answered already, or the form was closed.
    Go back to the { $agency } chat. Type *menu* to see the choices.

## Links that cannot be used
page-expired-title = This link has expired
page-expired-text =
    To keep you safe, links work for a short time only. Your data are not lost.
    Go back to the { $agency } chat and type *menu* to get a new link.
page-used-title = This link has been used
page-used-text =
    Each link works only once. If it was you who used it, all is done: go back to the { $agency } chat.
    If it was not you, type *petugas* (officer) in the { $agency } chat at once.
page-locked-title = Too many tries
page-locked-text =
    The data did not match several times, so we have locked this link to protect your account.
    Go back to the { $agency } chat and type *petugas* (officer) to get help.
page-unknown-link-title = Unknown link
page-unknown-link-text =
    Perhaps the link was cut off when it was copied.
    Open it again from the { $agency } chat, or type *menu* there to get a new link.
    To make a new password, type *forgot password* in the chat.

## Trouble
page-unknown-page-title = Page not found
page-unknown-page-text =
    There is nothing at this address. Perhaps the link was cut off when it was copied.
    Open the link again from the chat.
page-other-site-title = We did not take that answer
page-other-site-text =
    This form was not sent from our own page, so we have ignored it to keep you safe.
    Open the link again from the chat and fill it in there.
page-too-large-title = That is too long
page-too-large-text =
    What you sent is too long for us to take.
    Go back to the page before and write the main thing only.
page-too-many-title = Please wait a moment
page-too-many-text =
    There were too many visits from your network in a short time. Your link is still good.
    Wait one minute, then open it again.
page-unreadable-title = We could not read that
page-unreadable-text =
    We could not read what was sent.
    Open the link again from the chat and try once more.
page-trouble-title = Something went wrong on our side
page-trouble-text =
    Sorry, this is not your fault. Your data are not lost.
    Wait a few minutes, then open the link again from the chat.
page-stopping-title = We will be back soon
page-stopping-text =
    The service is restarting. Your data are not lost.
    Wait one minute, then open the link again from the chat.
