### Akun kantor di WhatsApp dan Telegram.

## Pemberitahuan untuk pengawas: akun kantor bermasalah
channel-trouble-text =
    { $trouble ->
        [restricted] ⚠️ WhatsApp membatasi akun kantor: sementara waktu pesan kepada orang yang belum kita kenal tidak terkirim. Jangan mengirim pesan massal dari HP kantor. Buka WhatsApp di HP kantor untuk melihat sampai kapan; warga dengan kabar penting sebaiknya ditelepon.
        [unlinked] ⚠️ WhatsApp kantor tidak tertaut lagi dengan Loket. Pesan warga di WhatsApp belum terjawab. Minta petugas TI menjalankan *npm run loket -- whatsapp link*.
        [banned] ⚠️ WhatsApp menutup akun kantor. Pesan warga di WhatsApp belum terjawab. Buka WhatsApp di HP kantor, ikuti petunjuk peninjauan di sana, dan beri tahu petugas TI.
        [version] ⚠️ WhatsApp meminta versi yang lebih baru, jadi Loket belum bisa tersambung. Beri tahu petugas TI: lihat docs/whatsapp-linked.md, bagian versi.
        [token-refused] ⚠️ WhatsApp resmi kantor menolak token Loket. Pesan warga di nomor itu belum terjawab. Minta petugas TI membuat token baru: docs/whatsapp-cloud.md, bagian 1.
        [account-restricted] ⚠️ Meta membatasi atau menutup akun WhatsApp resmi kantor. Pesan warga di nomor itu belum terjawab. Minta petugas TI membuka Account Quality di WhatsApp Manager dan mengajukan peninjauan.
        [payment-needed] ⚠️ WhatsApp resmi kantor menunggu pembayaran kepada Meta, jadi pesan belum terkirim. Minta petugas TI memeriksa cara pembayaran di Meta Business.
        [number-unknown] ⚠️ Meta tidak mengenal nomor WhatsApp resmi kantor, jadi pesan belum terkirim. Minta petugas TI memeriksa Phone number ID: docs/whatsapp-cloud.md, bagian 2.
        [account-in-maintenance] ⚠️ WhatsApp resmi kantor sedang dirawat Meta. Pesan menunggu dan terkirim sendiri sesudahnya. Warga dengan kabar penting sebaiknya ditelepon.
        [quality-low] ⚠️ Mutu nomor WhatsApp resmi kantor turun menurut Meta, karena ada warga yang memblokir atau melapor. Jangan mengirim pesan yang tidak diminta; petugas TI dapat melihat sebabnya di WhatsApp Manager.
        [template-refused] ⚠️ Meta menolak atau menghentikan template WhatsApp kantor. Kabar untuk warga yang lebih dari sehari tidak menulis masih menunggu. Minta petugas TI memperbaikinya: docs/whatsapp-cloud.md, bagian 4.
        [bot-unknown] ⚠️ Telegram tidak mengenal bot kantor lagi. Pesan warga di Telegram belum terjawab. Minta petugas TI mengambil token dari BotFather: docs/telegram.md.
        [bot-elsewhere] ⚠️ Program lain mengambil pesan bot Telegram kantor, jadi sebagian warga belum terjawab. Minta petugas TI mematikan program itu.
       *[replaced] ⚠️ Program lain memakai tautan WhatsApp kantor, jadi Loket terputus. Beri tahu petugas TI untuk mematikan program itu.
    }
