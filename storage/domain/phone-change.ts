import type { PhonePorts } from '../../flows/ports/phones.ts'
import { appendAudit } from '../audit.ts'
import type { Tx } from '../database.ts'
import { Attempts } from './attempts.ts'
import { tellElsewhere } from './contact-notices.ts'
import { bindChat, boundPerson, isFreeFor } from './contacts.ts'
import { tell } from './notices.ts'
import { letGo, moveNumber } from './number-move.ts'
import { CODE_MINUTES, issueCode, tryCode } from './one-time-code.ts'
import type { Desk, DomainParts } from './scope.ts'
import { loggedInHere } from './session-here.ts'

/** A code sent to the new number, typed where the change was asked for. */
const CHANGE = 'phone-change'
/** A code shown where the change was asked for, typed at the new number. */
const CLAIM = 'phone-claim'
/** So many codes may be sent to one number within so many minutes, whoever asks. */
const PER_NUMBER = { tries: 5, minutes: 60 }

/** A chat on one of our channel accounts, made if need be. */
interface Place {
  readonly account: string
  readonly address: string
}

/** What PhonePorts promises. */
export function phonePorts(desk: Desk): PhonePorts {
  return {
    async begin(phone) {
      const who = await loggedInHere(desk)
      if (who === null) return 'login'
      if (await isTheirs(desk, who.person, phone)) return 'same'
      return desk.provenPhone === phone ? 'proven' : 'code'
    },
    async claimHere(phone) {
      const who = await loggedInHere(desk)
      if (who === null || desk.provenPhone !== phone) return false
      await moveNumber(desk, who, { phone, chat: desk.conversation, kept: desk.conversation })
      return true
    },
    confirm: (code) => confirm(desk, code),
    showCode: (phone) => showCode(desk, phone),
    claim: (code) => claim(desk, code),
    async disown() {
      await letGo(desk, desk.conversation)
      return null
    },
    linkHere: () => linkHere(desk),
  }
}

/**
 * Sends a code to the new number of whoever is logged in in a chat. `places` are the chats at that number, as the
 * channels know them; without any, a chat whose number is proven to be that one.
 */
export async function sendPhoneCode(
  tx: Tx,
  parts: DomainParts,
  { conversation, phone, places }: { readonly conversation: number; readonly phone: string; readonly places: readonly Place[] },
  now: number,
): Promise<'sent' | 'unreachable' | 'too-many' | 'login'> {
  const { agency, sealer, store } = parts
  const who = await loggedInHere({ tx, agency, conversation, now })
  if (who === null) return 'login'
  const [place] = places
  const chat =
    place === undefined ? await provenChat(tx, parts, phone) : await store.conversationAt(tx, place.account, place.address, now)
  if (chat === null) return 'unreachable'
  const sends = new Attempts(tx, sealer, 'phone-code', phone, PER_NUMBER, now)
  if (await sends.locked()) return 'too-many'
  const code = await issueCode(tx, parts, { purpose: CHANGE, subject: who.account, data: { phone, chat } }, now)
  if (code === null) return 'too-many'
  await sends.miss()
  const owner = await boundPerson({ tx }, chat)
  const data = { code, minutes: CODE_MINUTES, taken: owner !== null && owner !== who.person }
  await tell({ tx, store, now }, [{ conversation: chat, notice: 'phone-code', key: parts.ids.text(), data }])
  const actor = `account:${who.account}`
  await appendAudit(tx, { agency: agency.id, actor, action: 'account.phone-code-sent', subject: who.account }, now)
  return 'sent'
}

async function confirm(desk: Desk, typed: string): Promise<Awaited<ReturnType<PhonePorts['confirm']>>> {
  const { tx, now, provenPhone } = desk
  const who = await loggedInHere(desk)
  if (who === null) return { outcome: 'login' }
  const tried = await tryCode(tx, desk, { purpose: CHANGE, subject: who.account }, typed, now)
  if (tried.outcome === 'wrong') return tried
  const { phone, chat } = tried.outcome === 'right' ? tried.data : {}
  if (typeof phone !== 'string' || typeof chat !== 'number') return { outcome: 'expired' }
  const stays = chat === desk.conversation || provenPhone === undefined || provenPhone === phone
  await moveNumber(desk, who, { phone, chat, kept: stays ? desk.conversation : null })
  if (!stays && (await boundPerson(desk, desk.conversation)) !== who.person) await endSession(desk)
  return { outcome: stays ? 'changed' : 'moved' }
}

async function showCode(desk: Desk, phone: string): Promise<Awaited<ReturnType<PhonePorts['showCode']>>> {
  const { tx, sealer, now } = desk
  const who = await loggedInHere(desk)
  if (who === null) return null
  const data = { account: who.account }
  const code = await issueCode(tx, desk, { purpose: CLAIM, subject: sealer.index(phone, 'phone'), data }, now)
  return code === null ? null : { code, minutes: CODE_MINUTES }
}

async function claim(desk: Desk, typed: string): Promise<'changed' | 'wrong' | 'unproven'> {
  const { tx, sealer, agency, provenPhone, now } = desk
  if (provenPhone === undefined) return 'unproven'
  const place = { purpose: CLAIM, subject: sealer.index(provenPhone, 'phone') }
  const tried = await tryCode(tx, desk, place, typed, now)
  const { account } = tried.outcome === 'right' ? tried.data : {}
  if (typeof account !== 'string') return 'wrong'
  const owner = await tx.account.findFirst({ where: { id: account, agency: agency.id, status: 'active' } })
  if (owner === null) return 'wrong'
  await moveNumber(desk, { account, person: owner.personId }, { phone: provenPhone, chat: desk.conversation, kept: null })
  return 'changed'
}

async function linkHere(desk: Desk): Promise<'linked' | 'already' | 'others' | 'login'> {
  const { tx, agency, conversation, account, now } = desk
  const who = await loggedInHere(desk)
  if (who === null) return 'login'
  if ((await boundPerson(desk, conversation)) === who.person) return 'already'
  if (!(await isFreeFor(desk, conversation, who.person))) return 'others'
  await bindChat(desk, { conversation, account }, who.person, null)
  const actor = `account:${who.account}`
  await appendAudit(tx, { agency: agency.id, actor, action: 'contact.linked', subject: `conversation:${conversation}` }, now)
  await tellElsewhere(desk, who.person, 'chat-linked', conversation)
  return 'linked'
}

async function endSession({ tx, conversation, now }: Desk): Promise<void> {
  const here = { conversationId: BigInt(conversation), endedAt: null }
  await tx.session.updateMany({ where: here, data: { endedAt: BigInt(now) } })
}

// The newest of the chats that are proven to be at a number.
async function provenChat(tx: Tx, { sealer }: DomainParts, phone: string): Promise<number | null> {
  const where = { phoneIndex: sealer.index(phone, 'phone'), provenAt: { not: null }, stoppedAt: null }
  const found = await tx.contact.findFirst({ where, orderBy: { provenAt: 'desc' }, select: { conversationId: true } })
  return found === null ? null : Number(found.conversationId)
}

// The registered number counts as theirs once one of their chats has shown that it is there.
async function isTheirs({ tx, sealer }: Desk, person: string, phone: string): Promise<boolean> {
  const where = { personId: person, phoneIndex: sealer.index(phone, 'phone'), provenAt: { not: null } }
  return (await tx.contact.count({ where })) > 0
}
