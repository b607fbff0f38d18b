### One's own data (UU 27/2022): a copy, erasure, withdrawal of consent, and how to tell that this counter is genuine.

## Buttons (at most 24 characters)

button-by-number = Pakai nomor registrasi
button-my-data = Data saya
button-erase-account = Hapus akun
button-keep-account = Batalkan penghapusan
button-withdraw-consent = Cabut persetujuan
menu-privacy = Data pribadi saya

## Who asks

own-data-login-first =
    Data pribadi hanya kami berikan kepada pemiliknya. Silakan login dulu, lalu tulis permintaan ini lagi.
    Belum pernah mendaftar dari chat ini? Berarti tidak ada data pendaftaran dari sini.
own-data-prove = Akun untuk login belum ada. Untuk memastikan ini Anda, kami tanyakan dua hal: nomor registrasi dan NIK.
# $count (number), $numbers
own-data-open-cases = Yang masih diperiksa petugas ({ $numbers }) akan dihentikan.

prove-registration-title = pemeriksaan nomor registrasi
prove-registration-number =
    Berapa nomor registrasi Anda?
    Contoh: REG-2611-7K3F9Q
prove-registration-number-help = Nomor itu ada di pesan yang kami kirim di chat ini setelah Anda mendaftar. Tidak ketemu? Tulis STATUS.
prove-registration-nik =
    Berapa NIK yang didaftarkan dengan nomor itu? Tulis 16 angka.
    Contoh: 9801 0141 0190 0001
prove-registration-wrong = Nomor registrasi dan NIK itu belum cocok dengan pendaftaran dari chat ini. Periksa lagi keduanya, lalu tulis permintaan Anda sekali lagi. Sudah punya akun? Tulis LOGIN.

## DATA SAYA

my-data-title = salinan data
my-data-working = Kami kumpulkan semua data Anda. Sebentar, ya…
my-data-enough = Salinan data sudah Anda minta tiga kali dalam sehari terakhir. Coba lagi besok, atau hubungi petugas.
my-data-logged-out = Waktu login Anda sudah habis. Login lagi, lalu tulis DATA SAYA.
my-data-trouble = Maaf, salinan data Anda belum bisa dibuat karena ada gangguan pada sistem kami. Tulis DATA SAYA lagi nanti, atau hubungi petugas.
my-data-page = Salinan data Anda, foto dokumen ada di dalamnya. Buka dengan peramban (browser) di HP Anda.
my-data-json = Isi yang sama untuk dibaca mesin (JSON). Boleh diabaikan.
my-data-done =
    Itu semua yang kami simpan tentang Anda. Simpan baik-baik: di dalamnya ada NIK lengkap. Jangan diteruskan kepada siapa pun.

    Ada yang salah? Tulis PERBAIKI. Tidak mau datanya disimpan lagi? Tulis HAPUS AKUN.

## The copy itself

# $agency
data-copy-title = Data Anda di { $agency }
# $office, $made (date and time)
data-copy-about = Salinan semua data pribadi Anda yang disimpan { $office } di layanan ini, dibuat { $made }. Kata kunci tidak ikut: yang kami simpan hanya sidiknya, dan itu tidak bisa dibaca siapa pun.
data-copy-careful = Halaman ini berisi data pribadi lengkap. Jangan berikan kepada siapa pun. Kantor tidak pernah memintanya kembali.
data-copy-only-here = Salinan ini hanya berisi yang dikirim dari chat yang meminta, karena chat itu belum terikat pada Anda.
data-copy-identity = Identitas
data-copy-chats = Chat yang terhubung
data-copy-account = Akun
data-copy-cases = Pendaftaran dan permintaan
data-copy-documents = Dokumen
data-copy-consents = Persetujuan
data-copy-mandates = Hak grup
data-copy-talks = Percakapan dengan petugas
data-copy-sessions = Riwayat login
data-copy-seen = Siapa yang melihat atau mengolah data Anda
data-copy-rights = Hak Anda
# $email, $address
data-copy-rights-text = Di chat: tulis PERBAIKI untuk membetulkan data, HAPUS AKUN untuk menghapus semuanya, CABUT PERSETUJUAN untuk menghentikan pengolahan. Atau hubungi { $email }, { $address }.
data-copy-nik = NIK
data-copy-name = Nama
data-copy-since = Disimpan sejak
data-copy-channel = Saluran
data-copy-phone = Nomor HP
data-copy-proven = Nomor terbukti
data-copy-status = Status
data-copy-activated = Diaktifkan
data-copy-password = Kata kunci
data-copy-password-kept = Ada (hanya sidiknya, tidak bisa dibaca)
data-copy-erase = Akan dihapus
data-copy-kind = Jenis
data-copy-submitted = Dikirim
data-copy-promised = Dijanjikan selesai
data-copy-decided = Diputuskan
data-copy-reason = Alasan
data-copy-note = Catatan petugas
data-copy-flag = Catatan pemeriksaan
# $event, $by
data-copy-event = { $event } – { $by }
data-copy-you = Anda
data-copy-officer = Petugas
data-copy-for = Untuk
data-copy-file-name = Nama berkas
data-copy-document-date = Tanggal pada dokumen
data-copy-remark = Keterangan
data-copy-sent = Dikirim
data-copy-size = Ukuran
# $kilobytes (number)
data-copy-kilobytes = { $kilobytes } KB
data-copy-no-picture = Fotonya tidak dimuat di halaman ini. Minta kepada petugas: tulis PETUGAS.
data-copy-version = Versi teks
data-copy-given = Diberikan
data-copy-reply = Jawaban Anda
data-copy-withdrawn = Dicabut
data-copy-group = Grup
data-copy-ends = Berlaku sampai
data-copy-revoked = Dicabut
# $by, $at (date and time)
data-copy-said = { $by }, { $at }
# $until (date and time)
data-copy-until = sampai { $until }
data-copy-account-pending = Menunggu persetujuan
data-copy-account-approved = Disetujui, belum diaktifkan
data-copy-account-active = Aktif
data-copy-account-closed = Ditutup karena persetujuan dicabut
data-copy-case-registration = Pendaftaran akun
data-copy-case-correction = Perbaikan data
data-copy-case-phone = Penggantian nomor HP
data-copy-is-submitted = Dikirim
data-copy-is-approved = Disetujui
data-copy-is-rejected = Tidak disetujui
data-copy-is-repair = Dikembalikan untuk diperbaiki
data-copy-is-withdrawn = Dibatalkan pemohon
data-copy-event-activated = Akun diaktifkan
data-copy-event-replaced = Diganti dengan perbaikan
data-copy-seen-viewed = Melihat
data-copy-seen-claimed = Mulai memeriksa
data-copy-seen-released = Selesai melihat tanpa memutuskan
data-copy-seen-decided = Memutuskan
data-copy-seen-direct = Mendaftarkan di loket
data-copy-seen-found = Mencari NIK Anda

## HAPUS AKUN

erase-account-title = penghapusan akun
erase-account-login-first = Untuk menghapus akun, silakan login dulu, supaya tidak ada orang lain yang bisa menghapusnya. Setelah itu tulis HAPUS AKUN lagi. Tidak bisa login? Hubungi petugas.
erase-account-no-account = Anda belum punya akun untuk dihapus. Yang tersimpan hanya pendaftaran Anda. Untuk menghentikan dan menghapusnya, pilih Cabut persetujuan.
# $date
erase-account-coming = Penghapusan sudah Anda minta. Akun dan data Anda dihapus pada { $date }. Berubah pikiran? Pilih "Batalkan penghapusan" atau tulis BATAL HAPUS.
# $days (number), $cases (text), $office
erase-account-sure =
    { "*" }Menghapus akun*

    Yang dihapus: identitas, isian, foto dokumen, percakapan, dan login Anda di layanan ini. Setelah dihapus, tidak bisa dikembalikan. { $cases }

    Yang tidak dihapus: nomor kasus dan waktu keputusannya, tanpa nama dan tanpa NIK, karena pekerjaan kantor wajib bisa diperiksa. Data kependudukan Anda (KTP, KK) di { $office } tidak disimpan di layanan ini dan tidak berubah.

    Kapan: { $days } hari lagi. Sampai saat itu Anda masih bisa membatalkan.

    Lanjutkan menghapus akun?
erase-account-kept = Baik, tidak ada yang dihapus.
erase-account-typed =
    Supaya tidak terhapus tanpa sengaja: tulis kata HAPUS.
    Tidak jadi? Tulis BATAL.
erase-account-not-typed = Itu bukan kata HAPUS. Tulis HAPUS untuk menghapus, atau BATAL untuk berhenti.
erase-account-logged-out = Waktu login Anda sudah habis, jadi belum ada yang dihapus. Login lagi, lalu tulis HAPUS AKUN.
# $date
erase-account-done =
    Permintaan Anda kami catat. Akun dan data Anda dihapus pada *{ $date }*.

    Sampai saat itu Anda masih bisa login. Berubah pikiran? Pilih "Batalkan penghapusan" atau tulis BATAL HAPUS. Mau menyimpan salinannya? Tulis DATA SAYA.

keep-account-title = pembatalan penghapusan
keep-account-kept = Penghapusan dibatalkan. Akun dan data Anda tetap seperti semula.
keep-account-nothing = Tidak ada penghapusan yang berjalan dari chat ini. Punya akun yang lain? Login dulu.
keep-account-withdrawn = Persetujuan sudah Anda cabut, jadi akun tidak bisa dibuka lagi. Mau memakai layanan ini lagi? Tulis DAFTAR, lalu setujui lagi di awal.

# $date
login-erasing = Akun Anda akan dihapus pada *{ $date }* karena Anda memintanya. Berubah pikiran? Pilih "Batalkan penghapusan" atau tulis BATAL HAPUS.

## CABUT PERSETUJUAN

consent-withdrawal-title = pencabutan persetujuan
# $about (text)
consent-withdrawal-none = { $about }
consent-withdrawal-never = Tidak ada persetujuan yang tercatat, jadi tidak ada yang perlu dicabut.
# $since (date)
consent-withdrawal-already = Persetujuan sudah Anda cabut pada { $since }. Data Anda tidak kami olah lagi.
# $since (date), $date
consent-withdrawal-erasing = Persetujuan sudah Anda cabut pada { $since }. Data Anda tidak kami olah lagi, dan dihapus pada { $date }. Mau memakai layanan ini lagi? Tulis DAFTAR.
consent-withdrawal-which = Persetujuan mana yang mau dicabut: hanya swafoto, atau semuanya? Kalau hanya swafoto, swafoto Anda dihapus sekarang juga dan pendaftaran tetap berjalan.
consent-withdrawal-only-selfie = Hanya swafoto
consent-withdrawal-everything = Semuanya
# $outcome
consent-withdrawal-selfie-done =
    { $outcome ->
        [gone] Swafoto Anda sudah dihapus, dan wajah Anda tidak dibandingkan lagi. Pendaftaran dan akun Anda tetap seperti biasa. Petugas yang sudah menerimanya kami minta menghapusnya juga.
       *[logged-out] Belum ada yang dicabut: waktu login Anda sudah habis. Login lagi, lalu tulis CABUT PERSETUJUAN.
    }
# $version, $date, $days (number), $cases (text)
consent-withdrawal-sure =
    { "*" }Mencabut persetujuan*

    Yang Anda setujui: pengolahan data pribadi untuk akun dan pendaftaran, teks versi { $version }, pada { $date }.

    Kalau dicabut: data Anda berhenti diolah saat ini juga. { $cases } Akun ditutup, dan { $days } hari lagi semua data Anda dihapus. Layanan bisa dipakai lagi setelah mendaftar ulang.

    Cabut persetujuan sekarang?
consent-withdrawal-kept = Baik, persetujuan Anda tetap berlaku.
consent-withdrawal-logged-out = Belum ada yang dicabut: waktu login Anda sudah habis. Login lagi, lalu tulis CABUT PERSETUJUAN.
# $date
consent-withdrawal-done =
    Persetujuan Anda dicabut. Mulai sekarang data Anda tidak kami olah lagi, dan dihapus pada *{ $date }*.

    Mau memakai layanan ini lagi? Tulis DAFTAR kapan saja.

## What other chats and the mailbox are told

erasure-why-wish = Ada permintaan menghapus akun Anda dari salah satu chat Anda.
erasure-why-consent = Persetujuan pengolahan data Anda dicabut dari salah satu chat Anda, jadi akun ditutup.
# $why, $date
erasure-coming-text = { $why } Akun dan data Anda dihapus pada *{ $date }*. Bukan Anda yang meminta? Segera hubungi petugas.
erasure-cancelled-text = Penghapusan akun dibatalkan. Akun dan data Anda tetap ada. Bukan Anda yang membatalkan? Tulis HAPUS AKUN setelah login.
# $agency, $office
erasure-done-text = Akun dan data Anda di { $agency } sudah dihapus. Ini pesan terakhir dari kami tentang akun itu. Terima kasih sudah memakai layanan { $office }. Kalau suatu saat perlu lagi, tulis DAFTAR.

mail-erasure-coming-subject = Akun Anda akan dihapus
# $why, $date, $agency, $office
mail-erasure-coming-text =
    Halo,

    { $why }
    Akun dan data Anda di { $agency } dihapus pada { $date }.

    Tidak jadi? Tulis BATAL HAPUS di chat. Bukan Anda yang meminta? Segera tulis PETUGAS di chat.

    { $office }
mail-erasure-cancelled-subject = Penghapusan akun dibatalkan
# $agency, $office
mail-erasure-cancelled-text =
    Halo,

    Penghapusan akun Anda di { $agency } dibatalkan. Akun dan data Anda tetap ada.

    { $office }
mail-erasure-done-subject = Akun Anda sudah dihapus
# $agency, $office
mail-erasure-done-text =
    Halo,

    Akun dan data Anda di { $agency } sudah dihapus, termasuk alamat e-mail ini. Ini pesan terakhir dari kami.

    { $office }

# $number (to officers)
selfie-withdrawn-text = { "*" }{ $number }*: pemohon mencabut izin swafoto. Hapus swafotonya dari chat ini dan dari HP Anda; perkaranya berjalan terus tanpa swafoto.
# $number
case-withdrawn-text = { "*" }{ $number }* dibatalkan oleh pemohonnya. Tugas ini ditutup; tidak ada yang perlu diputuskan.

## Status

# $number, $submitted (date and time)
status-is-withdrawn =
    Pendaftaran *{ $number }*
    Status: *dibatalkan atas permintaan Anda*
    Dikirim: { $submitted }
