import { PDFDocument } from '@cantoo/pdf-lib'
import { parse } from 'mrz'
import { describe, expect, it } from 'vitest'
import { birthDateOfNik, parseNik } from '../../flows/fields/nik.ts'
import { faultKinds } from './fault.ts'
import { kk } from './kk.ts'
import { ktp } from './ktp.ts'
import { isLegible } from './legibility.ts'
import { machineReadableZone } from './machine-readable-zone.ts'
import { passport } from './passport.ts'
import { letterPdf, scannedPdf } from './pdf.ts'
import { photograph } from './photograph.ts'
import { person } from './person.ts'
import { seeded } from './seeded.ts'

const NOW = Date.UTC(2026, 0, 1)

describe('drawn documents', () => {
  it('are of people who cannot exist, with numbers that look right', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { nik, birthDate } = person(seeded(seed))
      expect(nik).toMatch(/^9[89]/)
      expect(parseNik(nik)).toEqual({ nik })
      expect(birthDateOfNik(nik, NOW, birthDate)).toBe(birthDate)
    }
  })

  it('are the same for the same seed and others for another', async () => {
    const [one, again, other] = await Promise.all([1, 1, 2].map((seed) => ktp({ seed, width: 400 })))
    expect(one?.truth).toEqual(again?.truth)
    expect(one?.picture.data).toEqual(again?.picture.data)
    expect(one?.truth).not.toEqual(other?.truth)
  })

  it('say what they are told to say', async () => {
    const card = await ktp({ seed: 3, width: 400, nik: '9801014107900001', name: 'SITI CONTOH' })
    expect(card.truth).toMatchObject({ nik: '9801014107900001', name: 'SITI CONTOH' })
    const family = await kk({ seed: 3, width: 400, kk: '9801010112150002', head: { name: 'SITI CONTOH' } })
    expect(family.truth.kk).toBe('9801010112150002')
    expect(family.truth.members[0]?.name).toBe('SITI CONTOH')
  })

  it('a passport has a zone whose check digits are right, also when it has run out', async () => {
    for (const expires of ['2033-05-12', '2020-01-31']) {
      const { truth } = await passport({ seed: 4, width: 400, expires })
      const zone = parse([...machineReadableZone(truth)])
      expect(zone.valid).toBe(true)
      expect(zone.fields.documentNumber).toBe(truth.passport)
      expect(zone.fields.expirationDate).toBe(expires.slice(2).replaceAll('-', ''))
    }
  })

  it("the zone is the specimen's of ICAO Doc 9303-4, appendix B", () => {
    const [, lower] = machineReadableZone({
      passport: 'L898902C3',
      surname: 'ERIKSSON',
      givenNames: 'ANNA MARIA',
      country: 'UTO',
      birthDate: '1974-08-12',
      female: true,
      expires: '2012-04-15',
    })
    expect(lower.slice(0, 28)).toBe('L898902C36UTO7408122F1204159')
  })

  it('come as PDF, the same bytes each time', async () => {
    const [one, again] = [await letterPdf(3), await letterPdf(3)]
    expect(one).toEqual(again)
    expect((await PDFDocument.load(one)).getPageCount()).toBe(3)
    const card = await ktp({ seed: 1, width: 400 })
    expect((await PDFDocument.load(await scannedPdf([card, card]))).getPageCount()).toBe(2)
  })
})

describe('their photos', { timeout: 120_000 }, () => {
  it('are the same for the same seed, and as large as a messenger sends them', async () => {
    const card = await ktp({ seed: 5 })
    const [one, again] = [await photograph(card, { seed: 9 }), await photograph(card, { seed: 9 })]
    expect(one.jpeg.equals(again.jpeg)).toBe(true)
    expect(one.raw).toMatchObject({ width: 1600, height: 1200 })
    const turned = await photograph(card, { seed: 9, turned: 90 })
    expect(turned.raw).toMatchObject({ width: 1200, height: 1600 })
  })

  it('are legible with nothing wrong, and illegible at the end of every fault', async () => {
    const card = await ktp({ seed: 6 })
    expect(isLegible(await photograph(card, { seed: 1 }), undefined)).toBe(true)
    for (const kind of faultKinds.filter((one) => one !== 'cut-off')) {
      const fault = { kind, strength: 1 }
      expect([kind, isLegible(await photograph(card, { seed: 1, fault }), fault)]).toEqual([kind, false])
    }
  })

  it('keep a number that the border does not hide', async () => {
    const card = await ktp({ seed: 6 })
    const verdicts: boolean[] = []
    for (let seed = 1; seed <= 8; seed++) {
      const fault = { kind: 'cut-off', strength: 0.9 } as const
      verdicts.push(isLegible(await photograph(card, { seed, fault }), fault))
    }
    // Below the number there is room to cut; on the other sides there is not.
    expect(new Set(verdicts)).toEqual(new Set([true, false]))
  })
})
