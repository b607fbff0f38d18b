import { correctableData, type Datum } from '../agency-corrections.ts'
import type { FormField } from '../agency.ts'
import { formatDateTime } from '../calendar/format.ts'
import { namesOf, type Counter } from '../counter.ts'
import type { Field } from '../engine/field.ts'
import { flow, type Flow, type FlowBuilder } from '../engine/flow.ts'
import type { Json, JsonObject } from '../engine/json.ts'
import { t, type Text } from '../engine/text.ts'
import { choice, type ChoiceOption } from '../fields/choice.ts'
import { handedSheets } from '../fields/document-value.ts'
import { maskedText } from '../fields/masks.ts'
import { birthDateDoubt, fieldFor } from '../form-fields.ts'
import type { Ports } from '../ports.ts'
import type { Correctable } from '../ports/requests.ts'

/** The choice that is no correction: a number is changed by proving the new one. */
const PHONE = '~phone'

type Answers = { readonly [id: string]: Json }
type Form = FlowBuilder<Ports, Answers>

/**
 * PERBAIKI for somebody with an active account (UU 27/2022 art. 6): one datum is answered anew, shown beside the old one,
 * and an officer decides. Always after login; no form that is kept as a draft: the next to log in here may be another.
 */
export function correction(counter: Counter): Flow<Ports> {
  const { agency } = counter
  const data = correctableData(agency)
  const when = (at: number, language: 'id' | 'en') => formatDateTime(at, agency.zone, language)
  const start: Form = flow<Ports, Answers>('correction', {
    version: agency.registration.version,
    title: 'correction-title',
    words: [
      'perbaiki data saya',
      'koreksi data',
      'ubah data saya',
      'data saya salah',
      'correct my account data',
      'change my data',
    ],
  })
  let form: Form = start
    .do('standing', (ports) => ports.requests.correctable())
    .say('logged-out', {
      when: (answers) => standing(answers).state === 'logged-out',
      choices: () => [
        { id: '/login', label: t('button-login') },
        { id: '/human', label: t('button-human') },
      ],
    })
    .say('open', {
      when: (answers) => standing(answers).state === 'open',
      args: (answers, language) => about(standing(answers), (at) => when(at, language)),
      choices: () => [{ id: '/status', label: t('button-status') }],
    })
    .end('not-now', { when: (answers) => standing(answers).state !== 'ready' })
    // A KK number must differ from it, and a birth date is compared with it.
    .do('nik', (_ports, answers) => Promise.resolve(standing(answers).nik ?? ''))
    .ask('datum', choice({ options: options(data, counter) }))
    .goto('to-phone', ['change-phone'], () => ({ flow: 'change-phone' }), { when: ({ datum }) => datum === PHONE })
  for (const datum of data) for (const question of datum.fields) form = ask(form, question, datum, counter)
  form = askPhoto(form, counter)
  return form
    .review('review')
    .do('sent', (ports, answers) =>
      ports.requests.correct({ changes: changesIn(answers, data), sheets: handedSheets(answers[agency.requests.document]) }),
    )
    .say('done', {
      args: ({ sent }, language) => about(sent, (at) => when(at, language)),
      choices: ({ sent }) =>
        sent.outcome === 'logged-out'
          ? [{ id: '/login', label: t('button-login') }]
          : [
              { id: '/status', label: t('button-status') },
              { id: '/menu', label: t('engine-menu') },
            ],
    })
}

function options(data: readonly Datum[], counter: Counter): ChoiceOption[] {
  const option = (id: string, label: Text, words: readonly string[]) => ({
    id,
    label,
    words: [...namesOf(counter, label), ...words],
  })
  const corrections = data.map(({ id, fields: [first], isAddress }) =>
    isAddress || first === undefined
      ? option(id, t('correction-address'), ['alamat', 'wilayah', 'address'])
      : option(id, t(first.label), [id.replaceAll('-', ' ')]),
  )
  const phone = counter.agency.registration.fields.find(({ field }) => field === 'phone')
  return phone === undefined ? corrections : [...corrections, option(PHONE, t(phone.label), ['hp', 'nomor hp'])]
}

function ask(form: Form, question: FormField, { id, isAddress }: Datum, counter: Counter): Form {
  const doubt =
    question.field === 'birth-date'
      ? birthDateDoubt(counter, { swapped: 'registration-doubt-swapped', differs: 'registration-doubt-birth' })
      : undefined
  const isSame = (value: Json, answers: Answers) => value === standing(answers).registered?.[question.id]
  return form.ask(question.id, besideOld(fieldFor(question, counter), question.id), {
    prompt: question.prompt,
    label: question.label,
    help: question.help,
    entry: question.entry,
    when: ({ datum }) => datum === id,
    // Within an address some regions may stay what they are.
    check: (value, answers) => (!isAddress && isSame(value, answers) ? t('correction-same') : undefined),
    ...(doubt !== undefined && { doubt }),
  })
}

function askPhoto(form: Form, counter: Counter): Form {
  const { registration, requests } = counter.agency
  const question = registration.fields.find(({ id }) => id === requests.document)
  if (question === undefined) return form
  const name = registration.fields.find(({ field }) => field === 'name')?.id
  // No question of an earlier datum is open here; an old photo is no proof that whoever writes has the document.
  const typed = { nik: 'nik', ...(name !== undefined && { name }) }
  return form.ask(question.id, fieldFor(question, counter, { typed, revisable: [] }), {
    prompt: requests.correction === 'required' ? 'correction-photo' : 'correction-photo-if-any',
    label: question.label,
    help: question.help,
    optional: requests.correction === 'optional',
  })
}

// At the review the new value stands beside the old one, of which no more is shown than its owner needs to know it.
function besideOld(field: Field, id: string): Field {
  return {
    ...field,
    show: (value, context) => {
      const old = standing(context.answers).registered?.[id]
      const shown: Text = old === undefined ? '' : field.show(old, context)
      const before = typeof shown === 'string' && shown !== '' ? maskedText(shown) : t('correction-nothing')
      return t('correction-change', { before, after: field.show(value, context) })
    },
  }
}

function changesIn(answers: Answers, data: readonly Datum[]): JsonObject {
  const fields = data.find(({ id }) => id === answers['datum'])?.fields ?? []
  return Object.fromEntries(fields.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])))
}

/** What is known of the person's standing, loosely: `standing` is the first step's answer. */
function standing(answers: Answers): {
  state: Correctable['state']
  nik?: string
  registered?: JsonObject
  number?: string
  promisedAt?: number
} {
  return answers['standing'] as Correctable
}

function about(
  found: { readonly outcome?: string; readonly number?: string; readonly promisedAt?: number },
  when: (at: number) => string,
): Record<string, string> {
  return {
    outcome: found.outcome ?? '',
    number: found.number ?? '',
    promised: found.promisedAt === undefined ? '' : when(found.promisedAt),
  }
}
