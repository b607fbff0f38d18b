import type { Agency } from '../agency.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import type { Ports } from '../ports.ts'

/** `address`: masked. `active`: there is an account, whose data can be put right in the chat. */
type Undelivered = { readonly address: string; readonly active: boolean }

/** What is told in the chat about a mailbox that takes nothing. */
export function mailboxNotices({ name }: Pick<Agency, 'name'>): Flow<Ports>[] {
  const human = { id: '/human', label: t('button-human') }
  return [
    flow<Ports, Undelivered>('mail-undelivered', { version: 1, notice: true, title: 'mail-undelivered-title' })
      .say('account', {
        when: ({ active }) => active,
        args: ({ address }) => ({ agency: name, address }),
        choices: () => [{ id: '/correction', label: t('menu-correction') }, human],
      })
      .say('applicant', {
        when: ({ active }) => !active,
        args: ({ address }) => ({ agency: name, address }),
        choices: () => [{ id: '/status', label: t('menu-status') }, human],
      }),
  ]
}
