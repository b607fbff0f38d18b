import type { Field, FieldContext, Opening, Reading, Work } from '../engine/field.ts'
import type { IncomingFile } from '../engine/input.ts'
import type { Json, JsonObject } from '../engine/json.ts'
import type { SentFile } from '../engine/reply.ts'
import { t, type Text } from '../engine/text.ts'
import { announcedRefusal, refusalText, toldOf } from './document-file.ts'
import { comparedAddress, typedAddress } from './document-address.ts'
import { aboutOf, besideEachOther, differing, typedIdentity } from './document-identity.ts'
import { NOTHING, readNotes, type Notes, type Wrong } from './document-notes.ts'
import { outcomeSchema, type Comparison, type DocumentOutcome, type SlotRules } from './document-outcome.ts'
import type { DocumentOptions } from './document-options.ts'
import { documentTexts, offer, openingOf, said, wrongText, type Offer } from './document-talk.ts'
import {
  NOT_COMPARED,
  pagesIn,
  readStored,
  sheetOf,
  sheetsOf,
  storedOf,
  type Sheet,
  type StoredDocument,
} from './document-value.ts'
import { readEarlier, type EarlierDocument } from './earlier-document.ts'

/**
 * A document: a photo or several, or a PDF. A job looks at each and says what is wrong; the person is told one thing at a
 * time, and may after two tries leave it to an officer.
 */
export function document(options: DocumentOptions): Field<StoredDocument> {
  const { rules, job, question, typed = {} } = options

  const earlierOf = ({ answers }: FieldContext): readonly EarlierDocument[] => readEarlier(answers[options.earlier ?? ''])
  const about = (context: FieldContext) => aboutOf(rules, typed, context)
  // A PDF brings all its pages with it.
  const several = rules.maxPages > 1 && takesPhotos(rules)

  // Pages that were kept before stay, until they are taken out one by one; a single photo is simply another one.
  const begun = (context: FieldContext): Notes => {
    const kept = readStored(context.answers[question])
    if (kept !== undefined) return several ? { ...NOTHING, sheets: [...sheetsOf(kept)] } : NOTHING
    return earlierOf(context).length > 0 ? { ...NOTHING, asks: 'earlier' } : NOTHING
  }
  const notesOf = (scratch: Json | undefined, context: FieldContext): Notes => readNotes(scratch) ?? begun(context)

  const work = (file: JsonObject, notes: Notes, context: FieldContext): Work => ({
    job,
    payload: { ...file, slot: rules.slot, typed: { ...typedIdentity(rules, typed, context) } },
    scratch: notes,
  })
  const look = (file: JsonObject, notes: Notes, context: FieldContext): Reading<StoredDocument> => ({
    is: 'work',
    ...work(file, notes, context),
  })

  const opening = (notes: Notes, context: FieldContext): Opening => openingOf(options, notes, earlierOf(context))
  const ask = (notes: Notes, context: FieldContext): Reading<StoredDocument> & { is: 'more' } => {
    const { text = t('field-document-send', { document: options.label }), ...rest } = opening(notes, context)
    return { is: 'more', text, opening: rest }
  }
  const refused = (problem: Text, notes: Notes, context: FieldContext): Reading<StoredDocument> => ({
    is: 'problem',
    problem,
    opening: opening(notes, context),
  })

  const finish = (notes: Notes, context: FieldContext, echo?: Text): Reading<StoredDocument> => {
    const value = storedOf(notes.sheets, about(context))
    if (value === undefined) return refused(t('field-document-none'), notes, context)
    return { is: 'value', value, ...(echo !== undefined && { echo }) }
  }

  const takeFile = (file: IncomingFile, notes: Notes, context: FieldContext): Reading<StoredDocument> => {
    const why = announcedRefusal(file, rules)
    if (why !== undefined) return refused(refusalText(why, rules), { ...notes, asks: 'photo' }, context)
    const place = file.album === undefined ? 0 : 1
    return look(toldOf(file), { ...notes, asks: 'photo', wrong: [], over: 0, place, ...nameOf(file) }, context)
  }

  // One file is through: the next of its album, or what there is to say.
  const after = (notes: Notes, context: FieldContext, echo: Text): Reading<StoredDocument> => {
    const [next, ...queue] = notes.queue
    if (next !== undefined) return look({ ...next }, { ...notes, queue, place: notes.place + 1, ...nameOf(next) }, context)
    const [first] = notes.wrong
    // A file that came alone is spoken of as such.
    if (first !== undefined && notes.place <= 1) return refused(wrongText(first.wrong, options), { ...notes, wrong: [] }, context)
    const isFull = !several || pagesIn(notes.sheets) >= rules.maxPages
    if (notes.again || (isFull && notes.wrong.length === 0 && notes.over === 0)) return finish(notes, context, echo)
    const more = ask({ ...notes, wrong: [], over: 0 }, context)
    return { ...more, text: { lines: [said(notes, options, echo), '', more.text] } }
  }

  const keep = (sheet: Sheet, notes: Notes, context: FieldContext, echo: Text): Reading<StoredDocument> => {
    const { replaces, last: _last, differs: _differs, ...rest } = notes
    const sheets = replaces === undefined ? [...notes.sheets, sheet] : notes.sheets.with(replaces, sheet)
    if (pagesIn(sheets) <= rules.maxPages) return after({ ...rest, sheets, tries: 0, asks: 'photo' }, context, echo)
    return refused(refusalText('pages', rules), { ...rest, queue: [], asks: 'photo' }, context)
  }

  const settleKept = (outcome: DocumentOutcome & { ok: true }, notes: Notes, context: FieldContext): Reading<StoredDocument> => {
    const living = typedAddress(rules, typed, context)
    const address = comparedAddress(living, outcome.read)
    const found = withAddress(sheetOf(outcome, notes.name), address?.state)
    const before = notes.again ? notes.sheets[notes.replaces ?? 0] : undefined
    // Looked at again it is the same file; only what is thought of it is new.
    const sheet = before === undefined ? found : { ...before, verdict: found.verdict, checks: found.checks }
    const wrong = notes.again ? undefined : wrongWith(sheet, options)
    if (wrong !== undefined)
      return after(
        { ...notes, tries: notes.tries + 1, last: sheet, wrong: [...notes.wrong, { place: notes.place, wrong }] },
        context,
        t('field-document-officer'),
      )
    const isAsked = notes.addressAsked === true || before?.checks.address === 'different'
    const what = differing(sheet) ?? (isAsked ? undefined : address?.differs)
    if (what !== undefined) {
      const all = { ...typedIdentity(rules, typed, context), ...living }
      const shown = besideEachOther(what, all, outcome.read) ?? { typed: '', read: '' }
      const asked: Notes = what === address?.differs ? { ...notes, addressAsked: true } : notes
      return ask({ ...asked, asks: 'differs', last: sheet, differs: { what, ...shown } }, context)
    }
    return keep(sheet, notes, context, goodText(sheet, options))
  }

  const act = ({ id, n = 0 }: Offer, notes: Notes, context: FieldContext): Reading<StoredDocument> => {
    const { last, differs } = notes
    const photo: Notes = { ...notes, asks: 'photo' }
    const old = earlierOf(context)[n - 1]
    switch (id) {
      case 'done':
        return finish(notes, context)
      case 'anyway':
        return last === undefined ? ask(photo, context) : keep(last, notes, context, t('field-document-officer'))
      case 'sure':
        return last === undefined
          ? ask(photo, context)
          : keep(last, { ...notes, asks: 'photo' }, context, t('field-document-officer'))
      case 'fix': {
        const place = notes.replaces ?? notes.sheets.length
        const value = last && storedOf(notes.sheets.toSpliced(place, 1, last), about(context))
        const target = differs && typed[differs.what]
        return value === undefined || target === undefined ? ask(photo, context) : { is: 'revise', value, question: target }
      }
      case 'example': {
        const { opening: rest } = ask(photo, context)
        return showing(options.example, { is: 'more', text: t('field-document-example-shown'), opening: rest })
      }
      case 'view':
        return old === undefined ? ask(notes, context) : showing({ file: old.file, name: old.name }, ask(notes, context))
      case 'use':
        return old === undefined ? ask(notes, context) : look({ file: old.file }, { ...photo, name: old.name }, context)
      case 'old':
        return ask({ ...notes, asks: 'earlier' }, context)
      case 'delete':
        return ask({ ...photo, sheets: notes.sheets.toSpliced(n - 1, 1) }, context)
      case 'replace':
        return ask({ ...photo, replaces: n - 1 }, context)
      case 'other':
      case 'new':
      case 'add':
        return ask(withoutLast(photo), context)
    }
  }

  return {
    type: 'document',
    accepts: ['file', 'choice', 'text'],
    ...(several && { album: true }),
    dependsOn: Object.values(typed),
    open: (context, scratch) => {
      const notes = notesOf(scratch, context)
      const shown = opening(notes, context)
      // Pictures are shown once, not at every reminder of the question.
      const pictures = scratch === undefined && notes.asks === 'earlier' ? earlierOf(context).map(thumbnailOf) : []
      return { ...shown, ...(pictures.length > 0 && { files: pictures }) }
    },
    read: (input, context, scratch) => {
      const notes = notesOf(scratch, context)
      if (input.kind === 'file') return takeFile(input.file, notes, context)
      const chosen = offer(input, options, notes, earlierOf(context))
      return chosen === undefined
        ? refused(t(takesPhotos(rules) ? 'field-document-none' : 'field-document-none-pdf'), notes, context)
        : act(chosen, notes, context)
    },
    names: (text, context, scratch) =>
      offer({ kind: 'text', text }, options, notesOf(scratch, context), earlierOf(context)) !== undefined,
    meanwhile: (input, _context, scratch) => {
      const notes = readNotes(scratch)
      if (notes === undefined || !several || notes.again || input.kind !== 'file') return undefined
      if (announcedRefusal(input.file, rules) !== undefined) return undefined
      const room = rules.maxPages - pagesIn(notes.sheets) - notes.queue.length - 1
      const place = Math.max(notes.place, 1)
      return room > 0
        ? { ...notes, place, queue: [...notes.queue, toldOf(input.file)] }
        : { ...notes, place, over: notes.over + 1 }
    },
    settle: (outcome, context, scratch) => {
      const notes = notesOf(scratch, context)
      const found = outcomeSchema.safeParse(outcome).data ?? { ok: false, problem: 'undecided' }
      if (found.ok) return settleKept(found, notes, context)
      // What is kept already stays; an officer looks at it.
      if (notes.again) return finish({ ...notes, sheets: notes.sheets.map(unjudged) }, context, t('field-document-officer'))
      const wrong = [...notes.wrong, { place: notes.place, wrong: found.problem }]
      return after({ ...notes, wrong }, context, t('field-document-officer'))
    },
    holds: (value, context) => {
      const kept = readStored(value)
      return kept !== undefined && (kept.about === undefined || kept.about === about(context))
    },
    renew: (value, context) => {
      const kept = readStored(value)
      const [first] = kept === undefined ? [] : sheetsOf(kept)
      if (kept === undefined || first === undefined) return undefined
      // What was wrong with it may be right by what is known now; or else it was the first try.
      if (kept.about === NOT_COMPARED && first.verdict === 'fault')
        return work({ file: first.file }, { ...NOTHING, ...nameOf(first) }, context)
      const compared = sheetsOf(kept).findIndex(({ checks }) => Object.keys(checks).length > 0)
      const replaces = Math.max(0, compared)
      const { file } = sheetsOf(kept)[replaces] ?? first
      const notes: Notes = { ...NOTHING, sheets: [...sheetsOf(kept)], replaces, again: true }
      return work({ file }, notes, context)
    },
    show: (value) => {
      const kept = readStored(value)
      const pages = kept === undefined ? 1 : pagesIn(sheetsOf(kept))
      return t('field-document-received', { pages, verdict: kept?.verdict ?? 'undecided' })
    },
    texts: documentTexts,
  }
}

function showing<T>(picture: SentFile | undefined, reading: T & { readonly opening: Opening }): T {
  return { ...reading, opening: { ...reading.opening, ...(picture && { files: [picture] }) } }
}

function takesPhotos({ types }: SlotRules): boolean {
  return types.some((type) => type !== 'pdf')
}

function thumbnailOf({ thumbnail, name }: EarlierDocument): SentFile {
  return { file: thumbnail, name }
}

function nameOf({ name }: { readonly name?: string }): { name?: string } {
  return name === undefined ? {} : { name: name.slice(0, 120) }
}

function withoutLast({ last: _last, differs: _differs, ...notes }: Notes): Notes {
  return notes
}

function withAddress(sheet: Sheet, address: Comparison | undefined): Sheet {
  return address === undefined ? sheet : { ...sheet, checks: { ...sheet.checks, address } }
}

function unjudged({ fault: _fault, ...sheet }: Sheet): Sheet {
  return { ...sheet, verdict: 'undecided', checks: {} }
}

function wrongWith({ verdict, fault, checks }: Sheet, { rules, takesExpired }: DocumentOptions): Wrong | undefined {
  if (verdict === 'fault') return fault ?? 'no-document'
  const isRefused = rules.checks.includes('expiry') && takesExpired !== true
  return isRefused && checks.expiry === 'expired' ? 'expired' : undefined
}

function goodText({ verdict, checks }: Sheet, { label, takesExpired }: DocumentOptions): Text {
  if (takesExpired === true && checks.expiry === 'expired') return t('field-document-expired-taken', { document: label })
  if (verdict !== 'good') return t('field-document-officer')
  return t('field-document-good', { same: checks.nik === 'same' ? 'nik' : checks.kk === 'same' ? 'kk' : 'no' })
}
