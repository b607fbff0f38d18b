import type { Update } from 'grammy/types'
import type { BotApi } from './bot-api.ts'
import type { Persistence } from './persistence.ts'
import { WANTED } from './updates.ts'

/** How long Telegram holds the question until something comes, s. */
const HOLD = 30
/** Most updates of one answer. */
const BATCH = 100

/**
 * Asks for updates and hands them over, until `signal` is aborted. The next question carries a higher offset, which is
 * what makes Telegram forget them, only after `take` has returned: what was not taken in comes again.
 */
export async function poll(
  api: BotApi,
  take: (updates: readonly Update[]) => Promise<void>,
  persistence: Persistence,
  signal: AbortSignal,
): Promise<void> {
  let offset = 0
  while (!signal.aborted)
    await persistence.attempt(async () => {
      const question = { offset, limit: BATCH, timeout: HOLD, allowed_updates: WANTED }
      const updates = await api.call('getUpdates', question, signal)
      if (updates.length === 0) return
      await take(updates)
      for (const { update_id: id } of updates) offset = Math.max(offset, id + 1)
    })
}
