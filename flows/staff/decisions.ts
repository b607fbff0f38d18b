import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t, type TextArg } from '../engine/text.ts'
import { choice } from '../fields/choice.ts'
import { confirm } from '../fields/confirm.ts'
import { plainText } from '../fields/plain-text.ts'
import type { Claim, Decided, Ports } from '../ports.ts'

/** Longest note of an officer, in characters. */
const NOTE = 500

/** The task meant; absent when somebody types the word without saying which. */
type Arg = { readonly arg?: string }

/** Approves a registration, after one more question. */
export function approve(): Flow<Ports> {
  return claimed('approve', ['setuju', 'setujui', 'approve'])
    .ask('sure', confirm(), { args: ({ claim }) => aboutClaim(claim) })
    .end('kept', { when: ({ sure }) => !sure })
    .do('done', (ports, { arg = '' }) => ports.staff.decide(arg, { decision: 'approve', reason: null, note: null, marked: [] }))
    .say('done', { key: 'decision-done', args: ({ done }) => aboutDecision(done, 'approve') })
}

/** Rejects a registration for good, for a reason of the agency's list. */
export function reject(counter: Counter): Flow<Ports> {
  return withReason('reject', ['tolak', 'ditolak', 'reject'], 'reject', counter)
}

/** Sends a registration back, naming what is to be put right. */
export function sendBack(counter: Counter): Flow<Ports> {
  return withReason('return', ['minta perbaikan', 'perbaikan', 'kembalikan', 'send back'], 'repair', counter)
}

function withReason(id: string, words: readonly string[], decision: 'reject' | 'repair', { agency }: Counter): Flow<Ports> {
  const reasons = agency.reasons.filter(({ decisions }) => decisions.includes(decision))
  const reasonOf = (code: string) => reasons.find((one) => one.code === code)
  return claimed(id, words)
    .ask(
      'reason',
      choice({ options: reasons.map(({ code, label }) => ({ id: code, label: t(label), words: [code.replaceAll('-', ' ')] })) }),
      {
        args: ({ claim }) => aboutClaim(claim),
      },
    )
    .ask('note', plainText({ min: 3, max: NOTE }), { when: ({ reason }) => reasonOf(reason)?.note === 'required' })
    .ask('extra', plainText({ min: 1, max: NOTE }), {
      optional: true,
      when: ({ reason }) => reasonOf(reason)?.note !== 'required',
    })
    .ask('sure', confirm(), { args: ({ claim, reason }) => ({ ...aboutClaim(claim), reason: t(`reason-${reason}`) }) })
    .end('kept', { when: ({ sure }) => !sure })
    .do('done', (ports, { arg = '', reason, note, extra }) =>
      ports.staff.decide(arg, { decision, reason, note: note ?? extra ?? null, marked: [...(reasonOf(reason)?.marks ?? [])] }),
    )
    .say('done', { key: 'decision-done', args: ({ done }) => aboutDecision(done, decision) })
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

function aboutClaim(claim: Claim): Record<string, TextArg> {
  if (claim.outcome === 'claimed') {
    const name = claim.card.answers['name']
    return { number: claim.card.number, name: typeof name === 'string' ? name : '' }
  }
  if (claim.outcome === 'taken' || claim.outcome === 'decided') return { by: claim.by, decision: claim.decision ?? '' }
  return {}
}

function aboutDecision(done: Decided, decision: string): Record<string, TextArg> {
  const by = 'by' in done ? done.by : ''
  return { outcome: done.outcome, number: done.outcome === 'done' ? done.number : '', by, decision }
}
