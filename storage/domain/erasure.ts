import { appendAudit } from '../audit.ts'
import { Attempts } from './attempts.ts'
import { withdrawOpenCases } from './case-withdrawal.ts'
import { sealObject, sealText } from './columns.ts'
import { emptyCases, emptyTalks, eraseLooseFiles, type EraseParts } from './erasure-contents.ts'
import { tellAbout, whereTold, type Told } from './erasure-notices.ts'
import type { EraseOrder } from './erasure-request.ts'

const DAY = 86_400_000

/** `Account.status` of somebody whose data were erased. */
const ERASED = 'erased'

/** What an erasure came to; `kept`: the wish was taken back meanwhile. */
export type Erased = 'person' | 'cases' | 'kept'

/**
 * Erases what an order names, on its date: the whole person when the account still has that date, else the cases that
 * were withdrawn with it, and a person of whom then nothing else is left. Doing it twice changes nothing.
 */
export async function erase(parts: EraseParts, order: EraseOrder): Promise<Erased> {
  const { tx, agency } = parts
  const account = await tx.account.findUnique({
    where: { agency_personId: { agency: agency.id, personId: order.person } },
    include: { person: true },
  })
  if (account === null || account.person.erasedAt !== null) return 'kept'
  const cases = await withdrawnAmong(parts, order)
  const isWished = account.eraseAt === BigInt(order.at)
  if (isWished || (cases.registrations.length > 0 && (await isForgotten(parts, order.person, cases.registrations)))) {
    await erasePerson(parts, order.person)
    return 'person'
  }
  if (cases.registrations.length === 0 && cases.requests.length === 0) return 'kept'
  await emptyCases(parts, cases)
  for (const id of cases.registrations) await appendAudit(tx, entry(parts, 'registration.erased', id), parts.now)
  return 'cases'
}

// Whoever consented anew has other cases; these stay withdrawn.
async function withdrawnAmong({ tx }: EraseParts, { registrations, requests }: EraseOrder) {
  const withdrawn = { select: { id: true } }
  const found = await tx.registration.findMany({ ...withdrawn, where: { id: { in: [...registrations] }, status: 'withdrawn' } })
  return { registrations: found.map(({ id }) => id), requests }
}

// Nobody's chat, no account, no other case: the row was there for the withdrawn registration alone.
async function isForgotten({ tx, agency }: EraseParts, person: string, withdrawn: readonly string[]): Promise<boolean> {
  const others = { personId: person, agency: agency.id, id: { notIn: [...withdrawn] } }
  const account = await tx.account.count({ where: { personId: person, status: { not: 'pending' } } })
  const left =
    account + (await tx.contact.count({ where: { personId: person } })) + (await tx.registration.count({ where: others }))
  return left === 0
}

/** Erases a person: what is left names nobody, and the NIK may register anew. They are told once more, and no more. */
export async function erasePerson(parts: EraseParts, person: string): Promise<void> {
  const { tx, store, now } = parts
  const told = await whereTold(parts, person)
  const accounts = (await tx.account.findMany({ where: { personId: person }, select: { id: true } })).map(({ id }) => id)
  await withdrawOpenCases(parts, { personId: person }, 'system')
  const mine = { where: { personId: person }, select: { id: true, number: true } }
  const [registrations, requests] = [await tx.registration.findMany(mine), await tx.request.findMany(mine)]
  const chats = await chatsToForget(parts, person, told)
  const cases = { registrations: registrations.map(({ id }) => id), requests: requests.map(({ id }) => id) }
  const tasks = await tx.task.findMany({
    where: { OR: [{ registrationId: { in: cases.registrations } }, { requestId: { in: cases.requests } }] },
    select: { id: true },
  })
  await emptyCases(parts, cases, person)
  await emptyTalks(parts, chats)
  await eraseLooseFiles(parts, chats)
  await emptyAccounts(parts, accounts, [...cases.registrations, ...cases.requests, person], chats)
  await pseudonymise(parts, person)
  await letGoOf(parts, chats)
  await tx.notice.deleteMany({ where: { personId: person } })
  const marks = [...tasks.map(({ id }) => id), ...[...registrations, ...requests].map(({ number }) => number)]
  const all = told.mail === null ? chats : [...chats, told.mail]
  const sessions = await officersWithOpen(parts, marks)
  await store.forget(tx, { conversations: all, sessions, about: tasks.map(({ id }) => id) }, now)
  await appendAudit(tx, entry(parts, 'person.erased', person), now)
  await tellAbout(parts, told, 'done', { key: person, data: {} })
  // The farewell has to be sent before its address goes too.
  const payload = { conversations: [...all], since: now }
  await store.enqueue(tx, [{ kind: 'remove-chats', key: `remove-chats:${person}`, payload, dueAt: now + DAY }], now)
}

function entry({ agency }: EraseParts, action: string, subject: string) {
  return { agency: agency.id, actor: 'system', action, subject }
}

// Chats that are the person's, and those that are nobody's in which they handed something in.
async function chatsToForget({ tx }: EraseParts, person: string, { chats }: Told): Promise<number[]> {
  const made = { where: { personId: person }, select: { conversationId: true } }
  const rows = [...(await tx.registration.findMany(made)), ...(await tx.request.findMany(made))]
  const ids = rows.map(({ conversationId }) => conversationId)
  const others = await tx.contact.findMany({
    where: { conversationId: { in: ids }, personId: { not: null }, NOT: { personId: person } },
    select: { conversationId: true },
  })
  const taken = new Set(others.map(({ conversationId }) => conversationId))
  return [...new Set([...chats, ...ids.filter((id) => !taken.has(id)).map(Number)])]
}

async function emptyAccounts(
  { tx, sealer, now }: EraseParts,
  accounts: readonly string[],
  others: readonly string[],
  chats: readonly number[],
): Promise<void> {
  const at = BigInt(now)
  const ids = [...accounts]
  await tx.session.updateMany({ where: { accountId: { in: ids }, endedAt: null }, data: { endedAt: at } })
  await tx.account.updateMany({ where: { id: { in: ids } }, data: { status: ERASED, passwordHash: null, mode: 'personal' } })
  const nothing = { name: '', region: [], letter: { number: '', date: '' }, services: [] }
  await tx.mandate.updateMany({ where: { accountId: { in: ids }, revokedAt: null }, data: { revokedAt: at } })
  await tx.mandate.updateMany({
    where: { accountId: { in: ids } },
    data: { group: sealObject(sealer, nothing, 'mandate.group') },
  })
  const subjects = [...ids, ...others, ...chats.map(String), ...chats.map((chat) => `conversation:${chat}`)]
  // A code may be kept under a blind index; those whose time is over are of no use to anybody.
  await tx.oneTimeCode.deleteMany({ where: { OR: [{ subject: { in: subjects } }, { expiresAt: { lte: at } }] } })
  const links = { OR: [{ subject: { in: subjects } }, { conversationId: { in: chats.map(BigInt) } }] }
  await tx.link.updateMany({ where: { ...links, usedAt: null }, data: { usedAt: at } })
  await tx.link.updateMany({ where: links, data: { payload: null } })
}

async function pseudonymise(parts: EraseParts, person: string): Promise<void> {
  const { tx, sealer, random, agency, now } = parts
  const { nikIndex } = await tx.person.findUniqueOrThrow({ where: { id: person }, select: { nikIndex: true } })
  await new Attempts(tx, sealer, 'login-nik', nikIndex, agency.lockout, now).forget()
  await tx.person.update({
    where: { id: person },
    data: {
      nikIndex: `erased:${Buffer.from(random.bytes(16)).toString('hex')}`,
      nik: sealText(sealer, '', 'person.nik'),
      name: sealText(sealer, '', 'person.name'),
      profile: sealObject(sealer, {}, 'person.profile'),
      emailIndex: null,
      updatedAt: BigInt(now),
      erasedAt: BigInt(now),
    },
  })
  const reply = sealer.seal('', 'consent.reply').toString('base64')
  await tx.consent.updateMany({ where: { personId: person, withdrawnAt: null }, data: { withdrawnAt: BigInt(now) } })
  await tx.consent.updateMany({ where: { personId: person }, data: { reply } })
}

async function letGoOf({ tx }: EraseParts, chats: readonly number[]): Promise<void> {
  await tx.contact.updateMany({
    where: { conversationId: { in: chats.map(BigInt) } },
    data: { personId: null, phoneIndex: null, phone: null, provenAt: null },
  })
}

// An officer may have a card of theirs open still; it names the task or the number.
async function officersWithOpen({ tx, store, agency }: EraseParts, marks: readonly string[]): Promise<number[]> {
  const officers = await tx.officer.findMany({
    where: { agency: agency.id, conversationId: { not: null } },
    select: { conversationId: true },
  })
  const found: number[] = []
  for (const conversation of new Set(officers.map(({ conversationId }) => Number(conversationId)))) {
    const answers = JSON.stringify((await store.session(tx, conversation))?.session ?? {})
    if (marks.some((mark) => answers.includes(mark))) found.push(conversation)
  }
  return found
}
