import { z } from 'zod'
import type { Field, FieldContext, Opening, Reading } from '../engine/field.ts'
import type { Input } from '../engine/input.ts'
import type { Json, JsonObject } from '../engine/json.ts'
import { t, type Text } from '../engine/text.ts'
import { understand } from '../engine/words.ts'
import { ADDRESS } from './document-address.ts'
import { announcedRefusal, refusalText, refusalTexts, toldOf } from './document-file.ts'
import type { DocumentOptions } from './document-options.ts'
import { outcomeSchema, photoFaults, type DocumentCheck, type DocumentText } from './document-outcome.ts'
import { wrongText } from './document-talk.ts'
import { NOT_COMPARED, sheetList, sheetOf, storedOf, type Sheet } from './document-value.ts'

/** What a photo may answer at once. */
export interface FromPhoto {
  /** id of the question that the field is for */
  readonly own: string
  /** the document that the photo is of; its question is answered with it */
  readonly document: DocumentOptions
  /** what was read as answers, by the ids of their questions; without the own one nothing is filled in */
  answers(read: DocumentText, context: FieldContext): JsonObject
  /** these answers line by line, to be confirmed by whoever sent the photo */
  shown(answers: JsonObject, context: FieldContext): readonly Text[]
  /** a fingerprint of what the document is compared with, if these are the answers */
  about(answers: JsonObject, context: FieldContext): string | undefined
}

const notesSchema = z.object({
  sheet: sheetList.element,
  /** what was read, until it is confirmed; null = it is typed */
  answers: z.record(z.string(), z.json()).nullable(),
})
type Notes = { readonly sheet: Sheet; readonly answers: JsonObject | null }

const WAYS = { yes: 'field-photo-yes', no: 'field-photo-no', other: 'field-photo-other' } as const
type Way = keyof typeof WAYS
const texts = [
  ...Object.values(WAYS),
  'field-photo-read',
  'field-photo-row',
  'field-photo-unread',
  'field-photo-typed',
  'field-photo-or-type',
  'field-document-send',
  'field-document-expired',
  ...photoFaults.map((fault) => `field-document-fault-${fault}`),
  ...refusalTexts,
]

/**
 * A question that a photo of a document may answer instead of typing, and others of the form with it: what was read is
 * shown first, and becomes answers when its sender says that it is right. Whoever types is asked nothing more than before.
 */
export function orPhoto(base: Field<string>, from: FromPhoto): Field<string> {
  const { own, document } = from
  const { rules, job, label, question } = document

  const stored = (sheet: Sheet, about: string | undefined): JsonObject => {
    const value = storedOf([sheet], about)
    return value === undefined ? {} : { [question]: value }
  }
  const confirming = (notes: Notes, context: FieldContext): Opening => ({
    scratch: notes,
    text: t('field-photo-read', { rows: { lines: from.shown(notes.answers ?? {}, context) } }),
    choices: (['yes', 'no', 'other'] as const).map((id) => ({ id, label: t(WAYS[id]) })),
  })
  const ask = (text: Text, scratch: Json): Reading<string> => ({ is: 'more', text, opening: { scratch } })
  const wrong = (why: Text, scratch: Notes | null = null): Reading<string> => ({
    is: 'problem',
    problem: { lines: [why, t('field-photo-or-type')] },
    opening: { scratch },
  })

  const confirmed = ({ sheet, answers }: Notes, context: FieldContext): Reading<string> => {
    const { [own]: value, ...others } = answers ?? {}
    if (typeof value !== 'string') return ask(t('field-photo-typed'), { sheet, answers: null })
    // Read off the photo and confirmed: what is compared is the same.
    const same: Sheet = { ...sheet, checks: { ...sheet.checks, ...sameAs(document, answers ?? {}) } }
    return { is: 'value', value, fill: { ...others, ...stored(same, from.about(answers ?? {}, context)) } }
  }

  return {
    ...base,
    accepts: ['text', 'file', 'choice'],
    open: (context, scratch) => {
      const notes = readNotes(scratch)
      if (notes === undefined) return {}
      return notes.answers === null ? { scratch: notes } : confirming(notes, context)
    },
    read: (input, context, scratch) => {
      const notes = readNotes(scratch)
      if (input.kind === 'file') {
        const why = announcedRefusal(input.file, rules)
        if (why !== undefined) return wrong(refusalText(why, rules))
        return {
          is: 'work',
          job,
          payload: { ...toldOf(input.file), slot: rules.slot, typed: {} },
          scratch: { name: nameOf(input) },
        }
      }
      const way = notes?.answers ? wayIn(input) : undefined
      if (notes !== undefined && way !== undefined) {
        if (way === 'yes') return confirmed(notes, context)
        return way === 'no'
          ? ask(t('field-photo-typed'), { ...notes, answers: null })
          : ask(t('field-document-send', { document: label }), null)
      }
      const typed = base.read(input, context, null)
      if (notes === undefined || typed.is !== 'value')
        return typed.is === 'problem' && notes !== undefined
          ? { ...typed, opening: notes.answers === null ? { scratch: notes } : confirming(notes, context) }
          : typed
      // Not compared yet: the photo is looked at again when its turn comes.
      return { ...typed, fill: stored(notes.sheet, NOT_COMPARED) }
    },
    settle: (outcome, context, scratch) => {
      const found = outcomeSchema.safeParse(outcome).data ?? { ok: false, problem: 'undecided' }
      if (!found.ok) return wrong(refusalText(found.problem, rules))
      const sheet = sheetOf(found, z.object({ name: z.string() }).safeParse(scratch).data?.name)
      // Whoever types now is not asked for the same photo again: it is the first try at the document's own question.
      if (found.verdict === 'fault') return wrong(wrongText(found.fault ?? 'no-document', document), { sheet, answers: null })
      const answers = from.answers(found.read, context)
      if (answers[own] === undefined) return ask(t('field-photo-unread'), { sheet, answers: null })
      const { text = '', ...opening } = confirming({ sheet, answers }, context)
      return { is: 'more', text, opening }
    },
    texts: [...base.texts, ...texts],
  }
}

function readNotes(scratch: Json | undefined): Notes | undefined {
  return notesSchema.safeParse(scratch).data
}

function nameOf(input: Input & { readonly kind: 'file' }): string | null {
  return input.file.name?.slice(0, 120) ?? null
}

function wayIn(input: Input): Way | undefined {
  if (input.kind === 'choice') return input.id in WAYS ? (input.id as Way) : undefined
  const meaning = input.kind === 'text' ? understand(input.text) : undefined
  return meaning === 'yes' || meaning === 'no' ? meaning : undefined
}

function sameAs({ rules, typed = {} }: DocumentOptions, answers: JsonObject): Sheet['checks'] {
  const is = (id: string | undefined): boolean => id !== undefined && answers[id] !== undefined
  const compares = (check: DocumentCheck): boolean => rules.checks.includes(check)
  return {
    ...(compares('identity') && is(typed.nik) && { nik: 'same' as const }),
    ...(compares('identity') && is(typed.name) && { name: 'same' as const }),
    ...(compares('address') && ADDRESS.some((part) => is(typed[part])) && { address: 'same' as const }),
  }
}
