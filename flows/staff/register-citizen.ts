import type { Agency, FormField } from '../agency.ts'
import { isRequired } from '../agency-required.ts'
import { isAboutSelfie } from '../agency-selfie.ts'
import type { Counter } from '../counter.ts'
import type { Field } from '../engine/field.ts'
import { flow, type Flow, type FlowBuilder } from '../engine/flow.ts'
import type { Json } from '../engine/json.ts'
import { t } from '../engine/text.ts'
import { confirm } from '../fields/confirm.ts'
import { birthDateDoubt, fieldFor } from '../form-fields.ts'
import type { Me, Ports } from '../ports.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What an officer does not answer for somebody else: the consent is attested, a password and a selfie are their owner's alone. */
const NOT_ASKED: ReadonlySet<FormField['field']> = new Set(['consent', 'password', 'password-again', 'captcha'])

type Answers = { readonly [id: string]: Json }
type Form = FlowBuilder<Ports, Answers>

/**
 * An officer registers somebody who stands at the counter: the agency's own questions, a review, and the person gets
 * the activation link at once (SIN-54). Everything is typed in the officer's chat; the password is made by its owner.
 */
export function registerCitizen(counter: Counter): Flow<Ports> {
  const { agency } = counter
  const { nudgeMinutes, draftHours, expireDays } = agency.idle
  const fields = agency.registration.fields.filter((one) => !NOT_ASKED.has(one.field) && !isAboutSelfie(one))
  const start: Form = flow<Ports, Answers>('register-citizen', {
    version: agency.registration.version,
    title: 'register-citizen-title',
    words: ['daftarkan', 'daftarkan warga', 'register citizen'],
    form: { nudge: nudgeMinutes * MINUTE, draft: draftHours * HOUR, expire: expireDays * DAY },
  })
  let form: Form = start
    .do('me', (ports) => ports.me())
    .say('not-officer', {
      key: 'staff-only',
      when: ({ me }) => !mayDecide(me, agency),
      choices: () => [
        { id: '/registration', label: t('button-register') },
        { id: '/menu', label: t('engine-menu') },
      ],
    })
    .end('refused', { when: ({ me }) => !mayDecide(me, agency) })
    .ask('consented', confirm())
    .say('no-consent', { when: ({ consented }) => !consented, choices: () => [{ id: '/menu', label: t('engine-menu') }] })
    .end('without', { when: ({ consented }) => !consented })
  for (const question of fields) form = ask(form, question, counter)
  return form
    .review('review')
    .do('sent', (ports, answers, env) =>
      ports.staff.registerDirectly({
        answers: Object.fromEntries(fields.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]]))),
        formVersion: agency.registration.version,
        language: env.language,
      }),
    )
    .say('done', {
      args: ({ sent }) => ({
        outcome: sent.outcome,
        number: sent.outcome === 'registered' ? sent.number : '',
        told: sent.outcome === 'registered' ? sent.told : '',
      }),
      choices: () => [{ id: '/queue', label: t('menu-queue') }],
    })
}

// The agency's prompts speak to the citizen; here its labels are asked for.
function ask(form: Form, question: FormField, counter: Counter): Form {
  const { id, label, help } = question
  const doubt =
    question.field === 'birth-date'
      ? birthDateDoubt(counter, { swapped: 'register-citizen-swapped', differs: 'registration-doubt-birth' })
      : undefined
  const asked = form.ask(id, typed(fieldFor({ ...question, entry: 'chat' }, counter)), {
    prompt: 'register-citizen-ask',
    args: () => ({ label: t(label) }),
    label,
    help,
    ...(doubt !== undefined && { doubt }),
    when: (answers) => question.field !== 'document' || isRequired(question, answers, counter.agency),
  })
  if (question.field !== 'nik') return asked
  return asked
    .do('known', (ports, answers) => ports.staff.isKnown(typeof answers[id] === 'string' ? answers[id] : ''))
    .say('known', { when: ({ known }) => known, choices: () => [{ id: '/queue', label: t('menu-queue') }] })
    .end('known-already', { when: ({ known }) => known })
}

// The officer's own number is not the citizen's.
function typed(field: Field): Field {
  return { ...field, accepts: field.accepts.filter((kind) => kind !== 'contact') }
}

function mayDecide({ officer }: Me, { roles }: Agency): boolean {
  return roles.find(({ id }) => id === officer?.role)?.can.includes('decide') === true
}
