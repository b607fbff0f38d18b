import { z } from 'zod'
import type { DocumentOutcome, SlotRules, TypedIdentity } from '../../flows/fields/document-outcome.ts'
import type { JobHandler } from '../runtime/job-runner.ts'

/** Tries before a file is given up. */
export const ATTEMPTS = 4

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

/** The platform did not hand the file over. */
export class FileNotFetched extends Error {
  override readonly name = 'FileNotFetched'
  constructor(cause: unknown) {
    super('a file could not be fetched', { cause })
  }
}

/**
 * Takes in a file of a conversation, or looks at it again, by the rules of what it is for and what was typed. Fails with
 * FileNotFetched, or with whatever else was in the way.
 */
export type TakeDocument = (
  conversation: number,
  given: GivenFile,
  rules: SlotRules,
  typed: TypedIdentity,
) => Promise<DocumentOutcome>

/**
 * One try to take a file in. What failed by no fault of the file (a thread that died, a store that is away) fails, so that
 * the job is tried again with the file fetched anew; only after the last try the person hears of it, and sends it again.
 */
export async function tryToTake(attempt: number, take: () => Promise<DocumentOutcome>): Promise<DocumentOutcome> {
  const isLast = attempt >= ATTEMPTS
  try {
    const outcome = await take()
    if (!outcome.ok && outcome.problem === 'undecided' && !isLast) throw new Error('a file could not be looked at')
    return outcome
  } catch (error) {
    if (!isLast) throw error
    return { ok: false, problem: error instanceof FileNotFetched ? 'unavailable' : 'undecided' }
  }
}

/** Takes in what was sent as a document; its rules are those that the agency has now. */
export function intakeJob(take: TakeDocument, rulesOf: (slot: string) => SlotRules): JobHandler {
  return {
    attempts: ATTEMPTS,
    leaseMs: 120_000,
    async run(payload, { conversation, attempts }) {
      const { slot, typed, ...given } = payloadShape.parse(payload)
      return tryToTake(attempts, async () => take(conversation ?? 0, given, rulesOf(slot), typed))
    },
  }
}
