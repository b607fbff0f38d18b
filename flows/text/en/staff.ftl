### What the counter says to officers, in English.

button-approve = Approve
button-reject = Reject
button-return = Send back
button-open = Open

staff-only = Sorry, this is for officers only. Are you one? Ask your IT staff for an invitation code and type it here. Example: PTG-7K3F-9Q2M

## Enrolling

enrol-title = officer enrolment
# $name, $role
enrol-done =
    Welcome to the team, *{ $name }*. This chat is now an officer's chat ({ $role }).
    New registrations come straight here. Type QUEUE or TALKS at any time.
    Keep this phone safe: citizens' data can be seen here.
enrol-wrong = That invitation code is not valid. Check the letters, or ask the admin for a new code. Example: PTG-7K3F-9Q2M
enrol-too-many = There were too many tries. Please try again in 15 minutes.

## Registering somebody at the counter

register-citizen-title = registration at the counter
register-citizen-consented =
    Let us register somebody who has come to the counter. The account is approved at once.
    Has this person agreed to the processing of their data: in writing, or by coming to the counter in person?
register-citizen-consented-label = Consent given
register-citizen-no-consent = All right, nothing has been kept. Ask the person for consent first, then type REGISTER CITIZEN again.
# $label
register-citizen-ask = { $label } of this person?
register-citizen-swapped = It looks as if this person's NIK and KK number were exchanged: the birth date fits the number that you typed as the KK number. If so, choose "No, change it", then type BACK to correct the numbers.
register-citizen-known = This NIK has a registration or an account here already, so it is not registered again. Look at the QUEUE. If it is not there, the person can type STATUS in their own chat.
register-citizen-review = *Please compare with the person's KTP and KK.* These are the answers:
# $outcome, $number, $told
register-citizen-done =
    { $outcome ->
        [registered] *{ $number } is registered and approved.* { $told ->
            [mail] The activation link was sent to the person's e-mail address.
            [chat] The activation link was sent to the person's chat.
           *[both] The activation link was sent to the person's chat and e-mail address.
        } The person makes the password alone, after activation; do not ask for it.
        [known] This NIK has a registration or an account here already, so it is not registered again.
        [unreachable] Not registered yet: the person has no e-mail address or chat to receive the activation link.
       *[not-allowed] Not registered yet: you may no longer decide about registrations.
    }

## Case card

task-title = check
task-documents = The documents of this case
# $what, $number, $submitted, $promised, $rows, $flags
task-card =
    { "*" }{ $what } { $number }*
    Sent: { $submitted }
    Due: { $promised }

    { $rows }

    { $flags }
# $label, $value
card-row = { $label }: *{ $value }*
# $flag
card-flag = ⚠ { $flag }
card-no-flags = Nothing special to look at. Compare the answers with the photo of the KTP.
flag-birth-date-differs = The date of birth differs from the NIK. It may be right; check the KTP.
flag-region-unknown = The region code in the NIK is unknown. Check the KTP.
flag-duplicate = This NIK already has a registration or an account from another chat. It can only be rejected.
flag-other-contact = This NIK was registered before from another chat.
flag-shared-chat = This chat belongs to another applicant who was approved. Make sure that the person knows of this registration.
# $kind
flag-phone-unproven =
    { $kind ->
        [phone] It is not proven that the new number belongs to this chat. Call that number before you approve.
       *[other] It is not proven that the mobile number belongs to this chat.
    }
# $what, $number, $by, $decision
task-is-decided =
    { $what } { $number } was { $decision ->
        [approve] approved by { $by }
        [reject] rejected by { $by }
        [withdrawn] withdrawn by its applicant
       *[repair] sent back for correction by { $by }
    }.
task-none = There is no such task for you.
task-which = Which task? Tap a button on its card, reply to the card, or open it from the QUEUE.
# $by
task-taken = { $by } is working on this. If it is not finished in time, the task goes back to the queue.
# $by, $decision
task-decided-before =
    Already { $decision ->
        [approve] approved by { $by }
        [reject] rejected by { $by }
        [withdrawn] withdrawn by its applicant
       *[repair] sent back for correction by { $by }
    }.

## Queue

queue-title = queue
queue-empty = Nothing is waiting. Thank you!
# $total (number), $rows
queue-list =
    { "*" }Queue: { $total } waiting*, the oldest first.
    { $rows }

    ✓ agrees with the documents · ⚠ something to look at
# $n (number), $mark: match, look, none; $what, $number, $promised, $held
queue-row =
    { $n }. { $mark ->
        [match] ✓ { $what }
        [look] ⚠ { $what }
       *[none] { $what }
    } { $number } · due { $promised } { $held }
queue-mine = · you
# $by
queue-claimed = · { $by }

## Decisions

approve-title = approval
# $kind, $number, $name
approve-sure =
    { $kind ->
        [correction] Approve data correction *{ $number }* of *{ $name }*? The new data count at once.
        [phone] Approve the new number *{ $number }* for *{ $name }*? The old chat is cut off from the account at once.
       *[registration] Approve registration *{ $number }* of *{ $name }*?
    }
# $number, $missing (a line for each document)
approve-incomplete =
    { "*" }{ $number } cannot be approved yet.* Required documents that are not there:
    { $missing }
    Choose Send back, so that the applicant sends them.
# $document
approve-missing = – { $document }
reject-title = rejection
reject-reason = Why is *{ $number }* rejected? Choose the reason.
reject-note =
    Write a note to the applicant: what is wrong and what to do.
    Example: The family card says Sri Lestari. Please type exactly that.
reject-extra = Would you like to add a note to the applicant? If not, choose Skip.
# $number, $name, $reason
reject-sure = Reject *{ $number }* of *{ $name }* for this reason: { $reason }?
return-title = request for correction
return-reason = What needs to be corrected in *{ $number }*?
return-field = Which answer must the applicant give again?
return-note =
    Write a note to the applicant: what is wrong and what to do.
    Example: The family card says Sri Lestari. Please type exactly that.
return-extra = Would you like to add a note to the applicant? If not, choose Skip.
return-sure = Send *{ $number }* of *{ $name }* back for correction: { $reason }?
# $outcome, $kind, $number, $by, $decision
decision-done =
    { $outcome ->
        [done] { $decision ->
            [approve] *{ $number } is approved.* { $kind ->
                [correction] The data are corrected and the applicant has been told.
                [phone] The account has moved to the new chat; new chat, old chat and mailbox have been told.
               *[registration] The applicant has been told and has the activation link.
            }
            [reject] *{ $number } is rejected.* { $kind ->
                [phone] The applicant is told when the promised time ends, without a reason, so that nobody can guess whose NIK is registered.
               *[registration] The applicant has been told, with the reason.
            }
           *[repair] *{ $number } is sent back.* The applicant has been told what needs to be corrected.
        }
        [taken] Not done: { $by } is working on this task.
        [decided] Not done: { $by } decided first.
        [not-allowed] This decision is not allowed for this task. { $kind ->
            [correction] The account is not active any more, or this is your own request.
            [phone] The account's owner says that it is not them, the account was closed or has moved, or this is your own request.
           *[registration] If the NIK is registered twice or the registration is your own, another officer decides, or it is rejected as a duplicate.
        }
       *[unknown] That task is no longer there.
    }

## Notices

# $number, $promised
task-reminder-text = ⏰ *{ $number }* is not decided yet. Promised to the applicant: { $promised } at the latest.
# $number, $by, $decision
task-decided-text =
    { $number } was { $decision ->
        [approve] approved by { $by }
        [reject] rejected by { $by }
        [withdrawn] withdrawn by its applicant
       *[repair] sent back for correction by { $by }
    }.
# $number, $minutes (number)
claim-expired-text = Your time for *{ $number }* ({ $minutes } minutes) is up. The task is back in the queue. Still want to do it? Choose Open.
