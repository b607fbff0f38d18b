import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { answerLogin, beActive, closeUntroubled, fillUntil, logIn, person, register, SITI } from '../registering.ts'

const MINUTE = 60_000
const NUMBER = '+6281200000001'

let office: Office
let officer: Phone
let siti: Phone
beforeEach(async () => {
  office = await Office.open()
  officer = await enrolOfficer(office, 'Bu Ratna')
  siti = office.phone('siti', NUMBER)
  await beActive(siti, officer, SITI)
})
afterEach(() => closeUntroubled(office))

const labels = (phone: Phone): string[] => phone.last.buttons.map(({ label }) => label)

/** Logs in, and asks for a code; gives it. */
async function offered(phone: Phone = siti): Promise<string> {
  if (!/Login berhasil/.test(phone.inbox.map(({ text }) => text).join('\n'))) await logIn(phone, SITI.nik, SITI.password)
  return codeIn(await phone.says('hubungkan'))
}

function codeIn(said: string): string {
  const code = /HUBUNGKAN (\d{6})/.exec(said)?.[1]
  if (code === undefined) throw new Error(`no code in: ${said}`)
  return code
}

describe('linking a second chat by a code', () => {
  it('needs a login where the code is asked for, leads to it, and goes on afterwards', async () => {
    expect(await siti.says('hubungkan telegram')).toMatch(/login dulu di sini[^]*Berapa NIK Anda/)
    await answerLogin(siti, SITI.nik, SITI.password)
    expect(await siti.hears(/HUBUNGKAN \d{6}/)).toMatch(/10 menit dan hanya sekali[^]*Jangan berikan/)
  })

  it('links after one yes there, names the account masked only, logs nobody in, and tells both chats and the mailbox', async () => {
    const code = await offered()
    const second = office.phone('second')
    const asked = await second.says(`HUBUNGKAN ${code}`)
    expect(asked).toMatch(/atas nama S\*\*\* A\*\*\*\*\*\?/)
    expect(asked).not.toMatch(/Siti|Aminah|3326/)
    expect(await second.says('ya')).toMatch(/terhubung dengan akun Anda[^]*belum login/)
    expect(await siti.hears(/Satu chat lain sekarang terhubung/)).toMatch(/CHAT SAYA/)
    await office.until(
      () => office.mail.inbox(SITI.email).find(({ subject }) => subject === 'Chat lain terhubung dengan akun Anda'),
      'the mail',
    )
    expect(await second.says('menu')).toMatch(/Akun Anda sudah aktif/)
    expect(await second.says('menu')).not.toMatch(/Siti Aminah/)
    const audited = await office.open.unitOfWork.run((tx) => tx.audit.findMany({ where: { action: 'contact.linked' } }))
    expect(audited).toHaveLength(1)
    expect(JSON.stringify(audited, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(
      new RegExp(`${code}|Siti|81200000001`),
    )
    expect(office.logLines.join('')).not.toContain(code)
  })

  it.each([
    ['as the link of a chat app brings it', (code: string) => `hubungkan_${code}`],
    ['with a start command', (code: string) => `/start hubungkan_${code}`],
    ['in two groups, in small letters', (code: string) => `hubungkan ${code.slice(0, 3)} ${code.slice(3)}`],
    ['in another script’s digits', (code: string) => `Hubungkan ${[...code].map((d) => '٠١٢٣٤٥٦٧٨٩'[Number(d)]).join('')}`],
  ])('understands the code %s', async (_how, typed) => {
    const code = await offered()
    expect(await office.phone('second').says(typed(code))).toMatch(/Hubungkan chat ini dengan akun/)
  })

  it('leaves everything as it was when the answer is no, and the code can still be used elsewhere', async () => {
    const code = await offered()
    const stranger = office.phone('stranger')
    await stranger.says(`HUBUNGKAN ${code}`)
    expect(await stranger.says('tidak')).toMatch(/tidak dihubungkan/)
    expect(await stranger.says('menu')).toMatch(/Daftar \/ Login Pemohon/)
    const second = office.phone('second')
    await second.says(`HUBUNGKAN ${code}`)
    expect(await second.says('ya')).toMatch(/terhubung dengan akun Anda/)
  })

  it('a code works once, and ten minutes only', async () => {
    const code = await offered()
    const second = office.phone('second')
    await second.says(`HUBUNGKAN ${code}`)
    await second.says('ya')
    expect(await office.phone('third').says(`HUBUNGKAN ${code}`)).toMatch(/tidak berlaku/)
    const late = await offered()
    office.time.pass(10 * MINUTE)
    expect(await office.phone('third').says(`HUBUNGKAN ${late}`)).toMatch(/tidak berlaku[^]*Kodenya 6 angka/)
  })

  it('a code that runs out before the yes links nothing', async () => {
    const code = await offered()
    const second = office.phone('second')
    await second.says(`HUBUNGKAN ${code}`)
    office.time.pass(10 * MINUTE)
    expect(await second.says('ya')).toMatch(/tidak berlaku/)
    expect(await second.says('menu')).toMatch(/Daftar \/ Login Pemohon/)
  })

  it('a new code takes the place of the one before; a fourth within half an hour is not given', async () => {
    const first = await offered()
    const second = await offered()
    expect(await office.phone('second').says(`HUBUNGKAN ${first}`)).toMatch(/tidak berlaku/)
    expect(second).not.toBe(first)
    await offered()
    expect(await siti.says('tambah hp')).toMatch(/tunggu 30 menit/)
  })

  it('the chat that shows the code is told that it is linked already', async () => {
    const code = await offered()
    expect(await siti.says(`HUBUNGKAN ${code}`)).toMatch(/memang sudah terhubung/)
  })

  it('a chat that is another accepted person’s is refused kindly, whatever the code', async () => {
    const budi = office.phone('budi', '+6281200000002')
    await beActive(budi, officer, person(2))
    const code = await offered()
    expect(await budi.says(`HUBUNGKAN ${code}`)).toMatch(/terhubung dengan orang lain[^]*Petugas juga bisa membantu/)
    expect(labels(budi)).toEqual(['Bukan saya', 'Hubungi petugas', 'Menu'])
    expect(await budi.says('menu')).toMatch(/Akun Anda sudah aktif/)
  })

  it('a chat in which somebody waits for a decision is not taken either', async () => {
    const budi = office.phone('budi', '+6281200000002')
    await register(budi, person(2))
    const code = await offered()
    expect(await budi.says(`HUBUNGKAN ${code}`)).toMatch(/terhubung dengan orang lain/)
  })
})

describe('codes that are guessed', () => {
  it('after five wrong ones a chat waits an hour, the right one included; another chat does not', async () => {
    const code = await offered()
    const thief = office.phone('thief')
    for (let n = 0; n < 5; n++) expect(await thief.says(`HUBUNGKAN ${wrong(code, n)}`)).toMatch(/tidak berlaku/)
    expect(await thief.says(`HUBUNGKAN ${code}`)).toMatch(/Terlalu banyak kode yang salah[^]*HUBUNGKAN CHAT INI/)
    expect(await office.phone('second').says(`HUBUNGKAN ${code}`)).toMatch(/Hubungkan chat ini dengan akun/)
  })

  it('after thirty wrong ones in all chats together nobody gets anywhere for ten minutes', async () => {
    const code = await offered()
    for (let chat = 0; chat < 6; chat++)
      for (let n = 0; n < 5; n++) await office.phone(`thief-${chat}`).says(`HUBUNGKAN ${wrong(code, chat * 5 + n)}`)
    expect(await office.phone('second').says(`HUBUNGKAN ${code}`)).toMatch(/Terlalu banyak/)
    office.time.pass(10 * MINUTE)
    expect(await office.phone('second').says(`HUBUNGKAN ${await offered()}`)).toMatch(/Hubungkan chat ini dengan akun/)
  })

  it.each([
    ['too short', 'HUBUNGKAN 12345'],
    ['too long', 'HUBUNGKAN 1234567'],
    ['SQL', "HUBUNGKAN 1' OR 1=1 --"],
    ['markup', 'HUBUNGKAN <b>123456</b>'],
    ['ten thousand digits', `HUBUNGKAN ${'9'.repeat(10_000)}`],
    ['right-to-left marks', 'HUBUNGKAN \u202e123456\u202c'],
    ['emoji', 'HUBUNGKAN 1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣'],
    ['a null', 'HUBUNGKAN 123\u0000456'],
  ])('takes bad input for nothing: %s', async (_what, typed) => {
    await offered()
    const phone = office.phone('second')
    expect(await phone.says(typed)).not.toMatch(/atas nama|chat ini terhubung/i)
    expect(await phone.says('menu')).toMatch(/Daftar \/ Login Pemohon/)
  })

  function wrong(code: string, n: number): string {
    return String((Number(code) + 1 + n) % 1_000_000).padStart(6, '0')
  }
})

describe('a half-finished form', () => {
  it('goes on in the linked chat, whose number nobody vouches for and where nobody is logged in', async () => {
    const code = await offered()
    const second = office.phone('second')
    await second.says(`HUBUNGKAN ${code}`)
    await second.says('ya')
    await siti.says('logout')
    await fillUntil(siti, person(8), 'kk')
    expect(await second.says('lanjut di sini')).toMatch(/belum selesai di chat lain/)
    expect(await second.says('ya')).toMatch(/Kartu Keluarga/)
    expect(await siti.hears(/Anda lanjutkan di chat lain/)).toBeDefined()
    await second.says(person(8).kk)
    expect(second.last.text).toMatch(/Di mana Anda lahir/)
  })

  it('is not shown in a chat that was not linked, nor in one that was let go', async () => {
    const code = await offered()
    const second = office.phone('second')
    await second.says(`HUBUNGKAN ${code}`)
    await second.says('ya')
    await second.says('bukan saya')
    await second.says('ya')
    await fillUntil(siti, person(8), 'kk')
    for (const phone of [second, office.phone('nobody')]) {
      await phone.says('lanjut di sini')
      expect(phone.last.text).not.toMatch(/belum selesai di chat lain/)
    }
  })
})
