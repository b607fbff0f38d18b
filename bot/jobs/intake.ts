import { z } from 'zod'
import type { DocumentOutcome, SlotRules, TypedIdentity } from '../../flows/fields/document-outcome.ts'
import type { JobHandler } from '../runtime/job-runner.ts'

/** Tries before a file is given up. */
const ATTEMPTS = 4

const text = z.string().exactOptional()
const payloadShape = z.intersection(
  z.object({ slot: z.string(), typed: z.object({ nik: text, name: text, kk: text }).default({}) }),
  z.union([
    /** the channel's reference of what was sent */
    z.object({ ref: z.string() }),
    /** id of what is kept already */
    z.object({ file: z.string() }),
  ]),
)

/** A file that came in a chat, or one that is kept already. */
export type GivenFile = { readonly ref: string } | { readonly file: string }

/** Takes in a file of a conversation, or looks at it again, by the rules of what it is for and what was typed. */
export type TakeDocument = (
  conversation: number,
  given: GivenFile,
  rules: SlotRules,
  typed: TypedIdentity,
) => Promise<DocumentOutcome>

/** Takes in what was sent as a document; its rules are those that the agency has now. */
export function intakeJob(take: TakeDocument, rulesOf: (slot: string) => SlotRules): JobHandler {
  return {
    attempts: ATTEMPTS,
    leaseMs: 120_000,
    async run(payload, { conversation, attempts }) {
      const { slot, typed, ...given } = payloadShape.parse(payload)
      try {
        return await take(conversation ?? 0, given, rulesOf(slot), typed)
      } catch (error) {
        if (attempts < ATTEMPTS) throw error
        return { ok: false, problem: 'unavailable' }
      }
    },
  }
}
