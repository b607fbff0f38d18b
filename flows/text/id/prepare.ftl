# Siapkan dokumen: dokumen sebuah layanan, disiapkan sebelum pengajuan.

button-prepare = Siapkan dokumen
button-upload-help = Gagal upload file

## Layanan dan daftar dokumennya

prepare-title = siapkan dokumen
prepare-login-first = Dokumen disimpan atas nama Anda, jadi masuk dulu, ya. Belum punya akun? Daftar dulu.
prepare-service = Dokumen untuk layanan apa yang mau disiapkan?
# $service
prepare-nothing = Untuk { $service } tidak ada dokumen yang perlu disiapkan di sini.
# $service, $list
prepare-document =
    { "*" }Dokumen untuk { $service }*
    { $list }

    Pilih satu dokumen. Kalau sudah cukup, pilih Selesai.
# $document, $need: required, optional; $files (number)
prepare-row =
    { $files ->
        [0] ☐ { $document }
       *[other] ✓ { $document }
    } ({ $need ->
        [required] wajib
       *[optional] tidak wajib
    })
# $note
prepare-row-note = {"   "}{ $note }
# $file
prepare-row-file = {"   "}– { $file }
# $name, $date, $page (number), $remark: kosong, atau " – …"
prepare-file = { $name }, tanggal { $date }, lembar ke-{ $page }{ $remark }
prepare-finish = Selesai
# $service, $missing (satu baris tiap dokumen), $left (number), $instead
prepare-done =
    { $left ->
        [0] ✓ Semua dokumen wajib untuk { $service } sudah ada.
       *[other] Dokumen Anda untuk { $service } tersimpan. Yang wajib dan belum ada:
    }
    { $missing }
    Dokumennya belum dikirim ke petugas. { $instead }
# $document
prepare-missing = – { $document }

## Satu dokumen. $service, $row
prepared-document-action =
    { "*" }{ $service }*
    { $row }

    Mau apa dengan dokumen ini?
# $n, $many (numbers)
prepare-add = Tambah file
prepare-example = Lihat contoh
prepare-list = Daftar dokumen
prepare-view =
    { $many ->
        [1] Lihat
       *[other] Lihat { $n }
    }
prepare-delete =
    { $many ->
        [1] Hapus
       *[other] Hapus { $n }
    }
# $file
prepared-document-sure =
    Hapus file ini?
    { $file }
    File yang dihapus tidak bisa dikembalikan.
prepared-document-erased = ✓ File sudah dihapus.
prepared-document-left = Baik, file tidak dihapus.

## Tambah file

add-document-title = tambah file
# $service, $document, $nik (disamarkan), $name
add-document-head =
    { "*" }Tambah file*
    Layanan: { $service }
    Dokumen: { $document }
    NIK: { $nik }
    Nama lengkap: { $name }
# $document, $types
add-document-file = Kirim foto { $document } sekarang. Bisa juga berkas { $types }.
# $document, $service, $days (number)
add-document-saved =
    ✓ { $document } tersimpan sebagai Data Dukung { $service }.
    Disimpan { $days } hari sejak file terakhir ditambahkan, lalu dihapus.
add-document-full = Untuk satu dokumen paling banyak 20 file. Hapus dulu file yang tidak dipakai, lalu tambah lagi.
add-document-not-saved = Maaf, file itu tidak bisa disimpan: berkasnya sudah tidak ada. Kirim sekali lagi lewat Tambah file. Kalau tetap gagal, buka bantuan Gagal Upload File.
add-document-logged-out = Login Anda sudah berakhir, jadi file tadi belum disimpan. Masuk lagi, lalu tambahkan filenya.
add-document-see-help = Masih gagal? Buka bantuan Gagal Upload File, atau tulis GAGAL UPLOAD.

## Bantuan

upload-help-title = gagal upload file
upload-help-causes =
    { "*" }Gagal Upload File*
    File ditolak biasanya karena salah satu dari ini:

    1. Ukuran file terlalu besar. Pindai ulang dengan DPI lebih rendah, misalnya 200 atau 150. Atau kirim sebagai foto biasa, bukan sebagai dokumen.
    2. Ekstensi file tidak sesuai. Pakai jpg, jpeg, png, atau jfif.
    3. File berisi kode berbahaya. Jangan pakai aplikasi yang mencurigakan. Foto lagi dokumennya dengan kamera HP supaya menjadi file baru.

    Setelah itu kirim lagi. File yang ditolak tidak kami simpan.
