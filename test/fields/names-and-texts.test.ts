import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName, maskedName, name, parseName } from '../../flows/fields/name.ts'
import { parsePlace, place } from '../../flows/fields/place.ts'
import { plainText } from '../../flows/fields/plain-text.ts'
import { contextOf, problemOf, say, valueOf } from './conversation.ts'

describe('parseName', () => {
  it.each([
    'Suharto',
    "Siti Nur'aini",
    "Jum'at",
    'H. Abdul-Rahman, S.Kom.',
    'R.A. Kartini',
    'M. Ridwan, M.Si.',
    'I Gusti Ngurah Rai',
    "Rifa'",
    'José',
  ])('takes the name %s as it is', (text) => {
    expect(parseName(text)).toEqual({ name: text })
  })

  it('brings spaces and apostrophes into one form', () => {
    expect(parseName('  Siti \u200f  Nur’aini \n')).toEqual({ name: "Siti Nur'aini" })
  })

  it.each([
    ['Budi 2', 'digits'],
    ['3326071708850001', 'digits'],
    ['<b>Budi</b>', 'signs'],
    ["Robert'); DROP TABLE person;--", 'signs'],
    ["admin'--", 'signs'],
    ['محمد', 'script'],
    ['Аnna', 'script'],
    ['', 'empty'],
    ['...', 'signs'],
    ['a'.repeat(61), 'long'],
  ])('refuses %s', (text, problem) => {
    expect(parseName(text)).toEqual({ problem })
  })

  it('takes exactly 60 characters', () => {
    expect(parseName('a'.repeat(60))).toEqual({ name: 'a'.repeat(60) })
  })

  it('answers any text at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', "'", '.', '-', ' ', ','), maxLength: 60 }), (text) => {
        const found = parseName(text)
        if ('name' in found) expect(parseName(found.name)).toEqual(found)
      }),
    )
  })
})

describe('foldName', () => {
  it.each([
    ['H. Nur’Aini, S.Kom.', 'nuraini'],
    ['  SITI   NUR’AINI ', 'siti nuraini'],
    ["Siti Nur'aini", 'siti nuraini'],
    ['Dr. Ir. Budi Santoso, M.Si., Ph.D', 'budi santoso'],
    ['Drs Slamet', 'slamet'],
    ['Hj. Siti Aminah S.Pd', 'siti aminah'],
    ['Al-Farisi', 'al farisi'],
    ['José', 'jose'],
    ['Ir', 'ir'],
    ['Budi, Agus', 'budi agus'],
  ])('compares %s as %s', (text, folded) => {
    expect(foldName(text)).toBe(folded)
  })

  it('does not care for case or spaces, and folds no further', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Z][a-z]{4,9}$/u), { minLength: 1, maxLength: 4 }), (words) => {
        const folded = foldName(words.join(' '))
        expect(foldName(words.join('   ').toUpperCase())).toBe(folded)
        expect(foldName(folded)).toBe(folded)
      }),
    )
  })
})

describe('name', () => {
  it('asks once more about a name of one letter', () => {
    const once = say(name(), 'N')
    expect(problemOf(once)).toBe('field-name-one-letter')
    const scratch = once.is === 'problem' ? once.opening?.scratch : undefined
    expect(valueOf(say(name(), 'N', contextOf(), scratch))).toBe('N')
    expect(valueOf(say(name(), 'Nining', contextOf(), scratch))).toBe('Nining')
  })

  it("shows a mother's name masked", () => {
    expect(valueOf(say(name({ masked: true }), 'Siti Aminah'))).toBe('Siti Aminah')
    expect(name({ masked: true }).show('Siti Aminah', contextOf())).toBe('S*** A*****')
    expect(maskedName("Nur'aini")).toBe("N**'a***")
  })
})

describe('place', () => {
  it.each(['Pekalongan', 'Kab. Pekalongan', 'Tanjung Pinang', "Sa'dan", 'DKI Jakarta'])('takes %s', (text) => {
    expect(parsePlace(text)).toEqual({ place: text })
    expect(valueOf(say(place(), text))).toBe(text)
  })

  it.each([
    ['Pekalongan 51161', 'field-place-digits'],
    ['x', 'field-place-empty'],
    ['<i>Kajen</i>', 'field-place-signs'],
    ['ꦥꦼꦏꦭꦺꦴꦁꦔꦤ꧀', 'field-place-script'],
    ['P'.repeat(61), 'field-place-long'],
  ])('explains %s', (text, key) => {
    expect(problemOf(say(place(), text))).toBe(key)
  })
})

describe('plainText', () => {
  const field = plainText({ min: 5, max: 20 })

  it.each([
    ['Jl. Merdeka No. 5', 'Jl. Merdeka No. 5'],
    ['  dua\n\nbaris  😀', 'dua baris'],
    ['harga < 5 ribu', 'harga < 5 ribu'],
  ])('takes %s', (text, value) => {
    expect(valueOf(say(field, text))).toBe(value)
  })

  it.each([
    ['', 'field-text-empty'],
    ['!!!', 'field-text-empty'],
    ['abc', 'field-text-short'],
    ['a'.repeat(21), 'field-text-long'],
    [' '.repeat(70) + 'a'.repeat(30), 'field-text-long'],
    ['<b>tebal</b>', 'field-text-html'],
  ])('explains %s', (text, key) => {
    expect(problemOf(say(field, text))).toBe(key)
  })
})
