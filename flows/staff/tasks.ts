import { formatDateTime } from '../calendar/format.ts'
import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t, type Language, type Text } from '../engine/text.ts'
import type { SentFile } from '../engine/reply.ts'
import type { Ports, TaskCard } from '../ports.ts'
import { cardChoices, cardText } from './case-card.ts'
import { casePictureId, clearedId } from './drawn-files.ts'

/** Most tasks that the queue lists at once. */
const LISTED = 10

type ForTask = { readonly task: string }

/** The prompt that every officer gets when a case comes in: pictures, case card, buttons. */
export function newTask(counter: Counter): Flow<Ports> {
  return showCard(
    flow<Ports, ForTask>('task-new', { version: 1, notice: true, title: 'task-title' }),
    counter,
    ({ task }) => task,
  )
}

/** Shows a task again, from the queue. */
export function task(counter: Counter): Flow<Ports> {
  const start = flow<Ports, { readonly arg?: string }>('task', { version: 1, title: 'task-title' })
  return showCard(start, counter, ({ arg = '' }) => arg)
}

function showCard<A>(start: ReturnType<typeof flow<Ports, A>>, counter: Counter, taskOf: (answers: A) => string): Flow<Ports> {
  return start
    .do('card', (ports, answers) => ports.staff.card(taskOf(answers)))
    .send('documents', ({ card }, language) => picturesOf(card, language), {
      caption: 'task-documents',
      about: (answers) => taskOf(answers),
    })
    .say('card', {
      key: 'task-card',
      when: ({ card }) => card !== null && card.status !== 'decided',
      args: ({ card }, language) => (card === null ? {} : cardText(card, counter, language)),
      choices: ({ card }) => (card === null ? [] : cardChoices(card)),
      about: (answers) => taskOf(answers),
      protect: true,
    })
    .say('decided', {
      key: 'task-is-decided',
      when: ({ card }) => card?.status === 'decided',
      args: ({ card }) => ({
        what: t('case-kind', { kind: card?.kind ?? '' }),
        number: card?.number ?? '',
        by: card?.by ?? '',
        decision: card?.decision ?? '',
      }),
    })
    .say('none', {
      key: 'task-none',
      when: ({ card }) => card === null,
      choices: () => [{ id: '/queue', label: t('menu-queue') }],
    })
}

/** The work that waits, oldest first (`antrian`). */
export function queue({ agency }: Counter): Flow<Ports> {
  return flow<Ports>('queue', { version: 1, title: 'queue-title', words: ['antrian', 'antrean', 'queue', 'tugas'] })
    .do('list', (ports) => ports.staff.queue(LISTED))
    .say('not-officer', {
      key: 'staff-only',
      when: ({ list }) => list === null,
      choices: () => [{ id: '/menu', label: t('engine-menu') }],
    })
    .say('empty', {
      when: ({ list }) => list !== null && list.total === 0,
      choices: () => [{ id: '/menu', label: t('engine-menu') }],
    })
    .say('list', {
      when: ({ list }) => list !== null && list.total > 0,
      args: ({ list }, language) => ({
        total: list?.total ?? 0,
        rows: {
          lines: (list?.entries ?? []).map((entry, i): Text => {
            const promised = formatDateTime(entry.promisedAt, agency.zone, language)
            const held = entry.mine
              ? t('queue-mine')
              : entry.claimedBy === null
                ? ''
                : t('queue-claimed', { by: entry.claimedBy })
            return t('queue-row', {
              n: i + 1,
              mark: entry.mark ?? 'none',
              what: t('case-kind', { kind: entry.kind }),
              number: entry.number,
              promised,
              held,
            })
          }),
        },
      }),
      choices: ({ list }) => (list?.entries ?? []).map((entry) => ({ id: `/task:${entry.task}`, label: entry.number })),
    })
}

type Contested = ForTask & { readonly number: string }
type Reminder = ForTask & { readonly number: string; readonly promisedAt: number }

/** What officers are told about tasks besides the prompt itself. */
export function staffNotices({ agency }: Counter): Flow<Ports>[] {
  return [
    flow<Ports, Reminder>('task-reminder', { version: 1, notice: true, title: 'task-title' }).say('text', {
      args: ({ number, promisedAt }, language) => ({ number, promised: formatDateTime(promisedAt, agency.zone, language) }),
      choices: ({ task: id }) => [{ id: `/task:${id}`, label: t('button-open') }],
      about: ({ task: id }) => id,
    }),
    flow<Ports, { readonly number: string; readonly by: string; readonly decision: string }>('task-decided', {
      version: 1,
      notice: true,
      title: 'task-title',
    }).say('text', {
      args: ({ number, by, decision }) => ({ number, by, decision }),
    }),
    flow<Ports, Contested>('task-contested', { version: 1, notice: true, title: 'task-title' }).say('text', {
      args: ({ number }) => ({ number }),
      choices: ({ task: id }) => [{ id: `/task:${id}`, label: t('button-open') }],
      about: ({ task: id }) => id,
    }),
    flow<Ports, ForTask & { readonly number: string }>('claim-expired', { version: 1, notice: true, title: 'task-title' }).say(
      'text',
      {
        args: ({ number }) => ({ number, minutes: agency.claimMinutes }),
        choices: ({ task: id }) => [{ id: `/task:${id}`, label: t('button-open') }],
        about: ({ task: id }) => id,
      },
    ),
  ]
}

// The case as one picture, then every page of its documents, large; of a dark one also how it looks in more light.
function picturesOf(card: TaskCard | null, language: Language): readonly SentFile[] | null {
  if (card === null || card.status === 'decided' || card.documents.length === 0) return null
  const { number, documents } = card
  const pages = documents.flatMap(({ slot, file, pages: further, findings }) => [
    ...[file, ...further].map((id) => ({ file: id, slot })),
    ...(findings?.fault === 'dark' ? [{ file: clearedId(file), slot }] : []),
  ])
  return [
    { file: casePictureId(card.task, language), name: `${number}.jpg` },
    ...pages.map(({ file, slot }, i) => ({ file, name: `${number}-${slot}-${i + 1}.jpg` })),
  ]
}
