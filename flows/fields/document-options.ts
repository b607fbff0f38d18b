import type { SentFile } from '../engine/reply.ts'
import type { Text } from '../engine/text.ts'
import type { TypedAnswers } from './document-identity.ts'
import type { SlotRules } from './document-outcome.ts'

/** What a document question wants. */
export interface DocumentOptions {
  readonly rules: SlotRules
  /** what the document is called */
  readonly label: Text
  /** the question's own id */
  readonly question: string
  /** the job that fetches, checks and stores the file */
  readonly job: string
  /** the answers that the document is compared with */
  readonly typed?: TypedAnswers
  /** those of them whose questions can be asked again here */
  readonly revisable?: readonly string[]
  /** a picture of how it should look */
  readonly example?: SentFile
  /** id of the answer that lists earlier documents of this person for this place (flows/ports/documents.ts) */
  readonly earlier?: string
  /** a document that has run out is taken; something else is asked for besides */
  readonly takesExpired?: boolean
}
