import { SendError, type SendFailure } from '../channel.ts'

/** WhatsApp's code for: this account may not write to people who do not know it (no "trusted contact" token). */
export const RESTRICTED = '463'
/** The stanza is not as WhatsApp wants it: mostly the list of the reader's devices is out of date. */
const INVALID = '479'
const THROTTLED_MS = 60_000

/**
 * What a refusal means for a message. 463 is never tried again: each try counts as another attempt to reach a stranger,
 * and makes the restriction longer.
 */
export function failureOf(code: string): SendFailure {
  switch (code) {
    case RESTRICTED:
      return { kind: 'final', code: 'account-restricted' }
    case INVALID:
      return { kind: 'retryable' }
    case '404':
      return { kind: 'contact-stopped' }
    case '429':
      return { kind: 'throttled', retryAfterMs: THROTTLED_MS }
    default:
      return /^5\d\d$/.test(code) ? { kind: 'retryable' } : { kind: 'final', code: 'refused' }
  }
}

/** An error of the library as ours; those hold addresses and texts, so nothing of them goes on. */
export function sendErrorOf(error: unknown): SendError {
  return error instanceof SendError ? error : new SendError({ kind: 'retryable' })
}
