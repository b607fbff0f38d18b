import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { agenciesFolder } from '../../../bot/agencies.ts'
import { heicHead, jpeg, pngBomb, SVG } from '../../intake/photos.ts'
import { Office, photo, type Phone } from '../../support/office.ts'
import { fillUntil, SITI, troubles } from '../registering.ts'

let office: Office
beforeAll(async () => {
  // The files of these tests go through the real intake.
  office = await Office.open({}, { intake: 'real' })
})
afterAll(() => office.close())

/** A phone at the question for the photo. */
async function atPhoto(name: string): Promise<Phone> {
  const phone = office.phone(name)
  expect(await fillUntil(phone, SITI, 'ktp')).toMatch(/Kirim foto KTP Anda yang asli/)
  return phone
}

const MEGABYTE = 1024 * 1024
const SAMPLE = join(agenciesFolder, 'sintren/examples/ktp.jpg')

describe('the photo of the KTP', () => {
  it.each([
    ['a PNG under a JPG’s name', () => sharp(SAMPLE).png().toBuffer(), { name: 'ktp.jpg', mime: 'image/jpeg' }],
    ['a JPG sent as a document of unknown type', () => readFile(SAMPLE), { name: 'ktp', mime: 'application/octet-stream' }],
    ['a WebP', () => sharp(SAMPLE).webp().toBuffer(), { name: 'ktp.webp', mime: 'image/webp' }],
  ] as const)('takes %s', async (what, bytes, told) => {
    const phone = await atPhoto(what)
    // Which verdict it gets is for the tests of the intake: here it is enough that it was looked at.
    expect(await phone.sends(await bytes(), { as: 'document', ...told })).toMatch(
      /kata kunci|terbaca|berbeda|tidak kami temukan|Petugas akan menilai|Foto lagi/,
    )
  })

  it.each<[what: string, bytes: () => Uint8Array | Promise<Uint8Array>, told: Parameters<Phone['sends']>[1], answer: RegExp]>([
    [
      'text under the name of a PNG',
      () => Buffer.from('bukan gambar '.repeat(50)),
      { name: 'ktp.png', mime: 'image/png' },
      /bukan gambar/,
    ],
    ['an SVG', () => Buffer.from(SVG), { name: 'ktp.svg', mime: 'image/svg+xml' }, /SVG adalah gambar buatan komputer/],
    ['an SVG under the name of a PNG', () => Buffer.from(SVG), { name: 'ktp.png', mime: 'image/png' }, /SVG|bukan gambar/],
    ['no bytes at all', () => new Uint8Array(0), { name: 'ktp.jpg', mime: 'image/jpeg' }, /kosong \(0 byte\)/],
    ['no bytes where some were announced', () => new Uint8Array(0), { mime: 'image/jpeg', size: 900 }, /kosong \(0 byte\)/],
    ['31 MB, announced', () => Buffer.alloc(10), { mime: 'image/jpeg', size: 31 * MEGABYTE }, /paling besar 10 MB/],
    [
      '31 MB that were announced as less',
      () => Buffer.alloc(31 * MEGABYTE, 1),
      { mime: 'image/jpeg', size: 900 },
      /paling besar 10 MB/,
    ],
    ['50,000 x 50,000 pixels', () => pngBomb(50_000, 50_000), { name: 'ktp.png', mime: 'image/png' }, /terlalu banyak piksel/],
    ['half a photo', async () => (await jpeg()).subarray(0, 4000), { mime: 'image/jpeg' }, /rusak atau terkirim sebagian/],
    ['half an iPhone’s HEIC', () => heicHead(), { name: 'IMG_1.HEIC', mime: 'image/heic' }, /rusak|gangguan|bukan gambar/],
    ['a PDF', () => Buffer.from('%PDF-1.7\n'), { name: 'ktp.pdf', mime: 'application/pdf' }, /kami perlu foto, bukan PDF/],
    [
      'an app',
      () => Buffer.from('PK\x03\x04'),
      { name: 'ktp.apk', mime: 'application/vnd.android.package-archive' },
      /aplikasi, arsip/,
    ],
    [
      'an app under the name of a JPG',
      () => Buffer.from('PK\x03\x04aaaaaaaaaaaaaaaaaa'),
      { name: 'ktp.jpg', mime: 'image/jpeg' },
      /aplikasi, arsip|bukan gambar/,
    ],
  ])('refuses %s, says why, and still waits for the photo', async (what, bytes, told, answer) => {
    const phone = await atPhoto(what)
    expect(await phone.sends(await bytes(), { as: 'document', ...told })).toMatch(answer)
    expect(await phone.says('lalu?')).toMatch(/kami perlu fotonya/)
  })

  it('is asked for again when words, a sticker, a voice message or a place come instead', async () => {
    const phone = await atPhoto('words')
    expect(await phone.says('ini fotonya')).toMatch(/Di sini kami perlu fotonya[^]*Kirim foto KTP/)
    expect(await phone.sendsOther('sticker')).toMatch(/perlu fotonya/)
    expect(await phone.sendsOther('voice')).toMatch(/perlu fotonya/)
    expect(await phone.sendsOther('location')).toMatch(/perlu fotonya/)
    expect(await phone.says('')).toMatch(/perlu fotonya/)
    expect(phone.last.buttons.map(({ label }) => label)).toContain('Hubungi petugas')
  })
})

describe('where text is asked', () => {
  it.each([
    ['sticker', /Terima kasih stikernya/],
    ['voice', /Pesan suara belum dapat kami dengar/],
    ['video', /Video belum dapat kami terima/],
    ['location', /Kiriman lokasi belum dapat kami pakai/],
    ['poll', /Kiriman seperti itu belum dapat kami baca/],
  ])('a %s is answered kindly with the question', async (what, answer) => {
    const phone = office.phone(`at the name with a ${what}`)
    await fillUntil(phone, SITI, 'name')
    const said = await phone.sendsOther(what)
    expect(said).toMatch(answer)
    expect(said).toMatch(/Siapa nama lengkap Anda/)
  })

  it('a photo is not taken for an answer', async () => {
    const phone = office.phone('at the name with a photo')
    await fillUntil(phone, SITI, 'name')
    expect(await phone.sends(await photo())).toMatch(/belum diperlukan di sini[^]*Siapa nama lengkap/)
    expect(await phone.says('Siti Aminah')).toMatch(/nomor Kartu Keluarga/)
  })
})

it('none of it was trouble for the counter', () => {
  expect(troubles(office)).toEqual([])
})
