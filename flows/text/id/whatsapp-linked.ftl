### WhatsApp biasa (perangkat tertaut).

## Pemberitahuan untuk pengawas: akun WhatsApp kantor bermasalah
channel-trouble-text =
    { $trouble ->
        [restricted] ⚠️ WhatsApp membatasi akun kantor: sementara waktu pesan kepada orang yang belum kita kenal tidak terkirim. Jangan mengirim pesan massal dari HP kantor. Buka WhatsApp di HP kantor untuk melihat sampai kapan; warga dengan kabar penting sebaiknya ditelepon.
        [unlinked] ⚠️ WhatsApp kantor tidak tertaut lagi dengan Loket. Pesan warga di WhatsApp belum terjawab. Minta petugas TI menjalankan *npm run loket -- whatsapp link*.
        [banned] ⚠️ WhatsApp menutup akun kantor. Pesan warga di WhatsApp belum terjawab. Buka WhatsApp di HP kantor, ikuti petunjuk peninjauan di sana, dan beri tahu petugas TI.
        [version] ⚠️ WhatsApp meminta versi yang lebih baru, jadi Loket belum bisa tersambung. Beri tahu petugas TI: lihat docs/whatsapp-linked.md, bagian versi.
       *[replaced] ⚠️ Program lain memakai tautan WhatsApp kantor, jadi Loket terputus. Beri tahu petugas TI untuk mematikan program itu.
    }
