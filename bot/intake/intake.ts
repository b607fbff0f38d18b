import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { FileVault } from '../../storage/vault/files.ts'
import { FileTooLarge } from '../channels/channel.ts'
import { byteLimit } from './byte-limit.ts'
import { refused, type Refused } from './problem.ts'
import type { WorkerPool } from './worker-pool.ts'

/** A received file that is to become a document's photo. */
export type IntakeRequest = {
  /** the channel account that it came by */
  readonly account: string
  /** the channel's reference of it */
  readonly ref: string
  readonly agency: string
  /** the most bytes that the document's slot takes; the hard limit stands in any case */
  readonly maxBytes?: number
}

/** `file` is the id of the kept photo in the vault; `width` and `height` in pixels. */
export type IntakeOutcome =
  { readonly ok: true; readonly file: string; readonly width: number; readonly height: number } | Refused

/** What the intake stands on. */
export interface IntakeParts {
  /** the bytes of a received file; fails with FileTooLarge beyond `max` bytes */
  fetch(account: string, ref: string, max: number): Promise<Uint8Array>
  readonly pool: WorkerPool
  readonly vault: FileVault
  readonly unitOfWork: UnitOfWork
}

/**
 * The job that takes in a photo: fetches it, checks and cleans it in a worker thread, and keeps it encrypted. Nothing of
 * what was sent is stored but the pixels. Fails when the platform or the disk does: the job is then tried again.
 */
export function createIntake({ fetch, pool, vault, unitOfWork }: IntakeParts) {
  return async ({ account, ref, agency, maxBytes }: IntakeRequest): Promise<IntakeOutcome> => {
    const limitBytes = byteLimit(maxBytes)
    const bytes = await fetch(account, ref, limitBytes).catch((error: unknown) => {
      if (error instanceof FileTooLarge) return undefined
      throw error
    })
    if (bytes === undefined) return refused('too-large')
    const photo = await pool.run({ bytes, limitBytes })
    if (!photo.ok) return photo
    const { jpeg, width, height } = photo
    const prepared = await vault.put(jpeg, { agency, mime: 'image/jpeg', variant: 'photo', width, height })
    await unitOfWork.run((tx) => vault.record(tx, prepared))
    return { ok: true, file: prepared.id, width, height }
  }
}
