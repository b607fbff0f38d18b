### The selfie that somebody may send, only where the agency asks for one. Indonesian.

# biometric data: specific personal data (UU 27/2022 article 4); a consent of its own, refusable without disadvantage.
selfie-consent =
    { "*" }Boleh minta swafoto? Ini pilihan Anda.*

    Kalau setuju, Anda mengirim swafoto sambil memegang KTP. Komputer kami membandingkan wajah Anda dengan foto di KTP, lalu memberi petugas satu kata: mirip, atau tidak jelas. Petugas yang memutuskan, bukan komputer.

    Foto wajah termasuk data pribadi yang dilindungi khusus (UU 27/2022). Swafoto disimpan terenkripsi bersama pendaftaran ini, tidak dipakai untuk hal lain, dan ukuran wajah Anda tidak disimpan.

    Tidak mau juga tidak apa-apa: pendaftaran berjalan seperti biasa, sama cepatnya. Nanti pun bisa dibatalkan dengan CABUT PERSETUJUAN; swafoto langsung dihapus.

    Boleh wajah Anda dibandingkan?
selfie-consent-label = Izin swafoto
selfie-consent-help = Balas SETUJU kalau boleh, TIDAK atau LEWATI kalau tidak. Apa pun jawabannya, petugas memeriksa pendaftaran Anda seperti biasa.
selfie-photo =
    Kirim swafoto sambil memegang KTP di samping wajah.
    Contoh: wajah menghadap kamera di tempat terang, hanya Anda di foto, KTP lebih jauh dari kamera daripada wajah.
    Berubah pikiran? Balas LEWATI.
selfie-photo-label = Swafoto dengan KTP
selfie-photo-help = Buka kamera depan, lepas masker dan kacamata hitam, lalu kirim fotonya ke sini. Tidak bisa atau tidak mau? Balas LEWATI: tidak ada ruginya.
