import { describe, expect, it } from 'vitest'
import { sharp } from '../../../bot/intake/libvips.ts'
import { straightened } from '../../../bot/pictures/straightened.ts'
import { readDocument } from '../../../bot/intake/ocr/read-document.ts'
import type { DocumentKind, TypedIdentity } from '../../../flows/fields/document-outcome.ts'
import type { Drawn } from '../../documents/drawn.ts'
import { drivingLicence } from '../../documents/driving-licence.ts'
import { kk } from '../../documents/kk.ts'
import { ktp } from '../../documents/ktp.ts'
import { noDocument } from '../../documents/no-document.ts'
import { passport } from '../../documents/passport.ts'
import { photograph, type Shot } from '../../documents/photograph.ts'

const PATIENCE = 120_000
const today = '2026-07-01'
const read = (jpeg: Uint8Array, kind: DocumentKind = 'ktp', typed: TypedIdentity = {}) =>
  readDocument(jpeg, { kind, typed, today })

async function photo(drawn: Drawn<unknown> | Promise<Drawn<unknown>>, shot: Shot): Promise<Buffer> {
  return (await photograph(await drawn, shot)).jpeg
}

const otherDigit = (nik: string, place: number) => `${nik.slice(0, place)}${(Number(nik[place]) + 3) % 10}${nik.slice(place + 1)}`

describe('reading photos of documents', { timeout: PATIENCE }, () => {
  it.each([0, 90, 180, 270] as const)(
    'reads a KTP that was photographed %i degrees off, and knows the typed NIK and name again',
    async (turned) => {
      const card = await ktp({ seed: 800 + turned })
      const jpeg = await photo(card, { seed: 800 + turned, turned })
      const { nik, name, birthDate } = card.truth
      const found = await read(jpeg, 'ktp', { nik, name })
      expect(found.kind).toBe('ktp')
      expect(found.turned).toBe((360 - turned) % 360)
      expect(found.checks).toEqual({ nik: 'same', name: 'same' })
      expect([nik, undefined]).toContain(found.read.nik)
      expect([birthDate, undefined]).toContain(found.read.birthDate)
      expect(found.boxes.length).toBeGreaterThan(20)
      // boxes are in pixels of the upright picture, which is wider than high
      const nikBox = found.boxes.find(({ text }) => text.includes(nik.slice(4, 12)))
      expect(nikBox?.width).toBeGreaterThan(6 * (nikBox?.height ?? 0))
    },
  )

  it('says how far a card lies askew, so that it can be made level', async () => {
    const level = await sharp((await ktp({ seed: 809 })).picture.data, { raw: { width: 1500, height: 946, channels: 3 } })
      .jpeg()
      .toBuffer()
    const askew = await straightened(level, 7)
    const { tilt = 0 } = await read(askew)
    expect(tilt).toBeGreaterThan(6)
    expect(tilt).toBeLessThan(8)
    expect(Math.abs((await read(await straightened(Buffer.from(askew), -tilt))).tilt ?? 90)).toBeLessThan(1)
  })

  it('tells another NIK and another name, and says nothing of what was not typed', async () => {
    const card = await ktp({ seed: 811, name: 'BAMBANG REKAAN WIBAWA' })
    const jpeg = await photo(card, { seed: 811 })
    const found = await read(jpeg, 'ktp', { nik: '3326014107900001', name: 'Siti Aminah' })
    expect(found.checks).toEqual({ nik: 'different', name: 'different' })
    expect((await read(jpeg)).checks).toEqual({})
    const { checks } = await read(jpeg, 'ktp', { nik: otherDigit(card.truth.nik, 7) })
    expect(checks.nik).not.toBe('same')
  })

  it('never takes a true NIK for another one, however bad the photo', async () => {
    for (const [index, kind] of (['defocus', 'motion', 'glare'] as const).entries()) {
      const card = await ktp({ seed: 820 + index })
      const { nik, name } = card.truth
      const found = await read(await photo(card, { seed: 820 + index, fault: { kind, strength: 0.45 } }), 'ktp', { nik, name })
      expect(found.checks.nik ?? 'unsure').not.toBe('different')
      expect(found.checks.name ?? 'unsure').not.toBe('different')
    }
  })

  it('finds number and member on a family card, whatever was asked for', async () => {
    const sheet = await kk({ seed: 830 })
    const { kk: number, members } = sheet.truth
    const jpeg = await photo(sheet, { seed: 830 })
    const found = await read(jpeg, 'kk', { kk: number, nik: members.at(-1)?.nik ?? '' })
    expect(found).toMatchObject({ kind: 'kk', checks: { kk: 'same', nik: 'same' }, read: { kk: number } })
    const strange = await read(jpeg, 'ktp', { kk: '9901010107200001', nik: '9901014107900001' })
    expect(strange).toMatchObject({ kind: 'kk', checks: { kk: 'different', nik: 'unsure' } })
  })

  it('reads a passport by its machine-readable zone, and its term', async () => {
    const valid = await passport({ seed: 840 })
    const found = await read(await photo(valid, { seed: 840 }), 'passport', { name: valid.truth.name })
    const { passport: number, birthDate, expires } = valid.truth
    expect(found).toMatchObject({
      kind: 'passport',
      checks: { name: 'same', expiry: 'valid' },
      read: { passport: number, birthDate, expires },
    })
    const old = await passport({ seed: 841, expires: '2026-06-30' })
    expect((await read(await photo(old, { seed: 841 }), 'passport')).checks).toEqual({ expiry: 'expired' })
  })

  it('knows another document from none', async () => {
    expect((await read(await photo(drivingLicence({ seed: 850 }), { seed: 850 }))).kind).toBe('other')
    expect((await read(await photo(noDocument({ seed: 851 }), { seed: 851 }))).kind).toBe('none')
  })
})

describe('pictures that are no document', { timeout: PATIENCE }, () => {
  const blank = (width: number, height: number, channels: 3 | 4 = 3) =>
    sharp({ create: { width, height, channels, background: { r: 250, g: 250, b: 250, alpha: 0.5 } } })

  it.each([
    [1, 1],
    [2000, 20],
    [20, 2000],
    [31, 33],
    [1600, 1200],
  ])('%i x %i pixels of nothing', async (width, height) => {
    const found = await read(await blank(width, height).jpeg().toBuffer(), 'ktp', { nik: '9901014107900001', name: 'Siti' })
    expect(found).toEqual({ turned: 0, boxes: [], kind: 'none', read: {}, checks: {} })
  })

  it('grey, transparent, black and noisy ones', async () => {
    let state = 1
    const noise = Buffer.from(Array.from({ length: 600 * 400 * 3 }, () => (state = (state * 48_271) % 2_147_483_647) & 255))
    const pictures = [
      await blank(300, 200).greyscale().jpeg().toBuffer(),
      await blank(300, 200, 4).png().toBuffer(),
      await sharp({ create: { width: 300, height: 200, channels: 3, background: '#000' } })
        .jpeg()
        .toBuffer(),
      await sharp(noise, { raw: { width: 600, height: 400, channels: 3 } })
        .jpeg()
        .toBuffer(),
    ]
    for (const picture of pictures) expect((await read(picture)).kind).toBe('none')
  })

  it('fails where the bytes are no picture', async () => {
    await expect(read(Buffer.from('no picture'))).rejects.toThrow(/unsupported image format/i)
  })
})
