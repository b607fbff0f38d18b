import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { answerLogin, beActive, closeUntroubled, logIn, person, register, SITI } from '../registering.ts'

const MINUTE = 60_000
const OLD = '+6281200000001'
const NEW = '+6281200000099'
const NEW_TYPED = '0812-0000-0099'

let office: Office
let officer: Phone
beforeEach(async () => {
  office = await Office.open()
  officer = await enrolOfficer(office, 'Bu Ratna')
})
afterEach(() => closeUntroubled(office))

const labels = (phone: Phone): string[] => phone.inbox.slice(-2).flatMap(({ buttons }) => buttons.map(({ label }) => label))

/** The code in what a phone was sent last. */
function codeIn(text: string): string {
  const code = /\b\d{6}\b/.exec(text)?.[0]
  if (code === undefined) throw new Error(`no code in: ${text}`)
  return code
}

/** Siti, active and logged in on the phone with her old number. */
async function sitiLoggedIn(number: string | undefined = OLD): Promise<Phone> {
  const siti = office.phone('siti', number)
  await beActive(siti, officer, SITI)
  await logIn(siti, SITI.nik, SITI.password)
  return siti
}

/** Asks for the code; gives it, as it came to the new phone. */
async function askCode(siti: Phone, fresh: Phone, typed = NEW_TYPED): Promise<string> {
  await siti.says('ganti nomor hp')
  await siti.says(typed)
  await siti.taps('Kirim Kode')
  const code = codeIn(await fresh.hears(/mengganti nomor HP/))
  await siti.hears(/Kode sudah dikirim/)
  return code
}

describe('the change of number', () => {
  it('SIN-80 needs a login, leads to it, and goes on afterwards', async () => {
    const siti = office.phone('siti', OLD)
    await beActive(siti, officer, SITI)
    expect(await siti.says('ganti nomor hp')).toMatch(/login dulu[^]*Berapa NIK Anda/)
    await answerLogin(siti, SITI.nik, SITI.password)
    expect(siti.last.text).toMatch(/Berapa nomor HP baru Anda/)
  })

  it('SIN-80 a stranger is led to the login, too', async () => {
    expect(await office.phone('ani').says('ganti nomor')).toMatch(/login dulu[^]*Berapa NIK Anda/)
  })

  it('SIN-81, SIN-82, SIN-83, SIN-84, SIN-85 asks the new number, offers Kirim Kode, sends the code there saying what it is for, and saves', async () => {
    const siti = await sitiLoggedIn()
    const fresh = office.phone('siti-baru', NEW)
    expect(await siti.says('ganti nomor hp')).toMatch(/Berapa nomor HP baru Anda\?[^]*Contoh/)
    expect(await siti.says(NEW_TYPED)).toMatch(/Nomor HP baru: \*0812-0000-0099\*/)
    expect(labels(siti)).toEqual(['Kirim Kode', 'Tulis nomor lain'])
    expect(await siti.taps('Kirim Kode')).toMatch(/kodenya kami kirim/)
    const told = await fresh.hears(/Kode/)
    expect(told).toMatch(/Kode untuk \*mengganti nomor HP\* akun SINTREN: \*\d{6}\*[^]*10 menit[^]*Jangan berikan/)
    await siti.hears(/Kode sudah dikirim ke 0812-0000-0099/)
    expect(siti.inbox.map(({ text }) => text).join('\n')).not.toContain(codeIn(told))
    expect(await siti.says(codeIn(told))).toMatch(/Nomor HP baru berhasil disimpan/)
  })

  it('SIN-86 a wrong code changes nothing; after five the code is over', async () => {
    const siti = await sitiLoggedIn()
    const fresh = office.phone('siti-baru', NEW)
    const code = await askCode(siti, fresh)
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    expect(await siti.says(wrong)).toMatch(/belum cocok. Nomor HP Anda belum berubah[^]*4 kali/)
    for (let n = 0; n < 3; n++) await siti.says(wrong)
    expect(await siti.says(wrong)).toMatch(/tidak berlaku lagi[^]*belum berubah/)
    expect(siti.last.buttons.map(({ label }) => label)).toEqual(['Coba lagi', 'Hubungi petugas'])
    await siti.says(code)
    expect(await siti.says('menu')).toMatch(/Siti Aminah/)
    expect(await fresh.says('menu')).toMatch(/Daftar \/ Login Pemohon/)
  })

  it('SIN-86 what is no code costs no try and is explained', async () => {
    const siti = await sitiLoggedIn()
    const fresh = office.phone('siti-baru', NEW)
    const code = await askCode(siti, fresh)
    for (const text of ['12345', 'kode', "' OR 1=1 --", '<b>1</b>', '9'.repeat(10_000), '1234567'])
      expect(await siti.says(text), text.slice(0, 20)).not.toMatch(/belum cocok|berhasil/)
    expect(await siti.says(`${code.slice(0, 3)} ${code.slice(3)}`)).toMatch(/berhasil disimpan/)
  })

  it('SIN-79 from then on notices go to the new number, and to the old one no more', async () => {
    const siti = await sitiLoggedIn()
    const fresh = office.phone('siti-baru', NEW)
    const code = await askCode(siti, fresh)
    expect(await siti.says(code)).toMatch(/chat ini memakai nomor lama[^]*sudah logout/i)
    expect(await fresh.hears(/nomor HP sebuah akun SINTREN/)).toMatch(/Bukan saya/)
    expect(office.mail.inbox(SITI.email).at(-1)?.text).toMatch(
      /Nomor HP akun SINTREN Anda baru saja diganti[^]*bukan Anda[^]*petugas/,
    )
    const before = siti.inbox.length
    await register(office.phone('somebody', '+6281200000050'), { ...SITI, phone: '081200000050' })
    await fresh.hears(/Ada yang mencoba mendaftar dengan NIK Anda/)
    expect(siti.inbox).toHaveLength(before)
    await officer.hears(/Pendaftaran REG-/)
  })

  it('the old number’s chat is nobody’s afterwards: no name, no status, no session', async () => {
    const siti = await sitiLoggedIn()
    const fresh = office.phone('siti-baru', NEW)
    await siti.says(await askCode(siti, fresh))
    expect(await siti.says('menu')).toMatch(/Daftar \/ Login Pemohon/)
    expect(await siti.says('status')).toMatch(/nomor registrasi Anda/)
    expect(await siti.says('perbaiki')).not.toMatch(/Siti|3326/)
    expect(await fresh.says('menu')).toMatch(/Akun Anda sudah aktif/)
    expect(await logIn(fresh, SITI.nik, SITI.password)).toMatch(/Siti Aminah/)
  })

  it('another chat at the old number hears of it, with what to do', async () => {
    const siti = await sitiLoggedIn()
    const other = office.phone('telegram')
    await logIn(other, SITI.nik, SITI.password)
    await other.says('hubungkan chat')
    const fresh = office.phone('siti-baru', NEW)
    const code = await askCode(other, fresh)
    expect(await other.says(code)).toMatch(/berhasil disimpan/)
    expect(await siti.hears(/sudah diganti/)).toMatch(/Bukan Anda yang mengganti\?/)
    expect(labels(siti)).toContain('Hubungi petugas')
    expect(await siti.says('menu')).toMatch(/Daftar \/ Login Pemohon/)
    expect(await other.says('menu')).toMatch(/Siti Aminah/)
  })

  it('the same chat with another SIM stays bound: the platform itself vouches for the number', async () => {
    const siti = await sitiLoggedIn(undefined)
    await siti.says('ganti nomor hp')
    expect(await siti.sharesContact(NEW)).toMatch(/berhasil disimpan/)
    expect(await siti.says('menu')).toMatch(/Siti Aminah/)
    await siti.says('ganti nomor hp')
    expect(await siti.sharesContact(NEW)).toMatch(/memang sudah nomor HP akun Anda/)
  })

  it('another number can be typed, the code sent again, and everything cancelled', async () => {
    const siti = await sitiLoggedIn()
    const fresh = office.phone('siti-baru', NEW)
    await siti.says('ganti nomor hp')
    await siti.says('0812-0000-0098')
    expect(await siti.taps('Tulis nomor lain')).toMatch(/Berapa nomor HP baru/)
    await siti.says(NEW_TYPED)
    await siti.taps('Kirim Kode')
    const first = codeIn(await fresh.hears(/mengganti nomor HP/))
    await siti.hears(/Kode sudah dikirim/)
    await siti.says('kirim ulang')
    await siti.taps('Kirim Kode')
    const second = codeIn(await fresh.hears(/mengganti nomor HP/))
    await siti.hears(/Kode sudah dikirim/)
    if (first !== second) expect(await siti.says(first)).toMatch(/belum cocok/)
    expect(await siti.says('batal')).toMatch(/dihentikan/)
    expect(await siti.says('menu')).toMatch(/Siti Aminah/)
  })

  it('a code is over after ten minutes, and a fourth one is not sent within half an hour', async () => {
    const siti = await sitiLoggedIn()
    const fresh = office.phone('siti-baru', NEW)
    const code = await askCode(siti, fresh)
    office.time.pass(10 * MINUTE)
    expect(await siti.says(code)).toMatch(/tidak berlaku lagi/)
    await askCode(siti, fresh)
    await askCode(siti, fresh)
    await siti.says('ganti nomor hp')
    await siti.says(NEW_TYPED)
    await siti.taps('Kirim Kode')
    expect(await siti.hears(/Kode sudah beberapa kali diminta/)).toMatch(/30 menit/)
  })

  it('what can be no mobile number is explained and asked again', async () => {
    const siti = await sitiLoggedIn()
    await siti.says('ganti nomor hp')
    for (const text of ['halo semua', '12', '(021) 384-1234', "'; DROP TABLE Contact; --", '0'.repeat(5000)])
      expect(await siti.says(text), text.slice(0, 20)).not.toMatch(/Kirim Kode/)
    expect(await siti.says('٠٨١٢-٠٠٠٠-٠٠٩٩')).toMatch(/0812-0000-0099/)
  })

  it('no code and no number stands in the log', async () => {
    const siti = await sitiLoggedIn()
    const fresh = office.phone('siti-baru', NEW)
    const code = await askCode(siti, fresh)
    await siti.says(code)
    const log = office.logLines.join('')
    for (const secret of [code, '81200000099', SITI.name]) expect(log).not.toContain(secret)
  })
})

describe('where no message of ours gets to the new number', () => {
  async function shown(siti: Phone): Promise<string> {
    await siti.says('ganti nomor hp')
    await siti.says(NEW_TYPED)
    await siti.taps('Kirim Kode')
    const said = await siti.hears(/belum bisa mengirim pesan/)
    return /HP-\d{6}/.exec(said)?.[0] ?? ''
  }

  it('a code shown here is typed there, in a chat whose number the platform proves', async () => {
    const siti = await sitiLoggedIn()
    const code = await shown(siti)
    expect(labels(siti)).toContain('Minta bantuan petugas')
    const fresh = office.phone('siti-baru', NEW)
    expect(await fresh.says(code)).toMatch(/berhasil disimpan/)
    expect(await siti.hears(/sudah diganti/)).toMatch(/tidak lagi dikirim ke sini/)
    expect(await fresh.says('menu')).toMatch(/Akun Anda sudah aktif/)
  })

  it('is worth nothing at any other number, nor where a number is only typed', async () => {
    const siti = await sitiLoggedIn()
    const code = await shown(siti)
    expect(await office.phone('thief', '+6281200000066').says(code)).toMatch(/tidak berlaku untuk nomor chat ini/)
    const nameless = office.phone('nameless')
    expect(await nameless.says(code)).toMatch(/Bagikan kontak Anda sendiri/)
    expect(await nameless.says(NEW_TYPED)).toMatch(/belum terbukti/)
    expect(await siti.says('menu')).toMatch(/Siti Aminah/)
  })

  it('where the platform has no numbers the own contact is shared instead', async () => {
    const siti = await sitiLoggedIn()
    const code = await shown(siti)
    const fresh = office.phone('telegram-baru')
    await fresh.says(code)
    expect(await fresh.sharesContact(NEW)).toMatch(/berhasil disimpan/)
  })
})

describe('a number that is another person’s', () => {
  it('the code goes there only, warns its owner, and nothing is told to who asks', async () => {
    const siti = await sitiLoggedIn()
    const budi = office.phone('budi', '+6281200000002')
    await beActive(budi, officer, person(2))
    await siti.says('ganti nomor hp')
    await siti.says('081200000002')
    await siti.taps('Kirim Kode')
    expect(await budi.hears(/mengganti nomor HP/)).toBeDefined()
    expect(await budi.hears(/sekarang menerima kabar akun lain/)).toBeDefined()
    const asked = await siti.hears(/Kode sudah dikirim/)
    expect(asked).not.toMatch(/akun lain|Budi/)
    expect(await budi.says('menu')).toMatch(/Akun Anda sudah aktif/)
  })

  it('who can read the code has the number: the owner before loses the chat and is told by mail', async () => {
    const siti = await sitiLoggedIn()
    const budi = office.phone('budi', '+6281200000002')
    await beActive(budi, officer, person(2))
    const code = await askCode(siti, budi, '081200000002')
    expect(await siti.says(code)).toMatch(/berhasil disimpan/)
    await budi.hears(/nomor HP sebuah akun SINTREN/)
    expect(office.mail.inbox(person(2).email).at(-1)?.subject).toBe('Satu chat Anda dilepaskan')
    expect(await logIn(office.phone('budi-lain'), person(2).nik, person(2).password)).toMatch(/Login berhasil/)
  })
})
