import type { UpdateJson, UpdateQueue } from './update-queue.ts'

/** Where updates are sent. */
export interface Webhook {
  readonly url: string
  readonly secret: string | undefined
}

/** Until an update that was not taken is sent again, real ms; the real one begins with a second. */
const AGAIN_MS = 20
/** Requests at once, as the real one has by default. */
const AT_ONCE = 40

/** Sends updates to a webhook as the real one does: of each chat one at a time, again until it is answered with 2xx. */
export class WebhookSender {
  readonly #queue: UpdateQueue
  readonly #busy = new Set<number>()
  #webhook: Webhook | undefined
  #timer: NodeJS.Timeout | undefined
  /** status of every answer; 0 = none came */
  readonly answers: number[] = []

  constructor(queue: UpdateQueue) {
    this.#queue = queue
  }

  get webhook(): Webhook | undefined {
    return this.#webhook
  }

  set(webhook: Webhook | undefined): void {
    this.#webhook = webhook
    this.push()
  }

  /** Sends what can be sent now. */
  push(): void {
    if (this.#webhook === undefined) return
    for (const { chat, update } of this.#queue.heads(this.#busy)) {
      if (this.#busy.size >= AT_ONCE) return
      this.#busy.add(chat)
      void this.#send(this.#webhook, chat, update)
    }
  }

  close(): void {
    this.#webhook = undefined
    clearTimeout(this.#timer)
  }

  async #send(webhook: Webhook, chat: number, update: UpdateJson): Promise<void> {
    const { faults } = this.#queue
    // Taken in, but the answer is lost on the way.
    const isLost = faults.random() < faults.dropped
    const isTaken = (await this.#post(webhook, update)) && !isLost
    if (isTaken && faults.random() < faults.duplicated) await this.#post(webhook, update)
    this.#busy.delete(chat)
    if (isTaken) {
      this.#queue.confirm(update)
      this.push()
    } else {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.push(), AGAIN_MS)
    }
  }

  async #post({ url, secret }: Webhook, update: UpdateJson): Promise<boolean> {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
      })
      await answer.arrayBuffer()
      this.answers.push(answer.status)
      return answer.ok
    } catch {
      this.answers.push(0)
      return false
    }
  }
}
