import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import type { Random } from '../../flows/ports.ts'
import type { FileStore } from './file-store.ts'
import { refusal, S3Failure, silence } from './s3-failures.ts'

/** A bucket of a server that speaks S3, and the key to it. */
export interface S3Settings {
  /** scheme, host and port; the bucket is the first part of the path ("path style") */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** How patient a store is. */
export interface S3Patience {
  /** for one attempt, ms */
  readonly timeout: number
  /** before the second attempt, the third, …; ms, of which up to half is left out by chance */
  readonly pauses: readonly number[]
  readonly wait: (ms: number) => Promise<unknown>
}

const PATIENCE: S3Patience = { timeout: 15_000, pauses: [250, 1000, 4000], wait }
/** Entities of XML (W3C XML 1.0, 4.6). */
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }

interface Call {
  /** for the operator, after "S3 cannot" */
  readonly doing: string
  readonly method: 'GET' | 'PUT' | 'HEAD' | 'DELETE'
  readonly key?: string
  readonly query?: Readonly<Record<string, string>>
  readonly bytes?: Uint8Array
}

interface Answer {
  readonly headers: Headers
  readonly bytes: Uint8Array
}

/**
 * Keeps files in a bucket (Amazon S3 REST API, signature version 4). Whatever fails for a while is tried again, a bounded
 * number of times; every call may be made twice without harm. Fails with FileStoreError.
 */
export class S3Store implements FileStore {
  readonly #client: AwsClient
  readonly #bucket: string
  readonly #random: Random
  readonly #patience: S3Patience

  constructor({ endpoint, bucket, ...key }: S3Settings, random: Random, patience: S3Patience = PATIENCE) {
    // Its own retries know no timeout: ours do.
    this.#client = new AwsClient({ ...key, service: 's3', retries: 0 })
    this.#bucket = `${endpoint}/${bucket}`
    this.#random = random
    this.#patience = patience
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.#call({ doing: 'write a file', method: 'PUT', key, bytes })
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    return (await this.#unlessMissing({ doing: 'read a file', method: 'GET', key }))?.bytes
  }

  async *list(): AsyncIterable<string> {
    let token: string | undefined
    do {
      const query = { 'list-type': '2', ...(token !== undefined && { 'continuation-token': token }) }
      const { bytes } = await this.#call({ doing: 'list the bucket', method: 'GET', query })
      const page = Buffer.from(bytes).toString()
      for (const [, key = ''] of page.matchAll(/<Key>([^<]*)<\/Key>/g)) yield plain(key)
      const next = plain(/<NextContinuationToken>([^<]*)<\/NextContinuationToken>/.exec(page)?.[1] ?? '')
      token = next === '' || next === token ? undefined : next
    } while (token !== undefined)
  }

  async writtenAt(key: string): Promise<number | undefined> {
    const found = await this.#unlessMissing({ doing: 'look at a file', method: 'HEAD', key })
    const at = Date.parse(found?.headers.get('last-modified') ?? '')
    return Number.isNaN(at) ? undefined : at
  }

  async remove(key: string): Promise<void> {
    await this.#unlessMissing({ doing: 'remove a file', method: 'DELETE', key })
  }

  async #unlessMissing(call: Call): Promise<Answer | undefined> {
    try {
      return await this.#call(call)
    } catch (error) {
      if (error instanceof S3Failure && error.code === 'NoSuchKey') return undefined
      throw error
    }
  }

  async #call(call: Call): Promise<Answer> {
    const { pauses, wait: pause } = this.#patience
    for (const ms of pauses) {
      try {
        return await this.#attempt(call)
      } catch (error) {
        if (!(error instanceof S3Failure) || !error.again) throw error
        // By chance, so that those who failed together do not come back together.
        await pause(ms * (1 - (this.#random.bytes(1)[0] ?? 0) / 512))
      }
    }
    return this.#attempt(call)
  }

  async #attempt({ doing, method, key, query, bytes }: Call): Promise<Answer> {
    const url = `${this.#bucket}${key === undefined ? '' : `/${key}`}${query === undefined ? '' : `?${new URLSearchParams(query)}`}`
    const signal = AbortSignal.timeout(this.#patience.timeout)
    let response: Response
    let body: Uint8Array
    try {
      const sent = { method, headers: bytes === undefined ? {} : digestsOf(bytes), ...(bytes && { body: Buffer.from(bytes) }) }
      // A redirect would take the signed request to somebody else.
      response = await fetch(await this.#client.sign(url, { ...sent, signal, redirect: 'manual' }))
      body = new Uint8Array(await response.arrayBuffer())
    } catch (error) {
      throw silence(doing, error)
    }
    if (response.ok) return { headers: response.headers, bytes: body }
    // The answer to HEAD has no text that could say what is missing.
    if (method === 'HEAD' && response.status === 404) throw new S3Failure('not there', { again: false, code: 'NoSuchKey' })
    throw refusal(doing, response.status, Buffer.from(body).toString())
  }
}

// By either of them the server refuses what did not arrive as it was sent; the first is part of the signature too.
function digestsOf(bytes: Uint8Array): Record<string, string> {
  return {
    'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex'),
    'content-md5': createHash('md5').update(bytes).digest('base64'),
    'content-type': 'application/octet-stream',
  }
}

function plain(text: string): string {
  return text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity)
}
