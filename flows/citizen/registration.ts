import { slotOf, type Agency, type FormField } from '../agency.ts'
import { formatDate, formatDateTime } from '../calendar/format.ts'
import { isRequired } from '../agency-required.ts'
import { agreedToSelfie, isAboutSelfie } from '../agency-selfie.ts'
import type { Counter } from '../counter.ts'
import { flow, type Flow, type FlowBuilder } from '../engine/flow.ts'
import type { Json, JsonObject } from '../engine/json.ts'
import { t } from '../engine/text.ts'
import { birthDateDoubt, fieldFor } from '../form-fields.ts'
import type { Ports } from '../ports.ts'
import { MOVABLE } from './resume.ts'
import { usualTime } from './usual-time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Answers = { readonly [id: string]: Json }
type Form = FlowBuilder<Ports, Answers>

/**
 * Registration of an applicant: the agency's own form, then the review, the sum and the number.
 * Started with `replaces` (and earlier answers) it asks only what is missing: that is how a form that an officer sent
 * back is put right. Guide: SIN-28 to SIN-52.
 */
export function registration(counter: Counter): Flow<Ports> {
  const { agency } = counter
  const { nudgeMinutes, draftHours, expireDays } = agency.idle
  const start: Form = flow<Ports, Answers>('registration', {
    version: agency.registration.version,
    title: 'registration-title',
    words: ['daftar', 'pendaftaran', 'daftar akun', 'buat akun', 'registrasi', 'register', 'sign up', 'create account'],
    form: { nudge: nudgeMinutes * MINUTE, draft: draftHours * HOUR, expire: expireDays * DAY },
    corrects: (params) => text(params['replaces']) !== undefined,
  })
  const isSum = (question: FormField) => question.field === 'captcha'
  let form = elsewhereFirst(start)
  for (const question of agency.registration.fields.filter((one) => !isSum(one)))
    form = after(question, ask(before(question, form, counter), question, counter))
  form = form.review('review')
  for (const question of agency.registration.fields.filter(isSum)) form = ask(form, question, counter)
  return form
    .do('sent', (ports, answers, env) =>
      ports.registrations.submit({
        answers: given(answers, agency.registration.fields),
        formVersion: agency.registration.version,
        language: env.language,
        replaces: text(answers['replaces']) ?? null,
      }),
    )
    .say('submitted', {
      when: ({ sent }) => outcome(sent) === 'submitted',
      args: ({ sent }, language) => ({
        number: part(sent, 'number'),
        place: Number(part(sent, 'place')),
        promised: formatDateTime(Number(part(sent, 'promisedAt')), agency.zone, language),
        usual: usualTime(agency),
      }),
      choices: () => [
        { id: '/status', label: t('button-status') },
        { id: '/menu', label: t('engine-menu') },
      ],
    })
    .say('already', {
      when: ({ sent }) => outcome(sent) === 'already',
      args: ({ sent }) => ({ number: part(sent, 'number') }),
      choices: () => [{ id: '/status', label: t('button-status') }],
    })
}

// A form that the same person has under way in another chat can be gone on with here instead.
function elsewhereFirst(form: Form): Form {
  const isNew = (answers: Answers) => text(answers['replaces']) === undefined && answers['asked-elsewhere'] === undefined
  return form
    .do('elsewhere', (ports) => ports.drafts.elsewhere(MOVABLE), { when: isNew })
    .goto('to-elsewhere', ['resume'], () => ({ flow: 'resume' }), {
      when: (answers) => isNew(answers) && (answers['elsewhere'] ?? null) !== null,
    })
}

function ask(form: Form, question: FormField, counter: Counter): Form {
  const { id, prompt, label, help, entry } = question
  const doubt =
    question.field === 'birth-date'
      ? birthDateDoubt(counter, { swapped: 'registration-doubt-swapped', differs: 'registration-doubt-birth' })
      : undefined
  return form.ask(id, fieldFor(question, counter, { earlier: earlierOf(question) }), {
    prompt,
    label,
    help,
    entry,
    passing: question.field === 'captcha',
    optional: isAboutSelfie(question),
    ...(doubt !== undefined && { doubt }),
    when: (answers) => isAsked(question, answers, counter.agency),
  })
}

// A password stays as it was when a form is put right; the page behind the link asks for a new one twice at once.
function isAsked(question: FormField, answers: Answers, agency: Agency): boolean {
  const isRepair = text(answers['replaces']) !== undefined
  // Whoever did not want a selfie is not asked again.
  if (isAboutSelfie(question)) return !isRepair && (question.field === 'face-consent' || agreedToSelfie(answers))
  if (question.field === 'document') return isRequired(question, answers, agency)
  if (question.field === 'password') return !isRepair
  return question.field !== 'password-again' || (!isRepair && !confirmed(answers[question.of]))
}

// Before a document is asked for: what is said about it, and which ones of this person there are.
function before(question: FormField, form: Form, { agency }: Counter): Form {
  if (question.field !== 'document') return form
  const { slot } = question
  const { note } = slotOf(agency, slot)
  const asked = (answers: Answers) => isAsked(question, answers, agency)
  const noted = note === undefined ? form : form.say(`${question.id}-note`, { key: note, when: asked })
  return noted.do(
    earlierOf(question),
    async (ports, answers, { language }) => {
      const found = await ports.documents.earlier(slot, text(answers['replaces']) ?? null)
      return found.map(({ at, name, ...file }) => ({
        ...file,
        name: name ?? `${slot}.jpg`,
        date: formatDate(at, agency.zone, language),
      }))
    },
    { when: (answers) => text(answers['replaces']) !== undefined && asked(answers) },
  )
}

function earlierOf({ id }: FormField): string {
  return `earlier-${id}`
}

// What follows from an answer at once.
function after(question: FormField, form: Form): Form {
  if (question.field === 'consent') {
    const refused = (answers: Answers) => !isGiven(answers[question.id])
    return form
      .say('declined', { when: refused, choices: () => [{ id: '/menu', label: t('engine-menu') }] })
      .end('no-consent', { when: refused })
  }
  if (question.field === 'phone') return form.do('phone-proof', (ports) => ports.drafts.noteProof())
  if (question.field === 'nik') {
    const known = (answers: Answers) => text(answers['replaces']) === undefined && isTrue(answers['own'], 'registered')
    return form
      .do('own', (ports, answers) => ports.registrations.ownNik(text(answers[question.id]) ?? ''))
      .say('known', { when: known })
      .goto('to-status', ['status'], () => ({ flow: 'status' }), { when: known })
  }
  return form
}

// What the office is given: every answer of the form but the sum.
function given(answers: Answers, fields: readonly FormField[]): JsonObject {
  const ids = fields.filter(({ field }) => field !== 'captcha' && field !== 'password-again').map(({ id }) => id)
  return Object.fromEntries(ids.flatMap((id) => (answers[id] === undefined ? [] : [[id, answers[id]]])))
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function part(value: Json | undefined, name: string): string {
  const found = typeof value === 'object' && value !== null && name in value ? (value as JsonObject)[name] : undefined
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}

function outcome(value: Json | undefined): string {
  return part(value, 'outcome')
}

function isTrue(value: Json | undefined, name: string): boolean {
  return typeof value === 'object' && value !== null && (value as JsonObject)[name] === true
}

function isGiven(value: Json | undefined): boolean {
  return isTrue(value, 'given')
}

function confirmed(value: Json | undefined): boolean {
  return isTrue(value, 'confirmed')
}
