import type { Agency } from '../agency.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import type { Ports } from '../ports.ts'

/** `taken`: another person's notices go to this number at the moment. */
type Code = { readonly code: string; readonly minutes: number; readonly taken: boolean }
/** `released`: nothing is sent to this chat any more. */
type Changed = { readonly released: boolean }
/** `anew`: this chat was another person's. */
type Linked = { readonly anew: boolean }

const NOTICE = { version: 1, notice: true, title: 'change-phone-title' } as const

/** What is told about numbers and chats, in the chats that it concerns and by e-mail. */
export function phoneNotices({ name, office }: Agency): Flow<Ports>[] {
  const agency = name
  const human = { id: '/human', label: t('button-human') }
  const notMe = { id: '/not-me', label: t('button-not-me') }
  const login = { id: '/login', label: t('button-login') }
  return [
    flow<Ports, Code>('phone-code', NOTICE)
      .say('text', { args: ({ code, minutes }) => ({ agency, code, minutes }), protect: true })
      .say('taken', { when: ({ taken }) => taken, choices: () => [human] }),
    flow<Ports, Changed>('phone-changed', NOTICE)
      .clear('not-theirs', { when: ({ released }) => released })
      .say('gone', { when: ({ released }) => released, args: () => ({ agency }), choices: () => [human] })
      .say('stays', { when: ({ released }) => !released, args: () => ({ agency }), choices: () => [human] }),
    flow<Ports, Linked>('phone-linked', NOTICE)
      .clear('not-theirs', { when: ({ anew }) => anew })
      .say('text', { args: () => ({ agency }), choices: () => [login, notMe] }),
    flow<Ports>('number-taken', NOTICE).say('text', {
      args: () => ({ agency }),
      choices: () => [{ id: '/change-phone', label: t('menu-change-phone') }, human],
    }),
    flow<Ports>('chat-released', NOTICE).say('text', {
      args: () => ({ agency }),
      choices: () => [{ id: '/change-phone', label: t('menu-change-phone') }, human],
    }),
    flow<Ports>('chat-linked', NOTICE).say('text', { args: () => ({ agency }), choices: () => [human] }),
    flow<Ports>('mail-phone-changed', NOTICE).say('text', {
      args: () => ({ agency, office }),
      subject: 'mail-phone-changed-subject',
    }),
    flow<Ports>('mail-number-taken', NOTICE).say('text', {
      args: () => ({ agency, office }),
      subject: 'mail-number-taken-subject',
    }),
    flow<Ports>('mail-chat-released', NOTICE).say('text', {
      args: () => ({ agency, office }),
      subject: 'mail-chat-released-subject',
    }),
    flow<Ports>('mail-chat-linked', NOTICE).say('text', {
      args: () => ({ agency, office }),
      subject: 'mail-chat-linked-subject',
    }),
  ]
}
