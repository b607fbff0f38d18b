import { maskedName } from '../../flows/fields/name.ts'
import { parseNik } from '../../flows/fields/nik.ts'
import type { Ports, RegistrationStatus, RegistrationView } from '../../flows/ports.ts'
import type { Tx } from '../database.ts'
import { Attempts } from './attempts.ts'
import { readRegistrationNumber } from './codes.ts'
import { openObject, openText, readCodes } from './columns.ts'
import { heldSince, mustProve, noteProven, ownChats } from './contacts.ts'
import { readForm } from './form.ts'
import type { Desk } from './scope.ts'
import { loggedInHere } from './session-here.ts'
import { tellKept } from './tell-person.ts'

/** A registration's row. */
export type RegistrationRow = Awaited<ReturnType<Tx['registration']['findUniqueOrThrow']>>

/** States in which a registration may be put right and handed in again. */
export const RETURNED: readonly string[] = ['rejected', 'repair']

/**
 * The registrations that may be seen here, newest first: the own ones of whoever is logged in; else those made in this
 * chat or another of its person, in a chat that must prove whose it is only what was made since. With `person`, what was
 * made of that person in these chats, whoever is logged in.
 */
export async function ownRegistrations(desk: Desk, person?: string): Promise<readonly RegistrationRow[]> {
  const session = person === undefined ? await loggedInHere(desk) : null
  const chats = await ownChats(desk)
  const since = session === null && (await mustProve(desk)) ? await heldSince(desk) : 0
  const rows = await desk.tx.registration.findMany({
    where: {
      agency: desk.agency.id,
      // What its applicant took back does not stand in the way of a new one.
      status: { not: 'withdrawn' },
      submittedAt: { gte: BigInt(since) },
      ...(session === null ? { conversationId: { in: [...chats] } } : { personId: session.person }),
      person: { erasedAt: null },
      ...(person !== undefined && { personId: person }),
    },
    orderBy: { id: 'desc' },
  })
  // A stranger's try with the same NIK is not its owner's doing.
  return session === null ? rows : rows.filter((row) => chats.includes(row.conversationId) || isSurelyTheirs(row))
}

/** Whether a registration is surely that of the person whose NIK it has: no other chat had registered it before. */
export function isSurelyTheirs({ flags }: Pick<RegistrationRow, 'flags'>): boolean {
  return !readCodes(flags).some((flag) => flag === 'duplicate' || flag === 'other-contact')
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
export function registrationsPort(desk: Desk): Omit<Ports['registrations'], 'submit' | 'toRepair'> {
  return {
    async ownNik(nik) {
      const person = await personWithNik(desk, nik)
      return { registered: person !== null && (await ownRegistrations(desk, person)).length > 0 }
    },
    async mine() {
      const all = await ownRegistrations(desk)
      const isOnes = new Set(all.map(({ personId }) => personId)).size < 2
      // Beside other people's, what was put right since is only in the way.
      const replaced = new Set(all.map(({ replaces }) => replaces))
      const rows = isOnes ? all : all.filter(({ id }) => !replaced.has(id))
      const views: RegistrationView[] = []
      for (const row of rows) views.push({ ...(await viewOf(desk, row)), whose: isOnes ? null : maskedNameIn(desk, row) })
      return views
    },
    find: (number, nik) => find(desk, number, nik),
  }
}

// Misses are counted by chat, whatever they missed: neither a number nor a NIK can be found out by trying.
async function find(desk: Desk, number: string, nik: string): Promise<RegistrationView | null> {
  const { tx, sealer, agency, conversation, now } = desk
  const attempts = new Attempts(tx, sealer, 'find', String(conversation), agency.lockout, now)
  const locked = await attempts.locked()
  const person = await personWithNik(desk, nik)
  const row = await tx.registration.findUnique({ where: { number: readRegistrationNumber(number) ?? '' } })
  if (!locked && row !== null && row.agency === agency.id && row.personId === person) {
    // In the person's own chat it proves besides that the chat is still in their hands.
    if (await noteProven(desk, row.personId)) await tellKept(desk, row.personId)
    return viewOf(desk, row)
  }
  await attempts.miss()
  return null
}

async function personWithNik({ tx, sealer }: Desk, typed: string): Promise<string | null> {
  const nik = parseNik(typed)
  const nikIndex = sealer.index('nik' in nik ? nik.nik : '', 'nik')
  const person = await tx.person.findUnique({ where: { nikIndex }, select: { id: true } })
  return person?.id ?? null
}

function maskedNameIn({ agency, sealer }: Desk, row: RegistrationRow): string {
  return maskedName(readForm(agency, openObject(sealer, row.answers, 'registration.answers')).name)
}

async function viewOf(desk: Desk, row: RegistrationRow): Promise<RegistrationView> {
  return {
    id: row.id,
    number: row.number,
    whose: null,
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
