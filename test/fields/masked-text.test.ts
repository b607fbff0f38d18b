import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maskedText } from '../../flows/fields/masks.ts'

it.each([
  ['Siti Aminah', 'S••• A•••••'],
  ["Nur'aini", "N••'a•••"],
  ['01-07-1990', '••-••-••90'],
  ['3326010112150002', '••••••••••••••02'],
  ['7', '7'],
  ['', ''],
])('hides all of %j but first letters and the last two digits', (text, masked) => {
  expect(maskedText(text)).toBe(masked)
})

it('never shows two letters of a word in a row, nor a third digit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const masked = maskedText(text)
      expect(masked).not.toMatch(/\p{L}\p{L}/u)
      expect((masked.match(/\d/g) ?? []).length).toBeLessThanOrEqual(2)
    }),
  )
})
