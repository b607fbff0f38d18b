import type { Clock } from '../flows/ports.ts'
import type { DomainParts } from '../storage/domain/scope.ts'
import { removeLeftDocuments } from '../storage/domain/left-documents.ts'
import { forgetNotices } from '../storage/domain/tell-person.ts'
import { eraseUnusedFiles } from '../storage/domain/unused-files.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'
import type { FileVault } from '../storage/vault/files.ts'
import type { Log } from './runtime/log.ts'
import type { Scheduler } from './runtime/scheduler.ts'
import { sweeping, type Sweeping } from './sweeping.ts'

/** Platforms redeliver for up to a week; what is done with is kept this long, ms. */
const KEPT_MS = 30 * 86_400_000

interface SweepsNeeds {
  readonly domain: DomainParts
  readonly unitOfWork: UnitOfWork
  readonly vault: FileVault
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly log: Log
}

/** What nobody needs any more: files that nothing names, and rows that are done with. */
export function sweeps({ domain, unitOfWork, vault, clock, scheduler, log }: SweepsNeeds): Sweeping {
  const { store } = domain
  return sweeping(
    scheduler,
    {
      files: async () => {
        await removeLeftDocuments({ ...domain, unitOfWork, clock })
        await eraseUnusedFiles({ ...domain, unitOfWork, vault, clock })
        await vault.sweep(unitOfWork)
      },
      rows: () =>
        unitOfWork.run(async (tx) => {
          await store.purge(tx, clock.now() - KEPT_MS)
          await forgetNotices({ tx }, clock.now() - KEPT_MS)
        }),
    },
    (error, kind) => log.warn({ error, kind }, 'what nobody needs any more could not be swept up'),
  )
}
