import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Update } from 'grammy/types'

/** Where the web server takes updates in. */
export const WEBHOOK_PATH = '/telegram'
/** Bytes of an update: the longest message with all its marks has far less. */
const LARGEST = 256 * 1024

/** What became of a call of the webhook. */
export type WebhookOutcome = 'update' | 'wrong-secret' | 'too-large' | 'malformed' | 'not-now'

/** What the webhook hands updates to. */
export interface WebhookParts {
  /** as told to Telegram by setWebhook: it repeats it in a header of every request */
  readonly secret: string
  /** Takes an update in durably; fails when it could not be. */
  take(update: Update): Promise<void>
  count(outcome: WebhookOutcome): void
}

/**
 * Takes updates in from Telegram. 200 only when one is durable: anything else makes Telegram send it again, in the
 * order of its chat. Whoever does not know the secret is turned away (401) before the body is read.
 */
export function registerWebhook(app: FastifyInstance, { secret, take, count }: WebhookParts): void {
  void app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      const given = request.headers['x-telegram-bot-api-secret-token']
      if (typeof given === 'string' && isSame(given, secret)) return undefined
      count('wrong-secret')
      return reply.code(401).send()
    })
    scope.setErrorHandler(async (error, _request, reply) => {
      const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
      count(status === 413 ? 'too-large' : 'malformed')
      return reply.code(status).send()
    })
    scope.post(WEBHOOK_PATH, { bodyLimit: LARGEST }, async (request, reply) => {
      if (!isUpdate(request.body)) {
        count('malformed')
        return reply.code(400).send()
      }
      try {
        await take(request.body)
      } catch {
        // The database is busy, or the counter is closing.
        count('not-now')
        return reply.code(503).send()
      }
      count('update')
      return reply.code(200).send()
    })
  })
}

// What an update holds is Telegram's word, proven by the secret; updates.ts looks at each part that it uses.
function isUpdate(body: unknown): body is Update {
  return typeof body === 'object' && body !== null && 'update_id' in body && Number.isSafeInteger(body.update_id)
}

// Compares in a time that tells nothing.
function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
