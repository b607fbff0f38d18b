import { SendError, type SendFailure } from '../channel.ts'
import { GraphRefusal } from './graph.ts'

// https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes

const SECOND = 1000
const MINUTE = 60 * SECOND

/** Codes that mean "slower", and how long to wait, ms. */
const SLOWER: Readonly<Record<number, number>> = {
  4: MINUTE,
  80007: MINUTE,
  130429: 2 * SECOND,
  // too many to the same person
  131056: 6 * SECOND,
  // this number is held back because people have reported it
  131048: 30 * MINUTE,
  131064: 60 * MINUTE,
  133016: 60 * MINUTE,
}
/** It was not our fault: unknown errors, a service that is down, a file that was not taken at once. */
const PASSING = new Set([1, 2, 131000, 131016, 131053])
/** What was not our fault is over by then, mostly. */
const PASSES_MS = 30 * SECOND
/** More than 24 hours have passed since the person wrote. */
const WINDOW_CLOSED = 131047
/** No WhatsApp at this number, or an old one; or its owner does not take messages of businesses. */
const UNDELIVERABLE = 131026
/** Meta has taken something away from the whole account, and why. */
const RESTRICTED: Readonly<Record<number, AccountTrouble>> = {
  33: 'number-unknown',
  368: 'account-restricted',
  131031: 'account-restricted',
  // the name that people see beside the number is not approved
  131037: 'account-restricted',
  131042: 'payment-needed',
  131045: 'number-unknown',
  131057: 'account-in-maintenance',
  133010: 'number-unknown',
}

/** What is wrong with the whole account, for those who can do something about it. The last two let most messages go on. */
export type AccountTrouble =
  | 'token-refused'
  | 'account-restricted'
  | 'payment-needed'
  | 'number-unknown'
  | 'account-in-maintenance'
  | 'quality-low'
  | 'template-refused'

/** What a code of Meta's, or a status of HTTP where there is none, means for a message. */
export function failureOf(code: number, status: number): SendFailure {
  const wait = SLOWER[code]
  if (wait !== undefined) return { kind: 'throttled', retryAfterMs: wait }
  if (status === 429) return { kind: 'throttled', retryAfterMs: 10 * SECOND }
  if (accountTrouble(code, status) !== undefined) return { kind: 'account-down' }
  if (code === UNDELIVERABLE) return { kind: 'contact-stopped' }
  if (PASSING.has(code) || status >= 500) return { kind: 'retryable' }
  return { kind: 'final', code: code === 0 ? 'refused' : `whatsapp-${code}` }
}

/**
 * How long to wait before a message that Meta took and could not deliver is sent again, ms; undefined when that is of no use. A
 * closed window is waited for by the send itself, and so is an account that may not send.
 */
export function pauseBeforeAgain(code: number): number | undefined {
  const failure = failureOf(code, 0)
  if (failure.kind === 'throttled') return failure.retryAfterMs
  if (failure.kind === 'retryable') return PASSES_MS
  return failure.kind === 'account-down' || isWindowClosed(code) ? 0 : undefined
}

/** What keeps the account from sending, where that is what a code says. */
export function accountTrouble(code: number, status: number): AccountTrouble | undefined {
  const isToken = code === 190 || code === 3 || code === 10 || code === 131005 || (code >= 200 && code < 300)
  if (isToken || (code === 0 && (status === 401 || status === 403))) return 'token-refused'
  return RESTRICTED[code]
}

/** Whether a code says that the person has to write first. */
export function isWindowClosed(code: number): boolean {
  return code === WINDOW_CLOSED
}

/** Whether a code says that a template is not there, is paused, or has other parameters. */
export function isTemplateTrouble(code: number): boolean {
  return code >= 132_000 && code < 133_000
}

/** What a failed call means for a message. Holds a kind and a code, and nothing of what was sent. */
export function sendErrorOf(error: unknown): SendError {
  if (error instanceof SendError) return error
  // No answer, or half of one: it is not known whether the message went out.
  return new SendError(error instanceof GraphRefusal ? failureOf(error.graphCode, error.status) : { kind: 'retryable' })
}
