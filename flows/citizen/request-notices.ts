import type { Agency } from '../agency.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import type { Ports } from '../ports.ts'
import { why } from './notices.ts'

type Numbered = { readonly number: string }
type Refused = Numbered & { readonly reason: string | null; readonly note: string | null }

/** What became of a correction or of a report of a lost number, in the chats and mailboxes of those concerned. */
export function requestNotices({ name, office, contact }: Agency): Flow<Ports>[] {
  const mail = { agency: name, office, email: contact.email }
  return [
    flow<Ports, Numbered>('correction-approved', { version: 1, notice: true, title: 'correction-title' }).say('text', {
      args: ({ number }) => ({ number }),
      choices: () => [{ id: '/menu', label: t('engine-menu') }],
    }),
    flow<Ports, Refused>('correction-rejected', { version: 1, notice: true, title: 'correction-title' }).say('text', {
      args: (given) => ({ number: given.number, why: why(given) }),
      choices: () => [
        { id: '/correction', label: t('button-try-again') },
        { id: '/human', label: t('button-human') },
      ],
    }),
    flow<Ports, Numbered>('mail-corrected', { version: 1, notice: true, title: 'correction-title' }).say('text', {
      args: ({ number }) => ({ number, ...mail }),
      subject: 'mail-corrected-subject',
    }),
    flow<Ports, Numbered>('phone-approved', { version: 1, notice: true, title: 'lost-phone-title' }).say('text', {
      args: ({ number }) => ({ number, agency: name }),
      choices: () => [
        { id: '/login', label: t('button-login') },
        { id: '/forgot-password', label: t('button-forgot') },
      ],
    }),
    flow<Ports, Numbered>('phone-refused', { version: 1, notice: true, title: 'lost-phone-title' }).say('text', {
      args: ({ number }) => ({ number, address: contact.address }),
      choices: () => [
        { id: '/lost-phone', label: t('button-try-again') },
        { id: '/human', label: t('button-human') },
      ],
    }),
    flow<Ports>('phone-claimed', { version: 1, notice: true, title: 'lost-phone-title' }).say('text', {
      args: () => ({ agency: name }),
      choices: () => [{ id: '/stop-replacement', label: t('button-stop-replacement') }],
    }),
    flow<Ports>('mail-phone-claimed', { version: 1, notice: true, title: 'lost-phone-title' }).say('text', {
      args: () => mail,
      subject: 'mail-phone-claimed-subject',
    }),
  ]
}
