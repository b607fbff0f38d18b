import { describe, expect, it } from 'vitest'
import type { Phone } from '../../support/office.ts'
import { photo } from '../../support/office.ts'
import { beActive, logIn, SITI } from '../registering.ts'
import { cardOf, DAY, openCounter, SITIS_NUMBER } from '../staff/counter.ts'

const NEW_NUMBER = '+6281200000077'

/** A counter with an officer, Siti, whose account is active and logged in, and a phone that nobody knows. */
async function withSiti() {
  const counter = await openCounter()
  const ratna = await counter.officer('Bu Ratna')
  const siti = counter.office.phone('siti', SITIS_NUMBER)
  await beActive(siti, ratna, SITI)
  await logIn(siti, SITI.nik, SITI.password)
  return { ...counter, ratna, siti, anew: counter.office.phone('anew', NEW_NUMBER) }
}

interface Typed {
  readonly nik?: string
  readonly name?: string
  readonly kk?: string
  readonly phone?: string
}

/** Reports a lost number to the end; gives what was answered. */
async function report(phone: Phone, typed: Typed = {}): Promise<string> {
  const { nik = SITI.nik, name = SITI.name, kk = SITI.kk, phone: number = NEW_NUMBER } = typed
  await phone.says('hp hilang')
  for (const text of [nik, name, kk, number]) await phone.says(text)
  await phone.sends(await photo())
  await phone.hears(/Periksa lagi/)
  await phone.says('ya')
  return phone.says(phone.solve())
}

/** What was said, without what chance and time put into it. */
function plain(text: string): string {
  return text.replace(/NHP-\d{4}-[0-9A-Z]{6}/g, 'NHP')
}

describe('a lost phone number', () => {
  it('is replaced by an officer: the account moves to the new chat, and the old one hears of it twice', async () => {
    const { siti, ratna, anew, office, transact } = await withSiti()
    const answer = await report(anew)
    expect(answer).toMatch(/Permintaan Anda kami terima[\s\S]*NHP-[\s\S]*paling lambat/)
    const warning = await siti.hears(/Ada permintaan mengganti nomor HP/)
    expect(warning).not.toMatch(/0812|3326|Siti/)
    expect(siti.last.buttons.map(({ label }) => label)).toContain('Bukan saya, hentikan')
    expect(office.mail.inbox(SITI.email).at(-1)?.text).toMatch(/Ada permintaan mengganti nomor HP/)
    expect(await anew.says('status')).toMatch(/Ganti nomor HP yang hilang[\s\S]*sedang diperiksa/)

    const card = await ratna.hears(/Nomor HP hilang NHP-/)
    expect(card.match(/✓ sama/g)).toHaveLength(3)
    expect(card).not.toContain('✗')
    expect(card).not.toContain('Pekalongan')
    expect(cardOf(ratna).card.buttons.map(({ label }) => label)).toEqual(['Setujui', 'Tolak'])
    await ratna.taps('Setujui')
    expect(await ratna.says('ya')).toMatch(/sudah pindah ke chat baru/)

    await anew.hears(/Nomor HP Anda sudah diganti/)
    await siti.hears(/tidak lagi dikirim ke sini/)
    expect(office.mail.inbox(SITI.email).at(-1)?.text).toMatch(/Nomor HP akun SINTREN Anda baru saja diganti/)
    expect(await siti.says('status')).toMatch(/Berapa nomor registrasi Anda/)
    expect(await anew.says('status')).toMatch(/REG-[\s\S]*disetujui/)
    expect(await logIn(anew, SITI.nik, SITI.password)).toMatch(/Login berhasil/)
    const open = await transact((tx) => tx.session.findMany({ where: { endedAt: null } }))
    expect(open).toHaveLength(1)
    expect(office.logLines.join('')).not.toMatch(/Siti|3326014107900001|81200000077/)
  })

  it('is stopped by whoever still has the old phone: then it can only be rejected', async () => {
    const { siti, ratna, anew } = await withSiti()
    await report(anew)
    await siti.hears(/Ada permintaan mengganti nomor HP/)
    await ratna.hears(/Nomor HP hilang NHP-/)
    expect(await siti.says('bukan saya')).toMatch(/kami hentikan/)
    await ratna.hears(/BUKAN SAYA.*hanya bisa ditolak/)
    await ratna.taps('Setujui')
    expect(await ratna.says('ya')).toMatch(/tidak diizinkan/)
    await ratna.taps('Buka')
    expect(ratna.last.text).toMatch(/menyatakan ini BUKAN dia/)
    expect(ratna.last.buttons.map(({ label }) => label)).toEqual(['Tolak'])
    expect(await siti.says('menu')).toContain('Siti Aminah')
    // Said again, it means what it means elsewhere.
    expect(await siti.says('bukan saya')).toMatch(/dulu dipakai orang lain/)
  })

  it('looks the same from outside whether the NIK has an account, has none, or the rest does not fit', async () => {
    const { siti, ratna, anew, office, time } = await withSiti()
    const stranger = office.phone('stranger', '+6281200000078')
    const guesser = office.phone('guesser', '+6281200000079')
    const before = { ratna: ratna.inbox.length, siti: siti.inbox.length }
    const unknown = await report(stranger, { nik: '3326014107900099', phone: '+6281200000078' })
    const unfit = await report(guesser, { name: 'Joko Purnomo', kk: '3326010112150077', phone: '+6281200000079' })
    expect([ratna.inbox.length, siti.inbox.length]).toEqual([before.ratna, before.siti])
    const known = await report(anew)
    expect(plain(unknown)).toBe(plain(known))
    expect(plain(unfit)).toBe(plain(known))
    expect(plain(await stranger.says('status'))).toBe(plain(await anew.says('status')))
    expect(plain(await stranger.says('hp hilang'))).toBe(plain(await anew.says('hp hilang')))

    await ratna.hears(/Nomor HP hilang NHP-/)
    await ratna.taps('Tolak')
    await ratna.taps('Data belum cukup membuktikan permintaan ini')
    await ratna.taps('Lewati')
    expect(await ratna.says('ya')).toMatch(/tanpa alasan/)
    expect(plain(await stranger.says('status'))).toBe(plain(await anew.says('status')))
    time.pass(3 * DAY)
    const told = await anew.hears(/belum bisa kami penuhi/)
    expect(told).not.toMatch(/Alasan/)
    expect(plain(await stranger.hears(/belum bisa kami penuhi/))).toBe(plain(told))
    expect(plain(await guesser.hears(/belum bisa kami penuhi/))).toBe(plain(told))
    expect(plain(await stranger.says('status'))).toBe(plain(await anew.says('status')))
  })

  it('is not reported from a chat that has an account', async () => {
    const { siti } = await withSiti()
    expect(await siti.says('nomor lama tidak aktif')).toMatch(/sudah terhubung dengan sebuah akun/)
  })

  it('takes no nonsense, and the own contact for the new number', async () => {
    const { anew, office } = await withSiti()
    await anew.says('nomor hilang')
    const hostile = ['', '12', "' OR 1=1 --", '<b>1</b>', '\u202E3326', '٣٣٢٦٠١٤١٠٧٩٠٠٠٠', '😀', '9'.repeat(10_000)]
    for (const text of hostile) expect(await anew.says(text), text.slice(0, 20)).not.toMatch(/nama lengkap/i)
    for (const text of [SITI.nik, 'Siti Aminah', SITI.kk]) await anew.says(text)
    expect(await anew.gives({ kind: 'contact', phone: '6281200000999', own: false })).not.toMatch(/foto KTP/i)
    expect(await anew.gives({ kind: 'contact', phone: NEW_NUMBER.slice(1), own: true })).toMatch(/foto KTP/i)
    expect(office.logLines.join('')).not.toContain('a turn failed')
  })
})
