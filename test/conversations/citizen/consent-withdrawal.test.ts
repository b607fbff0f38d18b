import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { approveNewest, enrolOfficer, returnNewest } from '../../support/officers.ts'
import { beActive, beApproved, logIn, person, register } from '../registering.ts'

const DAY = 24 * 3_600_000

let office: Office
let ratna: Phone
let wening: Phone
beforeAll(async () => {
  office = await Office.open()
  ratna = await enrolOfficer(office, 'Bu Ratna')
  wening = await enrolOfficer(office, 'Bu Wening', 'supervisor')
})
afterAll(() => office.close())

const phoneOf = (name: string, serial: number) => office.phone(name, `+62812000000${serial}`)

/** Answers the two questions that prove a registration. */
async function prove(phone: Phone, number: string, nik: string): Promise<string> {
  await phone.says('cabut persetujuan')
  await phone.says(number)
  return phone.says(nik)
}

describe('CABUT PERSETUJUAN', () => {
  it('of an active account: says what was consented to, closes the account at once, erases it later', async () => {
    const answers = person(51)
    const siti = phoneOf('siti', 51)
    await beActive(siti, ratna, answers)
    expect(await siti.says('cabut persetujuan')).toMatch(/hanya kami berikan kepada pemiliknya/)
    await logIn(siti, answers.nik, answers.password)
    expect(await siti.says('cabut persetujuan')).toMatch(/teks versi 2026-11, pada Senin, 23 November 2026/)
    expect(await siti.says('ya')).toMatch(/dicabut[^]*dihapus pada \*Senin, 30 November 2026\*/)
    expect(await logIn(siti, answers.nik, answers.password)).toMatch(/belum cocok|belum aktif/)
    expect(await siti.says('batal hapus')).toMatch(/Persetujuan sudah Anda cabut/)
    const consent = await office.open.unitOfWork.run((tx) => tx.consent.findFirstOrThrow({ orderBy: { id: 'desc' } }))
    expect(Number(consent.withdrawnAt)).toBe(office.time.now())
    office.time.pass(7 * DAY)
    await siti.hears(/sudah dihapus/)
  })

  it('of a registration that waits: it stops at once, the officers are told, and nobody can decide it', async () => {
    const answers = person(52)
    const budi = phoneOf('budi', 52)
    const number = await register(budi, answers)
    await ratna.hears(new RegExp(number))
    const card = ratna.inbox.findLast(({ buttons }) => buttons.some(({ id }) => id.startsWith('/approve:')))
    expect(await prove(budi, number, answers.nik)).toContain(`(${number})`)
    expect(await budi.says('ya')).toMatch(/Persetujuan Anda dicabut/)
    for (const officer of [ratna, wening]) await officer.hears(new RegExp(`\\*${number}\\* dibatalkan oleh pemohonnya`))
    expect(await ratna.tapsId(card?.buttons[0]?.id ?? '')).toMatch(/dibatalkan pemohonnya/)
    expect(await ratna.says('antrian')).not.toContain(number)
  })

  it('of one that was rejected; and consent given anew begins a new registration, which nothing erases', async () => {
    const answers = person(53)
    const cici = phoneOf('cici', 53)
    const number = await register(cici, answers)
    await returnNewest(ratna, 'Tolak', 'photo-illegible')
    await cici.hears(/tidak disetujui/)
    await prove(cici, number, answers.nik)
    await cici.says('ya')
    expect(await cici.says('menu')).toMatch(/Selamat datang di/)
    const again = await register(cici, answers)
    expect(again).not.toBe(number)
    await approveNewest(ratna)
    await cici.hears(/disetujui/)
    office.time.pass(8 * DAY)
    await cici.says('menu')
    const rows = await office.open.unitOfWork.run((tx) =>
      tx.registration.findMany({ where: { number: { in: [number, again] } }, include: { person: true }, orderBy: { id: 'asc' } }),
    )
    expect(rows.map(({ status }) => status)).toEqual(['withdrawn', 'approved'])
    expect(rows.map(({ person: whose }) => whose.erasedAt)).toEqual([null, null])
    const erased = await office.open.unitOfWork.run((tx) =>
      tx.audit.count({ where: { action: 'registration.erased', subject: rows[0]?.id ?? '' } }),
    )
    expect(erased).toBe(1)
  })

  it('of an approved account that was never activated: number and NIK are proof', async () => {
    const answers = person(54)
    const dedi = phoneOf('dedi', 54)
    const number = await beApproved(dedi, ratna, answers)
    expect(await prove(dedi, number, answers.nik)).toMatch(/Cabut persetujuan sekarang/)
    expect(await dedi.says('ya')).toMatch(/dicabut/)
    expect(await dedi.says('aktivasi')).toMatch(/Tidak ada akun yang menunggu/)
  })

  it('a no leaves everything as it is, and what was withdrawn is not withdrawn again', async () => {
    const answers = person(55)
    const eka = phoneOf('eka', 55)
    const number = await register(eka, answers)
    await prove(eka, number, answers.nik)
    expect(await eka.says('tidak')).toMatch(/tetap berlaku/)
    await prove(eka, number, answers.nik)
    await eka.says('ya')
    expect(await prove(eka, number, answers.nik)).toMatch(/sudah Anda cabut pada[^]*dihapus pada/)
  })

  it('somebody who typed another NIK withdraws only what was handed in in that chat', async () => {
    const owner = phoneOf('farah', 56)
    // What has come to the officer so far is not meant.
    await ratna.says('menu')
    await beActive(owner, ratna, person(56))
    const mallory = phoneOf('mallory', 57)
    const number = await register(mallory, { ...person(57), nik: person(56).nik })
    await prove(mallory, number, person(56).nik)
    await mallory.says('ya')
    office.time.pass(8 * DAY)
    expect(await logIn(owner, person(56).nik, person(56).password)).toMatch(/Login berhasil/)
    expect(await owner.says('status')).toMatch(/disetujui/)
  })
})
