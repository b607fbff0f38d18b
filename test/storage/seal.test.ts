import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemRandom } from '../../bot/runtime/random.ts'
import { SealedJson } from '../../storage/sealed-json.ts'
import { Sealer, Unsealable } from '../../storage/vault/seal.ts'

const sealer = new Sealer(randomBytes(32), systemRandom)

describe('a sealed value', () => {
  it('opens to what it was, be it empty, huge or bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '\u0000', '🙂'.repeat(20_000))), (plain) => {
        expect(sealer.open(sealer.seal(plain, 'x'), 'x').toString()).toBe(plain)
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(new Uint8Array(sealer.open(sealer.seal(bytes, 'x'), 'x'))).toEqual(bytes)
      }),
    )
  })

  it('does not open for another purpose, with another key, or when a single bit of it was changed', () => {
    const sealed = sealer.seal('3326014107900001', 'person.nik')
    expect(() => sealer.open(sealed, 'person.name')).toThrow(Unsealable)
    expect(() => sealer.open(sealed, '')).toThrow(Unsealable)
    expect(() => new Sealer(randomBytes(32), systemRandom).open(sealed, 'person.nik')).toThrow(Unsealable)
    for (let at = 0; at < sealed.length; at++) {
      const altered = Buffer.from(sealed)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(() => sealer.open(altered, 'person.nik')).toThrow(Unsealable)
    }
    for (const cut of [0, 1, 12, sealed.length - 1])
      expect(() => sealer.open(sealed.subarray(0, cut), 'person.nik')).toThrow(Unsealable)
  })

  it('says nothing of its content in its error', () => {
    expect(() => sealer.open(Buffer.from('3326014107900001'), 'x')).toThrow(/^a sealed value cannot be opened/)
  })

  it('is another one each time: no nonce is used twice', () => {
    const nonces = Array.from({ length: 5000 }, () => sealer.seal('x', 'x').subarray(1, 13).toString('hex'))
    expect(new Set(nonces).size).toBe(5000)
  })
})

describe('a blind index', () => {
  it('is equal for equal values of one purpose, and for nothing else', () => {
    expect(sealer.index('a', 'nik')).toBe(sealer.index('a', 'nik'))
    expect(sealer.index('a', 'nik')).toMatch(/^[0-9a-f]{64}$/)
    const others = [
      sealer.index('b', 'nik'),
      sealer.index('a', 'phone'),
      new Sealer(randomBytes(32), systemRandom).index('a', 'nik'),
    ]
    expect(new Set([sealer.index('a', 'nik'), ...others]).size).toBe(4)
  })

  it('does not run purpose and value together', () => {
    expect(sealer.index('b', 'a')).not.toBe(sealer.index('', 'ab'))
    expect(sealer.index('bc', 'a')).not.toBe(sealer.index('c', 'ab'))
  })
})

it('JSON is sealed as text and opened as it was', () => {
  const json = new SealedJson(sealer, 'inbox')
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const sealed = json.seal(value)
      expect(sealed).toMatch(/^[A-Za-z0-9+/]+=*$/)
      expect(json.open(sealed)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
  expect(() => new SealedJson(sealer, 'outbox').open(json.seal(1))).toThrow(Unsealable)
})
