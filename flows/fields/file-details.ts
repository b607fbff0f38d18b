import { z } from 'zod'
import type { Field, FieldContext, Opening, Reading } from '../engine/field.ts'
import type { Input } from '../engine/input.ts'
import type { Json } from '../engine/json.ts'
import { t, type Text } from '../engine/text.ts'
import { asciiDigits, matchesPhrase, normalise, understand } from '../engine/words.ts'
import { shownDate } from './calendar.ts'
import { day, parseDay } from './day.ts'
import { plainText } from './plain-text.ts'
import { longestInput, refusals, textOf } from './refusals.ts'

const problems = ['field-details-unclear', 'field-details-page-unclear'] as const
const refuse = refusals(problems)

const detailsSchema = z.object({
  /** Tanggal Dokumen, yyyy-mm-dd */
  date: z.string(),
  /** Lembar ke, from 1 */
  page: z.int().min(1).max(99),
  /** Keterangan */
  remark: z.string().nullable(),
})

/** What is said about a file that is kept. */
export type FileDetails = z.infer<typeof detailsSchema>

const defaultsSchema = z.object({ date: z.string(), page: z.int(), files: z.int().min(1) })

/** What stands there before anything is changed, and how many files it is about. */
export type DefaultDetails = z.infer<typeof defaultsSchema>

/** What can be changed, in the order of the buttons. */
const CHANGES = ['date', 'page', 'remark'] as const
const notesSchema = detailsSchema.extend({ asks: z.enum(['save', ...CHANGES]) })
type Notes = z.infer<typeof notesSchema>

const WORDS = {
  save: ['simpan', 'simpan saja', 'ya simpan', 'save', 'save it'],
  date: ['ubah tanggal', 'ganti tanggal', 'tanggal', 'tanggal dokumen', 'change date', 'date'],
  page: ['ubah lembar', 'ganti lembar', 'lembar', 'lembar ke', 'change sheet', 'sheet'],
  remark: ['keterangan', 'tambah keterangan', 'ubah keterangan', 'note', 'add a note'],
  same: ['tidak jadi', 'tidak berubah', 'batal ubah', 'leave it', 'never mind'],
  none: ['tanpa keterangan', 'hapus keterangan', 'no note'],
} as const
/** A change that is said in one go: "tanggal 05-01-2020", "lembar 2", "keterangan halaman depan". */
const AT_ONCE = {
  date: /^(?:(?:ubah|ganti)\s+)?(?:tanggal|tgl|date)(?:\s+dokumen(?:nya)?)?[\s:]+(?=.*\d)(.+)$/isu,
  page: /^(?:(?:ubah|ganti)\s+)?(?:lembar|sheet)(?:\s*ke)?[\s:-]+(.+)$/isu,
  remark: /^(?:keterangan|note)[\s:]+(.+)$/isu,
} as const

const dated = day('past')
const remarked = plainText({ min: 2, max: 200 })

/**
 * The date, the page and a note of a file in one question: they stand there already, and are saved as they are by one tap or
 * changed one at a time. Its question is `field-details`; `defaults` is the id of the answer (a `DefaultDetails`) that says what stands
 * there.
 */
export function fileDetails(defaults: string): Field<FileDetails> {
  const given = ({ answers }: FieldContext): DefaultDetails | undefined => defaultsSchema.safeParse(answers[defaults]).data
  const notesOf = (scratch: Json | undefined, context: FieldContext): Notes => {
    const { date = '', page = 1 } = given(context) ?? {}
    return notesSchema.safeParse(scratch).data ?? { asks: 'save', date, page, remark: null }
  }

  const args = ({ date, page, remark }: FileDetails, context: FieldContext) => ({
    date: shownDate(date),
    pages: pagesFrom(page, given(context)?.files ?? 1),
    remark: remark ?? '–',
  })
  const opening = (notes: Notes, context: FieldContext): Opening =>
    notes.asks === 'save'
      ? {
          scratch: notes,
          args: args(notes, context),
          choices: [
            { id: 'save', label: t('field-details-save') },
            ...CHANGES.map((id) => ({ id, label: t(`field-details-change-${id}`) })),
          ],
        }
      : {
          scratch: notes,
          text: t(`field-details-${notes.asks}`),
          choices: [
            { id: 'same', label: t('field-details-same') },
            ...(notes.asks === 'remark' && notes.remark !== null ? [{ id: 'none', label: t('field-details-none') }] : []),
          ],
        }
  const ask = (notes: Notes, context: FieldContext): Reading<FileDetails> => {
    const { text = t('field-details', args(notes, context)), ...rest } = opening(notes, context)
    return { is: 'more', text, opening: rest }
  }
  const refused = (problem: Text, notes: Notes, context: FieldContext): Reading<FileDetails> => ({
    is: 'problem',
    problem,
    opening: opening(notes, context),
  })

  // What was typed in answer to one of the changes; the question for it stays open when it cannot be taken.
  const change = (what: (typeof CHANGES)[number], input: Input, before: Notes, context: FieldContext): Reading<FileDetails> => {
    const notes: Notes = { ...before, asks: what }
    const done = (changed: Partial<FileDetails>) => ask({ ...notes, ...changed, asks: 'save' }, context)
    if (what === 'page') {
      const page = pageIn(textOf(input))
      return page === undefined ? refused(t('field-details-page-unclear'), notes, context) : done({ page })
    }
    const reading = (what === 'date' ? dated : remarked).read(input, context, null)
    if (reading.is === 'value') return done({ [what]: reading.value })
    return reading.is === 'problem' ? refused(reading.problem, notes, context) : ask(notes, context)
  }

  const act = (id: string, notes: Notes, context: FieldContext): Reading<FileDetails> => {
    const { asks: _asks, ...details } = notes
    if (id === 'save') return { is: 'value', value: details }
    if (id === 'none') return ask({ ...notes, remark: null, asks: 'save' }, context)
    const changed = CHANGES.find((one) => one === id)
    return ask({ ...notes, asks: changed ?? 'save' }, context)
  }

  return {
    type: 'file-details',
    accepts: ['text', 'choice'],
    dependsOn: [defaults],
    open: (context, scratch) => opening(notesOf(scratch, context), context),
    read: (input, context, scratch) => {
      const notes = notesOf(scratch, context)
      if (input.kind === 'choice') return act(input.id, notes, context)
      const id = named(textOf(input), notes)
      if (id !== undefined) return act(id, notes, context)
      if (notes.asks !== 'save') return change(notes.asks, input, notes, context)
      const found = atOnce(textOf(input), context.env.now)
      if (found !== undefined) return change(found.what, { kind: 'text', text: found.text }, notes, context)
      return { ...refuse('field-details-unclear'), opening: opening(notes, context) }
    },
    holds: (value) => detailsSchema.safeParse(value).success,
    show: ({ date }) => shownDate(date),
    texts: [
      ...problems,
      'field-details',
      'field-details-save',
      'field-details-same',
      'field-details-none',
      ...CHANGES.flatMap((id) => [`field-details-${id}`, `field-details-change-${id}`] as const),
      ...dated.texts,
      ...remarked.texts,
    ],
  }
}

// The choice that words make of those that are open.
function named(text: string, { asks }: Notes): keyof typeof WORDS | undefined {
  const words = normalise(text)
  const open =
    asks === 'save' ? (['save', ...CHANGES] as const) : asks === 'remark' ? (['same', 'none'] as const) : ['same' as const]
  const found = open.find((id) => matchesPhrase(words, WORDS[id], true))
  if (found !== undefined) return found
  return asks === 'save' && understand(text) === 'yes' ? 'save' : undefined
}

function atOnce(text: string, now: number): { readonly what: (typeof CHANGES)[number]; readonly text: string } | undefined {
  const short = text.length > longestInput ? '' : text.trim()
  for (const what of CHANGES) {
    const said = AT_ONCE[what].exec(short)?.[1]
    if (said !== undefined) return { what, text: said }
  }
  // A date alone can mean nothing else.
  return 'iso' in parseDay(short, 'past', now) ? { what: 'date', text: short } : undefined
}

function pageIn(text: string): number | undefined {
  const short = text.length > longestInput ? '' : normalise(asciiDigits(text))
  const found = /^(?:(?:lembar|halaman|sheet|page)(?: ke)?[ -]*|ke[ -]*)?([1-9]\d?)$/u.exec(short)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** Which pages several files are: "2", "2–4". */
function pagesFrom(page: number, files: number): string {
  return files === 1 ? String(page) : `${page}–${page + files - 1}`
}
