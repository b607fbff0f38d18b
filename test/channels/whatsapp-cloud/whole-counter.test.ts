import { expect, it, onTestFinished } from 'vitest'
import type { FakeCloudApi } from '../../fakes/cloud-api/fake-cloud-api.ts'
import { apiOf, openWhatsappCloud, personOf } from '../conformance/whatsapp-cloud-platform.ts'
import { World } from '../conformance/world.ts'

async function openWorld(): Promise<{ world: World; api: FakeCloudApi }> {
  const world = await World.open({ open: (now) => openWhatsappCloud('shown', now) })
  onTestFinished(() => world.close())
  return { world, api: apiOf(world.platform) }
}

const given = (world: World) => world.loket.unitOfWork.run((tx) => tx.outbox.findMany({ where: { status: 2 } }))

it('a message that Meta took and could not deliver for a passing reason goes out again, the same', async () => {
  const { world, api } = await openWorld()
  const person = await world.platform.someone('Siti')
  await world.tells(person, 'halo')
  const before = person.inbox.length
  const sent = api.count('send')
  api.faults.next('send', { is: 'fails-later', code: 131000 }, 2)
  await person.says('daftar')
  const times = () => person.inbox.slice(before).filter(({ text }) => /setuju/i.test(text)).length
  await world.until(() => (times() > 0 ? true : undefined), 'the message')
  expect(await given(world)).toEqual([])
  expect(api.count('send') - sent).toBe(3)
  await world.settled(person, before)
  expect(times()).toBe(1)
})

it('a message that fails again and again is given up after four tries', async () => {
  const { world, api } = await openWorld()
  const person = await world.platform.someone('Siti')
  await world.tells(person, 'halo')
  const before = api.count('send')
  api.faults.next('send', { is: 'fails-later', code: 131000 }, 9)
  await person.says('daftar')
  let dead: Awaited<ReturnType<typeof given>> = []
  await world.until(() => {
    void given(world).then((rows) => (dead = rows))
    return dead.length > 0 ? true : undefined
  }, 'the end of it')
  expect(dead).toMatchObject([{ error: 'whatsapp-131000', payload: null, attempts: 4 }])
  expect(api.count('send') - before).toBe(4)
})

it('a changed number ends what was open in the chat: an officer’s seat too', async () => {
  const { world } = await openWorld()
  const officer = await world.officer('Bu Ratna')
  expect(await world.tells(officer, 'antrian')).toMatch(/Tidak ada yang menunggu/)
  const before = officer.inbox.length
  personOf(officer).sends({ type: 'system', system: { body: 'x', type: 'user_changed_number', wa_id: '628119990001' } })
  await world.hears(officer, /dipakai akun atau HP yang lain/, before)
  expect(await world.tells(officer, 'antrian')).not.toMatch(/Tidak ada yang menunggu|Antrian/)
  expect(officer.inbox.filter(({ text }) => /dipakai akun atau HP yang lain/.test(text))).toHaveLength(1)
})

it('trouble of the account reaches those who watch over promises, once', async () => {
  const { world, api } = await openWorld()
  const supervisor = await world.platform.someone('Pak Bagus')
  await world.tells(supervisor, await world.invitation('Pak Bagus', 'supervisor'))
  const tells = (field: string, event: string) =>
    api.webhook.post(
      JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field, value: { event } }] }] }),
    )
  expect(await tells('message_template_status_update', 'APPROVED')).toBe(200)
  expect(await tells('message_template_status_update', 'PAUSED')).toBe(200)
  expect(await tells('message_template_status_update', 'PAUSED')).toBe(200)
  expect(await tells('phone_number_quality_update', 'FLAGGED')).toBe(200)
  await world.hears(supervisor, /menolak atau menghentikan template/)
  await world.hears(supervisor, /Mutu nomor WhatsApp resmi kantor turun/)
  await world.settled(supervisor, 0)
  expect(supervisor.inbox.filter(({ text }) => /template/.test(text))).toHaveLength(1)
  expect(world.logLines.join('')).toMatch(/"level":"error".*"reason":"template-refused".*trouble with the account/)
})
