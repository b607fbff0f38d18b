# What the conversation engine itself says, at any question.

## Questions
engine-progress = ({ $n } of { $total }) { $prompt }
engine-secure-entry =
    🔒 Answer on this page (open for 30 minutes): { $page }
    It does not open? Just type it here.
engine-secure-help = That page is safer: your answer does not stay in the chat. If you type it here, we remove that message where this chat app allows it.
engine-skip = Skip
engine-keep = Keep as it was
engine-was = Your answer was: *{ $value }*.
engine-was-hidden = Your earlier answer is kept and is not shown.
engine-menu = Menu
engine-checking = Photo received, checking it…
engine-still-working = One moment, we are still checking what you sent. We will tell you as soon as it is done.

## What does not fit yet
engine-empty = Your message is empty or has only signs in it. Please type the answer in letters or digits.
engine-too-long = Your message is too long: at most { $max } characters. Please write just the answer.
engine-expected-file = We need the photo here. Tap 📎 or the camera, then choose the photo.
engine-view-once = A view-once photo does not reach us. Please send it again as an ordinary photo: turn the ① off before you send.
engine-expected-text = No photo or file is needed here. Please choose or type the answer first.
engine-one-file = One photo is enough here. We only check the first one.
engine-expected-words =
    { $what ->
        [voice] We cannot listen to voice messages here. Please type the answer.
        [audio] We cannot listen to recordings here. Please type the answer.
        [video] We cannot take videos here. Please type the answer.
        [sticker] Thank you for the sticker 🙂 Now please type the answer.
        [location] We cannot use a location here. Please type the answer.
        [contact] No contact is needed here. Please type the answer.
        [edit] We do not read a message again when it is changed. To correct your last answer, type *back*; to answer, send a new message.
        [call] We cannot take calls here. Please type the answer.
        [choice] There are no buttons to choose from here. Please type the answer.
       *[other] We cannot read that kind of message. Please type the answer.
    }
engine-cannot-skip = This question needs an answer; it cannot be skipped. Type *help* if you are unsure.
engine-old-button = That button belongs to an earlier question.
engine-answer-late = That page is no longer valid, so we did not use what was entered.
engine-stuck = This question seems to be hard. Our staff can help; type *human* at any time.
engine-stuck-human = Contact our staff
engine-failed = Sorry, something went wrong on our side. Your earlier answers are kept. Please send that message again; if this goes on, type *human*.

## Commands
engine-help =
    What you can type at any time:
    • *back* – the question before
    • *restart* – begin again
    • *cancel* – stop
    • *menu* – see all services
    • *status* – how far your registration is
    • *officer* – be helped by our staff
    • *language* – ganti bahasa / change language
    • *official* – make sure that this is the real service
    About your data: *my data* (a copy), *repair* (to correct it), *withdraw consent*, *delete my account*.
engine-still-unsure = Still unsure? Type *help* or *human*.
engine-nothing-before = This is the first question.
engine-nothing-open = Nothing is being filled in, so there is nothing to cancel.
engine-cancelled = All right, *{ $title }* has been stopped.
engine-which = Which one do you mean? Tap one, or type *menu* to see everything.
engine-what-next = Is there anything else we can do? Type *menu* to see our services.
engine-resume = Let us go on with *{ $title }*.
engine-updated = Our service has just been updated. Your answers are kept; we go on from here.
engine-flow-gone = The service you were using is no longer available. We are sorry.

## Yes or no
engine-yes-or-no = We did not get that. Please answer *yes* or *no*.
engine-aside-cancel = Cancel *{ $title }*? The answers given so far will be deleted.
engine-aside-cancel-yes = Yes, cancel
engine-aside-cancel-no = No, go on
engine-aside-restart = Begin *{ $title }* again? The answers given so far will be deleted.
engine-aside-restart-yes = Yes, start over
engine-aside-restart-no = No, go on
engine-aside-draft = Your earlier *{ $title }* is not finished and is still kept. Go on with it?
engine-aside-draft-yes = Yes, go on
engine-aside-draft-no = No, start anew
engine-aside-doubt = Is that right?
engine-aside-doubt-yes = Yes, it is right
engine-aside-doubt-no = No, change it

## Checking the answers
engine-review-row = { $n }. { $label }: { $value }
engine-review-how = Is everything right? Answer *yes*. To correct something, type for example *change 3*.
engine-review-yes = Yes, all right
engine-review-edit = Change an answer
engine-review-cancel = Cancel
engine-review-which = Which answer do you want to change? For example: *change 3*.
engine-review-no-such = That number is not in the list.
engine-review-unclear = We did not get that. Answer *yes* if all is right, or for example *change 3*.

## A form left alone
engine-nudge = Your form is not finished. We can go on here whenever you are ready.
engine-draft-kept =
    { $days ->
        [one] We keep your *{ $title }* for one day. Tap this button or write to us to go on.
       *[other] We keep your *{ $title }* for { $days } days. Tap this button or write to us to go on.
    }
engine-draft-go-on = Go on
engine-form-moved = You now go on with *{ $title }* in another chat. Nothing needs to be answered here any more. Was it not you who moved it? Type *PETUGAS*.
engine-form-cleared = The unfinished *{ $title }* in this chat has been deleted, so that nobody else who uses this phone can read it.
engine-draft-expired = Your unfinished *{ $title }* has been deleted because it was left for long, to protect your data. You can begin again at any time.
