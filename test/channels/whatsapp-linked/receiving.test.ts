import type { proto } from '@whiskeysockets/baileys'
import { describe, expect, it, vi } from 'vitest'
import { openChannel } from './small-counter.ts'

describe('what citizens send', () => {
  it('is told with the LID as address and the number that WhatsApp vouches for, however it writes them', async () => {
    const { start, arrivals, whatsapp } = await openChannel()
    await start()
    for (const addressing of ['lid', 'pn', 'lid-only'] as const) {
      const person = whatsapp.person({ addressing })
      await person.says(addressing)
      const last = (await arrivals(whatsapp.people.length)).at(-1)
      expect(last?.address).toBe(person.lid)
      expect(last?.event).toEqual({ kind: 'text', text: addressing })
      expect(last?.provenPhone).toBe(addressing === 'lid-only' ? undefined : `+${person.account.phone}`)
    }
  })

  it('has a number for a LID alone when WhatsApp told whose it is, and never one made of the LID’s digits', async () => {
    const { start, arrivals, whatsapp } = await openChannel()
    const person = whatsapp.person()
    await start()
    await person.says('satu')
    await arrivals(1)
    Object.assign(person.account, { addressing: 'lid-only' })
    await person.says('dua')
    const [, second] = await arrivals(2)
    expect(second?.provenPhone).toBe(`+${person.account.phone}`)
    expect(second?.address).toBe(person.lid)
  })

  it('comes in every kind, and a kind that nobody asked for is named', async () => {
    const { start, arrivals, whatsapp, got } = await openChannel()
    await start()
    const siti = whatsapp.person()
    const others: readonly (readonly [proto.IMessage, string])[] = [
      [{ stickerMessage: { mimetype: 'image/webp' } }, 'sticker'],
      [{ audioMessage: { ptt: true } }, 'voice'],
      [{ locationMessage: { degreesLatitude: -6.9 } }, 'location'],
      [{ pollCreationMessageV3: { name: 'Setuju?' } }, 'poll'],
      [{ videoMessage: { mimetype: 'video/mp4' } }, 'video'],
      [{ viewOnceMessageV2: { message: { imageMessage: { viewOnce: true } } } }, 'view-once'],
      [{ ephemeralMessage: { message: { stickerMessage: {} } } }, 'sticker'],
      [{ eventMessage: { name: 'Rapat' } }, 'other'],
    ]
    for (const [message] of others) await siti.sends(message)
    await siti.edits('bukan itu')
    const id = await siti.says('terakhir')
    await siti.revokes(id)
    await siti.says('selesai')
    await arrivals(others.length + 3)
    const events = got.map(({ event }) => (event.kind === 'other' ? event.what : event.kind))
    expect(events).toEqual([...others.map(([, what]) => what), 'edit', 'text', 'text'])
    expect(new Set(got.map(({ id: key }) => key)).size).toBe(got.length)
  })

  it('is told with what it quotes; a contact card proves nothing', async () => {
    const { start, arrivals, sends, whatsapp } = await openChannel()
    await start()
    const siti = whatsapp.person()
    await siti.says('halo')
    const [first] = await arrivals(1)
    await sends(first?.address ?? '', 'Selamat datang')
    const [welcome] = siti.inbox
    await siti.replies({ id: welcome?.id ?? '' }, 'daftar')
    await siti.sends({
      contactMessage: { vcard: `BEGIN:VCARD\nTEL;waid=${siti.account.phone}:+${siti.account.phone}\nEND:VCARD` },
    })
    const [, reply, card] = await arrivals(3)
    expect(reply).toMatchObject({ event: { kind: 'text', text: 'daftar' }, replyTo: welcome?.id })
    expect(card?.event).toEqual({ kind: 'contact', phone: `+${siti.account.phone}`, own: false })
  })

  it('is left out when it is malformed, and holds up nobody', async () => {
    const { start, arrivals, whatsapp } = await openChannel()
    await start()
    const siti = whatsapp.person()
    const { lid } = whatsapp.companion
    await siti.party.begin(lid, whatsapp.companion.keys)
    whatsapp.companion.deliver({ tag: 'message', attrs: { from: siti.lid, id: 'BAD1', type: 'text', t: '1' }, content: [] })
    whatsapp.companion.deliver({
      tag: 'message',
      attrs: { from: siti.lid, id: 'BAD2', type: 'text', t: '1' },
      content: [{ tag: 'enc', attrs: { v: '2', type: 'msg' }, content: Buffer.from('no signal at all') }],
    })
    await whatsapp.person({ name: 'Budi' }).says('saya di belakang')
    const [only] = await arrivals(1)
    expect(only?.event).toEqual({ kind: 'text', text: 'saya di belakang' })
  })
})

describe('a message', () => {
  it('is confirmed to WhatsApp only when it was kept, and is kept again and again until that goes', async () => {
    const { start, arrivals, eventually, sink, whatsapp } = await openChannel()
    await start()
    sink.mockRejectedValueOnce(new Error('the disk is full')).mockRejectedValueOnce(new Error('still'))
    const confirmed = vi.spyOn(whatsapp.companion, 'confirm')
    const whenKept: number[] = []
    sink.mockImplementationOnce(async (all) => {
      whenKept.push(confirmed.mock.calls.length)
      if (all.length === 0) throw new Error('nothing')
    })
    const id = await whatsapp.person().says('halo')
    await eventually(() => expect(confirmed).toHaveBeenCalledWith(id))
    expect(whenKept).toEqual([0])
    expect(sink).toHaveBeenCalledTimes(3)
    await whatsapp.person().says('lagi')
    await arrivals(1)
  })

  it('comes again, and can be read again, when the counter ended before it was kept', async () => {
    const { start, arrivals, channel, eventually, make, sink, isConnected, whatsapp } = await openChannel()
    await start()
    sink.mockRejectedValue(new Error('the disk is full'))
    await whatsapp.person().says('jangan hilang')
    await eventually(() => expect(sink).toHaveBeenCalled())
    await channel.stop()
    expect(whatsapp.companion.pending).toHaveLength(1)
    sink.mockReset()
    const second = make()
    await second.start(sink.mockImplementation(async () => undefined))
    await isConnected(2)
    await eventually(() => expect(sink).toHaveBeenCalled())
    expect(sink.mock.calls[0]?.[0][0]?.event).toEqual({ kind: 'text', text: 'jangan hilang' })
    await second.stop()
    await arrivals(0)
  })

  it('that was said while the counter was closed is taken when it opens, in order; our own are not', async () => {
    const { start, arrivals, channel, sink, whatsapp } = await openChannel()
    await start()
    const siti = whatsapp.person()
    await siti.says('satu')
    await arrivals(1)
    await channel.stop()
    await siti.says('dua')
    await siti.says('tiga')
    await channel.start(sink)
    const all = await arrivals(3)
    expect(all.map(({ event }) => event.kind === 'text' && event.text)).toEqual(['satu', 'dua', 'tiga'])
  })

  it('keeps its id when it is delivered twice, also when the phone encrypts it anew', async () => {
    const { start, arrivals, whatsapp } = await openChannel()
    await start()
    const siti = whatsapp.person()
    whatsapp.faults.duplicated = 1
    whatsapp.faults.random = () => 0.5
    const id = await siti.says('satu')
    whatsapp.faults.duplicated = 0
    await siti.repeats(id)
    await siti.repeats(id, true)
    await siti.says('dua')
    const all = await arrivals(2)
    expect(all.map(({ event }) => event.kind === 'text' && event.text)).toEqual(['satu', 'dua'])
  })

  it('that was kept and comes again is not asked of the phone anew', async () => {
    const { start, arrivals, channel, sink, isConnected, whatsapp } = await openChannel()
    await start()
    const siti = whatsapp.person()
    await siti.says('satu')
    await arrivals(1)
    whatsapp.companion.forgetConfirmations()
    await siti.says('dua')
    await arrivals(2)
    await channel.stop()
    await siti.says('tiga')
    await channel.start(sink)
    await isConnected(2)
    const all = await arrivals(3)
    expect(all.map(({ event }) => event.kind === 'text' && event.text)).toEqual(['satu', 'dua', 'tiga'])
    expect(whatsapp.count(({ tag, attrs }) => tag === 'receipt' && attrs['type'] === 'retry')).toBe(0)
  })

  it('that was dropped comes with the next connection, before what followed it in its chat; others do not wait', async () => {
    const { start, arrivals, channel, sink, whatsapp } = await openChannel()
    await start()
    const [siti, budi] = [whatsapp.person(), whatsapp.person({ name: 'Budi' })]
    whatsapp.faults.random = () => 0.5
    whatsapp.faults.dropped = 1
    await siti.says('satu')
    whatsapp.faults.dropped = 0
    await siti.says('dua')
    await budi.says('tiga')
    await arrivals(1)
    await channel.stop()
    await channel.start(sink)
    const all = await arrivals(3)
    expect(all.map(({ event }) => event.kind === 'text' && event.text)).toEqual(['tiga', 'satu', 'dua'])
  })

  it('that is still on its way when the counter closes comes once, when it opens', async () => {
    const { start, arrivals, channel, sink, whatsapp } = await openChannel()
    await start()
    const siti = whatsapp.person()
    whatsapp.faults.delayMs = 150
    await siti.says('satu')
    await channel.stop()
    await channel.start(sink)
    await siti.says('dua')
    await siti.says('tiga')
    const all = await arrivals(3)
    expect(all.map(({ event }) => event.kind === 'text' && event.text)).toEqual(['satu', 'dua', 'tiga'])
  })

  it('that comes out of order is taken all the same', async () => {
    const { start, arrivals, whatsapp } = await openChannel()
    await start()
    const siti = whatsapp.person()
    await siti.says('nol')
    await arrivals(1)
    whatsapp.faults.reordered = 1
    whatsapp.faults.random = () => 0.5
    await siti.says('satu')
    whatsapp.faults.reordered = 0
    await siti.says('dua')
    const all = await arrivals(3)
    expect(all.map(({ event }) => event.kind === 'text' && event.text)).toEqual(['nol', 'dua', 'satu'])
  })

  it('is marked as read, and typing is shown', async () => {
    const { start, arrivals, channel, eventually, whatsapp } = await openChannel()
    await start()
    const siti = whatsapp.person()
    const id = await siti.says('halo')
    const [first] = await arrivals(1)
    channel.typing(first?.address ?? '')
    await eventually(() => expect(siti.read).toEqual([id]))
    await eventually(() => expect(siti.typing).toBe(1))
  })
})

describe('officers', () => {
  it('decide by a reaction to what is about a task; thumbs of others say nothing', async () => {
    const { start, arrivals, sends, tasks, whatsapp } = await openChannel()
    await start()
    const [officer, other] = [whatsapp.person({ name: 'Bu Ratna' }), whatsapp.person()]
    for (const one of [officer, other]) {
      await one.says('halo')
      await arrivals(one === officer ? 1 : 2)
      await sends(one.lid, 'Pendaftaran REG-2611-4TQ2X7', one.lid)
    }
    tasks.set(`${officer.lid} ${officer.inbox[0]?.id}`, 'TASK1')
    await other.reacts({ id: other.inbox[0]?.id ?? '' }, '👍')
    await officer.reacts({ id: officer.inbox[0]?.id ?? '' }, '❤️')
    await officer.reacts({ id: officer.inbox[0]?.id ?? '' }, '👍🏽')
    await officer.reacts({ id: officer.inbox[0]?.id ?? '' }, '👎')
    await officer.says('selesai')
    const all = await arrivals(5)
    expect(all.slice(2).map(({ event }) => event)).toEqual([
      { kind: 'text', text: 'setujui', about: 'TASK1' },
      { kind: 'text', text: 'tolak', about: 'TASK1' },
      { kind: 'text', text: 'selesai' },
    ])
  })

  it('decide by a reply in a group, as if in their own chat; anybody else is not heard there', async () => {
    const { start, arrivals, tasks, whatsapp } = await openChannel()
    await start()
    const [officer, other] = [whatsapp.person({ name: 'Bu Ratna' }), whatsapp.person()]
    tasks.set(`${officer.lid} …`, 'TASK1')
    const group = '120363000000000001@g.us'
    await other.saysInGroup(group, 'setujui', 'CARD1')
    await officer.saysInGroup(group, 'setujui')
    await officer.saysInGroup(group, 'setujui', 'CARD1')
    await other.says('di sini')
    const all = await arrivals(2)
    expect(all[0]).toMatchObject({ address: officer.lid, event: { kind: 'text', text: 'setujui', about: 'TASK1' } })
    expect(all[1]?.event).toEqual({ kind: 'text', text: 'di sini' })
    expect(whatsapp.count(({ tag, attrs }) => tag === 'message' && attrs['to'] === group)).toBe(0)
  })
})
