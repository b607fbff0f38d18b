import type { FormField } from '../agency.ts'
import type { Counter } from '../counter.ts'
import { formatDateTime } from '../calendar/format.ts'
import type { Env } from '../engine/field.ts'
import type { Json, JsonObject } from '../engine/json.ts'
import type { Choice } from '../engine/reply.ts'
import { t, type Language, type Text, type TextArg } from '../engine/text.ts'
import { groupedNumber } from '../fields/identity-number.ts'
import { shownPhone } from '../fields/phone.ts'
import { fieldFor } from '../form-fields.ts'
import type { CaseKind, TaskCard } from '../ports.ts'

/** Fields an officer has no business with. */
const HIDDEN = new Set(['password', 'password-again', 'captcha', 'consent', 'face-consent', 'document'])

/** A case card in words: every answer under its label, what to look at, how long there is. */
export function cardText(card: TaskCard, counter: Counter, language: Language): Record<string, TextArg> {
  const { agency } = counter
  const when = (at: number) => formatDateTime(at, agency.zone, language)
  const flags = card.flags.map((flag) => t('card-flag', { flag: t(`flag-${flag}`, { kind: card.kind }) }))
  return {
    what: t('case-kind', { kind: card.kind }),
    number: card.number,
    submitted: when(card.submittedAt),
    promised: when(card.promisedAt),
    rows: { lines: ROWS[card.kind](card, counter, language) },
    flags: flags.length === 0 ? t('card-no-flags') : { lines: flags },
  }
}

type Rows = (card: TaskCard, counter: Counter, language: Language) => Text[]

/** What a case of each kind shows: as much as the decision needs. */
const ROWS: Readonly<Record<CaseKind, Rows>> = {
  registration: (card, counter, language) =>
    answered(card, counter).map((question) =>
      t('card-row', { label: t(question.label), value: shownAnswer(question, card.answers, counter, language) }),
    ),
  correction: (card, counter, language) => [
    ...whose(card),
    ...answered(card, counter).map((question) =>
      t('card-change', {
        label: t(question.label),
        before:
          card.registered[question.id] === undefined
            ? t('correction-nothing')
            : shownAnswer(question, card.registered, counter, language),
        after: shownAnswer(question, card.answers, counter, language),
      }),
    ),
  ],
  phone: ({ nik, name, answers, matches }) => [
    t('card-match', { label: t('lost-phone-nik-label'), value: groupedNumber(nik), same: 'yes' }),
    t('card-match', { label: t('lost-phone-name-label'), value: name, same: yesOrNo(matches['name']) }),
    t('card-match', { label: t('lost-phone-kk-label'), value: groupedNumber(text(answers['kk'])), same: yesOrNo(matches['kk']) }),
    t('card-row', { label: t('lost-phone-phone-label'), value: shownPhone(text(answers['phone'])) }),
  ],
}

function whose({ nik, name }: TaskCard): Text[] {
  return [
    t('card-row', { label: t('lost-phone-nik-label'), value: groupedNumber(nik) }),
    t('card-row', { label: t('lost-phone-name-label'), value: name }),
  ]
}

function answered({ answers }: TaskCard, { agency }: Counter): readonly FormField[] {
  return agency.registration.fields.filter(({ id, field }) => !HIDDEN.has(field) && (answers[id] ?? null) !== null)
}

/** An answer as an officer sees it, who compares it with the documents: nothing is masked. */
export function shownAnswer(question: FormField, answers: JsonObject, counter: Counter, language: Language): Text {
  const field = fieldFor({ ...question, entry: 'chat' }, counter)
  return field.show(answers[question.id] ?? null, { env: NOBODY, language, answers })
}

function yesOrNo(same: boolean | undefined): string {
  return same === true ? 'yes' : 'no'
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** What an officer can do with a card. */
export function cardChoices({ task, kind, flags, documents }: TaskCard): Choice[] {
  return [
    ...(flags.includes('contested') ? [] : [{ id: `/approve:${task}`, label: t('button-approve') }]),
    { id: `/reject:${task}`, label: t('button-reject') },
    ...(kind === 'registration' ? [{ id: `/return:${task}`, label: t('button-return') }] : []),
    ...(documents.some(({ original }) => original !== null) ? [{ id: `/originals:${task}`, label: t('button-originals') }] : []),
  ]
}

// Showing a kept answer needs no clock, chance or key.
const NOBODY: Env = { now: 0, language: 'id', random: () => 0, seal: () => '', fingerprint: () => '' }
