import type { JsonObject } from './engine/json.ts'
import type { Language } from './engine/text.ts'
import type { CaseDocument } from './ports/case-documents.ts'
import type { DocumentPorts } from './ports/documents.ts'
import type { DraftPorts } from './ports/drafts.ts'
import type { LinkedChatPorts } from './ports/linked-chats.ts'
import type { MandatePorts } from './ports/mandates.ts'
import type { ModePorts, Modes } from './ports/modes.ts'
import type { PasswordPorts } from './ports/passwords.ts'
import type { PhonePorts } from './ports/phones.ts'
import type { PreparedDocumentPorts } from './ports/prepared-documents.ts'
import type { PrivacyPorts } from './ports/privacy.ts'
import type { RequestPorts } from './ports/requests.ts'
import type { ReturnedPorts } from './ports/returned.ts'
import type { TalkPorts } from './ports/talks.ts'

/** Time, as everything but its one implementation sees it. */
export interface Clock {
  /** milliseconds since 1970 */
  now(): number
}

/** Randomness, as everything but its one implementation sees it. */
export interface Random {
  /** a number in [0, 1) */
  number(): number
  /** unpredictable bytes, for tokens, codes and nonces */
  bytes(size: number): Uint8Array
}

/** How a registration stands. `withdrawn`: its applicant took it back, or the consent to it. */
export type RegistrationStatus = 'submitted' | 'approved' | 'rejected' | 'repair' | 'withdrawn'

/** Who is talking in this conversation, as far as it is known; on whose behalf, when logged in. */
export type Me = Modes & {
  /**
   * `stranger`: nothing submitted here; `waiting`, `rejected`, `repair`: how the newest registration stands;
   * `approved`: account waits for activation; `active`: can log in; `logged-in`: has.
   */
  readonly state: 'stranger' | 'waiting' | 'rejected' | 'repair' | 'approved' | 'active' | 'logged-in'
  /** the person's name; only when logged in */
  readonly name: string | null
  readonly officer: { readonly id: string; readonly name: string; readonly role: string } | null
  /** whether somebody else's registration was made in this chat, too */
  readonly others: boolean
}

/** A registration as its own applicant may see it. */
export type RegistrationView = {
  readonly id: string
  readonly number: string
  /** the applicant's name, masked, where registrations of several people are shown together; else null */
  readonly whose: string | null
  readonly status: RegistrationStatus
  /** ms since 1970 */
  readonly submittedAt: number
  readonly promisedAt: number
  readonly decidedAt: number | null
  /** place in the queue of undecided ones, 1 = next; null when decided */
  readonly place: number | null
  /** code of the agency's reason, when rejected or sent back */
  readonly reason: string | null
  readonly note: string | null
  /** ids of the fields to be put right */
  readonly marked: readonly string[]
}

/** What officers decide about: a registration, a correction of a person's data, a lost number to be replaced. */
export type CaseKind = 'registration' | 'correction' | 'phone'

/** A case card: what an officer sees of a task. */
export type TaskCard = {
  readonly task: string
  readonly kind: CaseKind
  readonly number: string
  /** of the person it is about: as typed, or as registered where nobody typed it */
  readonly nik: string
  readonly name: string
  readonly submittedAt: number
  readonly promisedAt: number
  readonly status: 'open' | 'claimed' | 'decided'
  /** another officer's name, when claimed by another or decided */
  readonly by: string | null
  readonly mine: boolean
  readonly decision: 'approve' | 'reject' | 'repair' | null
  /** form field id -> answer, as kept by the form; of a correction the new values */
  readonly answers: JsonObject
  /** of a correction: what is registered, for the fields that are to change */
  readonly registered: JsonObject
  /** of a lost number: whether what was typed is what is registered, which itself is not shown */
  readonly matches: { readonly [answer: string]: boolean }
  /** things to look at: `birth-date-differs`, `region-unknown`, `duplicate`, `phone-unproven`, … */
  readonly flags: readonly string[]
  readonly documents: readonly CaseDocument[]
}

/** A line of the queue. */
export type QueueEntry = {
  readonly task: string
  readonly kind: CaseKind
  readonly number: string
  readonly submittedAt: number
  readonly promisedAt: number
  /** what the machine found: all of it agrees (`match`), something does not or is to be looked at (`look`), or it cannot tell */
  readonly mark: 'match' | 'look' | null
  /** claimed by somebody (else) at the moment */
  readonly claimedBy: string | null
  readonly mine: boolean
}

/** How a claim went. */
export type Claim =
  | { readonly outcome: 'claimed'; readonly card: TaskCard }
  /** somebody else has it or has decided it */
  | { readonly outcome: 'taken' | 'decided'; readonly by: string; readonly decision: string | null }
  | { readonly outcome: 'not-officer' | 'unknown' }

/** What an officer decides. */
export type Decision = {
  readonly decision: 'approve' | 'reject' | 'repair'
  readonly reason: string | null
  readonly note: string | null
  readonly marked: readonly string[]
}

/** How a decision went. */
export type Decided =
  | { readonly outcome: 'done'; readonly number: string }
  | { readonly outcome: 'taken' | 'decided'; readonly by: string; readonly decision: string | null }
  /** documents that must be there are not: the ids of their questions */
  | { readonly outcome: 'incomplete'; readonly missing: readonly string[] }
  | { readonly outcome: 'not-officer' | 'unknown' | 'not-allowed' }

/**
 * What the conversations need of the world. Every call runs within the turn's transaction and speaks for the
 * conversation whose turn it is; results are plain JSON.
 */
export interface Ports {
  me(): Promise<Me>

  readonly documents: DocumentPorts
  readonly drafts: DraftPorts
  readonly linkedChats: LinkedChatPorts
  readonly modes: ModePorts
  readonly mandates: MandatePorts
  readonly passwords: PasswordPorts
  readonly phones: PhonePorts
  readonly preparedDocuments: PreparedDocumentPorts
  readonly privacy: PrivacyPorts
  readonly requests: RequestPorts
  readonly returned: ReturnedPorts
  readonly talks: TalkPorts

  readonly registrations: {
    /**
     * Keeps a submitted form, asks the officers to look at it, and gives it a number. `replaces` is the registration
     * that is being put right. The answer is the same whether the NIK is known already or not (the officer sees a
     * flag), unless it is this very conversation's own: then `already`.
     */
    submit(form: {
      readonly answers: JsonObject
      readonly formVersion: number
      readonly language: Language
      readonly replaces: string | null
    }): Promise<
      | { readonly outcome: 'submitted'; readonly number: string; readonly promisedAt: number; readonly place: number }
      | { readonly outcome: 'already'; readonly number: string; readonly status: RegistrationStatus }
    >
    /** Whether this conversation's own person has this NIK and is registered already. */
    ownNik(nik: string): Promise<{ readonly registered: boolean }>
    /** The registrations made in this conversation (or of its person), newest first. */
    mine(): Promise<readonly RegistrationView[]>
    /** A registration by number and NIK together; null when they do not belong together, for whatever reason, or after too many tries. */
    find(number: string, nik: string): Promise<RegistrationView | null>
    /**
     * The kept answers of a registration that is to be put right, without the marked ones: of `registration`, if it may
     * be put right here, or of the newest own one.
     */
    toRepair(registration?: string): Promise<{
      readonly registration: string
      readonly number: string
      readonly answers: JsonObject
      readonly marked: readonly string[]
    } | null>
  }

  readonly accounts: {
    /** Whether this conversation's person has an account that waits for activation. */
    canActivate(): Promise<boolean>
    /** Activates it when the mother's name and the sum are right; never says which was wrong. */
    activate(motherName: string, sumIsRight: boolean): Promise<'active' | 'wrong' | 'locked' | 'none'>
    /**
     * What the first password must not rest on (NIK, name, birth date, …), when this conversation's account is active
     * and has no password: its owner was registered by an officer. Null when it needs none.
     */
    firstPassword(): Promise<readonly string[] | null>
    /** Makes a sealed secret this conversation's account's first password; false when it needs none. */
    setFirstPassword(sealed: string): Promise<boolean>
    /** Begins a session for an account whose password was verified by the job `login`. */
    openSession(account: string): Promise<{
      readonly name: string
      /** what is under way in this chat may have been begun by another person */
      readonly others: boolean
    }>
    /** Ends the session here: `ended`, or `over`, when its time was over already; `none` when there was none. */
    closeSession(): Promise<'ended' | 'over' | 'none'>
  }

  readonly staff: {
    /** Makes this conversation an officer's, by an invitation code. */
    enrol(
      code: string,
    ): Promise<
      | { readonly outcome: 'enrolled'; readonly name: string; readonly role: string }
      | { readonly outcome: 'wrong' | 'too-many-tries' }
    >
    /** Open tasks, oldest first, at most `limit`; null when this is no officer. */
    queue(limit: number): Promise<{ readonly total: number; readonly entries: readonly QueueEntry[] } | null>
    /** A task's card; showing it is audited. Null when there is none, or this is no officer. */
    card(task: string): Promise<TaskCard | null>
    /** The documents of a task, for whoever wants them as they were sent; asking is audited. Null when there is none, or this is no officer. */
    originals(task: string): Promise<Pick<TaskCard, 'task' | 'number' | 'documents'> | null>
    /** Takes a task for a while, so that nobody else decides it meanwhile. */
    claim(task: string): Promise<Claim>
    release(task: string): Promise<boolean>
    /** Decides; the applicant and the other officers are told. */
    decide(task: string, decision: Decision): Promise<Decided>
    /** Whether somebody with this NIK has a registration or an account here; false for whoever may not decide. */
    isKnown(nik: string): Promise<boolean>
    /**
     * Registers and approves somebody at once, for an officer who may decide and attests the person's consent. The
     * person is told by e-mail, and in the one chat whose number is proven to be the form's and that is nobody's yet.
     * `unreachable`: there is neither.
     */
    registerDirectly(form: {
      readonly answers: JsonObject
      readonly formVersion: number
      readonly language: Language
    }): Promise<
      | { readonly outcome: 'registered'; readonly number: string; readonly told: 'chat' | 'mail' | 'both' }
      | { readonly outcome: 'known' | 'unreachable' | 'not-allowed' }
    >
  }
}
