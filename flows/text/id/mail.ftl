### E-mail: kaki surat, dan kabar di chat saat e-mail tidak sampai.

# In the foot of every e-mail. $agency, $office, $email
mail-foot =
    { $agency } · { $office }
    E-mail ini dikirim otomatis; balasan ke alamat ini tidak dibaca.
    Ada pertanyaan? Tulis PETUGAS di chat { $agency }, atau kirim e-mail ke { $email }.

    This e-mail was sent automatically. Questions? Write PETUGAS in our chat, or to { $email }.
# $agency
mail-subject = Kabar dari { $agency }

mail-undelivered-title = e-mail yang tidak sampai
# $agency, $address (masked)
mail-undelivered-account =
    { "*" }E-mail kami tidak sampai.* Alamat { $address } tidak bisa menerima e-mail dari { $agency }. Mungkin ada huruf yang salah, atau kotak suratnya penuh.

    Kabar penting tetap kami kirim di chat ini. Untuk mengganti alamat e-mail: login, tulis PERBAIKI DATA SAYA, lalu pilih e-mail. Alamatnya sudah benar? Kosongkan dulu kotak suratnya.
# $agency, $address (masked)
mail-undelivered-applicant =
    { "*" }E-mail kami tidak sampai.* Alamat { $address } tidak bisa menerima e-mail dari { $agency }. Mungkin ada huruf yang salah, atau kotak suratnya penuh.

    Pendaftaran Anda tidak terganggu, dan kabarnya kami kirim di chat ini. Alamatnya salah? Tulis PETUGAS dan sebutkan alamat yang benar, misalnya: e-mail saya nama.anda@contoh.id
