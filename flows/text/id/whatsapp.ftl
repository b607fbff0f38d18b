### Khusus WhatsApp.

## Tombol yang membuka daftar pilihan (paling banyak 20 huruf)
whatsapp-list = Pilih / Choose
