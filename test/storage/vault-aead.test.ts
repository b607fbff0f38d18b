import { createCipheriv } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemRandom } from '../../bot/runtime/random.ts'
import { decrypt, encrypt } from '../../storage/vault/aead.ts'
import { Unsealable } from '../../storage/vault/seal.ts'

const KEY = systemRandom.bytes(32)
const PLAIN = Buffer.from('3326160608070197')

describe('authenticated encryption', () => {
  it('gives back what it was given, whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'grapheme' }), (plain, associated) => {
        expect(Buffer.from(decrypt(KEY, encrypt(KEY, plain, associated, systemRandom), associated))).toEqual(Buffer.from(plain))
      }),
      { numRuns: 50 },
    )
  })

  it.each([4, 8, 12, 13, 14, 15])('refuses a tag of %i bytes, which Node alone would take for one', (authTagLength) => {
    const nonce = systemRandom.bytes(12)
    const cipher = createCipheriv('aes-256-gcm', KEY, nonce, { authTagLength })
    cipher.setAAD(Buffer.from('a'))
    const body = Buffer.concat([cipher.update(PLAIN), cipher.final()])
    const sealed = Buffer.concat([Buffer.from([1]), nonce, body, cipher.getAuthTag()])
    expect(() => decrypt(KEY, sealed, 'a')).toThrow(Unsealable)
  })

  it('refuses a whole value of which the tag was cut', () => {
    const sealed = encrypt(KEY, PLAIN, 'a', systemRandom)
    for (let cut = 1; cut < sealed.length; cut++) expect(() => decrypt(KEY, sealed.subarray(0, -cut), 'a')).toThrow(Unsealable)
  })

  it('refuses other associated data, another key, another version, and nothing at all', () => {
    const sealed = encrypt(KEY, PLAIN, '["sintren","1","photo"]', systemRandom)
    for (const other of ['["sintren","1","thumbnail"]', '["sintren","2","photo"]', '["dpmptsp","1","photo"]', ''])
      expect(() => decrypt(KEY, sealed, other)).toThrow(Unsealable)
    expect(() => decrypt(systemRandom.bytes(32), sealed, '["sintren","1","photo"]')).toThrow(Unsealable)
    expect(() => decrypt(KEY, Buffer.concat([Buffer.from([2]), sealed.subarray(1)]), '["sintren","1","photo"]')).toThrow(
      Unsealable,
    )
    expect(() => decrypt(KEY, new Uint8Array(0), '')).toThrow(Unsealable)
  })
})
