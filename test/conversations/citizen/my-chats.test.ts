import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { answerLogin, beActive, closeUntroubled, fillUntil, logIn, person, register, SITI } from '../registering.ts'

const MINUTE = 60_000
const NUMBER = '+6281200000001'

let office: Office
let officer: Phone
let siti: Phone
let second: Phone
beforeEach(async () => {
  office = await Office.open()
  officer = await enrolOfficer(office, 'Bu Ratna')
  siti = office.phone('siti', NUMBER)
  await beActive(siti, officer, SITI)
  await logIn(siti, SITI.nik, SITI.password)
  second = office.phone('second', '+6281200000077')
  await second.says(`HUBUNGKAN ${/HUBUNGKAN (\d{6})/.exec(await siti.says('hubungkan'))?.[1]}`)
  await second.says('ya')
  await siti.hears(/Satu chat lain sekarang terhubung/)
  office.time.pass(MINUTE)
})
afterEach(() => closeUntroubled(office))

const labels = (phone: Phone): string[] => phone.last.buttons.map(({ label }) => label)
const told = (phone: Phone, what: RegExp): number => phone.inbox.filter(({ text }) => what.test(text)).length
const DUPLICATE = /Ada yang mencoba mendaftar/

/** Somebody registers with Siti's NIK: she is told. */
async function tellSiti(): Promise<void> {
  await register(office.phone('somebody', '+6281200000050'), { ...SITI, phone: '081200000050' })
}

describe('chat saya', () => {
  it('needs a login, leads to it, and goes on afterwards', async () => {
    expect(await second.says('chat saya')).toMatch(/login dulu[^]*Berapa NIK Anda/)
    expect(await answerLogin(second, SITI.nik, SITI.password)).toMatch(/Chat yang terhubung dengan akun Anda[^]*chat ini/)
  })

  it('lists each chat with platform, last four digits, since when, and where the news go', async () => {
    const said = await siti.says('alamat saya')
    expect(said).toMatch(/Chat ••••0001 \(chat ini\), sejak .*2026, terakhir dipakai .*2026\. Kabar dikirim ke sini\./)
    expect(said).toMatch(/Chat ••••0077, sejak .*2026, terakhir dipakai .*2026\./)
    expect(said).not.toMatch(/812000000/)
    expect(labels(siti)).toEqual(['Chat ••••0001 (chat ini)', 'Chat ••••0077', 'Hubungkan chat lain'])
  })

  it('shows nobody else’s chats', async () => {
    const budi = office.phone('budi', '+6281200000002')
    await beActive(budi, officer, person(2))
    await logIn(budi, person(2).nik, person(2).password)
    expect(await budi.says('chat saya')).not.toMatch(/0001|0077/)
  })

  it('sends news to the chat that was chosen, whichever was used last, and to that one only', async () => {
    await siti.says('chat saya')
    await siti.taps('Chat ••••0077')
    expect(labels(siti)).toEqual(['Kirim kabar ke sini', 'Lepaskan chat', 'Biarkan'])
    expect(await siti.taps('Kirim kabar ke sini')).toMatch(/kami kirim dulu ke Chat ••••0077[^]*lalu e-mail/)
    expect(await siti.says('chat saya')).toMatch(/••••0077, .*Pilihan Anda untuk kabar/)
    await siti.says('menu')
    await tellSiti()
    await second.hears(DUPLICATE)
    expect([told(siti, DUPLICATE), told(second, DUPLICATE)]).toEqual([0, 1])
  })

  it('without a choice news go to the chat that was used last', async () => {
    await second.says('menu')
    await tellSiti()
    await second.hears(DUPLICATE)
    expect(told(siti, DUPLICATE)).toBe(0)
  })

  it('leads to linking another one, and leaves things as they are', async () => {
    await siti.says('chat saya')
    expect(await siti.taps('Hubungkan chat lain')).toMatch(/HUBUNGKAN \d{6}/)
    await open(siti, '0077')
    expect(await siti.says('biarkan')).toMatch(/tidak ada yang berubah/)
  })

  it('says where the news go when there is no chat at all', async () => {
    const borrowed = office.phone('borrowed')
    await logIn(borrowed, SITI.nik, SITI.password)
    for (const digits of ['0001', '0077']) await letGo(borrowed, digits)
    expect(await borrowed.says('chat saya')).toMatch(/Belum ada chat[^]*e-mail/)
    expect(labels(borrowed)).toEqual(['Hubungkan chat ini', 'Hubungkan chat lain', 'Menu'])
  })

  it.each([
    ['a number too high', '9'],
    ['SQL', "1' OR 1=1"],
    ['markup', '<b>0077</b>'],
    ['much too long', '0'.repeat(10_000)],
  ])('takes bad input for nothing: %s', async (_what, typed) => {
    await siti.says('chat saya')
    expect(await siti.says(typed)).not.toMatch(/Mau diapakan/)
    expect(await siti.says('menu')).toMatch(/Siti Aminah/)
  })
})

/** Opens the list and picks the chat with these last digits. */
async function open(from: Phone, digits: string): Promise<string> {
  await from.says('chat saya')
  return from.taps(labels(from).find((label) => label.includes(digits)) ?? '')
}

/** Lets the chat with these last digits go; gives what is said then. */
async function letGo(from: Phone, digits: string): Promise<string> {
  await open(from, digits)
  await from.taps('Lepaskan chat')
  return from.says('ya')
}

describe('letting a lost chat go', () => {
  it('ends its login, tells it and the mailbox, and shows nothing there any more', async () => {
    await logIn(second, SITI.nik, SITI.password)
    await fillUntil(second, person(8), 'kk')
    const gone = await letGo(siti, '0077')
    expect(gone).toMatch(/••••0077 tidak lagi terhubung/)
    // The account's number is another one: it stays, and nothing is said of it.
    expect(gone).not.toMatch(/Nomor HP/)
    expect(await second.hears(/tidak lagi terhubung dengan akun/)).not.toMatch(/Siti/)
    expect(await second.says('menu')).toMatch(/Daftar \/ Login Pemohon/)
    expect(await second.says('status')).toMatch(/nomor registrasi Anda/)
    expect(await second.says('lanjut di sini')).not.toMatch(/Kartu Keluarga|di chat lain/)
    await second.says('batal')
    await office.until(
      () => office.mail.inbox(SITI.email).find(({ subject }) => subject === 'Satu chat dilepaskan dari akun Anda'),
      'the mail',
    )
    await tellSiti()
    await siti.hears(DUPLICATE)
    expect(told(second, DUPLICATE)).toBe(0)
  })

  it('asks once more, and a no changes nothing', async () => {
    await open(siti, '0077')
    expect(await siti.taps('Lepaskan chat')).toMatch(/Lepaskan Chat ••••0077\?[^]*Login di sana berakhir/)
    expect(await siti.says('tidak')).toMatch(/tetap terhubung/)
    expect(await second.says('menu')).toMatch(/Akun Anda sudah aktif/)
  })

  it('with the phone of the registered number the number goes too: nobody who finds it is vouched for', async () => {
    await logIn(second, SITI.nik, SITI.password)
    expect(await letGo(second, '0001')).toMatch(/Nomor HP di chat itu juga kami hapus[^]*GANTI NOMOR HP/)
    await siti.hears(/tidak lagi terhubung/)
    await siti.says('daftar')
    await siti.says('batal')
    await siti.says('lupa kata kunci')
    for (const typed of [SITI.nik, SITI.name, SITI.phone]) await siti.says(typed)
    await siti.says(siti.solve())
    await second.says('menu')
    expect([...siti.inbox, ...second.inbox].filter(({ text }) => /\/l\//.test(text) && /kata kunci baru/i.test(text))).toEqual([])
  })

  it('of the chat in which it is asked logs that one out', async () => {
    expect(await letGo(siti, '0001')).toMatch(/tidak lagi terhubung/)
    expect(await siti.says('menu')).toMatch(/Daftar \/ Login Pemohon/)
    expect(await second.hears(/Satu chat dilepaskan/)).toMatch(/Bukan Anda\?/)
  })

  it('that is gone already says so', async () => {
    await open(siti, '0077')
    await siti.taps('Lepaskan chat')
    await second.says('bukan saya')
    await second.says('ya')
    expect(await siti.says('ya')).toMatch(/Daftarnya sudah berubah/)
  })
})

describe('a number that came to somebody else', () => {
  const START = 'other'

  it('shows nothing personal, ends the login and what was open, and tells nothing there until its owner has shown it', async () => {
    siti.identity = 'siti-lid'
    await fillUntil(siti, person(8), 'kk')
    siti.identity = START
    const said = await siti.says('menu')
    expect(said).toMatch(/dipakai akun atau HP yang lain/)
    expect(said).not.toMatch(/Siti|Akun Anda sudah aktif/)
    expect(await siti.says('status')).toMatch(/nomor registrasi Anda/)
    await siti.says('batal')
    expect(await siti.says('lanjut di sini')).not.toMatch(/Kartu Keluarga|di chat lain/)
    await siti.says('batal')
    await tellSiti()
    await second.hears(DUPLICATE)
    expect(told(siti, DUPLICATE)).toBe(0)
  })

  it('is its owner’s again after a login', async () => {
    siti.identity = 'siti-lid'
    await siti.says('menu')
    siti.identity = START
    await siti.says('menu')
    await logIn(siti, SITI.nik, SITI.password)
    expect(await siti.says('menu')).toMatch(/Siti Aminah/)
    await siti.says('logout')
    expect(await siti.says('menu')).toMatch(/Akun Anda sudah aktif/)
  })

  it('takes an officer’s seat with it', async () => {
    officer.identity = 'ratna'
    expect(await officer.says('antrian')).toMatch(/Tidak ada yang menunggu/)
    officer.identity = START
    await officer.says('menu')
    expect(await officer.says('antrian')).not.toMatch(/Tidak ada yang menunggu|Antrian/)
  })

  it('that nobody had written from is no surprise', async () => {
    const fresh = office.phone('fresh')
    fresh.identity = 'fresh'
    expect(await fresh.says('menu')).not.toMatch(/dipakai akun atau HP yang lain/)
    expect(await fresh.says('menu')).not.toMatch(/dipakai akun atau HP yang lain/)
  })
})

describe('a chat that was silent for long', () => {
  it('is told only that there is something; the news come when its owner has logged in', async () => {
    await letGo(siti, '0077')
    office.time.pass(100 * 24 * 60 * MINUTE)
    await tellSiti()
    expect(await siti.hears(/Ada kabar dari SINTREN untuk pemilik akun/)).not.toMatch(/Siti|NIK|mendaftar/)
    await office.until(
      () => office.mail.inbox(SITI.email).find(({ subject }) => subject === 'Ada kabar untuk Anda'),
      'the mail that stands in',
    )
    expect(told(siti, DUPLICATE)).toBe(0)
    await logIn(siti, SITI.nik, SITI.password)
    await office.until(() => (told(siti, DUPLICATE) === 1 ? true : undefined), 'the news')
    await siti.says('logout')
    await logIn(siti, SITI.nik, SITI.password)
    expect(told(siti, DUPLICATE)).toBe(1)
  })
})
