import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { FileTooLarge } from '../../../bot/channels/channel.ts'
import { arrivalOf } from '../../../bot/channels/whatsapp-cloud/arrivals.ts'
import { openChannel, type OpenChannel } from './open-channel.ts'

async function next({ got }: OpenChannel, act: () => unknown) {
  const before = got.length
  act()
  await vi.waitFor(() => expect(got.length).toBeGreaterThan(before))
  return got[before]
}

describe('what a person sends', () => {
  it('comes with the number that WhatsApp vouches for, and Meta’s own id of who writes', async () => {
    const open = await openChannel()
    const siti = open.api.person({ phone: '6281299988877' })
    expect(await next(open, () => siti.says('halo'))).toEqual({
      account: 'whatsapp:106540352242922',
      address: '6281299988877',
      id: siti.chat.own[0]?.id,
      event: { kind: 'text', text: 'halo' },
      provenPhone: '+6281299988877',
      identity: siti.account.userId,
    })
  })

  it('comes with another id when the number has come to somebody else', async () => {
    const open = await openChannel()
    const before = await next(open, () => open.api.person({ phone: '6281299988877' }).says('halo'))
    const after = await next(open, () => open.api.person({ phone: '6281299988877' }).says('halo'))
    expect(after?.address).toBe(before?.address)
    expect(after?.identity).not.toBe(before?.identity)
  })

  it('comes from an id of Meta’s where the number is hidden, and can be answered there', async () => {
    const open = await openChannel()
    const siti = open.api.person({ hidesNumber: true })
    const arrival = await next(open, () => siti.says('halo'))
    expect(arrival).toMatchObject({ address: siti.account.userId })
    expect(arrival?.provenPhone).toBeUndefined()
    await open.channel.send(siti.account.userId, { key: '1', text: 'hai' })
    expect(siti.inbox.map(({ text }) => text)).toEqual(['hai'])
    expect(open.api.calls.at(-1)?.body).toMatchObject({ recipient: siti.account.userId, type: 'text' })
    expect(open.api.calls.at(-1)?.body).not.toHaveProperty('to')
  })

  it('proves a hidden number when it is shared by the button that asks for it, and by nothing else', async () => {
    const open = await openChannel()
    const siti = open.api.person({ phone: '6281299988877', hidesNumber: true })
    await next(open, () => siti.says('halo'))
    await open.channel.send(siti.account.userId, {
      key: '1',
      text: 'Nomor HP Anda?',
      contact: 'Kirim nomor',
      buttons: { as: 'buttons', rows: [{ id: '1.a', label: 'Lewati' }] },
    })
    expect(siti.inbox.at(-1)?.text).toBe('Nomor HP Anda?\n\n• Lewati')
    const shared = await next(open, () => siti.presses('Share contact info'))
    expect(shared).toMatchObject({
      event: { kind: 'contact', phone: '+6281299988877', own: true },
      provenPhone: '+6281299988877',
    })
    const card = await next(open, () => siti.sendsCard('6281200000009'))
    expect(card).toMatchObject({ event: { kind: 'contact', own: false } })
    expect(card?.provenPhone).toBeUndefined()
  })

  it('is the sender’s own card only with the sender’s own number', async () => {
    const open = await openChannel()
    const siti = open.api.person({ phone: '6281299988877' })
    const own = await next(open, () => siti.sendsCard('6281299988877'))
    expect(own).toMatchObject({ event: { kind: 'contact', phone: '+6281299988877', own: true } })
    const stranger = { origin: 'contact_request', phones: [{ wa_id: '6281200000009' }] }
    const claimed = await next(open, () => siti.sends({ type: 'contacts', contacts: [stranger] }))
    expect(claimed).toMatchObject({ event: { own: false }, provenPhone: '+6281299988877' })
  })

  it('is a choice, by a button, a row, or a quick reply with a payload; else its words', async () => {
    const open = await openChannel()
    const siti = open.api.person()
    await next(open, () => siti.says('halo'))
    const rows = Array.from({ length: 5 }, (_, i) => ({ id: `1.c${i}`, label: `Pilihan ${i}` }))
    const { channel } = open
    const [one] = await channel.send(siti.account.phone, {
      key: '1',
      text: '?',
      buttons: { as: 'buttons', rows: rows.slice(0, 3) },
    })
    const [two] = await channel.send(siti.account.phone, { key: '2', text: '?', buttons: { as: 'list', rows } })
    expect(await next(open, () => siti.presses('Pilihan 4'))).toMatchObject({
      event: { kind: 'choice', id: '1.c4' },
      replyTo: two,
    })
    const first = siti.inbox[0]?.keys[1]
    if (first === undefined) throw new Error('no button')
    const pressed = await next(open, () => siti.pressesKey(one ?? '', first))
    expect(pressed).toMatchObject({ event: { kind: 'choice', id: '1.c1' }, replyTo: one })
    expect((await next(open, () => siti.pressesQuickReply('Baca', '/menu')))?.event).toEqual({ kind: 'choice', id: '/menu' })
    expect((await next(open, () => siti.pressesQuickReply('Baca')))?.event).toEqual({ kind: 'text', text: 'Baca' })
  })

  it.each([
    ['sticker', { type: 'sticker', sticker: { id: '1' } }, 'sticker'],
    ['voice', { type: 'audio', audio: { id: '1', voice: true } }, 'voice'],
    ['audio', { type: 'audio', audio: { id: '1' } }, 'audio'],
    ['video', { type: 'video', video: { id: '1' } }, 'video'],
    ['location', { type: 'location', location: { latitude: 1, longitude: 2 } }, 'location'],
    ['order', { type: 'order', order: {} }, 'order'],
    ['a poll', { type: 'unsupported', unsupported: { type: 'poll_creation' } }, 'poll'],
    ['something new', { type: 'hologram', hologram: {} }, 'other'],
    ['a name of the prototype', { type: 'constructor' }, 'other'],
    ['unsupported without more', { type: 'unsupported' }, 'other'],
    ['an edit of WhatsApp Business', { type: 'edit', edit: { original_message_id: 'x' } }, 'edit'],
    ['a text without words', { type: 'text' }, 'other'],
    ['a photo without an id', { type: 'image', image: {} }, 'other'],
    ['a reply of a kind of its own', { type: 'interactive', interactive: { type: 'nfm_reply' } }, 'other'],
    ['empty cards', { type: 'contacts', contacts: [] }, 'contact'],
    ['a reaction', { type: 'reaction', reaction: { message_id: 'x', emoji: '👍' } }, 'reaction'],
  ])('is answered kindly when it is %s', async (_what, content, what) => {
    const open = await openChannel()
    expect((await next(open, () => open.api.person().sends(content)))?.event).toEqual({ kind: 'other', what })
  })

  it.each([
    ['a change of number', { type: 'system', system: { type: 'user_changed_number' } }, 'silent'],
    ['a message taken back', { type: 'revoke', revoke: { original_message_id: 'x' } }, 'silent'],
    ['a reaction taken back', { type: 'reaction', reaction: { message_id: 'x' } }, 'ignored'],
    ['a group', { type: 'text', text: { body: 'halo' }, group_id: 'g1' }, 'ignored'],
  ])('is left alone when it is %s', async (_what, content, counted) => {
    const open = await openChannel()
    open.api.person().sends(content)
    await vi.waitFor(() => expect(open.counted).toEqual([counted]))
    expect(open.got).toEqual([])
  })

  it('never crashes the counter, whatever it is', () => {
    const senders = fc.array(
      fc.record({ wa_id: fc.option(fc.string(), { nil: undefined }), user_id: fc.option(fc.string(), { nil: undefined }) }),
    )
    const type = fc.oneof(
      fc.constantFrom('text', 'interactive', 'button', 'image', 'document', 'contacts', 'audio', 'unsupported'),
      fc.string(),
    )
    const received = fc.record({
      id: fc.string(),
      timestamp: fc.nat(),
      type,
      from: fc.constantFrom('628110000001', '', 'x'),
      raw: fc.anything(),
    })
    fc.assert(
      fc.property(received, senders, (one, all) => {
        const arrival = arrivalOf({ ...one, from_user_id: undefined, group_id: undefined, context: undefined }, all, 'whatsapp:1')
        if (arrival !== undefined) expect(arrival.address).toMatch(/^\d{6,15}$|^[A-Z]{2}\./)
      }),
    )
  })
})

describe('a file', () => {
  const bytes = Buffer.from('isi berkas yang dapat dicari')

  async function sent(open: OpenChannel): Promise<string> {
    const arrival = await next(open, () => open.api.person().sendsDocument(bytes, { name: 'ktp.jpg', mime: 'image/jpeg' }, 'ini'))
    if (arrival?.event.kind !== 'file') throw new Error('no file')
    const { ref, ...told } = arrival.event.file
    expect(told).toEqual({ as: 'document', name: 'ktp.jpg', mime: 'image/jpeg', caption: 'ini' })
    return ref
  }

  it('is fetched whole, up to a limit', async () => {
    const open = await openChannel()
    const ref = await sent(open)
    expect(Buffer.from(await open.channel.fetch(ref, bytes.length))).toEqual(bytes)
    await expect(open.channel.fetch(ref, bytes.length - 1)).rejects.toThrow(FileTooLarge)
  })

  it('is asked for again when its address has expired', async () => {
    const open = await openChannel()
    const ref = await sent(open)
    open.api.faults.next('download', { is: 'expired' })
    expect(Buffer.from(await open.channel.fetch(ref, 1000))).toEqual(bytes)
    expect(open.api.count('locate')).toBe(2)
  })

  it.each(['half-answered', 'other-bytes', 'cut'] as const)('that comes wrong (%s) is not taken', async (is) => {
    const open = await openChannel()
    const ref = await sent(open)
    open.api.faults.next('download', { is })
    await expect(open.channel.fetch(ref, 1000)).rejects.toThrow(/^[a-zA-Z ]+$/)
    expect(Buffer.from(await open.channel.fetch(ref, 1000))).toEqual(bytes)
  })

  it('that has moved is not looked for where anybody says: the token would go along', async () => {
    const open = await openChannel()
    const ref = await sent(open)
    const elsewhere: (string | undefined)[] = []
    const server = createServer((request, response) => {
      elsewhere.push(request.headers.authorization)
      response.end(bytes)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    open.api.faults.next('download', { is: 'moved', to: `http://127.0.0.1:${port}/` })
    await expect(open.channel.fetch(ref, 1000)).rejects.toThrow('could not be reached')
    expect(elsewhere).toEqual([])
  })

  it('that is longer than was said is not taken, with its hash or without', async () => {
    const open = await openChannel()
    const ref = await sent(open)
    open.api.faults.next('download', { is: 'longer' })
    await expect(open.channel.fetch(ref, 1000)).rejects.toThrow('a file is not what was sent')
    for (const is of ['longer', 'half-answered'] as const) {
      open.api.faults.next('locate', { is: 'without-hash' })
      open.api.faults.next('download', { is })
      await expect(open.channel.fetch(ref, 1000)).rejects.toThrow(/not what was sent|came half/)
    }
    open.api.faults.next('locate', { is: 'without-hash' })
    expect(Buffer.from(await open.channel.fetch(ref, 1000))).toEqual(bytes)
  })

  it('that is not there, or whose id is a path, is an error', async () => {
    const { channel } = await openChannel()
    for (const ref of ['1', '../me', 'x?fields=y']) await expect(channel.fetch(ref, 1000)).rejects.toThrow('refused')
  })
})

it('shows that a message was read and that an answer is on its way', async () => {
  const open = await openChannel()
  const siti = open.api.person()
  await next(open, () => siti.says('halo'))
  open.channel.typing(siti.account.phone)
  await vi.waitFor(() => expect(siti.chat.read).toEqual([siti.chat.own[0]?.id]))
  open.channel.typing('6289999999999')
})
