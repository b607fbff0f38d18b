import { SELFIE_CONSENT } from '../../flows/agency-selfie.ts'
import type { ConsentView, DataSubject } from '../../flows/ports/privacy.ts'
import { appendAudit } from '../audit.ts'
import { withdrawOpenCases } from './case-withdrawal.ts'
import { accountOf } from './contacts.ts'
import { casesOf, isStillProven } from './data-subject.ts'
import { tellAbout, whereTold } from './erasure-notices.ts'
import { CLOSED, eraseTime, queueErasure, setErasure } from './erasure-request.ts'
import type { Desk } from './scope.ts'
import { eraseSelfies } from './selfie.ts'

/** What was consented to, newest first; that a face may be compared is a consent of its own (selfie.ts). */
export async function consentsOf(desk: Desk, subject: DataSubject): Promise<readonly ConsentView[]> {
  const where = { ...consents(desk, subject), textKey: { not: SELFIE_CONSENT } }
  const rows = await desk.tx.consent.findMany({ where, orderBy: { id: 'desc' } })
  return rows.map(({ textVersion, givenAt, withdrawnAt }) => ({
    version: textVersion,
    givenAt: Number(givenAt),
    withdrawnAt: withdrawnAt === null ? null : Number(withdrawnAt),
  }))
}

/** Withdraws consent, as Ports.privacy.withdrawConsent promises (UU 27/2022 articles 9 and 40). */
export async function withdrawConsent(desk: Desk, subject: DataSubject): Promise<number | null> {
  const { tx, agency, conversation, now } = desk
  if (!(await isStillProven(desk, subject))) return null
  const standing = { ...consents(desk, subject), withdrawnAt: null }
  const withdrawn = await tx.consent.findMany({ where: standing, select: { id: true } })
  if (withdrawn.length === 0) return null
  const ids = withdrawn.map(({ id }) => id)
  await tx.consent.updateMany({ where: { id: { in: ids } }, data: { withdrawnAt: BigInt(now) } })
  const actor = `conversation:${conversation}`
  const entry = { agency: agency.id, actor, action: 'consent.withdrawn', subject: subject.person }
  await appendAudit(tx, { ...entry, detail: { consents: ids } }, now)

  // What is said of a face does not wait for the erasure of everything else.
  await eraseSelfies(desk, subject)
  const whose = casesOf(subject)
  await withdrawOpenCases(desk, whose, actor)
  const mine = { where: { ...whose, agency: agency.id }, select: { id: true } }
  const registrations = (await tx.registration.findMany(mine)).map(({ id }) => id)
  const requests = (await tx.request.findMany(mine)).map(({ id }) => id)
  // None of them is the ground of anything any more, decided or not.
  await tx.registration.updateMany({ where: { id: { in: registrations } }, data: { status: 'withdrawn' } })
  const order = { person: subject.person, registrations, requests }
  if (subject.chat === null) return closeAccount(desk, order)
  const at = eraseTime(desk)
  await queueErasure(desk, { ...order, at })
  return at
}

async function closeAccount(
  desk: Desk,
  order: { readonly person: string; readonly registrations: readonly string[]; readonly requests: readonly string[] },
): Promise<number> {
  const { tx, conversation, now } = desk
  const account = await accountOf(desk, order.person)
  if (account === null) throw new Error(`person ${order.person} has no account`)
  const closed = { status: CLOSED, passwordHash: null }
  await tx.account.update({ where: { id: account.id }, data: closed })
  await tx.session.updateMany({ where: { accountId: account.id, endedAt: null }, data: { endedAt: BigInt(now) } })
  await tx.link.updateMany({ where: { subject: account.id, usedAt: null }, data: { usedAt: BigInt(now) } })
  const at = await setErasure(desk, account.id, order)
  const told = { key: `${account.id}:${at}`, data: { at, withdrawn: true }, except: conversation }
  await tellAbout(desk, await whereTold(desk, order.person), 'coming', told)
  return at
}

function consents({ agency }: Desk, { person, chat }: DataSubject) {
  return { agency: agency.id, personId: person, ...(chat !== null && { conversationId: BigInt(chat) }) }
}
