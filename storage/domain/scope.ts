import type { Agency } from '../../flows/agency.ts'
import type { WorkingCalendar } from '../../flows/calendar/working-time.ts'
import type { Silence } from '../../flows/engine/state.ts'
import type { Language } from '../../flows/engine/text.ts'
import type { Random } from '../../flows/ports.ts'
import type { Tx } from '../database.ts'
import type { Ids } from '../ids.ts'
import type { Store } from '../store.ts'
import type { FileVault } from '../vault/files.ts'
import type { Sealer } from '../vault/seal.ts'

/** A link that opens our chat on a channel account. */
export interface Invitation {
  readonly account: string
  readonly link: string
}

/** What the domain of one agency is built from. */
export interface DomainParts {
  readonly store: Store
  readonly ids: Ids
  readonly sealer: Sealer
  readonly random: Random
  readonly agency: Agency
  readonly calendar: WorkingCalendar
  /** what is known of stored files; erasing one is a mark in the database, its ciphertext goes later */
  readonly vault: Pick<FileVault, 'children' | 'findings' | 'erase'>
  /** whether a NIK may begin with this 6-digit district code */
  knowsRegion(code: string): boolean
  /** links that open our chats on other channels with these words ready to be sent, where they are known */
  invitations?(words: string): readonly Invitation[]
}

/** The turn that asks: its transaction, its conversation, its time. */
export interface Scope {
  readonly tx: Tx
  readonly conversation: number
  readonly account: string
  readonly language: Language
  /** ms since 1970 */
  readonly now: number
  /** the phone number that the platform vouches for, E.164 */
  readonly provenPhone?: string
  /** the platform's own, lasting id of who writes */
  readonly identity?: string
  /** the long silences of this conversation that the person broke */
  readonly silences?: readonly Silence[]
}

/** Both together: what every part of the domain is given. */
export interface Desk extends DomainParts, Scope {}
