import { z } from 'zod'
import type { Language } from '../../flows/engine/text.ts'
import type { Clock } from '../../flows/ports.ts'
import { collectCopy, copyAsJson, type DataCopy } from '../../storage/domain/data-copy.ts'
import { eraseCopy, keepCopy } from '../../storage/domain/data-copy-files.ts'
import type { DomainParts } from '../../storage/domain/scope.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import { FileUnavailable, type FileVault } from '../../storage/vault/files.ts'
import type { JobHandler } from '../runtime/job-runner.ts'

/** Most bytes of pictures that are put into the page; what is more is listed only. Platforms take files of 20 MB and more. */
const PICTURES = 8 * 1024 * 1024

/** What copies are made with. */
export interface CopyJobParts {
  readonly domain: Pick<DomainParts, 'store' | 'ids' | 'sealer' | 'agency'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly vault: FileVault
  /** the copy as a page of HTML; `pictures` are data URIs by file id */
  page(copy: DataCopy, pictures: ReadonlyMap<string, string>, language: Language): string
}

const subjectShape = z.object({ person: z.string(), chat: z.number().nullable() })

/**
 * Makes a copy of everything that is kept about a person: a page for people, with the photos in it, and the same as JSON.
 * Both wait in the vault until they are sent. `null` = there is nobody any more.
 */
export function dataCopyJob(parts: CopyJobParts): JobHandler {
  const { domain, unitOfWork, clock, vault } = parts
  return {
    attempts: 3,
    leaseMs: 120_000,
    async run(payload, { conversation }) {
      const subject = subjectShape.parse(payload)
      const found = await unitOfWork.run(async (tx) => ({
        copy: await collectCopy({ ...domain, tx, now: clock.now() }, subject),
        language: (await domain.store.session(tx, conversation ?? 0))?.session.head.language ?? 'id',
      }))
      if (found.copy === null) return null
      const copy = { ...found.copy, documents: await withFindings(parts, found.copy.documents) }
      const pictures = await picturesOf(parts, copy)
      const files = [
        { text: parts.page(copy, pictures, found.language), mime: 'text/html' },
        { text: copyAsJson(copy), mime: 'application/json' },
      ]
      const facts = { agency: domain.agency.id, variant: 'data-copy' }
      const put = await Promise.all(files.map(({ text, mime }) => vault.put(Buffer.from(text), { ...facts, mime })))
      const keep = { ...domain, vault, now: clock.now() }
      await unitOfWork.run((tx) => keepCopy({ ...keep, tx }, subject.person, put))
      const [page, json] = put.map(({ id }) => id)
      return { page: page ?? '', json: json ?? '' }
    },
  }
}

async function withFindings(
  { vault, unitOfWork }: CopyJobParts,
  documents: DataCopy['documents'],
): Promise<DataCopy['documents']> {
  return Promise.all(
    documents.map(async (one) => {
      const found = await vault.findings(unitOfWork, one.file).catch(unlessUnavailable)
      return found === undefined ? one : { ...one, found }
    }),
  )
}

// Erased meanwhile: there is nothing to be copied.
function unlessUnavailable(error: unknown): undefined {
  if (!(error instanceof FileUnavailable)) throw error
}

async function picturesOf({ vault, unitOfWork }: CopyJobParts, { documents }: DataCopy): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>()
  let total = 0
  for (const { file, size, mime } of documents) {
    if (pictures.has(file) || !mime.startsWith('image/') || total + size > PICTURES) continue
    try {
      const { bytes } = await vault.read(unitOfWork, file)
      pictures.set(file, `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`)
      total += size
    } catch (error) {
      // Erased, or lost with a disk: the page says that it is not in it.
      if (!(error instanceof FileUnavailable)) throw error
    }
  }
  return pictures
}

const orderShape = z.object({ about: z.string(), files: z.array(z.string()), until: z.number() })

/** Erases a copy that was sent, or that nobody could be sent for a day. */
export function eraseCopyJob({ domain, unitOfWork, clock, vault }: Omit<CopyJobParts, 'page'>): JobHandler {
  return {
    attempts: 10,
    leaseMs: 60_000,
    async run(payload) {
      const order = orderShape.parse(payload)
      await unitOfWork.run((tx) => eraseCopy({ ...domain, tx, vault, now: clock.now() }, order))
      return undefined
    },
  }
}
