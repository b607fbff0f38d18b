### Kata kunci: lupa, ganti, tautan untuk membuat yang baru; dan login atas pendaftaran yang tidak disetujui.

## Menu

button-in-chat = Lewat chat
menu-change-password = Ganti password
applicant-tip-forgot = Tidak ingat kata kunci? Pilih Lupa password.
applicant-tip-change = Tips: ganti kata kunci kalau pernah dipakai di tempat lain, pernah diketik di HP orang lain, atau mungkin diketahui orang lain.

## Lupa password

forgot-password-title = lupa kata kunci
forgot-password-intro = *Lupa password.* Tidak apa-apa. Jawab tiga pertanyaan dan satu hitungan, lalu kami kirim tautan untuk membuat kata kunci baru.
forgot-password-nik =
    Berapa NIK Anda? Tulis 16 angka.
    Contoh: 9801 0141 0190 0001
forgot-password-name =
    Siapa nama lengkap Anda, seperti yang didaftarkan?
    Contoh: Siti Aminah
forgot-password-phone =
    Berapa nomor HP yang didaftarkan?
    Contoh: 0812-3456-7890
# $sum
forgot-password-sum =
    Terakhir, satu hitungan kecil. Setelah itu langsung kami proses.
    { $sum }
# $minutes (number)
forgot-password-locked =
    Demi keamanan, permintaan ini kami tutup dulu selama { $minutes } menit karena sudah terlalu sering diminta. Coba lagi nanti, atau hubungi petugas.
    Tautan yang sudah kami kirim tetap bisa dipakai sampai habis waktunya.
# $minutes (number), $contact (text), $hours (text)
forgot-password-sent =
    { "*" }Terima kasih, sudah kami proses.*
    Kalau data itu cocok, tautan untuk membuat kata kunci baru kami kirim ke chat dan e-mail yang terdaftar. Tautan berlaku { $minutes } menit.

    Belum ada yang masuk dalam 5 menit? Periksa dulu e-mail dan chat di nomor yang didaftarkan. Lalu coba lagi: mungkin ada isian yang berbeda dari saat mendaftar. Nomornya sudah tidak dipakai? Tulis PETUGAS.

    { $contact }
    Jam kerja:
    { $hours }

## Tautan, dan cara yang sama lewat chat

reset-title = kata kunci baru
# $agency, $minutes (number), $page (link)
reset-link-text =
    { "*" }Membuat kata kunci baru*
    Ada permintaan kata kunci baru untuk akun { $agency } Anda. Buka tautan ini, siapkan nomor Kartu Keluarga:
    { $page }

    Tautan berlaku { $minutes } menit, sekali pakai, dan hanya untuk Anda. Jangan teruskan kepada siapa pun. Tautan tidak bisa ditekan? Pilih "Lewat chat".

    Bukan Anda yang meminta? Abaikan saja: kata kunci lama Anda tetap berlaku.
reset-none = Di chat ini tidak ada tautan kata kunci baru yang masih berlaku. Mungkin sudah dipakai, sudah habis waktunya, atau dikirim ke chat lain. Minta yang baru dengan memilih Lupa password.
reset-kk =
    { "*" }Membuat kata kunci baru lewat chat.* Berapa nomor Kartu Keluarga (KK) yang didaftarkan? Tulis 16 angka.
    Contoh: 9801 0101 0115 0001
    Kalau pesan Anda nanti masih terlihat di chat ini, hapus juga dari HP Anda.
reset-kk-help = Nomor KK ada di bagian atas Kartu Keluarga. Yang dipakai nomor yang Anda tulis saat mendaftar. KK sudah berganti nomor? Tulis PETUGAS.
reset-wrong = Nomor KK itu belum cocok dengan yang didaftarkan. Periksa lagi di Kartu Keluarga, ya.
reset-locked = Nomor KK belum cocok beberapa kali, jadi tautan ini kami kunci untuk melindungi akun Anda. Minta tautan baru beberapa saat lagi, atau hubungi petugas.
reset-late = Waktu untuk membuat kata kunci baru sudah habis, atau kata kuncinya sudah diganti. Kalau masih perlu, minta tautan baru dengan memilih Lupa password.
reset-password =
    Cocok. Sekarang tulis kata kunci baru, paling sedikit 8 karakter; spasi boleh.
    Contoh yang baik: beberapa kata yang hanya Anda ingat.
reset-password-again = Tulis kata kunci baru itu sekali lagi, persis sama.
reset-saving = Sebentar, kata kunci baru kami simpan…
reset-trouble = Maaf, kata kunci baru belum tersimpan karena ada gangguan di sisi kami. Kata kunci lama masih berlaku. Minta tautan baru beberapa menit lagi.
reset-done =
    { "*" }Kata kunci Anda sudah diganti.* Semua login sebelumnya sudah kami akhiri.
    Silakan login dengan kata kunci baru.

## Ganti password

change-password-title = ganti kata kunci
change-password-login-first = Untuk mengganti kata kunci, login dulu, ya. Setelah itu kita langsung lanjut ke sini.
change-password-old = { "*" }Ganti password.* Apa kata kunci Anda yang lama?
change-password-old-label = Kata kunci lama
change-password-checking = Sebentar, kami periksa…
change-password-wrong = Kata kunci lama belum cocok. Coba lagi, ya. Tidak ingat? Pilih Lupa password.
# $minutes (number)
change-password-locked = Demi keamanan, penggantian kata kunci ditutup dulu selama { $minutes } menit karena terlalu banyak percobaan. Tidak ingat kata kunci lama? Pilih Lupa password.
change-password-new =
    Tulis kata kunci baru, paling sedikit 8 karakter; spasi boleh. Harus berbeda dari yang lama.
    Contoh yang baik: beberapa kata yang hanya Anda ingat.
change-password-new-label = Kata kunci baru
change-password-new-again = Tulis kata kunci baru itu sekali lagi, persis sama.
change-password-new-again-label = Ulangi kata kunci baru
change-password-same = Kata kunci baru sama dengan yang lama. Pilih yang lain, misalnya tiga kata yang hanya Anda tahu.
change-password-over = Login Anda sudah berakhir, jadi kata kunci belum diganti. Login dulu, lalu kita ulangi.
change-password-trouble = Maaf, kata kunci belum bisa diganti karena ada gangguan di sisi kami. Kata kunci lama tetap berlaku. Coba lagi beberapa menit lagi, atau hubungi petugas.
change-password-done =
    { "*" }Kata kunci berhasil diganti.* Semua login sudah kami akhiri, juga di HP lain.
    Silakan login lagi dengan kata kunci baru.

## Pemberitahuan

# $agency, $when (date and time)
password-changed-text =
    { "*" }Kata kunci akun { $agency } Anda diganti* pada { $when }. Semua login sebelumnya sudah berakhir.

    Kalau itu Anda, silakan login dengan kata kunci baru.
    Kalau bukan Anda: pilih Lupa password sekarang untuk membuat kata kunci yang lain, lalu hubungi petugas.
mail-reset-link-subject = Membuat kata kunci baru
# $agency, $office, $minutes (number), $page (link)
mail-reset-link-text =
    Halo,

    Ada permintaan kata kunci baru untuk akun { $agency } Anda. Buka tautan ini, siapkan nomor Kartu Keluarga:
    { $page }

    Tautan berlaku { $minutes } menit, hanya bisa dipakai sekali, dan jangan diberikan kepada siapa pun.
    Kalau bukan Anda yang meminta, abaikan e-mail ini. Kata kunci lama tetap berlaku.

    { $office }
mail-password-changed-subject = Kata kunci Anda diganti
# $agency, $office, $when (date and time)
mail-password-changed-text =
    Halo,

    Kata kunci akun { $agency } Anda diganti pada { $when }. Semua login sebelumnya sudah berakhir.

    Kalau itu Anda, tidak ada yang perlu dilakukan.
    Kalau bukan Anda, segera tulis LUPA PASSWORD di chat { $agency }, lalu PETUGAS.

    { $office }

## Halaman di balik tautan

page-reset-title = Kata kunci baru akun { $agency }
page-reset-intro = Tulis nomor Kartu Keluarga Anda, lalu kata kunci yang baru. Tautan ini bukan untuk Anda? Tutup saja halaman ini.
page-reset-kk-label = Nomor Kartu Keluarga (KK)
page-reset-kk-hint = 16 angka, seperti saat mendaftar. Contoh: 9801 0101 0115 0001
page-reset-button = Ganti Password
page-reset-wrong =
    Nomor KK belum cocok dengan yang didaftarkan. Periksa lagi di Kartu Keluarga, lalu tulis ulang kata kuncinya.
    Sisa percobaan: { $left }.
page-reset-made-title = Kata kunci sudah diganti
page-reset-made-text =
    Kata kunci akun { $agency } Anda sudah diganti, dan semua login sebelumnya diakhiri.
    Langkah berikutnya: buka chat { $agency }, lalu ketik *login* untuk masuk dengan kata kunci baru.
page-reset-expired-title = Tautan kata kunci sudah habis waktunya
page-reset-expired-text =
    Demi keamanan, tautan hanya berlaku sebentar. Kata kunci lama Anda tidak berubah.
    Kembali ke chat { $agency }, lalu ketik *lupa password* untuk mendapat tautan baru.
page-reset-used-title = Tautan kata kunci sudah dipakai
page-reset-used-text =
    Tautan ini sudah dipakai, atau kata kuncinya sudah diganti dengan cara lain.
    Kalau itu Anda: kembali ke chat { $agency }, lalu ketik *login*. Perlu mengganti lagi? Ketik *lupa password*.
    Kalau bukan Anda: segera ketik *lupa password*, lalu *petugas*.
page-reset-locked-title = Tautan kata kunci dikunci
page-reset-locked-text =
    Nomor KK belum cocok beberapa kali, jadi tautan ini kami kunci untuk melindungi akun Anda. Kata kunci lama tidak berubah.
    Kembali ke chat { $agency }. Ketik *lupa password* beberapa saat lagi untuk mendapat tautan baru, atau *petugas* untuk dibantu.

## Login atas pendaftaran yang tidak disetujui

returned-title = pendaftaran Anda
returned-gone = Pendaftaran itu sudah diperbaiki atau sudah diputuskan. Tulis STATUS untuk melihat keadaannya.
# $number, $nik, $name, $status (text), $why (text)
returned-view =
    { "*" }Pendaftaran { $number }*
    NIK: { $nik }
    Nama Lengkap: { $name }
    Status Pendaftaran: *{ $status }*
    { $why }
returned-is-rejected = Tidak Disetujui
returned-is-repair = Perlu Perbaikan
returned-pick = Anda bisa mendaftar ulang sekarang. Isian yang sudah benar tetap tersimpan; kami hanya menanyakan yang perlu. Mau apa?
returned-again = Daftar Ulang
returned-leave = Keluar
returned-bye = Baik, Anda sudah keluar. Kapan saja siap, tulis LOGIN lagi.
