import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t, type Text } from '../engine/text.ts'
import { matchesPhrase, normalise } from '../engine/words.ts'
import { confirm } from '../fields/confirm.ts'
import { quoted } from '../fields/shown-talk.ts'
import { endsTalk, LONGEST_TALK, readTalk, talkMessage, type TalkAnswer } from '../fields/talk-message.ts'
import type { Ports } from '../ports.ts'
import type { TalkLost, TalkView } from '../ports/talks.ts'
import { cardChoices, cardText, LIST, lostChoices, lostText, photoOf, waitText } from './talk-card.ts'

const MINUTE = 60_000
/** Most talks that are listed at once. */
const LISTED = 10
/** Photos that are sent with a card. */
const PHOTOS = 3
/** An answer that comes so long after "Jawab" may be meant for something else. */
const FRESH = 10 * MINUTE
/** What officers type to decide cases: hardly meant for a citizen. */
const DECISIONS = ['setuju', 'setujui', 'approve', 'tolak', 'ditolak', 'reject', 'minta perbaikan', 'perbaikan', 'kembalikan']

/** The talk meant, and the words of a quoted reply to it. */
type Arg = { readonly arg?: string; readonly said?: string }

/** What officers do with talks: prompt, list, answer, take, release, close. */
export function staffTalks(counter: Counter): Flow<Ports>[] {
  return [
    talkNew(counter),
    talk(counter),
    talks(counter),
    answer(counter),
    take(counter),
    release(),
    close(),
    ...notices(counter),
  ]
}

type Prompted = { readonly talk: string; readonly line: string }

// The prompt that officers get when a citizen says something.
function talkNew(counter: Counter): Flow<Ports> {
  return withPhotos(
    flow<Ports, Prompted>('talk-new', { version: 1, notice: true, title: 'talk-title' })
      .do('view', (ports, { talk: id, line }) => ports.talks.view(id, line))
      .do('at', (_ports, _answers, { now }) => Promise.resolve(now)),
  ).say('card', {
    key: 'talk-card',
    // Closed since, or this chat is no officer's any more: then there is nothing to be told.
    when: ({ view }) => view !== null && view.status !== 'closed',
    args: ({ view, at }) => (view === null ? {} : cardText(view, counter, at)),
    choices: ({ view }) => (view === null ? [] : cardChoices(view)),
    about: ({ talk: id }) => `/talk-answer:${id}`,
    protect: true,
  })
}

// A talk, opened from the list or from a notice.
function talk(counter: Counter): Flow<Ports> {
  return withPhotos(
    flow<Ports, Arg>('talk', { version: 1, title: 'talk-title' })
      .do('view', (ports, { arg }) => ports.talks.view(arg ?? ''))
      .do('at', (_ports, _answers, { now }) => Promise.resolve(now)),
  )
    .say('none', { when: ({ view }) => view === null, choices: LIST })
    .say('card', {
      key: 'talk-card',
      when: ({ view }) => view !== null,
      args: ({ view, at }) => (view === null ? {} : cardText(view, counter, at)),
      choices: ({ view }) => (view === null ? [] : cardChoices(view)),
      about: ({ view }) => `/talk-answer:${view?.talk ?? ''}`,
      protect: true,
    })
}

function withPhotos<A extends { readonly view: TalkView | null }>(start: ReturnType<typeof flow<Ports, A>>) {
  return Array.from({ length: PHOTOS }, (_, i) => i).reduce(
    (steps, i) => steps.send(`photo-${i + 1}`, ({ view }) => photoOf(view, i)),
    start,
  )
}

// The talks under way, the longest waiting first (`percakapan`).
function talks({ agency }: Counter): Flow<Ports> {
  return flow<Ports>('talks', {
    version: 1,
    title: 'talks-title',
    words: ['percakapan', 'daftar percakapan', 'obrolan', 'talks', 'conversations'],
  })
    .do('list', (ports) => ports.talks.list(LISTED))
    .do('at', (_ports, _answers, { now }) => Promise.resolve(now))
    .say('not-officer', {
      key: 'staff-only',
      when: ({ list }) => list === null,
      choices: () => [
        { id: '/human', label: t('button-human') },
        { id: '/menu', label: t('engine-menu') },
      ],
    })
    .say('empty', {
      when: ({ list }) => list?.total === 0,
      args: () => ({ agency: agency.name }),
      choices: () => [{ id: '/queue', label: t('menu-queue') }],
    })
    .say('list', {
      when: ({ list }) => list !== null && list.total > 0,
      args: ({ list, at }) => ({
        total: list?.total ?? 0,
        rows: {
          lines: (list?.entries ?? []).map(({ number, by, mine, since }, i): Text => {
            const held = mine ? t('talk-held-mine') : by === null ? t('talk-held-none') : t('talk-held-by', { by })
            return t('talks-row', { n: i + 1, number, wait: waitText(since, at), held })
          }),
        },
      }),
      choices: ({ list }) => (list?.entries ?? []).map(({ talk: id, number }) => ({ id: `/talk:${id}`, label: number })),
    })
}

// One answer: after "Jawab", or as a quoted reply. What is typed afterwards is no answer.
function answer(counter: Counter): Flow<Ports> {
  return refused(
    flow<Ports, Arg>('talk-answer', { version: 1, title: 'talk-answer-title' })
      .goto('closing', ['talk-close'], ({ arg = '' }) => ({ flow: 'talk-close', params: { arg } }), {
        when: ({ said }) => said !== undefined && endsTalk(said),
      })
      .do('free', (ports, { arg }) => ports.talks.free(arg ?? '')),
    ({ free }) => (free.outcome === 'free' ? null : free),
  )
    .do('at', (_ports, _answers, { now }) => Promise.resolve(now))
    .do('reply', (_ports, { said }) => {
      const read = said === undefined ? null : readTalk(said)
      return Promise.resolve({
        text: read !== null && 'text' in read ? read.text : null,
        fault: read !== null && 'fault' in read ? read.fault : null,
      })
    })
    .say('reply-refused', {
      key: 'talk-reply-refused',
      when: ({ reply }) => reply.fault !== null,
      args: ({ reply }) => ({ fault: reply.fault ?? '', max: LONGEST_TALK }),
    })
    .ask('text', talkMessage({ end: t('button-talk-end') }), {
      help: 'talk-answer-text-help',
      when: ({ reply }) => reply.text === null,
      args: ({ free, at }) => (free.outcome === 'free' ? cardText(free.view, counter, at) : {}),
      doubt: (value, { at }) => notForCitizen(value, at),
    })
    .goto('finished', ['talk-close'], ({ arg = '' }) => ({ flow: 'talk-close', params: { arg } }), {
      when: ({ text }) => text?.end === true,
    })
    .do('sent', (ports, { arg = '', reply, text }) =>
      ports.talks.answer(arg, { text: reply.text ?? text?.text ?? '', photo: text?.photo ?? null }),
    )
    .say('lost', {
      key: 'talk-lost',
      when: ({ sent }) => sent.outcome !== 'answered',
      args: ({ sent }) => (sent.outcome === 'answered' ? {} : lostText(sent)),
      choices: ({ arg, sent }) => lostChoices(arg, sent.outcome),
    })
    .say('done', {
      when: ({ sent }) => sent.outcome === 'answered',
      args: ({ sent }) => ({ number: sent.outcome === 'answered' ? sent.number : '' }),
      choices: ({ arg = '' }) => [
        { id: `/talk-answer:${arg}`, label: t('button-talk-more') },
        { id: `/talk-close:${arg}`, label: t('button-talk-end') },
        { id: `/talk-release:${arg}`, label: t('button-talk-release') },
      ],
      about: ({ arg = '' }) => `/talk-answer:${arg}`,
    })
}

// Takes a talk over, from whoever holds it.
function take(counter: Counter): Flow<Ports> {
  return refused(
    flow<Ports, Arg>('talk-take', { version: 1, title: 'talk-title' }).do('taken', (ports, { arg }) =>
      ports.talks.take(arg ?? ''),
    ),
    ({ taken }) => (taken.outcome === 'mine' ? null : taken),
  )
    .do('at', (_ports, _answers, { now }) => Promise.resolve(now))
    .say('done', {
      args: ({ taken, at }) =>
        taken.outcome === 'mine' ? { card: t('talk-card', cardText(taken.view, counter, at)) } : { card: '' },
      choices: ({ arg = '' }) => [
        { id: `/talk-answer:${arg}`, label: t('button-talk-answer') },
        { id: `/talk-close:${arg}`, label: t('button-talk-end') },
        { id: `/talk-release:${arg}`, label: t('button-talk-release') },
      ],
      about: ({ arg = '' }) => `/talk-answer:${arg}`,
      protect: true,
    })
}

function release(): Flow<Ports> {
  return refused(
    flow<Ports, Arg>('talk-release', { version: 1, title: 'talk-title' }).do('done', (ports, { arg }) =>
      ports.talks.release(arg ?? ''),
    ),
    ({ done }) => (done.outcome === 'released' ? null : done),
  ).say('done', { args: ({ done }) => ({ number: done.outcome === 'released' ? done.number : '' }), choices: LIST })
}

// A question that nobody has answered is closed only after one more question.
function close(): Flow<Ports> {
  return refused(
    flow<Ports, Arg>('talk-close', { version: 1, title: 'talk-title' }).do('free', (ports, { arg }) =>
      ports.talks.free(arg ?? ''),
    ),
    ({ free }) => (free.outcome === 'free' ? null : free),
  )
    .ask('sure', confirm(), {
      when: ({ free }) => free.outcome === 'free' && free.view.since !== null,
      args: ({ free }) => ({ number: free.outcome === 'free' ? free.view.number : '' }),
    })
    .say('kept', {
      when: ({ sure }) => sure === false,
      choices: ({ arg = '' }) => [{ id: `/talk-answer:${arg}`, label: t('button-talk-answer') }, ...LIST()],
    })
    .end('stays', { when: ({ sure }) => sure === false })
    .do('done', (ports, { arg }) => ports.talks.close(arg ?? ''))
    .say('lost', {
      key: 'talk-lost',
      when: ({ done }) => done.outcome !== 'done',
      args: ({ done }) => (done.outcome === 'done' ? {} : lostText(done)),
      choices: ({ arg, done }) => lostChoices(arg, done.outcome),
    })
    .say('done', {
      when: ({ done }) => done.outcome === 'done',
      args: ({ done }) => ({ number: done.outcome === 'done' ? done.number : '' }),
      choices: LIST,
    })
}

type Told = { readonly talk: string; readonly number: string; readonly by: string }

function notices(counter: Counter): Flow<Ports>[] {
  const { agency } = counter
  return [
    flow<Ports, { readonly talk: string; readonly number: string; readonly since: number }>('talk-reminder', {
      version: 1,
      notice: true,
      title: 'talk-title',
    })
      .do('at', (_ports, _answers, { now }) => Promise.resolve(now))
      .say('text', {
        args: ({ number, since, at }) => ({ number, wait: waitText(since, at) }),
        choices: ({ talk: id }) => [{ id: `/talk:${id}`, label: t('button-open') }],
        about: ({ talk: id }) => `/talk-answer:${id}`,
      }),
    flow<Ports, Told>('talk-held', { version: 1, notice: true, title: 'talk-title' }).say('text', {
      args: ({ number, by }) => ({ number, by }),
    }),
    flow<Ports, Told>('talk-taken-over', { version: 1, notice: true, title: 'talk-title' }).say('text', {
      args: ({ number, by }) => ({ number, by }),
    }),
    flow<Ports, { readonly number: string; readonly how: string }>('talk-ended', {
      version: 1,
      notice: true,
      title: 'talk-title',
    }).say('text', {
      args: ({ number, how }) => ({ number, how, hours: agency.talk.closeAfterHours }),
    }),
  ]
}

// Every act on a talk begins alike: is this an officer, is there such a talk, does nobody else hold it?
function refused<A extends Arg>(start: ReturnType<typeof flow<Ports, A>>, lost: (answers: A) => TalkLost | null) {
  return start
    .say('refused', {
      key: 'talk-lost',
      when: (answers) => lost(answers) !== null,
      args: (answers) => lostText(lost(answers)),
      choices: (answers) => lostChoices(answers.arg, lost(answers)?.outcome),
    })
    .end('not-ours', { when: (answers) => lost(answers) !== null })
}

function notForCitizen({ text, at }: TalkAnswer, asked: number): Text | undefined {
  const isCommand = matchesPhrase(normalise(text), DECISIONS)
  return isCommand || at - asked > FRESH ? t('talk-answer-doubt', { text: quoted(text) }) : undefined
}
