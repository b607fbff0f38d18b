import { formatDate } from '../calendar/format.ts'
import type { Zone } from '../calendar/zone.ts'
import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t, type Language, type Text } from '../engine/text.ts'
import { choice, type ChoiceOption } from '../fields/choice.ts'
import { confirm } from '../fields/confirm.ts'
import type { Ports } from '../ports.ts'
import type { LinkedChat } from '../ports/linked-chats.ts'
import { channelName } from './channel-names.ts'

const HUMAN = { id: '/human', label: t('button-human') }
const MENU = { id: '/menu', label: t('engine-menu') }
const ADD = 'add'

/** The chats of whoever is logged in: which gets the notices first, and letting a lost one go. */
export function myChats({ agency }: Counter): Flow<Ports> {
  return flow<Ports>('my-chats', {
    version: 1,
    title: 'my-chats-title',
    words: [
      'alamat saya',
      'chat saya',
      'daftar chat',
      'daftar chat saya',
      'lepaskan chat',
      'lepas chat',
      'putuskan chat',
      'my chats',
      'my addresses',
      'unlink a chat',
    ],
  })
    .do('chats', (ports) => ports.linkedChats.mine())
    .say('login-first', { when: ({ chats }) => chats === null })
    .goto('to-login', ['login'], () => ({ flow: 'login', params: { arg: 'my-chats' } }), { when: ({ chats }) => chats === null })
    .say('none', {
      when: ({ chats }) => chats?.length === 0,
      choices: () => [
        { id: '/link-chat', label: t('button-link-this') },
        { id: '/link-code', label: t('button-add-chat') },
        MENU,
      ],
    })
    .end('nothing', { when: ({ chats }) => chats?.length === 0 })
    .ask('chat', choice({ options: ({ chats }) => options(chats as readonly LinkedChat[] | null), dependsOn: ['chats'] }), {
      args: ({ chats }, language) => ({
        list: { lines: (chats ?? []).map((one) => describe(one, agency.zone, language)) },
      }),
    })
    .goto('another', ['link-code'], () => ({ flow: 'link-code' }), { when: ({ chat }) => chat === ADD })
    .ask(
      'act',
      choice({
        options: [
          {
            id: 'prefer',
            label: t('button-prefer-chat'),
            words: ['utamakan', 'jadikan utama', 'kirim kabar ke sini', 'utama', 'prefer', 'send news here'],
          },
          {
            id: 'unlink',
            label: t('button-unlink-chat'),
            words: ['lepaskan', 'lepas', 'hapus', 'putuskan', 'hilang', 'unlink', 'lost'],
          },
          { id: 'leave', label: t('button-leave-chat'), words: ['biarkan', 'tidak jadi', 'leave it'] },
        ],
      }),
      { args: ({ chats, chat }) => ({ chat: nameOf(chats, chat) }) },
    )
    .say('left', { when: ({ act }) => act === 'leave', choices: () => [MENU] })
    .end('as-it-was', { when: ({ act }) => act === 'leave' })
    .do('preferred', (ports, { chat }) => ports.linkedChats.prefer(chat), { when: ({ act }) => act === 'prefer' })
    .say('preferred-done', {
      when: ({ preferred }) => preferred === true,
      args: ({ chats, chat }) => ({ chat: nameOf(chats, chat) }),
      choices: () => [MENU],
    })
    .ask('sure', confirm(), {
      when: ({ act }) => act === 'unlink',
      args: ({ chats, chat }) => ({ chat: nameOf(chats, chat) }),
    })
    .say('kept', { when: ({ sure }) => sure === false, choices: () => [MENU] })
    .do('gone', (ports, { chat }) => ports.linkedChats.unlink(chat), { when: ({ sure }) => sure === true })
    .clear('not-theirs', { when: ({ gone }) => gone?.here === true })
    .say('unlinked', {
      when: ({ gone }) => gone?.phone === false,
      args: ({ chats, chat, gone }) => ({ chat: nameOf(chats, chat), left: gone?.left ?? 0 }),
      choices: ({ gone }) => (gone?.here === true ? [MENU] : [{ id: '/link-code', label: t('button-add-chat') }, MENU]),
    })
    .say('unlinked-number', {
      when: ({ gone }) => gone?.phone === true,
      args: ({ chats, chat, gone }) => ({ chat: nameOf(chats, chat), left: gone?.left ?? 0 }),
      choices: () => [{ id: '/change-phone', label: t('menu-change-phone') }, HUMAN, MENU],
    })
    .say('late', {
      when: ({ preferred, gone }) => preferred === false || gone === null,
      choices: () => [{ id: '/my-chats', label: t('button-my-chats') }, HUMAN],
    })
}

function options(chats: readonly LinkedChat[] | null): ChoiceOption[] {
  const own = (chats ?? []).map((one): ChoiceOption => ({
    id: one.ref,
    label: t('my-chats-option', nameArgs(one)),
    words: wordsFor(one),
  }))
  return [...own, { id: ADD, label: t('button-add-chat'), words: ['tambah', 'hubungkan', 'add'] }]
}

// Digits alone would be taken for a place in the list.
function wordsFor({ channel, here }: LinkedChat): string[] {
  return [...(channel === 'other' ? [] : [channel]), ...(here ? ['chat ini', 'this chat'] : [])]
}

// One line of the list.
function describe(one: LinkedChat, zone: Zone, language: Language): Text {
  const state = one.unreachable ? 'unreachable' : one.preferred ? 'preferred' : one.first ? 'first' : 'none'
  return t('my-chats-line', {
    ...nameArgs(one),
    since: formatDate(one.since, zone, language),
    heard: one.heardAt === null ? t('my-chats-never') : formatDate(one.heardAt, zone, language),
    state,
  })
}

function nameOf(chats: readonly LinkedChat[] | null, ref: string): Text {
  const found = chats?.find((one) => one.ref === ref)
  return found === undefined ? channelName('other') : t('my-chats-name', nameArgs(found))
}

function nameArgs({ channel, digits, here }: LinkedChat) {
  return { channel: channelName(channel), digits: digits ?? 'none', here: here ? 'yes' : 'no' }
}
