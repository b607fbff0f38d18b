import type { Holiday } from './calendar/holidays.ts'
import type { WeeklyHours } from './calendar/opening-hours.ts'
import type { Zone } from './calendar/zone.ts'
import type { SlotRules } from './fields/document-outcome.ts'

/** A message key of the agency's texts (`texts/{id,en}.ftl`). */
export type TextKey = string

/** One question of a form, as the agency's data declares it. */
export type FormField = {
  /** the answer's name, unique in its form: `nik`, `birth-date` */
  readonly id: string
  /** where it is answered: in the chat, or on a page behind a one-time link */
  readonly entry: 'chat' | 'secure-page'
  /** the line of the service guide that asks for it: `SIN-28` */
  readonly guide?: string
  /** the question, with an example: `registration-nik` */
  readonly prompt: TextKey
  /** its short name at the review and on the case card: `registration-nik-label` */
  readonly label: TextKey
  /** what "bantuan" says at this question: `registration-nik-help` */
  readonly help: TextKey
} & FieldKind

/** What kind of answer a question takes (the field types of `flows/fields/`), with its options. */
export type FieldKind =
  | {
      readonly field: 'nik'
      /** id of the document question whose photo may be sent instead of typing */ readonly photo?: string
    }
  | {
      readonly field:
        'name' | 'kk' | 'place' | 'address' | 'birth-date' | 'mother-name' | 'phone' | 'email' | 'password' | 'captcha'
    }
  | { readonly field: 'region'; readonly level: RegionLevel; /** id of the question one level up */ readonly within?: string }
  | { readonly field: 'password-again'; /** id of the password question */ readonly of: string }
  | { readonly field: 'document'; /** id of one of the agency's documents */ readonly slot: string }
  | { readonly field: 'consent'; /** version of the text consented to, kept with the consent */ readonly version: string }
  /** a consent of its own to having one's face compared; only by `selfie` (flows/agency-selfie.ts) */
  | { readonly field: 'face-consent'; readonly version: string }

/** The levels of Indonesian regions, from wide to narrow. */
export type RegionLevel = 'province' | 'regency' | 'district' | 'village'

/** A document that is asked for somewhere: what it may be, and how it is judged. Its id is the name of its place in a case. */
export interface DocumentSlot extends SlotRules {
  /** its name: `document-<id>` */
  readonly label: TextKey
  /** what is said about it when it is asked for: `document-<id>-note` */
  readonly note?: TextKey
  /** file in the agency's folder `examples/` that shows how it should look */
  readonly example?: string
  /** the document that is asked for besides when this one has run out */
  readonly ifExpired?: string
}

/** A form: its questions in the order they are asked. */
export interface Form {
  /** raised whenever questions change; live sessions move to it */
  readonly version: number
  readonly fields: readonly FormField[]
}

/** A decision that an officer can take with a reason. */
export type ReasonedDecision = 'reject' | 'repair'

/** Why something was rejected or sent back. */
export interface Reason {
  /** kept with the decision: `mother-differs-kk` */
  readonly code: string
  readonly decisions: readonly ReasonedDecision[]
  /** ids of the questions that the citizen is to answer again */
  readonly marks: readonly string[]
  /** whether the officer must, may or need not add words of their own */
  readonly note: 'required' | 'optional'
  /** what can be rejected for it */
  readonly cases: readonly ('registration' | 'correction' | 'phone')[]
  /** what is wrong, for officer and citizen: `reason-mother-differs-kk` */
  readonly label: TextKey
  /** what the citizen does about it: `reason-mother-differs-kk-fix` */
  readonly fix: TextKey
}

/** What a role may do. */
export type Permission =
  /** claim and decide cases */
  | 'decide'
  /** be told when a promise is about to be broken */
  | 'escalation'
  /** give and take back the right to act for a group */
  | 'mandate'

/** A role of officers. */
export interface Role {
  readonly id: string
  readonly can: readonly Permission[]
  /** its name: `role-verifikator` */
  readonly label: TextKey
}

/** Services that are shown together. */
export interface ServiceGroup {
  readonly id: string
  /** `everyone`: main services (Jenis Layanan); `groups`: only for groups of applicants (Kelompok Pelayanan Lainnya) */
  readonly audience: 'everyone' | 'groups'
  /** `service-group-<id>` */
  readonly label: TextKey
  /** an explanatory paragraph: `service-group-<id>-about` */
  readonly about: TextKey
}

/** A document that goes with an application for a service. */
export interface ServiceDocument {
  /** one of the agency's documents */
  readonly slot: string
  /** wajib: without it there is nothing to decide about */
  readonly required: boolean
}

/** Something that can be applied for. */
export interface Service {
  readonly id: string
  /** what case codes begin with: `AKL` */
  readonly prefix: string
  /** id of its group */
  readonly group: string
  /** `service-<id>` */
  readonly label: TextKey
  /** what to bring (Persyaratan): `service-<id>-requirements` */
  readonly requirements: TextKey
  /** what happens with it: `service-<id>-process` */
  readonly process: TextKey
  /** the documents that go with it, in the order in which they are listed */
  readonly documents: readonly ServiceDocument[]
}

/** An announcement (Informasi). */
export interface Information {
  readonly id: string
  /** for everyone, only after login (rahasia), or made by the system (otomatis) */
  readonly nature: 'general' | 'confidential' | 'system'
  /** for `system`: what it tells; the body then has the placeholders named there */
  readonly shows?: 'next-holiday'
  /** `info-<id>-title` */
  readonly title: TextKey
  /** `info-<id>` */
  readonly body: TextKey
}

/** An agency: everything that tells one from another. Made from `flows/agencies/<id>/agency.yaml`. */
export interface Agency {
  readonly id: string
  /** the service's short name: `SINTREN` */
  readonly name: string
  readonly fullName: string
  /** the office behind it (instansi): `Disdukcapil Kabupaten Pekalongan` */
  readonly office: string
  readonly copyrightYear: number
  /** Kemendagri codes: province two digits, regency the two after it */
  readonly region: { readonly province: string; readonly regency: string }
  /** follows from the province */
  readonly zone: Zone
  readonly contact: {
    /** call centre, E.164: `+6281200000000` */
    readonly whatsapp: string
    /** `https://wa.me/…` of it */
    readonly whatsappLink: string
    readonly email: string
    /** the bot's name on Telegram, where the agency has one: `@SintrenPekalonganBot` */
    readonly telegram?: string
    readonly address: string
  }
  readonly hours: WeeklyHours
  /** days off besides the national ones */
  readonly holidays: readonly Holiday[]
  readonly groups: readonly ServiceGroup[]
  readonly services: readonly Service[]
  readonly information: readonly Information[]
  /** the documents that are asked for */
  readonly documents: readonly DocumentSlot[]
  readonly registration: Form
  /** a selfie that may be sent and is compared with the photo of this document; absent = there is no such thing */
  readonly selfie?: { readonly document: string; /** version of the text consented to */ readonly version: string }
  readonly roles: readonly Role[]
  readonly reasons: readonly Reason[]
  /** requests about an account that there is: data to be corrected, a lost phone number */
  readonly requests: {
    /** id of the form's document question whose photo the officer compares; a lost number always needs one */
    readonly document: string
    /** whether a correction needs it too */
    readonly correction: 'required' | 'optional'
  }
  readonly promise: {
    /** a registration is decided by closing time of this working day after the day of receipt */
    readonly workingDays: number
    /** how many working days it usually takes; to all that is promised where the data do not say */
    readonly usualWorkingDays: { readonly from: number; readonly to: number }
    /** working minutes before the promise ends at which officers are reminded, longest first */
    readonly remindMinutesBefore: readonly number[]
  }
  /** how long an officer holds a case that they opened */
  readonly claimMinutes: number
  readonly sessionHours: number
  /** a chat that was silent for so many days shows again whose it is before anything of that person is shown */
  readonly contacts: { readonly proofAfterDays: number }
  /** whether applications can be handed in here; why not is said by `agency-applications-closed` */
  readonly applications: 'closed'
  /** how long one-time links live */
  readonly links: { readonly answerMinutes: number; readonly activationMinutes: number; readonly resetMinutes: number }
  /** wrong tries until something is locked, and for how long */
  readonly lockout: { readonly tries: number; readonly minutes: number }
  /** what happens to a form that is left alone: reminded once, kept as a draft, let go */
  readonly idle: { readonly nudgeMinutes: number; readonly draftHours: number; readonly expireDays: number }
  /** talks of citizens with officers */
  readonly talk: {
    /** working minutes that a question may wait before officers are reminded of it, shortest first */
    readonly remindMinutes: readonly number[]
    /** an answered talk is closed so many hours after its last message */
    readonly closeAfterHours: number
  }
  readonly privacy: {
    /** how many days pass between somebody's wish to be erased (or consent withdrawn) and the erasure */
    readonly eraseAfterDays: number
    /** how many days the documents made ready for a service are kept after the last of them was added */
    readonly preparedDays: number
  }
  /**
   * the templates that ask somebody to write who has not written to the official WhatsApp number for a day, by the notice
   * that waits for them, or `default`
   */
  readonly whatsappTemplates?: Readonly<Record<string, WhatsappTemplate>>
  /** seeded when the demo runs */
  readonly demo: { readonly officers: readonly { readonly name: string; readonly role: string }[] }
}

/** A message template as Meta has approved it. */
export interface WhatsappTemplate {
  readonly name: string
  /** as Meta writes it: `id`, `en_US` */
  readonly language: string
  /** what stands for `{{1}}`, `{{2}}` … */
  readonly parameters: readonly ('office' | 'agency')[]
}

/** The document of this name. Every name that the data use is one (flows/agency-rules.ts). */
export function slotOf({ documents }: Pick<Agency, 'documents'>, name: string): DocumentSlot {
  const found = documents.find(({ slot }) => slot === name)
  if (found === undefined) throw new Error(`no document ${name}`)
  return found
}

/** By which a document's example picture is sent; it is no file of the vault (bot/agencies.ts). */
export function exampleId(slot: string): string {
  return `example:${slot}`
}

/** A mistake in an agency's data. */
export interface AgencyProblem {
  readonly file: string
  /** 1-based */
  readonly line: number
  /** the path of the value: `registration.fields[3].entry` */
  readonly key: string
  readonly problem: string
}

/** All the mistakes of an agency's data, one line each: `file:line key: problem`. */
export class AgencyError extends Error {
  override readonly name = 'AgencyError'
  readonly problems: readonly AgencyProblem[]

  constructor(problems: readonly AgencyProblem[]) {
    super(problems.map(({ file, line, key, problem }) => `${file}:${line} ${key === '' ? '' : `${key}: `}${problem}`).join('\n'))
    this.problems = problems
  }
}
