import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemRandom } from '../../../bot/runtime/random.ts'
import { issueCode, sixDigits, tryCode, type CodePlace } from '../../../storage/domain/one-time-code.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { MINUTE, openOffice, type Office } from './office.ts'

const SITI: CodePlace = { purpose: 'phone-change', subject: 'A1' }
const DATA = { phone: '+6281200000001', chat: 7 }

async function issue(office: Office, place = SITI, data = DATA): Promise<string> {
  const { unitOfWork, parts, time } = office
  const code = await unitOfWork.run((tx) => issueCode(tx, parts, { ...place, data }, time.now()))
  if (code === null) throw new Error('too many codes')
  return code
}

const guess = ({ unitOfWork, parts, time }: Office, typed: string, place = SITI) =>
  unitOfWork.run((tx) => tryCode(tx, parts, place, typed, time.now()))

/** Another code than this one. */
const other = (code: string, n = 1): string => String((Number(code) + n) % 1_000_000).padStart(6, '0')

describe('six digits', () => {
  it('are always six, whatever chance brings', () => {
    fc.assert(fc.property(fc.integer(), (seed) => /^\d{6}$/.test(sixDigits(seededRandom(seed)))))
  })

  it('are drawn evenly: what would favour the low ones is drawn again', () => {
    const draws = [
      [0xff, 0xff, 0xff, 0xff],
      [0xff, 0xff, 0xff, 0xfe],
      [0, 0, 0, 42],
    ]
    const random = { number: () => 0, bytes: () => Uint8Array.from(draws.shift() ?? []) }
    expect(sixDigits(random)).toBe('000042')
    const firsts = Map.groupBy(
      Array.from({ length: 5000 }, () => sixDigits(systemRandom).charAt(0)),
      (digit) => digit,
    )
    expect(firsts.size).toBe(10)
    for (const [digit, drawn] of firsts) expect(drawn.length, digit).toBeGreaterThan(380)
  })
})

describe('a code', () => {
  it('is right once, with what it is about, however it is spaced or in whichever digits', async () => {
    for (const write of [
      (code: string) => code,
      (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)}\n`,
      (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`,
      (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit))),
    ]) {
      const office = await openOffice()
      const code = await issue(office)
      expect(await guess(office, write(code))).toEqual({ outcome: 'right', data: DATA })
      expect(await guess(office, code)).toEqual({ outcome: 'gone' })
    }
  })

  it('is wrong five times at most, then gone for good, even when it is typed right at last', async () => {
    const office = await openOffice()
    const code = await issue(office)
    for (const left of [4, 3, 2, 1]) expect(await guess(office, other(code, left))).toEqual({ outcome: 'wrong', left })
    expect(await guess(office, other(code))).toEqual({ outcome: 'gone' })
    expect(await guess(office, code)).toEqual({ outcome: 'gone' })
  })

  it('is over after ten minutes', async () => {
    const office = await openOffice()
    const code = await issue(office)
    office.time.pass(10 * MINUTE - 1)
    expect(await guess(office, other(code))).toEqual({ outcome: 'wrong', left: 4 })
    office.time.pass(1)
    expect(await guess(office, code)).toEqual({ outcome: 'gone' })
  })

  it('counts for its own person and purpose only', async () => {
    const office = await openOffice()
    const code = await issue(office)
    expect(await guess(office, code, { ...SITI, subject: 'A2' })).toEqual({ outcome: 'gone' })
    expect(await guess(office, code, { ...SITI, purpose: 'another' })).toEqual({ outcome: 'gone' })
    const budis = await issue(office, { ...SITI, subject: 'A2' })
    if (budis !== code) expect(await guess(office, code, { ...SITI, subject: 'A2' })).toEqual({ outcome: 'wrong', left: 4 })
    expect(await guess(office, code)).toMatchObject({ outcome: 'right' })
  })

  it('replaces the one before it', async () => {
    const office = await openOffice()
    const first = await issue(office)
    const second = await issue(office)
    if (first !== second) expect(await guess(office, first)).toEqual({ outcome: 'wrong', left: 4 })
    expect(await guess(office, second)).toMatchObject({ outcome: 'right' })
  })

  it('is not made a fourth time within half an hour: asking again buys no tries', async () => {
    const office = await openOffice()
    const { unitOfWork, parts, time } = office
    for (let n = 0; n < 3; n++) await issue(office)
    expect(await unitOfWork.run((tx) => issueCode(tx, parts, { ...SITI, data: DATA }, time.now()))).toBeNull()
    time.pass(30 * MINUTE)
    await issue(office)
    expect(await unitOfWork.run((tx) => tx.oneTimeCode.count())).toBeLessThanOrEqual(3)
  })

  it('stands nowhere: neither it nor what it is about can be read in its row', async () => {
    const office = await openOffice()
    const code = await issue(office)
    const row = await office.unitOfWork.run((tx) => tx.oneTimeCode.findFirstOrThrow())
    const plain = JSON.stringify({ ...row, payload: Buffer.from(row.payload).toString('latin1') }, (_key, value: unknown) =>
      typeof value === 'bigint' ? '' : value,
    )
    expect(plain).not.toContain(code)
    expect(plain).not.toContain(DATA.phone)
    expect(row.codeHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is never right for what is no code, however hostile', async () => {
    const office = await openOffice()
    const hostile = ['', ' ', '0', '12345', '1234567', "' OR 1=1 --", '<b>123456</b>', '‮123456', '😀', '9'.repeat(10_000)]
    for (const typed of hostile) {
      await issue(office, { ...SITI, subject: typed.slice(0, 20) })
      expect((await guess(office, typed, { ...SITI, subject: typed.slice(0, 20) })).outcome, typed.slice(0, 20)).not.toBe('right')
    }
  })

  it('holds for every history: a guess is right only while its code is the newest, unused, in time and not tried out', async () => {
    const action = fc.oneof(
      fc.constant({ do: 'issue' } as const),
      fc.record({ do: fc.constant('guess' as const), which: fc.nat(3), off: fc.nat(2) }),
      fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 12 }) }),
    )
    const office = await openOffice()
    const { unitOfWork, parts, time } = office
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 14 }), async (actions) => {
        const place = { ...SITI, subject: `run-${run++}` }
        const codes: string[] = []
        let open: { code: string; until: number; tries: number } | undefined
        for (const one of actions) {
          if (one.do === 'wait') time.pass(one.minutes * MINUTE)
          else if (one.do === 'issue') {
            const code = await unitOfWork.run((tx) => issueCode(tx, parts, { ...place, data: {} }, time.now()))
            if (code === null) continue
            codes.push(code)
            open = { code, until: time.now() + 10 * MINUTE, tries: 0 }
          } else {
            const typed = other(codes[one.which] ?? '123456', one.off)
            const isOpen = open !== undefined && time.now() < open.until && open.tries < 5
            const expected =
              !isOpen || open === undefined ? 'gone' : open.code === typed ? 'right' : open.tries < 4 ? 'wrong' : 'gone'
            expect((await guess(office, typed, place)).outcome).toBe(expected)
            if (isOpen && open !== undefined) open = expected === 'right' ? undefined : { ...open, tries: open.tries + 1 }
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})
