# Yang dikatakan mesin percakapan sendiri, di pertanyaan mana pun.

## Pertanyaan
engine-progress = ({ $n } dari { $total }) { $prompt }
engine-secure-entry =
    🔒 Isi di halaman ini (berlaku 30 menit): { $page }
    Tidak bisa dibuka? Ketik saja di sini.
engine-secure-help = Di halaman itu lebih aman: jawaban Anda tidak tertinggal di chat. Kalau diketik di sini, pesannya kami hapus bila aplikasi chat ini mengizinkan.
engine-skip = Lewati
engine-keep = Tetap yang lama
engine-was = Jawaban Anda tadi: *{ $value }*.
engine-was-hidden = Jawaban Anda tadi tersimpan dan tidak kami tampilkan.
engine-menu = Menu
engine-checking = Foto diterima, sedang diperiksa…
engine-still-working = Sebentar ya, kami masih memeriksa kiriman Anda yang tadi. Kami kabari begitu selesai.

## Yang belum pas
engine-empty = Pesan Anda kosong atau hanya berisi tanda. Ketik jawabannya dengan huruf atau angka.
engine-too-long = Pesan Anda terlalu panjang: paling banyak { $max } huruf. Tulis jawabannya saja.
engine-expected-file = Di sini kami perlu fotonya. Ketuk tanda 📎 atau kamera, lalu pilih foto.
engine-view-once = Foto sekali lihat tidak sampai ke kami. Kirim lagi sebagai foto biasa: matikan tanda ① sebelum mengirim.
engine-expected-text = Foto atau berkas belum diperlukan di sini. Pilih atau ketik dulu jawabannya, ya.
engine-one-file = Di sini cukup satu foto. Yang kami periksa foto yang pertama saja.
engine-expected-words =
    { $what ->
        [voice] Pesan suara belum dapat kami dengar di sini. Ketik jawabannya dengan tulisan.
        [audio] Rekaman suara belum dapat kami dengar di sini. Ketik jawabannya dengan tulisan.
        [video] Video belum dapat kami terima di sini. Ketik jawabannya dengan tulisan.
        [sticker] Terima kasih stikernya 🙂 Sekarang ketik jawabannya dengan tulisan.
        [location] Kiriman lokasi belum dapat kami pakai di sini. Ketik jawabannya dengan tulisan.
        [contact] Kiriman kontak tidak diperlukan di sini. Ketik jawabannya dengan tulisan.
        [edit] Pesan yang diubah tidak kami baca ulang. Untuk membetulkan jawaban tadi, ketik *kembali*; untuk menjawab, kirim pesan baru.
        [call] Telepon belum dapat kami jawab di sini. Ketik jawabannya dengan tulisan.
        [choice] Di sini tidak ada tombol untuk dipilih. Ketik jawabannya dengan tulisan.
       *[other] Kiriman seperti itu belum dapat kami baca. Ketik jawabannya dengan tulisan.
    }
engine-cannot-skip = Yang ini perlu dijawab dulu, belum bisa dilewati. Bingung? Ketik *bantuan*.
engine-old-button = Tombol itu milik pertanyaan yang sudah lewat.
engine-answer-late = Halaman itu sudah tidak berlaku, jadi isinya tidak kami pakai.
engine-stuck = Bagian ini sulit, ya? Tidak apa-apa. Petugas kami bisa membantu; ketik *petugas* kapan saja.
engine-stuck-human = Hubungi petugas
engine-failed = Maaf, ada gangguan pada sistem kami. Jawaban Anda sebelumnya tersimpan. Kirim lagi pesan tadi; bila masih begini, ketik *petugas*.

## Perintah
engine-help =
    Yang bisa Anda ketik kapan saja:
    • *kembali* – ke pertanyaan sebelumnya
    • *ulang* – mengisi dari awal
    • *batal* – berhenti
    • *menu* – melihat semua layanan
    • *status* – sampai mana pendaftaran Anda
    • *petugas* – dibantu petugas kami
    • *bahasa* – ganti bahasa / change language
    • *cek resmi* – memastikan ini benar layanan resmi
    Tentang data Anda: *data saya* (salinannya), *perbaiki* (membetulkan), *cabut persetujuan*, *hapus akun*.
engine-still-unsure = Masih bingung? Tulis *bantuan* atau *petugas*.
engine-nothing-before = Ini sudah pertanyaan pertama.
engine-nothing-open = Tidak ada yang sedang diisi, jadi tidak ada yang perlu dibatalkan.
engine-cancelled = Baik, *{ $title }* dihentikan.
engine-which = Maksud Anda yang mana? Ketuk salah satu, atau tulis *menu* untuk melihat semuanya.
engine-what-next = Ada lagi yang bisa kami bantu? Ketik *menu* untuk melihat layanan kami.
engine-resume = Kita lanjutkan *{ $title }*.
engine-updated = Layanan kami baru diperbarui. Jawaban Anda tetap tersimpan; kita lanjutkan dari sini.
engine-flow-gone = Layanan yang tadi Anda pakai sudah tidak tersedia. Mohon maaf.

## Ya atau tidak
engine-yes-or-no = Maaf, kami belum menangkap maksudnya. Balas *ya* atau *tidak*.
engine-aside-cancel = Batalkan *{ $title }*? Jawaban yang sudah diisi akan dihapus.
engine-aside-cancel-yes = Ya, batalkan
engine-aside-cancel-no = Tidak, lanjut isi
engine-aside-restart = Ulangi *{ $title }* dari awal? Jawaban yang sudah diisi akan dihapus.
engine-aside-restart-yes = Ya, ulang dari awal
engine-aside-restart-no = Tidak, lanjut isi
engine-aside-draft = Ada *{ $title }* yang belum selesai dan masih kami simpan. Lanjutkan?
engine-aside-draft-yes = Ya, lanjutkan
engine-aside-draft-no = Tidak, isi baru
engine-aside-doubt = Apakah itu sudah benar?
engine-aside-doubt-yes = Ya, benar
engine-aside-doubt-no = Tidak, ubah

## Periksa jawaban
engine-review-row = { $n }. { $label }: { $value }
engine-review-how = Sudah benar semua? Balas *ya*. Untuk memperbaiki, ketik misalnya *ubah 3*.
engine-review-yes = Ya, sudah benar
engine-review-edit = Ubah jawaban
engine-review-cancel = Batal
engine-review-which = Jawaban nomor berapa yang ingin diubah? Contoh: *ubah 3*.
engine-review-no-such = Nomor itu tidak ada di daftar.
engine-review-unclear = Kami belum menangkap maksudnya. Balas *ya* bila semua benar, atau misalnya *ubah 3*.

## Formulir yang ditinggal
engine-nudge = Formulir Anda belum selesai. Kita lanjutkan di sini kapan pun Anda siap.
engine-draft-kept = Isian *{ $title }* Anda kami simpan dulu selama { $days } hari. Ketuk tombol ini atau kirim pesan bila ingin melanjutkan.
engine-draft-go-on = Lanjutkan
engine-form-moved = Isian *{ $title }* ini sekarang Anda lanjutkan di chat lain. Di sini tidak perlu dijawab lagi. Bukan Anda yang memindahkan? Ketik *PETUGAS*.
engine-form-cleared = Isian *{ $title }* yang belum selesai di chat ini kami hapus, supaya tidak terbaca orang lain yang memakai HP ini.
engine-draft-expired = Isian *{ $title }* yang belum selesai sudah kami hapus karena lama tidak dilanjutkan, demi menjaga data Anda. Anda bisa mulai lagi kapan saja.
