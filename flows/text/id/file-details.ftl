# Tanggal, lembar ke, dan keterangan sebuah file.

# $date, $pages, $remark
field-details =
    Simpan seperti ini?
    Tanggal dokumen: { $date }
    Lembar ke: { $pages }
    Keterangan: { $remark }
field-details-save = Simpan
field-details-change-date = Ubah tanggal
field-details-change-page = Ubah lembar
field-details-change-remark = Keterangan
field-details-same = Tidak jadi
field-details-none = Tanpa keterangan
field-details-date =
    Tanggal berapa dokumen itu dicetak atau ditandatangani?
    Contoh: 17-08-2020
field-details-page =
    File ini lembar ke berapa?
    Contoh: 2
field-details-remark =
    Apa keterangannya?
    Contoh: halaman depan
field-details-page-unclear = Tulis nomor lembarnya saja, 1 sampai 99. Contoh: 2
field-details-unclear = Pilih Simpan kalau sudah benar. Mau mengubah? Pilih Ubah tanggal, Ubah lembar, atau Keterangan.
