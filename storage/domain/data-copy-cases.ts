import type { Json, JsonObject } from '../../flows/engine/json.ts'
import type { DataSubject } from '../../flows/ports/privacy.ts'
import { openObject, openText, readCodes } from './columns.ts'
import { casesOf } from './data-subject.ts'
import type { Desk } from './scope.ts'

/** What a copy is made from; a job's, not a turn's. */
export type CopyParts = Pick<Desk, 'tx' | 'sealer' | 'agency' | 'now'>

/** A registration or a request, with what became of it. Times are ms since 1970. */
export interface CopiedCase {
  readonly number: string
  readonly kind: string
  readonly status: string
  readonly submittedAt: number
  readonly promisedAt: number
  readonly decidedAt: number | null
  /** code of the agency's reason */
  readonly reason: string | null
  readonly note: string | null
  /** ids of the questions that were to be answered again */
  readonly marked: readonly string[]
  /** what officers were told to look at */
  readonly flags: readonly string[]
  readonly answers: JsonObject
  readonly history: readonly { readonly at: number; readonly event: string; readonly by: 'you' | 'officer' }[]
}

/** A document as kept; `file` is for the maker of the copy only. */
export interface CopiedDocument {
  readonly slot: string
  readonly case: string | null
  readonly file: string
  readonly mime: string
  /** bytes */
  readonly size: number
  /** the name that it was sent with */
  readonly name: string | null
  /** the date on it, yyyy-mm-dd */
  readonly date: string | null
  readonly remark: string | null
  /** the service that it was made ready for, where there is no case */
  readonly service: string | null
  /** what was read in it and how it was judged; only the maker of the copy can open it */
  readonly found?: Json
  readonly at: number
}

/** The subject's cases with their documents, oldest first; `ids` are those of the rows, tasks included. */
export async function casesCopied(
  parts: CopyParts,
  subject: DataSubject,
  chats: readonly bigint[],
): Promise<{
  readonly cases: readonly CopiedCase[]
  readonly documents: readonly CopiedDocument[]
  readonly ids: readonly string[]
}> {
  const { tx, agency } = parts
  const where = { ...casesOf(subject), agency: agency.id }
  // Somebody else may have typed this NIK in a chat of theirs: what they wrote is theirs, unless the office accepted it.
  const isOwn = { OR: [{ conversationId: { in: [...chats] } }, { events: { some: { kind: 'approved' } } }] }
  const registrations = await tx.registration.findMany({
    where: { ...where, ...(subject.chat === null && isOwn) },
    orderBy: { id: 'asc' },
    include: { events: { orderBy: { at: 'asc' } } },
  })
  const isAsked = { OR: [{ conversationId: { in: [...chats] } }, { kind: 'correction' }] }
  const requests = await tx.request.findMany({
    where: { ...where, ...(subject.chat === null && isAsked) },
    orderBy: { id: 'asc' },
  })
  const open = opener(parts)
  const cases = [
    ...registrations.map((row): CopiedCase => ({
      ...open(row, 'registration'),
      kind: 'registration',
      marked: readCodes(row.marked),
      history: row.events.map(({ at, kind, actor }) => ({
        at: Number(at),
        event: kind,
        by: actor.startsWith('officer:') ? 'officer' : 'you',
      })),
    })),
    ...requests.map((row): CopiedCase => ({ ...open(row, 'request'), kind: row.kind, marked: [], history: [] })),
  ]
  const all = [...registrations, ...requests]
  const numbers = new Map(all.map(({ id, number }) => [id, number]))
  const tasks = await tx.task.findMany({
    where: {
      OR: [{ registrationId: { in: registrations.map(({ id }) => id) } }, { requestId: { in: requests.map(({ id }) => id) } }],
    },
    select: { id: true },
  })
  return {
    cases,
    documents: await documentsOf(parts, numbers, subject),
    ids: [...all, ...tasks].map(({ id }) => id),
  }
}

interface CaseRow {
  readonly number: string
  readonly status: string
  readonly submittedAt: bigint
  readonly promisedAt: bigint
  readonly decidedAt: bigint | null
  readonly reason: string | null
  readonly note: Uint8Array | null
  readonly flags: string
  readonly answers: Uint8Array
}

function opener({ sealer }: CopyParts) {
  return (row: CaseRow, kind: 'registration' | 'request') => ({
    number: row.number,
    status: row.status,
    submittedAt: Number(row.submittedAt),
    promisedAt: Number(row.promisedAt),
    decidedAt: row.decidedAt === null ? null : Number(row.decidedAt),
    reason: row.reason,
    note: row.note === null ? null : openText(sealer, row.note, `${kind}.note`),
    flags: readCodes(row.flags),
    answers: openObject(sealer, row.answers, `${kind}.answers`),
  })
}

async function documentsOf(
  { tx, sealer }: CopyParts,
  numbers: ReadonlyMap<string, string>,
  { person, chat }: DataSubject,
): Promise<CopiedDocument[]> {
  const ids = { in: [...numbers.keys()] }
  const rows = await tx.document.findMany({
    where: {
      removedAt: null,
      slot: { not: COPY_SLOT },
      OR: [{ registrationId: ids }, { requestId: ids }, ...(chat === null ? [{ personId: person }] : [])],
    },
    orderBy: { id: 'asc' },
    include: { file: true },
  })
  return rows.map(({ slot, registrationId, requestId, file, name, date, remark, service, createdAt }) => ({
    slot,
    case: numbers.get(registrationId ?? requestId ?? '') ?? null,
    file: file.id,
    mime: file.mime,
    size: file.size,
    name: name === null ? null : openText(sealer, name, 'document.name'),
    date,
    remark: remark === null ? null : openText(sealer, remark, 'document.remark'),
    service,
    at: Number(createdAt),
  }))
}

/** The slot of a copy of the data while it waits to be sent; it is no document of a case. */
export const COPY_SLOT = 'data-copy'
