import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it, onTestFinished } from 'vitest'
import { FileTooLarge, type Outgoing } from '../../../bot/channels/channel.ts'
import { fit } from '../../../bot/runtime/fit.ts'
import { byEachDriver } from './small-counter.ts'

byEachDriver((openChannel) => {
  async function openChat() {
    const opened = await openChannel()
    await opened.start()
    const siti = opened.api.person()
    siti.says('halo')
    await opened.arrivals(1)
    let key = 0
    const send = (message: Partial<Outgoing>) =>
      opened.channel.send(String(siti.id), { key: String(++key), text: 'halo', ...message })
    return { ...opened, siti, send }
  }

  const image = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .png()
      .toBuffer()

  describe('a message', () => {
    it('shows in bold what stands between stars, and nothing else as markup', async () => {
      const { siti, send } = await openChat()
      await send({ text: 'Halo *Siti Aminah*, <b>ketik</b> *ubah 3* atau _x_. 2*3*4 * * [a](b) *\n*' })
      expect(siti.inbox[0]).toMatchObject({
        text: 'Halo Siti Aminah, <b>ketik</b> ubah 3 atau _x_. 2*3*4 * * [a](b) *\n*',
        bold: ['Siti Aminah', 'ubah 3'],
      })
    })

    it('has its buttons side by side, or in a list below each other', async () => {
      const { siti, send, api } = await openChat()
      const rows = ['Setujui', 'Tolak', 'Minta perbaikan'].map((label, n) => ({ id: `/${n}`, label }))
      await send({ buttons: { as: 'buttons', rows } })
      await send({ buttons: { as: 'list', rows: rows.map((row) => ({ ...row, hint: 'sekarang' })) } })
      expect(siti.inbox.map(({ keys }) => keys.map(({ label }) => label))).toEqual([
        ['Setujui', 'Tolak', 'Minta perbaikan'],
        ['Setujui – sekarang', 'Tolak – sekarang', 'Minta perbaikan – sekarang'],
      ])
      expect(api.people.chat(siti.id)?.keyboard).toEqual([])
    })

    it('asks for the number with a keyboard, which the next message takes away', async () => {
      const { siti, send } = await openChat()
      await send({ contact: 'Kirim nomor saya', buttons: { as: 'buttons', rows: [{ id: '3.~keep', label: 'Tetap yang lama' }] } })
      expect(siti.chat.keyboard).toEqual([{ label: 'Kirim nomor saya', asksContact: true }, { label: 'Tetap yang lama' }])
      await send({})
      expect(siti.chat.keyboard).toEqual([])
    })

    it('with an image is a photo, with anything else a file; its bytes arrive as they are', async () => {
      const { siti, send } = await openChat()
      const bytes = await image()
      await send({ file: { name: 'ktp.png', mime: 'image/png', bytes } })
      await send({
        text: '',
        file: { name: 'data saya; "rahasia"\r\nx.json', mime: 'application/json', bytes: Buffer.from('{}') },
      })
      // what calls itself an image and is none
      await send({ file: { name: 'x.jpg', mime: 'image/jpeg', bytes: Buffer.from('no image') } })
      expect(siti.inbox.map(({ file }) => [file?.as, file?.name, file?.bytes.length])).toEqual([
        ['photo', 'ktp.png', bytes.length],
        ['document', 'data_saya_rahasia_x.json', 2],
        ['document', 'x.jpg', 8],
      ])
      expect(siti.inbox[0]?.file?.bytes).toEqual(bytes)
    })

    it('with several files is one album, with the words on its first; its bytes arrive as they are', async () => {
      const { api, siti, send } = await openChat()
      const bytes = await image()
      const files = ['a.png', 'b.png', 'c.png'].map((name, n) => ({
        name,
        mime: 'image/png',
        bytes: Buffer.concat([bytes, Buffer.alloc(n)]),
      }))
      const [file, ...album] = files
      const ids = await send({ text: 'Dokumen *REG-1*', ...(file && { file }), album, protect: true })
      expect(ids).toEqual(siti.inbox.map(({ id }) => String(id)))
      expect(siti.inbox.map(({ file: got, text, bold, isProtected }) => [got?.as, got?.name, text, bold, isProtected])).toEqual([
        ['photo', 'a.png', 'Dokumen REG-1', ['REG-1'], true],
        ['photo', 'b.png', '', [], true],
        ['photo', 'c.png', '', [], true],
      ])
      expect(siti.inbox.map(({ file: got }) => got?.bytes)).toEqual(files.map((one) => one.bytes))
      expect(new Set(siti.inbox.map((one) => one.album)).size).toBe(1)
      expect(api.count('sendMediaGroup')).toBe(1)
    })

    it.each([
      ['a file that is no image', 'application/pdf', '%PDF-1.7'],
      ['what calls itself an image and is none', 'image/png', 'no image'],
    ])('with an album that has %s in it is an album of files, sent once', async (_what, mime, content) => {
      const { siti, send } = await openChat()
      const file = { name: 'a.png', mime: 'image/png', bytes: await image() }
      await send({ file, album: [{ name: 'b.pdf', mime, bytes: Buffer.from(content) }] })
      expect(siti.inbox.map(({ file: got, text }) => [got?.as, got?.name, text])).toEqual([
        ['document', 'a.png', 'halo'],
        ['document', 'b.pdf', ''],
      ])
    })

    it('with an album that failed comes whole at the next try, and what had gone before it not again', async () => {
      const { api, siti, channel, send } = await openChat()
      const png = await image()
      const files = Array.from({ length: 12 }, (_, n) => ({ name: `${n}.png`, mime: 'image/png', bytes: png }))
      const sendAll = async () => {
        for (const part of fit('9', { text: 'Dokumen' }, channel.capabilities, files)) await send(part)
      }
      api.faults.next('sendMediaGroup', { is: 'refused', status: 429, description: 'Too Many Requests', retryAfter: 3 })
      await expect(sendAll()).rejects.toMatchObject({ failure: { kind: 'throttled', retryAfterMs: 3000 } })
      expect(siti.inbox).toEqual([])
      await send({ key: 'first', text: 'yang pertama' })
      const [first, second] = fit('9', { text: 'Dokumen' }, channel.capabilities, files)
      await send(first ?? {})
      api.faults.next('sendMediaGroup', { is: 'cut' })
      await expect(send(second ?? {})).rejects.toMatchObject({ failure: { kind: 'retryable' } })
      await sendAll()
      expect(siti.inbox.slice(1).map(({ file }) => file?.name)).toEqual(files.map(({ name }) => name))
    })

    it('is protected where that is asked, and removes the secret that it answers', async () => {
      const { siti, send, got } = await openChat()
      siti.says('kata kunci saya')
      const secret = got[0]?.id ?? ''
      await send({ protect: true, deleteInbound: secret })
      expect(siti.own.map(({ text }) => text)).toEqual(['kata kunci saya'])
      expect(siti.inbox[0]?.isProtected).toBe(true)
      // gone already: no failure
      await send({ deleteInbound: secret })
      await send({ deleteInbound: '700000009' })
      expect(siti.inbox).toHaveLength(3)
    })

    it('is sent once for a key, in parts as much as whole', async () => {
      const { siti, send, channel } = await openChat()
      const first = await send({ key: '7', text: 'satu' })
      expect(await send({ key: '7', text: 'satu' })).toEqual(first)
      for (const part of fit('8', { text: 'kata '.repeat(2000) }, channel.capabilities)) await send(part)
      expect(siti.inbox).toHaveLength(4)
      expect(
        siti.inbox
          .slice(1)
          .map(({ text }) => text)
          .join(' '),
      ).toBe('kata '.repeat(2000).trimEnd() + ' ')
    })
  })

  describe('a send that fails', () => {
    it.each([
      [
        '429',
        { status: 429, description: 'Too Many Requests: retry after 7', retryAfter: 7 },
        { kind: 'throttled', retryAfterMs: 7000 },
      ],
      ['403', { status: 403, description: 'Forbidden: user is deactivated' }, { kind: 'contact-stopped' }],
      ['401', { status: 401, description: 'Unauthorized' }, { kind: 'account-down' }],
      ['404', { status: 404, description: 'Not Found' }, { kind: 'account-down' }],
      ['500', { status: 500, description: 'Internal Server Error' }, { kind: 'retryable' }],
      ['400', { status: 400, description: 'Bad Request: message is too long' }, { kind: 'final', code: 'text-too-long' }],
      ['a new kind of 400', { status: 400, description: 'Bad Request: WHO_KNOWS Siti' }, { kind: 'final', code: 'refused' }],
    ])('says what kind of failure it was: %s', async (_name, refusal, failure) => {
      const { api, send } = await openChat()
      api.faults.next('sendMessage', { is: 'refused', ...refusal })
      await expect(send({})).rejects.toMatchObject({ failure })
    })

    it.each(['cut', 'half-answered', 'gibberish'] as const)('may be tried again: %s', async (is) => {
      const { api, send } = await openChat()
      api.faults.next('sendMessage', { is })
      await expect(send({})).rejects.toMatchObject({ failure: { kind: 'retryable' } })
      await expect(send({})).resolves.toHaveLength(1)
    })

    it('is final to a chat that never began, and stops with a person who has blocked the bot', async () => {
      const { api, channel, siti, send } = await openChat()
      const message = { key: 'x', text: 'halo' }
      await expect(channel.send('999', message)).rejects.toMatchObject({ failure: { kind: 'final', code: 'chat-not-found' } })
      await expect(channel.send('siti', message)).rejects.toMatchObject({ failure: { kind: 'final' } })
      siti.blocks()
      await expect(send({})).rejects.toMatchObject({ failure: { kind: 'contact-stopped' } })
      expect(() => channel.typing(String(api.person().id))).not.toThrow()
    })
  })

  describe('a file of a server of one’s own', () => {
    const bytes = Buffer.from('the bytes of a photo')

    async function openLocal(folderOf: (base: string, token: string) => string) {
      const opened = await openChat()
      const base = await mkdtemp(join(tmpdir(), 'loket-bot-api-'))
      onTestFinished(() => rm(base, { recursive: true, force: true }))
      const folder = folderOf(base, opened.api.token)
      await mkdir(join(folder, 'photos'), { recursive: true })
      await writeFile(join(folder, 'photos', 'file_1'), bytes)
      opened.api.localFolder = folder
      opened.siti.sendsPhoto(bytes)
      const [, photo] = await opened.arrivals(2)
      return { ...opened, folder, ref: photo?.event.kind === 'file' ? photo.event.file.ref : '' }
    }

    it('is read from its folder, which is called by the token', async () => {
      const { api, channel, ref } = await openLocal((base, token) => join(base, token))
      expect(Buffer.from(await channel.fetch(ref, bytes.length))).toEqual(bytes)
      expect(api.count('file')).toBe(0)
      await expect(channel.fetch(ref, bytes.length - 1)).rejects.toThrow(FileTooLarge)
    })

    it('fails when it is not what it was, or not there any more, and never says where', async () => {
      const { api, channel, folder, ref } = await openLocal((base, token) => join(base, token))
      const place = join(folder, 'photos', 'file_1')
      const failed = async () => String(await channel.fetch(ref, 1000).catch((error: unknown) => error))
      await writeFile(place, bytes.subarray(1))
      expect(await failed()).toBe('Error: a file came incomplete')
      await writeFile(place, Buffer.alloc(2000))
      expect(await failed()).toMatch(/file is larger than 1000 bytes/)
      await rm(place)
      expect(await failed()).toBe('Error: a file could not be read')
      expect(await failed()).not.toContain(api.token)
    })

    it.each([
      ['of another bot', (base: string) => join(base, '1:another')],
      ['beside the bot’s', (base: string, token: string) => `${join(base, token)}/../elsewhere`],
    ])('is never one %s', async (_where, folderOf) => {
      const { channel, ref } = await openLocal(folderOf)
      await expect(channel.fetch(ref, 1000)).rejects.toThrow(/place of somebody else/)
    })
  })

  describe('a file that cannot be fetched', () => {
    it('fails: unknown, cut off, gone, too large; and never says where it was looked for', async () => {
      const { api, siti, channel, arrivals } = await openChat()
      const bytes = Buffer.alloc(100_000, 7)
      siti.sendsDocument(bytes)
      siti.sendsDocument(Buffer.alloc(20 * 2 ** 20 + 1))
      const refs = (await arrivals(3)).flatMap(({ event }) => (event.kind === 'file' ? [event.file.ref] : []))
      const [small = '', large = ''] = refs
      await expect(channel.fetch('nothing', 10)).rejects.toThrow('a file could not be found')
      await expect(channel.fetch(large, 2 ** 30)).rejects.toThrow(/file is larger/)
      for (const is of ['half-answered', 'cut'] as const) {
        api.faults.next('file', { is })
        await expect(channel.fetch(small, bytes.length)).rejects.toThrow('a file could not be fetched')
      }
      api.faults.next('file', { is: 'refused', status: 404, description: 'Not Found' })
      const failed: unknown = await channel.fetch(small, bytes.length).catch((error: unknown) => error)
      expect(String(failed) + JSON.stringify(failed)).not.toContain(api.token)
      expect(Buffer.from(await channel.fetch(small, bytes.length))).toEqual(bytes)
    })
  })
})
