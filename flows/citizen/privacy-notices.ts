import type { Agency } from '../agency.ts'
import { formatDate } from '../calendar/format.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import type { Ports } from '../ports.ts'

type Coming = { readonly at: number; readonly withdrawn: boolean }

/** What a person's other chats and mailbox are told of an erasure, and what officers are told of cases called off by it. */
export function privacyNotices(agency: Agency): Flow<Ports>[] {
  const notice = { version: 1, notice: true, title: 'erase-account-title' } as const
  const office = { agency: agency.name, office: agency.office }
  const why = ({ withdrawn }: Coming) => (withdrawn ? t('erasure-why-consent') : t('erasure-why-wish'))
  return [
    flow<Ports, Coming>('erasure-coming', notice)
      .say('text', {
        args: (given, language) => ({ why: why(given), date: formatDate(given.at, agency.zone, language) }),
        when: ({ withdrawn }) => !withdrawn,
        choices: () => [
          { id: '/keep-account', label: t('button-keep-account') },
          { id: '/human', label: t('button-human') },
        ],
      })
      .say('withdrawn', {
        key: 'erasure-coming-text',
        args: (given, language) => ({ why: why(given), date: formatDate(given.at, agency.zone, language) }),
        when: ({ withdrawn }) => withdrawn,
        choices: () => [{ id: '/human', label: t('button-human') }],
      }),
    flow<Ports>('erasure-cancelled', notice).say('text', {
      choices: () => [{ id: '/erase-account', label: t('button-erase-account') }],
    }),
    flow<Ports>('erasure-done', notice).say('text', { args: () => office }),
    flow<Ports, Coming>('mail-erasure-coming', notice).say('text', {
      args: (given, language) => ({ ...office, why: why(given), date: formatDate(given.at, agency.zone, language) }),
      subject: 'mail-erasure-coming-subject',
    }),
    flow<Ports>('mail-erasure-cancelled', notice).say('text', {
      args: () => office,
      subject: 'mail-erasure-cancelled-subject',
    }),
    flow<Ports>('mail-erasure-done', notice).say('text', { args: () => office, subject: 'mail-erasure-done-subject' }),
    flow<Ports, { readonly number: string }>('selfie-withdrawn', { ...notice, title: 'task-title' }).say('text', {
      args: ({ number }) => ({ number }),
    }),
    flow<Ports, { readonly number: string }>('case-withdrawn', { ...notice, title: 'task-title' }).say('text', {
      args: ({ number }) => ({ number }),
    }),
  ]
}
