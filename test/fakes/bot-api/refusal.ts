/** What the Bot API answers a call that it does not do (https://core.telegram.org/bots/api#making-requests). */
export class Refusal extends Error {
  readonly status: number
  readonly retryAfter: number | undefined

  /** `retryAfter` in seconds. */
  constructor(status: number, description: string, retryAfter?: number) {
    super(description)
    this.status = status
    this.retryAfter = retryAfter
  }

  /** The answer's body. */
  get body(): object {
    return {
      ok: false,
      error_code: this.status,
      description: this.message,
      ...(this.retryAfter !== undefined && { parameters: { retry_after: this.retryAfter } }),
    }
  }
}

/** A call that the real one would not understand either. */
export function badRequest(what: string): Refusal {
  return new Refusal(400, `Bad Request: ${what}`)
}

/** A call that comes too early. */
export function tooMany(seconds: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${seconds}`, seconds)
}
