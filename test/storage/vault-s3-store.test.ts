import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createHash } from 'node:crypto'
import { systemRandom } from '../../bot/runtime/random.ts'
import { checkStore } from '../../storage/vault/check.ts'
import { FileStoreError, type FileStore } from '../../storage/vault/file-store.ts'
import { S3Store, type S3Settings } from '../../storage/vault/s3-store.ts'
import { startS3, type S3Server } from '../fakes/s3-server.ts'
import { keysIn } from './vault-fixture.ts'

const SECRET = 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY'
const BYTES = Buffer.from('rahasia '.repeat(100))
const KEY = '0A/0123456789A'

let s3: S3Server
beforeAll(async () => {
  s3 = await startS3()
})
afterAll(() => s3.stop())

/** What the operator would read, and that no secret is in it. */
async function troubleOf(work: Promise<unknown>, settings: S3Settings): Promise<string> {
  const error = await work.then(
    () => new Error('it worked'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(FileStoreError)
  const told = [String(error), JSON.stringify(error), (error as Error).stack, String((error as Error).cause)].join('\n')
  expect(told).not.toContain(settings.secretAccessKey)
  expect(told).not.toContain(settings.accessKeyId)
  return (error as Error).message
}

/** A server that answers as it is told, and a store that does not wait between attempts. */
async function scripted(answer: (request: IncomingMessage, response: ServerResponse, nth: number) => void) {
  const requests: {
    readonly method: string
    readonly url: string
    readonly headers: IncomingMessage['headers']
    body: Buffer
  }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      requests.push({ method, url, headers, body: Buffer.concat(chunks) })
      answer(request, response, requests.length)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = { endpoint, bucket: 'loket', region: 'ap-southeast-3', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: SECRET }
  const pauses: number[] = []
  const patience = { timeout: 1000, pauses: [100, 200, 400], wait: async (ms: number) => pauses.push(ms) }
  return { store: new S3Store(settings, systemRandom, patience), settings, requests, pauses }
}

function refused(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<Error><Code>${code}</Code><Message>no</Message><AWSAccessKeyId>AKIDEXAMPLE</AWSAccessKeyId></Error>`)
}

describe('a bucket on a real server', () => {
  it('writes, reads, lists and removes', async () => {
    const store: FileStore = new S3Store(await s3.newBucket(), systemRandom)
    await checkStore(store, systemRandom)
    expect(await store.get(KEY)).toBeUndefined()
    expect(await store.writtenAt(KEY)).toBeUndefined()
    await store.put(KEY, BYTES)
    await store.put(KEY, BYTES)
    expect(Buffer.from((await store.get(KEY)) ?? '')).toEqual(BYTES)
    expect(await store.writtenAt(KEY)).toBeGreaterThan(Date.UTC(2024, 0))
    expect(await keysIn(store)).toEqual([KEY])
    await store.remove(KEY)
    await store.remove(KEY)
    expect(await keysIn(store)).toEqual([])
  })

  it('refuses a wrong secret, a wrong key and a missing bucket, and says what to mend', async () => {
    const settings = await s3.newBucket()
    const wrong = { ...settings, secretAccessKey: SECRET }
    const cases: readonly (readonly [S3Settings, RegExp])[] = [
      [wrong, /SignatureDoesNotMatch.*LOKET_S3_SECRET_ACCESS_KEY/],
      [{ ...wrong, accessKeyId: 'AKIDEXAMPLE' }, /InvalidAccessKeyId.*LOKET_S3_ACCESS_KEY_ID/],
    ]
    for (const [given, message] of cases) {
      const store = new S3Store(given, systemRandom)
      // One after the other: what fails while nobody waits for it yet is an unhandled rejection.
      for (const work of [
        () => store.put(KEY, BYTES),
        () => store.get(KEY),
        () => keysIn(store),
        () => store.remove(KEY),
        () => checkStore(store, systemRandom),
      ])
        expect(await troubleOf(work(), given)).toMatch(message)
    }
    const missing = new S3Store({ ...settings, bucket: 'somewhere-else' }, systemRandom)
    for (const work of [() => missing.put(KEY, BYTES), () => missing.get(KEY), () => keysIn(missing)])
      await expect(work()).rejects.toThrow(/NoSuchBucket.*LOKET_S3_BUCKET/)
    const store = new S3Store(settings, systemRandom)
    expect(await keysIn(store)).toEqual([])
  })
})

describe('a bucket', () => {
  it('is sent the digests of what is written, as part of what is signed', async () => {
    const { store, requests } = await scripted((_, response) => response.end())
    await store.put(KEY, BYTES)
    const [sent] = requests
    expect(sent).toMatchObject({ method: 'PUT', url: `/loket/${KEY}`, body: BYTES })
    expect(sent?.headers).toMatchObject({
      'x-amz-content-sha256': createHash('sha256').update(BYTES).digest('hex'),
      'content-md5': createHash('md5').update(BYTES).digest('base64'),
    })
    const signed = String(sent?.headers.authorization)
    expect(signed).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/ap-southeast-3\/s3\/aws4_request, SignedHeaders=/)
    expect(signed).toMatch(/content-md5;host;x-amz-content-sha256/)
  })

  it.each([500, 502, 503, 504, 429, 408])('is asked again after HTTP %i, with growing pauses', async (status) => {
    const { store, requests, pauses } = await scripted((_, response, nth) =>
      nth < 3 ? refused(response, status, 'SlowDown') : response.end(BYTES),
    )
    expect(Buffer.from((await store.get(KEY)) ?? '')).toEqual(BYTES)
    expect(requests).toHaveLength(3)
    expect(pauses).toHaveLength(2)
    expect(pauses[0]).toBeGreaterThanOrEqual(50)
    expect(pauses[0]).toBeLessThanOrEqual(100)
    expect(pauses[1]).toBeGreaterThanOrEqual(100)
    expect(pauses[1]).toBeLessThanOrEqual(200)
  })

  it('is asked again after a broken connection, and sent everything anew', async () => {
    const { store, requests } = await scripted((request, response, nth) => {
      if (nth === 1) request.socket.destroy()
      else if (nth === 2) {
        response.writeHead(200, { 'content-length': '100' })
        response.write('half')
        request.socket.destroy()
      } else response.end()
    })
    await store.put(KEY, BYTES)
    expect(requests.map(({ body }) => body)).toEqual([BYTES, BYTES, BYTES])
  })

  it('is given up after a bounded number of attempts', async () => {
    const { store, requests, settings } = await scripted((_, response) => refused(response, 503, 'SlowDown'))
    expect(await troubleOf(store.put(KEY, BYTES), settings)).toBe('S3 cannot write a file (HTTP 503, SlowDown)')
    expect(requests).toHaveLength(4)
  })

  it('that does not answer is given up in time', async () => {
    const { settings, requests } = await scripted(() => undefined)
    const store = new S3Store(settings, systemRandom, { timeout: 50, pauses: [1], wait: async () => undefined })
    expect(await troubleOf(store.get(KEY), settings)).toBe(
      'S3 cannot read a file: it does not answer in time; look at LOKET_S3_ENDPOINT and the network',
    )
    expect(requests.length).toBeLessThanOrEqual(2)
  })

  it('that is not reached is said to be so', async () => {
    const { settings } = await scripted(() => undefined)
    const nowhere = { ...settings, endpoint: 'http://127.0.0.1:9' }
    const store = new S3Store(nowhere, systemRandom, { timeout: 1000, pauses: [], wait: async () => undefined })
    expect(await troubleOf(store.get(KEY), nowhere)).toMatch(/^S3 cannot read a file: it is not reached \(/)
  })

  it.each([
    [400, 'BadDigest', /what arrived is not what was sent/],
    [403, 'AccessDenied', /the key may not do that/],
    [403, '', /HTTP 403\): the key may not do that/],
    [400, 'AuthorizationHeaderMalformed', /LOKET_S3_REGION/],
    [301, 'PermanentRedirect', /LOKET_S3_ENDPOINT/],
    [507, 'XMinioStorageFull', /the store is full/],
    [418, 'a<b>AKIDEXAMPLE', /^S3 cannot write a file \(HTTP 418\)$/],
  ])('that answers %i %s is not asked again, and the operator is told', async (status, code, message) => {
    const { store, settings, requests } = await scripted((_, response) => {
      if (status === 301) response.setHeader('location', 'http://elsewhere.example/')
      refused(response, status, code)
    })
    expect(await troubleOf(store.put(KEY, BYTES), settings)).toMatch(message)
    expect(requests).toHaveLength(1)
  })

  it('is listed page by page', async () => {
    const { store, requests } = await scripted((request, response) => {
      const token = new URL(request.url ?? '', 'http://x').searchParams.get('continuation-token')
      const [name, next] = token === null ? ['AA', 'a&amp;/+='] : token === 'a&/+=' ? ['BB', 'c'] : ['CC&amp;', '']
      const more = next === '' ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`
      response.end(`<ListBucketResult><Contents><Key>00/${name}</Key></Contents>${more}</ListBucketResult>`)
    })
    expect(await keysIn(store)).toEqual(['00/AA', '00/BB', '00/CC&'])
    expect(requests).toHaveLength(3)
  })

  it('is tried before it is trusted: what is not kept as it was written is found out', async () => {
    const forgetful = await scripted((request, response) => {
      if (request.method === 'GET') refused(response, 404, 'NoSuchKey')
      else response.end()
    })
    expect(await troubleOf(checkStore(forgetful.store, systemRandom), forgetful.settings)).toBe(
      'what was written is not what is read',
    )
    const altering = await scripted((_, response) => response.end('something else'))
    expect(await troubleOf(checkStore(altering.store, systemRandom), altering.settings)).toBe(
      'what was written is not what is read',
    )
  })
})
