### What the counter says to officers, in Indonesian.

button-approve = Setujui
button-reject = Tolak
button-return = Minta perbaikan
button-open = Buka

staff-only = Maaf, ini hanya untuk petugas. Anda petugas? Minta kode undangan kepada petugas TI, lalu ketik kodenya di sini. Contoh: PTG-7K3F-9Q2M

## Enrolling

enrol-title = pendaftaran petugas
# $name, $role
enrol-done =
    Selamat bergabung, *{ $name }*. Chat ini sekarang chat petugas ({ $role }).
    Pendaftaran baru langsung dikirim ke sini. Tulis ANTRIAN atau PERCAKAPAN kapan saja.
    Jaga HP ini: data warga terlihat di sini.
enrol-wrong = Kode undangan tidak berlaku. Periksa hurufnya, atau minta kode baru kepada admin. Contoh: PTG-7K3F-9Q2M
enrol-too-many = Terlalu banyak percobaan kode. Coba lagi 15 menit lagi.

## Registering somebody at the counter

register-citizen-title = pendaftaran warga di loket
register-citizen-consented =
    Kita daftarkan warga yang datang ke loket. Akunnya langsung disetujui.
    Apakah warga itu sudah setuju datanya diproses: secara tertulis, atau dengan datang sendiri ke loket?
register-citizen-consented-label = Warga sudah setuju
register-citizen-no-consent = Baik, tidak ada data yang disimpan. Minta persetujuan warga itu dulu, lalu tulis DAFTARKAN lagi.
# $label
register-citizen-ask = { $label } warga itu?
register-citizen-swapped = Sepertinya NIK dan nomor KK warga itu tertukar: tanggal lahirnya cocok dengan nomor yang Anda tulis sebagai nomor KK. Kalau memang tertukar, pilih "Tidak, ubah", lalu tulis KEMBALI untuk membetulkan nomornya.
register-citizen-known = NIK ini sudah punya pendaftaran atau akun di sini, jadi tidak didaftarkan lagi. Lihat ANTRIAN. Kalau tidak ada di sana, warga itu bisa menulis STATUS di chatnya.
register-citizen-review = *Periksa lagi dengan KTP dan KK warga itu.* Ini isiannya:
# $outcome, $number, $told
register-citizen-done =
    { $outcome ->
        [registered] *{ $number } terdaftar dan disetujui.* { $told ->
            [mail] Tautan aktivasi sudah dikirim ke e-mail warga itu.
            [chat] Tautan aktivasi sudah dikirim ke chat warga itu.
           *[both] Tautan aktivasi sudah dikirim ke chat dan e-mail warga itu.
        } Kata kuncinya dibuat warga itu sendiri setelah aktivasi; jangan menanyakannya.
        [known] NIK ini sudah punya pendaftaran atau akun di sini, jadi tidak didaftarkan lagi.
        [unreachable] Belum bisa didaftarkan: warga itu tidak punya e-mail atau chat untuk menerima tautan aktivasi.
       *[not-allowed] Belum bisa didaftarkan: Anda tidak lagi berwenang memutuskan pendaftaran.
    }

## Case card

task-title = pemeriksaan
task-documents = Dokumen perkara ini
# $what, $number, $submitted, $promised, $rows, $flags
task-card =
    { "*" }{ $what } { $number }*
    Dikirim: { $submitted }
    Batas: { $promised }

    { $rows }

    { $flags }
# $label, $value
card-row = { $label }: *{ $value }*
# $flag
card-flag = ⚠ { $flag }
card-no-flags = Tidak ada tanda khusus. Bandingkan isian dengan foto KTP.
flag-birth-date-differs = Tanggal lahir berbeda dari NIK. Ini bisa benar; periksa di KTP.
flag-region-unknown = Kode wilayah dalam NIK tidak dikenal. Periksa di KTP.
flag-duplicate = NIK ini sudah punya pendaftaran atau akun dari chat lain. Hanya bisa ditolak.
flag-other-contact = NIK ini pernah didaftarkan dari chat lain.
flag-shared-chat = Chat ini sudah milik pemohon lain yang disetujui. Pastikan pendaftaran ini diketahui orangnya.
# $kind
flag-phone-unproven =
    { $kind ->
        [phone] Nomor baru belum terbukti milik chat ini. Telepon nomor itu dulu sebelum menyetujui.
       *[other] Nomor HP belum terbukti milik chat ini.
    }
# $what, $number, $by, $decision
task-is-decided =
    { $what } { $number } sudah { $decision ->
        [approve] disetujui oleh { $by }
        [reject] ditolak oleh { $by }
        [withdrawn] dibatalkan pemohonnya
       *[repair] dikembalikan untuk perbaikan oleh { $by }
    }.
task-none = Tidak ada tugas itu untuk Anda.
task-which = Tugas yang mana? Tekan tombol di kartunya, balas kartunya, atau buka dari ANTRIAN.
# $by
task-taken = Sedang ditangani { $by }. Kalau tidak selesai pada waktunya, tugas ini kembali ke antrean.
# $by, $decision
task-decided-before =
    Sudah { $decision ->
        [approve] disetujui oleh { $by }
        [reject] ditolak oleh { $by }
        [withdrawn] dibatalkan pemohonnya
       *[repair] dikembalikan untuk perbaikan oleh { $by }
    }.

## Queue

queue-title = antrian
queue-empty = Tidak ada yang menunggu. Terima kasih!
# $total (number), $rows
queue-list =
    { "*" }Antrian: { $total } menunggu*, yang paling lama dulu.
    { $rows }

    ✓ data cocok dengan dokumen · ⚠ ada yang perlu dilihat
# $n (number), $mark: match, look, none; $what, $number, $promised, $held
queue-row =
    { $n }. { $mark ->
        [match] ✓ { $what }
        [look] ⚠ { $what }
       *[none] { $what }
    } { $number } · batas { $promised } { $held }
queue-mine = · Anda
# $by
queue-claimed = · { $by }

## Decisions

approve-title = persetujuan
# $kind, $number, $name
approve-sure =
    { $kind ->
        [correction] Setujui perbaikan data *{ $number }* atas nama *{ $name }*? Data barunya langsung berlaku.
        [phone] Setujui nomor baru *{ $number }* untuk *{ $name }*? Chat lamanya langsung terputus dari akun.
       *[registration] Setujui pendaftaran *{ $number }* atas nama *{ $name }*?
    }
# $number, $missing (satu baris tiap dokumen)
approve-incomplete =
    { "*" }{ $number } belum bisa disetujui.* Dokumen wajib yang belum ada:
    { $missing }
    Pilih Minta perbaikan supaya pemohon mengirimnya.
# $document
approve-missing = – { $document }
reject-title = penolakan
reject-reason = Kenapa *{ $number }* ditolak? Pilih alasannya.
reject-note =
    Tulis catatan untuk pemohon: apa yang salah dan apa yang perlu dilakukan.
    Contoh: Nama ibu di KK tertulis Sri Lestari. Tolong tulis persis sama.
reject-extra = Ada catatan tambahan untuk pemohon? Kalau tidak ada, pilih Lewati.
# $number, $name, $reason
reject-sure = Tolak *{ $number }* atas nama *{ $name }* dengan alasan: { $reason }?
return-title = permintaan perbaikan
return-reason = Apa yang perlu diperbaiki pada *{ $number }*?
return-field = Bagian mana yang harus diisi lagi oleh pemohon?
return-note =
    Tulis catatan untuk pemohon: apa yang salah dan apa yang perlu dilakukan.
    Contoh: Nama ibu di KK tertulis Sri Lestari. Tolong tulis persis sama.
return-extra = Ada catatan tambahan untuk pemohon? Kalau tidak ada, pilih Lewati.
return-sure = Kembalikan *{ $number }* atas nama *{ $name }* untuk diperbaiki: { $reason }?
# $outcome, $kind, $number, $by, $decision
decision-done =
    { $outcome ->
        [done] { $decision ->
            [approve] *{ $number } disetujui.* { $kind ->
                [correction] Datanya sudah diperbaiki dan pemohon sudah dikabari.
                [phone] Akunnya sudah pindah ke chat baru; chat baru, chat lama dan e-mailnya sudah dikabari.
               *[registration] Pemohon sudah dikabari dan mendapat tautan aktivasi.
            }
            [reject] *{ $number } ditolak.* { $kind ->
                [phone] Pemohon dikabari pada akhir batas waktu, tanpa alasan, supaya tidak ada yang bisa menebak NIK siapa yang terdaftar.
               *[registration] Pemohon sudah dikabari beserta alasannya.
            }
           *[repair] *{ $number } dikembalikan.* Pemohon sudah dikabari apa yang perlu diperbaiki.
        }
        [taken] Tidak jadi: tugas ini sedang ditangani { $by }.
        [decided] Tidak jadi: { $by } sudah memutuskan lebih dulu.
        [not-allowed] Keputusan ini tidak diizinkan untuk tugas ini. { $kind ->
            [correction] Akunnya sudah tidak aktif, atau ini permintaan Anda sendiri.
            [phone] Pemilik akun menyatakan ini bukan dia, akunnya sudah ditutup atau pindah, atau ini permintaan Anda sendiri.
           *[registration] Kalau NIK-nya ganda atau pendaftaran milik Anda sendiri, petugas lain yang memutuskan atau pendaftaran ditolak sebagai ganda.
        }
       *[unknown] Tugas itu tidak ada lagi.
    }

## Notices

# $number, $promised
task-reminder-text = ⏰ *{ $number }* belum diputuskan. Janji kepada pemohon: paling lambat { $promised }.
# $number, $by, $decision
task-decided-text =
    { $number } sudah { $decision ->
        [approve] disetujui oleh { $by }
        [reject] ditolak oleh { $by }
        [withdrawn] dibatalkan pemohonnya
       *[repair] dikembalikan untuk perbaikan oleh { $by }
    }.
# $number, $minutes (number)
claim-expired-text = Waktu Anda untuk *{ $number }* ({ $minutes } menit) habis. Tugas ini kembali ke antrean. Masih mau mengerjakan? Pilih Buka.
