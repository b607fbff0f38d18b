import type { JobParts } from './runtime/job-runner.ts'
import type { Log } from './runtime/log.ts'
import type { OutletParts } from './runtime/outlet.ts'
import type { TurnWorld } from './runtime/turn.ts'
import type { Metrics } from './web/metrics.ts'

/** What the runtime tells of itself, counted and logged: ids and codes only. */
export function observers(
  log: Log,
  metrics: Metrics,
): { readonly turn: TurnWorld<unknown>['observe']; readonly send: OutletParts['observe']; readonly job: JobParts['observe'] } {
  return {
    turn: ({ conversation, account, event, ms, error, aside }) => {
      metrics.inboxEvent(account, event.payload.event.kind)
      metrics.turn(ms / 1000)
      if (error === undefined) return
      metrics.turnFailed()
      log.error({ error, conversation, event: event.id, attempts: event.attempts + 1, aside: aside === true }, 'a turn failed')
    },
    send: ({ account, id, outcome, ms, error }) => {
      metrics.outboxSend(account, outcome)
      if (error !== undefined) log.warn({ error, account, message: id, outcome, ms }, 'a message was not sent')
    },
    job: ({ id, kind, outcome, ms, error }) => {
      metrics.job(kind, outcome)
      if (error !== undefined) log.warn({ error, job: id, kind, outcome, ms }, 'a job failed')
    },
  }
}
