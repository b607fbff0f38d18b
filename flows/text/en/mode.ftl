### Acting for oneself or for a group, and what an application may hold in either mode, in English.

## The mode, and changing it

menu-mode = Change mode
applicant-heading = The *Applicant* menu.
# $name
applicant-who = *{ $name }*
mode-title = change of mode
mode-line-personal = Applicant (Pemohon)
# $group, $region
mode-line-group = Group: *{ $group }*, { $region }
# $until (date)
mode-line-group-until = Group: *{ $group }*, { $region } (until { $until })
mode-login-first = To change the mode, please log in first. Then write CHANGE MODE again.
# $office
mode-no-group =
    Your account acts for you and your own family. There is nothing to change.

    Do you apply for residents on behalf of a village or a health facility? Bring a letter of assignment from your head to { $office }. Once an officer has recorded it, the group mode is here.
# $now (text)
mode-to =
    Your mode now:
    { $now }

    Which mode would you like? Changed your mind? Write CANCEL.
mode-personal-option = Personal applicant
# $now (text)
mode-gone =
    That mode has just ended. Your mode now:
    { $now }
mode-personal = You now act as *personal applicant*: applications for yourself and your own family.
# $now, $services (text)
mode-group =
    You now act for the group:
    { $now }

    You can apply for other residents. Your special services:
    { $services }
mode-no-special = (none yet)

## The beginning of an application

applications-title = application
applications-login-first = To make an application, please log in first.
# $mode (text)
applications-service =
    { "*" }Applications.* For which service?
    { $mode }
applications-service-label = Service
applications-mode-personal = Mode: Applicant
# $group
applications-mode-group = Mode: group { $group }
# $service
applications-group-only = { $service } is only for applicants in certain groups, such as staff of health facilities or villages. Please contact the office if you should have access.
# $service, $group
applications-switch-first = You can apply for { $service } in the mode of the group *{ $group }*. Change the mode first, then write APPLY again.
# $service, $instead (text)
applications-closed =
    Applications for { $service } are not available yet.
    { $instead }

    You may prepare the form here already. Nothing is sent to the office.
applications-who = Who is this application for?
applications-who-label = For whom
applications-for-self = Myself
applications-for-family = Family (same KK)
applications-for-anyone = Somebody else
applications-others = As a personal applicant you apply only for yourself or your family on the same family card. For others, they apply themselves, or staff of a village or health facility do so in a group's mode.
applications-nik =
    What is the NIK of the person? Write 16 digits.
    Example: 9801 0141 0190 0001
    A baby without a NIK: choose Skip.
applications-nik-label = NIK
applications-nik-help = The NIK is on the KTP, and on the family card beside the name. A newborn has none yet: write SKIP.
applications-name =
    What is that person's full name?
    Example: Siti Aminah
applications-name-label = Full name
applications-kk =
    What is the number of the family card (KK) that the person is on? Write 16 digits.
    Example: 9801 0112 0315 0002
applications-kk-label = KK number
applications-kk-help = The number is at the top of the family card. For a baby, write that of the parents.
applications-not-family = That is not the number of your family card. As a personal applicant you apply only for your family on the same card. Check the number, or write BACK to change another answer, or CANCEL.
# $minutes (number)
applications-family-locked = There were too many tries of the KK number, so this is closed for { $minutes } minutes. Have your family card at hand and try again, or contact an officer.
# $data (text)
applications-locked =
    These data follow your account and are locked for a personal applicant:
    { $data }

    Reply CONTINUE.
applications-locked-label = Your data (locked)
applications-locked-where = A new phone number? Write CHANGE PHONE NUMBER. A wrong KK number, e-mail or region? Write CORRECT MY ACCOUNT DATA.
# $label, $value
applications-locked-row = { $label }: { $value }
applications-phone =
    What is the resident's phone number (WhatsApp)? News of the application goes there.
    Example: 0812-0000-0000
applications-phone-label = Phone (WhatsApp)
applications-email =
    What is the resident's e-mail address? The finished document is sent there.
    Example: siti@contoh.id
applications-email-label = E-mail
# $within
applications-district =
    In which district of { $within } does the resident live?
    Example: Karanganyar
applications-district-label = District
# $within
applications-village =
    In which village of { $within }?
    Example: Karangsari
applications-village-label = Village
applications-region-label = Region
applications-review = *Please check.* This is the application so far:
applications-changed = Your login, mode or data have changed since this form was begun, so it is not used. Write APPLY to begin again.
# $service, $instead, $requirements, $hours, $contact (text)
applications-end =
    Your form is complete, but applications for { $service } cannot be sent by chat yet. Nothing was sent, and the form is not kept.
    { $instead }

    { "*" }Requirements*
    { $requirements }

    { $hours }

    { $contact }

## Officers: giving a mandate, taking it back

home-greeting-mandates = GIVE MANDATE and REVOKE MANDATE see to the right to act for a group.

button-mandate = Give a mandate
mandate-title = giving a mandate
mandate-not-allowed = Mandates of groups are given and taken back only by officers who may do so, such as the supervisor.
mandate-nik =
    Let us record the right to act for a group. What is the NIK of the applicant who gets it? Write 16 digits.
    Example: 9801 0141 0190 0001
mandate-nik-label = Applicant's NIK
# $outcome
mandate-no-holder =
    { $outcome ->
        [own] That is your own account. Another officer must record a mandate for you.
        [not-allowed] You may not give mandates.
       *[none] There is no active account with that NIK. Check the digits, or ask the person to register and activate the account first.
    }
# $name
mandate-group =
    The account is in the name of *{ $name }*. What is the group called?
    Example: Desa Karangsari
mandate-group-label = Name of the group
# $within
mandate-district =
    In which district of { $within } is the group's region?
    Example: Karanganyar. For the whole regency: choose Skip.
mandate-district-label = District
# $within
mandate-village =
    In which village of { $within }?
    Example: Karangsari. For the whole district: choose Skip.
mandate-village-label = Village
mandate-letter =
    What is the number of the letter that it rests on?
    Example: SK Kades 141/12/2026
mandate-letter-label = Number of the letter
mandate-letter-date =
    What is the date of the letter?
    Example: 05-01-2026
mandate-letter-date-label = Date of the letter
mandate-services =
    Which special services may the group use? Choose one by one, or write their numbers at once.
    Example: 1, 2
mandate-services-label = Special services
mandate-ends =
    Until which date does the mandate hold?
    Example: 31-12-2027. Without an end: choose Skip.
mandate-ends-label = Until
mandate-review = *Please check with the letter.* This mandate will be recorded:
# $given, $group, $name
mandate-done =
    { $given ->
        [given] *Recorded.* { $name } may now act for { $group } and has been told.
        [own] That is your own account. Another officer must record a mandate for you.
        [gone] Not recorded: that account has just ceased to be active.
       *[not-allowed] Not recorded. Check the services and the date, then write GIVE MANDATE to fill it in again.
    }
revoke-mandate-title = taking a mandate back
revoke-mandate-nik =
    Whose mandate is taken back? Write the 16 digits of the holder's NIK. To see all mandates: choose Skip.
    Example: 9801 0141 0190 0001
revoke-mandate-none = There is no mandate in force for that.
revoke-mandate-which = Which mandate? Choose, or write the name of the group or of its holder.
# $group, $name
revoke-mandate-option = { $group }: { $name }
revoke-mandate-reason =
    Why is it taken back? The holder will be told.
    Example: The term of office is over
# $group, $name
revoke-mandate-sure = Take the mandate *{ $group }* back from *{ $name }* at once?
revoke-mandate-kept = All right, the mandate stays in force.
# $revoked
revoke-mandate-done =
    { $revoked ->
        [revoked] *The mandate is taken back.* Its holder is a personal applicant again and has been told.
        [not-allowed] It is not taken back: you may not do so.
       *[gone] That mandate is not in force any more.
    }

## Notices to the holder

# $group, $region, $services, $until (text)
mandate-given-text =
    { "*" }Your account now has a group mode.*
    Group: { $group }, { $region }
    { $until }
    Special services:
    { $services }

    After login, write CHANGE MODE to use it. Is this a mistake? Contact an officer.
mandate-given-open = It holds until it is taken back.
# $day (date)
mandate-given-until = It holds until { $day }.
# $group, $reason
mandate-revoked-text =
    Your right to act for the group *{ $group }* was taken back by an officer.
    Reason: { $reason }

    Your account is a personal applicant's again. Is this a mistake? Contact an officer.
mail-mandate-given-subject = Your account has a group mode
# $agency, $office
mail-mandate-given-text =
    Hello,

    An officer recorded a new right of your { $agency } account: to act for a group. You find the details in your chat; after login, write CHANGE MODE.

    Is this a mistake? Please tell the office.

    { $office }
mail-mandate-revoked-subject = A group mode of your account was taken back
# $agency, $office
mail-mandate-revoked-text =
    Hello,

    A right of your { $agency } account to act for a group was taken back by an officer. You find the reason in your chat.

    Is this a mistake? Please tell the office.

    { $office }
