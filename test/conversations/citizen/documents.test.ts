import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { photoOf } from '../../support/scripted-intake.ts'
import { closeUntroubled, fillUntil, person, SITI, TYPED } from '../registering.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})
afterAll(() => closeUntroubled(office))

const KTP = { nik: SITI.nik, name: 'SITI AMINAH' }

/** A phone at the question for the photo of the KTP. */
async function atPhoto(name: string): Promise<Phone> {
  const phone = office.phone(name)
  expect(await fillUntil(phone, SITI, 'ktp')).toMatch(/Kirim foto KTP Anda yang asli/)
  return phone
}

describe('the photo of the KTP', () => {
  it('is judged and compared, and the next question follows in the same message', async () => {
    const phone = await atPhoto('good')
    expect(await phone.sends(photoOf({ printed: KTP }))).toMatch(/Foto jelas terbaca, dan NIK-nya cocok[^]*\(15 dari 16\)/)
  })

  it.each([
    ['dark', /terlalu gelap\. Foto lagi di dekat jendela atau nyalakan lampu, tanpa lampu kilat/],
    ['blurred', /buram\. Pegang HP dengan dua tangan/],
    ['glare', /pantulan cahaya/],
    ['cut-off', /terpotong.*keempat sudutnya/],
    ['too-small', /terlalu kecil.*Dekatkan HP/],
    ['wrong-document', /dokumen lain\. Kirim foto KTP/],
    ['no-document', /tidak melihat dokumen/],
  ] as const)('that is %s is asked for again with one instruction', async (fault, told) => {
    const phone = await atPhoto(fault)
    const said = await phone.sends(photoOf({ fault }))
    expect(said).toMatch(told)
    expect(said).toMatch(/Kirim foto KTP Anda yang asli/)
    expect(said).not.toMatch(/error/i)
    expect(await phone.sends(photoOf({ printed: KTP }))).toMatch(/\(15 dari 16\)/)
  })

  it('that was not good twice is left to an officer by a tap', async () => {
    const phone = await atPhoto('twice')
    await phone.sends(photoOf({ fault: 'dark' }))
    await phone.sends(photoOf({ fault: 'dark' }))
    expect(await phone.taps('Kirim saja, biar petugas yang menilai')).toMatch(/Petugas akan menilainya[^]*\(15 dari 16\)/)
  })

  it('SIN-129 DPM-21 has an example, which is shown on request', async () => {
    const phone = await atPhoto('example')
    expect(await phone.taps('Lihat contoh')).toMatch(/Ini contohnya/)
    expect(phone.inbox.findLast(({ file }) => file !== undefined)?.file).toMatchObject({ name: 'ktp.jpg', mime: 'image/jpeg' })
    expect(await phone.sends(photoOf({ printed: KTP }))).toMatch(/\(15 dari 16\)/)
  })

  it('on which the NIK differs leads to the NIK, and the same photo is looked at again', async () => {
    const phone = office.phone('differs')
    const typo = '3326014107900091'
    await fillUntil(phone, { ...SITI, nik: typo }, 'ktp')
    const said = await phone.sends(photoOf({ printed: KTP }))
    expect(said).toMatch(/Angka NIK di foto berbeda[^]*3326 … … 0091 \(diketik\)\n3326 … … 0001 \(di foto\)/)
    expect(await phone.taps('Perbaiki NIK')).toMatch(/Jawaban Anda tadi[^]*NIK/)
    expect(await phone.says(SITI.nik)).toMatch(/NIK-nya cocok[^]*\(15 dari 16\)/)
  })

  it('is looked at again when the NIK is corrected at the review', async () => {
    const phone = office.phone('review')
    await fillUntil(phone, { ...SITI, nik: '3326014107900091' }, 'ktp')
    await phone.sends(photoOf({ printed: KTP }))
    await phone.taps('Sudah benar, lanjut')
    await phone.says(SITI.password)
    expect(await phone.says(SITI.password)).toMatch(/Foto KTP: ✓/)
    await phone.says('ubah 2')
    expect(await phone.says(SITI.nik)).toMatch(/NIK-nya cocok[^]*Periksa lagi/)
  })

  it('is spoken of only when it takes longer than a second', async () => {
    const phone = await atPhoto('slow')
    const sending = phone.sends(photoOf({ printed: KTP }))
    expect(await sending).not.toMatch(/sedang diperiksa/)
  })
})

describe('registration that begins with a photo', () => {
  const printed = {
    ...person(71),
    birthPlace: 'PEKALONGAN',
    birthDate: '1990-07-01',
    province: 'PROVINSI JAWA TENGAH',
    regency: 'KABUPATEN PEKALONGAN',
    district: 'KARANGANYAR',
    village: 'KARANGSARI',
  }
  const ktp = {
    nik: printed.nik,
    name: 'SITI AMINAH',
    birthPlace: printed.birthPlace,
    birthDate: printed.birthDate,
    province: printed.province,
    regency: printed.regency,
    district: printed.district,
    village: printed.village,
  }

  it('fills in what was read once it is confirmed, and asks only for the rest', async () => {
    const phone = office.phone('photo first')
    await phone.says('daftar')
    expect(await phone.says('setuju')).toMatch(/Ketik 16 angkanya, atau kirim foto KTP supaya kami isikan/)
    const read = await phone.sends(photoOf({ printed: ktp }))
    expect(read).toMatch(/NIK: 3326 0141 0790 0071/)
    expect(read).toMatch(/Nama lengkap: SITI AMINAH/)
    expect(read).toMatch(/Tanggal lahir: 01-07-1990/)
    expect(read).toMatch(/Desa\/Kelurahan: 2008 - KARANGSARI/)
    expect(await phone.taps('Ya, benar')).toMatch(/nomor Kartu Keluarga/)
    expect(await phone.says(printed.kk)).toMatch(/ibu kandung/)
    expect(await phone.says(printed.mother)).toMatch(/nomor HP|WhatsApp/)
    expect(await phone.says(printed.phone)).toMatch(/e-mail/i)
    expect(await phone.says(printed.email)).toMatch(/kata kunci/i)
    await phone.says(printed.password)
    const review = await phone.says(printed.password)
    expect(review).toMatch(/Nama lengkap: SITI AMINAH[^]*Foto KTP: ✓/)
    await phone.says('ubah 3')
    expect(await phone.says('Siti Aminah')).toMatch(/Periksa lagi/)
    await phone.says('ya')
    expect(await phone.says(phone.solve())).toMatch(/berhasil dikirim/)
  })

  it('goes on by typing when nothing was read, and does not ask for the photo twice', async () => {
    const phone = office.phone('nothing read')
    const siti = person(72)
    await phone.says('daftar')
    await phone.says('setuju')
    expect(await phone.sends(photoOf({ undecided: true }))).toMatch(/NIK-nya belum terbaca/)
    expect(await phone.says(siti.nik)).toMatch(/nama lengkap/)
    let said = ''
    for (const id of TYPED.filter((one) => one !== 'nik')) said = await phone.says(siti[id])
    expect(said).toMatch(/Petugas akan menilainya[^]*kata kunci/i)
  })

  it('counts a photo with something wrong as the first try, and then the next may be left to an officer', async () => {
    const phone = office.phone('first try')
    await phone.says('daftar')
    await phone.says('setuju')
    expect(await phone.sends(photoOf({ fault: 'glare' }))).toMatch(/pantulan cahaya[^]*Boleh juga ketik/)
    const siti = person(74)
    let said = ''
    for (const id of TYPED) said = await phone.says(siti[id])
    expect(said).toMatch(/pantulan cahaya[^]*Kirim foto KTP Anda yang asli/)
    await phone.sends(photoOf({ fault: 'dark' }))
    expect(await phone.taps('Kirim saja, biar petugas yang menilai')).toMatch(/Petugas akan menilainya[^]*kata kunci/i)
  })

  it('takes a NIK that is typed as before', async () => {
    const phone = office.phone('typed')
    await phone.says('daftar')
    await phone.says('setuju')
    expect(await phone.says(person(73).nik)).toMatch(/nama lengkap/)
  })
})
