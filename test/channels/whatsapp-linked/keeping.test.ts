import { expect, it } from 'vitest'
import { openChannel } from './small-counter.ts'

it('a message about which something must be looked up waits for a busy database, and is not left out', async () => {
  const { start, arrivals, account, logLines, lookingUp, tasks, whatsapp } = await openChannel()
  await start()
  const siti = whatsapp.person()
  account.busy.set('chat', 2)
  await siti.says('jangan hilang')
  const [first] = await arrivals(1)
  expect(first?.event).toEqual({ kind: 'text', text: 'jangan hilang' })
  expect(logLines.filter((line) => line.includes('a message from WhatsApp waits'))).toHaveLength(2)
  // The officers’ table is looked up in the same database.
  tasks.set(`${siti.lid} …`, 'TASK1')
  lookingUp.fails = 2
  await siti.saysInGroup('120363000000000001@g.us', 'setujui', 'CARD1')
  const [, second] = await arrivals(2)
  expect(second?.event).toEqual({ kind: 'text', text: 'setujui', about: 'TASK1' })
})

it('what comes while the counter says farewell is kept, and not asked of its phone once more', async () => {
  const { start, arrivals, channel, eventually, sink, whatsapp } = await openChannel()
  await start()
  const siti = whatsapp.person()
  await siti.says('halo')
  await arrivals(1)
  whatsapp.faults.nextAck('none')
  const sent = whatsapp.count(({ tag }) => tag === 'message')
  void channel.send(siti.lid, { key: 'k1', text: 'satu' }).catch(() => undefined)
  await eventually(() => expect(whatsapp.count(({ tag }) => tag === 'message')).toBe(sent + 1))
  const stopped = channel.stop()
  await siti.says('sebentar')
  await arrivals(2)
  let isStopped = false
  void stopped.then(() => (isStopped = true))
  await eventually(() => expect(isStopped).toBe(true))
  expect(whatsapp.count(({ tag, attrs }) => tag === 'receipt' && attrs.type === 'retry')).toBe(0)
  expect(whatsapp.companion.pending).toEqual([])
  const before = sink.mock.calls.length
  await siti.says('sudah tutup')
  expect(sink.mock.calls).toHaveLength(before)
})

it('what was encrypted well and is no message is left out, and holds up nobody, not even who has sent it', async () => {
  const { start, arrivals, logLines, whatsapp } = await openChannel()
  await start()
  const siti = whatsapp.person()
  await siti.says('satu')
  await arrivals(1)
  for (const bytes of [[], [1], [0xff, 0xff, 0xff, 0xff, 1], [10, 0x7f, 65, 1], [0x0b, 0x0c, 1], Array<number>(70_000).fill(7)])
    await siti.sendsBytes(Buffer.from(bytes))
  await siti.says('dua')
  await whatsapp.person({ name: 'Budi' }).says('tiga')
  const all = await arrivals(3)
  expect(all.map(({ event }) => event.kind === 'text' && event.text)).toEqual(['satu', 'dua', 'tiga'])
  expect(logLines.join('')).not.toContain('waits')
})

it('a long queue of what was said while the counter was closed is taken whole, each chat in its order', async () => {
  const { start, arrivals, channel, sink, whatsapp } = await openChannel()
  await start()
  const people = Array.from({ length: 6 }, () => whatsapp.person())
  for (const person of people) await person.says('0')
  await arrivals(people.length)
  await channel.stop()
  const said = Array.from({ length: 25 }, (_, n) => String(n + 1))
  for (const text of said) for (const person of people) await person.says(text)
  await channel.start(sink)
  const all = await arrivals(people.length * (said.length + 1))
  for (const { lid } of people) {
    const texts = all.filter(({ address }) => address === lid).map(({ event }) => event.kind === 'text' && event.text)
    expect(texts).toEqual(['0', ...said])
  }
  expect(all).toHaveLength(people.length * (said.length + 1))
  expect(whatsapp.count(({ tag, attrs }) => tag === 'receipt' && attrs.type === 'retry')).toBe(0)
})

it('what was changed or taken back is told once, however often that comes', async () => {
  const { start, arrivals, whatsapp } = await openChannel()
  await start()
  const siti = whatsapp.person()
  const first = await siti.says('satu')
  await arrivals(1)
  whatsapp.faults.random = () => 0.5
  whatsapp.faults.duplicated = 1
  await siti.repeats(await siti.edits('satu saja', first))
  await siti.repeats(await siti.revokes(first))
  whatsapp.faults.duplicated = 0
  await siti.says('dua')
  const all = await arrivals(3)
  expect(all.map(({ event }) => (event.kind === 'other' ? event.what : event.kind))).toEqual(['text', 'edit', 'text'])
})
