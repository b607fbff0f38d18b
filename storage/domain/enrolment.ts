import type { Random } from '../../flows/ports.ts'
import { appendAudit } from '../audit.ts'
import type { Tx } from '../database.ts'
import type { Ids } from '../ids.ts'
import type { Sealer } from '../vault/seal.ts'
import { Attempts } from './attempts.ts'
import { inviteCode, readInviteCode } from './codes.ts'
import type { Desk } from './scope.ts'

const DAY = 86_400_000
/** How long an invitation can be used. */
const LIFE = 7 * DAY
/** Codes have 40 bits; so many wrong ones from a chat are an attack. */
const LIMIT = { tries: 5, minutes: 15 }

/** An invitation just made; the code is told once and kept nowhere. */
export interface Invite {
  readonly code: string
  /** ms since 1970 */
  readonly expiresAt: number
}

type Enrolled =
  | { readonly outcome: 'enrolled'; readonly name: string; readonly role: string }
  | { readonly outcome: 'wrong' | 'too-many-tries' }

/** Invites an officer: whoever types the code in a chat within 7 days is `name`, in `role`. */
export async function createInvite(
  tx: Tx,
  { ids, sealer, random }: { readonly ids: Ids; readonly sealer: Sealer; readonly random: Random },
  { agency, role, name }: { readonly agency: string; readonly role: string; readonly name: string },
  now: number,
): Promise<Invite> {
  const code = inviteCode(random)
  const expiresAt = now + LIFE
  const id = ids.text()
  const codeHash = sealer.index(code, 'invite')
  await tx.officerInvite.create({
    data: { id, agency, role, name, codeHash, createdAt: BigInt(now), expiresAt: BigInt(expiresAt) },
  })
  await appendAudit(tx, { agency, actor: 'system', action: 'officer.invited', subject: id, detail: { role } }, now)
  return { code, expiresAt }
}

/** Makes the chat an officer's, as Ports.staff.enrol promises. Wrong, expired and used codes are all just wrong. */
export async function enrol(desk: Desk, typed: string): Promise<Enrolled> {
  const { tx, ids, sealer, agency, conversation, now } = desk
  const attempts = new Attempts(tx, sealer, 'invite', String(conversation), LIMIT, now)
  if (await attempts.locked()) return { outcome: 'too-many-tries' }
  const codeHash = sealer.index(readInviteCode(typed) ?? '', 'invite')
  const usable = { codeHash, agency: agency.id, usedAt: null, expiresAt: { gt: BigInt(now) } }
  const id = ids.text()
  const { count } = await tx.officerInvite.updateMany({ where: usable, data: { usedAt: BigInt(now), officerId: id } })
  if (count === 0) return { outcome: (await attempts.miss()) ? 'too-many-tries' : 'wrong' }
  await attempts.forget()
  const { name, role } = await tx.officerInvite.findUniqueOrThrow({ where: { codeHash } })
  await leaveOffice(desk)
  await tx.officer.create({
    data: { id, agency: agency.id, role, name, conversationId: BigInt(conversation), enrolledAt: BigInt(now) },
  })
  const actor = `conversation:${conversation}`
  await appendAudit(tx, { agency: agency.id, actor, action: 'officer.enrolled', subject: id, detail: { role } }, now)
  return { outcome: 'enrolled', name, role }
}

// A chat is one officer's: whoever was it before leaves, and what they held is free.
async function leaveOffice({ tx, agency, conversation, now }: Desk): Promise<void> {
  const here = { agency: agency.id, conversationId: BigInt(conversation), removedAt: null }
  const before = await tx.officer.findMany({ where: here, select: { id: true } })
  if (before.length === 0) return
  await tx.task.updateMany({
    where: { status: 'claimed', claimedBy: { in: before.map(({ id }) => id) } },
    data: { status: 'open', claimedBy: null, claimUntil: null },
  })
  const held = { status: 'held', officerId: { in: before.map(({ id }) => id) } }
  await tx.talk.updateMany({ where: held, data: { status: 'open', officerId: null } })
  await tx.officer.updateMany({ where: here, data: { removedAt: BigInt(now) } })
}
