import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office, photo } from '../../support/office.ts'
import { enrolOfficer, returnNewest } from '../../support/officers.ts'
import { fillPage, linkIn } from '../../support/page-visit.ts'
import { solveSum } from '../../support/sums.ts'
import { fillForm, fillUntil, fillUntilPassword, numberIn, person, register, SITI, troubles } from '../registering.ts'

let office: Office
beforeEach(async () => {
  office = await Office.open()
})
afterEach(() => office.close())

/** Everything that anybody was sent, in chat and by e-mail. */
function everythingSent(...names: readonly string[]): string {
  const mails = office.mail.inbox(SITI.email)
  const chats = names.flatMap((name) => office.phones.inbox(name))
  return [...mails, ...chats].map(({ text, subject }) => `${subject} ${text}`).join('\n')
}

describe('secrets', () => {
  it('the messages with password and mother’s name are deleted, and stand in no answer, e-mail or log', async () => {
    const officer = await enrolOfficer(office, 'Bu Ratna')
    const siti = office.phone('siti')
    const mother = 'Ngatinah Rukmini'
    await fillUntil(siti, SITI, 'mother')
    await siti.says(mother, { id: 'in-mother' })
    for (const text of [SITI.province, SITI.regency, SITI.district, SITI.village, SITI.phone]) await siti.says(text)
    expect(office.phones.deleted).toEqual(['in-mother'])

    const budi = office.phone('budi')
    await fillUntilPassword(budi, person(2))
    await budi.says('kata kunci rahasia budi', { id: 'in-first' })
    await budi.says('kata kunci rahasia budi', { id: 'in-again' })
    expect(office.phones.deleted).toEqual(expect.arrayContaining(['in-first', 'in-again']))
    await budi.says('ya')
    const number = numberIn(await budi.says(budi.solve()))
    await officer.hears(new RegExp(number))

    expect(everythingSent('siti', 'budi', officer.name)).not.toContain('kata kunci rahasia budi')
    expect(everythingSent('siti', 'budi')).not.toContain(mother)
    const log = office.logLines.join('')
    for (const secret of ['rahasia', mother, SITI.nik, SITI.name, '81200000001', SITI.email, person(2).nik, number])
      expect(log).not.toContain(secret)
  })

  it('a password that is refused is deleted too', async () => {
    const siti = office.phone('siti')
    await fillUntilPassword(siti, SITI)
    await siti.says('12345678', { id: 'in-weak' })
    expect(office.phones.deleted).toContain('in-weak')
  })

  it('mother’s name and password can be typed on pages instead, the password twice at once', async () => {
    const siti = office.phone('siti')
    const mother = linkIn(await fillUntil(siti, SITI, 'mother'))
    expect((await fillPage(office, mother, { answer: SITI.mother })).words).toMatch(/kami terima dengan aman/)
    await siti.hears(/Di provinsi mana/)
    for (const text of ['33', '26', '7', '2008', SITI.phone, SITI.email]) await siti.says(text)
    await siti.sends(await photo())
    const password = linkIn(await siti.hears(/kata kunci/i))
    const differs = await fillPage(office, password, { answer: SITI.password, again: 'lain sama sekali' })
    expect(differs.words).toMatch(/tidak sama/)
    await fillPage(office, password, { answer: SITI.password, again: SITI.password })
    expect(await siti.hears(/Periksa lagi/)).toContain('7. Nama ibu kandung: S** L******')
    expect((await fillPage(office, password, { answer: 'x', again: 'x' })).words).toMatch(/sudah dipakai/i)
  })
})

describe('the sum at the end', () => {
  it('SIN-43, SIN-45 is put in words; a wrong answer, words or nothing brings another', async () => {
    const siti = office.phone('siti')
    await fillForm(siti, SITI)
    let asked = await siti.says('ya')
    expect(asked).toMatch(/Terakhir, satu hitungan kecil[^]*\d+[^]*\d+[^]*\?/)
    for (const [wrong, answer] of [
      ['-1', /hitungan baru/],
      ['9999', /belum tepat\. Kami beri hitungan baru/],
      ['banyak sekali', /dengan satu angka[^]*hitungan baru/],
      ['tujuh belas ribu', /hitungan baru/],
    ] as const) {
      const again = await siti.says(wrong)
      expect(again).toMatch(answer)
      expect(solveSum(again)).toBeDefined()
      expect(again.split('\n').at(-1)).not.toBe(asked.split('\n').at(-1))
      asked = again
    }
    expect(await siti.says(siti.solve())).toMatch(/Pendaftaran berhasil dikirim/)
  })

  it('SIN-44 comes as addition, subtraction and multiplication, in several wordings, with results from 0 up', async () => {
    const siti = office.phone('siti')
    await fillForm(siti, SITI)
    const seen = new Set<string>()
    let asked = await siti.says('ya')
    for (let n = 0; n < 60; n++) {
      const sum = asked.split('\n').at(-1) ?? ''
      expect(solveSum(sum)).toBeGreaterThanOrEqual(0)
      seen.add(sum.replace(/\d+/g, 'n'))
      asked = await siti.says('9999')
    }
    const all = [...seen].join('\n')
    expect(all).toMatch(/dikurangi/)
    expect(all).toMatch(/dikali/)
    expect(all).toMatch(/ditambah/)
    expect(seen.size).toBeGreaterThanOrEqual(8)
  })
})

describe('what follows', () => {
  it('the number comes by e-mail too, without any of the data', async () => {
    const siti = office.phone('siti')
    const number = await register(siti, SITI)
    const mail = await office.until(() => office.mail.inbox(SITI.email)[0], 'the e-mail')
    expect(mail.subject).toBe('Pendaftaran Anda kami terima')
    expect(mail.text).toContain(number)
    for (const datum of [SITI.nik, SITI.name, SITI.mother, SITI.phone]) expect(mail.text).not.toContain(datum)
  })

  it('SIN-48 the registration waits for an officer, who is told at once', async () => {
    const officer = await enrolOfficer(office, 'Bu Ratna')
    const siti = office.phone('siti')
    const number = await register(siti, SITI)
    expect(await officer.hears(/Pendaftaran REG-/)).toContain(number)
    expect(officer.last.buttons.map(({ label }) => label)).toEqual(['Setujui', 'Tolak', 'Minta perbaikan'])
    expect(await siti.says('status')).toMatch(/menunggu pemeriksaan petugas/)
    expect(await siti.says('aktivasi')).toMatch(/Tidak ada akun yang menunggu aktivasi/)
  })

  it('SIN-52 a NIK registered in this chat is not registered twice: its status is shown', async () => {
    const siti = office.phone('siti')
    const number = await register(siti, SITI)
    await siti.says('daftar')
    await siti.says('setuju')
    const said = await siti.says(SITI.nik)
    expect(said).toMatch(/sudah Anda daftarkan dari chat ini/)
    expect(said).toContain(number)
    const count = await office.open.unitOfWork.run((tx) => tx.registration.count())
    expect(count).toBe(1)
  })

  it('somebody else who gives a known NIK hears exactly what everybody hears', async () => {
    const siti = office.phone('siti')
    await register(siti, SITI)
    const stranger = office.phone('stranger')
    const other = office.phone('other')
    const anonymous = (phone: typeof siti): string[] =>
      phone.inbox.map(({ text }) =>
        text
          .replace(/REG-\S+/g, 'REG')
          .replace(/\/l\/\S+/g, '/l/')
          .replace(/nomor \d+ dalam/, 'nomor n dalam')
          .replaceAll(/\d{4} \d{4} \d{4} \d{4}|0812-0000-\d{4}|warga\d+@contoh\.id|siti@contoh\.id/g, 'datum')
          .replace(/(Berapa|Jika) .*\?$/s, 'sum'),
      )
    await register(stranger, { ...SITI, phone: '081200000077', email: 'warga77@contoh.id' })
    await register(other, person(78))
    expect(anonymous(stranger)).toEqual(anonymous(other))
    expect(await siti.hears(/Ada yang mencoba mendaftar dengan NIK Anda/)).toMatch(/Data Anda tetap aman/)
  })

  it('SIN-102, SIN-107, SIN-108 a rejected registration is announced with the reason and put right; only what was wrong is asked', async () => {
    const officer = await enrolOfficer(office, 'Bu Ratna')
    const siti = office.phone('siti')
    const number = await register(siti, SITI)
    await returnNewest(officer, 'Tolak', 'mother differs kk')
    expect(await siti.hears(/tidak disetujui/)).toContain('Alasan: Nama Ibu Belum Sesuai dengan yang tercatat di KK')
    expect(await siti.taps('Perbaiki data')).toMatch(/Kita perbaiki[^]*nama ibu kandung/)
    const review = await siti.says('Sri Wahyuni')
    expect(review).toContain('2. NIK: 3326 0141 0790 0001')
    expect(review).toContain('3. Nama lengkap: Siti Aminah')
    expect(review).toContain('7. Nama ibu kandung: S** W******')
    await siti.says('ya')
    const again = numberIn(await siti.says(siti.solve()))
    expect(again).not.toBe(number)
    expect(await officer.hears(/Pendaftaran REG-/)).toContain(again)
    expect(await siti.says('status')).toMatch(new RegExp(`${again}[^]*menunggu pemeriksaan`))
    expect(troubles(office)).toEqual([])
  })
})
