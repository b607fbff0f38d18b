### SINTREN: everything of this agency that a citizen or an officer reads, in Indonesian.
### Keys follow from the ids in agency.yaml. Example numbers begin with 98, which is no province.

## The agency

# $year (string), $office (string)
agency-about = © { $year } { $office }. Hak cipta dilindungi undang-undang.

# $hours (string): one line for each run of days
agency-hours =
    PERMOHONAN AKAN DIPROSES PADA HARI DAN JAM KERJA
    { $hours }
    Hari libur nasional dan cuti bersama: tutup. Anda tetap boleh mengirim kapan saja.

# $whatsapp (address), $email, $address
agency-contact =
    Butuh bantuan? Hubungi Call Center SINTREN.
    WhatsApp: { $whatsapp }
    E-mail: { $email }
    Kantor: { $address }

# $channels (one line for each), $pages (address), $address
agency-official =
    Cara memastikan ini SINTREN yang resmi:
    - Alamat resmi kami hanya ini. Cocokkan dengan yang tertulis di atas chat Anda:
    { $channels }
    - Halaman kami selalu diawali { $pages }. Tautan lain bukan dari kami.
    - Kami tidak pernah mengirim file aplikasi (APK) atau meminta uang. Semua layanan gratis.
    - Petugas tidak pernah meminta kata kunci, PIN, atau kode OTP lewat telepon atau chat lain. Kata kunci dan kode 6 angka hanya Anda isi sendiri, di chat ini atau di halaman kami.
    Ragu? Jangan dibalas, jangan tekan tautannya. Datang atau tanyakan ke kantor: { $address }

# $email, $address
agency-privacy =
    Data Anda di SINTREN (UU 27/2022 tentang Pelindungan Data Pribadi):
    - Pengelola: Disdukcapil Kabupaten Pekalongan.
    - Untuk apa: membuat akun dan memeriksa bahwa pemohon benar orangnya.
    - Data apa: NIK, nama, nomor KK, tempat dan tanggal lahir, nama ibu, wilayah, nomor HP, e-mail, foto KTP, dan dokumen yang Anda siapkan.
    - Cara menjaga: disimpan terenkripsi. Hanya petugas yang berwenang bisa membukanya, dan setiap pembukaan dicatat.
    - Berapa lama: isian yang tidak dikirim dihapus setelah 7 hari, dokumen yang disiapkan 90 hari setelah file terakhir ditambahkan. Data pendaftaran disimpan selama diperlukan untuk akun Anda, lalu dihapus menurut aturan kearsipan.
    - Hak Anda, langsung di chat ini:
      DATA SAYA – salinan semua data Anda
      PERBAIKI – membetulkan data
      HAPUS AKUN – menghapus akun dan data
      CABUT PERSETUJUAN – menghentikan pengolahan data
    Bisa juga lewat { $email } atau datang ke { $address }

agency-applications-closed = Untuk sekarang, pengajuan dilayani di kantor pada jam kerja. Bawa persyaratannya, ya.

## Documents

document-ktp = KTP Elektronik
document-kartu-keluarga = Kartu Keluarga
document-keterangan-kelahiran = Surat Keterangan Kelahiran
document-keterangan-kelahiran-note = Dari rumah sakit, puskesmas, bidan, atau desa/kelurahan.
document-buku-nikah = Buku Nikah/Kutipan Akta Perkawinan
document-buku-nikah-note = Halaman yang memuat nama suami dan istri.
document-sptjm-kelahiran = SPTJM Kebenaran Data Kelahiran
document-sptjm-kelahiran-note = Hanya kalau tidak ada surat keterangan kelahiran.
document-sptjm-suami-istri = SPTJM Kebenaran sebagai Pasangan Suami Istri
document-sptjm-suami-istri-note = Hanya kalau tidak ada buku nikah atau kutipan akta perkawinan.
document-formulir = Formulir
document-formulir-note = Sudah diisi dan ditandatangani. Formulirnya ada di kantor dan di desa/kelurahan.
document-akta-kelahiran = Akta Kelahiran
document-keterangan-kematian = Surat Keterangan Kematian
document-surat-perkawinan = Surat Perkawinan
document-surat-perkawinan-note = Dari pemuka agama atau penghayat kepercayaan.
document-putusan-pengadilan = Putusan Pengadilan
document-putusan-pengadilan-note = Salinan putusan yang sudah berkekuatan hukum tetap.
document-surat-pindah = Surat Keterangan Pindah (SKPWNI)
document-surat-kehilangan = Surat Kehilangan
document-surat-kehilangan-note = Dari kepolisian, kalau KTP lama hilang.
document-pas-foto = Pas Foto
document-pas-foto-note = Berwarna. Untuk KIA hanya anak usia 5 tahun ke atas.
document-dokumen-pendukung = Dokumen Pendukung
document-dokumen-pendukung-note = Yang menunjukkan perubahannya, misalnya buku nikah, akta kelahiran, atau ijazah.

## Registration: question, short label, more help

registration-consent =
    Sebelum mulai, mohon baca dulu.
    Disdukcapil Kabupaten Pekalongan akan meminta NIK, nama, nomor KK, tempat dan tanggal lahir, nama ibu kandung, wilayah, nomor HP, e-mail, dan foto KTP Anda.
    Gunanya: membuat akun SINTREN dan memeriksa bahwa Anda benar orangnya. Data tidak dipakai untuk hal lain dan disimpan terenkripsi.
    Isian yang tidak dikirim dihapus setelah 7 hari. Data yang dikirim disimpan selama diperlukan untuk akun Anda.
    Anda berhak melihat, memperbaiki, dan menghapus data, serta menarik persetujuan ini kapan saja (UU 27/2022).
    Apakah Anda setuju?
registration-consent-label = Persetujuan data pribadi
registration-consent-help = Balas SETUJU untuk mulai mendaftar. Kalau tidak setuju, balas TIDAK: tidak ada data yang disimpan, dan Anda tetap bisa mendaftar langsung di kantor.

registration-nik =
    Berapa NIK Anda? Ketik 16 angkanya, atau kirim foto KTP supaya kami isikan.
    Contoh: 9801 0141 0190 0001
registration-nik-label = NIK
registration-nik-help = NIK adalah 16 angka di bagian atas KTP, juga ada di Kartu Keluarga di samping nama Anda. Spasi dan titik boleh ditulis.

registration-name =
    Siapa nama lengkap Anda? Tulis persis seperti di KTP, tanpa gelar.
    Contoh: Siti Aminah
registration-name-label = Nama lengkap
registration-name-help = Nama satu kata juga boleh. Kalau nama di KTP dan KK berbeda, tulis yang di KTP.

registration-kk =
    Berapa nomor Kartu Keluarga (KK) Anda? Tulis 16 angka.
    Contoh: 9801 0112 0315 0002
registration-kk-label = Nomor KK
registration-kk-help = Nomor KK ada di bagian atas Kartu Keluarga, di bawah tulisan KARTU KELUARGA. Nomor ini berbeda dari NIK.

registration-birth-place =
    Di mana Anda lahir? Tulis tempat lahir seperti di KTP.
    Contoh: Pekalongan
registration-birth-place-label = Tempat lahir
registration-birth-place-help = Biasanya nama kota atau kabupaten. Lihat baris "Tempat/Tgl Lahir" di KTP, bagian sebelum tanggal.

registration-birth-date =
    Kapan tanggal lahir Anda? Tulis tanggal-bulan-tahun.
    Contoh: 17-08-1990
registration-birth-date-label = Tanggal lahir
registration-birth-date-help = Tulis seperti di KTP: dua angka tanggal, dua angka bulan, empat angka tahun. "17 Agustus 1990" juga boleh.

registration-mother-name =
    Siapa nama ibu kandung Anda? Tulis seperti di Kartu Keluarga.
    Contoh: Sri Lestari
registration-mother-name-label = Nama ibu kandung
registration-mother-name-help = Lihat kolom "Nama Orang Tua: Ibu" di Kartu Keluarga. Nama ini dirahasiakan dan tidak ditampilkan di chat.

registration-province =
    Di provinsi mana Anda tinggal menurut KTP? Tulis nama atau kodenya.
    Contoh: Jawa Tengah atau 33
registration-province-label = Provinsi
registration-province-help = Tulis beberapa huruf saja juga boleh, misalnya "jateng". Kami tampilkan pilihannya.

# $within (string): the region around it
registration-regency =
    Di kabupaten atau kota mana di { $within }?
    Contoh: Pekalongan atau 26
registration-regency-label = Kabupaten/Kota
registration-regency-help = Tulis nama kabupaten atau kota di KTP, atau dua angka kodenya. Kami tampilkan pilihannya.

# $within (string)
registration-district =
    Di kecamatan mana di { $within }?
    Contoh: Karanganyar
registration-district-label = Kecamatan
registration-district-help = Lihat baris "Kecamatan" di KTP. Beberapa huruf saja juga boleh, nanti kami tampilkan pilihannya.

# $within (string)
registration-village =
    Di desa atau kelurahan mana di { $within }?
    Contoh: Karangsari
registration-village-label = Desa/Kelurahan
registration-village-help = Lihat baris "Kel/Desa" di KTP. Beberapa huruf saja juga boleh, nanti kami tampilkan pilihannya.

registration-phone =
    Berapa nomor HP (WhatsApp) Anda? Kabar dan tautan aktivasi dikirim ke nomor ini.
    Contoh: 0812-0000-0000
registration-phone-label = Nomor HP (WhatsApp)
registration-phone-help = Pakai nomor yang aktif dan Anda pegang sendiri. Boleh diawali 08 atau +62.

registration-email =
    Apa alamat e-mail Anda? Kabar juga dikirim ke sana.
    Contoh: siti@contoh.id
registration-email-label = E-mail
registration-email-help = Alamat e-mail memakai tanda @ di tengah. Belum punya? Buat dulu, misalnya di Gmail, lalu kembali ke sini. Isian Anda tetap tersimpan.

registration-ktp =
    Kirim foto KTP Anda yang asli: terang, tidak buram, dan keempat sudutnya terlihat.
    Contoh: KTP di atas meja, difoto lurus dari atas.
registration-ktp-label = Foto KTP
registration-ktp-help = Foto JPG atau PNG, paling besar 10 MB. Matikan lampu kilat supaya tidak silau, bersihkan lensa, dan jangan pakai fotokopi.

registration-password =
    Buat kata kunci untuk akun Anda: paling sedikit 8 huruf, angka, atau tanda.
    Contoh cara: rangkai beberapa kata yang hanya Anda yang tahu.
registration-password-label = Kata kunci
registration-password-help = Makin panjang makin aman, dan spasi boleh. Jangan pakai nama, NIK, tanggal lahir, atau kata kunci dari tempat lain. Petugas tidak pernah meminta kata kunci Anda.

registration-password-again = Tulis kata kunci itu sekali lagi, persis sama.
registration-password-again-label = Ulangi kata kunci
registration-password-again-help = Ini untuk memastikan tidak ada salah ketik. Kalau lupa yang tadi, balas KEMBALI untuk membuat kata kunci lagi.

# $sum (text): the sum in words
registration-captcha =
    Terakhir, satu hitungan kecil untuk memastikan Anda bukan mesin. Jawab dengan angka, misalnya 12.
    { $sum }
registration-captcha-label = Hitungan
registration-captcha-help = Balas dengan angka hasilnya saja. Contoh: kalau ditanya 2 ditambah 3, balas 5.

## Reasons of officers: what is wrong, what to do

reason-mother-differs-kk = Nama Ibu Belum Sesuai dengan yang tercatat di KK
reason-mother-differs-kk-fix = Lihat nama ibu kandung di Kartu Keluarga, lalu tulis persis sama.
reason-name-differs = Nama berbeda dari yang tercatat di KTP
reason-name-differs-fix = Tulis nama lengkap persis seperti di KTP, tanpa gelar.
reason-birth-differs = Tempat atau tanggal lahir berbeda dari yang tercatat di KTP
reason-birth-differs-fix = Lihat baris "Tempat/Tgl Lahir" di KTP, lalu tulis persis sama.
reason-kk-differs = Nomor KK tidak sesuai dengan NIK
reason-kk-differs-fix = Lihat 16 angka di bagian atas Kartu Keluarga terbaru Anda, lalu tulis lagi.
reason-address-differs = Wilayah berbeda dari alamat di KTP
reason-address-differs-fix = Pilih provinsi sampai desa atau kelurahan sesuai alamat di KTP.
reason-photo-illegible = Foto KTP tidak terbaca
reason-photo-illegible-fix = Foto ulang KTP di tempat terang, tanpa lampu kilat, dan tahan HP sampai gambarnya tajam.
reason-photo-cut-off = Foto KTP terpotong
reason-photo-cut-off-fix = Foto ulang sampai keempat sudut KTP terlihat.
reason-wrong-document = Yang dikirim bukan KTP
reason-wrong-document-fix = Kirim foto KTP elektronik Anda sendiri.
reason-copy-not-original = Yang dikirim fotokopi atau hasil cetak, bukan KTP asli
reason-copy-not-original-fix = Foto langsung KTP aslinya.
reason-outside-jurisdiction = Bukan penduduk Kabupaten Pekalongan
reason-outside-jurisdiction-fix = Silakan mendaftar di Disdukcapil kabupaten atau kota sesuai alamat KTP Anda.
reason-duplicate = Pendaftaran ganda: NIK ini sudah didaftarkan
reason-duplicate-fix = Pakai akun yang sudah ada. Kalau lupa kata kunci, pilih Lupa Password.
reason-data-unproven = Data belum cukup membuktikan permintaan ini
reason-data-unproven-fix = Datang ke kantor dengan KTP dan Kartu Keluarga asli, atau kirim permintaan baru dengan data yang lengkap.
reason-not-the-owner = Pemohon bukan pemilik akun, atau nomor barunya tidak bisa dihubungi
reason-not-the-owner-fix = Pemilik akun bisa datang sendiri ke kantor dengan KTP asli.
reason-other = Alasan lain
reason-other-fix = Baca catatan petugas, lalu perbaiki bagian yang disebut.

## Roles

role-verifikator = Verifikator
role-supervisor = Supervisor

## Services: name, requirements, process

service-group-pendaftaran-penduduk = Pelayanan Pendaftaran Penduduk
service-group-pendaftaran-penduduk-about = Pelayanan pendaftaran penduduk merupakan bagian penting dari administrasi kependudukan. Dengan ini setiap warga tercatat secara resmi, dan bisa mengurus KTP, KK, dan surat pindah.
service-group-pencatatan-sipil = Pelayanan Pencatatan Sipil
service-group-pencatatan-sipil-about = Pelayanan pencatatan sipil mencatat peristiwa penting dalam hidup: lahir, kawin, cerai, dan meninggal. Dengan akta, negara mengakuinya.
service-group-kelompok = Kelompok Pelayanan Lainnya
service-group-kelompok-about = Layanan khusus untuk grup pemohon tertentu, misalnya petugas puskesmas atau petugas desa. Mereka mengurus surat untuk warga lain.

service-kartu-keluarga = Kartu Keluarga (KK)
service-kartu-keluarga-requirements =
    - Kartu Keluarga lama
    - KTP elektronik pemohon
    - Dokumen pendukung perubahan, misalnya buku nikah, akta kelahiran, atau ijazah
service-kartu-keluarga-process = Petugas memeriksa data dan dokumen. Kalau sesuai, KK baru diterbitkan dengan tanda tangan elektronik.

service-ktp-elektronik = KTP Elektronik
service-ktp-elektronik-requirements =
    - Berusia 17 tahun, atau sudah atau pernah kawin
    - Kartu Keluarga
    - KTP lama kalau rusak, atau surat kehilangan dari kepolisian kalau hilang
service-ktp-elektronik-process = Petugas memeriksa data dan perekaman. Kalau sesuai, KTP dicetak dan Anda diberi tahu tempat mengambilnya.

service-kartu-identitas-anak = Kartu Identitas Anak (KIA)
service-kartu-identitas-anak-requirements =
    - Akta kelahiran anak
    - Kartu Keluarga
    - KTP elektronik orang tua
    - Foto anak untuk usia 5 tahun ke atas
service-kartu-identitas-anak-process = Petugas memeriksa data anak. Kalau sesuai, KIA dicetak dan Anda diberi tahu tempat mengambilnya.

service-pindah-keluar = Pindah Keluar
service-pindah-keluar-requirements =
    - Kartu Keluarga
    - KTP elektronik yang pindah
    - Alamat tujuan yang lengkap
service-pindah-keluar-process = Petugas memeriksa data. Kalau sesuai, Surat Keterangan Pindah (SKPWNI) diterbitkan untuk dibawa ke daerah tujuan.

service-pindah-datang = Pindah Datang
service-pindah-datang-requirements =
    - Surat Keterangan Pindah (SKPWNI) dari daerah asal
    - KTP elektronik yang pindah
    - Kartu Keluarga yang ditumpangi, kalau menumpang
service-pindah-datang-process = Petugas memeriksa surat pindah. Kalau sesuai, KK dan KTP dengan alamat baru diterbitkan.

service-akta-kelahiran = Akta Kelahiran
service-akta-kelahiran-requirements =
    - Kartu Keluarga (wajib)
    - Surat Keterangan Kelahiran (wajib)
    - Buku Nikah atau Kutipan Akta Perkawinan (wajib)
    - Formulir (wajib)
    - KTP Elektronik
    - SPTJM Kebenaran Data Kelahiran, kalau tidak ada surat keterangan kelahiran
    - SPTJM Kebenaran sebagai Pasangan Suami Istri, kalau tidak ada buku nikah
service-akta-kelahiran-process = Petugas memeriksa data dan dokumen. Kalau sesuai, akta kelahiran diterbitkan dengan tanda tangan elektronik.

service-akta-kematian = Akta Kematian
service-akta-kematian-requirements =
    - Surat keterangan kematian dari dokter, rumah sakit, atau desa/kelurahan
    - Kartu Keluarga dan KTP elektronik almarhum
    - KTP elektronik pelapor
service-akta-kematian-process = Petugas memeriksa laporan. Kalau sesuai, akta kematian terbit dan KK Anda ikut diperbarui.

service-akta-perkawinan = Akta Perkawinan
service-akta-perkawinan-requirements =
    - Surat perkawinan dari pemuka agama atau penghayat kepercayaan
    - KTP elektronik dan Kartu Keluarga suami dan istri
    - Pas foto berwarna suami dan istri
    - Untuk yang beragama Islam, perkawinan dicatat di KUA
service-akta-perkawinan-process = Petugas memeriksa dokumen. Kalau sesuai, perkawinan dicatat dan kutipan akta diterbitkan untuk suami dan istri.

service-akta-perceraian = Akta Perceraian
service-akta-perceraian-requirements =
    - Salinan putusan pengadilan yang sudah berkekuatan hukum tetap
    - Kutipan akta perkawinan
    - KTP elektronik dan Kartu Keluarga
    - Untuk yang beragama Islam, perceraian diurus di Pengadilan Agama
service-akta-perceraian-process = Petugas memeriksa putusan. Kalau sesuai, perceraian dicatat dan kutipan akta diterbitkan.

service-akta-kelahiran-faskes = Akta Kelahiran lewat Fasilitas Kesehatan
service-akta-kelahiran-faskes-requirements =
    - Surat Keterangan Kelahiran dari fasilitas kesehatan
    - Kartu Keluarga dan buku nikah orang tua
    - Diajukan oleh petugas fasilitas kesehatan yang terdaftar
service-akta-kelahiran-faskes-process = Petugas memeriksa data. Kalau sesuai, akta kelahiran diterbitkan dan dikirim ke orang tua bayi.

service-pembaruan-kk-desa = Pembaruan KK lewat Desa/Kelurahan
service-pembaruan-kk-desa-requirements =
    - Kartu Keluarga lama warga
    - Dokumen pendukung perubahan
    - Diajukan oleh petugas desa atau kelurahan yang terdaftar
service-pembaruan-kk-desa-process = Petugas memeriksa data. Kalau sesuai, KK baru diterbitkan dan warga diberi tahu.

## Announcements

info-layanan-gratis-title = Semua layanan gratis
info-layanan-gratis = Pengurusan dan penerbitan dokumen kependudukan tidak dipungut biaya (UU 24/2013). Kalau ada yang meminta bayaran, laporkan ke Call Center kami.
info-cara-memotret-title = Cara memotret dokumen
info-cara-memotret =
    Supaya tidak dikembalikan petugas:
    1. Letakkan dokumen asli di tempat yang rata dan terang.
    2. Matikan lampu kilat.
    3. Foto lurus dari atas sampai keempat sudutnya terlihat.
    4. Periksa: apakah semua huruf dan angka terbaca?
info-menjaga-akun-title = Menjaga akun Anda
info-menjaga-akun = Jangan berikan kata kunci kepada siapa pun, juga kepada petugas. Selesai memakai HP orang lain? Balas LOGOUT supaya akun Anda tertutup.
info-libur-berikutnya-title = Hari libur berikutnya
# $date (text), $holiday (text)
info-libur-berikutnya = Kantor tutup pada { $date }: { $holiday }. Permohonan yang masuk pada hari itu diproses pada hari kerja berikutnya.
