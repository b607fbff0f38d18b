import type { RefusalReason } from '../../flows/fields/document-outcome.ts'

/** What was refused, and why; the conversation has a text for each reason. */
export type Refused = { readonly ok: false; readonly problem: RefusalReason }

/** Makes a refusal. */
export function refused(problem: RefusalReason): Refused {
  return { ok: false, problem }
}
