import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import type { Ports } from '../ports.ts'

const NOTICE = { version: 1, notice: true, title: 'task-title' } as const

/** What is told when an officer's seat ends with its chat, there and to those who watch over the office's promises. */
export function seatNotices(): Flow<Ports>[] {
  return [
    // In a citizen's chat nothing is said of it: what was open is shown to nobody, and proof is asked where it is needed.
    flow<Ports, { readonly seat: boolean }>('long-silence', NOTICE)
      .clear('not-theirs')
      .say('seat', { when: ({ seat }) => seat, choices: () => [{ id: '/menu', label: t('engine-menu') }] }),
    flow<Ports, { readonly name: string; readonly why: string }>('seat-ended', NOTICE).say('text', {
      args: ({ name, why }) => ({ name, why }),
    }),
  ]
}
