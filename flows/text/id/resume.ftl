# Going on, in this chat, with a form that was begun in another.

resume-title = Melanjutkan formulir
resume-phone = Formulir yang belum selesai kami cari dengan nomor HP Anda. Tekan *Kirim nomor saya* bila tombolnya ada, atau tulis nomornya. Contoh: 0812-3456-7890
resume-none =
    Tidak ada formulir yang bisa dilanjutkan di sini.
    Formulir hanya bisa pindah bila kedua chat terbukti memakai nomor HP yang sama. Anda bisa melanjutkannya di chat yang lama, atau mulai lagi dari sini.
resume-move = Anda punya pendaftaran yang belum selesai di chat lain, terakhir diisi { $at }. Lanjutkan di sini dengan jawaban yang sudah ada?
resume-late = Formulir itu baru saja selesai atau dibatalkan di chat yang lain. Kita mulai dari awal, ya.
