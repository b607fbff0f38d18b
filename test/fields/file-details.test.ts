import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../flows/engine/json.ts'
import { fileDetails } from '../../flows/fields/file-details.ts'
import { contextOf, messageOf, problemOf, say, valueOf } from './conversation.ts'

const field = fileDetails('defaults')
const context = (change: JsonObject = {}) => contextOf({ defaults: { date: '2026-07-01', page: 2, files: 1, ...change } })

/** What stands there after these words, one after the other; the first is said to the question as it opens. */
function after(...words: readonly string[]) {
  let scratch = field.open?.(context()).scratch ?? null
  for (const text of words) {
    const reading = say(field, text, context(), scratch)
    if (reading.is === 'more') scratch = reading.opening.scratch ?? null
    else if (reading.is === 'problem') scratch = reading.opening?.scratch ?? scratch
  }
  return scratch
}

describe('date, page and note of a file', () => {
  it('SIN-141 SIN-142 SIN-143 stand there already and are kept by one word', () => {
    for (const word of ['simpan', 'Simpan.', 'ya', 'SAVE'])
      expect(valueOf(say(field, word, context()))).toEqual({ date: '2026-07-01', page: 2, remark: null })
    expect(field.open?.(context()).args).toEqual({ date: '01-07-2026', pages: '2', remark: '–' })
    expect(field.open?.(context({ files: 3 })).args).toMatchObject({ pages: '2–4' })
  })

  it.each([
    [['ubah tanggal', '5 januari 2020'], { date: '2020-01-05' }],
    [['tanggal 05-01-2020'], { date: '2020-01-05' }],
    [['05/01/2020'], { date: '2020-01-05' }],
    [['ubah lembar', '3'], { page: 3 }],
    [['lembar ke-4'], { page: 4 }],
    [['lembar 4'], { page: 4 }],
    [['lembar', '٣'], { page: 3 }],
    [['keterangan', 'halaman depan'], { remark: 'halaman depan' }],
    [['keterangan: halaman depan'], { remark: 'halaman depan' }],
    [['keterangan halaman depan', 'keterangan', 'tanpa keterangan'], { remark: null }],
    [['ubah tanggal', 'tidak jadi'], { date: '2026-07-01' }],
  ])('are changed by %j', (words, changed) => {
    expect(after(...words)).toEqual({ asks: 'save', date: '2026-07-01', page: 2, remark: null, ...changed })
  })

  it.each([
    ['ubah tanggal', '31-02-2020', 'field-day-impossible'],
    ['ubah tanggal', '01-01-2090', 'field-day-far'],
    ['ubah tanggal', '02-07-2027', 'field-day-future'],
    ['ubah lembar', '0', 'field-details-page-unclear'],
    ['ubah lembar', '100', 'field-details-page-unclear'],
    ['ubah lembar', 'dua', 'field-details-page-unclear'],
    ['keterangan', '<b>tebal</b>', 'field-text-html'],
    ['keterangan', '🙂', 'field-text-empty'],
  ])('after %s are not changed to %s, and the question stays open', (change, text, problem) => {
    const reading = say(field, text, context(), after(change))
    expect(problemOf(reading)).toBe(problem)
    expect(reading).not.toMatchObject({ opening: { scratch: { asks: 'save' } } })
  })

  it('explain what can be said when nothing of it was', () => {
    const reading = say(field, 'apa ini', context())
    expect(problemOf(reading)).toBe('field-details-unclear')
    expect(reading.is === 'problem' && reading.opening?.choices?.map(({ label }) => messageOf(label).key)).toEqual([
      'field-details-save',
      'field-details-change-date',
      'field-details-change-page',
      'field-details-change-remark',
    ])
  })

  it('are never anything else than a day that was, a page from 1 to 99, and a note', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('tanggal', 'lembar', 'keterangan', 'simpan', '7')), { maxLength: 8 }),
        (words) => {
          const value = valueOf(say(field, 'simpan', context(), after(...words, 'tidak jadi')))
          expect(value === undefined || field.holds?.(value, context())).toBe(true)
        },
      ),
    )
  })
})
