import type { Line } from './scripted-citizen.ts'
import { secret } from '../support/secrets.ts'

/**
 * A whole registration as a citizen types it, different for each citizen and round and now and then hurried, with what each answer must be
 * like; the review must show every answer given.
 */
export function registrationScript(citizen: number, round: number): Line[] {
  const serial = String(citizen * 1000 + round + 1).padStart(4, '0')
  const nik = `332601410790${serial}`
  const kk = `332601011215${serial}`
  const grouped = (number: string) => number.replace(/(.{4})(?=.)/g, '$1 ')
  const name = `Siti ${['Aminah', 'Badriyah', 'Chasanah', 'Dewi', 'Endang'][citizen] ?? 'Fatimah'} ${'abcdefghij'[round % 10] ?? ''}`
  const email = `warga${citizen}.${round}@contoh.id`
  const phone = `0812000${String(10_000 + Number(serial))}`
  for (const one of [nik, kk, name, email, phone]) secret(one)
  const shown = [grouped(nik), name, grouped(kk), 'Pekalongan', '01-07-1990', 'JAWA TENGAH', 'KARANGANYAR', 'KARANGSARI', email]
  const review = new RegExp(shown.map((part) => part.replaceAll('.', '\\.')).join('[^]*'))
  return [
    { say: 'daftar', hears: [/Apakah Anda setuju\?/] },
    { say: 'setuju', hears: [/Berapa NIK Anda/] },
    { say: nik, hears: [/nama lengkap/], hurried: true },
    { say: name, hears: [/Kartu Keluarga/] },
    { say: kk, hears: [/Di mana Anda lahir/] },
    { say: 'Pekalongan', hears: [/tanggal lahir/], hurried: true },
    { say: '01-07-1990', hears: [/ibu kandung/] },
    { say: 'Sri Lestari', hears: [/provinsi/] },
    { say: '33', hears: [/kabupaten atau kota/] },
    { say: '26', hears: [/kecamatan/] },
    { say: 'karanganyar', hears: [/desa atau kelurahan/], hurried: true },
    { say: 'karangsari', hears: [/nomor HP/] },
    { say: phone, hears: [/e-mail/] },
    { say: email, hears: [/foto KTP/] },
    { say: 'photo', hears: [/kata kunci/] },
    { say: `kata sandi ${serial} angsa`, hears: [/sekali lagi/] },
    { say: `kata sandi ${serial} angsa`, hears: [review] },
    { say: 'ya', hears: [/hitungan/] },
    { say: 'sum', hears: [/REG-\d{4}-[0-9A-Z]{6}/] },
  ]
}
