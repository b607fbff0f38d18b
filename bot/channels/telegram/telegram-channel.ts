import type { Update } from 'grammy/types'
import type { Limits } from '../../runtime/pace.ts'
import type { Log } from '../../runtime/log.ts'
import type { Scheduler } from '../../runtime/scheduler.ts'
import { SendError, type Arrival, type Capabilities, type Channel, type Outgoing, type Sink } from '../channel.ts'
import type { BotApi, DrivenBot } from './bot-api.ts'
import { openBotApi } from './drivers.ts'
import { fetchFile } from './files.ts'
import { Persistence, type Trouble } from './persistence.ts'
import { poll } from './polling.ts'
import { setProfile, type Say } from './profile.ts'
import { sendMessage } from './sending.ts'
import { arrivalOf, WANTED } from './updates.ts'

/** Telegram's own server. */
export const TELEGRAM = 'https://api.telegram.org'

/** The limits of the Bot API. */
export const CAPABILITIES: Capabilities = {
  buttons: 8,
  list: 30,
  contact: true,
  deleteInbound: true,
  typing: true,
  maxText: 4096,
  maxCaption: 1024,
  maxFile: 50 * 2 ** 20,
  album: 10,
}
/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: short bursts in a chat are taken. */
const LIMITS: Limits = { perSecond: 30, chatGapMs: 1000, chatBurst: 4 }
/** A call that is not answered has failed after this, s; more than a long poll is held. */
const PATIENCE = 90
/** What a link may carry. */
const WORD = /^[\w-]{1,64}$/
/** Keys of messages that are remembered as sent. */
const REMEMBERED = 2000

/** One bot. */
export interface TelegramSettings extends DrivenBot {
  /** how updates come; by long polling when absent */
  readonly webhook?: { readonly url: string; readonly secret: string } | undefined
}

interface Needs {
  readonly settings: TelegramSettings
  readonly say: Say
  readonly log: Log
  readonly scheduler: Scheduler
  /** the bot is in trouble that only people can end */
  alert(trouble: Trouble): void
  /** those of Telegram when absent */
  readonly limits?: Limits
}

/**
 * A Telegram bot as a channel, by the Bot API. Addresses are user ids; a message's id is its number in its chat. What was
 * sent is remembered for a while by its key, so that a part of a long message which went out is not sent again with the
 * rest; the Bot API itself has no such key, so a message whose answer was lost on the way may come twice.
 */
export class TelegramChannel implements Channel {
  readonly account: string
  readonly capabilities = CAPABILITIES
  readonly limits: Limits
  readonly #needs: Needs
  readonly #api: BotApi
  readonly #botId: number
  readonly #sent = new Map<string, readonly string[]>()
  readonly #asides = new Set<Promise<unknown>>()
  #sink: Sink | undefined
  #end = new AbortController()
  #receiving = Promise.resolve()
  /** what the bot is called, once Telegram has told it */
  #name: string | undefined

  constructor(needs: Needs) {
    this.#needs = needs
    this.#botId = botIdOf(needs.settings.token)
    this.account = `telegram:${this.#botId}`
    this.limits = needs.limits ?? LIMITS
    this.#api = openBotApi(needs.settings, PATIENCE)
  }

  /** Begins to receive, in the background: a Telegram that is out of reach keeps no counter closed. */
  async start(sink: Sink): Promise<void> {
    this.#sink = sink
    this.#end = new AbortController()
    this.#receiving = this.#receive(this.#end.signal)
  }

  async stop(): Promise<void> {
    this.#sink = undefined
    this.#end.abort()
    await this.#receiving
    await Promise.all(this.#asides)
  }

  /** Hands updates over; resolves when they are durable, fails when they are not. */
  async take(updates: readonly Update[]): Promise<void> {
    const sink = this.#sink
    if (sink === undefined) throw new Error('the counter is closed')
    const arrivals = updates.flatMap((update) => this.#arrival(update) ?? [])
    if (arrivals.length > 0) await sink(arrivals)
    // Only now may the button stop glowing.
    for (const { callback_query: query } of updates)
      if (query !== undefined)
        this.#aside((signal) => this.#api.call('answerCallbackQuery', { callback_query_id: query.id }, signal))
  }

  async send(address: string, message: Outgoing): Promise<readonly string[]> {
    const known = this.#sent.get(message.key)
    if (known !== undefined) return known
    const ids = await this.#deliver(address, message)
    this.#sent.set(message.key, ids)
    const [oldest] = this.#sent.keys()
    if (this.#sent.size > REMEMBERED && oldest !== undefined) this.#sent.delete(oldest)
    return ids
  }

  typing(address: string): void {
    this.#aside((signal) => this.#api.call('sendChatAction', { chat_id: Number(address), action: 'typing' }, signal))
  }

  /** https://core.telegram.org/bots/features#deep-linking: what the link carries has no spaces. */
  invite(words: string): string | undefined {
    const word = words.replaceAll(' ', '_')
    return this.#name === undefined || !WORD.test(word) ? undefined : `https://t.me/${this.#name}?start=${word}`
  }

  fetch(ref: string, max: number): Promise<Uint8Array> {
    const { token, apiRoot } = this.#needs.settings
    return fetchFile({ api: this.#api, apiRoot, token, isLocal: apiRoot !== TELEGRAM }, ref, max)
  }

  // Where updates come by webhook, a token that was revoked shows only here.
  async #deliver(address: string, message: Outgoing): Promise<readonly string[]> {
    try {
      return await sendMessage(this.#api, address, message)
    } catch (error) {
      if (error instanceof SendError && error.failure.kind === 'account-down') this.#needs.alert('bot-unknown')
      throw error
    }
  }

  async #receive(signal: AbortSignal): Promise<void> {
    const { settings, say, log, scheduler, alert } = this.#needs
    const persistence = new Persistence({ account: this.account, log, scheduler, alert, signal })
    const { webhook } = settings
    await persistence.until(async () => {
      if (webhook === undefined) return this.#api.call('deleteWebhook', {}, signal)
      const { url, secret } = webhook
      return this.#api.call('setWebhook', { url, secret_token: secret, allowed_updates: WANTED }, signal)
    })
    if (signal.aborted) return
    log.info({ account: this.account, kind: webhook === undefined ? 'polling' : 'webhook' }, 'Telegram is connected')
    const profile = persistence.attempt(async () => {
      this.#name = (await this.#api.call('getMe', {}, signal)).username
      await setProfile(this.#api, say, signal)
    })
    if (webhook === undefined) await poll(this.#api, (updates) => this.take(updates), persistence, signal)
    await profile
  }

  // One that cannot be understood must not hold up those behind it.
  #arrival(update: Update): Arrival | undefined {
    try {
      return arrivalOf(update, { account: this.account, botId: this.#botId })
    } catch (error) {
      this.#needs.log.warn({ account: this.account, error }, 'an update from Telegram was not understood and is left out')
      return undefined
    }
  }

  // A courtesy that nothing depends on: it may fail, and ends with the channel.
  #aside(call: (signal: AbortSignal) => Promise<unknown>): void {
    const under = call(this.#end.signal)
      .catch(() => undefined)
      .finally(() => this.#asides.delete(under))
    this.#asides.add(under)
  }
}

/** The user id of the bot that a token belongs to. */
function botIdOf(token: string): number {
  return Number(token.slice(0, token.indexOf(':')))
}
