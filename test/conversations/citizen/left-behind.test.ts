import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { secret } from '../../support/secrets.ts'
import { beActive, closeUntroubled, fillUntil, logIn, person, register, SITI } from '../registering.ts'

const DAY = 86_400_000
const NUMBER = '+6281200000001'
const BUDI = person(2, { name: 'Budi Hartono' })

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

/** A form of whoever is logged in, left at its second question. */
async function apply(phone: Phone): Promise<void> {
  await phone.says('pengajuan')
  expect(await phone.says('akta kelahiran')).toMatch(/untuk siapa/)
  expect(await phone.says('keluarga')).toMatch(/NIK/)
  expect(await phone.says(person(8).nik)).toMatch(/nama/i)
}

describe('what was typed on a phone that several people use', () => {
  it('goes with the logout: nobody who holds the phone then can go on with it', async () => {
    await logIn(siti, SITI.nik, SITI.password)
    await apply(siti)
    await siti.says('logout')
    expect(await siti.says('pengajuan')).toMatch(/login/i)
    expect(siti.last.text).not.toMatch(/Lanjutkan|belum selesai/)
    await logIn(siti, SITI.nik, SITI.password)
    expect(await siti.says('pengajuan')).toMatch(/Layanan yang mana/)
  })

  it('is not shown to the next who logs in, when the login before it ended by itself', async () => {
    await beActive(office.phone('budi', '+6281200000002'), officer, BUDI)
    await logIn(siti, SITI.nik, SITI.password)
    await apply(siti)
    office.time.pass(13 * 3_600_000)
    await logIn(siti, BUDI.nik, BUDI.password)
    expect(await siti.says('pengajuan')).toMatch(/Layanan yang mana/)
  })

  it('is said to be gone when another person logs in on the chat’s own person’s form', async () => {
    await beActive(office.phone('budi', '+6281200000002'), officer, BUDI)
    await fillUntil(siti, person(8), 'kk')
    await siti.says('login')
    await siti.says(BUDI.nik)
    await siti.says(BUDI.password)
    await siti.says(siti.solve())
    expect(await siti.hears(/Login berhasil/)).toMatch(/pendaftaran\* yang belum selesai di chat ini kami hapus/)
    expect(await siti.says('daftar')).toMatch(/Apakah Anda setuju/)
  })

  it('stays when its own person logs in again', async () => {
    await fillUntil(siti, person(8), 'kk')
    const said = await logIn(siti, SITI.nik, SITI.password)
    expect(said).not.toMatch(/kami hapus/)
    await siti.says('daftar')
    expect(siti.last.text).toMatch(/Kartu Keluarga/)
  })
})

/** Everything that a phone hears while somebody types these lines. */
async function heardAfter(phone: Phone, lines: readonly string[]): Promise<string> {
  const before = phone.inbox.length
  for (const line of lines) await phone.says(line)
  const heard = phone.inbox.slice(before).map(({ text }) => text)
  return heard.join('\n')
}

describe('what was open when a chat fell silent for long', () => {
  it('is not shown to whoever has the number now', async () => {
    await logIn(siti, SITI.nik, SITI.password)
    const list = await siti.says('chat saya')
    expect(list).toMatch(/••••0001/)
    office.time.pass(91 * DAY)
    expect(await heardAfter(siti, ['apa ini?', '1', 'ya', 'ubah 1'])).not.toMatch(/••••|Siti|3326/)
  })

  it('is not told at the review of a correction either', async () => {
    await logIn(siti, SITI.nik, SITI.password)
    await siti.says('perbaiki data saya')
    await siti.says('email')
    await siti.says('baru@contoh.id')
    office.time.pass(91 * DAY)
    expect(await heardAfter(siti, ['halah', 'lewati', 'kembali', 'x'])).not.toMatch(/contoh\.id|Siti|3326/)
  })
})

describe('a link code', () => {
  const codeIn = (text: string): string => /HUBUNGKAN (\d{6})/.exec(text)?.[1] ?? ''

  it('that was shown before the password was changed links nothing any more', async () => {
    const borrowed = office.phone('borrowed')
    await logIn(borrowed, SITI.nik, SITI.password)
    const code = codeIn(await borrowed.says('hubungkan'))
    await logIn(siti, SITI.nik, SITI.password)
    await siti.says('ganti kata kunci')
    await siti.says(SITI.password)
    await siti.hears(/paling sedikit 8 karakter/)
    for (const _time of ['first', 'again']) await siti.says(secret('delapan itik di kali'))
    await siti.hears(/berhasil diganti/)
    expect(await office.phone('thief').says(`HUBUNGKAN ${code}`)).toMatch(/tidak cocok|salah|belum cocok|tidak berlaku/i)
  })

  it('that was shown in a chat which was then let go links nothing any more', async () => {
    const second = office.phone('second')
    await logIn(siti, SITI.nik, SITI.password)
    await second.says(`HUBUNGKAN ${codeIn(await siti.says('hubungkan'))}`)
    await second.says('ya')
    await logIn(second, SITI.nik, SITI.password)
    const code = codeIn(await second.says('hubungkan'))
    await siti.says('chat saya')
    await siti.says('2')
    await siti.taps('Lepaskan chat')
    expect(await siti.says('ya')).toMatch(/tidak lagi terhubung/)
    expect(await office.phone('thief').says(`HUBUNGKAN ${code}`)).toMatch(/tidak cocok|salah|belum cocok|tidak berlaku/i)
  })

  it('shows that a chat which was silent for long is still its owner’s', async () => {
    office.time.pass(91 * DAY)
    expect(await siti.says('menu')).toMatch(/Daftar \/ Login Pemohon/)
    const other = office.phone('other')
    await logIn(other, SITI.nik, SITI.password)
    expect(await siti.says(`HUBUNGKAN ${codeIn(await other.says('hubungkan'))}`)).toMatch(/S\*\*\*/)
    expect(await siti.says('ya')).toMatch(/terhubung/)
    expect(await siti.says('menu')).toMatch(/Akun Anda sudah aktif/)
  })
})

describe('the number that a person has registered with and given up', () => {
  it('gets none of their news in a chat that nobody has shown to be theirs', async () => {
    const budi = office.phone('budi-telegram')
    await beActive(budi, officer, BUDI)
    // The number's next holder has used their chat last.
    office.time.pass(60_000)
    const next = office.phone('next', '+6281200000002')
    await fillUntil(next, person(9), 'kk')
    await register(office.phone('somebody', '+6281200000050'), { ...BUDI, phone: '081200000050' })
    expect(await budi.hears(/Ada yang mencoba mendaftar/)).not.toMatch(/Kartu/)
    expect(next.inbox.some(({ text }) => /mencoba mendaftar/.test(text))).toBe(false)
  })

  it('leads to no form in a chat that was at that number long ago', async () => {
    const telegram = office.phone('telegram')
    await fillUntil(telegram, person(9), 'phone')
    await telegram.sharesContact('+6281200000009')
    await telegram.says('batal')
    await telegram.says('ya')
    for (let month = 0; month < 4; month++) {
      office.time.pass(30 * DAY)
      await telegram.says('menu')
    }
    await fillUntil(telegram, person(10), 'kk')
    const next = office.phone('next', '+6281200000009')
    expect(await next.says('daftar')).toMatch(/Apakah Anda setuju/)
  })
})

describe('the seat of an officer', () => {
  it('ends with the chat that is let go for a new number', async () => {
    const ani = await enrolOfficer(office, 'Ani')
    office.phones.numbers.set('+6281200000003', ani.name)
    const own = office.phone(ani.name, '+6281200000003')
    const answers = person(3, { name: 'Ani Wijaya' })
    await beActive(own, officer, answers)
    await logIn(own, answers.nik, answers.password)
    const next = office.phone('next', '+6281200000033')
    await own.says('ganti nomor hp')
    await own.says('081200000033')
    await own.says('kirim kode')
    const code = /\d{6}/.exec(await next.hears(/kode/i))?.[0] ?? ''
    expect(await own.says(code)).toMatch(/sudah diganti|tersimpan|berhasil/i)
    expect(await own.says('antrian')).toMatch(/hanya untuk petugas/)
    expect(await next.says('antrian')).toMatch(/hanya untuk petugas/)
  })

  it('ends with a long silence, before anything is told to whoever has the number now', async () => {
    office.time.pass(91 * DAY)
    const before = officer.inbox.length
    expect(await officer.says('antrian')).toMatch(/hanya untuk petugas/)
    expect(
      officer.inbox
        .slice(before)
        .map(({ text }) => text)
        .join('\n'),
    ).not.toMatch(/REG-|Ratna/)
    expect(
      officer.inbox
        .slice(before)
        .map(({ text }) => text)
        .join('\n'),
    ).toMatch(/kursinya berakhir/)
  })

  it('that ended is told to whoever watches over the office; the next case is shown there no more', async () => {
    const wening = await enrolOfficer(office, 'Bu Wening', 'supervisor')
    for (let month = 0; month < 3; month++) {
      office.time.pass(31 * DAY)
      await wening.says('menu')
    }
    const before = officer.inbox.length
    await register(office.phone('new', '+6281200000060'), person(60))
    expect(await wening.hears(/Kursi petugas/)).toMatch(/Bu Ratna.* berakhir: .*lama tidak dipakai[^]*officer invite/)
    await office.until(() => wening.inbox.find(({ text }) => /Pendaftaran REG-/.test(text)), 'the card')
    const said = officer.inbox.slice(before).map(({ text }) => text)
    expect(said.join('\n')).toMatch(/kursinya berakhir/)
    expect(said.join('\n')).not.toMatch(/REG-|NIK|Siti/)
    expect(officer.inbox.slice(before).filter(({ file }) => file !== undefined)).toEqual([])
  })
})
