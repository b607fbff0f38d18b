import { expect, it } from 'vitest'
import { openChannel } from './small-counter.ts'

const GROUP = '120363000000000009@g.us'

async function opened() {
  const world = await openChannel()
  await world.start()
  const siti = world.whatsapp.person()
  return { ...world, siti }
}

it('what the office writes by hand on its own phone is nobody’s message, whatever it is, and is not answered', async () => {
  const { whatsapp, siti, arrivals, got } = await opened()
  await siti.says('halo')
  await arrivals(1)
  await whatsapp.ownerWrites(siti, { conversation: 'Siap, Bu, besok ke kantor ya' })
  await whatsapp.ownerWrites(siti, { reactionMessage: { key: { id: 'X', fromMe: true, remoteJid: siti.lid }, text: '👍' } })
  await whatsapp.ownerWrites(siti, { imageMessage: { mimetype: 'image/jpeg' } })
  await siti.says('terima kasih')
  await arrivals(2)
  expect(got.map(({ event }) => event.kind === 'text' && event.text)).toEqual(['halo', 'terima kasih'])
})

it('statuses, lists of many readers and channels are not heard', async () => {
  const { whatsapp, siti, arrivals, got } = await opened()
  await siti.saysInGroup('status@broadcast', 'lihat statusku')
  await siti.saysInGroup('1700000000@broadcast', 'promo untuk semua')
  whatsapp.companion.deliver({
    tag: 'message',
    attrs: { from: '120363111111111111@newsletter', id: 'NEWS1', type: 'text', t: '1', server_id: '7' },
    content: [{ tag: 'plaintext', attrs: {}, content: Buffer.from([10, 4, 104, 97, 108, 111]) }],
  })
  await siti.says('halo')
  await arrivals(1)
  expect(got.map(({ event }) => event.kind === 'text' && event.text)).toEqual(['halo'])
})

it('a group of strangers gets no answer, no mark of reading and no sign of typing', async () => {
  const { whatsapp, siti, arrivals, got } = await opened()
  await siti.saysInGroup(GROUP, 'halo semua')
  await siti.saysInGroup(GROUP, 'setujui', { id: 'ANY', text: 'Pendaftaran REG-2611-4TQ2X7' })
  await siti.says('halo')
  await arrivals(1)
  expect(got).toHaveLength(1)
  expect(whatsapp.count(({ tag, attrs }) => tag === 'message' && attrs.to === GROUP)).toBe(0)
  expect(whatsapp.count(({ tag, attrs }) => tag === 'receipt' && attrs.to === GROUP && attrs.type === 'read')).toBe(0)
  expect(whatsapp.count(({ tag, attrs }) => tag === 'chatstate' && attrs.to === GROUP)).toBe(0)
})

it('whoever rings is answered when they have written before; a stranger is not written to', async () => {
  const { whatsapp, siti, arrivals, got } = await opened()
  const stranger = whatsapp.person({ name: 'Orang lain' })
  whatsapp.rings(stranger)
  await siti.says('halo')
  await arrivals(1)
  whatsapp.rings(siti)
  await arrivals(2)
  await stranger.says('saya yang tadi menelepon')
  await arrivals(3)
  const said = got.map(({ address, event }) => [address, event.kind === 'other' ? event.what : event.kind])
  expect(said).toEqual([
    [siti.lid, 'text'],
    [siti.lid, 'call'],
    [stranger.lid, 'text'],
  ])
})
