import type { Clock } from '../../flows/ports.ts'
import type { Tx } from '../../storage/database.ts'
import type { DomainParts } from '../../storage/domain/scope.ts'
import type { TalkDesk } from '../../storage/domain/talk-rows.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'

/** What jobs about talks need. */
export interface TalkJobParts {
  readonly domain: DomainParts
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
}

/** Does something with talks now, in a transaction of its own. */
export function atTalkDesk<T>({ domain, unitOfWork, clock }: TalkJobParts, work: (desk: TalkDesk) => Promise<T>): Promise<T> {
  return unitOfWork.run((tx: Tx) => work({ ...domain, tx, now: clock.now() }))
}
