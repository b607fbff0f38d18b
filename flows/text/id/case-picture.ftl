### The picture of a case that officers get, and what they are told about originals. Indonesian.

# $what, $submitted, $promised
case-picture-subtitle = { $what } · masuk { $submitted } · batas { $promised }
case-picture-typed = Diketik
case-picture-read = Terbaca di dokumen
case-picture-unread = tidak terbaca
# $name, $sheet
case-picture-sheet = { $name }, lembar { $sheet }
# $name
case-picture-not-judged = { $name }: belum diperiksa mesin. Lihat gambarnya.
# $name, $fault
case-picture-fault =
    { $name }: { $fault ->
        [dark] gelap; ada versi yang dicerahkan.
        [blurred] buram.
        [glare] ada pantulan cahaya.
        [cut-off] ada bagian yang terpotong.
        [too-small] tulisannya kecil.
        [wrong-document] sepertinya dokumen lain.
       *[no-document] sepertinya bukan dokumen.
    }
# $name
case-picture-good = { $name }: terbaca jelas.
# $name
case-picture-undecided = { $name }: mesin tidak yakin. Lihat gambarnya.
# $name, $what
case-picture-differs =
    { $name }: { $what ->
        [nik] NIK-nya berbeda dari yang diketik.
        [kk] nomor KK-nya berbeda dari yang diketik.
       *[name] namanya berbeda dari yang diketik.
    }
# $name
case-picture-expired = { $name }: sudah habis masa berlakunya.
# $name, $signature
case-picture-signature =
    { $name }: { $signature ->
        [none] tidak ada tanda tangan elektronik.
        [valid] tanda tangan elektronik utuh. Penerbitnya tidak diperiksa.
        [valid-but-appended] ada tambahan setelah ditandatangani. Periksa berkas aslinya.
        [invalid] isinya berubah setelah ditandatangani.
       *[unknown] ada tanda tangan elektronik, tetapi belum bisa diperiksa di sini.
    }
# $face
case-picture-face =
    Wajah: { $face ->
        [alike] mirip
       *[unclear] tidak jelas, bandingkan sendiri
    }. Ini petunjuk mesin, bukan keputusan.

button-originals = Berkas asli
# $number, $minutes (number), $rows
originals-links =
    Berkas asli perkara *{ $number }*, seperti dikirim warga. Tiap tautan hanya sekali pakai, berlaku { $minutes } menit, dan pembukaannya dicatat.
    { $rows }
# $name, $page
originals-row = { $name }: { $page }
# $number
originals-no-originals = Perkara { $number } tidak punya berkas PDF. Foto yang Anda terima di chat sudah yang disimpan.

page-original-title = Berkas asli
# $name
page-original-intro =
    Tombol ini mengunduh *{ $name }* seperti dikirim warga, satu kali saja. Pembukaannya dicatat.
    Jangan menyimpan atau meneruskan berkas ini di luar pekerjaan Anda.
page-original-button = Unduh sekarang
page-original-gone-title = Berkas tidak ada lagi
page-original-gone-text = Berkas itu sudah dihapus. Buka lagi perkaranya dari ANTRIAN di chat petugas.
