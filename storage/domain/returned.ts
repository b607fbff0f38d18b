import type { JsonObject } from '../../flows/engine/json.ts'
import type { Ports } from '../../flows/ports.ts'
import type { ReturnedPorts, ReturnedView } from '../../flows/ports/returned.ts'
import { appendAudit } from '../audit.ts'
import { issueLink, useLinksAbout } from '../links.ts'
import { openObject, openText, readCodes } from './columns.ts'
import { readForm } from './form.ts'
import { ownRegistrations, RETURNED, returnedRegistration, type RegistrationRow } from './registrations.ts'
import type { Desk } from './scope.ts'

/**
 * The right to put a registration right from a chat that did not make it, given for its password. It is kept as a link
 * whose token nobody has: about the chat, for the one registration, over after a while or when the form is handed in.
 */
const RIGHT = 'repair:'
const DAY_MINUTES = 1440

/** What ReturnedPorts promises. */
export function returnedPorts(desk: Desk): ReturnedPorts {
  return {
    open: (registration) => openReturned(desk, registration),
    async close(registration) {
      await closeReturned(desk, registration)
      return null
    },
  }
}

async function openReturned(desk: Desk, id: string): Promise<ReturnedView | null> {
  const { tx, sealer, agency, conversation, now } = desk
  const row = await unreplaced(desk, id)
  if (row === null) return null
  // As long as the form that is begun with it can lie as a draft, and the day on which it is let go.
  const minutes = (agency.idle.expireDays + 1) * DAY_MINUTES
  await closeReturned(desk, id)
  const right = { purpose: RIGHT + id, agency: agency.id, subject: chatOf(desk), conversation, minutes }
  await issueLink(tx, desk, right, now)
  await appendAudit(
    tx,
    { agency: agency.id, actor: `conversation:${conversation}`, action: 'registration.opened', subject: id },
    now,
  )
  const { nik, name } = readForm(agency, openObject(sealer, row.answers, 'registration.answers'))
  const own = (await ownRegistrations(desk)).some((one) => one.id === id)
  const note = row.note === null ? null : openText(sealer, row.note, 'registration.note')
  // the column holds nothing else where it may be put right
  return { number: row.number, status: row.status as ReturnedView['status'], nik, name, reason: row.reason, note, own }
}

/** Ends this chat's right to a registration. */
export async function closeReturned(desk: Desk, registration: string): Promise<void> {
  await useLinksAbout(desk.tx, RIGHT + registration, chatOf(desk), desk.now)
}

function chatOf({ conversation }: Desk): string {
  return `conversation:${conversation}`
}

/**
 * A registration that this chat has the right to put right though it did not make it: `id`, or the one that was logged in
 * to last. Undefined when there is none, or it was put right since.
 */
export async function entrustedRegistration(desk: Desk, id?: string): Promise<RegistrationRow | undefined> {
  const { tx, agency, now } = desk
  const rights = await tx.link.findMany({
    where: {
      subject: chatOf(desk),
      purpose: id === undefined ? { startsWith: RIGHT } : RIGHT + id,
      agency: agency.id,
      usedAt: null,
      expiresAt: { gt: BigInt(now) },
    },
    orderBy: { id: 'desc' },
    select: { purpose: true },
  })
  for (const { purpose } of rights) {
    const row = await unreplaced(desk, purpose.slice(RIGHT.length))
    if (row !== null) return row
  }
  return undefined
}

/** What is to be put right, as Ports.registrations.toRepair tells. */
export async function toRepair(desk: Desk, id?: string): Promise<Awaited<ReturnType<Ports['registrations']['toRepair']>>> {
  // Whoever has just logged in to one means that one, though this chat may have another of its own.
  const row = (await entrustedRegistration(desk, id)) ?? (await returnedRegistration(desk, id))
  if (row === undefined) return null
  const marked = readCodes(row.marked)
  const kept = openObject(desk.sealer, row.answers, 'registration.answers')
  const answers: JsonObject = Object.fromEntries(Object.entries(kept).filter(([question]) => !marked.includes(question)))
  return { registration: row.id, number: row.number, answers, marked }
}

async function unreplaced({ tx, agency }: Desk, id: string): Promise<RegistrationRow | null> {
  const row = await tx.registration.findFirst({
    // What was erased has no password any more.
    where: { id, agency: agency.id, status: { in: [...RETURNED] }, passwordHash: { not: null }, person: { erasedAt: null } },
  })
  if (row === null) return null
  return (await tx.registration.count({ where: { replaces: id } })) === 0 ? row : null
}
