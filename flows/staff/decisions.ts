import type { Agency } from '../agency.ts'
import { isAboutSelfie } from '../agency-selfie.ts'
import { namesOf, type Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t, type Text, type TextArg } from '../engine/text.ts'
import { choice } from '../fields/choice.ts'
import { confirm } from '../fields/confirm.ts'
import { plainText } from '../fields/plain-text.ts'
import type { CaseKind, Claim, Decided, Ports, TaskCard } from '../ports.ts'
import { cardChoices } from './case-card.ts'

/** Longest note of an officer, in characters. */
const NOTE = 500

/** What no citizen can put right: who it is about, and what is no statement about anybody. Nobody owes a selfie. */
const NOT_TO_REPAIR = new Set(['consent', 'nik', 'password', 'password-again', 'captcha'])

/** The task meant; absent when somebody types the word without saying which. */
type Arg = { readonly arg?: string }

/** Approves a case, after one more question. */
export function approve({ agency }: Counter): Flow<Ports> {
  return claimed('approve', ['setuju', 'setujui', 'approve'])
    .ask('sure', confirm(), { args: ({ claim }) => aboutClaim(claim) })
    .end('kept', { when: ({ sure }) => !sure })
    .do('done', (ports, { arg = '' }) => ports.staff.decide(arg, { decision: 'approve', reason: null, note: null, marked: [] }))
    .say('done', {
      key: 'decision-done',
      when: ({ done }) => done.outcome !== 'incomplete',
      args: ({ done, claim }) => aboutDecision(done, 'approve', claim),
    })
    .say('incomplete', {
      when: ({ done }) => done.outcome === 'incomplete',
      args: ({ done, claim }) => ({
        ...aboutClaim(claim),
        missing: { lines: done.outcome === 'incomplete' ? done.missing.map((id) => missingDocument(id, agency)) : [] },
      }),
      choices: ({ claim }) => (claim.outcome === 'claimed' ? cardChoices(claim.card) : []),
    })
}

/** Rejects a case for good, for a reason of the agency's list that fits its kind. */
export function reject(counter: Counter): Flow<Ports> {
  const reasons = reasonsFor('reject', counter)
  return claimed('reject', ['tolak', 'ditolak', 'reject'])
    .ask('reason', choice({ options: ({ claim }) => reasons.options(kindOf(claim as Claim)), dependsOn: ['claim'] }), {
      args: ({ claim }) => aboutClaim(claim),
    })
    .ask('note', plainText({ min: 3, max: NOTE }), { when: ({ reason }) => reasons.needsNote(reason) })
    .ask('extra', plainText({ min: 1, max: NOTE }), { optional: true, when: ({ reason }) => !reasons.needsNote(reason) })
    .ask('sure', confirm(), { args: ({ claim, reason }) => ({ ...aboutClaim(claim), reason: t(`reason-${reason}`) }) })
    .end('kept', { when: ({ sure }) => !sure })
    .do('done', (ports, { arg = '', reason, note, extra }) =>
      ports.staff.decide(arg, { decision: 'reject', reason, note: note ?? extra ?? null, marked: reasons.marks(reason) }),
    )
    .say('done', { key: 'decision-done', args: ({ done, claim }) => aboutDecision(done, 'reject', claim) })
}

/** Sends a registration back, naming what is to be put right: what the reason marks, or else what the officer chooses. */
export function sendBack(counter: Counter): Flow<Ports> {
  const { agency } = counter
  const reasons = reasonsFor('repair', counter)
  const fields = agency.registration.fields.filter((one) => !NOT_TO_REPAIR.has(one.field) && !isAboutSelfie(one))
  return claimed('return', ['minta perbaikan', 'perbaikan', 'kembalikan', 'send back'])
    .say('only-registrations', {
      when: ({ claim }) => kindOf(claim) !== 'registration',
      args: ({ claim }) => aboutClaim(claim),
      choices: ({ claim }) => (claim.outcome === 'claimed' ? cardChoices(claim.card) : []),
    })
    .end('no-registration', { when: ({ claim }) => kindOf(claim) !== 'registration' })
    .ask('reason', choice({ options: reasons.options('registration') }), { args: ({ claim }) => aboutClaim(claim) })
    .ask(
      'field',
      choice({
        options: fields.map(({ id, label }) => ({
          id,
          label: t(label),
          words: [id.replaceAll('-', ' '), ...namesOf(counter, t(label))],
        })),
      }),
      {
        when: ({ reason }) => reasons.marks(reason).length === 0,
      },
    )
    .ask('note', plainText({ min: 3, max: NOTE }), { when: ({ reason }) => reasons.needsNote(reason) })
    .ask('extra', plainText({ min: 1, max: NOTE }), { optional: true, when: ({ reason }) => !reasons.needsNote(reason) })
    .ask('sure', confirm(), { args: ({ claim, reason }) => ({ ...aboutClaim(claim), reason: t(`reason-${reason}`) }) })
    .end('kept', { when: ({ sure }) => !sure })
    .do('done', (ports, { arg = '', reason, field, note, extra }) =>
      ports.staff.decide(arg, {
        decision: 'repair',
        reason,
        note: note ?? extra ?? null,
        marked: field === undefined ? reasons.marks(reason) : [field],
      }),
    )
    .say('done', { key: 'decision-done', args: ({ done, claim }) => aboutDecision(done, 'repair', claim) })
}

// The agency's reasons for a decision, as they are chosen and what each of them asks for.
function reasonsFor(decision: 'reject' | 'repair', counter: Counter) {
  const fitting = counter.agency.reasons.filter(({ decisions }) => decisions.includes(decision))
  const find = (code: string) => fitting.find((one) => one.code === code)
  return {
    options: (kind: CaseKind) =>
      fitting
        .filter(({ cases }) => cases.includes(kind))
        .map(({ code, label }) => ({
          id: code,
          label: t(label),
          words: [code.replaceAll('-', ' '), ...namesOf(counter, t(label))],
        })),
    needsNote: (code: string) => find(code)?.note === 'required',
    marks: (code: string) => [...(find(code)?.marks ?? [])],
  }
}

// Every decision begins with a claim: one officer at a time.
function claimed(id: string, words: readonly string[]) {
  return flow<Ports, Arg>(id, { version: 1, title: `${id}-title`, replyWords: words })
    .do('claim', (ports, { arg }) => ports.staff.claim(arg ?? ''))
    .say('not-officer', { key: 'staff-only', when: ({ claim }) => claim.outcome === 'not-officer' })
    .say('unknown', {
      key: 'task-which',
      when: ({ claim }) => claim.outcome === 'unknown',
      choices: () => [{ id: '/queue', label: t('menu-queue') }],
    })
    .say('taken', { key: 'task-taken', when: ({ claim }) => claim.outcome === 'taken', args: ({ claim }) => aboutClaim(claim) })
    .say('decided', {
      key: 'task-decided-before',
      when: ({ claim }) => claim.outcome === 'decided',
      args: ({ claim }) => aboutClaim(claim),
    })
    .end('lost', { when: ({ claim }) => claim.outcome !== 'claimed' })
}

function missingDocument(question: string, { registration }: Agency): Text {
  return t('approve-missing', { document: t(registration.fields.find(({ id }) => id === question)?.label ?? question) })
}

function aboutClaim(claim: Claim): Record<string, TextArg> {
  if (claim.outcome === 'claimed') return aboutCard(claim.card)
  if (claim.outcome === 'taken' || claim.outcome === 'decided') return { by: claim.by, decision: claim.decision ?? '' }
  return {}
}

function aboutCard({ kind, number, name }: TaskCard): Record<string, TextArg> {
  return { kind, what: t('case-kind', { kind }), number, name }
}

function kindOf(claim: Claim): CaseKind {
  return claim.outcome === 'claimed' ? claim.card.kind : 'registration'
}

function aboutDecision(done: Decided, decision: string, claim: Claim): Record<string, TextArg> {
  const by = 'by' in done ? done.by : ''
  return { outcome: done.outcome, kind: kindOf(claim), number: done.outcome === 'done' ? done.number : '', by, decision }
}
