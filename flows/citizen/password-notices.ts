import type { Agency } from '../agency.ts'
import { formatDateTime } from '../calendar/format.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import type { Ports } from '../ports.ts'

type Forgotten = { readonly account: string }
type Changed = {
  /** ms since 1970 */
  readonly at: number
}

/** What the owner of an account is told about its password, in every chat and by e-mail. */
export function passwordNotices(agency: Agency): Flow<Ports>[] {
  const minutes = agency.links.resetMinutes
  const office = { agency: agency.name, office: agency.office }
  const page = (account: string) => ({ link: { purpose: 'reset', subject: account, minutes } })
  return [
    flow<Ports, Forgotten>('reset-link', { version: 1, notice: true, title: 'reset-title' }).say('text', {
      args: ({ account }) => ({ agency: agency.name, minutes, page: page(account) }),
      choices: ({ account }) => [
        { id: `/reset:${account}`, label: t('button-in-chat') },
        { id: '/human', label: t('button-human') },
      ],
      protect: true,
    }),
    flow<Ports, Changed>('password-changed', { version: 1, notice: true, title: 'reset-title' }).say('text', {
      args: ({ at }, language) => ({ agency: agency.name, when: formatDateTime(at, agency.zone, language) }),
      choices: () => [
        { id: '/login', label: t('button-login') },
        { id: '/forgot-password', label: t('button-forgot') },
        { id: '/human', label: t('button-human') },
      ],
    }),
    flow<Ports, Forgotten>('mail-reset-link', { version: 1, notice: true, title: 'reset-title' }).say('text', {
      args: ({ account }) => ({ ...office, minutes, page: page(account) }),
      subject: 'mail-reset-link-subject',
    }),
    flow<Ports, Changed>('mail-password-changed', { version: 1, notice: true, title: 'reset-title' }).say('text', {
      args: ({ at }, language) => ({ ...office, when: formatDateTime(at, agency.zone, language) }),
      subject: 'mail-password-changed-subject',
    }),
  ]
}
