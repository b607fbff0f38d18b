import { describe, expect, it } from 'vitest'
import { day, parseDay } from '../../flows/fields/day.ts'
import { maskedEmail, maskedPhone } from '../../flows/fields/masks.ts'
import { contextOf, noon } from './conversation.ts'

// noon is 1 July 2026
describe('a day that has come', () => {
  it.each([
    ['01-07-2026', '2026-07-01'],
    ['5 Januari 2026', '2026-01-05'],
    ['05/01/26', '2026-01-05'],
    ['31-12-99', '1999-12-31'],
  ])('reads "%s"', (text, iso) => {
    expect(parseDay(text, 'past', noon)).toEqual({ iso })
  })

  it.each([
    ['03-07-2026', 'future'],
    ['31-02-2026', 'impossible'],
    ['12-31-2025', 'month-first'],
    ['kemarin', 'format'],
    ['', 'format'],
    ['01-01-1900', 'far'],
  ])('refuses "%s": %s', (text, problem) => {
    expect(parseDay(text, 'past', noon)).toEqual({ problem })
  })

  it('refuses 10,000 digits', () => {
    expect(parseDay('9'.repeat(10_000), 'past', noon)).toEqual({ problem: 'format' })
  })
})

describe('a day to come', () => {
  it.each([
    ['01-07-2026', '2026-07-01'],
    ['31-12-2027', '2027-12-31'],
    ['31-12-27', '2027-12-31'],
    ['31 Des 30', '2030-12-31'],
    ['٣١-١٢-٢٠٢٧', '2027-12-31'],
  ])('reads "%s"', (text, iso) => {
    expect(parseDay(text, 'coming', noon)).toEqual({ iso })
  })

  it.each([
    ['30-06-2026', 'past'],
    ['31-12-1999', 'past'],
    ['01-01-2100', 'far'],
    ['29-02-2027', 'impossible'],
  ])('refuses "%s": %s', (text, problem) => {
    expect(parseDay(text, 'coming', noon)).toEqual({ problem })
  })

  it('holds until it is over', () => {
    expect(day('coming').holds?.('2026-07-01', contextOf())).toBe(true)
    expect(day('coming').holds?.('2026-06-30', contextOf())).toBe(false)
    expect(day('past').holds?.(17, contextOf())).toBe(false)
  })
})

describe('masks', () => {
  it.each([
    ['+6281200000001', '0812-••••-•001'],
    ['+6285642606190', '0856-••••-•190'],
    ['+60123456789', '+60 12 ••• •789'],
  ])('%s', (phone, shown) => {
    expect(maskedPhone(phone)).toBe(shown)
  })

  it.each([
    ['siti@contoh.id', 's•••@contoh.id'],
    ['x@y.id', 'x•••@y.id'],
    ['"a@b"@contoh.id', '"•••@contoh.id'],
  ])('%s', (email, shown) => {
    expect(maskedEmail(email)).toBe(shown)
  })
})
