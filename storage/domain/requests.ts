import type { JsonObject } from '../../flows/engine/json.ts'
import { addWorkingDays } from '../../flows/calendar/working-time.ts'
import type { HandedSheet, RequestView } from '../../flows/ports/requests.ts'
import { appendAudit } from '../audit.ts'
import type { RequestRow } from './cases.ts'
import { requestNumber } from './codes.ts'
import { openText, sealObject } from './columns.ts'
import { personHere } from './contacts.ts'
import { keepDocument } from './registration-rows.ts'
import type { Desk } from './scope.ts'

const HOUR = 3_600_000
/** A person's data are corrected within 3 x 24 hours of the request (UU 27/2022 art. 30). */
const LAWFUL = 72 * HOUR
/** Numbers drawn until a free one is found; with 30 bits a month the first is free. */
const DRAWS = 20
/** Most requests that are looked at for one chat. */
const SHOWN = 20

/** A request to be kept. */
export interface NewRequest {
  readonly kind: RequestView['kind']
  /** whom it is about */
  readonly person: string
  readonly answers: JsonObject
  readonly flags: readonly string[]
  /** the document that goes with it */
  readonly sheets: readonly HandedSheet[]
  /** whether whoever asks is known to be that person */
  readonly isPersons: boolean
}

/** A request as it was kept. */
export interface KeptRequest {
  readonly id: string
  readonly number: string
  /** ms since 1970 */
  readonly promisedAt: number
}

/** Keeps a request of this chat, with its number and what is promised: the office's own time, at most 3 x 24 hours. */
export async function createRequest(desk: Desk, request: NewRequest): Promise<KeptRequest> {
  const { tx, ids, sealer, agency, calendar, conversation, now } = desk
  const { kind, person, answers, flags, sheets, isPersons } = request
  const kept = {
    id: ids.text(),
    number: await freeNumber(desk, kind),
    promisedAt: Math.min(addWorkingDays(calendar, now, agency.promise.workingDays), now + LAWFUL),
  }
  await tx.request.create({
    data: {
      id: kept.id,
      number: kept.number,
      agency: agency.id,
      kind,
      personId: person,
      conversationId: BigInt(conversation),
      status: 'submitted',
      answers: sealObject(sealer, answers, 'request.answers'),
      flags: JSON.stringify(flags),
      submittedAt: BigInt(now),
      promisedAt: BigInt(kept.promisedAt),
    },
  })
  const slot = documentSlot(desk)
  for (const [i, { file, name }] of sheets.entries()) {
    const document = { slot, file, page: i + 1, ...(name !== null && { name }) }
    await keepDocument(desk, { requestId: kept.id }, isPersons ? person : null, document)
  }
  const entry = { agency: agency.id, actor: `conversation:${conversation}`, action: 'request.submitted', subject: kept.id }
  await appendAudit(tx, { ...entry, detail: { kind, number: kept.number, flags: [...flags] } }, now)
  return kept
}

/**
 * The requests that may be seen here, newest first: lost numbers reported from this chat, corrections of the person who
 * talks here.
 */
export async function ownRequests(desk: Desk): Promise<readonly RequestView[]> {
  const person = await personHere(desk)
  const rows = await desk.tx.request.findMany({
    where: {
      agency: desk.agency.id,
      OR: [
        { kind: 'phone', conversationId: BigInt(desk.conversation) },
        ...(person === null ? [] : [{ kind: 'correction', personId: person }]),
      ],
    },
    orderBy: { id: 'desc' },
    take: SHOWN,
  })
  return rows.map((row) => viewOf(desk, row))
}

/**
 * A request as its applicant sees it. That a lost number is not replaced is told when the promise ends and not why:
 * otherwise the time and the reason would tell whether there is anybody with that NIK.
 */
function viewOf({ sealer, now }: Desk, row: RequestRow): RequestView {
  const isLost = row.kind === 'phone'
  const status = row.status as RequestView['status']
  const isRefused = status === 'rejected' || status === 'withdrawn'
  return {
    kind: isLost ? 'phone' : 'correction',
    number: row.number,
    status: isLost && isRefused ? (now < Number(row.promisedAt) ? 'submitted' : 'rejected') : status,
    submittedAt: Number(row.submittedAt),
    promisedAt: Number(row.promisedAt),
    reason: isLost ? null : row.reason,
    note: isLost || row.note === null ? null : openText(sealer, row.note, 'request.note'),
  }
}

async function freeNumber({ tx, random, now, agency }: Desk, kind: NewRequest['kind']): Promise<string> {
  for (let i = 0; i < DRAWS; i++) {
    const number = requestNumber(kind, random, now, agency.zone)
    if ((await tx.request.count({ where: { number } })) === 0) return number
  }
  throw new Error(`no free request number in ${DRAWS} draws`)
}

function documentSlot({ agency }: Desk): string {
  const question = agency.registration.fields.find(({ id }) => id === agency.requests.document)
  return question?.field === 'document' ? question.slot : agency.requests.document
}
