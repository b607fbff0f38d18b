import type { JsonObject } from '../../flows/engine/json.ts'
import type { Frame, Session } from '../../flows/engine/state.ts'
import type { DraftElsewhere, DraftPorts } from '../../flows/ports/drafts.ts'
import { appendAudit } from '../audit.ts'
import { sealText } from './columns.ts'
import { ACCEPTED, accountOf, mustProve } from './contacts.ts'
import type { Desk } from './scope.ts'
import { loggedInHere } from './session-here.ts'

const DAY = 86_400_000
/** Most chats of one person that are looked into. */
const CHATS = 20

interface Found {
  readonly conversation: number
  readonly frame: Frame
  readonly answers: JsonObject
  readonly at: number
}

/** Forms under way in other chats of the same proven person, as DraftPorts promises. */
export function draftPorts(desk: Desk): DraftPorts {
  return {
    async elsewhere(flows) {
      await noteProof(desk)
      const found = (await formsElsewhere(desk)).filter(({ frame }) => flows.includes(frame.flow))
      const latest = found.sort((one, other) => other.at - one.at)[0]
      return latest === undefined ? null : shown(latest)
    },
    async take(ref) {
      const found = (await formsElsewhere(desk)).find((one) => refOf(one) === ref)
      if (found === undefined) return null
      const { tx, store, agency, conversation, now } = desk
      const event = { kind: 'moved', frame: found.frame.seq } as const
      await store.post(tx, [{ conversation: found.conversation, key: `moved:${ref}:${conversation}`, event }], now)
      const entry = { agency: agency.id, actor: `conversation:${conversation}`, subject: `conversation:${found.conversation}` }
      await appendAudit(tx, { ...entry, action: 'draft.moved' }, now)
      return found.answers
    },
    async noteProof() {
      await noteProof(desk)
      return null
    },
  }
}

// A chat that has no number yet takes the proven one, and notes when it was proven last; one that has another number keeps it
// until its owner changes it.
async function noteProof({ tx, ids, sealer, conversation, account, provenPhone, now }: Desk): Promise<void> {
  if (provenPhone === undefined) return
  const here = { conversationId: BigInt(conversation) }
  const contact = await tx.contact.findUnique({ where: here })
  const phoneIndex = sealer.index(provenPhone, 'phone')
  if (contact !== null && contact.phoneIndex !== null && contact.phoneIndex !== phoneIndex) return
  const proof = { phoneIndex, phone: sealText(sealer, provenPhone, 'contact.phone'), provenAt: BigInt(now) }
  await tx.contact.upsert({
    where: here,
    create: { id: ids.text(), ...here, account, createdAt: BigInt(now), ...proof },
    update: proof,
  })
}

async function formsElsewhere(desk: Desk): Promise<Found[]> {
  const found: Found[] = []
  for (const conversation of await chatsOfSamePerson(desk)) {
    const { session } = (await desk.store.session(desk.tx, conversation)) ?? {}
    if (session !== undefined) found.push(...formsIn(session, conversation))
  }
  return found
}

async function chatsOfSamePerson(desk: Desk): Promise<readonly number[]> {
  const { tx, agency, conversation, now } = desk
  const here = await tx.contact.findUnique({ where: { conversationId: BigInt(conversation) } })
  const session = await loggedInHere(desk)
  // A number that came to somebody else must not lead to what its owner before was writing, nor is writing still in a chat
  // that was at that number long ago.
  const known = here === null || (await mustProve(desk)) ? null : here
  const linked = known === null ? null : await acceptedOnly(desk, known.personId)
  const same = [
    ...(known !== null && known.provenAt !== null && known.phoneIndex !== null
      ? [{ phoneIndex: known.phoneIndex, provenAt: { gte: BigInt(now - agency.contacts.proofAfterDays * DAY) } }]
      : []),
    ...(session === null ? [] : [{ personId: session.person }]),
    ...(linked === null ? [] : [{ personId: linked }]),
  ]
  if (same.length === 0) return []
  const rows = await tx.contact.findMany({
    where: { OR: same, conversationId: { not: BigInt(conversation) } },
    select: { conversationId: true },
    orderBy: { id: 'desc' },
    take: CHATS,
  })
  return rows.map(({ conversationId }) => Number(conversationId))
}

// Of whoever was accepted, no chat is theirs without proof: approval leaves them one, and another is linked by code or login.
async function acceptedOnly(desk: Desk, person: string | null): Promise<string | null> {
  if (person === null) return null
  return ACCEPTED.includes((await accountOf(desk, person))?.status ?? '') ? person : null
}

function formsIn({ head, answers }: Session, conversation: number): Found[] {
  return [...head.stack, ...head.drafts].map((frame) => ({
    conversation,
    frame,
    answers: answers[frame.seq] ?? {},
    at: head.at,
  }))
}

function shown(found: Found): DraftElsewhere {
  return { ref: refOf(found), flow: found.frame.flow, answered: Object.keys(found.answers).length, at: found.at }
}

function refOf({ conversation, frame }: Found): string {
  return `${conversation}.${frame.seq}`
}
