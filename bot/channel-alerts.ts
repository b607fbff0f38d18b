import type { Clock } from '../flows/ports.ts'
import { tell } from '../storage/domain/notices.ts'
import { officersWhoMay } from '../storage/domain/officers.ts'
import type { DomainParts } from '../storage/domain/scope.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'
import type { Log } from './runtime/log.ts'
import type { Metrics } from './web/metrics.ts'

const DAY = 86_400_000

/** What telling of trouble needs. */
export interface AlertParts {
  readonly domain: Pick<DomainParts, 'store' | 'agency'>
  readonly unitOfWork: UnitOfWork
  readonly log: Log
  readonly clock: Clock
  readonly metrics: Pick<Metrics, 'channelTrouble'>
  /** the inbox has changed beside the pump */
  changed(): void
}

/** Says that an account of ours on a platform is in trouble that only people can end; `trouble` is one of `channel-trouble-text`. */
export type Alert = (account: string, trouble: string) => void

/**
 * Tells those who watch over the office's promises (permission `escalation`) in their chats: once a day for each trouble of
 * each account, however many messages meet it.
 */
export function channelAlerts({ domain, unitOfWork, log, clock, metrics, changed }: AlertParts): Alert {
  const { store, agency } = domain
  const told = new Map<string, number>()
  return (account, trouble) => {
    metrics.channelTrouble(account, trouble)
    const now = clock.now()
    const day = Math.floor(now / DAY)
    const subject = `${account}:${trouble}`
    if (told.get(subject) === day) return
    told.set(subject, day)
    unitOfWork
      .run(async (tx) => {
        const officers = await officersWhoMay({ tx, agency }, 'escalation')
        const notice = { notice: 'channel-trouble', key: `${subject}:${day}`, data: { trouble } }
        await tell(
          { tx, store, now },
          officers.map(({ conversation }) => ({ conversation, ...notice })),
        )
      })
      .then(changed)
      .catch((error: unknown) => {
        told.delete(subject)
        log.warn({ account, error }, 'the officers could not be told')
      })
  }
}
