### A talk between a citizen and an officer, each in a chat of their own.

## Citizen

human-title = pesan untuk petugas
button-talk-end = Selesai
button-talk-leave = Tidak jadi
button-talk-reply = Balas

# $isOpen (yes, no), $opens, $contact, $hours
human-contact =
    { $isOpen ->
        [yes] Kantor sedang *buka*. Tulis saja di sini; petugas membalas di chat ini.
       *[no] Kantor sedang *tutup* dan buka lagi *{ $opens }*. Tulis saja sekarang; pesan Anda kami simpan dan petugas membalas di chat ini setelah buka.
    }

    Kalau mau lewat jalan lain:
    { $contact }

    { $hours }
# $waits (yes, no), $form
human-question =
    { $waits ->
        [yes] *Apa yang ingin Anda tanyakan?* Tulis dalam satu pesan. Isian *{ $form }* menunggu dan kita lanjutkan sesudahnya; untuk kembali sekarang, ketik *SELESAI*.
       *[no] *Apa yang ingin Anda tanyakan?* Tulis dalam satu pesan. Contoh: Nama ibu di KK saya salah tulis, bagaimana membetulkannya?
    }
human-question-help = Pesan berikutnya yang Anda ketik kami teruskan ke petugas. Jangan tulis kata kunci atau kode rahasia; petugas tidak pernah memintanya.
# $form
human-not-form = Ini akan dikirim ke *petugas*, bukan ke isian *{ $form }*. Untuk kembali ke isian, ketik *SELESAI*.
# $number, $isOpen (yes, no), $opens
human-sent =
    ✅ *Pertanyaan Anda sudah kami terima* (nomor { $number }).
    { $isOpen ->
        [yes] Petugas membalas di chat ini pada jam kerja. Anda tidak perlu menunggu di sini.
       *[no] Petugas membalas di chat ini setelah kantor buka: *{ $opens }*.
    }
# $number, $held (yes, no), $by
human-open =
    { $held ->
        [no] Pertanyaan Anda ({ $number }) sudah ada pada petugas dan menunggu jawaban.
       *[yes] Percakapan Anda ({ $number }) ditangani *{ $by }*.
    }
# $waits (yes, no), $form
human-message =
    { $waits ->
        [yes] Ada tambahan untuk petugas? Ketik pesannya atau kirim foto. Untuk melanjutkan *{ $form }*, ketik *SELESAI*.
       *[no] Ada tambahan untuk petugas? Ketik pesannya atau kirim foto. Kalau tidak ada, ketik *SELESAI*.
    }
human-message-help = Yang Anda ketik di sini sampai ke petugas, kecuali kata perintah seperti MENU dan SELESAI. Jangan tulis kata kunci atau kode rahasia; petugas tidak pernah memintanya.
# $photo (yes, no)
human-passed-on =
    { $photo ->
        [yes] ✓ Fotonya kami periksa dulu, lalu kami teruskan ke petugas.
       *[no] ✓ Kami teruskan ke petugas.
    }
# $outcome, $minutes (number)
human-refused =
    { $outcome ->
        [too-many] Pesan terakhir belum kami kirim: sudah banyak pesan dari chat ini, dan petugas perlu waktu membacanya. Semua pesan sebelumnya tetap tersimpan. Coba lagi { $minutes } menit lagi.
       *[closed] Percakapan itu sudah selesai, jadi pesan terakhir tidak kami kirim. Masih perlu? Pilih Hubungi petugas.
    }
human-over = Percakapan itu sudah selesai, jadi balasan Anda tidak kami kirim. Masih perlu? Pilih Hubungi petugas.
# $fault (long, empty), $max (number)
talk-reply-refused =
    { $fault ->
        [long] Balasan itu terlalu panjang: paling banyak { $max } huruf. Tulis yang pokok saja.
       *[empty] Balasan itu kosong. Tulis dengan kata-kata.
    }
# $outcome (closed, waiting, none)
talk-end-done =
    { $outcome ->
        [closed] Terima kasih. Percakapan dengan petugas selesai.
        [waiting] Baik. Pertanyaan Anda tetap ada pada petugas; jawabannya datang di chat ini.
       *[none] Tidak ada percakapan dengan petugas yang terbuka.
    }
# $by, $text, $agency, $photo (yes, no)
talk-answered-text =
    { $photo ->
        [yes] 💬 Petugas { $agency }, *{ $by }*, mengirim foto di atas.
       *[no] 💬 Petugas { $agency }, *{ $by }*:
        { $text }
    }
# $number, $how (officer, time), $hours (number)
talk-closed-text =
    { $how ->
        [officer] Percakapan { $number } dengan petugas sudah selesai. Masih ada yang ditanyakan? Pilih Hubungi petugas.
       *[time] Percakapan { $number } dengan petugas kami tutup karena sudah { $hours } jam tidak ada pesan baru. Masih perlu? Pilih Hubungi petugas.
    }
# $why
talk-photo-refused-text = Foto tadi tidak sampai ke percakapan. { $why }

## Officer

talk-title = percakapan dengan warga
talk-answer-title = jawaban untuk warga
talks-title = daftar percakapan
menu-talks = Daftar percakapan
button-talk-answer = Jawab
button-talk-more = Tambah jawaban
button-talk-take = Ambil alih
button-talk-release = Lepas

# $number, $status, $held, $who, $doing, $wait, $lines
talk-card =
    💬 { $status ->
        [closed] *Percakapan { $number }* (selesai)
       *[open] *Percakapan { $number }* · { $held }
    }
    { $who }
    { $doing }
    { $wait }
    { $lines }

    { $status ->
        [closed] Percakapan ini sudah selesai.
       *[open] Untuk menjawab: balas (kutip) pesan ini, atau pilih Jawab.
    }
talk-held-mine = Anda
talk-held-none = belum ada yang menjawab
# $by
talk-held-by = { $by }
# $named (yes, no), $name, $state
talk-who =
    Dari: { $named ->
        [yes] { $name }, { $state }
       *[no] { $state }
    }
# $state
talk-state =
    { $state ->
        [stranger] belum terdaftar
        [waiting] pendaftarannya sedang diperiksa
        [rejected] pendaftarannya ditolak
        [repair] pendaftarannya perlu diperbaiki
        [approved] akunnya belum diaktifkan
        [active] punya akun, belum login
       *[logged-in] sedang login
    }
# $what, $asked (yes, no), $question
talk-doing =
    Sedang: { $asked ->
        [yes] { $what }, pada pertanyaan { $question }
       *[no] { $what }
    }
talk-doing-nothing = Sedang: tidak mengisi apa-apa
# $unit (minutes, hours, days), $n (number)
talk-wait =
    Menunggu { $unit ->
        [minutes] { $n ->
            [0] baru saja
           *[other] { $n } menit
        }
        [hours] { $n } jam
       *[days] { $n } hari
    }
talk-answered-all = Sudah dijawab
# $count (number)
talk-earlier = (ada { $count } pesan sebelumnya)
talk-line-photo = 📷 foto
# $by
talk-line-by = { $by } menjawab:
talk-none = Tidak ada percakapan itu untuk Anda.
talks-empty = Tidak ada warga { $agency } yang menunggu jawaban. Terima kasih!
# $total (number), $rows
talks-list =
    { "*" }{ $total } percakapan terbuka*, yang paling lama menunggu dulu.
    { $rows }
# $n (number), $number, $wait, $held
talks-row = { $n }. { $number } · { $wait } · { $held }
# as for talk-card
talk-answer-text =
    { $who }
    { $wait }
    { $lines }

    { "*" }Tulis jawaban untuk { $number }.* Pesan Anda berikutnya dikirim ke warga itu. Belum mau menjawab? Ketik *BATAL*.
talk-answer-text-help = Pesan Anda berikutnya dikirim ke warga itu atas nama Anda. Yang bisa: tulisan atau foto. Jangan meminta kata kunci atau kode rahasia.
# $text
talk-answer-doubt =
    Ini akan dikirim ke *warga*, bukan ke sistem:
    { $text }
# $number
talk-answer-done = ✓ Jawaban untuk { $number } terkirim. Kalau warga itu membalas, Anda dikabari di sini.
# $outcome (not-officer, unknown, closed, taken), $by
talk-lost =
    { $outcome ->
        [not-officer] Maaf, ini hanya untuk petugas.
        [taken] Belum dikirim: percakapan ini sedang ditangani *{ $by }*. Perlu Anda teruskan? Pilih Ambil alih.
        [closed] Percakapan ini sudah selesai, jadi tidak ada yang dikirim.
       *[unknown] Tidak ada percakapan itu untuk Anda.
    }
# $card
talk-take-done =
    { "*" }Percakapan ini sekarang Anda tangani.*

    { $card }
# $number
talk-release-done = { $number } dilepas dan bisa ditangani petugas lain.
# $number
talk-close-sure = Pertanyaan { $number } *belum dijawab*. Tutup percakapan ini?
talk-close-kept = Baik, percakapan ini tetap terbuka.
# $number
talk-close-done = { $number } selesai. Warga itu sudah dikabari.
# $number, $wait
talk-reminder-text = ⏰ Warga pada percakapan *{ $number }* belum dijawab. { $wait }.
# $number, $by
talk-held-text = { $number } sudah ditangani *{ $by }*.
# $number, $by
talk-taken-over-text = { $number } diambil alih *{ $by }*. Anda tidak perlu menjawabnya lagi.
# $number, $how (citizen, time), $hours (number)
talk-ended-text =
    { $how ->
        [citizen] { $number } selesai: warga itu tidak punya pertanyaan lagi.
       *[time] { $number } ditutup: sudah { $hours } jam tidak ada pesan baru. Warga itu sudah dikabari.
    }
