import type { JsonObject } from '../../flows/engine/json.ts'
import type { Language } from '../../flows/engine/text.ts'
import { nikFlags } from '../../flows/fields/nik.ts'
import { registrationNumber } from './codes.ts'
import { sealObject, sealText } from './columns.ts'
import { emailIndexIn } from './email-index.ts'
import type { FiledDocument, FilledForm, GivenConsent } from './form.ts'
import type { TaskAbout } from './new-task.ts'
import type { Desk } from './scope.ts'

/** Numbers drawn until a free one is found; with 30 bits a month the first is free. */
const DRAWS = 20

/** A registration to be kept, whoever filled its form in. */
export interface NewRegistration {
  readonly filled: FilledForm
  readonly formVersion: number
  readonly number: string
  readonly person: string
  /** the chat that it belongs to */
  readonly conversation: number
  readonly status: 'submitted' | 'approved'
  readonly flags: readonly string[]
  /** ms since 1970 */
  readonly promisedAt: number
  readonly decidedAt: number | null
  /** id of the registration that it puts right */
  readonly replaces: string | null
  readonly passwordHash: string | null
  /** whether its documents are known to be the person's */
  readonly isPersons: boolean
}

/** A registration number that nobody has. */
export async function freeNumber({ tx, random, now, agency }: Desk): Promise<string> {
  for (let i = 0; i < DRAWS; i++) {
    const number = registrationNumber(random, now, agency.zone)
    if ((await tx.registration.count({ where: { number } })) === 0) return number
  }
  throw new Error(`no free registration number in ${DRAWS} draws`)
}

/** What an officer should look at in a form. */
export function formFlags(desk: Desk, filled: FilledForm, isPhoneProven: boolean): string[] {
  return [
    ...nikFlags(filled.nik, { ...filled, regionKnown: desk.knowsRegion }),
    ...(filled.phone === undefined || isPhoneProven ? [] : ['phone-unproven']),
  ]
}

/** Keeps what a form says of a person. An account that is there already stays as it is; gives its id. */
export async function keepPersonData(
  desk: Desk,
  person: string,
  filled: FilledForm,
  status: 'pending' | 'approved',
): Promise<string> {
  const { tx, ids, sealer, agency, now } = desk
  const data = {
    name: sealText(sealer, filled.name, 'person.name'),
    profile: sealObject(sealer, filled.profile, 'person.profile'),
    emailIndex: emailIndexIn(desk, filled.profile),
    updatedAt: BigInt(now),
  }
  await tx.person.upsert({
    where: { id: person },
    create: {
      ...data,
      id: person,
      nikIndex: sealer.index(filled.nik, 'nik'),
      nik: sealText(sealer, filled.nik, 'person.nik'),
      createdAt: BigInt(now),
    },
    update: data,
  })
  const { id } = await tx.account.upsert({
    where: { agency_personId: { agency: agency.id, personId: person } },
    create: { id: ids.text(), agency: agency.id, personId: person, status, createdAt: BigInt(now) },
    update: {},
  })
  return id
}

/** Keeps a registration with its documents; gives its id. Fails when a file is not there. */
export async function createRegistration(desk: Desk, kept: NewRegistration): Promise<string> {
  const { tx, ids, sealer, agency, now } = desk
  const { filled, number, person, conversation, status, formVersion, flags, decidedAt, replaces, passwordHash } = kept
  const id = ids.text()
  await tx.registration.create({
    data: {
      id,
      number,
      agency: agency.id,
      personId: person,
      conversationId: BigInt(conversation),
      status,
      formVersion,
      answers: sealObject(sealer, filled.kept, 'registration.answers'),
      flags: JSON.stringify(flags),
      submittedAt: BigInt(now),
      promisedAt: BigInt(kept.promisedAt),
      decidedAt: decidedAt === null ? null : BigInt(decidedAt),
      replaces,
      passwordHash,
    },
  })
  for (const document of filled.documents)
    await keepDocument(desk, { registrationId: id }, kept.isPersons ? person : null, document)
  return id
}

/** Keeps a document with a case; `person` is null where it is not known to be that person's. Fails when the file is not there. */
export async function keepDocument(
  desk: Desk,
  about: TaskAbout,
  person: string | null,
  { slot, file, page, name }: FiledDocument,
): Promise<void> {
  const { tx, ids, sealer, agency, now } = desk
  const stored = await tx.file.findUnique({ where: { id: file }, select: { agency: true, erasedAt: true } })
  if (stored === null || stored.agency !== agency.id || stored.erasedAt !== null) throw new Error(`file ${file} is not there`)
  await tx.document.create({
    data: {
      id: ids.text(),
      ...about,
      personId: person,
      slot,
      page,
      fileId: file,
      ...(name !== undefined && { name: sealText(sealer, name, 'document.name') }),
      createdAt: BigInt(now),
    },
  })
}

/** Keeps the proof of a consent (UU 27/2022 article 24): which text, in which words, in this chat. */
export async function createConsent(
  { tx, ids, sealer, agency, account, conversation, now }: Desk,
  person: string,
  { key, version, reply }: GivenConsent,
  language: Language,
): Promise<void> {
  await tx.consent.create({
    data: {
      id: ids.text(),
      personId: person,
      agency: agency.id,
      textKey: key,
      textVersion: version,
      language,
      reply: sealer.seal(reply, 'consent.reply').toString('base64'),
      channel: account,
      conversationId: BigInt(conversation),
      givenAt: BigInt(now),
    },
  })
}

/** Adds to what happened to a registration. `actor`: `applicant`, or `officer:<id>`. */
export async function createEvent(
  { tx, ids, now }: Pick<Desk, 'tx' | 'ids' | 'now'>,
  registration: string,
  kind: string,
  actor: string,
  data: JsonObject,
): Promise<void> {
  await tx.caseEvent.create({
    data: { id: ids.text(), registrationId: registration, kind, actor, data: JSON.stringify(data), at: BigInt(now) },
  })
}
