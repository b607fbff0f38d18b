import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { SendError, type Outgoing } from '../../../bot/channels/channel.ts'
import { fit } from '../../../bot/runtime/fit.ts'
import { outgoing } from '../../fakes/cloud-api/schemas.ts'
import { openChannel } from './open-channel.ts'

/** A channel, and somebody whose window is open. */
async function talking() {
  const open = await openChannel()
  const siti = open.api.person()
  siti.says('halo')
  await vi.waitFor(() => expect(open.got).toHaveLength(1))
  const to = siti.account.phone
  const send = (message: Partial<Outgoing>) => open.channel.send(to, { key: '7', text: 'halo', ...message })
  return { ...open, siti, to, send }
}

const rows = (count: number, label = 'Pilihan') =>
  Array.from({ length: count }, (_, i) => ({ id: `1.c${i}`, label: `${label} ${i}` }))

describe('a message', () => {
  it('is sent once for each key, without a preview that would open its link', async () => {
    const { send, siti, api } = await talking()
    const ids = await send({ text: 'https://loket.example.go.id/l/abc' })
    expect(await send({})).toEqual(ids)
    expect(siti.inbox).toMatchObject([{ id: ids[0], preview: false }])
    expect(api.count('send')).toBe(1)
  })

  it('with a long label tells it under the row', async () => {
    const { send, api } = await talking()
    const label = 'Pencatatan perubahan nama ayah di akta'
    await send({ buttons: { as: 'list', rows: [{ id: '1.a', label, hint: 'gratis' }, ...rows(4)] } })
    const title = 'Pencatatan perubahan na…'
    expect(api.calls.at(-1)?.body).toMatchObject({
      interactive: { action: { sections: [{ rows: [{ id: '1.a', title, description: `${label} – gratis` }, {}, {}, {}, {}] }] } },
    })
  })

  it('with buttons of the same label has them in a list, which WhatsApp takes', async () => {
    const { send, siti } = await talking()
    const same = [1, 2].map((n) => ({ id: `1.${n}`, label: 'Ya' }))
    await send({ buttons: { as: 'buttons', rows: same } })
    expect(siti.inbox.at(-1)?.keys.map(({ from }) => from)).toEqual(['list', 'list'])
  })

  it('with a photo is shown as one, and anything else as a document with its name', async () => {
    const { send, siti, api } = await talking()
    const bytes = Buffer.from('foto')
    await send({ key: '1', text: 'ini', file: { name: 'ktp.jpg', mime: 'image/jpeg', bytes } })
    await send({ key: '2', text: '', file: { name: 'akta "asli".pdf', mime: 'application/pdf', bytes } })
    await send({ key: '3', text: '', file: { name: 'besar.jpg', mime: 'image/jpeg', bytes: Buffer.alloc(5 * 2 ** 20 + 1, 1) } })
    expect(siti.inbox.map(({ text, file }) => [text, file?.name, file?.bytes.length])).toEqual([
      ['ini', 'ktp.jpg', 4],
      ['', 'akta "asli".pdf', 4],
      ['', 'besar.jpg', 5 * 2 ** 20 + 1],
    ])
    expect(api.calls.flatMap(({ body }) => (body as { type?: string } | undefined)?.type ?? [])).toEqual([
      'image',
      'document',
      'document',
    ])
  })

  it('with a photo and buttons has the buttons under it; a list is told in words', async () => {
    const { send, siti, api } = await talking()
    const file = { name: 'ktp.jpg', mime: 'image/jpeg', bytes: Buffer.from('foto') }
    await send({ key: '1', text: 'Kasus 7', file, buttons: { as: 'buttons', rows: rows(2) } })
    await send({ key: '2', text: 'Kasus 8', file: { ...file, mime: 'image/webp' }, buttons: { as: 'buttons', rows: rows(2) } })
    await send({ key: '3', text: 'Kasus 9', file, buttons: { as: 'list', rows: rows(4) } })
    expect(siti.inbox.map(({ text, file: shown, keys }) => [text, shown?.bytes.length, keys.length])).toEqual([
      ['Kasus 7', 4, 2],
      ['Kasus 8', 4, 2],
      ['Kasus 9\n\n• Pilihan 0\n• Pilihan 1\n• Pilihan 2\n• Pilihan 3', 4, 0],
    ])
    expect(api.count('upload')).toBe(3)
  })

  it('as the runtime fits it is always one that Meta documents', async () => {
    const { channel, send } = await talking()
    const label = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== '')
    const choices = fc.uniqueArray(label, { maxLength: 14 }).map((all) => all.map((one, i) => ({ id: `1.c${i}`, label: one })))
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6000 })
    let key = 0
    await fc.assert(
      fc.asyncProperty(text, choices, fc.boolean(), async (words, some, shares) => {
        const message = { text: words, choices: some, ...(shares && { contact: 'Kirim nomor' }) }
        for (const part of fit(`k${key++}`, message, channel.capabilities, undefined)) await send(part)
      }),
      { numRuns: 60, examples: [['x'.repeat(10_000), rows(3, 'Ya'), false]] },
    )
  })

  it('is one that Meta documents also with a file, and to somebody whose number is hidden', async () => {
    const { api, got, channel } = await openChannel()
    const siti = api.person({ hidesNumber: true })
    siti.says('halo')
    await vi.waitFor(() => expect(got).toHaveLength(1))
    const files = [{ name: 'ktp.jpg', mime: 'image/jpeg', bytes: Buffer.from('foto') }]
    let key = 0
    for (const length of [0, 900, 1000, 1024, 1025, 5000])
      for (const count of [0, 1, 3, 4, 10, 12])
        for (const label of ['Ya', 'Pencatatan perubahan nama ayah di akta'])
          for (const more of [{}, { contact: 'Kirim nomor' }])
            for (const sent of [[], files]) {
              // Without words there is nothing to choose.
              if (length === 0 && (sent.length === 0 || count > 0 || 'contact' in more)) continue
              const message = { text: 'x'.repeat(length), choices: rows(count, label), ...more }
              for (const part of fit(`k${key++}`, message, channel.capabilities, sent))
                await channel.send(siti.account.userId, part)
            }
    expect(key).toBeGreaterThan(200)
  })

  it('with a file and more choices than buttons has its list below the file', async () => {
    const { send, siti, channel } = await talking()
    const file = { name: 'ktp.jpg', mime: 'image/jpeg', bytes: Buffer.from('foto') }
    for (const part of fit('1', { text: 'Kasus 9', choices: rows(5) }, channel.capabilities, [file])) await send(part)
    expect(siti.inbox.map(({ text, file: shown, keys }) => [text, shown?.name, keys.length])).toEqual([
      ['', 'ktp.jpg', 0],
      ['Kasus 9', undefined, 5],
    ])
  })

  it('is refused at once for an address of another platform', async () => {
    const { channel, api } = await talking()
    for (const address of ['', 'siti', '../me', '+62811', '0811', 'ID.x/../y'])
      await expect(channel.send(address, { key: '1', text: 'x' })).rejects.toMatchObject({ failure: { kind: 'final' } })
    expect(api.count('send')).toBe(0)
  })

  it('can be sent to a number: its chat is its digits', async () => {
    const { channel } = await talking()
    expect(await channel.addressOf('+6281200000001')).toBe('6281200000001')
    expect(await channel.addressOf('siti')).toBeUndefined()
  })
})

describe('a refusal', () => {
  it.each([
    [4, { kind: 'throttled' }],
    [80007, { kind: 'throttled' }],
    [130429, { kind: 'throttled', retryAfterMs: 2000 }],
    [131048, { kind: 'throttled' }],
    [131056, { kind: 'throttled', retryAfterMs: 6000 }],
    [133016, { kind: 'throttled' }],
    [131053, { kind: 'retryable' }],
    [131000, { kind: 'retryable' }],
    [131026, { kind: 'contact-stopped' }],
    [131051, { kind: 'final', code: 'whatsapp-131051' }],
    [100, { kind: 'final', code: 'whatsapp-100' }],
    [190, { kind: 'account-down' }],
    [368, { kind: 'account-down' }],
    [131031, { kind: 'account-down' }],
    [131037, { kind: 'account-down' }],
    [131042, { kind: 'account-down' }],
    [200, { kind: 'account-down' }],
  ])('with code %i means %j', async (code, failure) => {
    const { api, send, siti } = await talking()
    api.faults.next('send', { is: 'refused', status: 400, code })
    const error = await send({}).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(SendError)
    expect(error).toMatchObject({ failure })
    await send({})
    expect(siti.inbox).toHaveLength(1)
  })

  it.each(['cut', 'half-answered', 'gibberish'] as const)(
    'that is none, but trouble on the way (%s), is tried again',
    async (is) => {
      const { api, send } = await talking()
      api.faults.next('send', { is })
      await expect(send({})).rejects.toMatchObject({ failure: { kind: 'retryable' } })
    },
  )

  it('without a code is known by its status', async () => {
    const { api, send } = await talking()
    for (const [status, kind] of [
      [500, 'retryable'],
      [503, 'retryable'],
      [429, 'throttled'],
      [401, 'account-down'],
      [400, 'final'],
    ] as const) {
      api.faults.next('send', { is: 'refused', status, code: 0 })
      await expect(send({})).rejects.toMatchObject({ failure: { kind } })
    }
  })

  it('with a code that nobody knows is one for now where the server says that it is its own fault', async () => {
    const { api, send } = await talking()
    for (const [status, failure] of [
      [503, { kind: 'retryable' }],
      [500, { kind: 'retryable' }],
      [400, { kind: 'final', code: 'whatsapp-199999' }],
    ] as const) {
      api.faults.next('send', { is: 'refused', status, code: 199_999 })
      await expect(send({})).rejects.toMatchObject({ failure })
    }
  })

  it('of a number id that is not there, or not ours, holds messages back and is told', async () => {
    const { channel, got, api, logLines, troubles } = await openChannel({ phoneNumberId: '999999999999999' })
    await vi.waitFor(() => expect(logLines.join('')).toMatch(/"reason":"number-unknown".*lets nothing be sent/))
    await expect(channel.send('628110000001', { key: '1', text: 'x' })).rejects.toMatchObject({
      failure: { kind: 'account-down' },
    })
    expect([troubles, got, api.count('send')]).toEqual([['number-unknown'], [], 0])
  })

  it('of an upload is one of the message', async () => {
    const { api, send } = await talking()
    api.faults.next('upload', { is: 'refused', status: 400, code: 131053 })
    const file = { name: 'a.pdf', mime: 'application/pdf', bytes: Buffer.from('x') }
    await expect(send({ file })).rejects.toMatchObject({ failure: { kind: 'retryable' } })
  })

  it('of the whole account is told to the operator once, by its reason', async () => {
    const { api, send, logLines } = await talking()
    const told = () =>
      logLines
        .filter((line) => line.includes('lets nothing be sent'))
        .map((line) => (JSON.parse(line) as { reason: string }).reason)
    for (let n = 0; n < 3; n++) {
      api.faults.next('send', { is: 'refused', status: 403, code: 131031 })
      await send({}).catch(() => undefined)
    }
    expect(told()).toEqual(['account-restricted'])
    await send({})
    api.faults.next('send', { is: 'refused', status: 401, code: 190 })
    await send({ key: '8' }).catch(() => undefined)
    expect(told()).toEqual(['account-restricted', 'token-refused'])
    expect(logLines.join('')).not.toContain(api.token)
  })
})

describe('a status', () => {
  const told = async (...statuses: readonly (readonly [status: string, code?: number])[]) => {
    const open = await talking()
    const [id] = await open.send({})
    for (const [status, code] of statuses) {
      const errors = code === undefined ? {} : { errors: [{ code }] }
      open.api.tellStatus(open.siti.account, { id: `${id}x`, status, biz_opaque_callback_data: '7.1', ...errors })
    }
    await vi.waitFor(() => expect(open.api.webhook.pending).toBe(0))
    return open
  }

  it('that a message has failed is told, and whether its reader can be reached at all', async () => {
    expect((await told(['sent'], ['failed', 131026])).failed).toEqual([{ key: '7.1', code: 'contact-stopped', stopped: true }])
    expect((await told(['failed', 131051])).failed).toEqual([{ key: '7.1', code: 'whatsapp-131051', stopped: false }])
  })

  it.each([
    ['a file that was not taken at once', 131053, 30_000],
    ['an error that nobody knows', 131000, 30_000],
    ['too many messages', 131056, 6000],
    ['a day that is over', 131047, 0],
    ['an account that has to pay first', 131042, 0],
  ])('that it failed for a passing reason has it sent again: %s', async (_why, code, againAfterMs) => {
    const { failed, send, siti } = await told(['failed', code])
    expect(failed).toMatchObject([{ key: '7.1', stopped: false, againAfterMs }])
    if (code !== 131047) await send({ key: '7.1' })
    expect(siti.inbox.filter(({ template }) => template === undefined)).toHaveLength(code === 131047 ? 1 : 2)
  })

  it('counts only when it goes further than what was known', async () => {
    expect((await told(['read'], ['delivered'], ['sent'], ['failed', 131026])).failed).toEqual([])
    const twice = await told(['failed', 131026], ['failed', 131026], ['sent'])
    expect(twice.failed).toHaveLength(1)
    expect(twice.arrived).toEqual([])
  })

  it('that it has arrived after all undoes a failure', async () => {
    const { failed, arrived } = await told(['failed', 131026], ['delivered'])
    expect([failed.length, arrived]).toEqual([1, ['7.1']])
  })

  it('comes again when it could not be noted', async () => {
    let tries = 0
    const open = await openChannel({
      failedLater: async () => {
        if (++tries < 3) throw new Error('not noted as sent yet')
      },
    })
    open.api.tellStatus(open.api.person().account, {
      id: 'x',
      status: 'failed',
      biz_opaque_callback_data: '7',
      errors: [{ code: 1 }],
    })
    await vi.waitFor(() => expect(open.api.webhook.pending).toBe(0))
    expect(tries).toBe(3)
    expect(open.api.webhook.answers).toEqual([503, 503, 200])
  })
})

it('the shapes that the fake takes are strict', () => {
  const text = { messaging_product: 'whatsapp', to: '628110000001', type: 'text', text: { body: 'x' } }
  expect(outgoing.safeParse(text).success).toBe(true)
  expect(outgoing.safeParse({ ...text, extra: 1 }).success).toBe(false)
  expect(outgoing.safeParse({ ...text, to: undefined }).success).toBe(false)
})

it('invites by a link, once Meta has told our number', async () => {
  const { channel } = await openChannel()
  await vi.waitFor(() => expect(channel.invite('HUBUNGKAN 123456')).toBe('https://wa.me/15550001111?text=HUBUNGKAN%20123456'))
})
