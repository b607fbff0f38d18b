import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer, returnNewest } from '../../support/officers.ts'
import { beActive, closeUntroubled, fillUntil, logIn, person, register, SITI } from '../registering.ts'

const DAY = 86_400_000
const NUMBER = '+6281200000001'

let office: Office
let officer: Phone
beforeEach(async () => {
  office = await Office.open()
  officer = await enrolOfficer(office, 'Bu Ratna')
})
afterEach(() => closeUntroubled(office))

/** Everything of Siti's that must not be shown to the next holder of her number. */
const PERSONAL = new RegExp([SITI.nik, '3326 0141', SITI.name, 'S\\*\\*\\*', SITI.kk, SITI.email, 'Lestari', 'REG-'].join('|'))

describe('"bukan saya"', () => {
  it.each(['bukan saya', 'saya bukan pemilik nomor lama', 'nomor baru', 'not me', 'itu bukan saya kak'])(
    'is understood as "%s" and asks once',
    async (words) => {
      const siti = office.phone('siti', NUMBER)
      await register(siti, SITI)
      await siti.says('menu')
      expect(await siti.says(words)).toMatch(/dulu dipakai orang lain[^]*GANTI NOMOR HP/)
    },
  )

  it('lets go of whoever had the chat: it begins as a stranger’s, and nothing of theirs is shown', async () => {
    const phone = office.phone('recycled', NUMBER)
    await beActive(phone, officer, SITI)
    await logIn(phone, SITI.nik, SITI.password)
    const before = phone.inbox.length
    await phone.says('bukan saya')
    expect(await phone.says('ya')).toMatch(/tidak lagi terhubung dengan siapa pun/)
    expect(await phone.says('menu')).toMatch(/Daftar \/ Login Pemohon/)
    expect(await phone.says('status')).toMatch(/nomor registrasi Anda/)
    await phone.says('perbaiki')
    await phone.says('aktivasi')
    for (const { text } of phone.inbox.slice(before)) expect(text).not.toMatch(/REG-\d{4}-(?!7K3F9Q)|Siti/)
  })

  it('the owner is told by mail and in the other chat, and can still log in', async () => {
    const phone = office.phone('recycled', NUMBER)
    await beActive(phone, officer, SITI)
    const telegram = office.phone('telegram')
    await logIn(telegram, SITI.nik, SITI.password)
    expect(await telegram.says('hubungkan chat')).toMatch(/chat ini terhubung dengan akun Anda/)
    await phone.hears(/Satu chat lain sekarang terhubung/)
    await phone.says('bukan saya')
    await phone.says('ya')
    expect(await telegram.hears(/Salah satu chat Anda/)).toMatch(/Data Anda tidak ditampilkan[^]*GANTI NOMOR HP/)
    const mail = office.mail.inbox(SITI.email).at(-1)
    expect(mail?.subject).toBe('Satu chat Anda dilepaskan')
    expect(mail?.text).not.toMatch(PERSONAL)
    expect(await telegram.says('menu')).toMatch(/Siti Aminah/)
  })

  it('drops the form under way, and its draft, with all answers', async () => {
    const phone = office.phone('recycled', NUMBER)
    await fillUntil(phone, SITI, 'kk')
    await phone.says('bukan saya')
    await phone.says('ya')
    expect(await phone.says('daftar')).toMatch(/Apakah Anda setuju/)
    const said = [await phone.says('setuju'), await phone.says('kembali')].join('\n')
    expect(said).not.toMatch(PERSONAL)
  })

  it('"tidak" changes nothing', async () => {
    const phone = office.phone('siti', NUMBER)
    await beActive(phone, officer, SITI)
    await phone.says('bukan saya')
    expect(await phone.says('tidak')).toMatch(/tidak ada yang berubah/)
    expect(await phone.says('menu')).toMatch(/Akun Anda sudah aktif/)
  })

  it('asks and answers the same where the chat was nobody’s', async () => {
    const bound = office.phone('bound', NUMBER)
    await beActive(bound, officer, SITI)
    const unbound = office.phone('unbound')
    expect(await unbound.says('bukan saya')).toBe(await bound.says('bukan saya'))
    expect(await unbound.says('ya')).toBe(await bound.says('ya'))
  })

  it('a case that waits is decided all the same; its owner hears by mail, the chat nothing', async () => {
    const phone = office.phone('recycled', NUMBER)
    await register(phone, SITI)
    await phone.says('bukan saya')
    await phone.says('ya')
    const before = phone.inbox.length
    await returnNewest(officer, 'Tolak', 'name differs')
    await office.until(
      () => office.mail.inbox(SITI.email).find(({ subject }) => /tidak disetujui/.test(subject ?? '')),
      'the mail',
    )
    expect(phone.inbox).toHaveLength(before)
  })

  it('the next holder registers as anybody does and gets the chat', async () => {
    const phone = office.phone('recycled', NUMBER)
    await beActive(phone, officer, SITI)
    await phone.says('bukan saya')
    await phone.says('ya')
    await beActive(phone, officer, person(7, { phone: SITI.phone, name: 'Rina Wati' }))
    expect(await logIn(phone, person(7).nik, person(7).password)).toMatch(/Rina Wati/)
  })

  it('takes the seat of an officer whose phone came to somebody else', async () => {
    await officer.says('bukan saya')
    await officer.says('ya')
    expect(await officer.says('antrian')).not.toMatch(/Bu Ratna|REG-/)
    expect(await officer.says('menu')).toMatch(/Daftar \/ Login Pemohon/)
  })
})

describe('after a long silence', () => {
  it('a chat shows nothing of whom it was bound to until somebody proves it: menu, status, repair', async () => {
    const phone = office.phone('recycled', NUMBER)
    await register(phone, SITI)
    await returnNewest(officer, 'Minta perbaikan', 'name differs')
    await phone.hears(/perlu diperbaiki/)
    office.time.pass(91 * DAY)
    const before = phone.inbox.length
    expect(await phone.says('halo')).toMatch(/Daftar \/ Login Pemohon/)
    expect(await phone.says('status')).toMatch(/nomor registrasi Anda/)
    await phone.says('perbaiki')
    await phone.says('aktivasi')
    await phone.says('daftar')
    for (const { text } of phone.inbox.slice(before)) expect(text).not.toMatch(/REG-\d{4}-(?!7K3F9Q)|Siti|3326 0141/)
  })

  it('stays so however often the new holder writes', async () => {
    const phone = office.phone('recycled', NUMBER)
    await register(phone, SITI)
    office.time.pass(91 * DAY)
    await phone.says('halo')
    office.time.pass(40 * DAY)
    expect(await phone.says('menu')).toMatch(/Daftar \/ Login Pemohon/)
  })

  it('number and NIK together prove it, and the chat goes on as before', async () => {
    const phone = office.phone('siti', NUMBER)
    const number = await register(phone, SITI)
    await returnNewest(officer, 'Minta perbaikan', 'name differs')
    await phone.hears(/perlu diperbaiki/)
    office.time.pass(91 * DAY)
    await phone.says('status')
    await phone.says(number)
    await phone.says(SITI.nik)
    expect(await phone.says(phone.solve())).toMatch(/perlu perbaikan/)
    expect(await phone.says('perbaiki')).toMatch(/Kita perbaiki/)
  })

  it('so does a login', async () => {
    const phone = office.phone('siti', NUMBER)
    await beActive(phone, officer, SITI)
    office.time.pass(200 * DAY)
    expect(await phone.says('menu')).toMatch(/Daftar \/ Login Pemohon/)
    await logIn(phone, SITI.nik, SITI.password)
    await phone.says('logout')
    expect(await phone.says('menu')).toMatch(/Akun Anda sudah aktif/)
  })

  it('a shorter silence asks nothing', async () => {
    const phone = office.phone('siti', NUMBER)
    await beActive(phone, officer, SITI)
    for (let n = 0; n < 3; n++) {
      office.time.pass(80 * DAY)
      expect(await phone.says('menu')).toMatch(/Akun Anda sudah aktif/)
    }
  })

  it('the next holder who registers takes the chat; the owner before is told by mail', async () => {
    const phone = office.phone('recycled', NUMBER)
    await beActive(phone, officer, SITI)
    office.time.pass(91 * DAY)
    const next = await enrolOfficer(office, 'Pak Joko')
    await beActive(phone, next, person(7, { phone: SITI.phone, name: 'Rina Wati' }))
    expect(await phone.says('status')).not.toMatch(/Siti|S\*\*\*/)
    expect(office.mail.inbox(SITI.email).at(-1)?.subject).toBe('Satu chat Anda dilepaskan')
    expect(await logIn(phone, person(7).nik, person(7).password)).toMatch(/Rina Wati/)
  })
})

describe('a number that is proven to be another person’s', () => {
  it('registering with it ends the claim of whoever held it in another chat; they are told there and by mail', async () => {
    const telegram = office.phone('telegram')
    await fillUntil(telegram, SITI, 'phone')
    await telegram.sharesContact(NUMBER)
    await telegram.says('batal')
    await telegram.says('ya')
    await beActive(telegram, officer, SITI)
    await logIn(telegram, SITI.nik, SITI.password)
    await telegram.says('ganti nomor hp')
    await telegram.sharesContact(NUMBER)
    const next = office.phone('next', NUMBER)
    await register(next, person(7, { phone: SITI.phone }))
    expect(await telegram.hears(/terbukti dipakai orang lain/)).toMatch(/GANTI NOMOR HP/)
    expect(office.mail.inbox(SITI.email).at(-1)?.subject).toBe('Nomor HP Anda perlu diperbarui')
  })
})
