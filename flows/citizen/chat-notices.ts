import type { Agency } from '../agency.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import type { Ports } from '../ports.ts'

const NOTICE = { version: 1, notice: true, title: 'my-chats-title' } as const

/** What is told about the chats of a person, and in a chat that may be another person's by now. */
export function chatNotices({ name, office }: Agency): Flow<Ports>[] {
  const agency = name
  const human = { id: '/human', label: t('button-human') }
  const menu = { id: '/menu', label: t('engine-menu') }
  const login = { id: '/login', label: t('button-login') }
  const status = { id: '/status', label: t('menu-status') }
  const myChats = { id: '/my-chats', label: t('button-my-chats') }
  const notMe = { id: '/not-me', label: t('button-not-me') }
  return [
    flow<Ports>('chat-added', NOTICE).say('text', { args: () => ({ agency }), choices: () => [myChats, human] }),
    flow<Ports>('chat-removed', NOTICE).say('text', { args: () => ({ agency }), choices: () => [myChats, human] }),
    flow<Ports>('chat-unlinked', NOTICE)
      .clear('not-theirs')
      .say('text', { args: () => ({ agency }), choices: () => [human, menu] }),
    flow<Ports>('other-hands', NOTICE)
      .clear('not-theirs')
      .say('text', { args: () => ({ agency }), choices: () => [login, menu] }),
    flow<Ports>('news-waiting', NOTICE).say('text', { args: () => ({ agency }), choices: () => [login, status, notMe] }),
    flow<Ports>('mail-chat-added', NOTICE).say('text', {
      args: () => ({ agency, office }),
      subject: 'mail-chat-added-subject',
    }),
    flow<Ports>('mail-chat-removed', NOTICE).say('text', {
      args: () => ({ agency, office }),
      subject: 'mail-chat-removed-subject',
    }),
    flow<Ports>('mail-news-waiting', NOTICE).say('text', {
      args: () => ({ agency, office }),
      subject: 'mail-news-waiting-subject',
    }),
  ]
}
