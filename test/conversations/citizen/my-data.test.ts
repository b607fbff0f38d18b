import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { beActive, logIn, person, register } from '../registering.ts'

let office: Office
let siti: Phone
const SITI = person(31)

beforeAll(async () => {
  office = await Office.open()
  siti = office.phone('siti', '+6281200000031')
  await beActive(siti, await enrolOfficer(office, 'Bu Ratna'), SITI)
})
afterAll(() => office.close())

/** The files that a phone has, by the end of their names. */
const fileOf = (phone: Phone, end: string): string => {
  const found = phone.inbox.findLast(({ file }) => file?.name.endsWith(end))
  return Buffer.from(found?.file?.bytes ?? []).toString()
}

describe('DATA SAYA', () => {
  it('asks for a login first, and goes on by itself after it', async () => {
    expect(await siti.says('data saya')).toMatch(/hanya kami berikan kepada pemiliknya/)
    expect(fileOf(siti, '.html')).toBe('')
    await siti.taps('Login')
    await siti.says(SITI.nik)
    await siti.says(SITI.password)
    await siti.says(siti.solve())
    await siti.hears(/Login berhasil/)
    await siti.hears(/Itu semua yang kami simpan/)
    expect(fileOf(siti, '.html')).toContain(SITI.nik)
  })

  it('sends everything that is kept, as a page and for machines, without any secret', async () => {
    await siti.says('salinan data')
    await siti.hears(/Itu semua yang kami simpan/)
    const page = fileOf(siti, '.html')
    for (const part of [SITI.nik, SITI.name, SITI.kk, SITI.mother, '01-07-1990', 'Karangsari', SITI.email, 'Pekalongan'])
      expect(page.replaceAll(/(?<=\d) (?=\d)/g, '').toLowerCase(), part).toContain(part.toLowerCase())
    expect(page).toMatch(/<html lang="id">/)
    expect(page).toMatch(/<h2>Persetujuan<\/h2>/)
    expect(page).toMatch(/<th scope="row">Senin, 23 November 2026 pukul/)
    expect(page).toMatch(/Verifikator/)
    expect(page).not.toMatch(/Bu Ratna|<script|argon2|http:\/\/|https:\/\//)
    expect(page).toMatch(/<img src="data:image\/jpeg;base64,/)
    const json = JSON.parse(fileOf(siti, '.json')) as Record<string, unknown>
    expect(json).toMatchObject({
      identity: { nik: SITI.nik, name: SITI.name },
      account: { status: 'active', hasPassword: true, eraseAt: null },
      cases: [{ status: 'approved', answers: { kk: SITI.kk } }],
      documents: [{ slot: 'ktp' }],
      consents: [{ version: '2026-11', reply: 'setuju', withdrawnAt: null }],
    })
    expect(JSON.stringify(json)).not.toMatch(/argon2|passwordHash|sealed|"file"/)
    expect((json['seen'] as { role: string }[]).every(({ role }) => role === 'verifikator')).toBe(true)
  })

  it('keeps no copy: it is erased when it was sent', async () => {
    office.time.pass(11 * 60_000)
    const left = () => office.open.unitOfWork.run((tx) => tx.file.count({ where: { variant: 'data-copy', erasedAt: null } }))
    let count = await left()
    await office.until(() => {
      void left().then((now) => (count = now))
      return count === 0 ? true : undefined
    }, 'the copies are erased')
    expect(count).toBe(0)
  })

  it('is made a few times a day only', async () => {
    await siti.says('data saya')
    await siti.hears(/Itu semua yang kami simpan/)
    expect(await siti.says('data saya')).toMatch(/sudah Anda minta tiga kali/)
    office.time.pass(24 * 3_600_000)
    await logIn(siti, SITI.nik, SITI.password)
    await siti.says('data saya')
    await siti.hears(/Itu semua yang kami simpan/)
  })

  it('speaks English to whoever does', async () => {
    await siti.says('english')
    await siti.says('my data')
    await siti.hears(/That is everything we keep about you/)
    expect(fileOf(siti, '.html')).toMatch(/<html lang="en">[^]*<h2>Identity<\/h2>/)
    await siti.says('bahasa indonesia')
  })
})

describe('without an account', () => {
  const budi = person(32, { name: 'Budi Santoso' })
  let phone: Phone
  let number: string
  beforeAll(async () => {
    phone = office.phone('budi', '+6281200000032')
    number = await register(phone, budi)
  })

  it('number and NIK from the same chat are proof enough', async () => {
    expect(await phone.says('data saya')).toMatch(/nomor registrasi/)
    await phone.says(number)
    await phone.says(budi.nik)
    await phone.hears(/Itu semua yang kami simpan/)
    expect(fileOf(phone, '.html')).toContain('Budi Santoso')
  })

  it.each([
    ['another number', 'REG-2611-ZZZZZZ', budi.nik],
    ['another NIK', '', SITI.nik],
  ])('%s is none', async (_what, other, nik) => {
    const before = phone.inbox.filter(({ file }) => file !== undefined).length
    await phone.says('data saya')
    await phone.says(other === '' ? number : other)
    expect(await phone.says(nik)).toMatch(/belum cocok dengan pendaftaran dari chat ini/)
    expect(phone.inbox.filter(({ file }) => file !== undefined)).toHaveLength(before)
  })

  it('nor are both from a chat that handed nothing in', async () => {
    const thief = office.phone('thief')
    expect(await thief.says('data saya')).toMatch(/silakan login dulu/i)
    expect(await thief.tapsId('/my-data:number')).toMatch(/silakan login dulu/i)
  })

  it('whoever typed the NIK of somebody else gets back what was typed, and nothing more', async () => {
    const mallory = office.phone('mallory', '+6281200000077')
    const stolen = await register(mallory, { ...person(77), nik: SITI.nik, name: 'Mallory' })
    await mallory.says('data saya')
    await mallory.says(stolen)
    await mallory.says(SITI.nik)
    await mallory.hears(/Itu semua yang kami simpan/)
    const page = fileOf(mallory, '.html')
    expect(page).toContain('Mallory')
    expect(page).toContain('hanya berisi yang dikirim dari chat yang meminta')
    for (const secret of [SITI.name, SITI.email, SITI.phone.slice(1)]) expect(page).not.toContain(secret)
    expect(JSON.parse(fileOf(mallory, '.json'))).toMatchObject({ identity: null, account: null, chats: [], sessions: [] })
  })

  it.each([
    ['nothing', ''],
    ['an emoji', '🙂'],
    ['HTML', '<script>alert(1)</script>'],
    ['SQL', "' OR 1=1 --"],
    ['ten thousand letters', 'x'.repeat(10_000)],
    ['digits of another script', '٣٣٢٦'],
    ['right-to-left marks', '\u202eREG-2611\u202c'],
  ])('takes %s for a number calmly', async (_what, typed) => {
    await phone.says('data saya')
    const said = await phone.says(typed)
    expect(said).not.toMatch(/gangguan|<script>/)
    expect(await phone.says('batal')).not.toMatch(/gangguan/)
  })
})
