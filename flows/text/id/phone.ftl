### Nomor HP dan chat: ganti nomor, nomor bekas orang lain, beberapa HP.

button-send-code = Kirim Kode
button-other-number = Tulis nomor lain
button-lost-phone = Minta bantuan petugas
button-not-me = Bukan saya
menu-change-phone = Ganti nomor HP

## Ganti Nomor HP

change-phone-title = ganti nomor HP
change-phone-login-first = Untuk mengganti nomor HP, login dulu, ya. Setelah itu kita langsung lanjut ke sini.
change-phone-phone =
    { "*" }Ganti Nomor HP.* Berapa nomor HP baru Anda?
    Contoh: 0812-3456-7890
# $phone
change-phone-same = Nomor { $phone } memang sudah nomor HP akun Anda. Tidak ada yang perlu diganti.
change-phone-over = Waktu login Anda sudah habis, jadi nomor HP belum diganti. Login lagi, lalu kita lanjutkan.
# $phone
change-phone-send = Nomor HP baru: *{ $phone }*. Kami kirim kode 6 angka ke nomor itu. Siapkan HP-nya, lalu pilih *Kirim Kode*.
change-phone-sending = Sebentar, kodenya kami kirim…
change-phone-trouble = Maaf, kodenya belum terkirim karena ada gangguan di sisi kami. Nomor HP Anda belum berubah. Coba lagi beberapa menit lagi.
change-phone-too-many = Kode sudah beberapa kali diminta. Demi keamanan, tunggu 30 menit, lalu tulis GANTI NOMOR HP lagi. Nomor HP Anda belum berubah.
# $phone, $code, $minutes (number)
change-phone-unreachable =
    Kami belum bisa mengirim pesan ke { $phone } dari sini. Ada cara lain: dari HP baru itu, kirim pesan berikut ke chat kami.

    { "*" }HP-{ $code }*

    Berlaku { $minutes } menit, jangan berikan kepada siapa pun. Memakai Telegram dengan nomor baru itu di sini? Tulis GANTI NOMOR HP lagi, lalu bagikan kontak Anda sendiri.
# $phone
change-phone-code =
    Kode sudah dikirim ke { $phone }. Tulis 6 angkanya di sini untuk menyimpan nomor baru.
    Contoh: 123456
# $left (number)
change-phone-wrong = Kode itu belum cocok. Nomor HP Anda belum berubah. Periksa lagi; masih bisa dicoba { $left } kali.
change-phone-expired = Kode itu tidak berlaku lagi: waktunya habis atau terlalu sering salah. Nomor HP Anda belum berubah. Minta kode baru, ya.
# $phone
change-phone-saved = *Nomor HP baru berhasil disimpan.* Mulai sekarang semua kabar kami kirim ke { $phone }.
# $phone
change-phone-moved =
    { "*" }Nomor HP baru berhasil disimpan.* Mulai sekarang semua kabar kami kirim ke { $phone }.

    Chat ini memakai nomor lama, jadi tidak lagi terhubung dengan akun Anda dan sudah logout. Lanjutkan dari HP baru.

## Kode yang diketik di HP baru

claim-phone-phone = Kami perlu memastikan nomor chat ini. Bagikan kontak Anda sendiri lewat tombol bagikan kontak (bukan diketik).
claim-phone-done = *Nomor HP baru berhasil disimpan.* Mulai sekarang semua kabar kami kirim ke chat ini. Untuk memakai akun, silakan login.
claim-phone-wrong = Kode itu tidak berlaku untuk nomor chat ini. Periksa lagi kodenya dan nomornya, atau minta kode baru dengan GANTI NOMOR HP di HP lama.
claim-phone-typed = Nomor chat ini belum terbukti, jadi nomor HP belum diganti. Coba lagi: kirim kodenya sekali lagi, lalu bagikan kontak Anda sendiri. Sulit? Petugas bisa membantu.

## Chat kedua

link-chat-title = hubungkan chat
link-chat-login-first = Supaya kabar akun bisa dikirim ke chat ini, login dulu, ya.
link-chat-done = Baik, chat ini terhubung dengan akun Anda. Kabar kami kirim ke chat yang terakhir Anda pakai, atau yang Anda pilih di CHAT SAYA.
link-chat-already = Chat ini memang sudah terhubung dengan akun Anda.
link-chat-others = Chat ini terhubung dengan akun orang lain, jadi kabar Anda tidak kami kirim ke sini. Kalau HP atau nomor ini dulu milik orang lain, pilih "Bukan saya".

## Bukan saya

not-me-title = bukan saya
not-me-sure =
    Nomor atau HP ini dulu dipakai orang lain, dan Anda bukan orang itu? Kalau ya, chat ini kami lepaskan: kabar orang itu tidak dikirim lagi ke sini, dan chat ini mulai dari awal untuk Anda.

    Kalau Anda sendiri yang berganti nomor, pilih Tidak, lalu tulis GANTI NOMOR HP.
not-me-kept = Baik, tidak ada yang berubah.
not-me-done = *Sudah.* Chat ini tidak lagi terhubung dengan siapa pun. Terima kasih sudah memberi tahu. Ada yang bisa kami bantu untuk Anda?

## Kabar

# $agency, $code, $minutes (number)
phone-code-text =
    Kode untuk *mengganti nomor HP* akun { $agency }: *{ $code }*
    Berlaku { $minutes } menit. Jangan berikan kepada siapa pun, juga kepada yang mengaku petugas. Tidak merasa meminta? Abaikan saja.
phone-code-taken = Perhatian: nomor ini sekarang menerima kabar akun lain. Kalau kode itu dipakai, kabar akun yang lama tidak lagi dikirim ke nomor ini.
# $agency
phone-changed-gone = Nomor HP akun { $agency } yang memakai chat ini sudah diganti. Kabar akun tidak lagi dikirim ke sini. Bukan Anda yang mengganti? Segera pilih Hubungi petugas.
# $agency
phone-changed-stays = Nomor HP akun { $agency } Anda baru saja diganti. Bukan Anda yang mengganti? Segera pilih Hubungi petugas, lalu ganti kata kunci.
# $agency
phone-linked-text = *Nomor ini sekarang nomor HP sebuah akun { $agency }.* Kabar akun itu kami kirim ke chat ini. Tidak merasa? Pilih "Bukan saya".
# $agency
number-taken-text = Nomor HP yang Anda daftarkan di { $agency } sekarang terbukti dipakai orang lain, jadi kami hapus dari akun Anda. Data Anda tidak ditampilkan kepada siapa pun. Login, lalu tulis GANTI NOMOR HP untuk memasang nomor Anda yang sekarang.
# $agency
chat-released-text = Salah satu chat Anda di { $agency } sudah dilepaskan, karena nomor atau HP-nya dipakai orang lain. Data Anda tidak ditampilkan kepada orang itu. Kalau itu masih nomor Anda, login lalu tulis GANTI NOMOR HP, atau hubungi petugas.
# $agency
chat-linked-text = Satu chat lain sekarang terhubung dengan akun { $agency } Anda, karena seseorang login di sana dengan kata kunci Anda. Bukan Anda? Segera hubungi petugas, lalu ganti kata kunci.

mail-phone-changed-subject = Nomor HP akun Anda diganti
# $agency, $office
mail-phone-changed-text =
    Halo,

    Nomor HP akun { $agency } Anda baru saja diganti. Mulai sekarang kabar akun dikirim ke nomor yang baru.

    Kalau bukan Anda yang menggantinya, segera hubungi petugas: tulis PETUGAS di chat kami atau datang ke kantor.

    { $office }
mail-number-taken-subject = Nomor HP Anda perlu diperbarui
# $agency, $office
mail-number-taken-text =
    Halo,

    Nomor HP yang Anda daftarkan di { $agency } sekarang terbukti dipakai orang lain, jadi kami hapus dari akun Anda. Data Anda tidak ditampilkan kepada siapa pun.

    Untuk memasang nomor Anda yang sekarang: login di chat kami, lalu tulis GANTI NOMOR HP. Sulit? Tulis PETUGAS.

    { $office }
mail-chat-released-subject = Satu chat Anda dilepaskan
# $agency, $office
mail-chat-released-text =
    Halo,

    Salah satu chat Anda di { $agency } sudah dilepaskan, karena pemakainya menyatakan bukan Anda, atau nomornya terbukti dipakai orang lain. Data Anda tidak ditampilkan kepada orang itu.

    Kalau itu masih nomor Anda: login di chat kami, lalu tulis GANTI NOMOR HP. Sulit? Tulis PETUGAS.

    { $office }
mail-chat-linked-subject = Chat lain terhubung dengan akun Anda
# $agency, $office
mail-chat-linked-text =
    Halo,

    Satu chat lain sekarang terhubung dengan akun { $agency } Anda, karena seseorang login di sana dengan kata kunci Anda.

    Kalau itu bukan Anda, segera hubungi petugas: tulis PETUGAS di chat kami, lalu ganti kata kunci.

    { $office }

## Beberapa orang di satu HP

button-other-registration = Cek nomor lain
# $number, $whose
registration-of = { $number } atas nama { $whose }
# $number, $whose, $agency, $page (link), $hours (number)
registration-approved-other =
    { "*" }Kabar baik! Pendaftaran { $number } atas nama { $whose } disetujui.*

    Ini tautan aktivasi akun { $agency } untuk orang itu:
    { $page }

    Tautan berlaku { $hours } jam dan hanya untuk { $whose }, bukan untuk akun Anda sendiri. Bukalah bersama orangnya: nama ibu kandungnya akan ditanyakan. Tautan yang sama dikirim ke e-mail yang didaftarkan.
# $whose
status-whose = Atas nama: { $whose }
