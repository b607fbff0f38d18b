# Foto dan berkas: hasil pemeriksaan, satu hal yang perlu diperbaiki, dan apa yang dikirim berikutnya.

## Diminta
field-document-none = Di sini kami perlu fotonya. Ketuk tanda 📎 atau kamera, lalu pilih foto.
field-document-none-pdf = Di sini kami perlu berkas PDF. Ketuk tanda 📎, pilih Dokumen, lalu pilih berkasnya.
# $document
field-document-send = Silakan kirim { $document }.
field-document-example-shown = Ini contohnya. Kirim foto Anda seperti ini: utuh, terang, dan jelas terbaca.
# $n (number)
field-document-replacing = Kirim foto pengganti lembar { $n }.

## Hasil
# $pages (number), $verdict: good, fault, undecided
field-document-received =
    ✓ { $pages ->
        [1] sudah diterima
       *[other] { $pages } lembar diterima
    }{ $verdict ->
        [good] {""}
       *[other] , dinilai petugas
    }
# $same: nik, kk, no
field-document-good =
    ✓ Foto jelas terbaca{ $same ->
        [nik] , dan NIK-nya cocok
        [kk] , dan nomor KK-nya cocok
       *[other] {""}
    }.
field-document-officer = ✓ Sudah kami terima. Petugas akan menilainya.

## Satu hal yang kurang, dan satu cara memperbaikinya. $document
field-document-fault-dark = Fotonya terlalu gelap. Foto lagi di dekat jendela atau nyalakan lampu, tanpa lampu kilat.
field-document-fault-blurred = Fotonya buram. Pegang HP dengan dua tangan, ketuk layar pada tulisannya, lalu foto lagi.
field-document-fault-glare = Ada pantulan cahaya yang menutupi tulisan. Miringkan sedikit dokumennya, lalu foto lagi tanpa lampu kilat.
field-document-fault-cut-off = Ada bagian yang terpotong. Foto lagi sampai keempat sudutnya terlihat.
field-document-fault-too-small = Tulisannya terlalu kecil untuk dibaca. Dekatkan HP sampai dokumennya memenuhi layar, lalu foto lagi.
field-document-fault-wrong-document = Ini sepertinya dokumen lain. Kirim foto { $document }.
field-document-fault-no-document = Kami tidak melihat dokumen di foto itu. Kirim foto { $document }, utuh dan tegak.
field-document-expired = { $document } ini sudah habis masa berlakunya. Kirim foto yang masih berlaku.
field-document-expired-taken = ✓ Terbaca, tetapi { $document } ini sudah habis masa berlakunya. Kami perlu surat pernyataan pembaruannya.

## Dibandingkan dengan yang diketik. $what: nik, kk, name, address; $typed, $read: hanya bagian yang berbeda
field-document-differs =
    { $what ->
        [nik] Angka NIK di foto berbeda dari yang Anda ketik. Cek lagi, ya:
        [kk] Nomor KK di foto berbeda dari yang Anda ketik. Cek lagi, ya:
        [address] Alamat di foto sepertinya berbeda dari yang Anda isi. Coba dilihat lagi:
       *[name] Nama di foto sepertinya sedikit berbeda dari yang Anda ketik. Coba dilihat lagi:
    }
    { $typed } (diketik)
    { $read } (di foto)
# $document
field-document-differs-unread =
    { $what ->
        [nik] NIK yang Anda ketik tidak kami temukan di { $document } itu. Cek lagi, ya.
        [kk] Nomor KK yang Anda ketik tidak kami temukan di { $document } itu. Cek lagi, ya.
       *[name] Nama yang Anda ketik tidak kami temukan di { $document } itu. Coba dilihat lagi.
    }

## Beberapa lembar
# $pages (number)
field-document-sheets =
    { $pages } lembar sudah kami terima. Ada lembar lain? Kirim fotonya. Kalau tidak ada, pilih Sudah semua.
    Keliru? Tulis misalnya hapus 2 atau ganti 2.
# $n (number), $why
field-document-page-wrong = Foto ke-{ $n }: { $why }
# $max, $over (numbers)
field-document-over = Di sini paling banyak { $max } lembar. { $over } foto terakhir tidak kami ambil.

## Dokumen lama
# $document, $list
field-document-earlier =
    Anda pernah mengirim { $document }:
    { $list }
    Pakai yang itu, atau kirim yang baru?
# $n (number), $name, $date, $sheet (number)
field-document-earlier-row = { $n }. { $name }, tanggal { $date }, lembar ke-{ $sheet }

## Pilihan. $n (number), $many: berapa dokumen lama, $what
field-document-choose-done = Sudah semua
field-document-choose-add = Tambah lembar
field-document-choose-delete = Hapus lembar { $n }
field-document-choose-replace = Ganti lembar { $n }
field-document-choose-anyway = Kirim saja, biar petugas yang menilai
field-document-choose-example = Lihat contoh
field-document-choose-fix =
    { $what ->
        [nik] Perbaiki NIK
        [kk] Perbaiki nomor KK
        [address] Perbaiki alamat
       *[name] Perbaiki nama
    }
field-document-choose-other = Foto lain
field-document-choose-sure = Sudah benar, lanjut
field-document-choose-old = Pilih dokumen lama
field-document-choose-new = Upload baru
field-document-choose-use =
    { $many ->
        [1] Pakai yang ini
       *[other] Pakai nomor { $n }
    }
field-document-choose-view =
    { $many ->
        [1] Lihat besar
       *[other] Lihat besar { $n }
    }

## Mengisi dari foto
# $rows
field-photo-read =
    Dari foto itu kami baca:
    { $rows }

    Sudah benar? Nanti di akhir semuanya masih bisa diubah.
# $label, $value
field-photo-row = { $label }: { $value }
field-photo-yes = Ya, benar
field-photo-no = Tidak, ketik sendiri
field-photo-other = Foto lain
field-photo-unread = Fotonya kami simpan, tetapi NIK-nya belum terbaca. Ketik saja 16 angka NIK Anda.
field-photo-typed = Baik, fotonya tetap kami pakai. Sekarang ketik 16 angka NIK Anda.
field-photo-or-type = Boleh juga ketik saja 16 angka NIK Anda.

## Berkas yang tidak disimpan: sebabnya dan apa yang dikirim. $max (MB), $pages (halaman), $types
field-document-empty = Berkas itu kosong (0 byte). Buka dulu di HP untuk memastikan, lalu kirim lagi.
field-document-too-large = Ukuran berkas itu terlalu besar: paling besar { $max } MB. Kirim sebagai foto biasa, atau pindai ulang dengan DPI lebih rendah, misalnya 200 atau 150.
field-document-pixels = Gambar itu terlalu besar untuk dibuka (terlalu banyak piksel). Foto ulang dengan kamera HP, lalu kirim.
field-document-type = Ekstensi berkas itu tidak sesuai. Kirim berkas { $types }, misalnya foto langsung dari kamera.
field-document-svg = Berkas SVG adalah gambar buatan komputer, bukan foto. Kirim foto dokumen aslinya ({ $types }).
field-document-pdf = Di sini kami perlu foto, bukan PDF. Foto dokumennya dengan kamera, lalu kirim.
field-document-pdf-only = Di sini kami perlu berkas PDF, paling besar { $max } MB. Pindai dokumennya menjadi PDF, lalu kirim sebagai dokumen.
field-document-app = Demi keamanan, aplikasi, arsip, dan berkas web tidak kami buka. Kirim berkas { $types } saja.
field-document-not-an-image = Isi berkas itu bukan gambar, walaupun namanya mungkin begitu. Kirim foto dokumennya ({ $types }).
field-document-damaged = Gambar itu rusak atau terkirim sebagian. Buka dulu di HP untuk memastikan, lalu kirim lagi.
field-document-pdf-active = PDF itu berisi program atau lampiran, jadi tidak kami simpan. Cetak atau pindai ulang menjadi PDF biasa, lalu kirim.
field-document-pdf-encrypted = PDF itu memakai kata sandi. Simpan ulang tanpa kata sandi, lalu kirim.
field-document-pdf-damaged = PDF itu rusak atau terkirim sebagian. Buka dulu di HP untuk memastikan, lalu kirim lagi.
field-document-pages = Halaman berkas itu terlalu banyak: paling banyak { $pages }. Kirim halaman yang diperlukan saja.
field-document-malware = Berkas itu berisi kode berbahaya, jadi tidak kami simpan. Jangan pakai aplikasi yang mencurigakan: foto lagi dengan kamera HP supaya menjadi berkas baru, lalu kirim.
field-document-timeout = Berkas itu terlalu lama dibuka. Foto ulang dengan kamera HP, lalu kirim sebagai foto biasa.
field-document-unavailable = Berkas itu sudah tidak dapat kami ambil. Kirim sekali lagi, tidak perlu mengulang yang lain.
field-document-undecided = Berkas itu belum bisa kami periksa karena gangguan di sisi kami. Maaf, kirim lagi; jawaban Anda yang lain tersimpan.
