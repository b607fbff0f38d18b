import { describe, expect, it } from 'vitest'
import { kk, numbersSwapped, parseKk } from '../../flows/fields/kk.ts'
import { contextOf, problemOf, say, valueOf } from './conversation.ts'

describe('parseKk', () => {
  it.each([
    ['3326071203100005', { kk: '3326071203100005' }],
    ['No. KK 3326 0712 0310 0005', { kk: '3326071203100005' }],
    ['332607120310000', { problem: 'length', digits: 15 }],
    ['3326071213100005', { problem: 'date' }],
    ['3326070003100005', { problem: 'date' }],
    ['3326073902100005', { problem: 'date' }],
    ['3326075203100005', { problem: 'is-nik' }],
    ['3326071203100000', { problem: 'serial' }],
    ['KK', { problem: 'empty' }],
    ['dua belas', { problem: 'letters' }],
  ])('reads %s', (text, result) => {
    expect(parseKk(text)).toEqual(result)
  })
})

describe('numbersSwapped', () => {
  const nik = '3326075708850001'
  const card = '3326071203100005'

  it('sees a birth date in the wrong number', () => {
    expect(numbersSwapped({ nik: card, kk: '3326071708850001', birthDate: '1985-08-17' })).toBe(true)
    expect(numbersSwapped({ nik, kk: card, birthDate: '1985-08-17' })).toBe(false)
    expect(numbersSwapped({ nik, kk: card, birthDate: '1990-01-01' })).toBe(false)
  })
})

describe('kk', () => {
  it('takes a KK number and refuses the NIK in its place', () => {
    const field = kk({ nik: 'nik' })
    const context = contextOf({ nik: '3326071708850001' })
    expect(field.dependsOn).toEqual(['nik'])
    expect(valueOf(say(field, '3326071203100005', context))).toBe('3326071203100005')
    expect(problemOf(say(field, '3326071708850001', context))).toBe('field-kk-same-as-nik')
    expect(field.holds?.('3326071708850001', context)).toBe(false)
    expect(field.holds?.('3326071708850001', contextOf({ nik: '3326071808850001' }))).toBe(true)
    expect(field.show('3326071203100005', context)).toBe('3326 0712 0310 0005')
  })
})
