### A talk between a citizen and an officer, each in a chat of their own.

## Citizen

human-title = message to an officer
button-talk-end = Done
button-talk-leave = Never mind
button-talk-reply = Reply

# $isOpen (yes, no), $opens, $contact, $hours
human-contact =
    { $isOpen ->
        [yes] The office is *open*. Just write here; an officer answers in this chat.
       *[no] The office is *closed* and opens again *{ $opens }*. You can write now: we keep your message, and an officer answers in this chat after opening.
    }

    If you prefer another way:
    { $contact }

    { $hours }
# $waits (yes, no), $form
human-question =
    { $waits ->
        [yes] *What would you like to ask?* Write it in one message. Your *{ $form }* waits and we go on with it afterwards; to go back now, type *DONE*.
       *[no] *What would you like to ask?* Write it in one message. Example: My mother's name on my family card is misspelt, how do I correct it?
    }
human-question-help = The next message that you type goes to an officer. Do not write passwords or secret codes; an officer never asks for them.
# $form
human-not-form = This would go to an *officer*, not into your *{ $form }*. To go back to the form, type *DONE*.
# $number, $isOpen (yes, no), $opens
human-sent =
    ✅ *We have your question* (number { $number }).
    { $isOpen ->
        [yes] An officer answers in this chat during office hours. You need not wait here.
       *[no] An officer answers in this chat after the office opens: *{ $opens }*.
    }
# $number, $held (yes, no), $by
human-open =
    { $held ->
        [no] Your question ({ $number }) is with our officers and waits for an answer.
       *[yes] Your talk ({ $number }) is with *{ $by }*.
    }
# $waits (yes, no), $form
human-message =
    { $waits ->
        [yes] Anything to add for the officer? Type it or send a photo. To go on with *{ $form }*, type *DONE*.
       *[no] Anything to add for the officer? Type it or send a photo. If not, type *DONE*.
    }
human-message-help = What you type here reaches the officer, except words of command such as MENU and DONE. Do not write passwords or secret codes; an officer never asks for them.
# $photo (yes, no)
human-passed-on =
    { $photo ->
        [yes] ✓ We check your photo first, then pass it on to the officer.
       *[no] ✓ Passed on to the officer.
    }
# $outcome, $minutes (number)
human-refused =
    { $outcome ->
        [too-many] We have not sent your last message: many have come from this chat, and our officers need time to read them. All the earlier ones are kept. Try again in { $minutes } minutes.
       *[closed] That talk has ended, so your last message was not sent. Still need us? Choose Contact an officer.
    }
human-over = That talk has ended, so your reply was not sent. Still need us? Choose Contact an officer.
# $fault (long, empty), $max (number)
talk-reply-refused =
    { $fault ->
        [long] That reply is too long: at most { $max } letters. Write the main point only.
       *[empty] That reply is empty. Write it in words.
    }
# $outcome (closed, waiting, none)
talk-end-done =
    { $outcome ->
        [closed] Thank you. Your talk with the officer has ended.
        [waiting] All right. Your question stays with our officers; the answer comes in this chat.
       *[none] There is no open talk with an officer.
    }
# $by, $text, $agency, $photo (yes, no)
talk-answered-text =
    { $photo ->
        [yes] 💬 { $agency } officer *{ $by }* sent the photo above.
       *[no] 💬 { $agency } officer *{ $by }*:
        { $text }
    }
# $number, $how (officer, time), $hours (number)
talk-closed-text =
    { $how ->
        [officer] Your talk { $number } with the officer has ended. Another question? Choose Contact an officer.
       *[time] We closed your talk { $number } with the officer: no new message for { $hours } hours. Still need us? Choose Contact an officer.
    }
# $why
talk-photo-refused-text = Your photo did not reach the talk. { $why }

## Officer

talk-title = talk with a citizen
talk-answer-title = answer to a citizen
talks-title = list of talks
menu-talks = List of talks
button-talk-answer = Answer
button-talk-more = Add to answer
button-talk-take = Take over
button-talk-release = Release

# $number, $status, $held, $who, $doing, $wait, $lines
talk-card =
    💬 { $status ->
        [closed] *Talk { $number }* (ended)
       *[open] *Talk { $number }* · { $held }
    }
    { $who }
    { $doing }
    { $wait }
    { $lines }

    { $status ->
        [closed] This talk has ended.
       *[open] To answer: reply to (quote) this message, or choose Answer.
    }
talk-held-mine = you
talk-held-none = nobody answers yet
# $by
talk-held-by = { $by }
# $named (yes, no), $name, $state
talk-who =
    From: { $named ->
        [yes] { $name }, { $state }
       *[no] { $state }
    }
# $state
talk-state =
    { $state ->
        [stranger] not registered
        [waiting] registration being checked
        [rejected] registration rejected
        [repair] registration to be corrected
        [approved] account not activated yet
        [active] has an account, not logged in
       *[logged-in] logged in
    }
# $what, $asked (yes, no), $question
talk-doing =
    Doing: { $asked ->
        [yes] { $what }, at the question { $question }
       *[no] { $what }
    }
talk-doing-nothing = Doing: not filling in anything
# $unit (minutes, hours, days), $n (number)
talk-wait =
    Waiting { $unit ->
        [minutes] { $n ->
            [0] since just now
            [one] 1 minute
           *[other] { $n } minutes
        }
        [hours] { $n ->
            [one] 1 hour
           *[other] { $n } hours
        }
       *[days] { $n } days
    }
talk-answered-all = Answered
# $count (number)
talk-earlier = ({ $count } earlier messages)
talk-line-photo = 📷 photo
# $by
talk-line-by = { $by } answered:
talk-none = There is no such talk for you.
talks-empty = No citizen of { $agency } is waiting for an answer. Thank you!
# $total (number), $rows
talks-list =
    { "*" }{ $total } open talks*, the longest waiting first.
    { $rows }
# $n (number), $number, $wait, $held
talks-row = { $n }. { $number } · { $wait } · { $held }
# as for talk-card
talk-answer-text =
    { $who }
    { $wait }
    { $lines }

    { "*" }Write your answer for { $number }.* Your next message goes to that citizen. Not now? Type *CANCEL*.
talk-answer-text-help = Your next message goes to that citizen in your name: words or a photo. Do not ask for passwords or secret codes.
# $text
talk-answer-doubt =
    This would go to the *citizen*, not to the system:
    { $text }
# $number
talk-answer-done = ✓ Your answer for { $number } is sent. If the citizen replies, you hear of it here.
# $outcome (not-officer, unknown, closed, taken), $by
talk-lost =
    { $outcome ->
        [not-officer] Sorry, this is for officers only.
        [taken] Not sent: *{ $by }* has this talk. Need to go on with it yourself? Choose Take over.
        [closed] This talk has ended, so nothing was sent.
       *[unknown] There is no such talk for you.
    }
# $card
talk-take-done =
    { "*" }This talk is yours now.*

    { $card }
# $number
talk-release-done = { $number } is released: other officers can take it.
# $number
talk-close-sure = The question { $number } is *not answered yet*. Close this talk?
talk-close-kept = All right, this talk stays open.
# $number
talk-close-done = { $number } has ended. The citizen was told.
# $number, $wait
talk-reminder-text = ⏰ The citizen of talk *{ $number }* has no answer yet. { $wait }.
# $number, $by
talk-held-text = { $number } is with *{ $by }* now.
# $number, $by
talk-taken-over-text = { $number } was taken over by *{ $by }*. You need not answer it any more.
# $number, $how (citizen, time), $hours (number)
talk-ended-text =
    { $how ->
        [citizen] { $number } has ended: the citizen has no more questions.
       *[time] { $number } is closed: no new message for { $hours } hours. The citizen was told.
    }
