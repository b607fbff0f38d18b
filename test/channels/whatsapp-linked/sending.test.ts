import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { SendError } from '../../../bot/channels/channel.ts'
import { openChannel } from './small-counter.ts'

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function welcomed() {
  const world = await openChannel()
  await world.start()
  const siti = world.whatsapp.person()
  await siti.says('halo')
  await world.arrivals(1)
  return { ...world, siti }
}

const failure = (outcome: unknown) => (outcome instanceof SendError ? outcome.failure : outcome)

describe('a message', () => {
  it('ends when WhatsApp has taken it; the same key is sent once', async () => {
    const { sends, siti, whatsapp } = await welcomed()
    const ids = await sends(siti.lid, 'Selamat datang https://loket.example.go.id/l/abc', 'k1')
    expect(ids).toEqual([siti.inbox[0]?.id])
    expect(await sends(siti.lid, 'Selamat datang', 'k1')).toEqual(ids)
    expect(siti.inbox).toHaveLength(1)
    // A preview would open the link.
    expect(siti.inbox[0]?.message.extendedTextMessage).toMatchObject({ text: expect.stringContaining('/l/abc') as string })
    expect(siti.inbox[0]?.message.extendedTextMessage?.title ?? '').toBe('')
    expect(whatsapp.count(({ tag }) => tag === 'message')).toBe(1)
  })

  it('is seen once when its confirmation was lost and it went out again, also after a restart', async () => {
    const { sends, siti, whatsapp, time, make, channel, sink, isConnected, eventually } = await welcomed()
    whatsapp.faults.nextAck('none')
    let outcome: unknown
    void channel.send(siti.lid, { key: 'k1', text: 'satu' }).catch((error: unknown) => (outcome = error))
    await eventually(() => {
      time.pass(2000)
      expect(failure(outcome)).toEqual({ kind: 'retryable' })
    })
    await sends(siti.lid, 'satu', 'k1')
    await channel.stop()
    const second = make()
    await second.start(sink)
    await isConnected(2)
    let again: unknown
    void second.send(siti.lid, { key: 'k1', text: 'satu' }).then((ids) => (again = ids))
    await eventually(() => expect(again).toEqual([siti.inbox[0]?.id]))
    await second.stop()
    expect(siti.inbox.map(({ text }) => text)).toEqual(['satu'])
  })

  it('is seen once by everybody when WhatsApp reads so slowly that its answers are late', async () => {
    const { sends, siti, whatsapp } = await welcomed()
    const everybody = [siti, whatsapp.person({ name: 'Budi' }), whatsapp.person({ name: 'Wati' })]
    for (const person of everybody) await sends(person.lid, 'nol', `${person.lid} 0`)
    whatsapp.faults.readingMs = 1500
    const outcomes = await Promise.all(everybody.map((person) => sends(person.lid, 'satu', `${person.lid} 1`)))
    expect(outcomes.map(failure)).toContainEqual({ kind: 'retryable' })
    whatsapp.faults.readingMs = 0
    for (const person of everybody) await sends(person.lid, 'satu', `${person.lid} 1`)
    expect(everybody.map(({ inbox }) => inbox.map(({ text }) => text))).toEqual(everybody.map(() => ['nol', 'satu']))
  })

  it('with a photo whose upload breaks off half-way goes out with the next try', async () => {
    const { channel, siti, whatsapp, eventually } = await welcomed()
    const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer()
    const file = { name: 'ktp.jpg', mime: 'image/jpeg', bytes }
    const outcomes: unknown[] = []
    const send = () =>
      void channel.send(siti.lid, { key: 'k1', text: 'Ini fotonya', file }).then(
        (ids) => outcomes.push(ids),
        (error: unknown) => outcomes.push(failure(error)),
      )
    whatsapp.media.next('POST', { is: 'half-sent' })
    send()
    await eventually(() => expect(outcomes).toEqual([{ kind: 'retryable' }]))
    send()
    await eventually(() => expect(outcomes[1]).toEqual([siti.inbox[0]?.id]))
    expect(siti.inbox.map(({ file: got }) => got?.bytes.equals(bytes))).toEqual([true])
  })

  it('that is refused later is not called sent: 463 for good and with an alarm, 479 to be tried again', async () => {
    const { sends, siti, whatsapp, troubles } = await welcomed()
    whatsapp.faults.nextAck('463')
    expect(failure(await sends(siti.lid, 'satu'))).toEqual({ kind: 'final', code: 'account-restricted' })
    expect(troubles).toEqual(['restricted'])
    whatsapp.faults.nextAck('479')
    expect(failure(await sends(siti.lid, 'dua'))).toEqual({ kind: 'retryable' })
    expect(await sends(siti.lid, 'dua')).toEqual([siti.inbox[0]?.id])
    whatsapp.faults.nextAck('400')
    expect(failure(await sends(siti.lid, 'tiga'))).toEqual({ kind: 'final', code: 'refused' })
  })

  it('to somebody who has no device any more says so, and is not put on the wire', async () => {
    const { sends, siti, whatsapp } = await welcomed()
    siti.isGone = true
    expect(failure(await sends(siti.lid, 'satu'))).toEqual({ kind: 'contact-stopped' })
    expect(whatsapp.count(({ tag }) => tag === 'message')).toBe(0)
  })

  it('that a phone cannot decrypt is sent again, also one of before a restart', async () => {
    const { sends, siti, whatsapp, channel, sink, isConnected, eventually } = await welcomed()
    siti.unreadable = 1
    await sends(siti.lid, 'satu')
    await eventually(() => expect(siti.inbox.map(({ text }) => text)).toEqual(['satu']))
    siti.unreadable = 1
    whatsapp.faults.isStalled = true
    await sends(siti.lid, 'dua')
    await channel.stop()
    await channel.start(sink)
    await isConnected(2)
    await eventually(() => expect(siti.inbox.map(({ text }) => text)).toEqual(['satu', 'dua']))
  })

  it('that a phone can never decrypt is said to be lost, and to have arrived when another device of its reader has it', async () => {
    const { sends, siti, whatsapp, eventually, failed, arrived } = await welcomed()
    siti.unreadable = 10
    const ids = (await sends(siti.lid, 'satu')) as readonly string[]
    await eventually(() => expect(failed).toEqual([{ key: 'satu', code: 'unreadable', stopped: false }]))
    whatsapp.companion.deliver({ tag: 'receipt', attrs: { id: ids[0] ?? '', from: siti.lid, t: '1' } })
    await eventually(() => expect(arrived).toEqual(['satu']))
    expect(failed).toHaveLength(1)
  })

  it('that is refused with 463 late is not tried again, and the office hears of it', async () => {
    const { sends, siti, whatsapp, eventually, failed, troubles } = await welcomed()
    const [id = ''] = (await sends(siti.lid, 'satu')) as readonly string[]
    whatsapp.companion.connection?.send({ tag: 'ack', attrs: { class: 'message', id, from: siti.lid, error: '463' } })
    await eventually(() => expect(failed).toEqual([{ key: 'satu', code: 'whatsapp-463', stopped: false }]))
    expect(troubles).toEqual(['restricted'])
    expect(siti.inbox).toHaveLength(1)
  })

  it.each([
    ['400', { code: 'whatsapp-400', stopped: false }],
    ['404', { code: 'contact-stopped', stopped: true }],
    ['479', { code: 'whatsapp-479', stopped: false, againAfterMs: 30_000 }],
  ])('that is refused with %s after it was called sent is not lost silently', async (error, failure) => {
    const { sends, siti, whatsapp, eventually, failed } = await welcomed()
    const ids = (await sends(siti.lid, 'satu')) as readonly string[]
    const refusal = { tag: 'ack', attrs: { class: 'message', id: ids[0] ?? '', from: siti.lid, error } }
    whatsapp.companion.connection?.send(refusal)
    await eventually(() => expect(failed).toEqual([{ key: 'satu', ...failure }]))
    if ('againAfterMs' in failure) expect(await sends(siti.lid, 'satu')).toEqual(ids)
  })

  it('goes to the chat of a number only where its owner has written first', async () => {
    const { channel, eventually, siti, whatsapp } = await welcomed()
    const stranger = whatsapp.person({ name: 'Orang lain' })
    expect(await channel.addressOf(`+${stranger.account.phone}`)).toBeUndefined()
    let address: string | undefined
    await eventually(() => {
      void channel.addressOf(`+${siti.account.phone}`).then((found) => (address = found))
      expect(address).toBe(siti.lid)
    })
  })

  it('can be begun by a link to the account’s own number, once that is known', async () => {
    const { channel, start, whatsapp } = await openChannel()
    expect(channel.invite('HP 482913')).toBeUndefined()
    await start()
    expect(channel.invite('HP 482913')).toBe(`https://wa.me/${whatsapp.owner.phone}?text=HP%20482913`)
  })

  it('leaves no photo in the folder for temporary files', async () => {
    const { channel, eventually, siti } = await welcomed()
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer()
    const before = new Set(await readdir(tmpdir()))
    let done = false
    void channel
      .send(siti.lid, { key: 'k', text: 'KTP', file: { name: 'ktp.jpg', mime: 'image/jpeg', bytes } })
      .then(() => (done = true))
    const left: string[] = []
    await eventually(() => expect(done).toBe(true))
    left.push(...(await readdir(tmpdir())).filter((name) => !before.has(name) && /original/.test(name)))
    expect(left).toEqual([])
    expect(hash(siti.inbox[0]?.file?.bytes ?? new Uint8Array())).toBe(hash(bytes))
    expect(siti.inbox[0]?.text).toBe('KTP')
  })
})
