### What the counter says to citizens, in English. Plain, short, kind; one question at a time.

## Buttons (at most 24 characters)

button-register = Register
button-login = Login
button-logout = Logout
button-status = Check status
button-activate = Activate account
button-repair = Correct my data
button-human = Contact an officer
button-forgot = Forgot password
button-try-again = Try again
button-back-to-list = Back to the list
button-other-service = Another service

## Home

home-title = main menu

# $greeting (text), $who: citizen, applicant, officer
home-pick =
    { $greeting }

    { $who ->
        [officer] What would you like to do today? Choose or just type it, for example: queue.
        [applicant] What would you like to do today? Choose or just type it, for example: applications, prepare documents.
       *[citizen] What would you like to do today? Choose or just type it, for example: register, status, requirements.
    }

# $agency, $fullName, $office
home-greeting-stranger =
    Welcome to *{ $agency }*
    { $fullName }
    { $office }

    You can register or log in as an applicant right here in this chat, free of charge.
# $agency
home-greeting-waiting = Welcome back to *{ $agency }*. Your registration is waiting for an officer to check it. Not you? Write NOT ME.
home-greeting-rejected = Welcome back to *{ $agency }*. Your registration was not approved. You can correct it and send it again. Not you? Write NOT ME.
home-greeting-repair = Welcome back to *{ $agency }*. Something in your registration needs to be corrected. Not you? Write NOT ME.
home-greeting-approved = Welcome back to *{ $agency }*. Your registration is approved. All that is left is to activate your account. Not you? Write NOT ME.
home-greeting-active = Welcome back to *{ $agency }*. Your account is active. Please log in. Not you? Write NOT ME.
# $name
home-greeting-logged-in = Welcome, *{ $name }*.
# $name, $agency
home-greeting-officer = Hello *{ $name }*. You are an officer of { $agency }.

menu-queue = Queue
menu-register-citizen = Register a citizen
menu-mandate = Give a mandate
menu-human = Contact an officer
menu-registration = Register
menu-login = Login
menu-activation = Activate account
menu-repair = Correct my data
menu-status = Check status
menu-applications = Applications
menu-prepare = Prepare documents
menu-applicant = Applicant
menu-requirements = Requirements
menu-forms = Forms
menu-information = Information
menu-guide = Guide
menu-overview = Home
menu-logout = Logout
menu-forgot-password = Forgot password

applicant-title = applicant menu
# $who (text), $tip (text)
applicant-pick =
    { $who }
    Please choose.

    { $tip }

## Registration (the questions themselves belong to the agency)

registration-title = registration
registration-declined = All right, no problem. We have stored no data. If you change your mind, type REGISTER.
registration-known = You have already registered this NIK from this chat. This is how it stands:
registration-doubt-swapped = It looks as if the NIK and the family card number have changed places. Your date of birth fits the number you gave as the family card number. If they are indeed swapped, choose "Type it again", then type BACK to put the numbers right.
registration-doubt-birth = This date of birth differs from the one inside the NIK. On some KTPs that is simply how it is, and it is no problem.
registration-review = *Please check once more.* These are your answers:
# $count, $from, $to (numbers)
working-days =
    { $count ->
        [one] { $count } working day
       *[other] { $count } working days
    }
working-days-range = { $from }–{ $to } working days
# $number, $place (number), $promised (date and time)
registration-submitted =
    { "*" }Your registration has been sent.*
    Your registration number: *{ $number }*

    Checking usually takes { $usual }, until { $promised } at the latest. You are number { $place } in the queue.
    We will send you the news in this chat. Keep this number, and type STATUS at any time.
# $number
registration-already = You have already registered this NIK, with the number *{ $number }*. There is no need to register twice. Type STATUS to see how it stands.

repair-title = correction of a registration
repair-nothing = There is no registration from this chat that needs to be corrected.
# $number
repair-begin = Let us correct registration *{ $number }*. The answers that were right are kept. We only ask what is needed.

## Status

status-title = status check
# $view (text)
status-found = { $view }
# $number, $submitted (date and time)
status-is-submitted =
    Registration *{ $number }*
    Status: *waiting for an officer to check it*
    Sent: { $submitted }
status-is-approved =
    Registration *{ $number }*
    Status: *approved*
    Sent: { $submitted }
status-is-rejected =
    Registration *{ $number }*
    Registration status: *not approved*
    Sent: { $submitted }
status-is-repair =
    Registration *{ $number }*
    Status: *needs correction*
    Sent: { $submitted }
status-next-activate = One step is left: open the activation link that we sent, or type ACTIVATE.
status-next-login = Your account is active. Type LOGIN to log in.
status-next-nothing = Your account is active and you are logged in.
status-next-elsewhere = The activation link was sent to the chat and e-mail that were registered. Activated already? Type LOGIN.
# $place (number), $promised
status-place =
    Place in the queue: { $place }
    Checked at the latest: { $promised }
    Usually: { $usual }
# $reason, $fix
status-reason =
    Reason: { $reason }
    What to do: { $fix }
# $note
status-note = Note from the officer: { $note }
status-number =
    What is your registration number?
    Example: REG-2611-7K3F9Q
status-number-help = The number is in the message that we sent after you registered, and in the e-mail. Cannot find it? Type HUMAN.
status-number-shape = A registration number begins with REG, then 4 digits and 6 letters or digits. Example: REG-2611-7K3F9Q. You do not have it? Type HELP.
status-nik =
    Which NIK was registered? Type the 16 digits.
    Example: 9801 0141 0190 0001
# $sum
status-sum =
    A small sum to make sure that you are not a machine. Answer with a number, such as 12.
    { $sum }
status-none = We found no registration with that number and that NIK. Please check both. The registration number is in the message that we sent after you registered.

## Activation

activation-title = account activation
activation-none = There is no account from this chat that is waiting to be activated.
activation-mother =
    To activate your account: what is your birth mother's name? Type it as you did when you registered.
    Example: Sri Lestari
# $sum
activation-sum =
    And now a small sum. Answer with a number, such as 12.
    { $sum }
activation-wrong = That does not match yet. Let us try once more, there is no hurry.
activation-locked = There were too many tries, so activation is locked for now to keep your account safe. Try again later, or contact an officer.
activation-gone = This account is no longer waiting to be activated.
activation-done =
    { "*" }Your account is active.* Thank you.
    You can log in now.
activation-password =
    One step is left: make a password for your account, at least 8 characters.
    A good example: a few words that only you remember.
activation-password-label = New password
activation-password-again = Type the password once more, exactly the same.
activation-password-again-label = Repeat the new password
activation-password-made =
    { "*" }Your account is ready.* The password has been kept safely.
    Now please log in.

## Login

login-title = login
# $name
login-already = You are already logged in as *{ $name }*.
login-intro = *Applicant login.* No account yet? Choose Register. Forgot your password? Choose Forgot password.
login-nik =
    What is your NIK? Type the 16 digits.
    Example: 9801 0141 0190 0001
login-password = What is your password?
login-password-label = Password
# $sum
login-sum =
    A small sum. Answer with a number, such as 12.
    { $sum }
login-checking = One moment, we are checking…
login-trouble = Sorry, we cannot check your login right now because of a fault in our system. Please try again in a few minutes.
login-wrong = The NIK or the password does not match. Please try again.
# $minutes (number)
login-locked = To keep this account safe, login is closed for { $minutes } minutes because there were too many tries.
login-not-active = Your account is not active yet. Type STATUS to see the next step.
# $hours (text)
login-welcome =
    { "*" }You are logged in.*

    { $hours }
logout-title = logout
logout-done = You are logged out. See you next time!
logout-not-in = You are not logged in.

## Home page, information, services

overview-title = home
# $agency, $fullName, $office, $services, $news, $hours, $about (text)
overview-page =
    { "*" }{ $agency }*
    { $fullName }
    { $office }

    { "*" }Services*

    { $services }
    { "*" }Latest information*
    { $news }

    { $hours }

    { $about }
# $group
overview-group = *{ $group }*
overview-group-others = *{ $group }* (for groups only)
# $service
overview-service = • { $service }
# $title
overview-news = • { $title }

information-title = information
information-item = *Information.* Which one would you like to read?
# $title, $body
information-detail =
    { "*" }{ $title }*
    { $body }
# $days (number)
information-no-holiday = There are no holidays in the next { $days } days.

requirements-title = requirements
requirements-service = *Requirements.* For which service?
# $service, $group, $requirements, $process
requirements-detail =
    { "*" }{ $service }*
    { $group }

    Requirements:
    { $requirements }

    Process:
    { $process }
# $service
service-for-groups = { $service } (groups)

forms-title = forms
# $address
forms-where =
    You can ask for the service forms at the office counter: { $address }
    Choose Requirements to see which services use a form.

guide-title = guide
# $agency, $contact
guide-steps =
    { "*" }Guide to { $agency }*
    1. Type REGISTER, then answer the questions one by one. Have your KTP and family card ready.
    2. Send a clear photo of your KTP.
    3. Check the summary. Is something wrong? Type CHANGE and its number, for example: change 3.
    4. Wait for news from an officer in this chat. Type STATUS at any time.
    5. Once approved, activate your account with the link or type ACTIVATE.
    6. Type LOGIN.

    Wherever you are: BACK, CANCEL, RESTART, HELP, MENU, OFFICER, LANGUAGE.

    { $contact }

official-title = official check
# $text
official-how = { $text }
privacy-title = personal data
privacy-policy = { $text }

language-title = change of language
language-to = Which language would you like? / Mau memakai bahasa apa?
language-done = All right, let us go on in English. Type MENU to see the choices.

## Notices to the applicant

# $number, $agency, $page (link), $hours (number)
registration-approved-text =
    { "*" }Good news! Registration { $number } is approved.*

    This is the activation link for your { $agency } account:
    { $page }

    The link works for { $hours } hours and is for you only. If you cannot tap it, save this number in your contacts first, or choose "Activate account" to activate it in this chat.
# $number, $why
registration-rejected-text =
    { "*" }Registration { $number } was not approved.*
    { $why }

    You can correct it now. The answers that were right are kept.
registration-repair-text =
    { "*" }Registration { $number } needs a small correction.*
    { $why }

    Choose "Correct my data": I will ask about that part only.
duplicate-attempt-text = Someone tried to register with your NIK from another chat. Your data are safe and are shown to nobody. If it was not you, please tell an officer.

## E-mails

# $number, $agency, $office
mail-submitted-subject = We have received your registration
mail-submitted-text =
    Hello,

    We have received your registration at { $agency } under the number { $number }.
    An officer will check it on working days, during office hours. We will send you the news in the chat and to this e-mail address.

    If you did not register, please ignore this e-mail.

    { $office }
mail-approved-subject = Activate your account
mail-approved-text =
    Hello,

    Your registration is approved. This is the activation link for your { $agency } account:
    { $page }

    The link works for { $hours } hours and only once. Do not give it to anyone.

    { $office }
mail-rejected-subject = Your registration was not approved
mail-rejected-text =
    Hello,

    Registration { $number } at { $agency } was not approved.
    { $why }

    You can correct it in the chat: type REPAIR.

    { $office }
mail-repair-subject = Your registration needs a correction
mail-repair-text =
    Hello,

    Registration { $number } at { $agency } needs a correction.
    { $why }

    Correct it in the chat: type REPAIR. The answers that were right are kept.

    { $office }
