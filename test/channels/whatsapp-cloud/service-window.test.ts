import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { cardOf, World } from '../conformance/world.ts'
import { openWhatsappCloud } from '../conformance/whatsapp-cloud-platform.ts'
import { openChannel } from './open-channel.ts'

const HOUR = 3_600_000

describe('a day after somebody has written', () => {
  it('they get a template, and what waited when they write', async () => {
    const open = await openChannel()
    const { api, channel, time, released } = open
    const siti = api.person()
    siti.says('halo')
    await vi.waitFor(() => expect(open.got).toHaveLength(1))
    const to = siti.account.phone
    time.pass(23 * HOUR)
    await channel.send(to, { key: '1', text: 'masih boleh' })
    time.pass(HOUR)
    const waits = { failure: { kind: 'waits-for-person' } }
    await expect(channel.send(to, { key: '2', text: 'rahasia' })).rejects.toMatchObject(waits)
    expect(siti.inbox.map(({ text }) => text)).toEqual(['masih boleh', '[loket_ada_kabar] Disdukcapil'])
    expect(released).toEqual([to])
    siti.says('ada apa?')
    await vi.waitFor(() => expect(released).toEqual([to, to]))
    await channel.send(to, { key: '2', text: 'rahasia' })
    expect(siti.inbox.at(-1)?.text).toBe('rahasia')
  })

  it('they get it too when Meta alone knows that the day is over', async () => {
    const open = await openChannel({ lastHeard: async () => open.time.now() - HOUR })
    const siti = open.api.person()
    const waits = { failure: { kind: 'waits-for-person', retryAfterMs: 14 * 24 * HOUR } }
    await expect(open.channel.send(siti.account.phone, { key: '1', text: 'x' })).rejects.toMatchObject(waits)
    expect(siti.inbox.map(({ template }) => template)).toEqual(['loket_ada_kabar'])
    expect(open.api.count('send')).toBe(2)
  })

  it('they get the template of the notice, where the agency has one', async () => {
    const open = await openChannel({
      template: (notice) => ({
        name: notice === 'decision' ? 'loket_keputusan' : 'loket_ada_kabar',
        language: 'id',
        values: ['x'],
      }),
    })
    open.api.templates.set('loket_keputusan/id', 1)
    const siti = open.api.person()
    await open.channel.send(siti.account.phone, { key: '1', text: 'x', notice: 'decision' }).catch(() => undefined)
    expect(siti.inbox.map(({ template }) => template)).toEqual(['loket_keputusan'])
  })

  it.each([
    ['is not approved', 'loket_tidak_ada'],
    ['has another number of parameters', 'loket_ada_kabar'],
  ])('the message waits and the operator is told when the template %s', async (_what, name) => {
    const open = await openChannel({ template: () => ({ name, language: 'id', values: [] }) })
    const send = open.channel.send(open.api.person().account.phone, { key: '1', text: 'x' })
    await expect(send).rejects.toMatchObject({ failure: { kind: 'waits-for-person', retryAfterMs: 6 * HOUR } })
    expect(open.logLines.join('')).toContain('does not take a template')
  })

  it('the message goes at once when they write while they are being asked to', async () => {
    const open = await openChannel()
    const siti = open.api.person()
    open.api.faults.next('send', { is: 'slow', ms: 100 })
    const send = open.channel.send(siti.account.phone, { key: '1', text: 'kabarnya' })
    await vi.waitFor(() => expect(siti.inbox).toHaveLength(1))
    siti.says('ya?')
    await send
    expect(siti.inbox.at(-1)?.text).toBe('kabarnya')
  })
})

describe('with the whole counter', () => {
  let photo: Buffer
  beforeEach(async () => {
    photo = await readFile(join(import.meta.dirname, '../../../bot/web/simulator/page/sample-ktp.jpg'))
  })

  async function open() {
    const world = await World.open({ open: (now) => openWhatsappCloud('shown', now) })
    onTestFinished(() => world.close())
    return { world }
  }

  it('a decision that came too late waits through a restart, and nothing of it is lost', async () => {
    const { world } = await open()
    const officer = await world.officer('Bu Ratna')
    const person = await world.platform.someone('Siti')
    await world.register(person, photo)
    await cardOf(world, officer)
    world.time.pass(25 * HOUR)
    await world.tells(officer, 'antrian')
    const before = person.inbox.length
    await world.answer(officer, () => officer.taps('Setujui'))
    await world.tells(officer, 'ya')
    await world.until(() => person.inbox.slice(before).find(({ text }) => text.startsWith('[loket_ada_kabar]')), 'the template')
    expect(person.inbox.slice(before).some(({ text }) => /disetujui/.test(text))).toBe(false)
    await world.stop()
    await world.start()
    expect(person.inbox.slice(before)).toHaveLength(1)
    await person.says('ada apa?')
    await world.hears(person, /disetujui/, before)
    const news = person.inbox.slice(before).map(({ text }) => text)
    expect(news.filter((text) => /\[loket_ada_kabar\]/.test(text))).toHaveLength(1)
  })

  it('a message that is said not to have arrived is kept as given up, and its reader noted', async () => {
    const { world } = await open()
    const person = await world.platform.someone('Siti')
    await world.tells(person, 'halo')
    await person.leaves()
    await person.says('daftar')
    const rows = await world.until(() => {
      const lines = world.logLines.filter((line) => line.includes('did not arrive'))
      return lines.length > 0 ? lines : undefined
    }, 'a late failure')
    expect(JSON.parse(rows[0] ?? '')).toMatchObject({ kind: 'contact-stopped', status: 131026 })
    await vi.waitFor(async () => {
      const dead = await world.loket.unitOfWork.run((tx) => tx.outbox.findMany({ where: { status: 2 } }))
      expect(dead).toMatchObject([{ error: 'contact-stopped', payload: null }])
    })
  })
})
