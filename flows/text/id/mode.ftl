### Acting for oneself or for a group, and what an application may hold in either mode, in Indonesian.

## The mode, and changing it

menu-mode = Ganti mode
applicant-heading = Menu *Pemohon*.
# $name
applicant-who = *{ $name }*
mode-title = ganti mode
mode-line-personal = Pemohon
# $group, $region
mode-line-group = Grup: *{ $group }*, { $region }
# $until (date)
mode-line-group-until = Grup: *{ $group }*, { $region } (sampai { $until })
mode-login-first = Untuk ganti mode, silakan login dulu. Setelah itu tulis GANTI MODE lagi.
# $office
mode-no-group =
    Akun Anda memakai mode Pemohon, untuk Anda sendiri dan keluarga satu KK. Tidak ada yang perlu diganti.

    Mengurus warga untuk desa, kelurahan, atau fasilitas kesehatan? Bawa surat tugas dari pimpinan Anda ke { $office }. Setelah petugas mencatatnya, mode grup muncul di sini.
# $now (text)
mode-to =
    Mode Anda sekarang:
    { $now }

    Mau ganti ke mode apa? Tidak jadi? Tulis BATAL.
mode-personal-option = Pemohon Pribadi
# $now (text)
mode-gone =
    Mode itu baru saja tidak berlaku lagi. Mode Anda sekarang:
    { $now }
mode-personal = Sekarang Anda dalam mode *Pemohon Pribadi*: pengajuan untuk Anda sendiri dan keluarga satu KK.
# $now, $services (text)
mode-group =
    Sekarang Anda bertindak untuk grup:
    { $now }

    Anda bisa mengajukan untuk warga lain. Layanan khusus Anda:
    { $services }
mode-no-special = (belum ada)

## The beginning of an application

applications-title = pengajuan
applications-login-first = Untuk membuat pengajuan, silakan login dulu.
# $mode (text)
applications-service =
    { "*" }Pengajuan.* Layanan yang mana?
    { $mode }
applications-service-label = Layanan
applications-mode-personal = Mode: Pemohon
# $group
applications-mode-group = Mode: grup { $group }
# $service
applications-group-only = { $service } hanya untuk pemohon dalam grup tertentu, misalnya petugas fasilitas kesehatan atau petugas desa. Hubungi kantor kalau Anda seharusnya punya akses.
# $service, $group
applications-switch-first = { $service } bisa Anda ajukan dalam mode grup *{ $group }*. Ganti mode dulu, lalu tulis PENGAJUAN lagi.
# $service, $instead (text)
applications-closed =
    Pengajuan { $service } belum tersedia.
    { $instead }

    Anda boleh menyiapkan isiannya dulu di sini. Tidak ada yang dikirim ke kantor.
applications-who = Pengajuan ini untuk siapa?
applications-who-label = Untuk siapa
applications-for-self = Saya sendiri
applications-for-family = Keluarga (satu KK)
applications-for-anyone = Orang lain
applications-others = Dalam mode Pemohon, pengajuan hanya untuk Anda sendiri atau keluarga dalam satu KK. Untuk orang lain, yang mengajukan adalah orang itu sendiri, atau petugas desa dan fasilitas kesehatan dalam mode grup.
applications-nik =
    Berapa NIK orang yang diurus? Tulis 16 angka.
    Contoh: 9801 0141 0190 0001
    Bayi yang belum punya NIK: pilih Lewati.
applications-nik-label = NIK
applications-nik-help = NIK ada di KTP, dan di Kartu Keluarga di samping namanya. Bayi yang baru lahir belum punya NIK: tulis LEWATI.
applications-name =
    Siapa nama lengkap orang itu?
    Contoh: Siti Aminah
applications-name-label = Nama lengkap
applications-kk =
    Berapa nomor Kartu Keluarga (KK) yang memuat orang itu? Tulis 16 angka.
    Contoh: 9801 0112 0315 0002
applications-kk-label = Nomor KK
applications-kk-help = Nomor KK ada di bagian atas Kartu Keluarga. Untuk bayi, tulis nomor KK orang tuanya.
applications-not-family = Nomor itu bukan nomor KK Anda. Dalam mode Pemohon, pengajuan hanya untuk keluarga dalam satu KK. Periksa nomornya, atau tulis KEMBALI untuk mengubah jawaban lain, atau BATAL.
# $minutes (number)
applications-family-locked = Sudah terlalu banyak percobaan nomor KK, jadi bagian ini kami tutup dulu selama { $minutes } menit. Siapkan Kartu Keluarga Anda, lalu coba lagi, atau hubungi petugas.
# $data (text)
applications-locked =
    Data ini mengikuti akun Anda dan terkunci dalam mode Pemohon:
    { $data }

    Balas LANJUT.
applications-locked-label = Data Anda (terkunci)
applications-locked-where = Nomor HP berubah? Tulis GANTI NOMOR HP. Nomor KK, e-mail, atau wilayah keliru? Tulis PERBAIKI DATA SAYA.
# $label, $value
applications-locked-row = { $label }: { $value }
applications-phone =
    Berapa nomor HP (WhatsApp) warga itu? Kabar pengajuan dikirim ke sana.
    Contoh: 0812-0000-0000
applications-phone-label = Nomor HP (WhatsApp)
applications-email =
    Apa alamat e-mail warga itu? Dokumen yang selesai dikirim ke sana.
    Contoh: siti@contoh.id
applications-email-label = E-mail
# $within
applications-district =
    Di kecamatan mana di { $within } warga itu tinggal?
    Contoh: Karanganyar
applications-district-label = Kecamatan
# $within
applications-village =
    Di desa atau kelurahan mana di { $within }?
    Contoh: Karangsari
applications-village-label = Desa/Kelurahan
applications-region-label = Wilayah
applications-review = *Periksa lagi, ya.* Ini isian pengajuan:
applications-changed = Sejak isian ini dimulai, login, mode, atau data Anda berubah, jadi isiannya tidak dipakai. Tulis PENGAJUAN untuk mulai lagi.
# $service, $instead, $requirements, $hours, $contact (text)
applications-end =
    Isian Anda sudah lengkap, tetapi pengajuan { $service } belum bisa dikirim lewat chat. Tidak ada yang kami kirim, dan isian tadi tidak kami simpan.
    { $instead }

    { "*" }Persyaratan*
    { $requirements }

    { $hours }

    { $contact }

## Officers: giving a mandate, taking it back

home-greeting-mandates = BERI MANDAT dan CABUT MANDAT mengatur hak bertindak bagi grup.

button-mandate = Beri mandat
mandate-title = pemberian mandat
mandate-not-allowed = Memberi dan mencabut mandat grup hanya bisa dilakukan petugas yang berwenang, misalnya supervisor.
mandate-nik =
    Kita catat hak untuk bertindak bagi sebuah grup. Berapa NIK pemohon yang mendapatnya? Tulis 16 angka.
    Contoh: 9801 0141 0190 0001
mandate-nik-label = NIK pemohon
# $outcome
mandate-no-holder =
    { $outcome ->
        [own] Itu akun Anda sendiri. Mandat untuk Anda harus dicatat petugas lain.
        [not-allowed] Anda tidak berwenang memberi mandat.
       *[none] Tidak ada akun aktif dengan NIK itu. Periksa angkanya, atau minta orang itu mendaftar dan mengaktifkan akunnya dulu.
    }
# $name
mandate-group =
    Akun atas nama *{ $name }*. Apa nama grupnya?
    Contoh: Desa Karangsari
mandate-group-label = Nama grup
# $within
mandate-district =
    Di kecamatan mana di { $within } wilayah grup itu?
    Contoh: Karanganyar. Untuk seluruh kabupaten: pilih Lewati.
mandate-district-label = Kecamatan
# $within
mandate-village =
    Di desa atau kelurahan mana di { $within }?
    Contoh: Karangsari. Untuk seluruh kecamatan: pilih Lewati.
mandate-village-label = Desa/Kelurahan
mandate-letter =
    Berapa nomor surat yang menjadi dasarnya?
    Contoh: SK Kades 141/12/2026
mandate-letter-label = Nomor surat
mandate-letter-date =
    Tanggal berapa surat itu?
    Contoh: 05-01-2026
mandate-letter-date-label = Tanggal surat
mandate-services =
    Layanan khusus mana yang boleh dipakai grup itu? Pilih satu per satu, atau tulis nomornya sekaligus.
    Contoh: 1, 2
mandate-services-label = Layanan khusus
mandate-ends =
    Sampai tanggal berapa mandat itu berlaku?
    Contoh: 31-12-2027. Tanpa batas waktu: pilih Lewati.
mandate-ends-label = Berlaku sampai
mandate-review = *Periksa lagi dengan suratnya.* Ini mandat yang akan dicatat:
# $given, $group, $name
mandate-done =
    { $given ->
        [given] *Mandat dicatat.* { $name } sekarang bisa bertindak untuk { $group }, dan sudah dikabari.
        [own] Itu akun Anda sendiri. Mandat untuk Anda harus dicatat petugas lain.
        [gone] Mandat tidak dicatat: akun itu baru saja tidak aktif lagi.
       *[not-allowed] Mandat tidak dicatat. Periksa layanan dan tanggalnya, lalu tulis BERI MANDAT untuk mengisi lagi.
    }
revoke-mandate-title = pencabutan mandat
revoke-mandate-nik =
    Mandat siapa yang dicabut? Tulis 16 angka NIK pemegangnya. Untuk melihat semua mandat: pilih Lewati.
    Contoh: 9801 0141 0190 0001
revoke-mandate-none = Tidak ada mandat yang sedang berlaku untuk itu.
revoke-mandate-which = Mandat yang mana? Pilih, atau tulis nama grup atau pemegangnya.
# $group, $name
revoke-mandate-option = { $group }: { $name }
revoke-mandate-reason =
    Kenapa mandat itu dicabut? Alasannya kami sampaikan kepada pemegangnya.
    Contoh: Masa tugas sudah selesai
# $group, $name
revoke-mandate-sure = Cabut mandat *{ $group }* dari *{ $name }* sekarang juga?
revoke-mandate-kept = Baik, mandat itu tetap berlaku.
# $revoked
revoke-mandate-done =
    { $revoked ->
        [revoked] *Mandat dicabut.* Pemegangnya kembali ke mode Pemohon dan sudah dikabari.
        [not-allowed] Mandat tidak dicabut: Anda tidak berwenang.
       *[gone] Mandat itu sudah tidak berlaku.
    }

## Notices to the holder

# $group, $region, $services, $until (text)
mandate-given-text =
    { "*" }Akun Anda sekarang punya mode grup.*
    Grup: { $group }, { $region }
    { $until }
    Layanan khusus:
    { $services }

    Setelah login, tulis GANTI MODE untuk memakainya. Merasa ini keliru? Hubungi petugas.
mandate-given-open = Berlaku sampai dicabut.
# $day (date)
mandate-given-until = Berlaku sampai { $day }.
# $group, $reason
mandate-revoked-text =
    Hak Anda untuk bertindak bagi grup *{ $group }* sudah dicabut petugas.
    Alasan: { $reason }

    Akun Anda kembali ke mode Pemohon. Merasa ini keliru? Hubungi petugas.
mail-mandate-given-subject = Akun Anda mendapat mode grup
# $agency, $office
mail-mandate-given-text =
    Halo,

    Petugas mencatat hak baru pada akun { $agency } Anda: bertindak untuk sebuah grup. Rinciannya ada di chat Anda; setelah login, tulis GANTI MODE.

    Merasa ini keliru? Beri tahu kantor.

    { $office }
mail-mandate-revoked-subject = Mode grup pada akun Anda dicabut
# $agency, $office
mail-mandate-revoked-text =
    Halo,

    Sebuah hak untuk bertindak bagi grup pada akun { $agency } Anda sudah dicabut petugas. Alasannya ada di chat Anda.

    Merasa ini keliru? Beri tahu kantor.

    { $office }
