import type { JsonObject } from '../engine/json.ts'

/** A form under way in another chat of the same proven person. */
export type DraftElsewhere = {
  /** names the other chat and the form in it, for `take` */
  readonly ref: string
  readonly flow: string
  /** how many answers it has */
  readonly answered: number
  /** when the person last said something there, ms since 1970 */
  readonly at: number
}

/** Forms that a person began on one phone or channel and goes on with on another. */
export interface DraftPorts {
  /**
   * The form of one of these flows that is under way in another chat of the same person, the latest; null when there is
   * none. The same person: the platform vouches for the same phone number in both, or both chats are bound to one
   * person who is logged in here, or whom the office has accepted.
   */
  elsewhere(flows: readonly string[]): Promise<DraftElsewhere | null>
  /** Its answers, and the other chat lets go of it; null when it is not there any more. */
  take(ref: string): Promise<JsonObject | null>
  /** Notes the phone number that the platform vouches for, so that this chat's forms are found from another one. */
  noteProof(): Promise<null>
}
