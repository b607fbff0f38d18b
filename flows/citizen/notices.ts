import type { Agency } from '../agency.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t, type Text } from '../engine/text.ts'
import type { Ports } from '../ports.ts'

/** What the office tells an applicant, and what each notice is given. */
type Returned = {
  readonly number: string
  readonly reason: string | null
  readonly note: string | null
  readonly marked: readonly string[]
}
type Approved = { readonly number: string; readonly account: string }

/** Decisions and warnings, as they reach the applicant's chat. */
export function citizenNotices(agency: Agency): Flow<Ports>[] {
  const minutes = agency.links.activationMinutes
  return [
    flow<Ports, Approved>('registration-approved', { version: 1, notice: true, title: 'status-title' }).say('text', {
      args: ({ number, account }) => ({
        number,
        agency: agency.name,
        hours: Math.round(minutes / 60),
        page: { link: { purpose: 'activation', subject: account, minutes } },
      }),
      choices: () => [{ id: '/activation', label: t('button-activate') }],
      protect: true,
    }),
    ...(['rejected', 'repair'] as const).map((kind) =>
      flow<Ports, Returned>(`registration-${kind}`, { version: 1, notice: true, title: 'status-title' }).say('text', {
        args: (given) => ({ number: given.number, why: why(given) }),
        choices: () => [
          { id: '/repair', label: t('button-repair') },
          { id: '/human', label: t('button-human') },
        ],
      }),
    ),
    flow<Ports>('duplicate-attempt', { version: 1, notice: true, title: 'status-title' }).say('text', {
      choices: () => [{ id: '/human', label: t('button-human') }],
    }),
  ]
}

/** The same by e-mail: a link, never a datum. */
export function mailNotices(agency: Agency): Flow<Ports>[] {
  const minutes = agency.links.activationMinutes
  const office = { agency: agency.name, office: agency.office }
  return [
    flow<Ports, { readonly number: string }>('mail-submitted', { version: 1, notice: true, title: 'status-title' }).say('text', {
      args: ({ number }) => ({ number, ...office }),
      subject: 'mail-submitted-subject',
    }),
    flow<Ports, Approved>('mail-approved', { version: 1, notice: true, title: 'status-title' }).say('text', {
      args: ({ account }) => ({
        ...office,
        hours: Math.round(minutes / 60),
        page: { link: { purpose: 'activation', subject: account, minutes } },
      }),
      subject: 'mail-approved-subject',
    }),
    ...(['rejected', 'repair'] as const).map((kind) =>
      flow<Ports, Returned>(`mail-${kind}`, { version: 1, notice: true, title: 'status-title' }).say('text', {
        args: (given) => ({ number: given.number, why: why({ ...given, note: null }), ...office }),
        subject: `mail-${kind}-subject`,
      }),
    ),
  ]
}

function why({ reason, note }: Returned): Text {
  const lines: Text[] =
    reason === null ? [] : [t('status-reason', { reason: t(`reason-${reason}`), fix: t(`reason-${reason}-fix`) })]
  if (note !== null) lines.push(t('status-note', { note }))
  return { lines }
}
