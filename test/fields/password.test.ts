import { describe, expect, it } from 'vitest'
import { commonPasswords } from '../../flows/fields/common-passwords.ts'
import { loginSecret } from '../../flows/fields/login-secret.ts'
import { password, passwordAgain, passwordProblem } from '../../flows/fields/password.ts'
import { contextOf, problemOf, say, valueOf } from './conversation.ts'

const about = ['Budi Santoso', '3326071708850001', '1985-08-17', 'budi.santoso@gmail.com', 'SINTREN']

describe('passwordProblem', () => {
  it.each([
    'kopi tubruk sore hari',
    'hujan di kajen',
    'Xk7#pQz!',
    'ñandú über',
    '🦊🌧️🚲🍜🌋🎈🪁🧭',
    'мойпароль7',
    'x9'.concat('Lq'.repeat(2), 'tamu'),
  ])('SIN-42 takes %s, as there are no rules of composition', (text) => {
    expect(passwordProblem(text, about)).toBeUndefined()
  })

  it('SIN-42 takes at least 64 characters, and 128', () => {
    const phrase = 'angin laut membawa perahu kecil ke utara '.repeat(4)
    expect(passwordProblem(phrase.slice(0, 64))).toBeUndefined()
    expect(passwordProblem(phrase.slice(0, 128))).toBeUndefined()
    expect(passwordProblem(phrase.slice(0, 129))).toBe('long')
  })

  it.each([
    ['', 'empty'],
    ['        ', 'empty'],
    ['pendek7', 'short'],
    ['x'.repeat(10_000), 'long'],
    ['rahasia\u0000panjang', 'invisible'],
    ['rahasia\npanjang', 'invisible'],
    ['password', 'common'],
    ['Password1', 'common'],
    ['P@ssw0rd', 'common'],
    ['rahasia123', 'common'],
    ['Bismillah1!', 'common'],
    ['sayangku', 'common'],
    ['１２３４５６７８', 'pattern'],
    ['12345678', 'pattern'],
    ['qwertyuiop', 'pattern'],
    ['aaaaaaaa', 'pattern'],
    ['abcabcabc', 'pattern'],
    ['3326071708850001', 'personal'],
    ['17081985', 'personal'],
    ['Budi1985', 'common'],
    ['santoso1985', 'common'],
    ['3326BudiSantoso', 'personal'],
    ['santoso.budi', 'personal'],
    ['sintren2026', 'common'],
  ])('SIN-42 refuses %s', (text, problem) => {
    expect(passwordProblem(text, about)).toBe(problem)
  })

  it('takes a long phrase that happens to hold a name', () => {
    expect(passwordProblem('budi suka kopi tubruk', about)).toBeUndefined()
  })

  it('knows some hundred common passwords, in small letters', () => {
    expect(commonPasswords.size).toBeGreaterThan(400)
    expect([...commonPasswords].filter((word) => word !== word.toLowerCase())).toEqual([])
  })
})

describe('password', () => {
  const field = password({ about: ['name', 'nik'], words: ['sintren'] })

  it('seals the password and never shows it', () => {
    const secret = 'hujan di kajen'
    const reading = say(field, secret)
    expect(field.secret).toBe(true)
    expect(JSON.stringify(reading)).not.toContain(secret)
    expect(valueOf(reading)).toEqual({ sealed: `sealed(${secret.length})`, fingerprint: expect.any(String) })
    expect(field.show({ sealed: 's', fingerprint: 'f' }, contextOf())).toEqual({ key: 'field-secret-hidden' })
  })

  it('never repeats the password in what it says', () => {
    for (const text of ['pendek7', 'rahasia123', 'sintren9']) expect(JSON.stringify(say(field, text))).not.toContain(text)
  })

  it('knows the answers given so far', () => {
    expect(problemOf(say(field, 'wahyudi99', contextOf({ name: 'Wahyudi' })))).toBe('field-password-personal')
    expect(problemOf(say(field, 'wahyudi99', contextOf()))).toBe('(value)')
  })

  it('takes two keyboards for one', () => {
    expect(valueOf(say(field, 'cafe\u0301 sore hari'))).toEqual(valueOf(say(field, 'caf\u00e9 sore hari')))
  })
})

describe('passwordAgain', () => {
  const first = valueOf(say(password(), 'hujan di kajen')) ?? null
  const again = passwordAgain('password')

  it('SIN-41 refuses a mismatch and takes the same password', () => {
    const context = contextOf({ password: first })
    expect(problemOf(say(again, 'hujan di Kajen', context))).toBe('field-password-again-differs')
    expect(problemOf(say(again, '', context))).toBe('field-password-again-empty')
    expect(valueOf(say(again, 'hujan di kajen', context))).toMatchObject({ fingerprint: expect.any(String) })
  })

  it('holds no longer when the password is changed', () => {
    const value = valueOf(say(again, 'hujan di kajen', contextOf({ password: first }))) ?? null
    const other = valueOf(say(password(), 'angin dari laut')) ?? null
    expect(again.dependsOn).toEqual(['password'])
    expect(again.holds?.(value, contextOf({ password: first }))).toBe(true)
    expect(again.holds?.(value, contextOf({ password: other }))).toBe(false)
    expect(again.holds?.(value, contextOf())).toBe(false)
  })
})

describe('loginSecret', () => {
  it('seals whatever was typed, common or short', () => {
    expect(valueOf(say(loginSecret(), '123'))).toEqual({ sealed: 'sealed(3)', fingerprint: expect.any(String) })
    expect(problemOf(say(loginSecret(), '   '))).toBe('field-login-secret-empty')
    expect(problemOf(say(loginSecret(), 'x'.repeat(10_000)))).toBe('field-login-secret-long')
  })
})
