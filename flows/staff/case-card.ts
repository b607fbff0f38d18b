import type { Counter } from '../counter.ts'
import { formatDateTime } from '../calendar/format.ts'
import type { Env } from '../engine/field.ts'
import type { Choice } from '../engine/reply.ts'
import { t, type Language, type Text, type TextArg } from '../engine/text.ts'
import { fieldFor } from '../form-fields.ts'
import type { TaskCard } from '../ports.ts'

/** Fields an officer has no business with. */
const HIDDEN = new Set(['password', 'password-again', 'captcha', 'consent', 'document'])

/** A case card in words: every answer under its label, what to look at, how long there is. */
export function cardText(card: TaskCard, counter: Counter, language: Language): Record<string, TextArg> {
  const { agency } = counter
  const when = (at: number) => formatDateTime(at, agency.zone, language)
  const context = { env: NOBODY, language, answers: card.answers }
  const rows = agency.registration.fields.flatMap((question): Text[] => {
    const value = card.answers[question.id]
    if (HIDDEN.has(question.field) || value === undefined || value === null) return []
    // An officer compares with the documents: nothing is masked here.
    const shown = fieldFor({ ...question, entry: 'chat' }, counter).show(value, context)
    return [t('card-row', { label: t(question.label), value: shown })]
  })
  const flags = card.flags.map((flag) => t('card-flag', { flag: t(`flag-${flag}`) }))
  return {
    number: card.number,
    submitted: when(card.submittedAt),
    promised: when(card.promisedAt),
    rows: { lines: rows },
    flags: flags.length === 0 ? t('card-no-flags') : { lines: flags },
  }
}

/** What an officer can do with a card. */
export function cardChoices({ task }: TaskCard): Choice[] {
  return [
    { id: `/approve:${task}`, label: t('button-approve') },
    { id: `/reject:${task}`, label: t('button-reject') },
    { id: `/return:${task}`, label: t('button-return') },
  ]
}

// Showing a kept answer needs no clock, chance or key.
const NOBODY: Env = { now: 0, language: 'id', random: () => 0, seal: () => '', fingerprint: () => '' }
