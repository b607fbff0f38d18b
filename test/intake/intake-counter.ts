import { onTestFinished } from 'vitest'
import { FileTooLarge } from '../../bot/channels/channel.ts'
import { createIntake } from '../../bot/intake/intake.ts'
import type { ScanVerdict } from '../../bot/intake/malware/scan.ts'
import type * as Pipeline from '../../bot/intake/pipeline.ts'
import type * as Reader from '../../bot/intake/reading-worker.ts'
import { WorkerPool } from '../../bot/intake/worker-pool.ts'
import type { SlotRules, TypedIdentity } from '../../flows/fields/document-outcome.ts'
import { dataFolder } from '../storage/vault-fixture.ts'

const PIPELINE = new URL('../../bot/intake/pipeline.ts', import.meta.url)
const SCRIPTED_READER = new URL('./scripted-reader.ts', import.meta.url)
/** The reader that citizens have. */
export const READER = new URL('../../bot/intake/reading-worker.ts', import.meta.url)

/** Anything that can be seen. */
export const ANY: SlotRules = {
  slot: 'lampiran',
  kind: 'any',
  types: ['jpeg', 'png', 'webp', 'heic', 'pdf'],
  maxBytes: 10 * 1024 * 1024,
  maxPages: 3,
  shrink: true,
  checks: [],
}
export const KTP: SlotRules = { ...ANY, slot: 'ktp', kind: 'ktp', checks: ['legible', 'kind', 'identity'] }

/** What differs from the usual. */
interface Setting {
  readonly reader?: URL
  readonly readingMs?: number
  readonly scan?: (bytes: Uint8Array) => Promise<ScanVerdict>
}

/** An intake on a fresh data folder, in front of a platform that holds one file: `file`, until it is another one. */
export async function counter(first: Uint8Array, { reader = SCRIPTED_READER, readingMs = 20_000, scan }: Setting = {}) {
  const { start, files } = await dataFolder()
  const { vault, unitOfWork } = await start()
  const failures: string[] = []
  const onFailure = (error: unknown) => void failures.push(String(error))
  const pictures = new WorkerPool<typeof Pipeline>({ module: PIPELINE, threads: 1, timeout: 20_000, onFailure })
  const readers = new WorkerPool<typeof Reader>({ module: reader, apart: true, threads: 1, timeout: readingMs, onFailure })
  onTestFinished(async () => void (await Promise.all([pictures.close(), readers.close()])))
  const platform = { file: first }
  const asked: [string, string, number][] = []
  const fetch = async (account: string, ref: string, max: number) => {
    asked.push([account, ref, max])
    if (platform.file.length > max) throw new FileTooLarge(max)
    return Uint8Array.from(platform.file)
  }
  const parts = { fetch, pictures, readers, scan, vault, unitOfWork }
  const intake = createIntake(parts)
  const expected = (rules: SlotRules, typed: TypedIdentity) => ({ agency: 'sintren', rules, typed, today: '2026-05-04' })
  const rows = () => unitOfWork.run((tx) => tx.file.findMany({ orderBy: { id: 'asc' } }))
  const send = (rules = ANY, typed: TypedIdentity = {}) =>
    intake.take({ ...expected(rules, typed), account: 'simulator', ref: 'f1' })
  const again = (kept: string, rules = ANY, typed: TypedIdentity = {}) =>
    intake.lookAgain({ ...expected(rules, typed), file: kept })
  const bytesOf = async (id: string) => Buffer.from((await vault.read(unitOfWork, id)).bytes)
  return { again, asked, bytesOf, failures, files, intake, parts, platform, rows, send, unitOfWork, vault }
}

/** Sends the file; fails when it is refused. */
export async function kept(desk: Awaited<ReturnType<typeof counter>>, rules?: SlotRules, typed?: TypedIdentity) {
  const outcome = await desk.send(rules, typed)
  if (!outcome.ok) throw new Error(outcome.problem)
  return outcome
}
