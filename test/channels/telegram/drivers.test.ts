import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { BotApiRefusal, BotApiSilence, DRIVERS, Upload } from '../../../bot/channels/telegram/bot-api.ts'
import { openBotApi } from '../../../bot/channels/telegram/drivers.ts'
import { FakeBotApi } from '../../fakes/bot-api/fake-bot-api.ts'

describe.each(DRIVERS)('the Bot API by %s', (driver) => {
  async function open(patience = 10) {
    const fake = await FakeBotApi.open({ now: () => 0 })
    onTestFinished(() => fake.close())
    return { fake, api: openBotApi({ driver, token: fake.token, apiRoot: fake.root }, patience) }
  }

  const caught = (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined).catch((error: unknown) => error)

  it('answers a call', async () => {
    const { api } = await open()
    expect(await api.call('getMe', {})).toMatchObject({ username: 'LoketUjiBot' })
  })

  it('sends files, whatever is in them and in their names', async () => {
    const { fake, api } = await open()
    const siti = fake.person()
    siti.says('halo')
    const bytes = Buffer.from(Array.from({ length: 3000 }, (_, n) => n % 256))
    // A part of something larger: nothing of what is around it may go along.
    const upload = new Upload(new Uint8Array(bytes.buffer, bytes.byteOffset + 1000, 500), 'surat_çok.pdf')
    const asIs = { disable_content_type_detection: true } as const
    await api.call('sendDocument', { chat_id: siti.id, document: upload, ...asIs })
    const media = [upload, upload].map((one) => ({ type: 'document', media: one, ...asIs }) as const)
    await api.call('sendMediaGroup', { chat_id: siti.id, media })
    expect(siti.inbox.map(({ file }) => [file?.name, file?.bytes.equals(bytes.subarray(1000, 1500))])).toEqual(
      Array.from({ length: 3 }, () => ['surat_çok.pdf', true]),
    )
  })

  it('fails with a refusal that tells what it must, and shows nobody its words', async () => {
    const { fake, api } = await open()
    fake.faults.next('getMe', { is: 'refused', status: 429, description: `Too Many, bot${fake.token}, Siti`, retryAfter: 7 })
    const error = await caught(api.call('getMe', {}))
    expect(error).toBeInstanceOf(BotApiRefusal)
    expect(error).toMatchObject({ status: 429, retryAfter: 7 })
    expect((error as BotApiRefusal).speaksOf(/too many/i)).toBe(true)
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/Siti|Too Many|88123456/)
  })

  it.each(['cut', 'half-answered', 'gibberish'] as const)('fails at once when the answer is none: %s', async (is) => {
    const { fake, api } = await open()
    fake.faults.next('getMe', { is })
    const error = await caught(api.call('getMe', {}))
    expect(error).toBeInstanceOf(BotApiSilence)
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('88123456')
    // The next call has a connection of its own.
    expect(await api.call('getMe', {})).toMatchObject({ username: 'LoketUjiBot' })
  })

  it('fails when its patience ends, or whoever called has had enough', async () => {
    const { fake, api } = await open(0.05)
    fake.faults.next('getMe', { is: 'slow', ms: 2000 }, 2)
    expect(await caught(api.call('getMe', {}))).toBeInstanceOf(BotApiSilence)
    const end = new AbortController()
    const asked = caught(openBotApi({ driver, token: fake.token, apiRoot: fake.root }, 10).call('getMe', {}, end.signal))
    await vi.waitFor(() => expect(fake.count('getMe')).toBe(2))
    end.abort()
    expect(await asked).toBeInstanceOf(BotApiSilence)
    expect(await caught(api.call('getMe', {}, AbortSignal.abort()))).toBeInstanceOf(BotApiSilence)
  })

  it('reads an answer whole when its connection is closed behind it', async () => {
    const updates = Array.from({ length: 100 }, (_, n) => ({ update_id: n, message: { text: 'x'.repeat(8000) } }))
    const server = createServer((request, response) => {
      request.resume()
      response.writeHead(200, { connection: 'close' }).end(JSON.stringify({ ok: true, result: updates }))
    })
    onTestFinished(() => void server.close())
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const api = openBotApi({ driver, token: '1:x', apiRoot: `http://127.0.0.1:${port}` }, 10)
    const question = { offset: 0, limit: 100, timeout: 0, allowed_updates: [] }
    for (let n = 0; n < 5; n++) expect(await api.call('getUpdates', question)).toEqual(updates)
  })
})
