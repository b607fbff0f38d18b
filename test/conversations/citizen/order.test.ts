import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office } from '../../support/office.ts'
import { closeUntroubled, fillForm, fillUntil, SITI } from '../registering.ts'

let office: Office
beforeEach(async () => {
  office = await Office.open()
})
afterEach(() => closeUntroubled(office))

describe('the same message twice', () => {
  it('is answered once', async () => {
    const siti = office.phone('siti')
    await fillUntil(siti, SITI, 'name')
    await siti.says('Siti Aminah', { id: 'in-name' })
    const count = siti.inbox.length
    await office.phones.deliver('siti', { kind: 'text', text: 'Siti Aminah' }, { id: 'in-name' })
    expect(await siti.says(SITI.kk)).toMatch(/Di mana Anda lahir/)
    expect(siti.inbox).toHaveLength(count + 1)
  })

  it('is answered once after a restart too', async () => {
    const siti = office.phone('siti')
    await fillForm(siti, SITI)
    await siti.says('ya')
    await siti.says(siti.solve(), { id: 'in-sum' })
    const count = siti.inbox.length
    await office.stop()
    await office.start()
    await office.phones.deliver('siti', { kind: 'text', text: '5' }, { id: 'in-sum' })
    await siti.says('status')
    expect(siti.inbox).toHaveLength(count + 1)
    expect(await office.open.unitOfWork.run((tx) => tx.registration.count())).toBe(1)
  })

  it('sent twice by an impatient citizen is understood: the second is no answer to the next question', async () => {
    const siti = office.phone('siti')
    await fillUntil(siti, SITI, 'nik')
    await siti.saysAtOnce(SITI.nik, SITI.nik)
    expect(siti.last.text).toMatch(/Nama tidak berisi angka|Siapa nama lengkap/)
    expect(await siti.says(SITI.name)).toMatch(/nomor Kartu Keluarga/)
  })
})

describe('two messages at once', () => {
  it('are answered in their order', async () => {
    const siti = office.phone('siti')
    await fillUntil(siti, SITI, 'nik')
    const said = await siti.saysAtOnce(SITI.nik, SITI.name, SITI.kk, SITI.birthPlace)
    expect(said).toMatch(/nama lengkap[^]*Kartu Keluarga[^]*Di mana Anda lahir[^]*Kapan tanggal lahir/)
  })

  it('of many citizens are answered each in their own chat', async () => {
    const phones = Array.from({ length: 25 }, (_, i) => office.phone(`warga ${i}`))
    await Promise.all(phones.map((phone) => phone.saysAtOnce('daftar', 'setuju', SITI.nik, 'Siti Aminah')))
    for (const phone of phones) {
      await phone.hears(/nomor Kartu Keluarga/)
      expect(phone.inbox).toHaveLength(4)
    }
  })

  it('"ya" twice at the sum does not register twice', async () => {
    const siti = office.phone('siti')
    await fillForm(siti, SITI)
    await siti.saysAtOnce('ya', 'ya')
    const sum = siti.solve()
    await siti.saysAtOnce(sum, sum)
    await siti.says('status')
    expect(await office.open.unitOfWork.run((tx) => tx.registration.count())).toBe(1)
  })
})

describe('a button of a question that has passed', () => {
  it('says so and shows the open question', async () => {
    const siti = office.phone('siti')
    await siti.says('daftar')
    const old = siti.last.buttons[0]?.id ?? ''
    await siti.says('setuju')
    expect(await siti.tapsId(old)).toMatch(/milik pertanyaan yang sudah lewat[^]*Berapa NIK Anda/)
  })

  it('of the review, tapped after the registration was sent, changes nothing', async () => {
    const siti = office.phone('siti')
    await fillForm(siti, SITI)
    const [yes, , cancel] = siti.last.buttons.map(({ id }) => id)
    await siti.says('ya')
    await siti.says(siti.solve())
    expect(await siti.tapsId(cancel ?? '')).toMatch(/sudah lewat/)
    expect(await siti.tapsId(yes ?? '')).toMatch(/sudah lewat/)
    expect(await siti.says('status')).toMatch(/menunggu pemeriksaan/)
  })

  it.each([
    '',
    'x',
    '0.yes',
    '999999999999.yes',
    '1.__proto__',
    '/no-such-flow',
    '/task:1',
    '/approve:1',
    '/registration-approved',
    '💥',
    '1.'.repeat(500),
  ])('that nobody offered ("%s") is taken calmly', async (id) => {
    const siti = office.phone('siti')
    await fillUntil(siti, SITI, 'name')
    expect(await siti.tapsId(id)).toBeTruthy()
    await siti.says('kembali')
    await siti.says('menu')
    await siti.says('daftar')
    expect(await siti.says(SITI.name)).toBeTruthy()
  })

  it('that a menu still shows goes on working: commands have no question', async () => {
    const siti = office.phone('siti')
    await siti.says('persyaratan')
    await siti.says('kk')
    await siti.says('halo')
    expect(await siti.taps('Layanan lain')).toMatch(/Layanan yang mana/)
  })
})
