import { describe, expect, it, vi } from 'vitest'
import { FileTooLarge, type Arrival } from '../../../bot/channels/channel.ts'
import { byEachDriver } from './small-counter.ts'

byEachDriver((openChannel) => {
  const eventsOf = (arrivals: readonly Arrival[]) => arrivals.map(({ event }) => event)

  describe('what a person sends', () => {
    it('comes in with the person’s address and an id of its own', async () => {
      const { api, start, arrivals } = await openChannel()
      await start()
      const siti = api.person()
      siti.says('halo')
      expect(await arrivals(1)).toEqual([
        { account: 'telegram:88123456', address: String(siti.id), id: '700000001.1', event: { kind: 'text', text: 'halo' } },
      ])
    })

    it.each([
      ['/start', '/start'],
      ['/start PTG-7K3F-9QXZ', 'PTG-7K3F-9QXZ'],
      ['/start@LoketUjiBot cek_status', 'cek status'],
      ['/menu@LoketUjiBot', '/menu'],
      ['/start dua kata', '/start dua kata'],
      ['a\uD83Db', 'a\uFFFDb'],
      ['\u202E<b>\u0000', '\u202E<b>\u0000'],
    ])('means what it says: %j', async (said, text) => {
      const { api, start, arrivals } = await openChannel()
      await start()
      api.person().says(said)
      expect(eventsOf(await arrivals(1))).toEqual([{ kind: 'text', text }])
    })

    it('is a photo in its largest size, or a document with its name', async () => {
      const { api, channel, start, arrivals } = await openChannel()
      await start()
      const siti = api.person()
      const bytes = Buffer.from('a photo, as far as Telegram knows')
      siti.sendsPhoto(bytes, 'ini KTP saya')
      siti.sendsDocument(bytes, { name: 'ktp.png', mime: 'image/png' })
      const [photo, document] = eventsOf(await arrivals(2))
      expect(photo).toMatchObject({
        kind: 'file',
        file: { as: 'photo', mime: 'image/jpeg', size: bytes.length, caption: 'ini KTP saya' },
      })
      expect(document).toMatchObject({ kind: 'file', file: { as: 'document', name: 'ktp.png', mime: 'image/png' } })
      const ref = photo?.kind === 'file' ? photo.file.ref : ''
      expect(Buffer.from(await channel.fetch(ref, bytes.length))).toEqual(bytes)
      await expect(channel.fetch(ref, bytes.length - 1)).rejects.toThrow(FileTooLarge)
    })

    it('is an album of files that tell what they belong to', async () => {
      const { api, start, arrivals } = await openChannel()
      await start()
      api.person().sendsAlbum([{ bytes: Buffer.from('one'), caption: 'dua foto' }, { bytes: Buffer.from('two') }])
      const files = eventsOf(await arrivals(2)).flatMap((event) => (event.kind === 'file' ? [event.file] : []))
      expect(files.map(({ caption }) => caption)).toEqual(['dua foto', undefined])
      expect(new Set(files.map(({ album }) => album)).size).toBe(1)
      expect(files[0]?.album).toMatch(/^\d+$/)
    })

    it('is a proven number only when it is the sender’s own card, sent by themselves', async () => {
      const { api, start, arrivals } = await openChannel()
      await start()
      const siti = api.person({ phone: '6281200000001' })
      const budi = api.person({ name: 'Budi' })
      siti.sharesContact()
      siti.sharesContact(budi.account)
      const own = { phone_number: '6281200000001', first_name: 'Siti', user_id: siti.id }
      const from = { id: siti.id, is_bot: false, first_name: 'Siti' }
      const message = { message_id: 9, date: 1, chat: { id: siti.id, type: 'private' }, from }
      siti.hands({
        message: { ...message, contact: own, forward_origin: { type: 'hidden_user', date: 1, sender_user_name: 'x' } },
      })
      siti.hands({ message: { ...message, contact: { ...own, phone_number: '+62 812; DROP TABLE' } } })
      siti.hands({ message: { ...message, contact: { phone_number: '6281200000001', first_name: 'Siti' } } })
      const [shared, ...others] = await arrivals(5)
      expect(shared).toMatchObject({
        event: { kind: 'contact', phone: '+6281200000001', own: true },
        provenPhone: '+6281200000001',
      })
      for (const other of others) {
        expect(other).toMatchObject({ event: { kind: 'contact', own: false } })
        expect(other).not.toHaveProperty('provenPhone')
      }
    })

    it('is a button’s own id, and every press is answered', async () => {
      const { api, channel, start, arrivals } = await openChannel()
      await start()
      const siti = api.person()
      siti.says('halo')
      await arrivals(1)
      const rows = [{ id: '7.ya', label: 'Ya' }]
      await channel.send(String(siti.id), { key: '1', text: '?', buttons: { as: 'buttons', rows } })
      siti.presses('Ya')
      expect((await arrivals(2))[1]).toMatchObject({ event: { kind: 'choice', id: '7.ya' }, replyTo: '2' })
      await vi.waitFor(() => expect(api.glowing.size).toBe(0))
    })

    it('quotes only what the bot has said', async () => {
      const { api, channel, start, arrivals } = await openChannel()
      await start()
      const siti = api.person()
      const own = siti.says('halo')
      const [asked] = await channel.send(String(siti.id), { key: '1', text: 'Siapa?' })
      siti.says('Siti', Number(asked))
      siti.says('eh', own)
      expect((await arrivals(3)).map(({ replyTo }) => replyTo)).toEqual([undefined, asked, undefined])
    })

    it('is something else that no question asks for, or a correction of what was said', async () => {
      const { api, start, arrivals } = await openChannel()
      await start()
      const siti = api.person()
      for (const kind of ['sticker', 'voice', 'location', 'video', 'poll', 'animation'] as const) siti.sends(kind)
      siti.edits(1, 'lain')
      expect(eventsOf(await arrivals(7)).map((event) => (event.kind === 'other' ? event.what : event.kind))).toEqual([
        'sticker',
        'voice',
        'location',
        'video',
        'poll',
        'video',
        'edit',
      ])
    })
  })

  describe('what is not said to us', () => {
    it('is let pass: groups, channels, bots, lines of service, and what makes no sense at all', async () => {
      const { api, start, arrivals, got, logLines } = await openChannel()
      await start()
      const siti = api.person()
      const from = { id: siti.id, is_bot: false, first_name: 'Siti' }
      const chat = { id: siti.id, type: 'private' }
      const strange: Record<string, unknown>[] = [
        { message: { message_id: 1, date: 1, chat: { id: -100, type: 'supergroup' }, from, text: 'daftar' } },
        { channel_post: { message_id: 1, date: 1, chat: { id: -101, type: 'channel' }, text: 'daftar' } },
        { message: { message_id: 1, date: 1, chat, from: { ...from, is_bot: true }, text: 'daftar' } },
        { message: { message_id: 1, date: 1, chat, from: { ...from, id: 7 }, text: 'daftar' } },
        { message: { message_id: 1, date: 1, chat, text: 'daftar' } },
        { message: { message_id: 1, date: 1, chat, from, pinned_message: {} } },
        { message: { message_id: 1, date: 1, chat, from, photo: [] } },
        { message: { message_id: 1, date: 1, chat, from, text: { toString: 'x' } } },
        { message: { message_id: 1, date: 1, chat, from, photo: [null] } },
        { message: null },
        { edited_message: { message_id: 1, date: 1, chat, from, location: {} } },
        { callback_query: { id: '1', from, chat_instance: '1', data: '/approve:X', inline_message_id: 'x' } },
        {
          callback_query: {
            id: '2',
            from,
            chat_instance: '1',
            data: '/approve:X',
            message: { message_id: 1, date: 0, chat: { id: 9, type: 'private' } },
          },
        },
        { callback_query: { id: '3', from, chat_instance: '1', message: { message_id: 1, date: 0, chat } } },
        { my_chat_member: {} },
        {
          my_chat_member: {
            chat,
            from,
            date: 1,
            old_chat_member: { user: from, status: 'member' },
            new_chat_member: { user: from, status: 'kicked', until_date: 0 },
          },
        },
        { message: { message_id: 1, date: 1, chat: { id: -5, type: 'group' }, from, migrate_to_chat_id: -1005 } },
        { message: { message_id: 1, date: 1, chat: { id: -1005, type: 'supergroup' }, from, migrate_from_chat_id: -5 } },
        { edited_message: { message_id: 1, date: 1, chat: { id: -100, type: 'supergroup' }, from, text: 'daftar' } },
        { edited_channel_post: { message_id: 1, date: 1, chat: { id: -101, type: 'channel' }, text: 'daftar' } },
        { business_message: { message_id: 1, date: 1, chat, from, text: 'daftar' } },
        {},
      ]
      for (const update of strange) siti.hands(update)
      siti.says('halo')
      await arrivals(1)
      expect(eventsOf(got)).toEqual([{ kind: 'text', text: 'halo' }])
      expect(logLines.filter((line) => line.includes('was not understood')).length).toBeGreaterThan(0)
      expect(logLines.join('')).not.toContain('daftar')
    })
  })

  describe('nothing is lost', () => {
    it('when the sink fails: it comes again, in order, and nothing behind it is forgotten', async () => {
      const { api, time, sink, start, got } = await openChannel()
      await start()
      sink.mockRejectedValueOnce(new Error('the disk is full')).mockRejectedValueOnce(new Error('still full'))
      const siti = api.person()
      siti.says('satu')
      siti.says('dua')
      await vi.waitFor(() => {
        time.pass(1000)
        expect(got).toHaveLength(2)
      })
      expect(eventsOf(got)).toMatchObject([{ text: 'satu' }, { text: 'dua' }])
      await vi.waitFor(() => expect(api.queue.pending).toBe(0))
    })

    it('when it was away: what was not confirmed comes first', async () => {
      const { api, channel, make, start, sink, arrivals } = await openChannel()
      await start()
      await channel.stop()
      const siti = api.person()
      siti.says('selagi tutup')
      const next = make()
      await next.start(sink)
      expect(eventsOf(await arrivals(1))).toEqual([{ kind: 'text', text: 'selagi tutup' }])
      await next.stop()
    })

    it('when the answer comes half, or not at all, or as a page of HTML', async () => {
      const { api, time, start, got } = await openChannel()
      await start()
      for (const is of ['half-answered', 'cut', 'gibberish', 'half-answered'] as const) api.faults.next('getUpdates', { is })
      api.faults.next('getUpdates', { is: 'refused', status: 502, description: 'Bad Gateway' })
      const siti = api.person()
      siti.says('satu')
      await vi.waitFor(() => expect(got.length).toBeGreaterThan(0))
      siti.says('dua')
      await vi.waitFor(() => {
        time.pass(60_000)
        expect(got.map(({ id }) => id)).toContain('700000002.2')
      })
      expect(eventsOf(got).filter((event) => event.kind === 'text' && event.text === 'dua')).toHaveLength(1)
    })

    it('with many people, repeated and dropped updates: each said thing comes in its person’s order', async () => {
      const { api, start, got } = await openChannel()
      await start()
      let step = 0
      const random = () => ((step = (step * 7 + 3) % 101) % 100) / 100
      api.queue.faults = { duplicated: 0.05, dropped: 0.02, random }
      const people = Array.from({ length: 60 }, () => api.person())
      for (let n = 0; n < 10; n++) for (const one of people) one.says(String(n))
      await vi.waitFor(() => expect(new Set(got.map(({ id }) => id)).size).toBe(600))
      for (const { id } of people) {
        const seen = new Set<string>()
        const first = got.filter((one) => one.address === String(id) && !seen.has(one.id) && seen.add(one.id))
        expect(eventsOf(first).map((event) => (event.kind === 'text' ? event.text : ''))).toEqual('0123456789'.split(''))
      }
    })
  })
})
