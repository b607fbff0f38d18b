### What the counter says to citizens, in Indonesian. Plain, short, kind; one question at a time.

## Buttons (at most 24 characters)

button-register = Daftar
button-login = Login
button-logout = Logout
button-status = Cek status
button-activate = Aktifkan akun
button-repair = Perbaiki data
button-human = Hubungi petugas
button-forgot = Lupa password
button-try-again = Coba lagi
button-back-to-list = Kembali ke daftar
button-other-service = Layanan lain

## Home

home-title = menu utama

# $greeting (text), $who: citizen, applicant, officer
home-pick =
    { $greeting }

    { $who ->
        [officer] Mau apa hari ini? Pilih atau tulis saja, misalnya: antrian.
        [applicant] Mau apa hari ini? Pilih atau tulis saja, misalnya: pengajuan, siapkan dokumen.
       *[citizen] Mau apa hari ini? Pilih atau tulis saja, misalnya: daftar, status, persyaratan.
    }

# $agency, $fullName, $office
home-greeting-stranger =
    Selamat datang di *{ $agency }*
    { $fullName }
    { $office }

    Daftar / Login Pemohon bisa langsung di chat ini, gratis.
# $agency
home-greeting-waiting = Selamat datang kembali di *{ $agency }*. Pendaftaran Anda sedang menunggu pemeriksaan petugas. Bukan Anda? Tulis BUKAN SAYA.
home-greeting-rejected = Selamat datang kembali di *{ $agency }*. Pendaftaran Anda tidak disetujui. Anda bisa memperbaikinya dan mengirim lagi. Bukan Anda? Tulis BUKAN SAYA.
home-greeting-repair = Selamat datang kembali di *{ $agency }*. Ada yang perlu diperbaiki pada pendaftaran Anda. Bukan Anda? Tulis BUKAN SAYA.
home-greeting-approved = Selamat datang kembali di *{ $agency }*. Pendaftaran Anda disetujui. Tinggal aktifkan akunnya. Bukan Anda? Tulis BUKAN SAYA.
home-greeting-active = Selamat datang kembali di *{ $agency }*. Akun Anda sudah aktif. Silakan login. Bukan Anda? Tulis BUKAN SAYA.
# $name
home-greeting-logged-in = Selamat datang, *{ $name }*.
# $name, $agency
home-greeting-officer = Halo *{ $name }*. Anda petugas { $agency }.

menu-queue = Antrian
menu-register-citizen = Daftarkan warga
menu-mandate = Beri mandat
menu-human = Hubungi petugas
menu-registration = Daftar
menu-login = Login
menu-activation = Aktifkan akun
menu-repair = Perbaiki data
menu-status = Cek status pendaftaran
menu-applications = Pengajuan
menu-prepare = Siapkan dokumen
menu-applicant = Pemohon
menu-requirements = Persyaratan
menu-forms = Formulir
menu-information = Informasi
menu-guide = Panduan
menu-overview = Home
menu-logout = Logout
menu-forgot-password = Lupa password

applicant-title = menu Pemohon
# $who (text), $tip (text)
applicant-pick =
    { $who }
    Silakan pilih.

    { $tip }

## Registration (the questions themselves belong to the agency)

registration-title = pendaftaran
registration-declined = Baik, tidak apa-apa. Tidak ada data yang kami simpan. Kalau berubah pikiran, tulis DAFTAR.
registration-known = NIK ini sudah Anda daftarkan dari chat ini. Ini keadaannya:
registration-doubt-swapped = Sepertinya NIK dan nomor KK tertukar. Tanggal lahir Anda cocok dengan nomor yang Anda tulis sebagai nomor KK. Kalau memang tertukar, pilih "Tulis lagi", lalu tulis KEMBALI untuk membetulkan nomornya.
registration-doubt-birth = Tanggal lahir ini berbeda dari yang tersimpan di dalam NIK. Di sebagian KTP memang begitu, dan itu tidak masalah.
registration-review = *Periksa lagi, ya.* Ini isian Anda:
# $count, $from, $to (numbers)
working-days = { $count } hari kerja
working-days-range = { $from }–{ $to } hari kerja
# $number, $place (number), $promised (date and time), $usual (text: "2–5 hari kerja")
registration-submitted =
    { "*" }Pendaftaran berhasil dikirim.*
    Nomor registrasi Anda: *{ $number }*

    Pemeriksaan biasanya perlu { $usual }, paling lambat { $promised }. Anda nomor { $place } dalam antrean.
    Kabarnya kami kirim ke chat ini. Simpan nomor ini, dan tulis STATUS kapan saja.
# $number
registration-already = NIK ini sudah Anda daftarkan dengan nomor *{ $number }*. Tidak perlu mendaftar dua kali. Tulis STATUS untuk melihat keadaannya.

repair-title = perbaikan pendaftaran
repair-nothing = Tidak ada pendaftaran yang perlu diperbaiki dari chat ini.
# $number
repair-begin = Kita perbaiki pendaftaran *{ $number }*. Isian yang sudah benar tetap tersimpan. Kami hanya menanyakan yang perlu.

## Status

status-title = cek status
# $view (text)
status-found = { $view }
# $number, $submitted (date and time)
status-is-submitted =
    Pendaftaran *{ $number }*
    Status: *menunggu pemeriksaan petugas*
    Dikirim: { $submitted }
status-is-approved =
    Pendaftaran *{ $number }*
    Status: *disetujui*
    Dikirim: { $submitted }
status-is-rejected =
    Pendaftaran *{ $number }*
    Status Pendaftaran: *Tidak Disetujui*
    Dikirim: { $submitted }
status-is-repair =
    Pendaftaran *{ $number }*
    Status: *perlu perbaikan*
    Dikirim: { $submitted }
status-next-activate = Tinggal satu langkah: buka tautan aktivasi yang kami kirim, atau tulis AKTIVASI.
status-next-login = Akun Anda sudah aktif. Tulis LOGIN untuk masuk.
status-next-nothing = Akun Anda sudah aktif dan Anda sudah login.
status-next-elsewhere = Tautan aktivasi dikirim ke chat dan e-mail yang didaftarkan. Sudah diaktifkan? Tulis LOGIN.
# $place (number), $promised, $usual
status-place =
    Nomor antrean: { $place }
    Diperiksa paling lambat: { $promised }
    Biasanya: { $usual }
# $reason, $fix
status-reason =
    Alasan: { $reason }
    Yang perlu dilakukan: { $fix }
# $note
status-note = Catatan petugas: { $note }
status-number =
    Berapa nomor registrasi Anda?
    Contoh: REG-2611-7K3F9Q
status-number-help = Nomor itu ada di pesan yang kami kirim setelah Anda mendaftar, juga di e-mail. Tidak ketemu? Tulis PETUGAS.
status-number-shape = Nomor registrasi diawali REG, lalu 4 angka dan 6 huruf atau angka. Contoh: REG-2611-7K3F9Q. Tidak punya nomornya? Tulis BANTUAN.
status-nik =
    Berapa NIK yang didaftarkan? Tulis 16 angka.
    Contoh: 9801 0141 0190 0001
# $sum
status-sum =
    Satu hitungan kecil untuk memastikan Anda bukan mesin. Jawab dengan angka, misalnya 12.
    { $sum }
status-none = Kami tidak menemukan pendaftaran dengan nomor dan NIK itu. Periksa lagi keduanya. Nomor registrasi ada di pesan yang kami kirim setelah Anda mendaftar.

## Activation

activation-title = aktivasi akun
activation-none = Tidak ada akun yang menunggu aktivasi dari chat ini.
activation-mother =
    Untuk mengaktifkan akun: siapa nama ibu kandung Anda? Tulis seperti saat mendaftar.
    Contoh: Sri Lestari
# $sum
activation-sum =
    Lalu satu hitungan kecil. Jawab dengan angka, misalnya 12.
    { $sum }
activation-wrong = Data belum cocok. Kita coba sekali lagi, pelan-pelan saja.
activation-locked = Sudah terlalu banyak percobaan, jadi aktivasi kami kunci dulu demi keamanan akun Anda. Coba lagi nanti, atau hubungi petugas.
activation-gone = Akun ini tidak menunggu aktivasi lagi.
activation-done =
    { "*" }Akun Anda aktif.* Terima kasih.
    Sekarang silakan login.
activation-password =
    Tinggal satu langkah: buat kata kunci akun Anda, paling sedikit 8 karakter.
    Contoh yang baik: beberapa kata yang hanya Anda ingat.
activation-password-label = Kata kunci baru
activation-password-again = Tulis kata kunci itu sekali lagi, persis sama.
activation-password-again-label = Ulangi kata kunci baru
activation-password-made =
    { "*" }Akun Anda siap dipakai.* Kata kuncinya sudah kami simpan dengan aman.
    Sekarang silakan login.

## Login

login-title = login
# $name
login-already = Anda sudah login sebagai *{ $name }*.
login-intro = *Login Pemohon.* Belum memiliki akun? Pilih Daftar. Lupa kata kunci? Pilih Lupa password.
login-nik =
    Berapa NIK Anda? Tulis 16 angka.
    Contoh: 9801 0141 0190 0001
login-password = Apa kata kunci Anda?
login-password-label = Kata kunci
# $sum
login-sum =
    Satu hitungan kecil. Jawab dengan angka, misalnya 12.
    { $sum }
login-checking = Sebentar, kami periksa…
login-trouble = Maaf, login belum bisa diperiksa karena ada gangguan pada sistem kami. Coba lagi beberapa menit lagi.
login-wrong = NIK atau kata kunci belum cocok. Coba lagi, ya.
# $minutes (number)
login-locked = Demi keamanan, login untuk akun ini ditutup dulu selama { $minutes } menit karena terlalu banyak percobaan.
login-not-active = Akun Anda belum aktif. Tulis STATUS untuk melihat langkah berikutnya.
# $hours (text)
login-welcome =
    { "*" }Login berhasil.*

    { $hours }
logout-title = logout
logout-done = Anda sudah logout. Sampai jumpa!
logout-not-in = Anda memang belum login.

## Home page, information, services

overview-title = home
# $agency, $fullName, $office, $services, $news, $hours, $about (text)
overview-page =
    { "*" }{ $agency }*
    { $fullName }
    { $office }

    { "*" }Jenis Layanan*

    { $services }
    { "*" }Informasi terkini*
    { $news }

    { $hours }

    { $about }
# $group
overview-group = *{ $group }*
overview-group-others = *{ $group }* (khusus grup)
# $service
overview-service = • { $service }
# $title
overview-news = • { $title }

information-title = informasi
information-item = *Informasi.* Mau baca yang mana?
# $title, $body
information-detail =
    { "*" }{ $title }*
    { $body }
# $days (number)
information-no-holiday = Tidak ada hari libur dalam { $days } hari ke depan.

requirements-title = persyaratan
requirements-service = *Persyaratan.* Layanan yang mana?
# $service, $group, $requirements, $process
requirements-detail =
    { "*" }{ $service }*
    { $group }

    Persyaratan:
    { $requirements }

    Proses:
    { $process }
# $service
service-for-groups = { $service } (khusus)

forms-title = formulir
# $address
forms-where =
    Formulir layanan bisa diminta di loket kantor: { $address }
    Pilih Persyaratan untuk melihat layanan mana yang memakai formulir.

guide-title = panduan
# $agency, $contact
guide-steps =
    { "*" }Panduan { $agency }*
    1. Tulis DAFTAR, lalu jawab pertanyaan satu per satu. Siapkan KTP dan Kartu Keluarga.
    2. Kirim foto KTP yang jelas.
    3. Periksa ringkasannya. Ada yang salah? Tulis UBAH dan nomornya, misalnya: ubah 3.
    4. Tunggu kabar petugas di chat ini. Tulis STATUS kapan saja.
    5. Setelah disetujui, aktifkan akun lewat tautan atau tulis AKTIVASI.
    6. Tulis LOGIN.

    Di mana pun Anda berada: KEMBALI, BATAL, ULANG, BANTUAN, MENU, PETUGAS, BAHASA.

    { $contact }

official-title = cek resmi
# $text
official-how = { $text }
privacy-title = data pribadi
privacy-policy = { $text }

language-title = ganti bahasa
language-to = Mau memakai bahasa apa? / Which language would you like?
language-done = Baik, kita lanjut dalam Bahasa Indonesia. Tulis MENU untuk melihat pilihan.

## Notices to the applicant

# $number, $agency, $page (link), $hours (number)
registration-approved-text =
    { "*" }Kabar baik! Pendaftaran { $number } disetujui.*

    Ini tautan aktivasi akun { $agency } Anda:
    { $page }

    Tautan berlaku { $hours } jam dan hanya untuk Anda. Kalau tautan tidak bisa ditekan, simpan dulu nomor ini di kontak Anda, atau pilih "Aktifkan akun" untuk mengaktifkan di chat ini.
# $number, $why
registration-rejected-text =
    { "*" }Pendaftaran { $number } tidak disetujui.*
    { $why }

    Anda bisa memperbaikinya sekarang. Isian yang sudah benar tetap tersimpan.
registration-repair-text =
    { "*" }Pendaftaran { $number } perlu diperbaiki sedikit.*
    { $why }

    Pilih "Perbaiki data": kami hanya menanyakan bagian itu.
duplicate-attempt-text = Ada yang mencoba mendaftar dengan NIK Anda dari chat lain. Data Anda tetap aman dan tidak ditampilkan kepada siapa pun. Kalau itu bukan Anda, beri tahu petugas.

## E-mails

# $number, $agency, $office
mail-submitted-subject = Pendaftaran Anda kami terima
mail-submitted-text =
    Halo,

    Pendaftaran Anda di { $agency } kami terima dengan nomor { $number }.
    Petugas akan memeriksanya pada hari dan jam kerja. Kabar berikutnya kami kirim lewat chat dan e-mail ini.

    Kalau Anda tidak merasa mendaftar, abaikan e-mail ini.

    { $office }
mail-approved-subject = Aktivasi akun Anda
mail-approved-text =
    Halo,

    Pendaftaran Anda disetujui. Ini tautan aktivasi akun { $agency }:
    { $page }

    Tautan berlaku { $hours } jam, hanya bisa dipakai sekali, dan jangan diberikan kepada siapa pun.

    { $office }
mail-rejected-subject = Pendaftaran Anda tidak disetujui
mail-rejected-text =
    Halo,

    Pendaftaran { $number } di { $agency } tidak disetujui.
    { $why }

    Anda bisa memperbaikinya di chat: tulis PERBAIKI.

    { $office }
mail-repair-subject = Pendaftaran Anda perlu diperbaiki
mail-repair-text =
    Halo,

    Pendaftaran { $number } di { $agency } perlu diperbaiki.
    { $why }

    Perbaiki di chat: tulis PERBAIKI. Isian yang sudah benar tetap tersimpan.

    { $office }
