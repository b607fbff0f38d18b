import { createHmac } from 'node:crypto'

/** How often what goes wrong on the way goes wrong: shares of all calls, 0 to 1. */
export interface DeliveryFaults {
  readonly duplicated: number
  /** taken in, but the answer is lost on the way */
  readonly dropped: number
  /** overtaken by the next of its chat */
  readonly reordered: number
  /** a number in [0, 1) */
  random(): number
}

interface Waiting {
  readonly chat: string
  readonly body: string
}

/** Until a call that was not taken is made again, real ms; the real one waits longer and longer. */
const AGAIN_MS = 20
/** Calls at once. */
const AT_ONCE = 40

/**
 * Calls the office's webhook as Meta does: signed, again until it is answered with 200. Of each chat one at a time, so that
 * tests know the order; Meta promises none, and `reordered` plays that.
 */
export class WebhookSender {
  readonly appSecret: string
  faults: DeliveryFaults = { duplicated: 0, dropped: 0, reordered: 0, random: () => 1 }
  /** status of every answer; 0 = none came */
  readonly answers: number[] = []
  readonly #busy = new Set<string>()
  #waiting: Waiting[] = []
  #lost: Waiting[] | undefined
  #url: string | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(appSecret: string) {
    this.appSecret = appSecret
  }

  /** Calls that are not taken yet. */
  get pending(): number {
    return this.#waiting.length
  }

  /** The office is at this address from now on, or has none. What was taken and not acknowledged comes again. */
  connect(url: string | undefined): void {
    this.#url = url
    if (url === undefined) return
    this.#waiting.unshift(...(this.#lost ?? []))
    this.#lost = undefined
    this.#push()
  }

  /** From now on acknowledgements get lost, until the office connects again. */
  forgetAcknowledgements(): void {
    this.#lost = []
  }

  /** What happened in a chat is told. */
  tell(chat: string, body: object): void {
    const waiting = { chat, body: JSON.stringify(body) }
    const { reordered, random } = this.faults
    const before = random() < reordered ? this.#waiting.findLastIndex((one) => one.chat === chat && !this.#busy.has(chat)) : -1
    if (before < 0) this.#waiting.push(waiting)
    else this.#waiting.splice(before, 0, waiting)
    this.#push()
  }

  /** Makes one call with any bytes and headers; resolves with the status of its answer. */
  async post(bytes: string | Uint8Array, headers: Record<string, string> = {}): Promise<number> {
    if (this.#url === undefined) return 0
    try {
      const answer = await fetch(this.#url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-hub-signature-256': this.sign(bytes), ...headers },
        body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
      })
      await answer.arrayBuffer()
      return answer.status
    } catch {
      return 0
    }
  }

  sign(bytes: string | Uint8Array): string {
    return `sha256=${createHmac('sha256', this.appSecret).update(bytes).digest('hex')}`
  }

  close(): void {
    this.#url = undefined
    this.#waiting = []
    clearTimeout(this.#timer)
  }

  #push(): void {
    if (this.#url === undefined) return
    for (const one of this.#waiting) {
      if (this.#busy.size >= AT_ONCE) return
      if (this.#busy.has(one.chat)) continue
      this.#busy.add(one.chat)
      void this.#send(one)
    }
  }

  async #send(one: Waiting): Promise<void> {
    const { dropped, duplicated, random } = this.faults
    const isLost = random() < dropped
    const status = await this.post(one.body)
    this.answers.push(status)
    if (status === 200 && random() < duplicated) this.answers.push(await this.post(one.body))
    this.#busy.delete(one.chat)
    if (status === 200 && !isLost) {
      this.#lost?.push(one)
      this.#waiting = this.#waiting.filter((waiting) => waiting !== one)
      this.#push()
    } else {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#push(), AGAIN_MS)
    }
  }
}
