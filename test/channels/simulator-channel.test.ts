import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FileTooLarge, SendError, type Arrival } from '../../bot/channels/channel.ts'
import { openPlatform, temporaryFolder, type Platform } from './simulator-platform.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let platform: Platform
beforeEach(async () => {
  folder = await temporaryFolder()
  platform = await openPlatform(folder.path)
})
afterEach(async () => {
  await platform.close()
  await folder.remove()
})

const text = (words: string, replyTo?: number) => ({ kind: 'text' as const, text: words, replyTo })

/** Starts the channel with a sink that keeps what it gets. */
async function listening(): Promise<Arrival[]> {
  const got: Arrival[] = []
  await platform.channel.start(async (arrivals) => void got.push(...arrivals))
  return got
}

const messagesOf = async (phoneId: string) => (await platform.store.older(phoneId, Number.MAX_SAFE_INTEGER)).messages

describe('what a phone sends', () => {
  it('reaches the sink with the number that the platform vouches for, and gets its second tick', async () => {
    const got = await listening()
    const taken = await platform.channel.type(platform.siti.id, 'a', text('halo'))
    await vi.waitFor(() => expect(got).toHaveLength(1))
    expect(taken).toMatchObject({ status: 'pending', direction: 'in', key: 'a' })
    expect(got[0]).toEqual({
      account: 'simulator',
      address: platform.siti.id,
      id: String((taken as { id: number }).id),
      event: { kind: 'text', text: 'halo' },
      provenPhone: '+6281200000001',
    })
    await vi.waitFor(async () => expect(await messagesOf(platform.siti.id)).toMatchObject([{ status: 'received' }]))
    await vi.waitFor(() =>
      expect(platform.changes.filter(({ type }) => type === 'message')).toMatchObject([
        { message: { status: 'pending' } },
        { message: { status: 'received' } },
      ]),
    )
  })

  it('is one message when the browser repeats it', async () => {
    const got = await listening()
    const once = await platform.channel.type(platform.siti.id, 'a', text('halo'))
    const twice = await platform.channel.type(platform.siti.id, 'a', text('halo'))
    const other = await platform.channel.type(platform.budi.id, 'a', text('halo'))
    await platform.channel.stop()
    expect((twice as { id: number }).id).toBe((once as { id: number }).id)
    expect(got.map(({ address }) => address).sort()).toEqual([platform.siti.id, platform.budi.id].sort())
    expect(other).not.toBe(once)
  })

  it('is handed over in the order it was typed, also after the sink has failed', async () => {
    const got: string[] = []
    let failures = 3
    await platform.channel.start(async (arrivals) => {
      if (failures-- > 0) throw new Error('not now')
      for (const { event } of arrivals) got.push((event as { text: string }).text)
    })
    const typed = Array.from({ length: 120 }, (_, i) => String(i))
    for (const words of typed) await platform.channel.type(platform.siti.id, words, text(words))
    await vi.waitFor(() => expect(got).toEqual(typed))
  })

  it('survives a crash between the sink and our mark: it comes again with the same id', async () => {
    const first: Arrival[] = []
    await platform.channel.start(async (arrivals) => {
      first.push(...arrivals)
      throw new Error('killed here')
    })
    await platform.channel.type(platform.siti.id, 'a', text('halo'))
    await vi.waitFor(() => expect(first.length).toBeGreaterThan(0))
    await platform.close()
    platform = await openPlatform(folder.path)
    const second = await listening()
    await vi.waitFor(() => expect(second).toHaveLength(1))
    expect(second[0]).toEqual(first[0])
  })

  it('waits while the channel is stopped', async () => {
    const got = await listening()
    await platform.channel.stop()
    await platform.channel.type(platform.siti.id, 'a', text('halo'))
    expect(got).toEqual([])
    expect(await messagesOf(platform.siti.id)).toMatchObject([{ status: 'pending' }])
    const again = await listening()
    await vi.waitFor(() => expect(again).toHaveLength(1))
  })

  it('is not tried again once the channel is stopped', async () => {
    let tries = 0
    await platform.channel.start(() => Promise.reject(new Error(`no ${++tries}`)))
    await platform.channel.type(platform.siti.id, 'a', text('halo'))
    await vi.waitFor(() => expect(tries).toBeGreaterThan(2))
    const scheduled = vi.spyOn(globalThis, 'setTimeout')
    await platform.channel.stop()
    const after = tries
    // A second stop passes through everything that could still be under way.
    await platform.channel.stop()
    await messagesOf(platform.siti.id)
    expect(tries).toBe(after)
    // The database's own time limits are longer than our millisecond.
    expect(scheduled.mock.calls.filter(([, wait]) => wait === 1)).toEqual([])
  })

  it('keeps a quoted message of Loket as replyTo, and none of the person’s own', async () => {
    const got = await listening()
    const [sent] = await platform.channel.send(platform.siti.id, { key: '1', text: 'Siapa nama Anda?' })
    const own = await platform.channel.type(platform.siti.id, 'a', text('Siti', Number(sent)))
    await platform.channel.type(platform.siti.id, 'b', text('eh, Siti Aminah', (own as { id: number }).id))
    await vi.waitFor(() => expect(got).toHaveLength(2))
    expect(got.map(({ replyTo }) => replyTo)).toEqual([sent, undefined])
  })

  it('takes a button only from a message that has it, however old', async () => {
    const got = await listening()
    const rows = [{ id: 'setuju:7', label: 'Setujui' }]
    const [first] = await platform.channel.send(platform.ratna.id, { key: '1', text: '?', buttons: { as: 'buttons', rows } })
    await platform.channel.send(platform.ratna.id, { key: '2', text: 'yang baru', buttons: { as: 'buttons', rows: [] } })
    const tap = (id: string, of: number, phone = platform.ratna.id) =>
      platform.channel.type(phone, `${id}${of}`, { kind: 'choice', id, of })
    expect(await tap('setuju:7', Number(first))).toMatchObject({ body: { kind: 'choice', label: 'Setujui' } })
    expect(await tap('tolak:7', Number(first))).toBe('no-button')
    expect(await tap('setuju:7', Number(first), platform.joko.id)).toBe('no-button')
    await vi.waitFor(() => expect(got).toHaveLength(1))
    expect(got[0]).toMatchObject({ event: { kind: 'choice', id: 'setuju:7' }, replyTo: first })
  })

  it('hands over a file by reference, and its bytes up to a limit', async () => {
    const got = await listening()
    const bytes = Buffer.from('isi berkas yang dapat dicari')
    const file = { id: await platform.media.save(bytes), name: 'ktp.jpg', mime: 'image/jpeg' }
    await platform.channel.type(platform.siti.id, 'a', { kind: 'file', as: 'photo', file, caption: 'ini' })
    await vi.waitFor(() => expect(got).toHaveLength(1))
    const event = {
      kind: 'file',
      file: { ref: file.id, as: 'photo', name: 'ktp.jpg', mime: 'image/jpeg', size: 28, caption: 'ini' },
    }
    expect(got[0]?.event).toEqual(event)
    expect(await platform.channel.fetch(file.id, 28)).toEqual(bytes)
    await expect(platform.channel.fetch(file.id, 27)).rejects.toThrow(FileTooLarge)
    await expect(platform.channel.fetch('../loket.db', 1e6)).rejects.toThrow('no such media')
    expect(await platform.channel.type(platform.siti.id, 'b', { kind: 'file', as: 'photo', file: { ...file, id: 'x' } })).toBe(
      'no-file',
    )
  })

  it('is carried as it was typed, whatever it is', async () => {
    const got = await listening()
    const hostile = [
      "'; DROP TABLE SimulatorMessage;--",
      '<img src=x onerror=alert(1)>',
      '\u0000\u0007',
      '\u202Egnp.exe',
      '👩🏽‍💻',
      '१२३',
      'x'.repeat(10_000),
    ]
    const any = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 })
    let key = 0
    await fc.assert(
      fc.asyncProperty(any, async (words) => {
        await platform.channel.type(platform.siti.id, String(key++), text(words))
        await vi.waitFor(() => expect(got.at(-1)?.event).toEqual({ kind: 'text', text: words }))
      }),
      { numRuns: 30, examples: hostile.map((words) => [words]) },
    )
    await platform.channel.type(platform.siti.id, 'half', text('a\uD83Db'))
    await vi.waitFor(() => expect(got.at(-1)?.event).toEqual({ kind: 'text', text: 'a\uFFFDb' }))
  })

  it('is refused from a phone that is gone', async () => {
    await platform.store.removePhone(platform.siti.id)
    expect(await platform.channel.type(platform.siti.id, 'a', text('halo'))).toBe('no-phone')
  })
})

describe('what Loket sends', () => {
  it('can be sent to a number: its chat is the phone that has it, and none when no phone does', async () => {
    const { channel, store, siti, budi } = platform
    expect(await channel.addressOf(siti.phone)).toBe(siti.id)
    expect(await channel.addressOf('+6281299999999')).toBeUndefined()
    await store.removePhone(budi.id)
    expect(await channel.addressOf(budi.phone)).toBeUndefined()
  })

  it('is in the chat once per key, with the same platform id for every try', async () => {
    const file = { name: 'a.pdf', mime: 'application/pdf', bytes: Buffer.from('pdf') }
    const first = await platform.channel.send(platform.siti.id, { key: '1', text: 'halo', file })
    const second = await platform.channel.send(platform.siti.id, { key: '1', text: 'halo', file })
    expect(second).toEqual(first)
    expect(await messagesOf(platform.siti.id)).toMatchObject([{ id: Number(first[0]), direction: 'out', body: { text: 'halo' } }])
    expect(await readdir(join(folder.path, 'simulator'))).toHaveLength(1)
    expect(platform.changes.filter(({ type }) => type === 'message')).toHaveLength(1)
  })

  it('removes a secret from the chat before it says so, and the file with it', async () => {
    await listening()
    const secret = await platform.channel.type(platform.siti.id, 'a', text('rahasia123'))
    const file = { id: await platform.media.save(Buffer.from('foto')), name: 'a.jpg', mime: 'image/jpeg' }
    const photo = await platform.channel.type(platform.siti.id, 'b', { kind: 'file', as: 'photo', file })
    for (const [key, message] of Object.entries({ 1: secret, 2: photo }))
      await platform.channel.send(platform.siti.id, {
        key,
        text: 'terima kasih',
        deleteInbound: String((message as { id: number }).id),
      })
    const chat = await messagesOf(platform.siti.id)
    expect(chat.map(({ body }) => body.kind)).toEqual(['deleted', 'deleted', 'sent', 'sent'])
    expect(JSON.stringify(chat)).not.toContain('rahasia')
    expect(await platform.media.size(file.id)).toBeUndefined()
    expect(platform.changes.slice(-2)).toMatchObject([
      { message: { body: { kind: 'deleted' } } },
      { message: { body: { kind: 'sent' } } },
    ])
  })

  it('never deletes a message of another phone, nor its own', async () => {
    await listening()
    const other = await platform.channel.type(platform.budi.id, 'a', text('halo'))
    const [own] = await platform.channel.send(platform.siti.id, { key: '1', text: 'halo' })
    for (const id of [String((other as { id: number }).id), String(own)])
      await platform.channel.send(platform.siti.id, { key: `x${id}`, text: 'x', deleteInbound: id })
    expect(await messagesOf(platform.budi.id)).toMatchObject([{ body: { kind: 'text' } }])
    expect((await messagesOf(platform.siti.id)).every(({ body }) => body.kind === 'sent')).toBe(true)
  })

  it.each([
    ['too long a text', { text: 'x'.repeat(4097) }, 'text-too-long'],
    ['too long a caption', { text: 'x'.repeat(1025), file: { name: 'a', mime: 'b', bytes: new Uint8Array(1) } }, 'text-too-long'],
    ['too large a file', { text: '', file: { name: 'a', mime: 'b', bytes: new Uint8Array(25 * 2 ** 20 + 1) } }, 'file-too-large'],
    ['four buttons', { text: '?', buttons: { as: 'buttons' as const, rows: rowsOf(4) } }, 'too-many-buttons'],
    ['eleven rows', { text: '?', buttons: { as: 'list' as const, rows: rowsOf(11) } }, 'too-many-buttons'],
    [
      'a long button id',
      { text: '?', buttons: { as: 'list' as const, rows: [{ id: 'é'.repeat(33), label: 'a' }] } },
      'button-id-too-long',
    ],
  ])('is refused for good with %s, as WhatsApp would', async (_what, message, code) => {
    await expect(platform.channel.send(platform.siti.id, { key: '1', ...message })).rejects.toMatchObject({
      failure: { kind: 'final', code },
    })
    expect(await messagesOf(platform.siti.id)).toEqual([])
  })

  it('says that the person has left when the phone is removed', async () => {
    await platform.store.removePhone(platform.siti.id)
    const send = platform.channel.send(platform.siti.id, {
      key: '1',
      text: 'halo',
      file: { name: 'a', mime: 'b', bytes: new Uint8Array(1) },
    })
    await expect(send).rejects.toEqual(new SendError({ kind: 'contact-stopped' }))
    expect(await readdir(join(folder.path, 'simulator'))).toEqual([])
  })

  it('shows that an answer is on its way', () => {
    platform.channel.typing(platform.siti.id)
    expect(platform.changes.at(-1)).toEqual({ type: 'typing', phoneId: platform.siti.id })
  })
})

describe('the memory of the simulator', () => {
  it('has two citizens and two officers from the first start on, once', async () => {
    await platform.store.removePhone(platform.joko.id)
    await platform.close()
    platform = await openPlatform(folder.path)
    expect((await platform.store.phones()).map(({ name, role, phone }) => [name, role, phone])).toEqual([
      ['Siti (warga)', 'citizen', '+6281200000001'],
      ['Budi (warga)', 'citizen', '+6281200000002'],
      ['Ibu Ratna (petugas)', 'officer', '+6281200000003'],
    ])
  })

  it('never gives a number twice', async () => {
    const dewi = await platform.store.addPhone('Dewi', 'citizen')
    await platform.store.removePhone(dewi.id)
    expect((await platform.store.addPhone('Agus', 'citizen')).phone).toBe('+6281200000006')
  })

  it('forgets a removed phone, its chat and its files', async () => {
    await listening()
    const file = { id: await platform.media.save(Buffer.from('foto')), name: 'a.jpg', mime: 'image/jpeg' }
    await platform.channel.type(platform.siti.id, 'a', { kind: 'file', as: 'photo', file })
    expect(await platform.store.removePhone(platform.siti.id)).toEqual([file.id])
    expect(await platform.store.removePhone(platform.siti.id)).toBeUndefined()
    expect(await messagesOf(platform.siti.id)).toEqual([])
  })

  it('pages through a long chat without a gap', async () => {
    for (let i = 0; i < 130; i++) await platform.channel.send(platform.siti.id, { key: String(i), text: String(i) })
    const newest = (await platform.store.snapshot()).chats.find(({ phoneId }) => phoneId === platform.siti.id)
    const oldest = await platform.store.older(platform.siti.id, newest?.messages[0]?.id ?? 0)
    expect([newest?.more, oldest.more]).toEqual([true, false])
    const all = [...oldest.messages, ...(newest?.messages ?? [])].map(({ body }) => (body as { text: string }).text)
    expect(all).toEqual(Array.from({ length: 130 }, (_, i) => String(i)))
  })

  it('keeps no words and no picture readable on the disk', async () => {
    await listening()
    await platform.channel.type(platform.siti.id, 'a', text('kata-yang-dicari'))
    await platform.media.save(Buffer.from('gambar-yang-dicari'))
    await platform.mail.send('siti@contoh.id', { key: 'm', subject: 'judul-yang-dicari', text: 'isi' })
    await platform.close()
    for (const name of await readdir(folder.path, { recursive: true })) {
      const content = name === 'simulator' ? '' : await readFile(join(folder.path, name), 'latin1')
      expect(content).not.toMatch(/yang-dicari|contoh\.id/)
    }
    platform = await openPlatform(folder.path)
  })
})

describe('e-mail', () => {
  it('goes to the mailbox, once per key', async () => {
    const file = { name: 'a.pdf', mime: 'application/pdf', bytes: Buffer.from('pdf') }
    const first = await platform.mail.send('siti@contoh.id', { key: 'm', subject: 'Aktivasi', text: 'https://contoh.id', file })
    expect(
      await platform.mail.send('siti@contoh.id', { key: 'm', subject: 'Aktivasi', text: 'https://contoh.id', file }),
    ).toEqual(first)
    expect((await platform.store.snapshot()).mails).toMatchObject([
      { to: 'siti@contoh.id', subject: 'Aktivasi', text: 'https://contoh.id', file: { name: 'a.pdf' }, read: false },
    ])
    expect(platform.changes.filter(({ type }) => type === 'mail')).toHaveLength(1)
    expect(await readdir(join(folder.path, 'simulator'))).toHaveLength(1)
    expect(await platform.store.readMail(Number(first[0]))).toMatchObject({ read: true })
  })

  it.each(['', 'siti', 'a@b\nBcc: c@d', 'a b@c', '@', 'x@' + 'y'.repeat(300)])(
    'refuses the address %j for good',
    async (address) => {
      await expect(platform.mail.send(address, { key: 'm', text: 'x' })).rejects.toMatchObject({ failure: { kind: 'final' } })
    },
  )

  it('receives nothing', async () => {
    await platform.mail.start()
    await expect(platform.mail.fetch()).rejects.toThrow('no e-mail is ever received')
    await platform.mail.stop()
  })
})

function rowsOf(count: number) {
  return Array.from({ length: count }, (_, i) => ({ id: String(i), label: String(i) }))
}
