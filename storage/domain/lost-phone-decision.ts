import { answersOf, type RequestRow } from './cases.ts'
import { readCodes, sealText } from './columns.ts'
import { tellByMail } from './contact-notices.ts'
import { ACCEPTED, accountOf, bindChat, chatsOf, isFreeFor } from './contacts.ts'
import type { CaseDecision } from './case-decision.ts'
import { CONTESTED } from './lost-phone.ts'
import { tellRefused } from './lost-phone-answer.ts'
import { NO_CHAT, tell } from './notices.ts'
import { endClaims } from './number-move.ts'
import { keepPhone } from './person-phone.ts'
import { releaseChat } from './release.ts'
import { settleRequest } from './request-decision.ts'
import type { Desk } from './scope.ts'

/** What deciding a report of a lost phone number means. */
export function lostPhoneDecision(desk: Desk, row: RequestRow): CaseDecision {
  return {
    async allows(decision) {
      if (decision !== 'approve') return decision === 'reject'
      // Of a chat that has come into other hands nothing is known any more.
      if (readCodes(row.flags).includes(CONTESTED) || Number(row.conversationId) === NO_CHAT) return false
      const account = await accountOf(desk, row.personId)
      if (account === null || !ACCEPTED.includes(account.status)) return false
      // Of several reports the one that was approved stands; the chat may have become somebody else's meanwhile.
      const later = { personId: row.personId, kind: 'phone', status: 'approved', decidedAt: { gte: row.submittedAt } }
      if ((await desk.tx.request.count({ where: later })) > 0) return false
      return isFreeFor(desk, Number(row.conversationId), row.personId)
    },
    async settle(decided) {
      await settleRequest(desk, row, decided)
      if (decided.decision === 'approve') await replace(desk, row)
      // A refusal is told when the promise ends, unless that is past already.
      else if (desk.now >= Number(row.promisedAt)) await tellRefused(desk, row)
    },
  }
}

// The new chat becomes the person's only one; what was open in the old ones is over.
async function replace(desk: Desk, row: RequestRow): Promise<void> {
  const { tx, sealer, store, now } = desk
  const conversation = Number(row.conversationId)
  const phone = answersOf(sealer, { kind: 'phone', row })['phone']
  const account = await accountOf(desk, row.personId)
  const chat = await store.session(tx, conversation)
  if (typeof phone !== 'string' || account === null || chat === undefined)
    throw new Error(`request ${row.id} has no number, account or chat`)
  const bound = (await chatsOf(desk, row.personId)).filter((one) => one !== conversation)
  for (const one of bound) await releaseChat(desk, one, conversation)
  const old = new Set([...bound, ...(await closeOpenDoors(desk, account.id, row.personId, conversation))])
  const proof = { index: sealer.index(phone, 'phone'), sealed: sealText(sealer, phone, 'contact.phone') }
  // Vouched for by the platform when it was reported, or else by the officer, who has called it.
  const isProven = !readCodes(row.flags).includes('phone-unproven')
  if (isProven) await endClaims(desk, phone, row.personId)
  const at = { conversation, account: chat.account }
  await bindChat(desk, at, row.personId, { ...proof, provenAt: isProven ? row.submittedAt : BigInt(now) })
  await keepPhone(desk, row.personId, phone)
  await tell(desk, [
    { conversation, notice: 'phone-approved', key: row.id, data: { number: row.number } },
    ...[...old].map((one) => ({ conversation: one, notice: 'phone-changed', key: row.id, data: { released: true } })),
  ])
  await tellByMail(desk, row.personId, 'mail-phone-changed', row.id)
}

/** Ends what whoever holds the old phone could still use: sessions, links, codes. Gives the chats that were logged in. */
async function closeOpenDoors(
  { tx, agency, now }: Desk,
  account: string,
  person: string,
  here: number,
): Promise<readonly number[]> {
  const at = BigInt(now)
  const open = { accountId: account, endedAt: null, conversationId: { not: BigInt(here) } }
  const sessions = await tx.session.findMany({ where: open, select: { conversationId: true } })
  await tx.session.updateMany({ where: open, data: { endedAt: at } })
  const theirs = { subject: { in: [account, person] }, usedAt: null }
  await tx.link.updateMany({ where: { ...theirs, agency: agency.id }, data: { usedAt: at } })
  await tx.oneTimeCode.updateMany({ where: theirs, data: { usedAt: at } })
  return sessions.map(({ conversationId }) => Number(conversationId))
}
