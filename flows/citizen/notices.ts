import type { Agency } from '../agency.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t, type Text, type TextArg } from '../engine/text.ts'
import type { Ports } from '../ports.ts'

/** What the office tells an applicant, and what each notice is given. */
type Returned = {
  readonly number: string
  /** the applicant's name, masked, in a chat that is known to others too */
  readonly whose?: string | null
  readonly reason: string | null
  readonly note: string | null
  readonly marked: readonly string[]
}
type Approved = { readonly number: string; readonly account: string; readonly whose?: string | null }

/** Decisions and warnings, as they reach the applicant's chat. */
export function citizenNotices(agency: Agency): Flow<Ports>[] {
  return [
    flow<Ports, Approved>('registration-approved', { version: 1, notice: true, title: 'status-title' })
      .say('text', {
        when: ({ whose = null }) => whose === null,
        args: (given) => approved(given, agency),
        choices: () => [{ id: '/activation', label: t('button-activate') }],
        protect: true,
      })
      .say('other', {
        when: ({ whose = null }) => whose !== null,
        args: (given) => ({ ...approved(given, agency), whose: given.whose ?? '' }),
        choices: () => [{ id: '/human', label: t('button-human') }],
        protect: true,
      }),
    ...(['rejected', 'repair'] as const).map((kind) =>
      flow<Ports, Returned>(`registration-${kind}`, { version: 1, notice: true, title: 'status-title' }).say('text', {
        args: (given) => ({ number: numberOf(given), why: why(given) }),
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

function approved({ number, account }: Approved, { name, links }: Agency): Record<string, TextArg> {
  const minutes = links.activationMinutes
  const page = { link: { purpose: 'activation', subject: account, minutes } }
  return { number, agency: name, hours: Math.round(minutes / 60), page }
}

// Several people's cases may be under way in one chat: then the number alone does not say whose it is.
function numberOf({ number, whose = null }: Returned): Text {
  return whose === null ? number : t('registration-of', { number, whose })
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

/** Why something was rejected or sent back, what to do about it, and the officer's own words. */
export function why({ reason, note }: Pick<Returned, 'reason' | 'note'>): Text {
  const lines: Text[] =
    reason === null ? [] : [t('status-reason', { reason: t(`reason-${reason}`), fix: t(`reason-${reason}-fix`) })]
  if (note !== null) lines.push(t('status-note', { note }))
  return { lines }
}
