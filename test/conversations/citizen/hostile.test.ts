import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostileInputs, hostileTexts } from '../../fields/hostile.ts'
import { Office, photo, type Phone } from '../../support/office.ts'
import { keptAnswers } from '../../support/vault-of.ts'
import { fillUntil, fillUntilPassword, SITI, troubles } from '../registering.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => office.close())

/** Does not look like a person's words any more, or tells how it is built. */
const UNKIND = /undefined|null|NaN|\[object|Error|exception|stack|SELECT|engine-|field-|registration-[a-z]/

/** Sends everything hostile there is at the open question, which must survive it; `back` brings the question back. */
async function torment(phone: Phone, back: () => Promise<unknown>): Promise<void> {
  for (const [what, text] of hostileTexts) {
    const said = await phone.says(text)
    expect(said, what).not.toBe('')
    expect(said, what).not.toMatch(UNKIND)
    expect(said.length, what).toBeLessThan(4000)
    await back()
  }
  for (const [what, input] of hostileInputs) {
    const said = await phone.gives(input)
    expect(said, what).not.toMatch(UNKIND)
    await back()
  }
}

/** A number names a choice or a row, even one with a sign before it. */
const numberless = hostileTexts.filter(([, text]) => text !== '-1')

describe('hostile input', () => {
  it.each(['nik', 'name', 'kk', 'birthPlace', 'birthDate', 'mother', 'province', 'district', 'phone', 'email'] as const)(
    'at the question %s is answered kindly and loses nothing',
    async (question) => {
      const name = `tormented at ${question}`
      const phone = office.phone(name)
      const asked = await fillUntil(phone, SITI, question)
      const label = asked.split('\n')[0]?.replace(/^\(\d+ dari \d+\) /, '') ?? ''
      const before = await keptAnswers(office, name)
      // Some of it is an answer ("Robert" may well be a place): then the question is opened again.
      await torment(phone, async () => {
        for (let n = 0; n < 3 && !(await phone.says('bantuan')).includes(label); n++)
          await phone.says(phone.last.buttons.some(({ label: yes }) => yes.startsWith('Ya,')) ? 'tidak' : 'kembali')
      })
      expect(await keptAnswers(office, name)).toEqual(expect.arrayContaining(before))
      expect(await phone.says('bantuan')).toContain(label)
      expect(await phone.says(SITI[question])).not.toMatch(UNKIND)
    },
  )

  it('at the photo, the consent, the password and the review', async () => {
    const phone = office.phone('tormented elsewhere')
    await phone.says('daftar')
    for (const [what, text] of numberless) expect(await phone.says(text), what).toMatch(/Apakah Anda setuju/)
    await phone.says('batal')
    await fillUntil(phone, SITI, 'ktp')
    for (const [what, text] of hostileTexts)
      expect(await phone.says(text), what).toMatch(/kami perlu fotonya|terlalu panjang|Ini contohnya/)
    await phone.sends(await photo())
    await phone.hears(/kata kunci/i)
    for (const weak of ['', ' ', '\u0000\u0001', '\u200b'.repeat(20), 'x'.repeat(10_000)])
      expect(await phone.says(weak)).toMatch(/kata kunci/i)
    await phone.says(SITI.password)
    await phone.says(SITI.password)
    for (const [what, text] of numberless) expect(await phone.says(text), what).toMatch(/Periksa lagi, ya/)
  })

  it('at the menu', async () => {
    const phone = office.phone('tormented at the menu')
    await phone.says('halo')
    await torment(phone, () => phone.says('menu'))
    expect(await phone.says('menu')).toMatch(/Selamat datang/)
  })

  it.each(['status', 'login', 'aktivasi', 'persyaratan', 'informasi', 'pemohon', 'bahasa'])('after "%s"', async (word) => {
    const phone = office.phone(`tormented after ${word}`)
    await torment(phone, () => phone.says(word))
    expect(await phone.says('menu')).toMatch(/Selamat datang|Welcome/)
  })

  it('at the login’s password is only a wrong password', async () => {
    const phone = office.phone('tormented at the password')
    for (const text of ["' OR '1'='1", '<script>', '🙈🙈🙈', '{"given":true}']) {
      await phone.says('login')
      await phone.says(SITI.nik)
      await phone.says(text)
      await phone.says(phone.solve())
      expect(await phone.hears(/belum cocok|ditutup/)).not.toMatch(UNKIND)
    }
  })

  it('typed by an impatient citizen a hundred times leads to a human, not to a loop', async () => {
    const phone = office.phone('impatient')
    await fillUntil(phone, SITI, 'nik')
    const seen = new Set<string>()
    for (let n = 0; n < 100; n++) seen.add(await phone.says('tidak tahu ah'))
    expect(seen.size).toBeLessThan(8)
    expect(phone.last.buttons.map(({ label }) => label)).toContain('Hubungi petugas')
    expect(await phone.taps('Hubungi petugas')).toMatch(/wa\.me[^]*Isian \*pendaftaran\* menunggu/)
    expect(await phone.says('selesai')).toMatch(/Kita lanjutkan \*pendaftaran\*[^]*NIK/)
  })

  it('as a password that is allowed works like any other', async () => {
    const phone = office.phone('odd password')
    await fillUntilPassword(phone, SITI)
    const odd = "Robert'); DROP TABLE person;-- 🦢"
    await phone.says(odd)
    expect(await phone.says(odd)).toMatch(/Periksa lagi/)
  })

  it('was never trouble for the counter', () => {
    expect(troubles(office)).toEqual([])
  })
})
