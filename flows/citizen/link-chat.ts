import { flow, type Flow } from '../engine/flow.ts'
import { t, type Text } from '../engine/text.ts'
import { confirm } from '../fields/confirm.ts'
import type { Ports } from '../ports.ts'
import type { LinkOffer } from '../ports/linked-chats.ts'
import { channelName } from './channel-names.ts'

const HUMAN = { id: '/human', label: t('button-human') }
const MENU = { id: '/menu', label: t('engine-menu') }
const LOGIN = { id: '/login', label: t('button-login') }
const MY_CHATS = { id: '/my-chats', label: t('button-my-chats') }

/** Shows a code with which whoever is logged in links a chat on another phone or platform. */
export function linkCode(): Flow<Ports> {
  return flow<Ports>('link-code', {
    version: 1,
    title: 'link-code-title',
    words: [
      'hubungkan',
      'hubungkan telegram',
      'hubungkan whatsapp',
      'hubungkan wa',
      'hubungkan hp',
      'hubungkan hp lain',
      'hubungkan chat lain',
      'sambungkan',
      'sambungkan chat',
      'tambah hp',
      'tambah chat',
      'tambah telegram',
      'tambah whatsapp',
      'tambah wa',
      'link',
      'link telegram',
      'link whatsapp',
      'link another chat',
      'add a chat',
    ],
  })
    .do('offer', (ports) => ports.linkedChats.offer())
    .say('login-first', { when: ({ offer }) => offer.outcome === 'login' })
    .goto('to-login', ['login'], () => ({ flow: 'login', params: { arg: 'link-code' } }), {
      when: ({ offer }) => offer.outcome === 'login',
    })
    .say('too-many', { when: ({ offer }) => offer.outcome === 'too-many', choices: () => [MY_CHATS, HUMAN] })
    .say('full', { when: ({ offer }) => offer.outcome === 'full', choices: () => [MY_CHATS, HUMAN] })
    .say('code', {
      when: ({ offer }) => offer.outcome === 'code',
      args: ({ offer }) => ({
        code: offer.outcome === 'code' ? offer.code : '',
        minutes: offer.outcome === 'code' ? offer.minutes : 0,
        ways: waysText(offer),
      }),
      choices: () => [MY_CHATS, MENU],
      protect: true,
    })
}

function waysText(offer: LinkOffer): Text {
  const ways = offer.outcome === 'code' ? offer.ways : []
  if (ways.length === 0) return t('link-code-no-links')
  return { lines: ways.map(({ channel, link }) => t('link-code-way', { channel: channelName(channel), link })) }
}

/** Takes such a code in the chat that is to be linked, asks once whether it is meant, and links it; it logs nobody in. */
export function linkHere(): Flow<Ports> {
  return flow<Ports, { readonly arg?: string }>('link-here', {
    version: 1,
    title: 'link-code-title',
    // Not quite a code, it is still nothing else: what is wrong with it is said.
    pattern: /^(?:\/start\s+)?hubungkan[\s_:.-]*\p{Nd}[\p{Nd}\s-]{0,20}$/iu,
    unmistakable: /^(?:\/start\s+)?hubungkan[\s_:.-]*(?:\p{Nd}[\s-]?){6}$/iu,
  })
    .do('found', (ports, { arg = '' }) => ports.linkedChats.look(digits(arg)))
    .ask('sure', confirm(), {
      when: ({ found }) => found.outcome === 'found',
      args: ({ found }) => ({ name: found.outcome === 'found' ? found.name : '' }),
    })
    .say('kept', { when: ({ sure }) => sure === false, choices: () => [MENU] })
    .end('left', { when: ({ sure }) => sure === false })
    .do('done', (ports, { arg = '' }) => ports.linkedChats.link(digits(arg)), { when: ({ sure }) => sure === true })
    .say('linked', { when: ({ done }) => done === 'linked', choices: () => [LOGIN, MENU] })
    .say('wrong', { when: ({ found, done }) => (done ?? found.outcome) === 'wrong', choices: () => [LOGIN, HUMAN] })
    .say('too-many', { when: ({ found, done }) => (done ?? found.outcome) === 'too-many', choices: () => [LOGIN, HUMAN] })
    .say('others', {
      when: ({ found, done }) => (done ?? found.outcome) === 'others',
      choices: () => [{ id: '/not-me', label: t('button-not-me') }, HUMAN, MENU],
    })
    .say('already', { when: ({ found, done }) => (done ?? found.outcome) === 'already', choices: () => [MENU] })
    .say('full', { when: ({ found, done }) => (done ?? found.outcome) === 'full', choices: () => [HUMAN, MENU] })
}

// The digits behind the word that keeps a code from being taken for an answer.
function digits(text: string): string {
  return text.replace(/^[^\p{Nd}]*/u, '')
}
