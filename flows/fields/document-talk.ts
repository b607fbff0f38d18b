import type { Opening } from '../engine/field.ts'
import type { Input } from '../engine/input.ts'
import { t, type Text } from '../engine/text.ts'
import { matchesPhrase, normalise } from '../engine/words.ts'
import { ADDRESS } from './document-address.ts'
import { refusalText, refusalTexts } from './document-file.ts'
import type { Notes, Wrong } from './document-notes.ts'
import type { DocumentOptions } from './document-options.ts'
import { photoFaults, type PhotoFault } from './document-outcome.ts'
import { pagesIn } from './document-value.ts'
import type { EarlierDocument } from './earlier-document.ts'

/** After so many photos with something wrong the person may have an officer judge. */
const TRIES = 2
/** At most so many pages have buttons of their own; the others are named by typing. */
const BUTTONS = 3

/** Message keys of everything that a document question may say. */
export const documentTexts = [
  'field-document-none',
  'field-document-none-pdf',
  'field-document-send',
  'field-document-received',
  'field-document-good',
  'field-document-officer',
  'field-document-expired',
  'field-document-expired-taken',
  'field-document-differs',
  'field-document-differs-unread',
  'field-document-page-wrong',
  'field-document-sheets',
  'field-document-over',
  'field-document-earlier',
  'field-document-earlier-row',
  'field-document-example-shown',
  'field-document-replacing',
  'field-document-choose-add',
  'field-document-choose-anyway',
  'field-document-choose-delete',
  'field-document-choose-done',
  'field-document-choose-example',
  'field-document-choose-fix',
  'field-document-choose-new',
  'field-document-choose-old',
  'field-document-choose-other',
  'field-document-choose-replace',
  'field-document-choose-sure',
  'field-document-choose-use',
  'field-document-choose-view',
  ...photoFaults.map((fault) => `field-document-fault-${fault}` as const),
  ...refusalTexts,
] as const

/** What can be chosen at a document question. */
const WORDS = {
  done: ['sudah semua', 'semua sudah', 'sudah', 'selesai', 'cukup', 'itu saja', 'done', 'that is all', 'finished'],
  add: ['tambah lembar', 'tambah', 'tambah halaman', 'add a page', 'add'],
  anyway: ['kirim saja', 'kirim saja biar petugas yang menilai', 'biar petugas', 'send anyway', 'send it anyway'],
  example: ['lihat contoh', 'contoh', 'contohnya', 'contoh file', 'see example', 'example'],
  fix: ['perbaiki', 'perbaiki nik', 'perbaiki nama', 'perbaiki nomor kk', 'ubah nik', 'correct', 'fix'],
  other: ['foto lain', 'foto ulang', 'ganti foto', 'another photo', 'new photo'],
  sure: ['sudah benar', 'sudah benar lanjut', 'benar', 'lanjut', 'it is right', 'go on'],
  new: ['upload baru', 'kirim baru', 'foto baru', 'kirim foto baru', 'baru', 'new', 'upload new'],
  old: ['pilih dokumen lama', 'dokumen lama', 'pakai yang lama', 'earlier documents', 'old document'],
  use: ['pakai', 'pakai ini', 'pakai yang ini', 'simpan', 'use', 'use this'],
  view: ['lihat', 'lihat besar', 'perbesar', 'view', 'enlarge'],
  delete: ['hapus', 'hapus lembar', 'hapus halaman', 'delete', 'remove'],
  replace: ['ganti', 'ganti lembar', 'ganti halaman', 'replace'],
} as const
type OfferId = keyof typeof WORDS

/** Something that can be chosen; `n` counts pages or earlier documents, from 1. */
export interface Offer {
  readonly id: OfferId
  readonly n?: number
}

// What can be chosen as things stand; only the first few pages have buttons.
function offers({ example, typed = {}, revisable = [], rules }: DocumentOptions, notes: Notes, old: readonly EarlierDocument[]) {
  const { asks, tries, last, differs, sheets } = notes
  const found: Offer[] = []
  if (asks === 'differs') {
    const target = differs && typed[differs.what]
    if (target !== undefined && revisable.includes(target)) found.push({ id: 'fix' })
    return [...found, { id: 'other' }, { id: 'sure' }] satisfies Offer[]
  }
  if (asks === 'earlier')
    return [
      ...old.flatMap((_, i): Offer[] => [
        { id: 'use', n: i + 1 },
        { id: 'view', n: i + 1 },
      ]),
      { id: 'new' },
    ] satisfies Offer[]
  if (tries >= TRIES && last !== undefined) found.push({ id: 'anyway' })
  if (sheets.length > 0 && rules.maxPages > 1) {
    found.push({ id: 'done' })
    if (pagesIn(sheets) < rules.maxPages) found.push({ id: 'add' })
    for (const [i] of sheets.entries()) found.push({ id: 'delete', n: i + 1 }, { id: 'replace', n: i + 1 })
  }
  if (example !== undefined) found.push({ id: 'example' })
  if (old.length > 0 && sheets.length === 0) found.push({ id: 'old' })
  return found
}

/** The choice that an input makes, by tapping or in words; undefined when it makes none. */
export function offer(input: Input, options: DocumentOptions, notes: Notes, old: readonly EarlierDocument[]): Offer | undefined {
  const all = offers(options, notes, old)
  if (input.kind === 'choice') return all.find((one) => idOf(one) === input.id)
  if (input.kind !== 'text') return undefined
  const words = normalise(input.text)
  const counted = /^(.*?)\s*(?:no|nomor|ke)?[ .-]*([1-9]\d?)$/u.exec(words)
  const said = counted?.[1] ?? words
  const n = counted === null ? undefined : Number(counted[2])
  const named = all.filter(({ id }) => said !== '' && matchesPhrase(said, WORDS[id], true))
  return named.find((one) => one.n === n) ?? (n === undefined && named.length === 1 ? named[0] : undefined)
}

function idOf({ id, n }: Offer): string {
  return n === undefined ? id : `${id}-${n}`
}

/** How a document question stands: its choices, and its own question where it is not the form's. */
export function openingOf(options: DocumentOptions, notes: Notes, old: readonly EarlierDocument[]): Opening {
  const choices = offers(options, notes, old)
    .filter(({ id, n = 0 }) => !(id === 'delete' || id === 'replace') || n <= BUTTONS)
    .map((one) => ({
      id: idOf(one),
      label: t(`field-document-choose-${one.id}`, { n: one.n ?? 0, what: named(notes), many: old.length }),
    }))
  const text = ownQuestion(notes, old, options.label)
  return { scratch: notes, choices, ...(text !== undefined && { text }) }
}

function ownQuestion({ asks, differs, sheets, replaces }: Notes, old: readonly EarlierDocument[], label: Text): Text | undefined {
  if (asks === 'differs')
    return differs === undefined || differs.typed === ''
      ? t('field-document-differs-unread', { what: named({ differs }), document: label })
      : t('field-document-differs', { ...differs, what: named({ differs }) })
  if (asks === 'earlier')
    return t('field-document-earlier', {
      document: label,
      list: { lines: old.map(({ name, date, sheet }, i) => t('field-document-earlier-row', { n: i + 1, name, date, sheet })) },
    })
  if (replaces !== undefined) return t('field-document-replacing', { n: replaces + 1 })
  return sheets.length === 0 ? undefined : t('field-document-sheets', { pages: pagesIn(sheets) })
}

// What differs, as messages call it: every part of an address is the address.
function named({ differs }: { readonly differs?: Notes['differs'] | undefined }): string {
  const what = differs?.what ?? ''
  return ADDRESS.some((part) => part === what) ? 'address' : what
}

/** What is wrong with a file, and the one thing to do about it. */
export function wrongText(wrong: Wrong, { label, rules }: DocumentOptions): Text {
  if (wrong === 'expired') return t('field-document-expired', { document: label })
  if (isFault(wrong)) return t(`field-document-fault-${wrong}`, { document: label })
  return refusalText(wrong, rules)
}

function isFault(wrong: Wrong): wrong is PhotoFault {
  return (photoFaults as readonly string[]).includes(wrong)
}

/** What is said of the files that came together: of those with something wrong each by its place. */
export function said({ wrong, over }: Notes, options: DocumentOptions, good: Text): Text {
  const lines = wrong.map(({ place, wrong: why }) => t('field-document-page-wrong', { n: place, why: wrongText(why, options) }))
  const tooMany = over === 0 ? [] : [t('field-document-over', { max: options.rules.maxPages, over })]
  return { lines: [...(lines.length === 0 ? [good] : lines), ...tooMany] }
}
