import type { JsonObject } from '../../flows/engine/json.ts'
import type { DataSubject } from '../../flows/ports/privacy.ts'
import type { Tx } from '../database.ts'
import { openObject, openText } from './columns.ts'
import { casesCopied, type CopiedCase, type CopiedDocument, type CopyParts } from './data-copy-cases.ts'
import { linesOf } from './talk-rows.ts'

/** Everything that is kept about somebody. Times are ms since 1970; there is no secret in it. */
export interface DataCopy {
  readonly madeAt: number
  /** null where only what was handed in in one chat may be given */
  readonly identity: { readonly nik: string; readonly name: string; readonly since: number; readonly profile: JsonObject } | null
  readonly account: {
    readonly status: string
    readonly mode: string
    readonly createdAt: number
    readonly activatedAt: number | null
    readonly eraseAt: number | null
    readonly hasPassword: boolean
  } | null
  readonly chats: readonly {
    readonly channel: string
    readonly since: number
    readonly phone: string | null
    readonly provenAt: number | null
  }[]
  readonly cases: readonly CopiedCase[]
  readonly documents: readonly CopiedDocument[]
  readonly consents: readonly {
    readonly version: string
    readonly language: string
    readonly reply: string
    readonly channel: string
    readonly givenAt: number
    readonly withdrawnAt: number | null
  }[]
  readonly mandates: readonly {
    readonly group: JsonObject
    readonly grantedAt: number
    readonly endsAt: number | null
    readonly revokedAt: number | null
  }[]
  readonly sessions: readonly { readonly startedAt: number; readonly expiresAt: number; readonly endedAt: number | null }[]
  readonly talks: readonly {
    readonly openedAt: number
    readonly closedAt: number | null
    readonly lines: readonly { readonly from: 'you' | 'officer'; readonly at: number; readonly text: string }[]
  }[]
  /** who of the office saw or did what with these data: a role, never a name */
  readonly seen: readonly { readonly at: number; readonly role: string; readonly action: string }[]
}

/** Collects everything that is kept about a subject (UU 27/2022 article 7). Null when the person was erased. */
export async function collectCopy(parts: CopyParts, subject: DataSubject): Promise<DataCopy | null> {
  const { tx, sealer, agency, now } = parts
  const person = await tx.person.findUnique({ where: { id: subject.person } })
  if (person === null || person.erasedAt !== null) return null
  const isWhole = subject.chat === null
  const where = { agency_personId: { agency: agency.id, personId: person.id } }
  const account = isWhole ? await tx.account.findUnique({ where }) : null
  const chats = isWhole ? await chatsOfSubject(parts, person.id) : []
  const { cases, documents, ids } = await casesCopied(parts, subject, chats)
  const { talks, talkIds } = await talksCopied(parts, chats)
  const rows = [...ids, ...talkIds, ...(isWhole ? [person.id] : []), ...(account === null ? [] : [account.id])]
  return {
    madeAt: now,
    identity: isWhole
      ? {
          nik: openText(sealer, person.nik, 'person.nik'),
          name: openText(sealer, person.name, 'person.name'),
          since: Number(person.createdAt),
          profile: openObject(sealer, person.profile, 'person.profile'),
        }
      : null,
    account: account === null ? null : accountCopied(account),
    chats: isWhole ? await contactsCopied(parts, person.id) : [],
    cases,
    documents,
    consents: await consentsCopied(parts, subject),
    mandates: account === null ? [] : await mandatesCopied(parts, account.id),
    sessions: account === null ? [] : await sessionsCopied(parts, account.id),
    talks,
    seen: await seenBy(parts, rows),
  }
}

async function chatsOfSubject({ tx }: CopyParts, person: string): Promise<readonly bigint[]> {
  const rows = await tx.contact.findMany({ where: { personId: person }, select: { conversationId: true } })
  return rows.map(({ conversationId }) => conversationId)
}

function accountCopied(row: NonNullable<Awaited<ReturnType<Tx['account']['findUnique']>>>): DataCopy['account'] {
  const { status, mode, createdAt, activatedAt, eraseAt, passwordHash } = row
  return {
    status,
    mode,
    createdAt: Number(createdAt),
    activatedAt: time(activatedAt),
    eraseAt: time(eraseAt),
    hasPassword: passwordHash !== null,
  }
}

async function contactsCopied({ tx, sealer }: CopyParts, person: string): Promise<DataCopy['chats']> {
  const rows = await tx.contact.findMany({ where: { personId: person }, orderBy: { id: 'asc' } })
  return rows.map(({ account, createdAt, phone, provenAt }) => ({
    channel: channelOf(account),
    since: Number(createdAt),
    phone: phone === null ? null : openText(sealer, phone, 'contact.phone'),
    provenAt: time(provenAt),
  }))
}

async function consentsCopied({ tx, sealer, agency }: CopyParts, { person, chat }: DataSubject): Promise<DataCopy['consents']> {
  const where = { agency: agency.id, personId: person, ...(chat !== null && { conversationId: BigInt(chat) }) }
  const rows = await tx.consent.findMany({ where, orderBy: { id: 'asc' } })
  return rows.map(({ textVersion, language, reply, channel, givenAt, withdrawnAt }) => ({
    version: textVersion,
    language,
    reply: sealer.open(Buffer.from(reply, 'base64'), 'consent.reply').toString(),
    channel: channelOf(channel),
    givenAt: Number(givenAt),
    withdrawnAt: time(withdrawnAt),
  }))
}

async function mandatesCopied({ tx, sealer }: CopyParts, account: string): Promise<DataCopy['mandates']> {
  const rows = await tx.mandate.findMany({ where: { accountId: account }, orderBy: { id: 'asc' } })
  return rows.map(({ group, grantedAt, endsAt, revokedAt }) => ({
    group: openObject(sealer, group, 'mandate.group'),
    grantedAt: Number(grantedAt),
    endsAt: time(endsAt),
    revokedAt: time(revokedAt),
  }))
}

async function sessionsCopied({ tx }: CopyParts, account: string): Promise<DataCopy['sessions']> {
  const rows = await tx.session.findMany({ where: { accountId: account }, orderBy: { id: 'asc' } })
  return rows.map(({ startedAt, expiresAt, endedAt }) => ({
    startedAt: Number(startedAt),
    expiresAt: Number(expiresAt),
    endedAt: time(endedAt),
  }))
}

async function talksCopied(parts: CopyParts, chats: readonly bigint[]) {
  const { tx, agency } = parts
  const talks = await tx.talk.findMany({
    where: { agency: agency.id, conversationId: { in: [...chats] } },
    orderBy: { id: 'asc' },
  })
  const copied: DataCopy['talks'][number][] = []
  for (const { id, openedAt, closedAt } of talks) {
    const rows = await tx.talkLine.findMany({ where: { talkId: id }, select: { id: true, at: true } })
    const times = new Map(rows.map((row) => [row.id, Number(row.at)]))
    const lines = (await linesOf(parts, id)).map((line) => ({
      from: line.officer === null ? ('you' as const) : ('officer' as const),
      at: times.get(line.id) ?? Number(openedAt),
      text: line.text,
    }))
    copied.push({ openedAt: Number(openedAt), closedAt: time(closedAt), lines })
  }
  return { talks: copied, talkIds: talks.map(({ id }) => id) }
}

// What is on the audit chain about these rows and was done by somebody of the office.
async function seenBy({ tx }: CopyParts, subjects: readonly string[]): Promise<DataCopy['seen']> {
  const rows = await tx.audit.findMany({
    where: { subject: { in: [...subjects] }, actor: { startsWith: 'officer:' } },
    orderBy: { seq: 'asc' },
  })
  const ids = rows.map(({ actor }) => actor.slice('officer:'.length))
  const officers = await tx.officer.findMany({ where: { id: { in: ids } }, select: { id: true, role: true } })
  const roles = new Map(officers.map(({ id, role }) => [id, role]))
  return rows.map(({ at, actor, action }) => ({
    at: Number(at),
    role: roles.get(actor.slice('officer:'.length)) ?? '',
    action,
  }))
}

/** The platform that an account of ours is on: `telegram:8812` is on `telegram`. */
function channelOf(account: string): string {
  return account.split(':')[0] ?? account
}

function time(at: bigint | null): number | null {
  return at === null ? null : Number(at)
}

/** What names stored files, in documents and in answers. */
const FILES: ReadonlySet<string> = new Set(['file', 'pages', 'thumbnail', 'original'])

/** What a copy holds, as JSON: times as ISO 8601 in UTC, documents without the ids of their files. */
export function copyAsJson(copy: DataCopy): string {
  const readable = (key: string, value: unknown): unknown =>
    typeof value === 'number' && /^(?:at|since)$|At$/.test(key)
      ? new Date(value).toISOString()
      : FILES.has(key)
        ? undefined
        : value
  return JSON.stringify(copy, readable, 2)
}
