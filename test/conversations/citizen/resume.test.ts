import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office } from '../../support/office.ts'
import { keptAnswers } from '../../support/vault-of.ts'
import { closeUntroubled, fillUntil, fillUntilPassword, numberIn, SITI } from '../registering.ts'

const OWN = '+6281200000001'

let office: Office
beforeEach(async () => {
  office = await Office.open()
})
afterEach(() => closeUntroubled(office))

describe('a form begun on another phone of the same person', () => {
  it('is offered when the person registers, and goes on where it was with every answer', async () => {
    const old = office.phone('old', OWN)
    const other = office.phone('new', OWN)
    await fillUntil(old, SITI, 'district')
    expect(await other.says('daftar')).toMatch(/belum selesai di chat lain[^]*Lanjutkan di sini/)
    expect(await other.says('ya')).toMatch(/kecamatan/i)
    expect(await old.hears(/Anda lanjutkan di chat lain/)).toMatch(/PETUGAS/)
    await other.says(SITI.district)
    await other.says(SITI.village)
    expect(await keptAnswers(office, 'old')).toEqual([])
    expect(await keptAnswers(office, 'new')).toEqual(expect.arrayContaining(['consent', 'nik', 'name', 'kk', 'village']))
    expect(await old.says('halo')).toMatch(/Daftar/)
  })

  it('can be submitted there, with the secrets and the photo given before', async () => {
    const old = office.phone('old', OWN)
    const other = office.phone('new', OWN)
    await fillUntilPassword(old, SITI)
    await other.says('daftar')
    await other.says('ya')
    await other.says(SITI.password)
    expect(await other.says(SITI.password)).toMatch(/SITI AMINAH|Siti Aminah/)
    await other.says('ya')
    expect(numberIn(await other.says(other.solve()))).toMatch(/^REG-/)
  })

  it('that was put aside as a draft is found too', async () => {
    const old = office.phone('old', OWN)
    await fillUntil(old, SITI, 'kk')
    office.time.pass(31 * 60_000)
    await old.hears(/belum selesai/)
    office.time.pass(24 * 3_600_000)
    await old.hears(/kami simpan dulu/)
    const other = office.phone('new', OWN)
    expect(await other.says('lanjut di sini')).toMatch(/belum selesai di chat lain/)
    expect(await other.says('ya')).toMatch(/Kartu Keluarga/)
    await old.hears(/Anda lanjutkan di chat lain/)
    expect(await old.says('daftar')).toMatch(/belum selesai di chat lain/)
  })

  it('stays where it is when the person says no', async () => {
    const old = office.phone('old', OWN)
    const other = office.phone('new', OWN)
    await fillUntil(old, SITI, 'kk')
    await other.says('daftar')
    expect(await other.says('tidak')).toMatch(/Apakah Anda setuju/)
    expect(await old.says(SITI.kk)).toMatch(/Di mana Anda lahir/)
  })

  it('that was finished meanwhile is not there any more', async () => {
    const old = office.phone('old', OWN)
    const other = office.phone('new', OWN)
    await fillUntil(old, SITI, 'kk')
    await other.says('daftar')
    await old.says('batal')
    await old.says('ya')
    expect(await other.says('ya')).toMatch(/baru saja selesai atau dibatalkan[^]*Apakah Anda setuju/)
  })

  it('is never shown to another number, nor to a chat whose number nobody vouches for', async () => {
    const old = office.phone('old', OWN)
    await fillUntil(old, SITI, 'kk')
    const stranger = office.phone('stranger', '+6281200000099')
    const nobody = office.phone('nobody')
    for (const phone of [stranger, nobody]) {
      expect(await phone.says('daftar')).toMatch(/Apakah Anda setuju/)
      await phone.says('batal')
      await phone.says('ya')
      expect(await phone.says('lanjut di sini')).toMatch(/nomor HP/)
      // A number that is only typed proves nothing.
      expect(await phone.says(SITI.phone)).toMatch(/Tidak ada formulir/)
    }
    expect(await old.says(SITI.kk)).toMatch(/Di mana Anda lahir/)
  })

  it('is found by a shared contact where the platform does not tell the number', async () => {
    const old = office.phone('old', OWN)
    await fillUntil(old, SITI, 'kk')
    const other = office.phone('new')
    await other.says('lanjut di sini')
    expect(await other.sharesContact(OWN)).toMatch(/belum selesai di chat lain/)
    expect(await other.says('ya')).toMatch(/Kartu Keluarga/)
  })
})
