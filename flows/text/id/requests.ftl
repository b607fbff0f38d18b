### Requests besides registrations: PERBAIKI of an active account's data, a lost phone number. Indonesian.

button-stop-replacement = Bukan saya, hentikan

menu-correction = Perbaiki data saya

## Perbaiki: which of the two

# $number
repair-which =
    Mau memperbaiki yang mana? Pendaftaran { $number } juga belum selesai.
repair-which-registration = Pendaftaran itu
repair-which-account = Data akun saya

## Correction of an account's data

correction-title = perbaikan data
correction-logged-out = Untuk memperbaiki data akun, silakan login dulu. Setelah itu tulis PERBAIKI lagi. Tidak bisa login? Hubungi petugas.
# $number, $promised
correction-open =
    Perbaikan data Anda nomor *{ $number }* masih diperiksa, paling lambat { $promised }.
    Setelah selesai, Anda bisa meminta perbaikan berikutnya. Tulis STATUS kapan saja.
correction-datum =
    Data mana yang salah? Pilih satu, atau tulis saja, misalnya: alamat.
    NIK tidak pernah berubah. Kalau NIK di KTP salah, datanglah ke kantor.
correction-datum-label = Yang diperbaiki
correction-address = Alamat (provinsi s.d. desa)
correction-photo = Kirim foto KTP asli yang jelas sebagai bukti. Petugas mencocokkannya dengan isian baru Anda.
correction-photo-if-any = Ada foto KTP sebagai bukti? Kirim kalau ada. Kalau tidak ada, pilih Lewati.
correction-same = Itu sama persis dengan yang sudah tercatat. Tulis yang benar, atau tulis KEMBALI untuk memilih data lain.
correction-nothing = (kosong)
# $before, $after
correction-change = { $before } → { $after }
correction-review = *Periksa lagi, ya.* Data lama kami samarkan, data baru di kanan panah.
# $outcome, $number, $promised
correction-done =
    { $outcome ->
        [submitted]
            { "*" }Permintaan perbaikan terkirim.*
            Nomornya: *{ $number }*

            Petugas memeriksa paling lambat { $promised }. Sampai saat itu data lama tetap dipakai.
            Kabarnya kami kirim ke chat ini. Tulis STATUS kapan saja.
        [open] Perbaikan data Anda nomor *{ $number }* masih diperiksa, paling lambat { $promised }. Tulis STATUS untuk melihatnya.
        [unchanged] Isian baru sama dengan yang sudah tercatat, jadi tidak ada yang perlu diperbaiki. Mau memperbaiki yang lain? Tulis PERBAIKI.
       *[logged-out] Login Anda sudah berakhir. Silakan login, lalu tulis PERBAIKI lagi.
    }
# $number
correction-approved-text =
    { "*" }Data Anda sudah diperbaiki.* Nomor permintaan: { $number }
    Bukan Anda yang meminta? Segera tulis PETUGAS.
# $number, $why
correction-rejected-text =
    { "*" }Perbaikan data { $number } tidak disetujui.* Data lama tetap dipakai.
    { $why }

    Anda bisa meminta lagi: pilih Coba lagi.
mail-corrected-subject = Data akun Anda diperbaiki
# $number, $agency, $office, $email
mail-corrected-text =
    Halo,

    Data akun { $agency } Anda diperbaiki atas permintaan { $number }.
    Kalau bukan Anda yang meminta, segera hubungi kami: { $email }

    { $office }

## Lost phone number

lost-phone-title = penggantian nomor HP yang hilang
lost-phone-own-chat = Chat ini sudah terhubung dengan sebuah akun, jadi nomor HP diganti dengan cara biasa: login, lalu pilih Ganti nomor HP. Untuk akun orang lain, tulis dari HP dengan nomor barunya.
lost-phone-too-many = Sudah beberapa kali permintaan dikirim dari chat ini hari ini. Coba lagi besok, atau hubungi petugas.
# $agency
lost-phone-intro =
    Nomor HP lama Anda hilang atau tidak aktif? Kita hubungkan akun { $agency } Anda dengan chat ini.
    Siapkan KTP dan Kartu Keluarga. Isian dan foto hanya dipakai petugas untuk memastikan bahwa ini benar Anda.
lost-phone-nik =
    Berapa NIK Anda? Tulis 16 angka.
    Contoh: 9801 0141 0190 0001
lost-phone-nik-label = NIK
lost-phone-name =
    Siapa nama lengkap Anda, persis seperti di KTP?
    Contoh: Budi Santoso
lost-phone-name-label = Nama lengkap
lost-phone-kk =
    Berapa nomor Kartu Keluarga Anda? Tulis 16 angka.
    Contoh: 9801 0101 0120 0005
lost-phone-kk-label = Nomor KK
lost-phone-phone =
    Berapa nomor HP Anda yang baru? Kami hubungkan dengan akun Anda.
    Contoh: 0812 0000 0001
lost-phone-phone-label = Nomor HP baru
lost-phone-photo = Terakhir, kirim foto KTP asli Anda: terang, tajam, keempat sudutnya terlihat.
lost-phone-photo-label = Foto KTP
lost-phone-review = *Periksa lagi, ya.* Ini isian Anda:
# $sum
lost-phone-sum =
    Satu hitungan kecil untuk memastikan Anda bukan mesin.
    { $sum }
# $outcome, $number, $promised
lost-phone-done =
    { $outcome ->
        [submitted]
            { "*" }Permintaan Anda kami terima.*
            Nomornya: *{ $number }*

            Kalau data cocok dengan sebuah akun, petugas memeriksanya dan mungkin menelepon nomor baru Anda. Nomor lama akun itu juga kami beri tahu.
            Jawabannya kami kirim ke chat ini paling lambat { $promised }. Tulis STATUS kapan saja.
        [open] Permintaan nomor *{ $number }* dari chat ini masih diperiksa. Jawabannya kami kirim paling lambat { $promised }.
        [too-many] { lost-phone-too-many }
       *[own-chat] { lost-phone-own-chat }
    }
# $number, $agency
phone-approved-text =
    { "*" }Nomor HP Anda sudah diganti.* Nomor permintaan: { $number }
    Mulai sekarang akun { $agency } Anda terhubung dengan chat ini, dan chat lama tidak lagi.
    Silakan login. Demi keamanan, ganti juga kata kunci Anda: pilih Lupa password.
# $number, $address
phone-refused-text =
    Permintaan ganti nomor *{ $number }* belum bisa kami penuhi.
    Biasanya karena isian tidak sama dengan KTP dan Kartu Keluarga, foto KTP tidak terbaca, atau NIK itu belum punya akun.
    Anda bisa mencoba lagi, mendaftar dengan menulis DAFTAR, atau datang dengan KTP asli ke { $address }
# $agency
phone-claimed-text =
    { "*" }Ada permintaan mengganti nomor HP akun { $agency } Anda.*
    Kalau Anda sendiri yang meminta, abaikan pesan ini.
    Bukan Anda? Tekan tombol di bawah atau balas BUKAN SAYA. Permintaan itu langsung kami hentikan.
mail-phone-claimed-subject = Permintaan mengganti nomor HP
# $agency, $office, $email
mail-phone-claimed-text =
    Halo,

    Ada permintaan mengganti nomor HP akun { $agency } Anda. Kalau Anda sendiri yang meminta, abaikan e-mail ini.
    Bukan Anda? Tulis BUKAN SAYA di chat Anda dengan kami, atau segera hubungi { $email }

    { $office }

stop-replacement-title = penghentian permintaan
stop-replacement-stopped = *Permintaan itu kami hentikan.* Nomor HP Anda tidak diganti, dan petugas diberi tahu. Kalau Anda khawatir, hubungi petugas.
stop-replacement-nothing = Tidak ada permintaan mengganti nomor yang sedang berjalan untuk chat ini, jadi tidak ada yang perlu dihentikan. Ada hal lain yang aneh? Hubungi petugas.

## Status

# $list
status-requests = { $list }
# $kind, $number, $status, $submitted, $promised
request-status =
    { $kind ->
        [correction] Perbaikan data
       *[phone] Ganti nomor HP yang hilang
    } *{ $number }*
    Status: *{ $status ->
        [submitted] sedang diperiksa, paling lambat { $promised }
        [approved] disetujui
        [withdrawn] dihentikan
       *[rejected] tidak disetujui
    }*
    Dikirim: { $submitted }

## For officers

# $kind
case-kind =
    { $kind ->
        [correction] Perbaikan data
        [phone] Nomor HP hilang
       *[registration] Pendaftaran
    }
# $label, $before, $after
card-change = { $label }: { $before } → *{ $after }*
# $label, $value, $same (yes or no)
card-match =
    { $label }: *{ $value }* { $same ->
        [yes] ✓ sama dengan data terdaftar
       *[no] ✗ berbeda dari data terdaftar
    }
flag-other-report = Ada permintaan lain untuk akun yang sama. Pastikan mana pemilik akunnya.
flag-contested = Pemilik akun menyatakan ini BUKAN dia. Hanya bisa ditolak.
# $what, $number
return-only-registrations = { $what } { $number } tidak bisa dikembalikan untuk perbaikan. Setujui, atau tolak dengan alasan; pemohon bisa meminta lagi.
# $number
task-contested-text = ⚠ *{ $number }*: pemilik akun membalas BUKAN SAYA. Permintaan ini hanya bisa ditolak.
