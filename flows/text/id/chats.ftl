### Beberapa chat satu orang: menghubungkan, memilih, melepaskan; chat yang mungkin sudah berganti pemakai.

menu-my-chats = Chat saya
button-my-chats = Chat saya
button-add-chat = Hubungkan chat lain
button-link-this = Hubungkan chat ini
button-prefer-chat = Kirim kabar ke sini
button-unlink-chat = Lepaskan chat
button-leave-chat = Biarkan

chat-channel-whatsapp = WhatsApp
chat-channel-telegram = Telegram
chat-channel-simulator = Simulator
chat-channel-other = Chat

## Hubungkan chat lain

link-code-title = hubungkan chat lain
link-code-login-first = Supaya chat lain bisa dihubungkan dengan akun Anda, login dulu di sini, ya. Sudah punya kode dari chat lain? Tulis HUBUNGKAN dan kodenya, misalnya: HUBUNGKAN 123456.
# $code, $minutes (number), $ways
link-code-code =
    { "*" }Hubungkan chat lain.* Dari HP atau aplikasi kedua Anda, kirim pesan ini ke chat kami:

    { "*" }HUBUNGKAN { $code }*

    { $ways }
    Berlaku { $minutes } menit dan hanya sekali. Jangan berikan kepada siapa pun, juga kepada yang mengaku petugas.
# $channel, $link
link-code-way = Lewat { $channel }: { $link }
link-code-no-links = Buka chat kami di sana seperti biasa.
link-code-too-many = Kode sudah beberapa kali diminta. Demi keamanan, tunggu 30 menit, lalu tulis HUBUNGKAN lagi.
link-code-full = Sudah banyak chat yang terhubung dengan akun Anda. Lepaskan dulu yang tidak dipakai: pilih *Chat saya*.

link-here-sure =
    Hubungkan chat ini dengan akun atas nama { $name }? Kabar akun itu bisa dikirim ke sini.

    Kalau itu bukan Anda, pilih Tidak.
link-here-kept = Baik, chat ini tidak dihubungkan. Kalau ada yang menyuruh Anda mengirim kode itu, abaikan orangnya.
link-here-linked =
    { "*" }Sudah. Chat ini terhubung dengan akun Anda.* Kabar kami kirim ke chat yang terakhir Anda pakai, atau yang Anda pilih.

    Chat ini belum login. Untuk memakai akun di sini, login dulu.
link-here-wrong =
    Kode itu tidak berlaku: ada angka yang salah, waktunya habis, atau sudah dipakai. Kodenya 6 angka.
    Contoh: HUBUNGKAN 123456

    Minta kode baru: tulis HUBUNGKAN di chat yang sudah login.
link-here-too-many = Terlalu banyak kode yang salah. Demi keamanan, tunggu 1 jam. Cara lain: login di chat ini, lalu tulis HUBUNGKAN CHAT INI.
link-here-others = Chat ini terhubung dengan orang lain, jadi belum bisa dihubungkan dengan akun Anda. Kalau HP atau nomor ini dulu milik orang lain, pilih "Bukan saya". Petugas juga bisa membantu.
link-here-already = Chat ini memang sudah terhubung dengan akun Anda. Kirim kodenya dari HP atau aplikasi yang lain, ya.
link-here-full = Sudah banyak chat yang terhubung dengan akun itu. Di chat yang sudah login, tulis CHAT SAYA, lalu lepaskan yang tidak dipakai.

## Chat saya

my-chats-title = chat saya
my-chats-login-first = Untuk melihat chat yang terhubung dengan akun Anda, login dulu, ya.
my-chats-none = Belum ada chat yang terhubung dengan akun Anda. Kabar kami kirim ke e-mail Anda. Mau dikabari di chat juga?
# $list
my-chats-chat =
    { "*" }Chat yang terhubung dengan akun Anda:*
    { $list }

    Mau mengatur yang mana?
# $channel, $digits, $here (text), $since, $heard, $state (text)
my-chats-line =
    • { $channel }{ $digits ->
        [none] { "" }
       *[other] { " " }••••{ $digits }
    }{ $here ->
        [yes] { " " }(chat ini)
       *[no] { "" }
    }, sejak { $since }, terakhir dipakai { $heard }{ $state ->
        [preferred] . Pilihan Anda untuk kabar.
        [first] . Kabar dikirim ke sini.
        [unreachable] . Pesan kami tidak sampai ke sini.
       *[none] .
    }
my-chats-never = belum pernah
# $channel, $digits, $here (text)
my-chats-option =
    { $channel }{ $digits ->
        [none] { "" }
       *[other] { " " }••••{ $digits }
    }{ $here ->
        [yes] { " " }(chat ini)
       *[no] { "" }
    }
# $channel, $digits, $here (text)
my-chats-name =
    { $channel }{ $digits ->
        [none] { "" }
       *[other] { " " }••••{ $digits }
    }{ $here ->
        [yes] { " " }(chat ini)
       *[no] { "" }
    }
# $chat
my-chats-act = { "*" }{ $chat }.* Mau diapakan? HP-nya hilang atau nomornya tidak dipakai lagi: pilih *Lepaskan chat*.
my-chats-left = Baik, tidak ada yang berubah.
# $chat
my-chats-preferred-done = *Sudah.* Kabar akun mulai sekarang kami kirim dulu ke { $chat }. Kalau tidak sampai, kami coba chat Anda yang lain, lalu e-mail.
# $chat
my-chats-sure = Lepaskan { $chat }? Login di sana berakhir, kabar tidak lagi dikirim ke sana, dan data Anda tidak terlihat di sana.
my-chats-kept = Baik, chat itu tetap terhubung.
# $chat, $left (number)
my-chats-unlinked =
    { "*" }Sudah.* { $chat } tidak lagi terhubung dengan akun Anda. { $left ->
        [0] Sekarang tidak ada chat lain yang terhubung; kabar kami kirim ke e-mail.
       *[other] Chat Anda yang lain kami kabari.
    }
# $chat, $left (number)
my-chats-unlinked-number =
    { "*" }Sudah.* { $chat } tidak lagi terhubung dengan akun Anda. { $left ->
        [0] Sekarang tidak ada chat lain yang terhubung; kabar kami kirim ke e-mail.
       *[other] Chat Anda yang lain kami kabari.
    }

    Nomor HP di chat itu juga kami hapus dari akun, supaya tidak bisa dipakai orang lain. Pasang nomor Anda yang sekarang: tulis GANTI NOMOR HP.
my-chats-late = Daftarnya sudah berubah, jadi tidak ada yang kami lakukan. Lihat lagi dulu, ya.

## Kabar

# $agency
chat-added-text = Satu chat lain sekarang terhubung dengan akun { $agency } Anda, dengan kode yang diminta setelah login. Bukan Anda? Tulis CHAT SAYA dan lepaskan chat itu, lalu ganti kata kunci.
# $agency
chat-removed-text = Satu chat dilepaskan dari akun { $agency } Anda. Kabar tidak lagi dikirim ke sana. Bukan Anda? Segera hubungi petugas, lalu ganti kata kunci.
# $agency
chat-unlinked-text = Chat ini tidak lagi terhubung dengan akun { $agency } mana pun. Kabar tidak dikirim lagi ke sini. Kalau ini tidak benar, hubungi petugas.
# $agency
other-hands-text = Chat ini sepertinya sekarang dipakai akun atau HP yang lain. Demi keamanan, yang sedang berjalan di sini kami hentikan. Masih Anda? Login untuk melihat akun { $agency } Anda lagi.
# $agency
news-waiting-text = Ada kabar dari { $agency } untuk pemilik akun yang terhubung dengan chat ini. Chat ini lama tidak dipakai, jadi kabarnya belum kami tampilkan. Login dulu, atau pilih Cek status. Bukan untuk Anda? Pilih "Bukan saya".

mail-chat-added-subject = Chat lain terhubung dengan akun Anda
# $agency, $office
mail-chat-added-text =
    Halo,

    Satu chat lain sekarang terhubung dengan akun { $agency } Anda, dengan kode yang diminta setelah login.

    Kalau itu bukan Anda: login di chat kami, tulis CHAT SAYA, lepaskan chat itu, lalu ganti kata kunci. Sulit? Tulis PETUGAS.

    { $office }
mail-chat-removed-subject = Satu chat dilepaskan dari akun Anda
# $agency, $office
mail-chat-removed-text =
    Halo,

    Satu chat dilepaskan dari akun { $agency } Anda. Kabar tidak lagi dikirim ke sana.

    Kalau itu bukan Anda, segera hubungi petugas: tulis PETUGAS di chat kami, lalu ganti kata kunci.

    { $office }
mail-news-waiting-subject = Ada kabar untuk Anda
# $agency, $office
mail-news-waiting-text =
    Halo,

    Ada kabar tentang akun { $agency } Anda, tetapi pesan kami tidak sampai ke chat Anda. Untuk membacanya, buka chat kami lalu login; kabarnya langsung kami tampilkan.

    { $office }
