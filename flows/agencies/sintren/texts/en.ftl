### SINTREN: everything of this agency that a citizen or an officer reads, in English.
### Keys follow from the ids in agency.yaml. Example numbers begin with 98, which is no province.

## The agency

# $year (string), $office (string)
agency-about = © { $year } { $office }. All rights reserved.

# $hours (string): one line for each run of days
agency-hours =
    APPLICATIONS ARE PROCESSED ON WORKING DAYS, DURING OFFICE HOURS
    { $hours }
    Public holidays and collective leave: closed. You may send things at any time.

# $whatsapp (address), $email, $address
agency-contact =
    Need help? Contact the SINTREN call centre.
    WhatsApp: { $whatsapp }
    E-mail: { $email }
    Office: { $address }

# $channels (one line for each), $pages (address), $address
agency-official =
    How to make sure that this is the real SINTREN:
    - Our official addresses are only these. Compare them with what stands above your chat:
    { $channels }
    - Our pages always begin with { $pages }. Any other link is not ours.
    - We never send app files (APK) or ask for money. Every service is free.
    - Officers never ask for your password, PIN or one-time codes by phone or in another chat. You enter your password and 6-digit codes yourself, in this chat or on our page only.
    In doubt? Do not answer, do not open the link. Visit or ask the office: { $address }

# $email, $address
agency-privacy =
    Your data at SINTREN (Law 27/2022 on Personal Data Protection):
    - Who keeps them: Disdukcapil Kabupaten Pekalongan.
    - What for: to make your account and check that the applicant is really you.
    - Which data: NIK, name, family card number, place and date of birth, mother's name, region, mobile number, e-mail, a photo of your KTP, and the documents that you prepare.
    - How they are guarded: stored encrypted. Only authorised officers can open them, and every opening is recorded.
    - How long: answers that are not sent are deleted after 7 days, prepared documents 90 days after the last file was added. Registration data are kept as long as your account needs them, then deleted by the rules on archives.
    - Your rights, right in this chat:
      MY DATA – a copy of all your data
      REPAIR – to correct data
      DELETE MY ACCOUNT – to erase account and data
      WITHDRAW CONSENT – to stop the processing
    Also by { $email } or at { $address }

agency-applications-closed = For now, applications are served at the office during opening hours. Please bring what is required.

## Documents

document-ktp = KTP Elektronik (e-KTP)
document-kartu-keluarga = Kartu Keluarga (family card)
document-keterangan-kelahiran = Surat Keterangan Kelahiran (birth notice)
document-keterangan-kelahiran-note = From the hospital, health centre, midwife or village office.
document-buku-nikah = Buku Nikah or Kutipan Akta Perkawinan (marriage book or certificate)
document-buku-nikah-note = The page with the names of husband and wife.
document-sptjm-kelahiran = SPTJM Kebenaran Data Kelahiran (statement on the birth data)
document-sptjm-kelahiran-note = Only if there is no birth notice.
document-sptjm-suami-istri = SPTJM Kebenaran sebagai Pasangan Suami Istri (statement of being husband and wife)
document-sptjm-suami-istri-note = Only if there is no marriage book or certificate.
document-formulir = Formulir (form)
document-formulir-note = Filled in and signed. Forms are to be had at the office and the village office.
document-akta-kelahiran = Akta Kelahiran (birth certificate)
document-keterangan-kematian = Surat Keterangan Kematian (death notice)
document-surat-perkawinan = Surat Perkawinan (marriage letter)
document-surat-perkawinan-note = From the religious leader or the leader of the belief.
document-putusan-pengadilan = Putusan Pengadilan (court decision)
document-putusan-pengadilan-note = A copy of the decision that is final.
document-surat-pindah = Surat Keterangan Pindah (SKPWNI)
document-surat-kehilangan = Surat Kehilangan (loss report)
document-surat-kehilangan-note = From the police, if the old KTP is lost.
document-pas-foto = Pas Foto (portrait photo)
document-pas-foto-note = In colour. For a KIA only for children of 5 and older.
document-dokumen-pendukung = Dokumen Pendukung (supporting document)
document-dokumen-pendukung-note = Whatever shows the change, such as a marriage book, birth certificate or diploma.

## Registration: question, short label, more help

registration-consent =
    Before we begin, please read this.
    Disdukcapil Kabupaten Pekalongan will ask for your NIK, name, family card number, place and date of birth, mother's name, region, mobile number, e-mail, and a photo of your KTP.
    This is to make your SINTREN account and check that it is really you. The data are used for nothing else and are stored encrypted.
    Answers that are not sent are deleted after 7 days. What you send is kept as long as your account needs it.
    You may see, correct, and erase your data, and withdraw this consent at any time (Law 27/2022).
    Do you agree?
registration-consent-label = Consent to data use
registration-consent-help = Reply AGREE to begin. If you do not agree, reply NO: nothing is stored, and you can still register in person at the office.

registration-nik =
    What is your NIK? Type its 16 digits, or send a photo of your KTP and we fill it in.
    Example: 9801 0141 0190 0001
registration-nik-label = NIK
registration-nik-help = The NIK is the 16-digit number at the top of your KTP. It also stands beside your name on the family card. Spaces and dots are fine.

registration-name =
    What is your full name? Type it exactly as on your KTP, without titles.
    Example: Siti Aminah
registration-name-label = Full name
registration-name-help = A single name is fine. If the KTP and the family card differ, type the one on the KTP.

registration-kk =
    What is your family card (KK) number? Type the 16 digits.
    Example: 9801 0112 0315 0002
registration-kk-label = Family card number
registration-kk-help = The number stands at the top of the family card, below the words KARTU KELUARGA. It is not your NIK.

registration-birth-place =
    Where were you born? Type the place as on your KTP.
    Example: Pekalongan
registration-birth-place-label = Place of birth
registration-birth-place-help = Usually the name of a city or regency. See the line "Tempat/Tgl Lahir" on your KTP, the part before the date.

registration-birth-date =
    What is your date of birth? Type day-month-year.
    Example: 17-08-1990
registration-birth-date-label = Date of birth
registration-birth-date-help = As on your KTP: two digits for the day, two for the month, four for the year. "17 August 1990" is fine too.

registration-mother-name =
    What is your birth mother's name? Type it as on the family card.
    Example: Sri Lestari
registration-mother-name-label = Mother's name
registration-mother-name-help = See the column "Nama Orang Tua: Ibu" on the family card. The name is kept secret and not shown in the chat.

registration-province =
    In which province do you live, according to your KTP? Type its name or code.
    Example: Jawa Tengah or 33
registration-province-label = Province
registration-province-help = A few letters will do, such as "jateng". We then show what fits.

# $within (string): the region around it
registration-regency =
    In which regency or city of { $within }?
    Example: Pekalongan or 26
registration-regency-label = Regency/City
registration-regency-help = Type the regency or city on your KTP, or its two-digit code. We then show what fits.

# $within (string)
registration-district =
    In which district (kecamatan) of { $within }?
    Example: Karanganyar
registration-district-label = District
registration-district-help = See the line "Kecamatan" on your KTP. A few letters will do, we then show what fits.

# $within (string)
registration-village =
    In which village (desa or kelurahan) of { $within }?
    Example: Karangsari
registration-village-label = Village
registration-village-help = See the line "Kel/Desa" on your KTP. A few letters will do, we then show what fits.

registration-phone =
    What is your mobile (WhatsApp) number? News and the activation link are sent there.
    Example: 0812-0000-0000
registration-phone-label = Mobile number (WhatsApp)
registration-phone-help = Use a number that works and that you hold yourself. It may begin with 08 or +62.

registration-email =
    What is your e-mail address? News is sent there too.
    Example: siti@contoh.id
registration-email-label = E-mail
registration-email-help = An e-mail address has an @ in the middle. None yet? Make one first, at Gmail for instance, then come back. Your answers stay here.

registration-ktp =
    Send a photo of your original KTP: bright, sharp, with all four corners visible.
    Example: the KTP on a table, photographed straight from above.
registration-ktp-label = Photo of KTP
registration-ktp-help = A JPG or PNG photo, at most 10 MB. Turn the flash off to avoid glare, clean the lens, and do not use a photocopy.

registration-password =
    Make a password for your account: at least 8 letters, digits, or signs.
    Example of how: string together a few words that only you know.
registration-password-label = Password
registration-password-help = Longer is safer, and spaces are fine. Do not use your name, NIK, date of birth, or a password from elsewhere. No officer will ever ask for it.

registration-password-again = Type the same password once more.
registration-password-again-label = Password again
registration-password-again-help = This makes sure that there is no slip of the finger. Forgot what you typed? Reply BACK to make a password again.

# $sum (text): the sum in words
registration-captcha =
    Last, a small sum to make sure that you are not a machine. Answer with a number, such as 12.
    { $sum }
registration-captcha-label = Sum
registration-captcha-help = Reply with the result only, in digits. Example: asked for 2 plus 3, reply 5.

## Reasons of officers: what is wrong, what to do

reason-mother-differs-kk = The mother's name differs from the one on the family card
reason-mother-differs-kk-fix = Look up your mother's name on the family card and type exactly that.
reason-name-differs = The name differs from the one on the KTP
reason-name-differs-fix = Type your full name exactly as on the KTP, without titles.
reason-birth-differs = The place or date of birth differs from the KTP
reason-birth-differs-fix = See the line "Tempat/Tgl Lahir" on your KTP and type exactly that.
reason-kk-differs = The family card number does not belong to the NIK
reason-kk-differs-fix = Look up the 16 digits at the top of your latest family card and type them again.
reason-address-differs = The region differs from the address on the KTP
reason-address-differs-fix = Choose province to village as in the address on your KTP.
reason-photo-illegible = The photo of the KTP cannot be read
reason-photo-illegible-fix = Take the photo again in a bright place, without flash, and hold the phone still until it is sharp.
reason-photo-cut-off = The photo of the KTP is cut off
reason-photo-cut-off-fix = Take the photo again with all four corners of the KTP in view.
reason-wrong-document = What was sent is not a KTP
reason-wrong-document-fix = Send a photo of your own electronic KTP.
reason-copy-not-original = What was sent is a photocopy or print, not the original KTP
reason-copy-not-original-fix = Photograph the original KTP itself.
reason-outside-jurisdiction = Not a resident of Kabupaten Pekalongan
reason-outside-jurisdiction-fix = Please register with the Disdukcapil of the regency or city on your KTP.
reason-duplicate = Registered twice: this NIK has a registration already
reason-duplicate-fix = Use the account that you have. If you forgot the password, choose Forgot password.
reason-data-unproven = The data do not prove this request sufficiently
reason-data-unproven-fix = Come to the office with your original KTP and family card, or send a new request with complete data.
reason-not-the-owner = The applicant is not the owner of the account, or the new number cannot be reached
reason-not-the-owner-fix = The owner of the account can come to the office in person with the original KTP.
reason-other = Another reason
reason-other-fix = Read the officer's note and correct what it names.

## Roles

role-verifikator = Verifier
role-supervisor = Supervisor

## Services: name, requirements, process

service-group-pendaftaran-penduduk = Population registration
service-group-pendaftaran-penduduk-about = Population registration is an important part of population administration. It puts every resident on record, so that they can have a KTP, a family card, and papers for moving.
service-group-pencatatan-sipil = Civil registration
service-group-pencatatan-sipil-about = Civil registration records the important events of a life, such as birth, marriage, divorce, and death, so that the law recognises them.
service-group-kelompok = Other services, for groups
service-group-kelompok-about = Services for particular groups of applicants, such as staff of health centres or villages. They file for other residents.

service-kartu-keluarga = Family card (KK)
service-kartu-keluarga-requirements =
    - The old family card
    - The applicant's electronic KTP
    - Proof of what changed, such as a marriage book, birth certificate, or diploma
service-kartu-keluarga-process = An officer checks data and documents. If they are right, a new family card is issued with an electronic signature.

service-ktp-elektronik = Electronic identity card (KTP)
service-ktp-elektronik-requirements =
    - You are 17, or are or were married
    - The family card
    - The old KTP if damaged, or a police report if lost
service-ktp-elektronik-process = An officer checks data and biometrics. If they are right, the KTP is printed and you are told where to fetch it.

service-kartu-identitas-anak = Child identity card (KIA)
service-kartu-identitas-anak-requirements =
    - The child's birth certificate
    - The family card
    - The parents' electronic KTP
    - A photo of the child from the age of 5
service-kartu-identitas-anak-process = An officer checks the child's data. If they are right, the card is printed and you are told where to fetch it.

service-pindah-keluar = Moving out
service-pindah-keluar-requirements =
    - The family card
    - The electronic KTP of those who move
    - The full address you move to
service-pindah-keluar-process = An officer checks the data. If they are right, a certificate of moving (SKPWNI) is issued, to be taken to the new region.

service-pindah-datang = Moving in
service-pindah-datang-requirements =
    - The certificate of moving (SKPWNI) from the old region
    - The electronic KTP of those who move
    - The family card that you join, if you join one
service-pindah-datang-process = An officer checks the certificate. If it is right, a family card and KTP with the new address are issued.

service-akta-kelahiran = Birth certificate
service-akta-kelahiran-requirements =
    - Family card (required)
    - Statement of birth (required)
    - Marriage book or certificate (required)
    - Form (required)
    - Electronic KTP
    - SPTJM on the data of the birth, if there is no statement of birth
    - SPTJM on being husband and wife, if there is no marriage book
service-akta-kelahiran-process = An officer checks data and documents. If they are right, the birth certificate is issued with an electronic signature.

service-akta-kematian = Death certificate
service-akta-kematian-requirements =
    - Statement of death by a doctor, hospital, or village
    - Family card and electronic KTP of the deceased
    - Electronic KTP of the person who reports
service-akta-kematian-process = An officer checks the report. If it is right, the death certificate is issued and the family card is renewed.

service-akta-perkawinan = Marriage certificate
service-akta-perkawinan-requirements =
    - Statement of marriage by the religious or belief leader
    - Electronic KTP and family card of husband and wife
    - Colour passport photos of husband and wife
    - Muslim marriages are registered at the KUA
service-akta-perkawinan-process = An officer checks the documents. If they are right, the marriage is recorded and both get a certificate.

service-akta-perceraian = Divorce certificate
service-akta-perceraian-requirements =
    - Copy of the court's final decision
    - Marriage certificate
    - Electronic KTP and family card
    - Muslim divorces are handled by the religious court
service-akta-perceraian-process = An officer checks the decision. If it is right, the divorce is recorded and a certificate is issued.

service-akta-kelahiran-faskes = Birth certificate through a health facility
service-akta-kelahiran-faskes-requirements =
    - Statement of birth by the health facility
    - The parents' family card and marriage book
    - Filed by registered staff of a health facility
service-akta-kelahiran-faskes-process = An officer checks the data. If they are right, the birth certificate is issued and sent to the parents.

service-pembaruan-kk-desa = Family card renewal through the village
service-pembaruan-kk-desa-requirements =
    - The resident's old family card
    - Proof of what changed
    - Filed by registered village staff
service-pembaruan-kk-desa-process = An officer checks the data. If they are right, a new family card is issued and the resident is told.

## Announcements

info-layanan-gratis-title = Every service is free
info-layanan-gratis = Population documents are made and issued free of charge (Law 24/2013). If anybody asks for money, tell our call centre.
info-cara-memotret-title = How to photograph a document
info-cara-memotret =
    So that it is not sent back:
    1. Lay the original on something flat, in a bright place.
    2. Turn the flash off.
    3. Photograph it straight from above, with all four corners in view.
    4. Check: can every letter and digit be read?
info-menjaga-akun-title = Guarding your account
info-menjaga-akun = Give your password to nobody, officers included. Done on somebody else's phone? Reply LOGOUT to close your account there.
info-libur-berikutnya-title = Next holiday
# $date (text), $holiday (text)
info-libur-berikutnya = The office is closed on { $date }: { $holiday }. What arrives that day is processed on the next working day.
