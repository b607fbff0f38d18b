import { maskedName } from '../../flows/fields/name.ts'
import type { ChannelName, LinkedChat, LinkedChatPorts, LinkOffer, LinkRefusal } from '../../flows/ports/linked-chats.ts'
import { appendAudit } from '../audit.ts'
import { Attempts } from './attempts.ts'
import { openObject, openText, sealText } from './columns.ts'
import { tellElsewhere } from './contact-notices.ts'
import { bindChat, boundPerson, chatsOf, mustProve, preferChat } from './contacts.ts'
import { tell } from './notices.ts'
import { CODE_MINUTES, findCode, issueCode, useCode } from './one-time-code.ts'
import { chatsInOrder } from './person-chats.ts'
import { forgetPhone } from './person-phone.ts'
import { releaseChat } from './release.ts'
import type { Desk } from './scope.ts'
import { loggedInHere } from './session-here.ts'
import { isFreeNow } from './shared-chat.ts'

/** A code shown in one chat of a person's, typed in another. */
const LINK = 'chat-link'
/** Most chats of one person: as many as a list shows at once. */
const MOST = 8
/** Wrong codes in one chat, and in all chats together: a guess may fit anybody's code, so all of them count. */
const PER_CHAT = { tries: 5, minutes: 60 }
const OVERALL = { tries: 30, minutes: 10 }
const EVERYWHERE = 'everywhere'

/** What LinkedChatPorts promises. */
export function linkedChatPorts(desk: Desk): LinkedChatPorts {
  return {
    offer: () => offer(desk),
    async look(code) {
      const found = await claim(desk, code)
      return typeof found === 'string' ? { outcome: found } : { outcome: 'found', name: maskedName(found.name) }
    },
    link: (code) => link(desk, code),
    mine: () => mine(desk),
    prefer: (ref) => prefer(desk, ref),
    unlink: (ref) => unlink(desk, ref),
  }
}

async function offer(desk: Desk): Promise<LinkOffer> {
  const { tx, agency, conversation, invitations, account: here, now } = desk
  const who = await loggedInHere(desk)
  if (who === null) return { outcome: 'login' }
  if ((await chatsOf(desk, who.person)).length >= MOST) return { outcome: 'full' }
  const data = { ...who, from: conversation }
  const code = await issueCode(tx, desk, { purpose: LINK, subject: who.account, data }, now)
  if (code === null) return { outcome: 'too-many' }
  const entry = { agency: agency.id, actor: `account:${who.account}`, action: 'contact.link-offered', subject: who.account }
  await appendAudit(tx, entry, now)
  const elsewhere = (invitations?.(`HUBUNGKAN ${code}`) ?? []).filter(({ account }) => account !== here)
  const ways = elsewhere.map(({ account, link: address }) => ({ channel: channelOf(account), link: address }))
  return { outcome: 'code', code, minutes: CODE_MINUTES, ways }
}

interface Claim {
  /** of the code */
  readonly id: string
  readonly account: string
  readonly person: string
  readonly name: string
  /** the chat that it was shown in */
  readonly from: number
}

// Whom a code that was typed here would link this chat to; or why it does not.
async function claim(desk: Desk, typed: string): Promise<Claim | LinkRefusal> {
  const { tx, sealer, agency, conversation, now } = desk
  const here = new Attempts(tx, sealer, LINK, String(conversation), PER_CHAT, now)
  const overall = new Attempts(tx, sealer, LINK, EVERYWHERE, OVERALL, now)
  if ((await here.locked()) || (await overall.locked())) return 'too-many'
  const code = await findCode(tx, desk, LINK, typed, now)
  const { account: id, person, from } = code?.data ?? {}
  const account =
    typeof id === 'string'
      ? await tx.account.findFirst({ where: { id, agency: agency.id, status: 'active' }, include: { person: true } })
      : null
  if (code === null || account === null || account.personId !== person || typeof from !== 'number') {
    await here.miss()
    await overall.miss()
    return 'wrong'
  }
  const { personId } = account
  // A chat of theirs that must show anew whose it is shows it by the code.
  if ((await boundPerson(desk, conversation)) === personId && !(await mustProve(desk))) return 'already'
  if (!(await isFreeNow(desk, conversation, personId))) return 'others'
  const theirs = await chatsOf(desk, personId)
  if (theirs.length >= MOST && !theirs.includes(conversation)) return 'full'
  const name = openText(sealer, account.person.name, 'person.name')
  return { id: code.id, account: account.id, person: personId, name, from }
}

async function link(desk: Desk, typed: string): Promise<'linked' | LinkRefusal> {
  const { tx, agency, sealer, conversation, account: channel, provenPhone, now } = desk
  const found = await claim(desk, typed)
  if (typeof found === 'string') return found
  const { id, account, person, from } = found
  if (!(await useCode(tx, id, now))) return 'wrong'
  const phone =
    provenPhone === undefined
      ? null
      : {
          index: sealer.index(provenPhone, 'phone'),
          sealed: sealText(sealer, provenPhone, 'contact.phone'),
          provenAt: BigInt(now),
        }
  await bindChat(desk, { conversation, account: channel }, person, phone)
  const entry = { agency: agency.id, actor: `account:${account}`, subject: `conversation:${conversation}` }
  await appendAudit(tx, { ...entry, action: 'contact.linked', detail: { from } }, now)
  await tellElsewhere(desk, person, 'chat-added', conversation)
  // Where the code was shown may be a borrowed phone, which is told nothing else.
  const isBorrowed = !(await chatsOf(desk, person)).includes(from)
  if (isBorrowed) await tell(desk, [{ conversation: from, notice: 'chat-added', key: `${person}:${now}`, data: {} }])
  return 'linked'
}

async function mine(desk: Desk): Promise<readonly LinkedChat[] | null> {
  const who = await loggedInHere(desk)
  if (who === null) return null
  const chats = await ownChats(desk, who.person)
  const first = chats.find(({ stopped, doubtful }) => !stopped && !doubtful)
  return chats.map((one) => ({
    ref: String(one.conversation),
    channel: channelOf(one.account),
    digits: one.phone === null ? null : one.phone.slice(-4),
    since: one.since,
    heardAt: one.heardAt === 0 ? null : one.heardAt,
    here: one.conversation === desk.conversation,
    first: one === first,
    preferred: one.preferred,
    unreachable: one.stopped || one.undeliverable,
  }))
}

async function prefer(desk: Desk, ref: string): Promise<boolean> {
  const { tx, agency, now } = desk
  const who = await loggedInHere(desk)
  const chat = who === null ? undefined : await chatCalled(desk, who.person, ref)
  if (who === null || chat === undefined) return false
  await preferChat(desk, who.person, chat)
  const entry = {
    agency: agency.id,
    actor: `account:${who.account}`,
    action: 'contact.preferred',
    subject: `conversation:${chat}`,
  }
  await appendAudit(tx, entry, now)
  return true
}

async function unlink(desk: Desk, ref: string): Promise<Awaited<ReturnType<LinkedChatPorts['unlink']>>> {
  const { tx, agency, sealer, conversation, now } = desk
  const who = await loggedInHere(desk)
  const chat = who === null ? undefined : await chatCalled(desk, who.person, ref)
  if (who === null || chat === undefined) return null
  const before = await tx.contact.findUnique({ where: { conversationId: BigInt(chat) } })
  await releaseChat(desk, chat)
  const entry = {
    agency: agency.id,
    actor: `account:${who.account}`,
    action: 'contact.unlinked',
    subject: `conversation:${chat}`,
  }
  await appendAudit(tx, entry, now)
  const phone = before?.phone ?? null
  const lost =
    before !== null && phone !== null && before.provenAt !== null ? openText(sealer, phone, 'contact.phone') : undefined
  const isGone = lost !== undefined && (await loseNumber(desk, who.person, lost))
  await tellElsewhere(desk, who.person, 'chat-removed', conversation)
  if (chat !== conversation)
    await tell(desk, [{ conversation: chat, notice: 'chat-unlinked', key: `${who.person}:${now}`, data: {} }])
  return { phone: isGone, left: (await chatsOf(desk, who.person)).length, here: chat === conversation }
}

// Whoever holds the lost phone is vouched for by its platform: the number must not stand for the account any more.
async function loseNumber(desk: Desk, person: string, phone: string): Promise<boolean> {
  const { tx, sealer } = desk
  const same = { personId: person, phoneIndex: sealer.index(phone, 'phone'), provenAt: { not: null } }
  if ((await tx.contact.count({ where: same })) > 0) return false
  return forgetPhone(desk, person, phone)
}

// Bound ones only: one that is merely at the registered number cannot be let go.
async function ownChats(desk: Desk, person: string) {
  const bound = await chatsOf(desk, person)
  const { profile } = await desk.tx.person.findUniqueOrThrow({ where: { id: person }, select: { profile: true } })
  const chats = await chatsInOrder(desk, person, openObject(desk.sealer, profile, 'person.profile'))
  return chats.filter(({ conversation }) => bound.includes(conversation))
}

async function chatCalled(desk: Desk, person: string, ref: string): Promise<number | undefined> {
  return (await chatsOf(desk, person)).find((conversation) => String(conversation) === ref)
}

/** What people call the platform of a channel account. */
function channelOf(account: string): ChannelName {
  const [kind = ''] = account.split(':')
  if (kind.startsWith('whatsapp')) return 'whatsapp'
  return kind === 'telegram' || kind === 'simulator' ? kind : 'other'
}
