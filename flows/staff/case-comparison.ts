import { slotOf, type FormField } from '../agency.ts'
import { SELFIE } from '../agency-selfie.ts'
import type { Counter } from '../counter.ts'
import type { Json, JsonObject } from '../engine/json.ts'
import { t, type Language, type Text } from '../engine/text.ts'
import { ADDRESS, comparePart } from '../fields/document-address.ts'
import type { DocumentFindings } from '../fields/document-findings.ts'
import type { DocumentText } from '../fields/document-outcome.ts'
import { shownDate } from '../fields/calendar.ts'
import { groupedNumber } from '../fields/identity-number.ts'
import type { CaseDocument } from '../ports/case-documents.ts'
import type { TaskCard } from '../ports.ts'
import { shownAnswer } from './case-card.ts'

/** How what was read stands to what was typed; `unread`: nothing was read to compare it with. */
export type ComparedState = 'same' | 'different' | 'unsure' | 'unread'

/** What was typed beside what was read. */
export interface ComparedRow {
  readonly label: Text
  readonly typed: Text
  readonly read: Text
  readonly state: ComparedState
}

/** Something to look at in a document. */
export interface DocumentNote {
  readonly text: Text
  readonly tone: 'good' | 'look' | 'bad'
}

/** A case as far as it is compared with its documents. */
export type ComparedCase = Pick<TaskCard, 'kind' | 'nik' | 'name' | 'answers' | 'documents'>

type What = keyof DocumentText
/** Which part of a document answers which kind of question; regions by their level. */
const PARTS: { readonly [Kind in FormField['field']]?: What } = {
  nik: 'nik',
  name: 'name',
  kk: 'kk',
  place: 'birthPlace',
  'birth-date': 'birthDate',
  address: 'address',
}
/** Cards name the kind of a regency, the official list does so of cities only. */
const KIND_OF_REGENCY = /^\s*KAB(?:UPATEN|\.)?\s+/i
/** A difference outweighs what is doubtful, and that what is the same: one wrong document is enough to look. */
const WORST_FIRST = ['different', 'unsure', 'same'] as const

/** Everything that was typed and that a document shows, side by side. Empty while no document was read. */
export function comparedRows(card: ComparedCase, counter: Counter, language: Language): ComparedRow[] {
  const findings = card.documents.flatMap(({ findings: one }) => one ?? [])
  if (findings.length === 0) return []
  return typedValues(card, counter, language).flatMap(({ what, label, typed, value }) => {
    const read = findings.map((one) => one.read[what]).find((one) => one !== undefined)
    const state = stateOf(what, value, read, findings)
    // Only a family card shows the family's number.
    return what === 'kk' && state === 'unread' ? [] : [{ label, typed, read: shownRead(what, read), state }]
  })
}

interface Typed {
  readonly what: What
  readonly label: Text
  readonly typed: Text
  readonly value: Json
}

function typedValues({ kind, nik, name, answers }: ComparedCase, counter: Counter, language: Language): Typed[] {
  if (kind === 'phone')
    return [
      { what: 'nik', label: t('lost-phone-nik-label'), typed: groupedNumber(nik), value: nik },
      { what: 'name', label: t('lost-phone-name-label'), typed: name, value: name },
    ]
  return counter.agency.registration.fields.flatMap((question) => {
    const what = question.field === 'region' ? question.level : PARTS[question.field]
    const value = answers[question.id] ?? null
    if (what === undefined || value === null) return []
    return [{ what, label: t(question.label), typed: shownAnswer(question, answers, counter, language), value }]
  })
}

function shownRead(what: What, read: string | undefined): Text {
  if (read === undefined) return t('case-picture-unread')
  if (what === 'nik' || what === 'kk') return groupedNumber(read)
  return what === 'birthDate' ? shownDate(read) : read
}

function stateOf(what: What, typed: Json, read: string | undefined, findings: readonly DocumentFindings[]): ComparedState {
  if (what === 'nik' || what === 'name' || what === 'kk') {
    const checked = WORST_FIRST.find((state) => findings.some(({ checks }) => checks[what] === state))
    if (checked !== undefined) return checked
  }
  if (read === undefined) return 'unread'
  if (what === 'birthDate') return typed === read ? 'same' : 'different'
  if (what === 'nik' || what === 'kk') return typed === read ? 'same' : 'unsure'
  const part = ADDRESS.find((one) => one === what)
  if (part !== undefined) return comparePart(part, textOf(typed), read)
  // Places are abbreviated on cards, and letters are misread: not the same is not yet different.
  return letters(textOf(typed)) === letters(read.replace(KIND_OF_REGENCY, '')) ? 'same' : 'unsure'
}

function textOf(typed: Json): string {
  if (typeof typed === 'string') return typed
  const name = typeof typed === 'object' && typed !== null && !Array.isArray(typed) ? (typed as JsonObject)['name'] : undefined
  return typeof name === 'string' ? name : ''
}

function letters(text: string): string {
  return text
    .normalize('NFD')
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, '')
}

/** What the machine thought of each document, worst first. */
export function documentNotes({ documents }: Pick<ComparedCase, 'documents'>, { agency }: Counter): DocumentNote[] {
  const notes = documents.flatMap((document): DocumentNote[] => {
    if (document.slot === SELFIE) return [faceNote(document.findings)]
    const name = sheetName(document, documents, t(slotOf(agency, document.slot).label))
    return notesOn(document.findings, name)
  })
  const order = ['bad', 'look', 'good']
  return notes.toSorted((one, other) => order.indexOf(one.tone) - order.indexOf(other.tone))
}

/** A document's name, with the sheet where it has several. */
export function sheetName({ slot, sheet }: CaseDocument, documents: readonly CaseDocument[], name: Text): Text {
  const several = documents.filter((one) => one.slot === slot).length > 1
  return several ? t('case-picture-sheet', { name, sheet }) : name
}

// A hint is something to look at, even when it is that they are alike: the officer compares. Nothing said yet is unclear.
function faceNote(findings: DocumentFindings | null): DocumentNote {
  return { text: t('case-picture-face', { face: findings?.face ?? 'unclear' }), tone: 'look' }
}

function notesOn(findings: DocumentFindings | null, name: Text): DocumentNote[] {
  if (findings === null) return [{ text: t('case-picture-not-judged', { name }), tone: 'look' }]
  const { verdict, fault, checks, signature } = findings
  const notes: DocumentNote[] = []
  if (verdict === 'fault' && fault !== undefined) notes.push({ text: t('case-picture-fault', { name, fault }), tone: 'look' })
  else if (verdict === 'good') notes.push({ text: t('case-picture-good', { name }), tone: 'good' })
  else notes.push({ text: t('case-picture-undecided', { name }), tone: 'look' })
  for (const what of ['nik', 'name', 'kk'] as const)
    if (checks[what] === 'different') notes.push({ text: t('case-picture-differs', { name, what }), tone: 'bad' })
  if (checks.expiry === 'expired') notes.push({ text: t('case-picture-expired', { name }), tone: 'bad' })
  if (signature !== undefined)
    notes.push({
      text: t('case-picture-signature', { name, signature }),
      tone: signature === 'valid' ? 'good' : signature === 'invalid' ? 'bad' : 'look',
    })
  return notes
}
