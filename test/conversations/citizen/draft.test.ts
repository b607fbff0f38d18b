import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office } from '../../support/office.ts'
import { keptAnswers } from '../../support/vault-of.ts'
import { closeUntroubled, fillForm, fillUntil, numberIn, SITI } from '../registering.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

let office: Office
beforeEach(async () => {
  office = await Office.open()
})
afterEach(() => closeUntroubled(office))

describe('a form that is left lying', () => {
  it('is reminded of once after half an hour, and no more', async () => {
    const siti = office.phone('siti')
    await fillUntil(siti, SITI, 'kk')
    office.time.pass(29 * MINUTE)
    office.time.pass(2 * MINUTE)
    expect(await siti.hears(/belum selesai/)).toMatch(/kapan pun Anda siap[^]*nomor Kartu Keluarga/)
    const count = siti.inbox.length
    office.time.pass(3 * HOUR)
    expect(await siti.says(SITI.kk)).toMatch(/Di mana Anda lahir/)
    expect(siti.inbox.length).toBe(count + 1)
  })

  it('is put aside after a day and gone on with by its button, days later, with every answer', async () => {
    const siti = office.phone('siti')
    await fillUntil(siti, SITI, 'village')
    office.time.pass(31 * MINUTE)
    await siti.hears(/belum selesai/)
    office.time.pass(DAY)
    expect(await siti.hears(/kami simpan dulu/)).toMatch(/selama 6 hari/)
    office.time.pass(4 * DAY)
    expect(await siti.taps('Lanjutkan')).toMatch(/desa atau kelurahan mana di KARANGANYAR/)
    await siti.says('karangsari')
    expect(await siti.says('kembali')).toMatch(/KARANGSARI/)
  })

  it('that was put aside can be begun anew instead', async () => {
    const siti = office.phone('siti')
    await fillUntil(siti, SITI, 'village')
    office.time.pass(31 * MINUTE)
    await siti.hears(/belum selesai/)
    office.time.pass(DAY)
    await siti.hears(/kami simpan dulu/)
    expect(await siti.says('daftar')).toMatch(/belum selesai dan masih kami simpan\. Lanjutkan\?/)
    expect(await siti.taps('Tidak, isi baru')).toMatch(/Apakah Anda setuju/)
    expect(await keptAnswers(office, 'siti')).toEqual(['elsewhere'])
  })

  it('is forgotten after a week, and says so', async () => {
    const siti = office.phone('siti')
    await fillUntil(siti, SITI, 'village')
    office.time.pass(31 * MINUTE)
    await siti.hears(/belum selesai/)
    office.time.pass(DAY)
    await siti.hears(/kami simpan dulu/)
    office.time.pass(7 * DAY)
    expect(await siti.hears(/sudah kami hapus/)).toMatch(/demi menjaga data Anda/)
    expect(await keptAnswers(office, 'siti')).toEqual([])
    expect(await siti.says('daftar')).toMatch(/Apakah Anda setuju/)
  })
})

describe('a counter that is closed in the middle of a form', () => {
  it('goes on where it was: nothing is lost, nothing is asked twice', async () => {
    const siti = office.phone('siti')
    await fillUntil(siti, SITI, 'email')
    await office.stop()
    await office.start()
    expect(await siti.says(SITI.email)).toMatch(/Kirim foto KTP/)
    await office.stop()
    await office.start()
    expect(await siti.says('kembali')).toMatch(/siti@contoh\.id/)
  })

  it('between the review and the sum it still knows the sum', async () => {
    const siti = office.phone('siti')
    await fillForm(siti, SITI)
    await siti.says('ya')
    await office.stop()
    await office.start()
    const number = numberIn(await siti.says(siti.solve()))
    await office.stop()
    await office.start()
    expect(numberIn(await siti.says('status'))).toBe(number)
  })
})

describe('in the middle of a form', () => {
  it('the language can be changed, and back; answers stay', async () => {
    const siti = office.phone('siti')
    await fillUntil(siti, SITI, 'kk')
    expect(await siti.says('english')).toMatch(/in English[^]*Let us go on with \*registration\*[^]*family card/i)
    expect(await siti.says('12')).toMatch(/16 digits/)
    await siti.says(SITI.kk)
    expect(await siti.says('back')).toMatch(/3326 0101 1215 0002/)
    expect(await siti.says('bahasa indonesia')).toMatch(/Kita lanjutkan \*pendaftaran\*[^]*nomor Kartu Keluarga/)
    await siti.says('bahasa')
    expect(await siti.says('1')).toMatch(/nomor Kartu Keluarga/)
  })

  it.each([
    ['cek resmi', /Alamat resmi kami hanya ini/],
    ['privasi', /UU 27\/2022/],
    ['panduan', /Panduan SINTREN/],
    ['home', /Jenis Layanan/],
    ['formulir', /loket kantor/],
    ['aktivasi', /Tidak ada akun yang menunggu aktivasi/],
  ])('"%s" is answered, then the question is asked again', async (word, answer) => {
    const siti = office.phone('siti')
    await fillUntil(siti, SITI, 'kk')
    const said = await siti.says(word)
    expect(said).toMatch(answer)
    expect(said).toMatch(/Kita lanjutkan \*pendaftaran\*[^]*nomor Kartu Keluarga \(KK\) Anda\?/)
    expect(await siti.says(SITI.kk)).toMatch(/Di mana Anda lahir/)
  })

  it.each(['status', 'persyaratan', 'login', 'informasi', 'pemohon', 'menu', 'petugas'])(
    '"%s" asks something of its own, and "kembali" leads back to the question',
    async (word) => {
      const siti = office.phone('siti')
      await fillUntil(siti, SITI, 'kk')
      await siti.says(word)
      expect(await siti.says('kembali')).toMatch(/Kita lanjutkan \*pendaftaran\*[^]*nomor Kartu Keluarga/)
    },
  )

  it('"daftar" goes on with the form that is open', async () => {
    const siti = office.phone('siti')
    await fillUntil(siti, SITI, 'kk')
    await siti.says('menu')
    expect(await siti.says('daftar')).toMatch(/nomor Kartu Keluarga/)
  })

  it('"bantuan" explains this question and what can be typed anywhere', async () => {
    const siti = office.phone('siti')
    await fillUntil(siti, SITI, 'kk')
    for (const word of ['bantuan', 'help', '?', 'bingung pak'])
      expect(await siti.says(word)).toMatch(/bagian atas Kartu Keluarga[^]*\*kembali\*[^]*\*batal\*[^]*\*petugas\*/)
  })
})
