# Jawaban dari tiap jenis isian: apa yang belum pas, contohnya, dan apa yang dikirim berikutnya.

## Ya dan tidak
field-yes = Ya
field-no = Tidak
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
field-nik-empty = NIK belum terbaca. Ketik 16 angka NIK seperti di KTP, contoh: 3326071708850001.
field-nik-letters = NIK hanya berisi angka. Ketik 16 angka NIK seperti di KTP, tanpa huruf, contoh: 3326071708850001.
field-nik-length = NIK harus 16 angka; yang terkirim { $digits } angka. Periksa di KTP lalu kirim lagi, contoh: 3326071708850001.
field-nik-day = Angka ke-7 dan ke-8 NIK (tanggal lahir) tidak mungkin. Untuk laki-laki 01–31, untuk perempuan 41–71. Periksa di KTP lalu kirim lagi.
field-nik-month = Angka ke-9 dan ke-10 NIK (bulan lahir) harus antara 01 dan 12. Periksa di KTP lalu kirim lagi.
field-nik-date = Tanggal lahir di dalam NIK itu tidak ada di kalender. Periksa angka ke-7 sampai ke-12 di KTP lalu kirim lagi.
field-nik-serial = Empat angka terakhir NIK tidak mungkin 0000. Periksa di KTP lalu kirim lagi, contoh akhir: 0001.

## Nomor KK
field-kk-empty = Nomor KK belum terbaca. Ketik 16 angka yang tercetak di bagian atas Kartu Keluarga, contoh: 3326071203100005.
field-kk-letters = Nomor KK hanya berisi angka. Ketik 16 angka di bagian atas Kartu Keluarga, contoh: 3326071203100005.
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
field-phone-empty = Nomor HP belum terbaca. Ketik nomor WhatsApp Anda, contoh: 0856-4260-6190.
field-phone-format = Nomor HP hanya berisi angka. Ketik satu nomor saja, contoh: 0856-4260-6190.
field-phone-length = Nomor itu belum benar; mungkin ada angka yang kurang atau lebih. Periksa lalu kirim lagi, contoh: 0856-4260-6190.
field-phone-landline = Itu nomor telepon rumah atau kantor. Kami perlu nomor HP yang memakai WhatsApp, contoh: 0856-4260-6190.
field-phone-not-own = Itu kontak orang lain. Bagikan kontak Anda sendiri, atau ketik nomor HP Anda, contoh: 0856-4260-6190.

## Email
field-email-empty = Alamat email belum terbaca. Ketik alamat email Anda, contoh: nama@gmail.com.
field-email-at = Alamat email harus memuat tanda @. Ketik lengkap, contoh: nama@gmail.com.
field-email-spaces = Alamat email tidak memuat spasi. Ketik satu alamat saja, contoh: nama@gmail.com.
field-email-format = Alamat email itu belum benar. Periksa bagian sebelum dan sesudah @, contoh: nama@gmail.com.
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

## Dokumen
field-document-received = ✓ foto diterima
field-document-none = Kirim fotonya, bukan tulisan. Ketuk tanda 📎 atau kamera, lalu pilih foto.
field-document-too-large = Berkas itu terlalu besar: paling besar { $max } MB. Kirim sebagai foto biasa, atau foto ulang dengan mutu lebih rendah.
field-document-empty = Berkas itu kosong (0 byte). Buka fotonya di HP untuk memastikan, lalu kirim lagi.
field-document-type = Jenis berkas itu tidak dapat kami terima. Kirim foto JPG atau PNG, misalnya langsung dari kamera.
field-document-svg = Berkas SVG adalah gambar buatan komputer, bukan foto. Kirim foto dokumen aslinya (JPG atau PNG).
field-document-pdf = Untuk pertanyaan ini kami perlu foto, bukan PDF. Foto dokumennya dengan kamera lalu kirim.
field-document-app = Demi keamanan, aplikasi, arsip, dan berkas web tidak kami buka. Kirim foto JPG atau PNG saja.
field-document-not-an-image = Isi berkas itu bukan gambar, walaupun namanya mungkin begitu. Kirim foto dokumennya (JPG atau PNG).
field-document-pixels = Ukuran gambar itu terlalu besar untuk dibuka (terlalu banyak piksel). Foto ulang dengan kamera HP lalu kirim.
field-document-damaged = Gambar itu rusak atau terkirim sebagian. Buka dulu di HP untuk memastikan, lalu kirim lagi.
field-document-heic = Foto itu berformat HEIC (iPhone) yang belum dapat kami buka. Kirim sebagai foto biasa lewat tombol kamera atau galeri, bukan sebagai berkas.
field-document-timeout = Foto itu terlalu lama dibuka. Foto ulang dengan kamera HP lalu kirim sebagai foto biasa.
field-document-unavailable = Foto itu sudah tidak dapat kami ambil. Kirim sekali lagi, tidak perlu mengulang yang lain.
field-document-not-checked = Foto itu belum bisa kami periksa karena gangguan di sisi kami. Maaf, kirim lagi fotonya; jawaban Anda yang lain tersimpan.
