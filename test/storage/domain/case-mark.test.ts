import { describe, expect, it } from 'vitest'
import type { DocumentFindings } from '../../../flows/fields/document-findings.ts'
import { caseMark } from '../../../storage/domain/case-mark.ts'

const good: DocumentFindings = { verdict: 'good', checks: { nik: 'same', name: 'same' }, read: {} }
const of = (...all: (DocumentFindings | null)[]) => all.map((findings) => ({ findings }))

describe('what a case is marked with in the queue', () => {
  it('is that it matches, where every document is good and one of them shows the typed number', () => {
    expect(caseMark([], of(good))).toBe('match')
    expect(caseMark([], of({ ...good, checks: { kk: 'same' } }))).toBe('match')
    expect(caseMark([], of(good, { verdict: 'good', checks: {}, read: {} }))).toBe('match')
  })

  it.each<[string, DocumentFindings]>([
    ['a fault', { verdict: 'fault', fault: 'dark', checks: {}, read: {} }],
    ['another NIK', { ...good, verdict: 'undecided', checks: { nik: 'different' } }],
    ['another name beside the right NIK', { ...good, checks: { nik: 'same', name: 'different' } }],
    ['a document that has run out', { ...good, checks: { nik: 'same', expiry: 'expired' } }],
    ['a signature that does not hold', { ...good, signature: 'invalid' }],
  ])('is a warning for %s, whatever else is good', (_what, findings) => {
    expect(caseMark([], of(findings))).toBe('look')
    expect(caseMark([], of(good, findings))).toBe('look')
  })

  it('is a warning where a flag was raised', () => {
    expect(caseMark(['duplicate'], of(good))).toBe('look')
    expect(caseMark(['phone-unproven'], [])).toBe('look')
  })

  it('is none where the machine cannot tell', () => {
    expect(caseMark([], [])).toBeNull()
    expect(caseMark([], of(null))).toBeNull()
    expect(caseMark([], of(good, null))).toBeNull()
    expect(caseMark([], of({ ...good, verdict: 'undecided', checks: { nik: 'unsure' } }))).toBeNull()
    expect(caseMark([], of({ ...good, checks: { nik: 'unsure', name: 'same' } }))).toBeNull()
  })
})
