### WhatsApp only.

## Opens a list of choices (at most 20 letters)
whatsapp-list = Choose / Pilih
