import { describe, expect, it } from 'vitest'
import { email, parseEmail, suggestedEmail } from '../../flows/fields/email.ts'
import { parsePhone, phone } from '../../flows/fields/phone.ts'
import { contextOf, problemOf, say, valueOf } from './conversation.ts'

describe('phone', () => {
  it.each([
    '085642606190',
    '0856-4260-6190',
    '62 856 4260 6190',
    '+62 856-4260-6190',
    '6285642606190',
    '85642606190',
    'HP: 0856 4260 6190',
    '٠٨٥٦٤٢٦٠٦١٩٠',
  ])('takes %s', (text) => {
    expect(parsePhone(text)).toEqual({ phone: '+6285642606190' })
  })

  it('takes a foreign mobile number and shows each as people write it', () => {
    expect(valueOf(say(phone(), '+60 12-345 6789'))).toBe('+60123456789')
    expect(phone().show('+6285642606190', contextOf())).toBe('0856-4260-6190')
    expect(phone().show('+60123456789', contextOf())).toBe('+60 12 345 6789')
  })

  it.each([
    ['', 'empty'],
    ['nol delapan', 'format'],
    ['085642606190 atau 085642606191', 'format'],
    ['0856', 'length'],
    ['3326071708850001', 'length'],
    ['08564260619099999', 'length'],
    ['0285 381992', 'landline'],
  ])('refuses %s', (text, problem) => {
    expect(parsePhone(text)).toEqual({ problem })
  })

  it("takes the person's own contact, with or without the plus, and nobody else's", () => {
    const read = (number: string, own: boolean) => phone().read({ kind: 'contact', phone: number, own }, contextOf(), null)
    expect(valueOf(read('6285642606190', true))).toBe('+6285642606190')
    expect(valueOf(read('+6285642606190', true))).toBe('+6285642606190')
    expect(problemOf(read('+6285642606190', false))).toBe('field-phone-not-own')
  })
})

describe('email', () => {
  it.each([
    ['namapemohon@gmail.com', 'namapemohon@gmail.com'],
    [' Nama.Pemohon@GMAIL.com ', 'Nama.Pemohon@gmail.com'],
    ['mailto:a+b@pekalongankab.go.id', 'a+b@pekalongankab.go.id'],
    ['Email: nama@kantor.co.id.', 'nama@kantor.co.id'],
  ])('takes %s', (text, value) => {
    expect(parseEmail(text)).toEqual({ email: value })
    expect(valueOf(say(email(), text))).toBe(value)
  })

  it.each([
    ['', 'empty'],
    ['nama.gmail.com', 'at'],
    ['nama @gmail.com', 'spaces'],
    ['a@x.com, b@x.com', 'spaces'],
    ['nama@gmail', 'format'],
    ['@gmail.com', 'format'],
    ['nama@@gmail.com', 'format'],
    ['nama\u202e@gmail.com<script>', 'format'],
    [`${'a'.repeat(250)}@gmail.com`, 'format'],
  ])('refuses %s', (text, problem) => {
    expect(parseEmail(text)).toEqual({ problem })
  })

  it.each([
    ['a@gmial.com', 'a@gmail.com'],
    ['a@gmai.com', 'a@gmail.com'],
    ['a@yaho.com', 'a@yahoo.com'],
    ['a@gmail.com', undefined],
    ['a@ymail.com', undefined],
    ['a@pekalongankab.go.id', undefined],
  ])('asks about a slip in %s', (given, meant) => {
    expect(suggestedEmail(given)).toBe(meant)
  })

  it.each([
    'tidak punya',
    'Belum punya email',
    'gak ada',
    'saya tidak punya e-mail pak',
    'gakpunya',
    'tidak',
    "I don't have one",
    'no email',
  ])('tells whoever has none how to come by one: %s', (text) => expect(problemOf(say(email(), text))).toBe('field-email-none'))

  it.each(['nobita', 'tidaklah', 'siti', 'norma gmail com'])('takes no name for that: %s', (text) => {
    expect(problemOf(say(email(), text))).not.toBe('field-email-none')
  })

  it('takes the suggestion, or the address as it was, or another', () => {
    const asked = say(email(), 'nama@gmial.com')
    expect(asked).toMatchObject({ is: 'more', text: { key: 'field-email-suspect' } })
    const scratch = asked.is === 'more' ? (asked.opening.scratch ?? null) : null
    const tap = (id: string) => email().read({ kind: 'choice', id }, contextOf(), scratch)
    expect(valueOf(tap('suggestion'))).toBe('nama@gmail.com')
    expect(valueOf(tap('keep'))).toBe('nama@gmial.com')
    expect(valueOf(say(email(), 'iya betul', contextOf(), scratch))).toBe('nama@gmail.com')
    expect(valueOf(say(email(), 'tidak', contextOf(), scratch))).toBe('nama@gmial.com')
    expect(valueOf(say(email(), 'nama@gmial.com', contextOf(), scratch))).toBe('nama@gmial.com')
    expect(valueOf(say(email(), 'lain@yahoo.com', contextOf(), scratch))).toBe('lain@yahoo.com')
    expect(problemOf(say(email(), 'bukan itu juga sih', contextOf(), scratch))).toBe('field-email-at')
  })
})
