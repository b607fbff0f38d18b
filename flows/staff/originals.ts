import type { Counter } from '../counter.ts'
import { slotOf } from '../agency.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t, type Text } from '../engine/text.ts'
import type { Ports, TaskCard } from '../ports.ts'
import { sheetName } from './case-comparison.ts'

/** How long the link to an original can be opened. */
const MINUTES = 10

/**
 * The PDFs of a case as they were sent, each behind a link that opens once (`asli`, in reply to a card or by its button).
 * In the chat officers see pictures of the pages only, which can do no harm.
 */
export function originals(counter: Counter): Flow<Ports> {
  return flow<Ports, { readonly arg?: string }>('originals', {
    version: 1,
    title: 'task-title',
    replyWords: ['asli', 'berkas asli', 'original', 'originals'],
  })
    .do('card', (ports, { arg = '' }) => ports.staff.originals(arg))
    .say('links', {
      when: ({ card }) => originalsOf(card).length > 0,
      args: ({ card }) => ({ number: card?.number ?? '', minutes: MINUTES, rows: { lines: rows(card, counter) } }),
      about: ({ arg = '' }) => arg,
      protect: true,
    })
    .say('no-originals', {
      when: ({ card }) => card !== null && originalsOf(card).length === 0,
      args: ({ card }) => ({ number: card?.number ?? '' }),
    })
    .say('none', {
      key: 'task-none',
      when: ({ card }) => card === null,
      choices: () => [{ id: '/queue', label: t('menu-queue') }],
    })
}

type Found = Pick<TaskCard, 'task' | 'number' | 'documents'> | null

function originalsOf(card: Found) {
  return (card?.documents ?? []).flatMap((document) =>
    document.original === null ? [] : [{ ...document, original: document.original }],
  )
}

function rows(card: Found, { agency }: Counter): Text[] {
  return originalsOf(card).map((document) =>
    t('originals-row', {
      name: sheetName(document, card?.documents ?? [], t(slotOf(agency, document.slot).label)),
      page: {
        link: {
          purpose: 'original',
          subject: document.original,
          minutes: MINUTES,
          data: { task: card?.task ?? '', name: `${card?.number}-${document.slot}-${document.sheet}.pdf` },
        },
      },
    }),
  )
}
