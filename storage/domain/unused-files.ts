import type { Agency } from '../../flows/agency.ts'
import type { Json } from '../../flows/engine/json.ts'
import type { Clock } from '../../flows/ports.ts'
import type { Tx } from '../database.ts'
import type { Store } from '../store.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import type { FileVault } from '../vault/files.ts'
import type { Sealer } from '../vault/seal.ts'
import { openObject } from './columns.ts'
import { idsIn } from './erasure-contents.ts'

const DAY = 86_400_000
/** Beyond the days after which an abandoned form is let go. */
const SPARE_DAYS = 30
/** Rows looked at in one transaction. */
const ROWS = 200

/** What looking for unused files needs; it takes many small transactions. */
export interface UnusedFileParts {
  readonly unitOfWork: UnitOfWork
  readonly store: Pick<Store, 'session'>
  readonly sealer: Sealer
  readonly agency: Agency
  readonly vault: Pick<FileVault, 'erase'>
  readonly clock: Clock
}

interface Candidate {
  readonly id: string
  /** ms since 1970 */
  readonly at: number
}

/** Where files may be named: what is said there since `since`, a page at a time. Returns where the page ends. */
type Place = (tx: Tx, parts: UnusedFileParts, since: number, after: string) => Promise<Page>

interface Page {
  readonly said: readonly Json[]
  /** undefined = that was all */
  readonly last: string | undefined
}

/**
 * Erases files, and what was made of them, that nothing refers to: no document that is still there, no line of a talk, no
 * answer of a case or of a conversation. They are left by forms that were given up, and by photos that were sent anew. A
 * form lies at most `idle.expireDays` after the last word in its chat, and what is under way elsewhere (jobs, events,
 * messages) is done with or purged after 30 days: what is older than both together and is named nowhere never will be.
 * Returns how many were erased, not counting what was made of them.
 */
export async function eraseUnusedFiles(parts: UnusedFileParts): Promise<number> {
  const { unitOfWork, agency, clock, vault } = parts
  let unused = await withoutDocument(parts, clock.now() - (agency.idle.expireDays + SPARE_DAYS) * DAY)
  for (const place of [talks, registrations, requests, conversations]) unused = await notNamedIn(place, parts, unused)
  let erased = 0
  for (const { id } of unused)
    await unitOfWork.run(async (tx) => {
      // A form may have been handed in since.
      if (await isInDocument(tx, id)) return
      await vault.erase(tx, id)
      erased++
    })
  return erased
}

async function withoutDocument({ unitOfWork, agency }: UnusedFileParts, before: number): Promise<readonly Candidate[]> {
  const found: Candidate[] = []
  const old = { agency: agency.id, erasedAt: null, parentId: null, createdAt: { lt: BigInt(before) } }
  let after: string | undefined = ''
  while (after !== undefined) {
    const where = { id: { gt: after }, ...old, documents: { none: { removedAt: null } } }
    const page: { readonly files: readonly Candidate[]; readonly last: string | undefined } = await unitOfWork.run(async (tx) => {
      const rows = await tx.file.findMany({ where, orderBy: { id: 'asc' }, take: ROWS, select: { id: true, createdAt: true } })
      const inUse = await withUsedChildren(tx, rows)
      const files = rows.filter(({ id }) => !inUse.has(id)).map(({ id, createdAt }) => ({ id, at: Number(createdAt) }))
      return { files, last: rows.at(-1)?.id }
    })
    found.push(...page.files)
    after = page.last
  }
  return found
}

async function notNamedIn(place: Place, parts: UnusedFileParts, files: readonly Candidate[]): Promise<readonly Candidate[]> {
  if (files.length === 0) return files
  // Nothing names a file that is not there yet.
  const since = Math.min(...files.map(({ at }) => at))
  const named = new Set<string>()
  let after: string | undefined = ''
  while (after !== undefined) {
    const from: string = after
    const page = await parts.unitOfWork.run((tx) => place(tx, parts, since, from))
    for (const id of page.said.flatMap(idsIn)) named.add(id)
    after = page.last
  }
  return files.filter(({ id }) => !named.has(id))
}

// A line has its time from when its photo was kept.
const talks: Place = async (tx, { sealer }, since, after) => {
  const where = { id: { gt: after }, at: { gte: BigInt(since) } }
  const rows = await tx.talkLine.findMany({ where, orderBy: { id: 'asc' }, take: ROWS, select: { id: true, text: true } })
  return { said: rows.map(({ text }) => openObject(sealer, text, 'talk-line.text')), last: rows.at(-1)?.id }
}

const registrations: Place = async (tx, { sealer }, since, after) => {
  const where = { id: { gt: after }, submittedAt: { gte: BigInt(since) } }
  const rows = await tx.registration.findMany({ where, orderBy: { id: 'asc' }, take: ROWS, select: { id: true, answers: true } })
  return { said: rows.map(({ answers }) => openObject(sealer, answers, 'registration.answers')), last: rows.at(-1)?.id }
}

const requests: Place = async (tx, { sealer }, since, after) => {
  const where = { id: { gt: after }, submittedAt: { gte: BigInt(since) } }
  const rows = await tx.request.findMany({ where, orderBy: { id: 'asc' }, take: ROWS, select: { id: true, answers: true } })
  return { said: rows.map(({ answers }) => openObject(sealer, answers, 'request.answers')), last: rows.at(-1)?.id }
}

const conversations: Place = async (tx, { store }, since, after) => {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM Conversation WHERE id > ${Number(after)} AND state IS NOT NULL AND updatedAt >= ${since} ORDER BY id LIMIT ${ROWS}`
  const said: Json[] = []
  for (const { id } of rows) {
    const found = await store.session(tx, id)
    if (found !== undefined) said.push(JSON.parse(JSON.stringify(found.session)) as Json)
  }
  return { said, last: rows.at(-1)?.id.toString() }
}

// What was made of a file may be the document: a page of it.
async function withUsedChildren(tx: Tx, files: readonly { readonly id: string }[]): Promise<ReadonlySet<string | null>> {
  const where = { parentId: { in: files.map(({ id }) => id) }, documents: { some: { removedAt: null } } }
  const children = await tx.file.findMany({ where, select: { parentId: true } })
  return new Set(children.map(({ parentId }) => parentId))
}

async function isInDocument(tx: Tx, id: string): Promise<boolean> {
  return (await tx.document.count({ where: { removedAt: null, file: { OR: [{ id }, { parentId: id }] } } })) > 0
}
