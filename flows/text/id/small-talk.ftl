# Basa-basi, keluhan dan pertanyaan di luar isian: dijawab pendek dan ramah, lalu selalu ada jalan terusnya.

small-talk-greeting = Halo, kami di sini. 🙂
small-talk-thanks = Sama-sama! 🙏 Perlu yang lain? Tulis *menu*.
small-talk-wait = Silakan, tidak perlu buru-buru. Jawaban Anda tersimpan.
small-talk-stuck = Tenang, kami bantu pelan-pelan. Tulis *menu* lalu pilih yang Anda perlukan, atau *petugas* untuk dibantu orang.
small-talk-slow = Maaf sudah membuat Anda menunggu.
small-talk-lost-card = Kami ikut prihatin. Bisa diurus, gratis. Ini yang perlu disiapkan:
small-talk-cost = Semua layanan di sini gratis. Tidak ada yang perlu dibayar. Mau lihat layanannya? Tulis *menu*.
small-talk-bot = Ya, ini penjawab otomatis. Kalau mau dengan orang, tulis *petugas*.
small-talk-abuse = Maaf sudah membuat Anda kesal. Kami ingin membantu sampai selesai. Mau dengan orang langsung? Tulis *petugas*.
small-talk-number = Angka itu belum kami tahu untuk apa. Pilih dulu layanannya, ya.
small-talk-nod = Baik. 🙂 Perlu apa lagi? Tulis *menu* untuk melihat pilihan.
small-talk-picture = 🙂 Ada yang bisa kami bantu? Tulis *menu* untuk melihat pilihan.
small-talk-english = You can use English here: type *English*. / Bahasa Inggris juga bisa: tulis *English*.
