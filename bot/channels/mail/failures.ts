import type { NodemailerError } from 'nodemailer'
import { SendError } from '../channel.ts'

/** Enhanced codes (RFC 3463) by which a server says that nobody has this address: unknown, malformed, moved, closed. */
const NOBODY = /^5\.(1\.(1|2|3|6|10)|2\.1)$/
/** The same in servers that have no enhanced codes (RFC 5321 4.2.3). */
const NOBODY_PLAIN: ReadonlySet<number> = new Set([550, 551, 553])
/** Authentication is needed or was refused (RFC 4954). */
const NO_LOGIN: ReadonlySet<number> = new Set([530, 534, 535, 538])
/** A connection that stood and broke: the message may have arrived. */
const BROKEN: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE'])

/** Whether an enhanced code says that nobody has the address. */
export function isNobody(enhanced: string): boolean {
  return NOBODY.test(enhanced)
}

/** Why nothing at all can be sent; the message of an `account-down` error. */
export type MailTrouble = 'unreachable' | 'not-encrypted' | 'login-refused' | 'sender-refused'

/**
 * What nodemailer's failure means for a message. The error that comes out holds a kind and a code, and nothing of the one
 * that went in: a server repeats the address in its answer, and nodemailer puts that into the error's text.
 */
export function sendErrorOf(error: unknown): SendError {
  return error instanceof SendError ? error : meaningOf(error as NodemailerError)
}

function meaningOf(error: NodemailerError): SendError {
  const { code, responseCode, command } = error
  if (code === 'EAUTH' || code === 'ENOAUTH' || NO_LOGIN.has(responseCode ?? 0)) return down('login-refused')
  if (code === 'ETLS') return down('not-encrypted')
  // The size that the server has announced.
  if (code === 'EMESSAGE' && responseCode === undefined) return final('too-large')
  if (responseCode === undefined || code === 'EPROTOCOL') return unanswered(error)
  // 503: the conversation with the server went wrong, not the message.
  if (responseCode < 500 || responseCode === 503) return again()
  const enhanced = enhancedCode(error)
  if (responseCode === 523 || enhanced === '5.3.4' || enhanced === '5.2.3') return final('too-large')
  if (responseCode === 552 && enhanced !== '5.2.2' && command !== 'RCPT TO') return final('too-large')
  // It takes nothing from this sender, whoever it is for: MAIL_FROM is not of this login.
  if (command === 'MAIL FROM') return down('sender-refused')
  // Some servers look for the mailbox only when they have the mail: of its one recipient they speak then, too.
  if (enhanced !== undefined && isNobody(enhanced)) return new SendError({ kind: 'contact-stopped' })
  if (enhanced === '5.2.2') return final('mailbox-full')
  if (command !== 'RCPT TO') return final('content-refused')
  if (enhanced !== undefined) return final('recipient-refused')
  if (responseCode === 552) return final('mailbox-full')
  return NOBODY_PLAIN.has(responseCode) ? new SendError({ kind: 'contact-stopped' }) : final('recipient-refused')
}

// Where nothing could be said about the message it is the server's fault: the message waits as long as it takes.
function unanswered({ code, originalCode = '', timeoutType }: NodemailerError): SendError {
  if (code === 'ECONNECTION' || code === 'EABORT' || code === 'ESTREAM') return again()
  if (code === 'ETIMEDOUT' && timeoutType === 'SOCKET_TIMEOUT') return again()
  if (code === 'ESOCKET' && BROKEN.has(originalCode)) return again()
  return down(/CERT|SSL|TLS/.test(originalCode) ? 'not-encrypted' : 'unreachable')
}

function again(): SendError {
  return new SendError({ kind: 'retryable' })
}

function final(code: string): SendError {
  return new SendError({ kind: 'final', code })
}

function down(trouble: MailTrouble): SendError {
  return new SendError({ kind: 'account-down' }, trouble)
}

function enhancedCode({ response = '' }: NodemailerError): string | undefined {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
}
