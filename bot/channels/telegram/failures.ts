import { SendError, type SendFailure } from '../channel.ts'
import { BotApiRefusal } from './bot-api.ts'

/** What the Bot API says of a message that can never be sent, and our code for it. */
const FINAL: readonly (readonly [RegExp, string])[] = [
  [/chat not found/i, 'chat-not-found'],
  [/text is empty|text must be non-empty/i, 'text-empty'],
  [/too long/i, 'text-too-long'],
  [/BUTTON|keyboard|reply markup/i, 'buttons-refused'],
  [/too big|too large|entity too large/i, 'file-too-large'],
]

/** What a failed call of the Bot API means for a message (https://core.telegram.org/bots/api#making-requests). */
export function sendErrorOf(error: unknown): SendError {
  return error instanceof SendError ? error : new SendError(failureOf(error))
}

function failureOf(error: unknown): SendFailure {
  if (!(error instanceof BotApiRefusal)) return { kind: 'retryable' }
  const { status: code, retryAfter = 1 } = error
  if (code === 429) return { kind: 'throttled', retryAfterMs: 1000 * retryAfter }
  // Blocked, deactivated, or never started.
  if (code === 403) return { kind: 'contact-stopped' }
  // The token is wrong or was revoked.
  if (code === 401 || code === 404) return { kind: 'account-down' }
  if (code >= 500 || code === 409) return { kind: 'retryable' }
  return { kind: 'final', code: FINAL.find(([pattern]) => error.speaksOf(pattern))?.[1] ?? 'refused' }
}

/** Whether the Bot API has understood the call and refuses it for good. */
export function isRefusal(error: unknown): error is BotApiRefusal {
  return error instanceof BotApiRefusal && error.status === 400
}
