import { describe, onTestFinished, vi } from 'vitest'
import { DRIVERS } from '../../../bot/channels/telegram/bot-api.ts'
import { TelegramChannel, type TelegramSettings } from '../../../bot/channels/telegram/telegram-channel.ts'
import type { Arrival } from '../../../bot/channels/channel.ts'
import { createLogger } from '../../../bot/runtime/log.ts'
import { FakeBotApi } from '../../fakes/bot-api/fake-bot-api.ts'
import { VirtualTime } from '../../support/virtual-time.ts'

/** The same tests by each library. */
export function byEachDriver(tests: (open: typeof openChannel) => void): void {
  describe.each(DRIVERS)('by %s', (driver) => {
    tests((change) => openChannel({ driver, ...change }))
  })
}

/** A Telegram channel on a fake Bot API, with a list in place of a counter. */
async function openChannel(change: Partial<TelegramSettings> = {}) {
  const time = new VirtualTime()
  const api = await FakeBotApi.open({ now: () => time.now() })
  onTestFinished(() => api.close())
  const logLines: string[] = []
  const log = createLogger({ level: 'debug', destination: { write: (line: string) => void logLines.push(line) } })
  const settings = { token: api.token, apiRoot: api.root, driver: 'grammy', ...change } satisfies TelegramSettings
  const troubles: string[] = []
  const make = () =>
    new TelegramChannel({
      settings,
      say: (language, key) => `${language} ${key}`,
      log,
      scheduler: time,
      alert: (trouble) => void troubles.push(trouble),
    })
  const channel = make()
  onTestFinished(() => channel.stop())
  const got: Arrival[] = []
  const sink = vi.fn<(arrivals: readonly Arrival[]) => Promise<void>>(async (arrivals) => void got.push(...arrivals))

  /** Starts it, and waits until it receives. */
  const start = async () => {
    await channel.start(sink)
    await vi.waitFor(() => {
      if (api.count(settings.webhook === undefined ? 'getUpdates' : 'setWebhook') === 0) throw new Error('not yet')
    })
  }
  /** Waits for so many arrivals. */
  const arrivals = async (count: number): Promise<readonly Arrival[]> => {
    await vi.waitFor(() => {
      if (got.length < count) throw new Error(`${got.length} of ${count} have arrived`)
    })
    return got
  }
  return { api, time, settings, channel, make, got, sink, start, arrivals, log, logLines, troubles }
}
