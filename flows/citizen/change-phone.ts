import { z } from 'zod'
import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import { choice } from '../fields/choice.ts'
import { oneTimeCode, RESEND } from '../fields/one-time-code.ts'
import { phone, shownPhone } from '../fields/phone.ts'
import type { Ports } from '../ports.ts'

/** What the job `send-phone-code` answers. */
const sending = z.object({ outcome: z.enum(['sent', 'unreachable', 'too-many', 'login']) })

const HUMAN = { id: '/human', label: t('button-human') }
const MENU = { id: '/menu', label: t('engine-menu') }
const LOST = { id: '/lost-phone', label: t('button-lost-phone') }

/**
 * Changes the phone number of whoever is logged in (SIN-80 to SIN-86): a code goes to the new number and is typed here.
 * Where the platform vouches for the new number in this very chat, that is the proof; where none of our messages gets
 * there, a code is shown here to be typed there.
 */
export function changePhone(): Flow<Ports> {
  return flow<Ports>('change-phone', {
    version: 1,
    title: 'change-phone-title',
    words: [
      'ganti nomor hp',
      'ganti nomor',
      'ganti no hp',
      'ganti no',
      'ganti hp',
      'ganti nomor wa',
      'ubah nomor hp',
      'ubah nomor',
      'change phone number',
      'change my number',
    ],
  })
    .do('me', (ports) => ports.me())
    .say('login-first', { when: ({ me }) => me.state !== 'logged-in' })
    .goto('to-login', ['login'], () => ({ flow: 'login', params: { arg: 'change-phone' } }), {
      when: ({ me }) => me.state !== 'logged-in',
    })
    .ask('phone', phone())
    .do('start', (ports, { phone: typed }) => ports.phones.begin(typed))
    .say('same', {
      when: ({ start }) => start === 'same',
      args: ({ phone: typed }) => ({ phone: shownPhone(typed) }),
      choices: () => [MENU],
    })
    .say('over', {
      when: ({ start }) => start === 'login',
      choices: () => [{ id: '/login:change-phone', label: t('button-login') }],
    })
    .end('nothing', { when: ({ start }) => start === 'same' || start === 'login' })
    .do('here', (ports, { phone: typed }) => ports.phones.claimHere(typed), { when: ({ start }) => start === 'proven' })
    .say('saved-here', {
      key: 'change-phone-saved',
      when: ({ here }) => here === true,
      args: ({ phone: typed }) => ({ phone: shownPhone(typed) }),
      choices: () => [MENU],
    })
    .end('proven', { when: ({ here }) => here === true })
    .ask(
      'send',
      choice({
        options: [
          { id: 'send', label: t('button-send-code'), words: ['kirim kode', 'kirim', 'ya', 'send code', 'yes'] },
          { id: 'other', label: t('button-other-number'), words: ['nomor lain', 'ganti', 'ubah', 'salah', 'another number'] },
        ],
      }),
      { args: ({ phone: typed }) => ({ phone: shownPhone(typed) }) },
    )
    .retry('other', 'phone', ({ send }) => send === 'other')
    .job('sent', 'send-phone-code', ({ phone: typed }) => ({ phone: typed }), {
      meanwhile: 'change-phone-sending',
      outcome: sending,
    })
    .say('trouble', {
      when: ({ sent }) => sent === null,
      choices: () => [{ id: '/change-phone', label: t('button-try-again') }, HUMAN],
    })
    .say('too-many', { when: ({ sent }) => sent?.outcome === 'too-many', choices: () => [HUMAN, MENU] })
    .say('logged-out', {
      key: 'change-phone-over',
      when: ({ sent }) => sent?.outcome === 'login',
      choices: () => [{ id: '/login:change-phone', label: t('button-login') }],
    })
    .do('shown', (ports, { phone: typed }) => ports.phones.showCode(typed), {
      when: ({ sent }) => sent?.outcome === 'unreachable',
    })
    .say('unreachable', {
      when: ({ shown }) => shown !== undefined && shown !== null,
      args: ({ shown, phone: typed }) => ({
        code: shown?.code ?? '',
        minutes: shown?.minutes ?? 0,
        phone: shownPhone(typed),
      }),
      choices: () => [LOST, MENU],
      protect: true,
    })
    .say('no-way', {
      key: 'change-phone-too-many',
      when: ({ shown }) => shown === null,
      choices: () => [LOST, MENU],
    })
    .end('not-sent', { when: ({ sent }) => sent?.outcome !== 'sent' })
    .ask('code', oneTimeCode(), { args: ({ phone: typed }) => ({ phone: shownPhone(typed) }) })
    .retry('once-more', 'send', ({ code }) => code === RESEND)
    .do('done', (ports, { code }) => ports.phones.confirm(code))
    .say('wrong', {
      when: ({ done }) => done.outcome === 'wrong',
      args: ({ done }) => ({ left: done.outcome === 'wrong' ? done.left : 0 }),
    })
    .retry('again', 'code', ({ done }) => done.outcome === 'wrong')
    .say('expired', {
      when: ({ done }) => done.outcome === 'expired',
      choices: () => [{ id: '/change-phone', label: t('button-try-again') }, HUMAN],
    })
    .say('ended', {
      key: 'change-phone-over',
      when: ({ done }) => done.outcome === 'login',
      choices: () => [{ id: '/login:change-phone', label: t('button-login') }],
    })
    .say('saved', {
      when: ({ done }) => done.outcome === 'changed',
      args: ({ phone: typed }) => ({ phone: shownPhone(typed) }),
      choices: () => [MENU],
    })
    .end('stayed', { when: ({ done }) => done.outcome !== 'moved' })
    .clear('not-theirs')
    .say('moved', { args: ({ phone: typed }) => ({ phone: shownPhone(typed) }), choices: () => [MENU] })
}

/** Takes the code that was shown where the change was asked for, in the chat of the new number. */
export function claimPhone(): Flow<Ports> {
  return flow<Ports, { readonly arg?: string }>('claim-phone', {
    version: 1,
    title: 'change-phone-title',
    pattern: /^(?:\/start\s+)?hp[\s-]*\d{3}[\s-]?\d{3}$/i,
  })
    .do('first', (ports, { arg = '' }) => ports.phones.claim(digits(arg)))
    .ask('phone', phone(), { when: ({ first }) => first === 'unproven' })
    .do('second', (ports, { arg = '' }) => ports.phones.claim(digits(arg)), { when: ({ first }) => first === 'unproven' })
    .say('done', {
      when: ({ first, second }) => (second ?? first) === 'changed',
      choices: () => [{ id: '/login', label: t('button-login') }, MENU],
    })
    .say('wrong', { when: ({ first, second }) => (second ?? first) === 'wrong', choices: () => [HUMAN, MENU] })
    .say('typed', { when: ({ second }) => second === 'unproven', choices: () => [HUMAN, MENU] })
}

// The digits behind the HP that keeps a code from being taken for an answer.
function digits(text: string): string {
  return text.replace(/\D/g, '')
}

/** Has the notices of an account sent to another chat of its owner too. */
export function linkChat(): Flow<Ports> {
  return flow<Ports>('link-chat', {
    version: 1,
    title: 'link-chat-title',
    words: ['hubungkan chat', 'hubungkan chat ini', 'kabari di sini', 'kirim kabar ke sini', 'link this chat'],
  })
    .do('outcome', (ports) => ports.phones.linkHere())
    .say('login-first', { when: ({ outcome }) => outcome === 'login' })
    .goto('to-login', ['login'], () => ({ flow: 'login', params: { arg: 'link-chat' } }), {
      when: ({ outcome }) => outcome === 'login',
    })
    .say('done', { when: ({ outcome }) => outcome === 'linked', choices: () => [MENU] })
    .say('already', { when: ({ outcome }) => outcome === 'already', choices: () => [MENU] })
    .say('others', {
      when: ({ outcome }) => outcome === 'others',
      choices: () => [{ id: '/not-me', label: t('button-not-me') }, MENU],
    })
}
