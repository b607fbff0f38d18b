### Kursi petugas yang berakhir bersama chatnya.

long-silence-seat = Chat petugas ini lama tidak dipakai, jadi kursinya berakhir demi keamanan data warga. Masih petugas? Minta kode undangan baru kepada petugas TI, lalu ketik kodenya di sini. Contoh: PTG-7K3F-9Q2M
# $name, $why (silence, released, other-hands)
seat-ended-text =
    Kursi petugas *{ $name }* berakhir: { $why ->
        [silence] chatnya lama tidak dipakai.
        [released] chatnya dilepaskan, misalnya karena nomornya diganti.
       *[other-hands] chatnya sepertinya dipakai orang lain.
    } Kasus yang dipegangnya bebas lagi. Masih bertugas? Minta petugas TI membuat undangan baru: *npm run loket -- officer invite*.
