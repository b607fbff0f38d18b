import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from '../../bot/intake/judge.ts'
import type { QualityFigures } from '../../bot/intake/quality/measure.ts'
import type { DocumentReading, TextBox } from '../../bot/intake/types.ts'
import { documentChecks, documentKinds } from '../../flows/fields/document-outcome.ts'

const FINE: QualityFigures = { width: 1600, height: 1200, brightness: 190, focus: 0.2, steadiness: 0.37, reach: 0.7 }
const BAD: QualityFigures = { ...FINE, brightness: 9, focus: 0.004, steadiness: 0.1, reach: 0.1 }
const KTP = { kind: 'ktp', checks: ['legible', 'kind', 'identity'] } as const

const line = (x: number, y: number, width = 400): TextBox => ({ x, y, width, height: 40, text: 'TULISAN', confidence: 0.97 })
const LINES = [line(300, 300), line(300, 400, 800), line(300, 500), line(500, 700, 600)]

function reading(change: Partial<DocumentReading> = {}): DocumentReading {
  return { turned: 0, boxes: LINES, kind: 'ktp', read: {}, checks: { nik: 'unsure' }, ...change }
}

describe('the verdict of a photo', () => {
  it('is good when the number that was typed stands on it, however it looks', () => {
    expect(judge(BAD, reading({ checks: { nik: 'same' } }), KTP)).toEqual({ verdict: 'good' })
    expect(judge(BAD, reading({ kind: 'other', checks: { nik: 'same' } }), KTP)).toEqual({ verdict: 'good' })
  })

  it('names another document that is surely one, even if it shows the same NIK', () => {
    const family = reading({ kind: 'kk', checks: { nik: 'same' } })
    expect(judge(FINE, family, KTP)).toEqual({ verdict: 'fault', fault: 'wrong-document' })
    expect(judge(FINE, family, { kind: 'any', checks: ['legible'] })).toEqual({ verdict: 'good' })
    expect(judge(FINE, family, { kind: 'ktp', checks: ['identity'] })).toEqual({ verdict: 'good' })
  })

  it('leaves a number that differs to the officer: the photo is legible', () => {
    expect(judge(FINE, reading({ checks: { nik: 'different' } }), KTP)).toEqual({ verdict: 'undecided' })
  })

  it('is good without anything typed when the number was read for certain', () => {
    expect(judge(FINE, reading({ read: { nik: '9801014107900001' }, checks: {} }), KTP)).toEqual({ verdict: 'good' })
    expect(judge(FINE, reading({ checks: {} }), KTP)).toEqual({ verdict: 'undecided' })
    const family = { kind: 'kk', checks: ['kind'] } as const
    expect(judge(FINE, reading({ kind: 'kk', read: { kk: '9801010112150002' }, checks: {} }), family)).toEqual({
      verdict: 'good',
    })
  })

  it('takes a passport by its name or by its proven number', () => {
    const rules = { kind: 'passport', checks: ['legible', 'kind', 'identity', 'expiry'] } as const
    const book = (change: Partial<DocumentReading>) => judge(FINE, reading({ kind: 'passport', ...change }), rules)
    expect(book({ checks: { name: 'same', expiry: 'expired' } })).toEqual({ verdict: 'good' })
    expect(book({ checks: { expiry: 'valid' }, read: { passport: 'X1234567' } })).toEqual({ verdict: 'good' })
    expect(book({ checks: { name: 'unsure' }, read: { passport: 'X1234567' } })).toEqual({ verdict: 'undecided' })
  })

  it('EXP-1 takes either of two documents where both will do, each by its own proof', () => {
    const rules = { kind: 'passport', also: ['ktp'], checks: ['legible', 'kind', 'identity', 'expiry'] } as const
    const either = (change: Partial<DocumentReading>) => judge(FINE, reading(change), rules)
    expect(either({ kind: 'passport', checks: { name: 'same' } })).toEqual({ verdict: 'good' })
    expect(either({ kind: 'ktp', checks: { nik: 'same', name: 'unsure' } })).toEqual({ verdict: 'good' })
    expect(either({ kind: 'ktp', checks: { nik: 'unsure', name: 'same' } })).toEqual({ verdict: 'undecided' })
    expect(either({ kind: 'kk', checks: {} })).toEqual({ verdict: 'fault', fault: 'wrong-document' })
    expect(either({ kind: 'none', boxes: [], checks: {} })).toEqual({ verdict: 'fault', fault: 'no-document' })
  })

  it('calls any paper good whose words can be read', () => {
    const rules = { kind: 'any', checks: ['legible'] } as const
    expect(judge(FINE, reading({ kind: 'other', checks: {} }), rules)).toEqual({ verdict: 'good' })
    const faint = LINES.map((box) => ({ ...box, confidence: 0.4 }))
    expect(judge(FINE, reading({ kind: 'other', checks: {}, boxes: faint }), rules)).toEqual({ verdict: 'undecided' })
  })

  it.each([
    ['dark', { brightness: 20 }, {}],
    ['blurred', { focus: 0.01 }, {}],
    ['blurred', { focus: 0.07, steadiness: 0.12 }, {}],
    ['too-small', { reach: 0.2 }, {}],
    ['too-small', {}, { boxes: [line(700, 500, 100), line(700, 560, 100)] }],
    ['cut-off', {}, { boxes: [line(2, 300), line(4, 400), ...LINES] }],
    ['cut-off', {}, { boxes: [line(1190, 300), ...LINES] }],
    ['glare', { white: { share: 0.02, left: 0.3, right: 0.46, top: 0.3, bottom: 0.47 } }, {}],
    ['wrong-document', {}, { kind: 'other', checks: {} }],
    ['no-document', {}, { kind: 'none', checks: {}, boxes: [] }],
  ] as const)('names %s', (fault, figures, read) => {
    expect(judge({ ...FINE, ...figures }, reading(read), KTP)).toEqual({ verdict: 'fault', fault })
  })

  it('names the first of several: light before sharpness', () => {
    expect(judge({ ...FINE, brightness: 10, focus: 0.002 }, reading(), KTP)).toEqual({ verdict: 'fault', fault: 'dark' })
  })

  it.each([
    ['beside the words', { share: 0.02, left: 0, right: 0.15, top: 0, bottom: 0.18 }],
    ['that is a ragged margin', { share: 0.05, left: 0.2, right: 0.8, top: 0.2, bottom: 0.8 }],
    ['that is tiny', { share: 0.002, left: 0.4, right: 0.44, top: 0.4, bottom: 0.46 }],
  ])('does not call a white spot glare %s', (_, white) => {
    expect(judge({ ...FINE, white }, reading(), KTP)).toEqual({ verdict: 'undecided' })
  })

  it('finds the spot where it lies after the picture was turned', () => {
    // The words stand on the right of the upright picture, 1200 x 1600; that is above in the picture as it came.
    const boxes = [line(700, 300, 450), line(700, 900, 450), line(700, 1200, 450)]
    const white = { share: 0.02, left: 0.4, right: 0.54, top: 0.1, bottom: 0.28 }
    const below = { ...white, top: 0.7, bottom: 0.88 }
    const verdict = (spot: typeof white) => judge({ ...FINE, white: spot }, reading({ boxes, turned: 90 }), KTP)
    expect(verdict(white)).toEqual({ verdict: 'fault', fault: 'glare' })
    expect(verdict(below)).toEqual({ verdict: 'undecided' })
  })

  it('without a reading names only what nobody could read', () => {
    expect(judge(FINE, undefined, KTP)).toEqual({ verdict: 'undecided' })
    expect(judge({ ...FINE, brightness: 20, focus: 0.015, reach: 0.1 }, undefined, KTP)).toEqual({ verdict: 'undecided' })
    expect(judge({ ...FINE, brightness: 3 }, undefined, KTP)).toEqual({ verdict: 'fault', fault: 'dark' })
    expect(judge({ ...FINE, focus: 0.004 }, undefined, KTP)).toEqual({ verdict: 'fault', fault: 'blurred' })
  })

  it('asks only what the slot wants to know', () => {
    expect(judge(BAD, reading({ kind: 'none', checks: {} }), { kind: 'ktp', checks: [] })).toEqual({ verdict: 'undecided' })
    expect(judge(FINE, reading({ kind: 'none', checks: {}, boxes: [] }), { kind: 'any', checks: ['legible', 'kind'] })).toEqual({
      verdict: 'undecided',
    })
  })

  it('never fails, and names a fault exactly when it says that there is one', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const box = fc.record({
      x: fc.integer(),
      y: fc.integer(),
      width: fc.nat(),
      height: fc.nat(),
      text: fc.string(),
      confidence: share,
    })
    const comparison = fc.constantFrom('same', 'different', 'unsure')
    const anyReading = fc.record({
      turned: fc.constantFrom(0, 90, 180, 270),
      boxes: fc.array(box, { maxLength: 12 }),
      kind: fc.constantFrom('ktp', 'kk', 'passport', 'other', 'none'),
      read: fc.record({ nik: fc.string(), kk: fc.string(), passport: fc.string() }, { requiredKeys: [] }),
      checks: fc.record({ nik: comparison, name: comparison, kk: comparison }, { requiredKeys: [] }),
    })
    const figures = fc.record(
      {
        width: fc.integer({ min: 1, max: 4000 }),
        height: fc.integer({ min: 1, max: 4000 }),
        brightness: fc.integer({ min: 0, max: 255 }),
        reach: share,
        focus: share,
        steadiness: share,
        white: fc.record({ share, left: share, right: share, top: share, bottom: share }),
      },
      { requiredKeys: ['width', 'height', 'brightness', 'reach'] },
    )
    const rules = fc.record({ kind: fc.constantFrom(...documentKinds), checks: fc.subarray([...documentChecks]) })
    fc.assert(
      fc.property(figures, fc.option(anyReading, { nil: undefined }), rules, (seen, read, slot) => {
        const { verdict, fault } = judge(seen, read, slot)
        expect(verdict === 'fault').toBe(fault !== undefined)
        if (read === undefined) expect(verdict).not.toBe('good')
      }),
    )
  })
})
