# Answers of each field type: what does not fit yet, an example, and what to send next.

## Yes and no
field-yes = Yes
field-no = No
field-code-format = The code has 6 digits. Example: 123456. Not received? Choose Send again.
field-code-resend = Send again
field-confirm-unclear = We did not get that. Please answer *yes* or *no*.

## Consent
field-consent-yes = I agree
field-consent-no = I do not agree
field-consent-unclear = For consent we need a clear answer. Please reply *I agree* or *I do not agree*.

## Lists
field-list-next = More ▸
field-list-previous = ◂ Previous
field-list-page = Page { $page } of { $pages }. Choose one, or type the name you are looking for.
field-choice-unknown = We cannot find that option. Tap or type one of the options, for example: *{ $example }*.
field-choice-none = There is nothing to choose here at the moment. Type *back* to change the answer before.
field-choice-several = { $count } options match. Which one?

## NIK
field-nik-empty = We could not read a NIK. Type the 16 digits on the KTP, for example: 9801 0141 0190 0001.
field-nik-letters = A NIK has digits only. Type the 16 digits on the KTP, without letters, for example: 9801 0141 0190 0001.
field-nik-length = A NIK has 16 digits; you sent { $digits }. Check the KTP and send it again, for example: 9801 0141 0190 0001.
field-nik-day = Digits 7 and 8 of the NIK (day of birth) are not possible: 01–31 for men, 41–71 for women. Check the KTP and send it again.
field-nik-month = Digits 9 and 10 of the NIK (month of birth) must be 01 to 12. Check the KTP and send it again.
field-nik-date = The birth date in that NIK is not in the calendar. Check digits 7 to 12 on the KTP and send it again.
field-nik-serial = The last four digits of a NIK cannot be 0000. Check the KTP and send it again; they look like 0001.

## KK number
field-kk-empty = We could not read a KK number. Type the 16 digits printed at the top of the family card, for example: 9801 0112 0315 0002.
field-kk-letters = A KK number has digits only. Type the 16 digits at the top of the family card, for example: 9801 0112 0315 0002.
field-kk-length = A KK number has 16 digits; you sent { $digits }. Check the top of the family card and send it again.
field-kk-date = Digits 7 to 12 of the KK number are not a possible date. Check the top of the family card and send it again.
field-kk-serial = The last four digits of a KK number cannot be 0000. Check the family card and send it again.
field-kk-is-nik = That number looks like a NIK, not a KK number. The KK number is printed at the very top of the family card. Please send that one.
field-kk-same-as-nik = That is the same number as the NIK. The KK number is another one, at the very top of the family card. Please send that one.

## Name
field-name-empty = We could not read a name. Type the full name as on the KTP, for example: Siti Nur'aini.
field-name-long = That name is too long: at most { $max } characters. Type the name as on the KTP, and nothing else.
field-name-digits = A name has no digits. Type the full name as on the KTP, for example: Siti Nur'aini.
field-name-script = Please type the name in Latin letters as on the KTP, for example: Siti Nur'aini.
field-name-signs = There is an unusual sign in that name. Use letters, spaces, dots, commas, apostrophes or hyphens only, for example: H. Abdul-Rahman.
field-name-one-letter = Is the name just one letter, *{ $name }*? If the KTP says so, send it once more. If not, send the full name, for example: Siti Nur'aini.

## Place
field-place-empty = We could not read a place. Type it as on the KTP, for example: Pekalongan.
field-place-long = That place name is too long: at most { $max } characters. Type just the city or regency, for example: Pekalongan.
field-place-digits = A place name has no digits. Type just the city or regency, for example: Pekalongan.
field-place-script = Please type the place in Latin letters, for example: Pekalongan.
field-place-signs = There is an unusual sign in that place name. Type just the name, for example: Pekalongan.
field-address-empty = We could not read an address. Type it as on the KTP, for example: Jalan Mawar No. 5, RT 003/RW 002.
field-address-long = That address is too long: at most { $max } characters. Type just the street or hamlet and RT/RW, for example: Jalan Mawar No. 5, RT 003/RW 002.
field-address-script = Please type the address in Latin letters, for example: Jalan Mawar No. 5, RT 003/RW 002.
field-address-signs = There is an unusual sign in that address. Type just letters and digits, for example: Jalan Mawar No. 5, RT 003/RW 002.

## Free text
field-text-empty = We found no words in that message. Please type your answer in words.
field-text-short = That answer is too short: at least { $min } characters. Please write a little more.
field-text-long = That answer is too long: at most { $max } characters, you sent { $length }. Please write only what matters most.
field-text-html = That answer has code like *<…>* in it. Please use plain words.

## Birth date
field-birth-date-format = We do not understand that date. Write day-month-year, for example: 17-08-1985 or 17 August 1985.
field-birth-date-impossible = That date is not in the calendar. Check it and write day-month-year, for example: 17-08-1985.
field-birth-date-month-first = Write the day first, then the month, then the year, for example: 17-08-1985 for 17 August 1985.
field-birth-date-future = That birth date has not come yet. Check the year and send it again, for example: 17-08-1985.
field-birth-date-old = That birth date is more than 120 years ago. Check the year and send it again, for example: 17-08-1985.

## Phone
field-phone-empty = We could not read a phone number. Type your WhatsApp number, for example: 0812-0000-0000.
field-phone-format = A phone number has digits only. Type one number, for example: 0812-0000-0000.
field-phone-length = That number is not right yet; a digit may be missing or too many. Check it and send it again, for example: 0812-0000-0000.
field-phone-landline = That is a landline. We need a mobile number with WhatsApp, for example: 0812-0000-0000.
field-phone-not-own = That is somebody else's contact. Share your own contact, or type your number, for example: 0812-0000-0000.

## Email
field-email-empty = We could not read an email address. Type your email address, for example: siti@contoh.id.
field-email-none = No email yet? Make one first, at Gmail for instance, or use that of a family member you trust; your answers are kept. Difficult? Type *officer*.
field-email-at = An email address has an @ in it. Type all of it, for example: siti@contoh.id.
field-email-spaces = An email address has no spaces. Type one address only, for example: siti@contoh.id.
field-email-format = That email address is not right yet. Check the parts before and after the @, for example: siti@contoh.id.
field-email-suspect = You wrote *{ $email }*. Did you mean *{ $suggestion }*? Answer *yes*, or *no* to keep what you wrote.
field-email-keep = Keep { $email }

## Sum
field-sum-plus-1 = What is the result of { $a } plus { $b }?
field-sum-plus-2 = How much is { $a } plus { $b }?
field-sum-plus-3 = What is the sum of { $a } and { $b }?
field-sum-minus-1 = What is the result of { $a } minus { $b }?
field-sum-minus-2 = How much is { $a } minus { $b }?
field-sum-minus-3 = If you take { $b } away from { $a }, how much is left?
field-sum-times-1 = What is the result of { $a } times { $b }?
field-sum-times-2 = How much is { $a } times { $b }?
field-sum-times-3 = How much is { $a } multiplied by { $b }?
field-captcha-wrong = That is not the right result. Here is a new sum.
field-captcha-no-number = Please answer the sum with one number, for example: 18 or eighteen. Here is a new sum.

## Password
field-secret-hidden = ••••••••
field-login-secret-empty = We could not read a password. Type the password of your account.
field-login-secret-long = That is too long for a password. Type just the password of your account.
field-password-empty = We could not read a password. Type a new password of at least { $min } characters.
field-password-short = That password is too short: at least { $min } characters. Three words that only you know are strong and easy to remember.
field-password-long = That password is too long: at most { $max } characters. Choose a shorter one.
field-password-invisible = That password has invisible signs in it that are hard to type again. Type it on the keyboard, in one line.
field-password-common = That password is among those that people guess first. Choose another, for example three words that only you know.
field-password-pattern = That password is a pattern (a row or a repetition) and easy to guess. Choose another, for example three words that only you know.
field-password-personal = That password has your own data or the name of this service in it and is easy to guess. Choose another, for example three words that only you know.
field-password-again-empty = We could not read a password. Type the same password again.
field-password-again-differs = This password is not the same as the one before. Type it again with care, or type *back* to choose a new one.

## Region
field-region-province = province
field-region-regency = regency or city
field-region-district = district
field-region-village = village
field-region-unknown = We cannot find that { $kind } in { $within }. Type its name or choose from the list, for example: *{ $example }*.
field-region-parent = The region above this one is not chosen yet, or not in our list. Type *back* to choose it.
field-region-several = { $count } names match ({ $kind }). Which one?
field-region-understood = We noted: *{ $region }*.

## A list with several to choose
field-several-unknown = Something among that was not found. Write its number or name, parted by commas, for example: *1, 2* or *{ $example }*.
field-several-none = There is nothing to choose at the moment. Type *officer* to ask.
field-several-more =
    Chosen so far:
    { $chosen }

    Any more? Choose again, or *Done*.
field-several-all = All
field-several-done = Done

## Days
field-day-format = That date could not be read. Write day-month-year, for example: 31-12-2027.
field-day-impossible = There is no such date in the calendar. Please check, for example: 31-12-2027.
field-day-month-first = The month seems to come first. Write the day, then the month, for example: 31-12-2027.
field-day-future = That date is still to come. Write today's date or an earlier one, for example: 05-01-2026.
field-day-past = That date is over. Write today's date or a later one, for example: 31-12-2027.
field-day-far = That date is too far from today. Please check the year, for example: 31-12-2027.

## Locked data
field-locked = These data are locked and cannot be changed here. { $where } If they are right, reply *continue*.
field-locked-ok = Continue

## A talk with an officer

field-talk-empty = That message is empty. Write it in words, for example: When can I collect my ID card?
# $max (number)
field-talk-long = That message is too long: at most { $max } letters. Write the main point only, or send it in parts.
field-talk-words-first = The photo comes next. First write your question in words, then send the photo.
# $what
field-talk-other =
    { $what ->
        [voice] Sorry, we cannot pass voice messages on to the officer yet. Please type it, just briefly.
        [audio] Sorry, we cannot pass recordings on to the officer yet. Please type it, just briefly.
        [video] Sorry, we cannot pass videos on to the officer yet. Send a photo, or tell it in words.
        [sticker] Thank you for the sticker 🙂 For the officer, please write in words.
        [location] Sorry, we cannot pass locations on yet. Just write the address.
        [contact] Sorry, we cannot pass contacts on yet. Just write the name and number.
       *[other] Sorry, we cannot pass that on to the officer yet. Write it in words, or send a photo.
    }
