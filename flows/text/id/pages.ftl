# Halaman di balik tautan sekali pakai: tenang, satu tugas, dan selalu ada langkah berikutnya.

## Di semua halaman
page-footer-free = Layanan ini gratis. Kami tidak pernah meminta uang, PIN, atau kode OTP.
page-footer-secret = Tautan ini hanya untuk Anda. Jangan teruskan kepada siapa pun, juga kepada yang mengaku petugas.
page-title-failed = Perlu diperiksa: { $title }
page-summary-title = Ada yang perlu diperiksa
page-minutes-left = Tautan ini berlaku { $count } menit lagi dan hanya bisa dipakai satu kali.
page-hours-left = Tautan ini berlaku { $count } jam lagi dan hanya bisa dipakai satu kali.
page-days-left = Tautan ini berlaku { $count } hari lagi dan hanya bisa dipakai satu kali.

## Aktivasi akun
page-activation-title = Aktivasi Akun { $agency }
page-activation-intro = Pendaftaran Anda sudah disetujui. Jawab dua pertanyaan ini untuk mengaktifkan akun.
page-activation-button = Proses Aktivasi
page-activation-wrong =
    Data belum cocok. Periksa kedua jawaban, lalu coba lagi. Hitungannya sudah kami ganti.
    Sisa percobaan: { $left }.
page-mother-label = Nama ibu kandung
page-mother-hint = Tulis seperti di Kartu Keluarga. Contoh: Sri Lestari
page-mother-empty = Nama ibu kandung belum diisi. Tulis seperti di Kartu Keluarga.
page-mother-long = Nama ibu kandung terlalu panjang. Tulis namanya saja.
page-sum-hint = Jawab dengan satu angka. Contoh: 18
page-sum-no-number = Hitungan belum dijawab dengan angka. Jawab hitungan yang baru. Contoh: 18
page-sum-stale = Hitungan tadi sudah tidak berlaku. Jawab hitungan yang baru.
page-activated-title = Akun aktif
page-activated-text =
    Akun { $agency } Anda sudah bisa dipakai.
    Langkah berikutnya: kembali ke chat { $agency }, lalu ketik *login* untuk masuk.
page-activated-bare-title = Akun aktif, tinggal satu langkah
page-activated-bare-text = Sekarang buat kata kunci, supaya hanya Anda yang bisa masuk ke akun { $agency } ini.
page-activated-bare-button = Buat kata kunci
page-already-active-title = Tidak ada yang perlu diaktifkan
page-already-active-text =
    Akun ini sudah aktif, atau permintaannya sudah selesai.
    Kembali ke chat { $agency }, lalu ketik *login* untuk masuk.

## Kata kunci pertama
page-password-title = Kata kunci akun { $agency }
page-password-intro = Akun Anda sudah aktif. Buat kata kunci untuk masuk. Petugas tidak tahu dan tidak pernah menanyakannya.
page-password-label = Kata kunci baru
page-password-hint = Paling sedikit 8 karakter; spasi boleh. Contoh yang baik: beberapa kata yang hanya Anda ingat. Jangan pakai nama, NIK, atau tanggal lahir.
page-password-button = Simpan kata kunci
page-password-made-title = Kata kunci tersimpan
page-password-made-text =
    Akun { $agency } Anda siap dipakai.
    Langkah berikutnya: buka chat { $agency }, lalu ketik *login* untuk masuk.

## Jawaban rahasia untuk formulir di chat
page-answer-button = Kirim jawaban
page-again-label = Ulangi: { $label }
page-again-hint = Tulis sekali lagi, persis sama.
page-again-differs = Kedua isian tidak sama. Tulis lagi keduanya dengan teliti.
page-answered-title = Terima kasih
page-answered-text =
    Jawaban Anda sudah kami terima dengan aman.
    Langkah berikutnya: silakan kembali ke chat { $agency } untuk melanjutkan.
page-late-title = Pertanyaan ini sudah lewat
page-late-text =
    Jawabannya sudah diterima, atau formulirnya sudah ditutup.
    Kembali ke chat { $agency }. Ketik *menu* untuk melihat pilihan.

## Tautan yang tidak bisa dipakai
page-expired-title = Tautan sudah tidak berlaku
page-expired-text =
    Demi keamanan, tautan hanya berlaku sebentar. Data Anda tidak hilang.
    Kembali ke chat { $agency }, lalu ketik *menu* untuk mendapat tautan baru.
page-used-title = Tautan sudah dipakai
page-used-text =
    Setiap tautan hanya bisa dipakai satu kali. Kalau tadi Anda yang memakainya, sudah selesai: kembali ke chat { $agency }.
    Kalau bukan Anda, segera ketik *petugas* di chat { $agency }.
page-locked-title = Terlalu banyak percobaan
page-locked-text =
    Data belum cocok beberapa kali, jadi tautan ini kami kunci untuk melindungi akun Anda.
    Kembali ke chat { $agency }, lalu ketik *petugas* untuk dibantu.
page-unknown-link-title = Tautan tidak dikenal
page-unknown-link-text =
    Mungkin tautan terpotong saat disalin.
    Buka lagi langsung dari chat { $agency }, atau ketik *menu* di chat untuk mendapat tautan baru.
    Untuk membuat kata kunci baru, ketik *lupa password* di chat.

## Gangguan
page-unknown-page-title = Halaman tidak ditemukan
page-unknown-page-text =
    Alamat ini tidak ada. Mungkin tautan terpotong saat disalin.
    Buka lagi tautan langsung dari chat.
page-other-site-title = Jawaban tidak kami terima
page-other-site-text =
    Formulir ini tidak dikirim dari halaman kami sendiri, jadi demi keamanan kami abaikan.
    Buka lagi tautan langsung dari chat, lalu isi di sana.
page-too-large-title = Isian terlalu panjang
page-too-large-text =
    Isian itu terlalu panjang untuk kami terima.
    Kembali ke halaman sebelumnya, lalu tulis yang pokok saja.
page-too-many-title = Tunggu sebentar
page-too-many-text =
    Terlalu banyak kunjungan dalam waktu singkat dari jaringan Anda. Tautan Anda masih utuh.
    Tunggu satu menit, lalu buka lagi.
page-unreadable-title = Isian tidak terbaca
page-unreadable-text =
    Kami tidak bisa membaca kiriman itu.
    Buka lagi tautan langsung dari chat, lalu coba sekali lagi.
page-trouble-title = Ada gangguan di sisi kami
page-trouble-text =
    Maaf, ini bukan kesalahan Anda. Data Anda tidak hilang.
    Tunggu beberapa menit, lalu buka lagi tautan dari chat.
page-stopping-title = Kami segera kembali
page-stopping-text =
    Layanan sedang dimuat ulang. Data Anda tidak hilang.
    Tunggu satu menit, lalu buka lagi tautan dari chat.
