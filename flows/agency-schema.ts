import { z } from 'zod'
import { parseIsoDate } from './calendar/local-day.ts'
import { documentChecks, documentKinds, fileTypes, knownKinds } from './fields/document-outcome.ts'
import { parseSpan, type Span, workingWeek } from './calendar/opening-hours.ts'

// The shape of agency.yaml. Zod says what is wrong where; agency-parse.ts turns that into file, line and key.

const text = (max: number) =>
  z
    .string({ error: (issue) => (typeof issue.input === 'number' ? 'must be text: put it in quotes' : undefined) })
    .trim()
    .min(1, 'must not be empty')
    .max(max)

const id = text(40).regex(/^[a-z][a-z0-9-]*$/, 'must be small letters, digits and dashes, beginning with a letter')
const count = (max: number) => z.int().min(1).max(max)
const codeOf = (digits: number) => text(digits).regex(new RegExp(`^\\d{${digits}}$`), `must be ${digits} digits in quotes`)

const span = text(11).transform((value, context): Span => {
  const parsed = parseSpan(value)
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: 'must be opening and closing time such as 07:30-16:00' })
  return z.NEVER
})

const spans = z
  .array(span)
  .max(6)
  .refine((list) => list.every((each, index) => index === 0 || (list[index - 1]?.to ?? 0) < each.from), {
    message: 'the times must be in order and must not touch',
  })

const hours = z
  .strictObject(
    Object.fromEntries(workingWeek.map((weekday) => [weekday, spans])) as Record<(typeof workingWeek)[number], typeof spans>,
  )
  .refine((week) => Object.values(week).some((list) => list.length > 0), { message: 'at least one day must be open' })

const holiday = z.strictObject({
  date: text(10).refine((value) => parseIsoDate(value) !== undefined, { message: 'must be a date such as 2026-08-25' }),
  name: text(120),
})

const fieldBase = { id, entry: z.enum(['chat', 'secure-page']), guide: text(20).exactOptional() }
const plain = <const T extends string>(field: T) => z.strictObject({ ...fieldBase, field: z.literal(field) })

const field = z.discriminatedUnion('field', [
  z.strictObject({ ...fieldBase, field: z.literal('nik'), photo: id.exactOptional() }),
  plain('name'),
  plain('kk'),
  plain('place'),
  plain('address'),
  plain('birth-date'),
  plain('mother-name'),
  plain('phone'),
  plain('email'),
  plain('password'),
  plain('captcha'),
  z.strictObject({
    ...fieldBase,
    field: z.literal('region'),
    level: z.enum(['province', 'regency', 'district', 'village']),
    within: id.exactOptional(),
  }),
  z.strictObject({ ...fieldBase, field: z.literal('password-again'), of: id }),
  z.strictObject({ ...fieldBase, field: z.literal('document'), slot: id }),
  z.strictObject({ ...fieldBase, field: z.literal('consent'), version: text(20) }),
])

const slot = z.strictObject({
  id,
  kind: z.enum(documentKinds),
  also: z.array(z.enum(knownKinds)).min(1).exactOptional(),
  types: z.array(z.enum(fileTypes)).min(1),
  // the intake takes in nothing larger (flows/fields/document-file.ts)
  maxMegabytes: z.number().positive().max(30),
  pages: count(100).default(1),
  shrink: z.boolean().default(true),
  checks: z.array(z.enum(documentChecks)),
  example: text(60)
    .regex(/^[a-z0-9][a-z0-9-]*\.(?:jpg|jpeg|png)$/, 'must be the name of a JPG or PNG in the folder examples/')
    .exactOptional(),
  note: z.boolean().default(false),
  ifExpired: id.exactOptional(),
})

const template = z.strictObject({
  name: text(512).regex(/^[a-z0-9_]+$/, 'must be the name of a template: small letters, digits and _'),
  language: text(6).regex(/^[a-z]{2,3}(_[A-Z]{2})?$/, 'must be a language code such as id or en_US'),
  parameters: z.array(z.enum(['office', 'agency'])).max(5),
})

/** `agency.yaml` as written, before the parts that follow from it are added. */
export const agencySchema = z.strictObject({
  id,
  name: text(40),
  fullName: text(160),
  office: text(120),
  copyrightYear: z.int().min(1990).max(2100),
  region: z.strictObject({ province: codeOf(2), regency: codeOf(2) }),
  contact: z.strictObject({
    whatsapp: text(16).regex(/^\+[1-9]\d{7,14}$/, 'must be a phone number in international form such as +6281200000000'),
    email: z.email('must be an e-mail address'),
    telegram: text(33)
      .regex(/^@[A-Za-z][A-Za-z0-9_]{4,31}$/, 'must be a Telegram name such as @SintrenPekalonganBot')
      .exactOptional(),
    address: text(200),
  }),
  hours,
  holidays: z.array(holiday).max(200),
  groups: z.array(z.strictObject({ id, audience: z.enum(['everyone', 'groups']) })).max(20),
  services: z
    .array(
      z.strictObject({
        id,
        prefix: text(5).regex(/^[A-Z]{2,5}$/, 'must be two to five capital letters'),
        group: id,
        documents: z
          .array(z.strictObject({ slot: id, required: z.boolean().default(false) }))
          .max(20)
          .default([]),
      }),
    )
    .max(100),
  information: z
    .array(
      z.discriminatedUnion('nature', [
        z.strictObject({ id, nature: z.literal('general') }),
        z.strictObject({ id, nature: z.literal('confidential') }),
        z.strictObject({ id, nature: z.literal('system'), shows: z.enum(['next-holiday']) }),
      ]),
    )
    .max(100),
  documents: z.array(slot).max(100),
  registration: z.strictObject({ version: count(100_000), fields: z.array(field).min(1).max(100) }),
  selfie: z.strictObject({ document: id, version: text(40) }).exactOptional(),
  roles: z
    .array(z.strictObject({ id, can: z.array(z.enum(['decide', 'escalation', 'mandate'])).min(1) }))
    .min(1)
    .max(20),
  reasons: z
    .array(
      z.strictObject({
        code: id,
        decisions: z.array(z.enum(['reject', 'repair'])).min(1),
        marks: z.array(id),
        note: z.enum(['required', 'optional']),
        cases: z.array(z.enum(['registration', 'correction', 'phone'])).min(1),
      }),
    )
    .min(1)
    .max(50),
  requests: z.strictObject({ document: id, correction: z.enum(['required', 'optional']) }),
  promise: z.strictObject({
    workingDays: count(250),
    usualWorkingDays: z.strictObject({ from: count(250), to: count(250) }).exactOptional(),
    remindMinutesBefore: z
      .array(count(100_000))
      .max(10)
      .refine((list) => list.every((each, index) => index === 0 || each < (list[index - 1] ?? 0)), {
        message: 'must go from the longest to the shortest',
      }),
  }),
  claimMinutes: count(1440),
  sessionHours: count(24 * 30),
  // shorter silences are not noted (flows/engine/state.ts)
  contacts: z.strictObject({ proofAfterDays: z.int().min(30, 'must be at least 30').max(3650) }),
  applications: z.literal('closed'),
  links: z.strictObject({ answerMinutes: count(1440), activationMinutes: count(7 * 1440), resetMinutes: count(1440) }),
  lockout: z.strictObject({ tries: count(20), minutes: count(7 * 1440) }),
  idle: z.strictObject({ nudgeMinutes: count(1440), draftHours: count(24 * 30), expireDays: count(365) }),
  talk: z.strictObject({
    remindMinutes: z
      .array(count(10_000))
      .max(10)
      .refine((list) => list.every((each, index) => index === 0 || each > (list[index - 1] ?? 0)), {
        message: 'must go from the shortest to the longest',
      }),
    closeAfterHours: count(24 * 30),
  }),
  privacy: z
    .strictObject({
      eraseAfterDays: count(30).default(7),
      preparedDays: z.int().min(30, 'must be at least 30').max(3650).default(90),
    })
    .prefault({}),
  whatsappTemplates: z
    .strictObject({ default: template })
    .catchall(template)
    .refine((all) => Object.keys(all).every((kind) => /^[a-z][a-z0-9-]{0,39}$/.test(kind)), {
      message: 'the names must be those of notices, or default',
    })
    .exactOptional(),
  demo: z.strictObject({ officers: z.array(z.strictObject({ name: text(60), role: id })).max(20) }),
})

/** The data of `agency.yaml` once it has the right shape. */
export type AgencyData = z.infer<typeof agencySchema>
