import { createConnection, type AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openCounter, type Counter, type CounterOptions } from './pages-counter.ts'

let counter: Counter
const open = async (options?: CounterOptions): Promise<Counter> => (counter = await openCounter(options))
afterEach(() => counter.close())

describe('health', () => {
  it('is alive as long as the process answers', async () => {
    const { visit, state } = await open()
    state.now = 'stopping'
    expect((await visit('/healthz')).json()).toEqual({ alive: true })
  })

  it.each(['starting', 'stopping'] as const)('is not ready while %s', async (now) => {
    const { visit, state } = await open()
    state.now = now
    const answer = await visit('/readyz')
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toEqual({ ready: false, why: now })
    state.now = 'running'
    const ready = await visit('/readyz')
    expect([ready.statusCode, ready.json()]).toEqual([200, { ready: true }])
  })

  it('is not ready when the database fails, nor when it does not answer in two seconds', async () => {
    const { metrics } = await open()
    const waits: number[] = []
    const health = (run: () => Promise<never>) => ({
      unitOfWork: { run },
      // two seconds are over at once
      scheduler: {
        after: (ms: number, task: () => void) => (waits.push(ms), queueMicrotask(() => queueMicrotask(task)), () => undefined),
      },
      registry: metrics.registry,
      state: () => 'running' as const,
      metricsAccess: 'anyone' as const,
    })
    for (const run of [() => Promise.reject(new Error('disk full')), () => new Promise<never>(() => undefined)]) {
      const other = await openCounter({ server: { health: health(run) } })
      const answer = await other.visit('/readyz')
      expect([answer.statusCode, answer.json()]).toEqual([503, { ready: false, why: 'database' }])
      await other.close()
    }
    expect(waits).toEqual([2000, 2000])
  })
})

describe('metrics', () => {
  it('counts what it is told, and the queues on each scrape', async () => {
    const { visit, metrics } = await open()
    metrics.inboxEvent('simulator', 'text')
    metrics.inboxEvent('simulator', 'text')
    metrics.turn(0.002)
    metrics.turnFailed()
    metrics.outboxSend('simulator', 'sent')
    metrics.job('login', 'done')
    const { body, headers } = await visit('/metrics')
    expect(headers['content-type']).toContain('text/plain')
    for (const line of [
      'loket_inbox_events_total{account="simulator",kind="text"} 2',
      'loket_turn_seconds_count 1',
      'loket_turn_seconds_bucket{le="0.005"} 1',
      'loket_turn_failures_total 1',
      'loket_outbox_sends_total{account="simulator",outcome="sent"} 1',
      'loket_jobs_total{kind="login",outcome="done"} 1',
      'loket_waiting{queue="inbox"} 1',
      'loket_waiting{queue="outbox"} 2',
      'loket_waiting{queue="jobs"} 3',
      'loket_waiting{queue="set_aside"} 4',
      'loket_waiting{queue="dead"} 5',
      'process_resident_memory_bytes',
    ])
      expect(body).toContain(line)
  })

  it('asks for its token where there is one, and is nowhere when nobody may read it', async () => {
    const { visit } = await open({ server: { metricsAccess: { token: 'a-long-enough-token' } } })
    expect((await visit('/metrics')).statusCode).toBe(401)
    expect((await visit('/metrics', { authorization: 'Bearer wrong' })).statusCode).toBe(401)
    expect((await visit('/metrics', { authorization: 'Bearer a-long-enough-token' })).statusCode).toBe(200)
    const other = await openCounter({ server: { metricsAccess: 'nobody' } })
    expect((await other.visit('/metrics', { authorization: 'Bearer undefined' })).statusCode).toBe(404)
    await other.close()
  })
})

describe('every answer', () => {
  it('carries the security headers, whatever it says', async () => {
    const { visit, activationLink } = await open()
    for (const url of [await activationLink(), '/healthz', '/assets/loket.css', '/nothing', '/%zz', '/l/x']) {
      const { headers } = await visit(url)
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; style-src 'self'; form-action 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      })
      expect(headers).not.toHaveProperty('x-powered-by')
      expect(headers).not.toHaveProperty('strict-transport-security')
    }
  })

  it('keeps pages behind links out of every cache and search engine', async () => {
    const { visit, activationLink } = await open()
    for (const url of [await activationLink(), '/l/unknown']) {
      const { headers } = await visit(url)
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['x-robots-tag']).toBe('noindex, nofollow')
    }
  })

  it('asks browsers to stay on https where that is the public address', async () => {
    const { visit } = await open({ server: { publicUrl: 'https://loket.example.go.id' } })
    expect((await visit('/healthz')).headers['strict-transport-security']).toBe('max-age=31536000')
  })
})

describe('trouble', () => {
  it('is a kind page in Indonesian for an address that is not there', async () => {
    const { visit, app } = await open()
    for (const answer of [await visit('/wp-login.php'), await app.inject({ method: 'DELETE', url: '/l/x' })]) {
      expect(answer.statusCode).toBe(404)
      expect(answer.body).toContain('Halaman tidak ditemukan')
    }
  })

  it('tells a visitor nothing of an error, and the log nothing of the visitor', async () => {
    const lines: string[] = []
    const { visit, fill, activationLink, state } = await open({ destination: { write: (line) => void lines.push(line) } })
    state.broken = new Error('cannot compare SRI LESTARI of 3326071708850001')
    const address = await activationLink()
    const { body } = await visit(address)
    const answer = await fill(address, body, { mother: 'Sri Lestari', sum: '1' })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).toContain('Ada gangguan di sisi kami')
    expect(answer.body).not.toMatch(/3326071708850001|compare| at /)
    expect(lines).toHaveLength(1)
    const line = lines[0] ?? ''
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      msg: 'a request failed',
      method: 'POST',
      route: '/l/:token',
      error: { name: 'Error' },
    })
    for (const secret of ['LESTARI', 'Lestari', '3326071708850001', address.slice(3), 'compare'])
      expect(line).not.toContain(secret)
    state.broken = undefined
    const page = await fill(address, body, { mother: 'x', sum: '1' })
    expect(page.statusCode).toBe(422)
  })

  it('is a pause for an address that visits links too often, and for no other', async () => {
    const { app, activationLink } = await open({ server: { trustedProxies: ['127.0.0.1'] } })
    const address = await activationLink()
    const from = (ip: string) => app.inject({ url: address, headers: { 'x-forwarded-for': ip } })
    for (let i = 0; i < 60; i++) expect((await from('203.0.113.7')).statusCode).toBe(200)
    const stopped = await from('203.0.113.7')
    expect(stopped.statusCode).toBe(429)
    expect(stopped.body).toContain('Tunggu satu menit')
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0)
    expect((await from('203.0.113.8')).statusCode).toBe(200)
    expect((await app.inject('/healthz')).statusCode).toBe(200)
  })

  it('does not believe in X-Forwarded-For unless a proxy is named', async () => {
    const { app } = await open()
    const from = (i: number) => app.inject({ url: '/l/x', headers: { 'x-forwarded-for': `203.0.113.${i}` } })
    for (let i = 0; i < 60; i++) await from(i)
    expect((await from(61)).statusCode).toBe(429)
  })
})

describe('stopping', () => {
  it('answers what is under way and then takes no more', async () => {
    const { app, state, unitOfWork } = await open()
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    const held = Promise.withResolvers<void>()
    const working = unitOfWork.run(() => held.promise)
    const answer = fetch(`http://127.0.0.1:${port}/readyz`)
    await new Promise<void>((resolve) => app.server.once('request', () => resolve()))
    const closing = app.close()
    held.resolve()
    await working
    const { headers, ok } = await answer
    // otherwise the stop would wait for as long as a browser keeps its connection
    expect([ok, headers.get('connection')]).toEqual([true, 'close'])
    await closing
    expect(state.now).toBe('running')
    const refused = await new Promise<string>((resolve) =>
      createConnection(port, '127.0.0.1').once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? '')),
    )
    expect(refused).toBe('ECONNREFUSED')
  })
})
