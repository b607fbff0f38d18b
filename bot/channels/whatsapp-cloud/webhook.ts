import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { readAccountNews } from './account-news.ts'
import type { AccountTrouble } from './failures.ts'
import { readNotification, type Delivery } from './notification.ts'

/** Where the web server takes messages in. */
export const WEBHOOK_PATH = '/whatsapp'
/** Bytes of a call: Meta's own limit. */
const LARGEST = 3 * 2 ** 20
/** What `hub.challenge` can be. */
const CHALLENGE = /^[\w.~-]{1,200}$/

/** What became of a call of the webhook. */
export type WebhookOutcome = 'verified' | 'wrong-token' | 'wrong-signature' | 'too-large' | 'malformed' | 'not-now'

/** What the webhook hands messages to. */
export interface WebhookParts {
  /** the app's secret: Meta signs with it */
  readonly appSecret: string
  /** as typed into the app's settings */
  readonly verifyToken: string
  /** Takes deliveries in durably; fails when they could not be. */
  take(deliveries: readonly Delivery[]): Promise<void>
  /** Meta tells of trouble of the account itself */
  troubled(trouble: AccountTrouble): void
  count(outcome: WebhookOutcome): void
}

/**
 * Takes messages in from Meta. 200 only when they are durable: anything else makes Meta send them again, for up to seven
 * days. A call is believed only when its signature is that of its very bytes, whatever is in it (401 otherwise).
 */
export function registerWebhook(app: FastifyInstance, { appSecret, verifyToken, take, troubled, count }: WebhookParts): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST }, (_request, body, done) => done(null, body))
    scope.setErrorHandler(async (error, _request, reply) => {
      const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
      count(status === 413 ? 'too-large' : 'malformed')
      return reply.code(status).send()
    })

    scope.get<{ Querystring: Record<string, unknown> }>(WEBHOOK_PATH, async ({ query }, reply) => {
      const challenge = query['hub.challenge']
      const token = query['hub.verify_token']
      const isMeta = query['hub.mode'] === 'subscribe' && typeof token === 'string' && isSame(token, verifyToken)
      if (!isMeta || typeof challenge !== 'string' || !CHALLENGE.test(challenge)) {
        count('wrong-token')
        return reply.code(403).send()
      }
      count('verified')
      return reply.type('text/plain; charset=utf-8').send(challenge)
    })

    scope.post(WEBHOOK_PATH, { bodyLimit: LARGEST }, async ({ headers, body }, reply) => {
      const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
      if (!isSigned(headers['x-hub-signature-256'], bytes, appSecret)) {
        count('wrong-signature')
        return reply.code(401).send()
      }
      const told = parsed(bytes)
      const deliveries = readNotification(told)
      if (deliveries === undefined) {
        count('malformed')
        return reply.code(400).send()
      }
      for (const trouble of readAccountNews(told)) troubled(trouble)
      try {
        await take(deliveries)
      } catch {
        // The database is busy, or the counter is closing.
        count('not-now')
        return reply.code(503).send()
      }
      return reply.code(200).send()
    })
  })
}

function isSigned(given: unknown, bytes: Buffer, appSecret: string): boolean {
  const expected = `sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`
  return typeof given === 'string' && isSame(given, expected)
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

// Compares in a time that tells nothing.
function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
