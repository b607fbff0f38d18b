import type { JsonObject } from '../../flows/engine/json.ts'
import { parseNik } from '../../flows/fields/nik.ts'
import type { Ports, RegistrationStatus, RegistrationView } from '../../flows/ports.ts'
import type { Tx } from '../database.ts'
import { Attempts } from './attempts.ts'
import { readRegistrationNumber } from './codes.ts'
import { openObject, openText, readCodes } from './columns.ts'
import { ownChats } from './contacts.ts'
import type { Desk } from './scope.ts'

/** A registration's row. */
export type RegistrationRow = Awaited<ReturnType<Tx['registration']['findUniqueOrThrow']>>

/** States in which a registration may be put right and handed in again. */
const RETURNED: readonly string[] = ['rejected', 'repair']

/** The registrations that may be seen here (made in this chat or another of its person), newest first. */
export async function ownRegistrations(desk: Desk, person?: string): Promise<readonly RegistrationRow[]> {
  const chats = await ownChats(desk)
  return desk.tx.registration.findMany({
    where: { agency: desk.agency.id, conversationId: { in: [...chats] }, ...(person !== undefined && { personId: person }) },
    orderBy: { id: 'desc' },
  })
}

/** The newest own registration that was rejected or sent back, and not handed in again since. */
export async function returnedRegistration(desk: Desk, id?: string): Promise<RegistrationRow | undefined> {
  const own = await ownRegistrations(desk)
  const replaced = new Set(own.map(({ replaces }) => replaces))
  return own.find((row) => RETURNED.includes(row.status) && !replaced.has(row.id) && (id === undefined || id === row.id))
}

/** How many undecided tasks come before this registration's, and itself; null when it is decided. */
export async function placeInQueue({ tx, agency }: Desk, registration: string): Promise<number | null> {
  const undecided = { agency: agency.id, status: { not: 'decided' } }
  const task = await tx.task.findFirst({ where: { ...undecided, registrationId: registration }, select: { id: true } })
  return task === null ? null : tx.task.count({ where: { ...undecided, id: { lte: task.id } } })
}

/** A registration's status; its column holds nothing else. */
export function statusOf({ status }: RegistrationRow): RegistrationStatus {
  return status as RegistrationStatus
}

/** What Ports.registrations tells, `submit` apart. */
export function registrationsPort(desk: Desk): Omit<Ports['registrations'], 'submit'> {
  return {
    async ownNik(nik) {
      const person = await personWithNik(desk, nik)
      return { registered: person !== null && (await ownRegistrations(desk, person)).length > 0 }
    },
    async mine() {
      const views: RegistrationView[] = []
      for (const row of await ownRegistrations(desk)) views.push(await viewOf(desk, row))
      return views
    },
    find: (number, nik) => find(desk, number, nik),
    async toRepair() {
      const row = await returnedRegistration(desk)
      if (row === undefined) return null
      const marked = readCodes(row.marked)
      const kept = openObject(desk.sealer, row.answers, 'registration.answers')
      const answers: JsonObject = Object.fromEntries(Object.entries(kept).filter(([id]) => !marked.includes(id)))
      return { registration: row.id, number: row.number, answers, marked }
    },
  }
}

// Misses are counted by chat, whatever they missed: neither a number nor a NIK can be found out by trying.
async function find(desk: Desk, number: string, nik: string): Promise<RegistrationView | null> {
  const { tx, sealer, agency, conversation, now } = desk
  const attempts = new Attempts(tx, sealer, 'find', String(conversation), agency.lockout, now)
  const locked = await attempts.locked()
  const person = await personWithNik(desk, nik)
  const row = await tx.registration.findUnique({ where: { number: readRegistrationNumber(number) ?? '' } })
  if (!locked && row !== null && row.agency === agency.id && row.personId === person) return viewOf(desk, row)
  await attempts.miss()
  return null
}

async function personWithNik({ tx, sealer }: Desk, typed: string): Promise<string | null> {
  const nik = parseNik(typed)
  const nikIndex = sealer.index('nik' in nik ? nik.nik : '', 'nik')
  const person = await tx.person.findUnique({ where: { nikIndex }, select: { id: true } })
  return person?.id ?? null
}

async function viewOf(desk: Desk, row: RegistrationRow): Promise<RegistrationView> {
  return {
    id: row.id,
    number: row.number,
    status: statusOf(row),
    submittedAt: Number(row.submittedAt),
    promisedAt: Number(row.promisedAt),
    decidedAt: row.decidedAt === null ? null : Number(row.decidedAt),
    place: await placeInQueue(desk, row.id),
    reason: row.reason,
    note: row.note === null ? null : openText(desk.sealer, row.note, 'registration.note'),
    marked: readCodes(row.marked),
  }
}
