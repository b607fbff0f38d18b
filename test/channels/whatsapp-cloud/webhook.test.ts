import { gzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { openChannel } from './open-channel.ts'

const PATH = '/whatsapp'

type Sign = (text: string) => string

const inBase64 = (signature: string): string => `sha256=${Buffer.from(signature.slice(7), 'hex').toString('base64')}`
const empty = (api: { phoneNumberId: string }, value: object = {}) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '1', changes: [{ field: 'messages', value: { metadata: { phone_number_id: api.phoneNumberId }, ...value } }] }],
})

describe('the verification of the webhook', () => {
  it('gives the challenge back to whoever knows the token, as plain text', async () => {
    const { app, api, counted } = await openChannel()
    const url = `${PATH}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${api.verifyToken}`
    const answer = await app.inject({ url })
    expect([answer.statusCode, answer.body, answer.headers['content-type']]).toEqual([
      200,
      '1158201444',
      'text/plain; charset=utf-8',
    ])
    expect(counted).toContain('verified')
  })

  it.each([
    ['another token', 'hub.mode=subscribe&hub.challenge=1&hub.verify_token=a-verify-token-for-tests-onlY'],
    ['no token', 'hub.mode=subscribe&hub.challenge=1'],
    ['two tokens', 'hub.mode=subscribe&hub.challenge=1&hub.verify_token=a-verify-token-for-tests-only&hub.verify_token=x'],
    ['another mode', 'hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=a-verify-token-for-tests-only'],
    ['no challenge', 'hub.mode=subscribe&hub.verify_token=a-verify-token-for-tests-only'],
    [
      'a challenge with a script in it',
      'hub.mode=subscribe&hub.challenge=%3Cscript%3E&hub.verify_token=a-verify-token-for-tests-only',
    ],
  ])('refuses %s', async (_what, query) => {
    const { app, counted } = await openChannel()
    const answer = await app.inject({ url: `${PATH}?${query}` })
    expect([answer.statusCode, answer.body]).toEqual([403, ''])
    expect(counted).toEqual(['wrong-token'])
  })
})

describe('a call of the webhook', () => {
  it.each([
    ['no signature', () => ({ 'x-hub-signature-256': '' })],
    ['another secret’s', () => ({ 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` })],
    ['SHA-1 instead', () => ({ 'x-hub-signature-256': `sha1=${'0'.repeat(40)}` })],
    ['one of a longer body', (sign: Sign) => ({ 'x-hub-signature-256': sign('{"object":"x"} ') })],
    ['its own in base64', (sign: Sign, body: string) => ({ 'x-hub-signature-256': inBase64(sign(body)) })],
    ['its own without a name', (sign: Sign, body: string) => ({ 'x-hub-signature-256': sign(body).slice(7) })],
    ['its own and another', (sign: Sign, body: string) => ({ 'x-hub-signature-256': `${sign(body)}, ${sign('x')}` })],
    ['its own twice', (sign: Sign, body: string) => ({ 'x-hub-signature-256': `${sign(body)}, ${sign(body)}` })],
    ['a huge one', () => ({ 'x-hub-signature-256': `sha256=${'0'.repeat(7000)}` })],
  ])('with %s is turned away, whatever it holds', async (_what, headers) => {
    const { api, got, counted } = await openChannel()
    for (const body of [JSON.stringify(empty(api)), '{', ''])
      expect(
        await api.webhook.post(
          body,
          headers((text) => api.webhook.sign(text), body),
        ),
      ).toBe(401)
    expect(got).toEqual([])
    expect(counted).toEqual(['wrong-signature', 'wrong-signature', 'wrong-signature'])
  })

  it('is judged by its very bytes: escapes and spaces as Meta writes them', async () => {
    const { api, got } = await openChannel()
    const message = `{"from":"62811","id":"wamid.1","timestamp":"1764000000","type":"text","text":{"body":"\\ud83d\\ude42 \\u003chalo\\u003e"}}`
    const body = JSON.stringify(empty(api)).replace(
      '"metadata"',
      `"messages": [ ${message.replace('62811', '628110000001')} ], "metadata"`,
    )
    expect(await api.webhook.post(body)).toBe(200)
    expect(got).toMatchObject([{ event: { kind: 'text', text: '🙂 <halo>' } }])
  })

  it.each([
    '{',
    '',
    'null',
    '[]',
    '"x"',
    '{"object":1}',
    '{"object":"whatsapp_business_account","entry":{}}',
    '\u0000',
    '{"entry":[]}',
  ])('that is signed and no notification (%j) is malformed', async (body) => {
    const { api, counted } = await openChannel()
    expect(await api.webhook.post(body)).toBe(400)
    expect(counted).toEqual(['malformed'])
  })

  it('is signed in its own bytes, whatever they are said to be', async () => {
    const { app, api } = await openChannel()
    const body = Buffer.from(JSON.stringify(empty(api)))
    const call = (payload: Buffer, headers: Record<string, string>) =>
      app.inject({ method: 'POST', url: PATH, payload, headers: { 'x-hub-signature-256': api.webhook.sign(body), ...headers } })
    expect((await call(body, {})).statusCode).toBe(200)
    expect((await call(body, { 'content-type': 'text/plain; charset=utf-16' })).statusCode).toBe(200)
    expect((await call(gzipSync(body), { 'content-type': 'application/json', 'content-encoding': 'gzip' })).statusCode).toBe(401)
    expect((await call(Buffer.from(`\uFEFF${body.toString()}`), { 'content-type': 'application/json' })).statusCode).toBe(401)
  })

  it('that holds depth instead of messages is malformed, and takes nobody down', async () => {
    const { api } = await openChannel()
    for (const deep of ['['.repeat(1_000_000), `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`])
      expect(await api.webhook.post(deep)).toBe(400)
    const nested = '['.repeat(2000) + ']'.repeat(2000)
    expect(await api.webhook.post(JSON.stringify(empty(api, { messages: ['nested'] })).replace('"nested"', nested))).toBe(200)
  })

  it('larger than Meta’s own limit is not read', async () => {
    const { api, got, counted } = await openChannel()
    expect(await api.webhook.post(Buffer.alloc(3 * 2 ** 20 + 1, 0x20))).toBe(413)
    expect(got).toEqual([])
    expect(counted).toEqual(['too-large'])
  })

  it('is acknowledged only when it is kept, and comes again until then', async () => {
    const open = await openChannel()
    let failures = 3
    open.sink = async () => {
      if (failures-- > 0) throw new Error('the disk is full')
    }
    open.api.person().says('halo')
    await vi.waitFor(() => expect(open.got).toHaveLength(1))
    await vi.waitFor(() => expect(open.api.webhook.answers).toEqual([503, 503, 503, 200]))
    expect(open.counted.filter((what) => what === 'not-now')).toHaveLength(3)
  })

  it('is put off before the counter is open and after it has closed', async () => {
    const { api, channel } = await openChannel()
    await channel.stop()
    expect(await api.webhook.post(JSON.stringify(empty(api)))).toBe(503)
  })

  it('that is played again carries the same ids: the inbox drops it', async () => {
    const { api, got } = await openChannel()
    api.webhook.faults = { duplicated: 1, dropped: 0, reordered: 0, random: () => 0.5 }
    const id = api.person().says('halo')
    await vi.waitFor(() => expect(got).toHaveLength(2))
    expect(got.map((one) => one.id)).toEqual([id, id])
  })

  it('about another number, another field or another product is taken and left alone', async () => {
    const { api, got, counted } = await openChannel()
    const other = { ...empty({ phoneNumberId: '999999999999999' }, { messages: [{ id: 'wamid.1' }] }) }
    expect(await api.webhook.post(JSON.stringify(other))).toBe(200)
    expect(await api.webhook.post(JSON.stringify({ object: 'page', entry: [] }))).toBe(200)
    const field = {
      object: 'whatsapp_business_account',
      entry: [{ changes: [{ field: 'account_update', value: { event: 'X' } }] }],
    }
    expect(await api.webhook.post(JSON.stringify(field))).toBe(200)
    expect(got).toEqual([])
    expect(counted).toEqual(['other-number'])
  })

  it('about several numbers brings what is ours, statuses and messages, and leaves the rest alone', async () => {
    const { api, got, counted, failed } = await openChannel()
    const said = (id: string) => ({ from: '628110000001', id, timestamp: '1764000000', type: 'text', text: { body: id } })
    const lost = (key: string) => ({
      id: `wamid.s${key}`,
      status: 'failed',
      biz_opaque_callback_data: key,
      errors: [{ code: 131026 }],
    })
    const change = (number: string, value: object) => ({
      field: 'messages',
      value: { metadata: { phone_number_id: number }, ...value },
    })
    const body = {
      object: 'whatsapp_business_account',
      entry: [
        { id: '1', changes: [change('999999999999999', { messages: [said('wamid.other')], statuses: [lost('8')] })] },
        {
          id: '2',
          changes: [
            change(api.phoneNumberId, { messages: [said('wamid.1')] }),
            change(api.phoneNumberId, { statuses: [lost('7')] }),
          ],
        },
        { id: '3', changes: [change(api.phoneNumberId, { messages: [said('wamid.2')] }), { field: 'messages', value: null }] },
      ],
    }
    expect(await api.webhook.post(JSON.stringify(body))).toBe(200)
    expect(got.map(({ id }) => id)).toEqual(['wamid.1', 'wamid.2'])
    expect(failed.map(({ key }) => key)).toEqual(['7'])
    expect(counted.toSorted()).toEqual(['failed', 'message', 'message', 'misread', 'other-number'])
  })

  it('with one message that cannot be read still brings the others', async () => {
    const { api, got, counted } = await openChannel()
    const good = { from: '628110000001', id: 'wamid.2', timestamp: '1764000000', type: 'text', text: { body: 'halo' } }
    const messages = [{ id: 7 }, null, 'x', good, { ...good, id: 'wamid.3', from: '+62 811', from_user_id: '' }]
    expect(await api.webhook.post(JSON.stringify(empty(api, { messages, contacts: 'none', statuses: [{}] })))).toBe(200)
    expect(got.map(({ id }) => id)).toEqual(['wamid.2'])
    expect(counted.toSorted()).toEqual(['ignored', 'message', 'misread', 'misread', 'misread', 'misread'])
  })

  it('with several messages brings them in the order they were written', async () => {
    const { api, got } = await openChannel()
    const at = (seconds: number) => ({
      from: '628110000001',
      id: `wamid.${seconds}`,
      timestamp: String(1_764_000_000 + seconds),
      type: 'text',
      text: { body: String(seconds) },
    })
    await api.webhook.post(JSON.stringify(empty(api, { messages: [at(3), at(1), at(2)] })))
    expect(got.map(({ id }) => id)).toEqual(['wamid.1', 'wamid.2', 'wamid.3'])
  })
})
