import type { Agency } from '../agency.ts'
import { formatDateTime } from '../calendar/format.ts'
import { isOpen, nextOpening } from '../calendar/working-time.ts'
import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t, type Language, type Text, type TextArg } from '../engine/text.ts'
import { refusalOf, refusalText } from '../fields/document-file.ts'
import { LONGEST_TALK, readTalk, TALK_PHOTO, talkMessage, type TalkAnswer } from '../fields/talk-message.ts'
import type { Ports } from '../ports.ts'
import type { Doing, Said } from '../ports/talks.ts'
import { contactText, hoursText } from './reach.ts'

const MENU = () => [{ id: '/menu', label: t('engine-menu') }]
const AGAIN = () => [{ id: '/human', label: t('button-human') }, ...MENU()]
/** Looks like a number that a form asks for: NIK, KK, phone. */
const FORM_NUMBER = /^[+\d][\d .-]{8,}$/

/** How it is begun: `arg` is a talk, from a button; `said` the words of a quoted reply; `doing` what was talked about. */
type Begun = { readonly arg?: string; readonly said?: string; readonly doing?: Doing }

/**
 * A human: when the office is reached, and a talk with it in this very chat (PETUGAS). A form that is open waits
 * meanwhile, and is gone on with as soon as the citizen says SELESAI.
 */
export function human(counter: Counter): Flow<Ports> {
  const { agency, calendar } = counter
  const field = talkMessage({ end: t('button-talk-end'), beside: MENU() })
  return (
    flow<Ports, Begun>('human', {
      version: 2,
      title: 'human-title',
      words: [
        'petugas',
        'bicara dengan petugas',
        'hubungi petugas',
        'tanya petugas',
        'minta bantuan petugas',
        'call center',
        'operator',
        'admin',
        'cs',
        'customer service',
        'kontak',
        'officer',
        'human',
        'contact an officer',
        'talk to an officer',
      ],
    })
      .do('own', (ports) => ports.talks.own())
      .do('office', (_ports, _answers, { now }) =>
        Promise.resolve({ open: isOpen(calendar, now), opens: nextOpening(calendar, now) }),
      )
      .do('reply', (_ports, { said }) => Promise.resolve(replyOf(said)))
      .say('reply-refused', {
        key: 'talk-reply-refused',
        when: ({ reply }) => reply.fault !== null,
        args: ({ reply }) => ({ fault: reply.fault ?? '', max: LONGEST_TALK }),
      })
      .say('over', { when: ({ own, reply }) => own === null && reply.text !== null, choices: AGAIN })
      .end('no-talk', { when: ({ own, reply }) => own === null && reply.text !== null })
      .say('contact', {
        when: ({ own }) => own === null,
        args: ({ office }, language) => ({
          ...officeText(office, agency, language),
          contact: contactText(agency),
          hours: hoursText(agency, language),
        }),
      })
      .ask('question', talkMessage({ first: true, end: t('button-talk-leave'), beside: MENU() }), {
        help: 'human-question-help',
        when: ({ own }) => own === null,
        args: ({ doing }) => formText(doing),
        doubt: (value, { doing }) => notForForm(value, doing),
      })
      .end('nothing', { when: ({ question }) => question?.end === true })
      .do('first', (ports, { own, question, reply, doing }) =>
        question === undefined && reply.text === null
          ? Promise.resolve(null)
          : ports.talks.say(own?.talk ?? null, messageOf(question, reply.text), doing ?? null),
      )
      .say('sent', {
        when: ({ first }) => first?.outcome === 'sent',
        args: ({ first, office }, language) => ({
          number: first?.outcome === 'sent' ? first.number : '',
          ...officeText(office, agency, language),
        }),
      })
      .say('first-refused', {
        key: 'human-refused',
        when: ({ first }) => first !== null && first.outcome !== 'sent',
        args: ({ first }) => refusal(first),
        choices: MENU,
      })
      .end('first-lost', { when: ({ first }) => first !== null && first.outcome !== 'sent' })
      // A quoted reply was one message; whoever was in the middle of a form goes on with it.
      .end('replied', { when: ({ reply, doing }) => reply.text !== null && doing?.form === true })
      .say('open', {
        when: ({ own, reply }) => own !== null && reply.text === null,
        args: ({ own }) => ({ number: own?.number ?? '', by: own?.by ?? '', held: own?.by ? 'yes' : 'no' }),
      })
      .ask('message', field, {
        help: 'human-message-help',
        args: ({ doing }) => formText(doing),
        doubt: (value, { doing }) => notForForm(value, doing),
      })
      .do('kept', (ports, { own, first, message, doing }) =>
        message.end
          ? Promise.resolve(null)
          : ports.talks.say(talkOf(own?.talk, first), { text: message.text, photo: message.photo }, doing ?? null),
      )
      .say('passed-on', {
        when: ({ kept }) => kept?.outcome === 'sent',
        args: ({ message }) => ({ photo: message.photo === null ? 'no' : 'yes' }),
      })
      .say('kept-refused', {
        key: 'human-refused',
        when: ({ kept }) => kept !== null && kept.outcome !== 'sent',
        args: ({ kept }) => refusal(kept),
        choices: AGAIN,
      })
      .retry('more', 'message', ({ kept }) => kept?.outcome === 'sent')
      .end('lost', { when: ({ kept }) => kept !== null })
      .do('left', (ports) => ports.talks.leave())
      .say('left', { key: 'talk-end-done', args: ({ left }) => ({ outcome: left }) })
  )
}

/** The button below an officer's answer: the citizen has no more to ask. */
export function talkEnd(): Flow<Ports> {
  return flow<Ports>('talk-end', { version: 1, title: 'human-title' })
    .do('left', (ports) => ports.talks.leave())
    .say('done', { args: ({ left }) => ({ outcome: left }) })
}

type Answered = { readonly talk: string; readonly by: string; readonly text: string; readonly photo: string | null }

/** What a talk brings into the citizen's chat. */
export function citizenTalkNotices({ agency }: Counter): Flow<Ports>[] {
  return [
    flow<Ports, Answered>('talk-answered', { version: 1, notice: true, title: 'human-title' })
      .send('photo', ({ photo }) => (photo === null ? null : { file: photo, name: 'petugas.jpg' }))
      .say('text', {
        args: ({ by, text, photo }) => ({ by, text, agency: agency.name, photo: photo === null ? 'no' : 'yes' }),
        choices: ({ talk }) => [
          { id: `/human:${talk}`, label: t('button-talk-reply') },
          { id: '/talk-end', label: t('button-talk-end') },
        ],
        about: ({ talk }) => `/human:${talk}`,
      }),
    flow<Ports, { readonly number: string; readonly how: string }>('talk-closed', {
      version: 1,
      notice: true,
      title: 'human-title',
    }).say('text', {
      args: ({ number, how }) => ({ number, how, hours: agency.talk.closeAfterHours }),
      choices: AGAIN,
    }),
    flow<Ports, { readonly problem: string }>('talk-photo-refused', { version: 1, notice: true, title: 'human-title' }).say(
      'text',
      {
        args: ({ problem }) => ({ why: refusalText(refusalOf(problem), TALK_PHOTO) }),
        choices: MENU,
      },
    ),
  ]
}

type Reply = { readonly text: string | null; readonly fault: string | null }

function replyOf(said: string | undefined): Reply {
  if (said === undefined) return { text: null, fault: null }
  const read = readTalk(said)
  return 'text' in read ? { text: read.text, fault: null } : { text: null, fault: read.fault }
}

function messageOf(question: TalkAnswer | undefined, reply: string | null) {
  return question === undefined ? { text: reply ?? '', photo: null } : { text: question.text, photo: question.photo }
}

function talkOf(own: string | undefined, first: Said | null): string | null {
  return own ?? (first?.outcome === 'sent' ? first.talk : null)
}

function officeText(
  { open, opens }: { readonly open: boolean; readonly opens: number },
  { zone }: Agency,
  language: Language,
): Record<string, TextArg> {
  return { isOpen: open ? 'yes' : 'no', opens: formatDateTime(opens, zone, language) }
}

function formText(doing: Doing | undefined): Record<string, TextArg> {
  return { waits: doing?.form === true ? 'yes' : 'no', form: doing?.form === true ? t(doing.title) : '' }
}

function notForForm({ text }: TalkAnswer, doing: Doing | undefined): Text | undefined {
  return doing?.form === true && FORM_NUMBER.test(text) ? t('human-not-form', { form: t(doing.title) }) : undefined
}

function refusal(said: Said | null): Record<string, TextArg> {
  return { outcome: said?.outcome ?? '', minutes: said?.outcome === 'too-many' ? said.minutes : 0 }
}
