import type { Json } from '../../flows/engine/json.ts'
import { openObject, sealObject } from './columns.ts'
import type { FileVault } from '../vault/files.ts'
import type { WithdrawalParts } from './case-withdrawal.ts'
import type { Desk } from './scope.ts'

/** Ids as storage/ids.ts makes them. */
const ID = /^[0-9A-Z]{11}$/

/** What erasing needs; a job's, not a turn's. */
export type EraseParts = WithdrawalParts &
  Pick<Desk, 'sealer' | 'random'> & {
    readonly vault: Pick<FileVault, 'erase'>
  }

/** Which cases are emptied. */
export interface Cases {
  readonly registrations: readonly string[]
  readonly requests: readonly string[]
}

/**
 * Empties cases of what a person said and an officer wrote, and erases their documents; with `person`, those of the
 * person besides. Numbers, dates and decisions stay: they name nobody.
 */
export async function emptyCases(parts: EraseParts, cases: Cases, person?: string): Promise<void> {
  const { tx, sealer } = parts
  const registrations = { in: [...cases.registrations] }
  const requests = { in: [...cases.requests] }
  const bare = { flags: '[]', note: null }
  const answers = sealObject(sealer, {}, 'registration.answers')
  await tx.registration.updateMany({
    where: { id: registrations },
    data: { ...bare, answers, marked: '[]', passwordHash: null },
  })
  await tx.request.updateMany({
    where: { id: requests },
    data: { ...bare, answers: sealObject(sealer, {}, 'request.answers') },
  })
  const whose = [
    { registrationId: registrations },
    { requestId: requests },
    ...(person === undefined ? [] : [{ personId: person }]),
  ]
  const documents = await tx.document.findMany({ where: { OR: whose }, select: { id: true, fileId: true } })
  await tx.document.updateMany({
    where: { id: { in: documents.map(({ id }) => id) } },
    data: { removedAt: BigInt(parts.now), name: null, date: null, remark: null },
  })
  await eraseUnused(
    parts,
    documents.map(({ fileId }) => fileId),
  )
}

/** Empties what was said in these chats' talks, and closes them. */
export async function emptyTalks(parts: EraseParts, chats: readonly number[]): Promise<void> {
  const { tx, sealer, now } = parts
  const talks = await tx.talk.findMany({ where: { conversationId: { in: chats.map(BigInt) } }, select: { id: true } })
  const ids = talks.map(({ id }) => id)
  const lines = await tx.talkLine.findMany({ where: { talkId: { in: ids } }, select: { text: true } })
  await eraseUnused(
    parts,
    lines.flatMap(({ text }) => idsIn(openObject(sealer, text, 'talk-line.text'))),
  )
  const text = sealObject(sealer, { text: '', photo: null }, 'talk-line.text')
  await tx.talkLine.updateMany({ where: { talkId: { in: ids } }, data: { text } })
  await tx.talk.updateMany({ where: { id: { in: ids }, closedAt: null }, data: { status: 'closed', closedAt: BigInt(now) } })
}

/** Erases the files that were sent in these chats for forms that were never handed in. */
export async function eraseLooseFiles(parts: EraseParts, chats: readonly number[]): Promise<void> {
  for (const chat of chats) {
    const session = (await parts.store.session(parts.tx, chat))?.session
    if (session !== undefined) await eraseUnused(parts, idsIn(session.answers))
  }
}

/**
 * Erases those of these files that no document refers to any more, with what was made of them. A form that was put right has
 * the documents of the one before: a file goes with its last document.
 */
export async function eraseUnused(
  { tx, vault, agency }: Pick<EraseParts, 'tx' | 'vault' | 'agency'>,
  ids: readonly string[],
): Promise<void> {
  const unused = await tx.file.findMany({
    where: { id: { in: [...ids] }, agency: agency.id, erasedAt: null, parentId: null, documents: { none: { removedAt: null } } },
    select: { id: true },
  })
  for (const { id } of unused) await vault.erase(tx, id)
}

/** Everything in there that may be a file’s id; what is none is found nowhere. */
export function idsIn(value: Json): string[] {
  if (typeof value === 'string') return ID.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return (Array.isArray(value) ? value : Object.values(value)).flatMap((one) => idsIn(one as Json))
}
