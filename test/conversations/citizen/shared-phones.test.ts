import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { approveNewest, enrolOfficer, returnNewest } from '../../support/officers.ts'
import { fillPage, linkIn } from '../../support/page-visit.ts'
import { beActive, beApproved, closeUntroubled, logIn, person, register, SITI } from '../registering.ts'

const NUMBER = '+6281200000001'
/** Siti's old neighbour, who has no phone of his own to write with. */
const MBAH = person(8, { name: 'Mbah Karto', mother: 'Nyi Sarinah', password: 'lima kerbau di sawah' })

let office: Office
let officer: Phone
let siti: Phone
beforeEach(async () => {
  office = await Office.open()
  officer = await enrolOfficer(office, 'Bu Ratna')
  siti = office.phone('siti', NUMBER)
})
afterEach(() => closeUntroubled(office))

const labels = (phone: Phone): string[] => phone.last.buttons.map(({ label }) => label)

/** The buttons that approve, once so many cases have reached an officer, oldest first. */
async function approvals(from: Phone, count: number): Promise<readonly string[]> {
  const found = () => from.inbox.flatMap(({ buttons }) => buttons).filter(({ label }) => label === 'Setujui')
  await office.until(() => (found().length === count ? true : undefined), `${count} cases`)
  return found().map(({ id }) => id)
}

/** Asks after a registration by its number and NIK. */
async function ask(phone: Phone, words: string, number: string, nik: string): Promise<string> {
  await phone.says(words)
  await phone.says(number)
  await phone.says(nik)
  return phone.says(phone.solve())
}

describe('a neighbour registered from my phone', () => {
  it('my chat stays mine; the status shows both cases, each with the name it is in', async () => {
    await beActive(siti, officer, SITI)
    const number = await register(siti, MBAH)
    expect(await siti.says('menu')).toMatch(/Akun Anda sudah aktif/)
    expect(labels(siti)).toContain('Cek status pendaftaran')
    const said = await siti.says('status')
    expect(said).toMatch(new RegExp(`${number}[^]*menunggu pemeriksaan[^]*Atas nama: M\\*\\*\\* K\\*\\*\\*\\*`))
    expect(said).toMatch(/disetujui[^]*Atas nama: S\*\*\* A\*\*\*\*\*/)
    expect(said).not.toMatch(/Karto|Siti|3326/)
  })

  it('the activation link comes to this chat with his name, and to his e-mail; it opens his account, not mine', async () => {
    await beActive(siti, officer, SITI)
    await register(siti, MBAH)
    await approveNewest(officer)
    const told = await siti.hears(/disetujui/)
    expect(told).toMatch(/atas nama M\*\*\* K\*\*\*\* disetujui[^]*hanya untuk M\*\*\* K\*\*\*\*, bukan untuk akun Anda sendiri/)
    expect(labels(siti)).not.toContain('Aktifkan akun')
    expect(await siti.says('aktivasi')).toMatch(/Tidak ada akun yang menunggu aktivasi/)
    const mail = await office.until(
      () => office.mail.inbox(MBAH.email).find(({ subject }) => subject === 'Aktivasi akun Anda'),
      'mail',
    )
    expect(linkIn(mail.text)).not.toBe(linkIn(told))
    const page = await fillPage(office, linkIn(told), { mother: MBAH.mother })
    expect(page.words).not.toMatch(/Siti|Karto/)
  })

  it('what is sent back names him, and I put his case right without touching mine', async () => {
    await beActive(siti, officer, SITI)
    const number = await register(siti, MBAH)
    await returnNewest(officer, 'Minta perbaikan', 'name differs')
    expect(await siti.hears(/perlu diperbaiki/)).toMatch(new RegExp(`${number} atas nama M\\*\\*\\* K\\*\\*\\*\\*`))
  })

  it('while mine waits his does not take my chat; both are told apart to the end', async () => {
    const mine = await register(siti, SITI)
    await register(siti, { ...MBAH, phone: '081200000088' })
    for (const button of await approvals(officer, 2)) {
      await officer.tapsId(button)
      await officer.says('ya')
    }
    const told = () => siti.inbox.map(({ text }) => text).filter((text) => /Kabar baik/.test(text))
    await office.until(() => (told().length === 2 ? true : undefined), 'both approvals')
    expect(told()[0]).toMatch(new RegExp(`${mine} atas nama S\\*\\*\\* A`))
    expect(told()[1]).toMatch(/atas nama M\*\*\* K/)
    await siti.says('aktivasi')
    await siti.says(SITI.mother)
    expect(await siti.says(siti.solve())).toMatch(/Akun Anda aktif/)
    expect(await logIn(siti, SITI.nik, SITI.password)).toMatch(/Siti Aminah/)
  })

  it('status by number and NIK works beside one’s own', async () => {
    await beActive(siti, officer, SITI)
    const mbah = office.phone('mbah')
    const number = await register(mbah, MBAH)
    expect(await ask(siti, 'cek nomor lain', number, MBAH.nik)).toMatch(/menunggu pemeriksaan/)
    expect(await ask(siti, 'cek nomor lain', number, SITI.nik)).toMatch(/tidak menemukan/)
  })

  it('logged in, I see only my own case', async () => {
    await beActive(siti, officer, SITI)
    const number = await register(siti, MBAH)
    await logIn(siti, SITI.nik, SITI.password)
    const said = await siti.says('status')
    expect(said).toMatch(/Anda sudah login/)
    expect(said).not.toContain(number)
    expect(labels(siti)).toContain('Cek nomor lain')
  })
})

describe('several people in one chat', () => {
  it('a second login ends the first: each sees only their own', async () => {
    const budis = person(2, { name: 'Budi Hartono' })
    await beActive(siti, officer, SITI)
    await beActive(office.phone('budi', '+6281200000002'), officer, budis)
    await logIn(siti, SITI.nik, SITI.password)
    expect(await siti.says('login')).toMatch(/sudah login sebagai \*Siti Aminah\*/)
    await siti.taps('Logout')
    expect(await logIn(siti, budis.nik, budis.password)).toMatch(/Budi Hartono/)
    expect(await siti.says('status')).not.toMatch(/Siti|S\*\*\*/)
    const open = await office.open.unitOfWork.run((tx) => tx.session.count({ where: { endedAt: null } }))
    expect(open).toBe(1)
    await siti.says('logout')
    expect(await siti.says('menu')).toMatch(/Akun Anda sudah aktif/)
  })

  it('who is logged in on another’s phone activates and sees nothing of its owner', async () => {
    const budis = person(2, { name: 'Budi Hartono' })
    await beApproved(siti, officer, SITI)
    await beActive(office.phone('budi', '+6281200000002'), officer, budis)
    await logIn(siti, budis.nik, budis.password)
    expect(await siti.says('aktivasi')).toMatch(/Tidak ada akun yang menunggu aktivasi/)
    await siti.says('logout')
    expect(await siti.says('aktivasi')).toMatch(/nama ibu kandung/)
  })
})

describe('one person on several phones', () => {
  it('a login in one is none in the other; a notice goes to the linked chat that was used last, and to that one only', async () => {
    await beActive(siti, officer, SITI)
    const second = office.phone('second')
    expect(await second.says('hubungkan chat')).toMatch(/login dulu[^]*Berapa NIK/)
    await second.says('batal')
    await logIn(second, SITI.nik, SITI.password)
    expect(await siti.says('menu')).not.toMatch(/Siti Aminah/)
    expect(await second.says('hubungkan chat ini')).toMatch(/chat ini terhubung dengan akun Anda/)
    await siti.hears(/Satu chat lain sekarang terhubung/)
    office.time.pass(60_000)
    expect(await second.says('hubungkan chat ini')).toMatch(/memang sudah terhubung/)
    await register(office.phone('somebody', '+6281200000050'), { ...SITI, phone: '081200000050' })
    await second.hears(/Ada yang mencoba mendaftar/)
    const told = (phone: Phone) => phone.inbox.filter(({ text }) => /Ada yang mencoba mendaftar/.test(text)).length
    expect([told(second), told(siti)]).toEqual([1, 0])
    await second.says('logout')
    expect(await second.says('menu')).toMatch(/Akun Anda sudah aktif/)
  })

  it('a chat that is another person’s is not taken by a login', async () => {
    const budis = person(2)
    await beActive(siti, officer, SITI)
    await beActive(office.phone('budi', '+6281200000002'), officer, budis)
    await logIn(siti, budis.nik, budis.password)
    expect(await siti.says('hubungkan chat')).toMatch(/akun orang lain/)
    expect(labels(siti)).toContain('Bukan saya')
  })
})

describe('an officer who is also a citizen', () => {
  it('registers in the officer’s chat, sees both menus, and never decides the own case', async () => {
    const colleague = await enrolOfficer(office, 'Pak Bagus', 'verifikator')
    const number = await register(officer, person(9))
    await colleague.hears(new RegExp(number))
    expect(officer.inbox.filter(({ text }) => /\*Pendaftaran REG-/.test(text))).toEqual([])
    await officer.says('menu')
    expect(labels(officer)).toEqual(expect.arrayContaining(['Antrian', 'Cek status pendaftaran']))
    expect(await officer.says('status')).toMatch(new RegExp(`${number}[^]*menunggu`))

    const [approve = ''] = await approvals(colleague, 1)
    await officer.tapsId(approve)
    await officer.says('ya')
    expect(await officer.says('status')).toMatch(/menunggu pemeriksaan/)

    office.time.pass(16 * 60_000)
    await colleague.tapsId(approve)
    await colleague.says('ya')
    await officer.hears(/disetujui/)
    await officer.says('menu')
    expect(labels(officer)).toEqual(expect.arrayContaining(['Antrian', 'Aktifkan akun']))
    await officer.says('aktivasi')
    await officer.says(person(9).mother)
    await officer.says(officer.solve())
    await logIn(officer, person(9).nik, person(9).password)
    await officer.says('menu')
    expect(labels(officer)).toEqual(expect.arrayContaining(['Antrian', 'Pengajuan']))
  })
})
