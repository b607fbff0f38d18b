# Jawaban dari tiap jenis isian: apa yang belum pas, contohnya, dan apa yang dikirim berikutnya.

## Ya dan tidak
field-yes = Ya
field-no = Tidak
field-code-format = Kodenya 6 angka. Contoh: 123456. Belum menerima? Pilih Kirim ulang.
field-code-resend = Kirim ulang
field-confirm-unclear = Kami belum menangkap jawabannya. Balas *ya* atau *tidak*.

## Persetujuan
field-consent-yes = Saya setuju
field-consent-no = Saya tidak setuju
field-consent-unclear = Untuk persetujuan kami perlu jawaban yang jelas. Balas *setuju* atau *tidak setuju*.

## Daftar pilihan
field-list-next = Lainnya ▸
field-list-previous = ◂ Sebelumnya
field-list-page = Halaman { $page } dari { $pages }. Pilih salah satu, atau ketik nama yang dicari.
field-choice-unknown = Pilihan itu belum kami temukan. Ketuk atau ketik salah satu pilihan, contoh: *{ $example }*.
field-choice-none = Saat ini belum ada pilihan yang tersedia di sini. Ketik *kembali* untuk mengubah jawaban sebelumnya.
field-choice-several = Ada { $count } pilihan yang cocok. Yang mana?

## NIK
field-nik-empty = NIK belum terbaca. Ketik 16 angka NIK seperti di KTP, contoh: 9801 0141 0190 0001.
field-nik-letters = NIK hanya berisi angka. Ketik 16 angka NIK seperti di KTP, tanpa huruf, contoh: 9801 0141 0190 0001.
field-nik-length = NIK harus 16 angka; yang terkirim { $digits } angka. Periksa di KTP lalu kirim lagi, contoh: 9801 0141 0190 0001.
field-nik-day = Angka ke-7 dan ke-8 NIK (tanggal lahir) tidak mungkin. Untuk laki-laki 01–31, untuk perempuan 41–71. Periksa di KTP lalu kirim lagi.
field-nik-month = Angka ke-9 dan ke-10 NIK (bulan lahir) harus antara 01 dan 12. Periksa di KTP lalu kirim lagi.
field-nik-date = Tanggal lahir di dalam NIK itu tidak ada di kalender. Periksa angka ke-7 sampai ke-12 di KTP lalu kirim lagi.
field-nik-serial = Empat angka terakhir NIK tidak mungkin 0000. Periksa di KTP lalu kirim lagi, contoh akhir: 0001.

## Nomor KK
field-kk-empty = Nomor KK belum terbaca. Ketik 16 angka yang tercetak di bagian atas Kartu Keluarga, contoh: 9801 0112 0315 0002.
field-kk-letters = Nomor KK hanya berisi angka. Ketik 16 angka di bagian atas Kartu Keluarga, contoh: 9801 0112 0315 0002.
field-kk-length = Nomor KK harus 16 angka; yang terkirim { $digits } angka. Periksa di bagian atas Kartu Keluarga lalu kirim lagi.
field-kk-date = Angka ke-7 sampai ke-12 Nomor KK bukan tanggal yang mungkin. Periksa di bagian atas Kartu Keluarga lalu kirim lagi.
field-kk-serial = Empat angka terakhir Nomor KK tidak mungkin 0000. Periksa di Kartu Keluarga lalu kirim lagi.
field-kk-is-nik = Nomor itu tampaknya NIK, bukan Nomor KK. Nomor KK tercetak di bagian paling atas Kartu Keluarga. Kirim nomor itu.
field-kk-same-as-nik = Nomor itu sama dengan NIK. Nomor KK berbeda: tercetak di bagian paling atas Kartu Keluarga. Kirim nomor itu.

## Nama
field-name-empty = Nama belum terbaca. Ketik nama lengkap seperti di KTP, contoh: Siti Nur'aini.
field-name-long = Nama terlalu panjang: paling banyak { $max } huruf. Ketik nama seperti di KTP, tanpa keterangan lain.
field-name-digits = Nama tidak berisi angka. Ketik nama lengkap seperti di KTP, contoh: Siti Nur'aini.
field-name-script = Ketik nama dengan huruf Latin seperti di KTP, contoh: Siti Nur'aini.
field-name-signs = Ada tanda yang tidak biasa di dalam nama. Pakai huruf, spasi, titik, koma, tanda petik satu, atau tanda hubung saja, contoh: H. Abdul-Rahman.
field-name-one-letter = Namanya hanya satu huruf, *{ $name }*? Bila memang begitu di KTP, kirim sekali lagi. Bila tidak, kirim nama lengkap, contoh: Siti Nur'aini.

## Tempat
field-place-empty = Nama tempat belum terbaca. Ketik seperti di KTP, contoh: Pekalongan.
field-place-long = Nama tempat terlalu panjang: paling banyak { $max } huruf. Ketik nama kota atau kabupaten saja, contoh: Pekalongan.
field-place-digits = Nama tempat tidak berisi angka. Ketik nama kota atau kabupaten saja, contoh: Pekalongan.
field-place-script = Ketik nama tempat dengan huruf Latin, contoh: Pekalongan.
field-place-signs = Ada tanda yang tidak biasa di dalam nama tempat. Ketik namanya saja, contoh: Pekalongan.
field-address-empty = Alamat belum terbaca. Ketik seperti di KTP, contoh: Jalan Mawar No. 5, RT 003/RW 002.
field-address-long = Alamat terlalu panjang: paling banyak { $max } huruf dan angka. Ketik jalan atau dusun dan RT/RW saja, contoh: Jalan Mawar No. 5, RT 003/RW 002.
field-address-script = Ketik alamat dengan huruf Latin, contoh: Jalan Mawar No. 5, RT 003/RW 002.
field-address-signs = Ada tanda yang tidak biasa di dalam alamat. Ketik huruf dan angkanya saja, contoh: Jalan Mawar No. 5, RT 003/RW 002.

## Teks bebas
field-text-empty = Kami belum menemukan tulisan di pesan itu. Ketik jawabannya dengan kata-kata.
field-text-short = Jawabannya terlalu pendek: paling sedikit { $min } huruf. Tulis sedikit lebih lengkap.
field-text-long = Jawabannya terlalu panjang: paling banyak { $max } huruf, yang terkirim { $length }. Tulis yang pokok saja.
field-text-html = Jawaban itu berisi kode seperti *<…>*. Tulis dengan kata-kata biasa saja.

## Tanggal lahir
field-birth-date-format = Tanggal itu belum kami pahami. Tulis tanggal-bulan-tahun, contoh: 17-08-1985 atau 17 Agustus 1985.
field-birth-date-impossible = Tanggal itu tidak ada di kalender. Periksa lagi lalu tulis tanggal-bulan-tahun, contoh: 17-08-1985.
field-birth-date-month-first = Tulis tanggalnya dulu, baru bulan, baru tahun, contoh: 17-08-1985 untuk 17 Agustus 1985.
field-birth-date-future = Tanggal lahir itu belum terjadi. Periksa tahunnya lalu kirim lagi, contoh: 17-08-1985.
field-birth-date-old = Tanggal lahir itu lebih dari 120 tahun yang lalu. Periksa tahunnya lalu kirim lagi, contoh: 17-08-1985.

## Nomor HP
field-phone-empty = Nomor HP belum terbaca. Ketik nomor WhatsApp Anda, contoh: 0812-0000-0000.
field-phone-format = Nomor HP hanya berisi angka. Ketik satu nomor saja, contoh: 0812-0000-0000.
field-phone-length = Nomor itu belum benar; mungkin ada angka yang kurang atau lebih. Periksa lalu kirim lagi, contoh: 0812-0000-0000.
field-phone-landline = Itu nomor telepon rumah atau kantor. Kami perlu nomor HP yang memakai WhatsApp, contoh: 0812-0000-0000.
field-phone-not-own = Itu kontak orang lain. Bagikan kontak Anda sendiri, atau ketik nomor HP Anda, contoh: 0812-0000-0000.

## Email
field-email-empty = Alamat e-mail belum terbaca. Ketik alamat e-mail Anda, contoh: siti@contoh.id.
field-email-none = Belum punya e-mail? Buat dulu, misalnya di Gmail, atau pakai e-mail keluarga yang Anda percaya; isian Anda tetap tersimpan. Sulit? Ketik *petugas*.
field-email-at = Alamat e-mail harus memuat tanda @. Ketik lengkap, contoh: siti@contoh.id.
field-email-spaces = Alamat e-mail tidak memuat spasi. Ketik satu alamat saja, contoh: siti@contoh.id.
field-email-format = Alamat e-mail itu belum benar. Periksa bagian sebelum dan sesudah @, contoh: siti@contoh.id.
field-email-suspect = Anda menulis *{ $email }*. Apakah maksudnya *{ $suggestion }*? Balas *ya*, atau *tidak* untuk tetap memakai yang Anda tulis.
field-email-keep = Tetap { $email }

## Hitungan
field-sum-plus-1 = Berapa hasil perhitungan dari { $a } ditambah { $b }?
field-sum-plus-2 = Berapa { $a } ditambah { $b }?
field-sum-plus-3 = Berapa jumlah { $a } dan { $b }?
field-sum-minus-1 = Berapa hasil perhitungan dari { $a } dikurangi { $b }?
field-sum-minus-2 = Berapa { $a } dikurangi { $b }?
field-sum-minus-3 = Jika { $a } diambil { $b }, sisanya berapa?
field-sum-times-1 = Berapa hasil perhitungan dari { $a } dikali { $b }?
field-sum-times-2 = Berapa { $a } dikali { $b }?
field-sum-times-3 = Berapa { $a } kali { $b }?
field-captcha-wrong = Jawaban hitungannya belum tepat. Kami beri hitungan baru.
field-captcha-no-number = Jawab hitungan dengan satu angka, contoh: 18 atau delapan belas. Kami beri hitungan baru.

## Kata kunci
field-secret-hidden = ••••••••
field-login-secret-empty = Kata kunci belum terbaca. Ketik kata kunci akun Anda.
field-login-secret-long = Tulisan itu terlalu panjang untuk kata kunci. Ketik kata kunci akun Anda saja.
field-password-empty = Kata kunci belum terbaca. Ketik kata kunci baru, paling sedikit { $min } huruf atau angka.
field-password-short = Kata kunci terlalu pendek: paling sedikit { $min } huruf atau angka. Tiga kata yang hanya Anda tahu sudah cukup kuat dan mudah diingat.
field-password-long = Kata kunci terlalu panjang: paling banyak { $max } huruf. Pilih yang lebih pendek.
field-password-invisible = Kata kunci itu memuat tanda yang tidak terlihat dan sulit diketik lagi. Ketik langsung dari papan ketik, dalam satu baris.
field-password-common = Kata kunci itu termasuk yang paling sering ditebak orang. Pilih yang lain, misalnya tiga kata yang hanya Anda tahu.
field-password-pattern = Kata kunci itu berpola (berurutan atau berulang) sehingga mudah ditebak. Pilih yang lain, misalnya tiga kata yang hanya Anda tahu.
field-password-personal = Kata kunci itu memuat data Anda atau nama layanan ini sehingga mudah ditebak. Pilih yang lain, misalnya tiga kata yang hanya Anda tahu.
field-password-again-empty = Kata kunci belum terbaca. Ketik lagi kata kunci yang sama seperti tadi.
field-password-again-differs = Kata kunci ini tidak sama dengan yang tadi. Ketik lagi dengan teliti, atau ketik *kembali* untuk membuat kata kunci baru.

## Wilayah
field-region-province = Provinsi
field-region-regency = Kabupaten/Kota
field-region-district = Kecamatan
field-region-village = Desa/Kelurahan
field-region-unknown = { $kind } itu belum kami temukan di { $within }. Ketik namanya atau pilih dari daftar, contoh: *{ $example }*.
field-region-parent = Wilayah di atasnya belum dipilih atau belum ada di daftar kami. Ketik *kembali* untuk memilihnya.
field-region-several = Ada { $count } { $kind } yang cocok. Yang mana?
field-region-understood = Kami catat: *{ $region }*.

## Daftar dengan beberapa pilihan
field-several-unknown = Ada pilihan yang belum kami temukan. Tulis nomor atau namanya, dipisah koma, contoh: *1, 2* atau *{ $example }*.
field-several-none = Saat ini belum ada yang dapat dipilih. Ketik *petugas* untuk bertanya.
field-several-more =
    Sudah dipilih:
    { $chosen }

    Ada lagi? Pilih lagi, atau *Selesai*.
field-several-all = Semua
field-several-done = Selesai

## Tanggal
field-day-format = Tanggal itu belum terbaca. Tulis tanggal-bulan-tahun, contoh: 31-12-2027.
field-day-impossible = Tanggal itu tidak ada di kalender. Periksa lagi, contoh: 31-12-2027.
field-day-month-first = Sepertinya bulan ditulis lebih dulu. Tulis tanggal dulu, lalu bulan, contoh: 31-12-2027.
field-day-future = Tanggal itu belum terjadi. Tulis tanggal hari ini atau sebelumnya, contoh: 05-01-2026.
field-day-past = Tanggal itu sudah lewat. Tulis tanggal hari ini atau sesudahnya, contoh: 31-12-2027.
field-day-far = Tanggal itu terlalu jauh dari hari ini. Periksa tahunnya, contoh: 31-12-2027.

## Data terkunci
field-locked = Data ini terkunci, jadi tidak bisa diubah di sini. { $where } Kalau datanya sudah benar, balas *lanjut*.
field-locked-ok = Lanjut

## Percakapan dengan petugas

field-talk-empty = Pesan itu kosong. Tulis dengan kata-kata, misalnya: Kapan KTP saya bisa diambil?
# $max (number)
field-talk-long = Pesan itu terlalu panjang: paling banyak { $max } huruf. Tulis yang pokok saja, atau bagi menjadi beberapa pesan.
field-talk-words-first = Fotonya nanti dulu ya. Tulis dulu pertanyaannya dengan kata-kata, sesudah itu kirim fotonya.
# $what
field-talk-other =
    { $what ->
        [voice] Maaf, pesan suara belum bisa kami teruskan ke petugas. Tolong ketik isinya, singkat saja.
        [audio] Maaf, rekaman suara belum bisa kami teruskan ke petugas. Tolong ketik isinya, singkat saja.
        [video] Maaf, video belum bisa kami teruskan ke petugas. Kirim foto, atau ceritakan dengan tulisan.
        [sticker] Terima kasih stikernya 🙂 Untuk petugas, tulis pesannya dengan kata-kata ya.
        [location] Maaf, lokasi belum bisa kami teruskan. Tulis saja alamatnya.
        [contact] Maaf, kontak belum bisa kami teruskan. Tulis saja nama dan nomornya.
       *[other] Maaf, kiriman seperti itu belum bisa kami teruskan ke petugas. Tulis dengan kata-kata, atau kirim foto.
    }
