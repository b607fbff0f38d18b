import { z } from 'zod'

/** The version of the Graph API that this is written for; Meta keeps each for about two years. */
export const GRAPH_VERSION = 'v25.0'
/** How long a call may take, ms; a file's upload or download too. */
const PATIENCE = 120_000

const accepted = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) })
const uploaded = z.object({ id: z.string().min(1) })
const located = z.object({
  url: z.string().min(1),
  sha256: z.string().optional().catch(undefined),
  file_size: z.coerce.number().optional().catch(undefined),
})
const ourNumber = z.object({ display_phone_number: z.string().max(40) })
const refused = z.object({ error: z.object({ code: z.number(), error_subcode: z.number().optional().catch(undefined) }) })
/** What the Graph API calls an object that is not there or not ours: a code for all wrong parameters, and this beside it. */
const WRONG_PARAMETER = 100
const NO_OBJECT = 33

/** Whose number it is, and where the Graph API is. */
export interface GraphSettings {
  /** a system user's token */
  readonly token: string
  /** Meta's id of the business phone number */
  readonly phoneNumberId: string
  /** where the Graph API is, without a path */
  readonly apiRoot: string
  /** of the Graph API: `v25.0` */
  readonly version: string
}

/** A file that Meta keeps for us. */
export interface Located {
  readonly url: string
  /** hexadecimal or base64, as Meta gives it */
  readonly sha256: string | undefined
  /** bytes */
  readonly size: number | undefined
}

/** The Graph API has said no. Holds codes only: its words may repeat what was sent. */
export class GraphRefusal extends Error {
  /**
   * Meta's code (https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes), 33 also where
   * it stands beside 100; 0 without one
   */
  readonly graphCode: number
  /** of HTTP */
  readonly status: number

  constructor(status: number, graphCode: number) {
    super('the Graph API refused a call')
    this.name = 'GraphRefusal'
    this.status = status
    this.graphCode = graphCode
  }
}

/** The calls of the Graph API that the channel makes. Each fails with a GraphRefusal, or with an Error that says nothing of the call. */
export class Graph {
  readonly #settings: GraphSettings

  constructor(settings: GraphSettings) {
    this.#settings = settings
  }

  /** Sends a message; resolves with its id (`wamid.…`). */
  async send(body: object): Promise<string> {
    const { messages } = accepted.parse(await this.#answer(await this.#post(body)))
    return messages[0]?.id ?? ''
  }

  /** Shows that a message was read and, for 25 s or until the next message, that somebody is typing. */
  async markRead(message: string, signal: AbortSignal): Promise<void> {
    const body = { messaging_product: 'whatsapp', status: 'read', message_id: message, typing_indicator: { type: 'text' } }
    await this.#answer(await this.#post(body, signal))
  }

  /** Hands a file over; resolves with its media id, which serves for 30 days. */
  async upload({
    name,
    mime,
    bytes,
  }: {
    readonly name: string
    readonly mime: string
    readonly bytes: Uint8Array
  }): Promise<string> {
    const form = new FormData()
    form.set('messaging_product', 'whatsapp')
    form.set('type', mime)
    form.set('file', new Blob([new Uint8Array(bytes)], { type: mime }), name)
    const { phoneNumberId } = this.#settings
    return uploaded.parse(await this.#answer(await this.#call(`/${phoneNumberId}/media`, { method: 'POST', body: form }))).id
  }

  /** Where a received file can be fetched for the next five minutes. */
  async locate(media: string): Promise<Located> {
    const { phoneNumberId } = this.#settings
    const path = `/${encodeURIComponent(media)}?phone_number_id=${phoneNumberId}`
    const { url, sha256, file_size: size } = located.parse(await this.#answer(await this.#call(path, {})))
    return { url, sha256, size }
  }

  /** Begins to fetch what `locate` has found. */
  async open(url: string): Promise<Response> {
    const { apiRoot } = this.#settings
    // The token goes along: never in the clear, unless to a server of one's own.
    if (!URL.canParse(url) || (new URL(url).protocol !== 'https:' && new URL(url).origin !== apiRoot))
      throw new Error('a file is in a place that is not safe')
    return this.#fetch(url, {})
  }

  /**
   * Whether the token is good for the number: fails like a call when it is not. Gives the number in digits; undefined when
   * Meta does not tell.
   */
  async check(signal: AbortSignal): Promise<string | undefined> {
    const told = await this.#answer(await this.#call(`/${this.#settings.phoneNumberId}?fields=display_phone_number`, { signal }))
    const digits = ourNumber.safeParse(told).data?.display_phone_number.replace(/\D/g, '')
    return digits !== undefined && /^[1-9]\d{6,14}$/.test(digits) ? digits : undefined
  }

  #post(body: object, signal?: AbortSignal): Promise<Response> {
    return this.#call(`/${this.#settings.phoneNumberId}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal !== undefined && { signal }),
    })
  }

  #call(path: string, init: RequestInit): Promise<Response> {
    const { apiRoot, version } = this.#settings
    return this.#fetch(`${apiRoot}/${version}${path}`, init)
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    const limit = AbortSignal.timeout(PATIENCE)
    try {
      return await fetch(url, {
        ...init,
        redirect: 'error',
        signal: init.signal ? AbortSignal.any([init.signal, limit]) : limit,
        headers: { ...(init.headers as Record<string, string> | undefined), authorization: `Bearer ${this.#settings.token}` },
      })
    } catch {
      throw new Error('the Graph API could not be reached')
    }
  }

  async #answer(response: Response): Promise<unknown> {
    let body: unknown
    try {
      body = await response.json()
    } catch {
      if (response.ok) throw new Error('the Graph API answered half')
    }
    if (response.ok) return body
    const told = refused.safeParse(body)
    const { code = 0, error_subcode: subcode } = told.data?.error ?? {}
    throw new GraphRefusal(response.status, code === WRONG_PARAMETER && subcode === NO_OBJECT ? NO_OBJECT : code)
  }
}
