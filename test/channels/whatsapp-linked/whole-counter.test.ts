import sharp from 'sharp'
import { expect, it, onTestFinished } from 'vitest'
import type { FakeWhatsApp } from '../../fakes/whatsapp/fake-whatsapp.ts'
import { cardOf, World } from '../conformance/world.ts'
import { openWhatsappLinked, whatsappOf } from '../conformance/whatsapp-linked-platform.ts'

const GROUP = '120363000000000001@g.us'

async function openWorld(): Promise<{ world: World; whatsapp: FakeWhatsApp }> {
  const world = await World.open({ open: openWhatsappLinked })
  onTestFinished(() => world.close())
  return { world, whatsapp: whatsappOf(world.platform) }
}

it('a decision counts only from the officer: by a thumb, or in reply to the card in a group; strangers are refused', async () => {
  const { world, whatsapp } = await openWorld()
  const officer = await world.officer('Bu Ratna')
  const citizen = await world.platform.someone('Siti')
  const stranger = await world.platform.someone('Orang lain')
  await world.tells(stranger, 'halo')
  const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
  await world.register(citizen, photo)
  const { card } = await cardOf(world, officer)
  const [ratna, siti, other] = whatsapp.people
  if (ratna === undefined || siti === undefined || other === undefined) throw new Error('somebody is missing')

  // Whoever has the message's id: in the own chat, by a thumb, in the group.
  await stranger.quotes(card, 'setujui')
  await other.reacts(card, '👍')
  await other.saysInGroup(GROUP, 'setujui', card.id)
  await siti.reacts(card, '👍')
  await world.settled(stranger, 0)
  await world.settled(citizen, 0)
  expect(stranger.inbox.some(({ text }) => /Setujui pendaftaran/.test(text))).toBe(false)
  expect(citizen.inbox.some(({ text }) => /disetujui|Setujui pendaftaran/.test(text))).toBe(false)

  const before = officer.inbox.length
  await ratna.reacts(card, '👎')
  await world.hears(officer, /Tolak|alasan/i, before)
  await world.tells(officer, 'batal')
  await world.settled(officer, 0)

  // In the group somebody has passed the card on; she answers that, and is asked in her own chat.
  const number = /REG-[\w-]+/.exec(card.text)?.[0] ?? ''
  const passedOn = { id: '3EB0PASSEDON', text: `Diteruskan: ${number}` }
  await other.saysInGroup(GROUP, 'setujui', passedOn)
  const asked = officer.inbox.length
  await ratna.saysInGroup(GROUP, 'setujui', { ...passedOn, text: `${number} dan REG-2611-AAAAAA` })
  await ratna.saysInGroup(GROUP, 'setujui', passedOn)
  await world.hears(officer, /Setujui pendaftaran/, asked)
  await world.tells(officer, 'ya')
  await world.hears(citizen, /disetujui/)
  expect(whatsapp.count(({ tag, attrs }) => tag === 'message' && attrs['to'] === GROUP)).toBe(0)
})

it('officers who watch over promises are told when the account is restricted, once a day', async () => {
  const { world, whatsapp } = await openWorld()
  const supervisor = await world.platform.someone('Pak Bagus')
  await world.tells(supervisor, await world.invitation('Pak Bagus', 'supervisor'))
  whatsapp.restrict()
  await world.hears(supervisor, /WhatsApp membatasi akun kantor/)
  whatsapp.restrict()
  await world.settled(supervisor, 0)
  expect(supervisor.inbox.filter(({ text }) => /WhatsApp membatasi akun kantor/.test(text))).toHaveLength(1)
  const { payload } = await world.loket.app.inject({ url: '/metrics' })
  expect(payload).toContain('loket_channel_troubles_total{account="whatsapp",what="restricted"} 2')
  expect(world.logLines.join('')).toMatch(/"level":"error".*"reason":"restricted".*the WhatsApp account is in trouble/)
})

it('what waits for the connection goes out as soon as there is one, and not only at its next try', async () => {
  const { world, whatsapp } = await openWorld()
  const citizen = await world.platform.someone('Siti')
  await world.tells(citizen, 'halo')
  const heard = citizen.inbox.length
  // The answer is lost with the connection, and there is none for a while.
  whatsapp.refusals.push(...Array.from({ length: 1000 }, () => 503))
  whatsapp.faults.nextAck('cut')
  await citizen.says('bantuan')
  const { unitOfWork } = world.loket
  const farOff = world.time.now() + 365 * 86_400_000
  // Its next try is put off for good, once it is not just being tried.
  for (let puttingOff = true; puttingOff;) {
    await unitOfWork.run((tx) => tx.$executeRaw`UPDATE Outbox SET dueAt = ${farOff} WHERE status = 0 AND error = 'account-down'`)
    const later = world.time.now() + 15_000
    await world.until(() => world.time.now() > later || undefined, 'time passes')
    const waits = await unitOfWork.run((tx) => tx.outbox.count({ where: { status: 0, dueAt: farOff } }))
    puttingOff = waits === 0
  }
  whatsapp.refusals.length = 0
  await world.hears(citizen, /./, heard)
  expect(world.time.now()).toBeLessThan(farOff)
})

it('a photo that may be seen once does not come along: an ordinary one is asked for', async () => {
  const { world, whatsapp } = await openWorld()
  const citizen = await world.platform.someone('Siti')
  await world.fillUntil(citizen, 'ktp')
  const before = citizen.inbox.length
  await whatsapp.people[0]?.sends({ viewOnceMessageV2: { message: { imageMessage: { viewOnce: true } } } })
  expect((await world.hears(citizen, /sekali lihat/, before)).text).toMatch(/tidak sampai ke kami[^]*foto biasa/)
})
