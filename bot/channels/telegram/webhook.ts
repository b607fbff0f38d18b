import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Update } from 'grammy/types'

/** Where the web server takes updates in. */
export const WEBHOOK_PATH = '/telegram'
/** Bytes of an update: the longest message with all its marks has far less. */
const LARGEST = 256 * 1024

/** What the webhook hands updates to. */
export interface WebhookParts {
  /** as told to Telegram by setWebhook: it repeats it in a header of every request */
  readonly secret: string
  /** Takes an update in durably; fails when it could not be. */
  take(update: Update): Promise<void>
}

/**
 * Takes updates in from Telegram. 200 only when one is durable: anything else makes Telegram send it again, in the
 * order of its chat. Whoever does not know the secret is turned away (401) before the body is read.
 */
export function registerWebhook(app: FastifyInstance, { secret, take }: WebhookParts): void {
  void app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      const given = request.headers['x-telegram-bot-api-secret-token']
      if (typeof given !== 'string' || !isSame(given, secret)) return reply.code(401).send()
      return undefined
    })
    scope.post(WEBHOOK_PATH, { bodyLimit: LARGEST }, async (request, reply) => {
      if (!isUpdate(request.body)) return reply.code(400).send()
      try {
        await take(request.body)
      } catch {
        // Not now: the database is busy, or the counter is closing.
        return reply.code(503).send()
      }
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
