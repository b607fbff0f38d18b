import { flow, type Flow } from '../engine/flow.ts'
import type { Ports } from '../ports.ts'

/** What supervisors are told when a platform's account is in trouble that only people can end. */
export function channelTrouble(): Flow<Ports> {
  return flow<Ports, { readonly trouble: string }>('channel-trouble', { version: 1, notice: true, title: 'task-title' }).say(
    'text',
    {
      args: ({ trouble }) => ({ trouble }),
    },
  )
}
