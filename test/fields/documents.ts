import { aboutOf } from '../../flows/fields/document-identity.ts'
import type { DocumentOptions } from '../../flows/fields/document-options.ts'
import type { DocumentOutcome, SlotRules } from '../../flows/fields/document-outcome.ts'
import type { FromPhoto } from '../../flows/fields/or-photo.ts'
import { printedAnswers } from '../../flows/fields/printed-identity.ts'
import { smallDirectory } from './small-directory.ts'

/** The place of a KTP, as agencies usually ask for it; a test changes what it is about. */
export function slot(change: Partial<SlotRules> = {}): SlotRules {
  return {
    slot: 'ktp',
    kind: 'ktp',
    types: ['jpeg', 'png', 'webp', 'heic'],
    maxBytes: 2_000_000,
    maxPages: 1,
    shrink: true,
    checks: ['legible', 'kind', 'identity'],
    ...change,
  }
}

/** A question for it. */
export function asking(change: Partial<DocumentOptions> = {}): DocumentOptions {
  return { rules: slot(), label: 'KTP', question: 'photo', job: 'intake', ...change }
}

/** The first question of a form, which a photo of the KTP answers as well. */
export const fromPhoto: FromPhoto = {
  own: 'nik',
  document: asking({ question: 'ktp', typed: { nik: 'nik', name: 'name' } }),
  answers: (read, context) => printedAnswers(read, { nik: 'nik', name: 'name', regions: {} }, smallDirectory, context),
  shown: (answers) => Object.entries(answers).map(([id, value]) => `${id}=${typeof value === 'string' ? value : ''}`),
  about: (answers, context) => aboutOf(slot(), { nik: 'nik', name: 'name' }, { ...context, answers }),
}

/** What the intake says of a file that it kept. */
export function kept(
  file = 'f-1',
  change: Partial<DocumentOutcome & { readonly ok: true }> = {},
): DocumentOutcome & { readonly ok: true } {
  return { ok: true, file, pages: [], thumbnail: `${file}-small`, verdict: 'good', checks: {}, read: {}, ...change }
}
