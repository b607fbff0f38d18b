import { readdir } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { isLoopbackHost } from '../../bot/web/simulator/local-only.ts'
import { MAX_UPLOAD } from '../../bot/web/simulator/register-simulator.ts'
import { openServer, type Server } from './simulator-server.ts'

let server: Server
beforeEach(async () => {
  server = await openServer()
})
afterEach(async () => {
  await server.close()
  await server.data.remove()
})

/** Opens a WebSocket and says how it went: what was heard, how it was refused or closed. */
function socket(headers: { origin?: string }, path = '/simulator/ws') {
  const one = new WebSocket(`ws://${server.host}${path}`, { headers })
  const heard: { type: string }[] = []
  const ends: string[] = []
  one.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as { type: string }))
  one.on('unexpected-response', (_request, response) => ends.push(`refused ${response.statusCode}`))
  one.on('error', () => {})
  one.on('close', (code) => ends.push(`closed ${code}`))
  return { one, heard, ends }
}

const get = (url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ url, headers: { host: server.host, ...headers } })

describe('who gets in', () => {
  it.each(['evil.example', `evil.example:80`, '127.0.0.1.evil.example', 'localhost.evil.example', '192.168.1.4', '[::2]'])(
    'refuses the Host %j, as of a name rebound to this machine',
    async (host) => {
      expect((await get('/simulator', { host })).statusCode).toBe(403)
    },
  )

  it.each(['localhost', 'LOCALHOST:3000', '127.0.0.1', '127.0.0.2:80', '[::1]:3000'])('lets the Host %j in', (host) => {
    expect(isLoopbackHost(host)).toBe(true)
  })

  it('refuses a peer that is not this machine', async () => {
    const from = (remoteAddress: string) =>
      server.app.inject({ url: '/simulator', remoteAddress, headers: { host: server.host } })
    expect((await from('192.168.1.4')).statusCode).toBe(403)
    expect((await from('::ffff:127.0.0.1')).statusCode).toBe(200)
  })

  it('refuses another site’s page: requests and WebSockets', async () => {
    const elsewhere = { host: server.host, origin: 'https://evil.example', 'content-type': 'application/json' }
    const post = await server.app.inject({
      method: 'POST',
      url: '/simulator/phones',
      headers: elsewhere,
      payload: { name: 'x', role: 'citizen' },
    })
    expect(post.statusCode).toBe(403)
    expect(await server.store.phones()).toHaveLength(4)
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://localhost:${server.port}` },
      {},
    ]) {
      const { heard, ends } = socket(headers)
      await vi.waitFor(() => expect(ends[0]).toBe('refused 403'))
      expect(heard).toEqual([])
    }
  })

  it('lets its own page in', async () => {
    const { one, heard } = socket({ origin: server.url })
    await vi.waitFor(() => expect(heard[0]).toMatchObject({ type: 'snapshot', phones: [{ name: 'Siti (warga)' }, {}, {}, {}] }))
    one.terminate()
  })
})

describe('the page', () => {
  it('is where / leads, and runs and loads nothing from elsewhere', async () => {
    expect((await get('/')).headers['location']).toBe('/simulator')
    const page = await get('/simulator')
    expect(page.headers['content-security-policy']).toContain(`default-src 'none'; script-src 'self'; style-src 'self'`)
    expect(page.headers['content-security-policy']).not.toContain('unsafe')
    expect(page.body).not.toMatch(/https?:\/\/|<style|style=|<script>|\son\w+=/)
    expect(page.headers['x-content-type-options']).toBe('nosniff')
  })

  it('serves TypeScript as JavaScript without types', async () => {
    const script = await get('/simulator/page/simulator.ts')
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(script.body).not.toContain('interface')
    expect((await get('/simulator/page/vendor/htm-preact.js')).body).toContain('export{')
  })

  it.each([
    '..%2f..%2f..%2fpackage.json',
    '../protocol.ts',
    'vendor/../../protocol.ts',
    'none.ts',
    '',
    'style.css%00.ts',
    'vendor/htm-preact.d.ts',
  ])('has no file %j', async (name) => {
    expect((await get(`/simulator/page/${name}`)).statusCode).toBe(404)
  })

  it('offers a sample card that is plainly nobody’s', async () => {
    const sample = await get('/simulator/sample-ktp.jpg')
    expect(await sharp(sample.rawPayload).metadata()).toMatchObject({ format: 'jpeg', width: 1280, height: 900 })
  })
})

describe('files', () => {
  const upload = (payload: Buffer, type = 'application/octet-stream') =>
    server.app.inject({ method: 'POST', url: '/simulator/media', headers: { host: server.host, 'content-type': type }, payload })

  it.each([
    [
      'a picture',
      'image/png',
      'image/png',
      () =>
        sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
          .png()
          .toBuffer(),
    ],
    ['a page', 'text/html', 'application/octet-stream', async () => Buffer.from('<script>alert(1)</script>')],
    [
      'an SVG',
      'image/svg+xml',
      'application/octet-stream',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    ],
    ['JSON', 'application/json', 'application/octet-stream', async () => Buffer.from('{"a":')],
    ['nothing', 'application/octet-stream', 'application/octet-stream', async () => Buffer.alloc(0)],
  ])('take %s and give it back byte for byte, shown only if it is a picture', async (_what, type, shownAs, make) => {
    const bytes = await make()
    const posted = await upload(bytes, type)
    expect(posted.statusCode).toBe(201)
    const back = await get(`/simulator/media/${posted.json<{ id: string }>().id}`)
    expect(back.rawPayload).toEqual(bytes)
    expect(back.headers['content-type']).toBe(shownAs)
    expect(back.headers['content-disposition']).toBe(shownAs === 'image/png' ? undefined : 'attachment')
  })

  it('take 31 MB and kindly refuse a byte more, also when no length was announced', async () => {
    expect((await upload(Buffer.alloc(MAX_UPLOAD))).statusCode).toBe(201)
    const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
      const headers = { 'content-type': 'application/octet-stream', 'transfer-encoding': 'chunked' }
      const sending = httpRequest(`${server.url}/simulator/media`, { method: 'POST', headers }, (response) => {
        let body = ''
        response.on('data', (part: Buffer) => (body += part.toString()))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
      })
      sending.on('error', reject)
      sending.end(Buffer.alloc(MAX_UPLOAD + 1))
    })
    expect(answer.status).toBe(413)
    expect(answer.body).toContain('Pilih berkas yang lebih kecil')
    expect(await readdir(join(server.data.path, 'simulator'))).toHaveLength(1)
  })

  it.each(['x', '..%2floket.db', 'A'.repeat(22), 'A'.repeat(5000)])('has none called %j', async (id) => {
    expect([404, 414]).toContain((await get(`/simulator/media/${id}`)).statusCode)
  })
})

describe('phones', () => {
  const ask = (method: 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) =>
    server.app.inject({ method, url: `/simulator/phones${path}`, headers: { host: server.host }, ...(payload && { payload }) })

  it('are added, renamed and removed, and every browser is told', async () => {
    const added = await ask('POST', '', { name: ' Dewi ', role: 'citizen' })
    expect(added.json()).toMatchObject({ name: 'Dewi', phone: '+6281200000005' })
    const path = `/${added.json<{ id: string }>().id}`
    expect((await ask('PATCH', path, { name: 'Dewi Lestari' })).statusCode).toBe(204)
    expect(server.changes.at(-1)).toMatchObject({ type: 'phones', phones: [{}, {}, {}, {}, { name: 'Dewi Lestari' }] })
    expect((await ask('DELETE', path)).statusCode).toBe(204)
    expect((await ask('DELETE', path)).statusCode).toBe(404)
    expect((await ask('PATCH', path, { name: 'x' })).statusCode).toBe(404)
    expect(await server.store.phones()).toHaveLength(4)
  })

  it.each([
    { name: '', role: 'citizen' },
    { name: 'x'.repeat(61), role: 'citizen' },
    { name: 'x', role: 'admin' },
    { name: 7 },
    {},
  ])('need a name and a role: %j', async (asked) => {
    const answer = await ask('POST', '', asked)
    expect(answer.statusCode).toBe(400)
    expect(answer.json<{ message: string }>().message).toContain('Isi nama ponsel')
  })
})

describe('the WebSocket', () => {
  it.each([
    '{',
    '[]',
    '{"type":"type"}',
    '{"type":"older","phoneId":"x","before":-1}',
    '{"type":"type","phoneId":"x","key":"","typed":{"kind":"text","text":"x"}}',
  ])('closes on %s, which no page of ours says', async (words) => {
    const { one, ends } = socket({ origin: server.url })
    one.on('open', () => one.send(words))
    await vi.waitFor(() => expect(ends).toEqual(['closed 1007']))
  })

  it('takes 65,536 characters of any kind', async () => {
    const { one, heard } = socket({ origin: server.url })
    const text = '\u{1F600}'.repeat(32_768)
    one.on('open', () =>
      one.send(JSON.stringify({ type: 'type', phoneId: server.siti.id, key: 'a', typed: { kind: 'text', text } })),
    )
    await vi.waitFor(() => expect(server.got).toMatchObject([{ event: { kind: 'text', text } }]))
    await vi.waitFor(() => expect(heard.filter(({ type }) => type === 'message')).toHaveLength(2))
    one.terminate()
  })

  it('says why it does not take a message', async () => {
    const { one, heard } = socket({ origin: server.url })
    one.on('open', () =>
      one.send(JSON.stringify({ type: 'type', phoneId: 'none', key: 'a', typed: { kind: 'text', text: 'x' } })),
    )
    await vi.waitFor(() => expect(heard.at(-1)).toEqual({ type: 'refused', phoneId: 'none', key: 'a', why: 'no-phone' }))
    one.terminate()
  })
})
