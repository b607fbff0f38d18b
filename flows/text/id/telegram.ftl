### Khusus Telegram: menu perintah bot, dan tombol untuk mengirim nomor sendiri.

button-share-number = 📱 Kirim nomor saya

## Daftar perintah (paling banyak 60 huruf)

telegram-command-menu = Semua layanan kami
telegram-command-register = Daftar akun baru
telegram-command-status = Cek status pendaftaran
telegram-command-help = Bantuan di pertanyaan ini
telegram-command-officer = Hubungi petugas
telegram-command-language = Ganti bahasa / change language
telegram-command-cancel = Berhenti mengisi
