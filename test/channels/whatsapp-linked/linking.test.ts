import { mkdtemp, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { link, linkedNumber, LinkingFailed, unlink } from '../../../bot/channels/whatsapp-linked/linking.ts'
import { systemRandom } from '../../../bot/runtime/random.ts'
import { systemScheduler } from '../../../bot/runtime/scheduler.ts'
import { ChannelAuth, LeaseLost } from '../../../storage/channel-auth.ts'
import { openDatabase } from '../../../storage/database.ts'
import { migrate } from '../../../storage/migrate.ts'
import { UnitOfWork } from '../../../storage/unit-of-work.ts'
import { Sealer } from '../../../storage/vault/seal.ts'
import { FakeWhatsApp } from '../../fakes/whatsapp/fake-whatsapp.ts'
import { VirtualTime } from '../../support/virtual-time.ts'
import { MemoryAccount } from './small-counter.ts'

const SOON = () => AbortSignal.timeout(15_000)

async function openPlatform() {
  const time = new VirtualTime()
  const whatsapp = await FakeWhatsApp.open({ now: () => time.now() })
  onTestFinished(() => whatsapp.close())
  return { whatsapp, settings: { url: whatsapp.url } }
}

async function openStorage(given: { readonly lasting?: readonly string[] } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'loket-auth-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await migrate(join(folder, 'loket.db'))
  const unitOfWork = new UnitOfWork(await openDatabase(join(folder, 'loket.db')))
  onTestFinished(() => unitOfWork.close())
  const time = new VirtualTime()
  const parts = {
    unitOfWork,
    sealer: new Sealer(systemRandom.bytes(32), systemRandom),
    clock: time,
    random: systemRandom,
    ...given,
  }
  return { unitOfWork, time, open: () => new ChannelAuth('whatsapp', parts) }
}

describe('an account', () => {
  it('is linked by a QR, known by its number, and unlinked; what is kept is sealed under names that tell nothing', async () => {
    const { whatsapp, settings } = await openPlatform()
    const { unitOfWork, open } = await openStorage()
    const account = open()
    const parts = { account, settings, scheduler: systemScheduler }
    const codes: string[] = []
    const scan = (text: string) => {
      codes.push(text)
      whatsapp.scan(text)
    }
    const guide = { qr: scan, code: () => undefined }
    await link(parts, guide, SOON())
    expect(codes[0]).toMatch(/^https:\/\/wa\.me\/settings\/linked_devices#2@/)
    expect(await linkedNumber(account)).toBe(whatsapp.owner.phone)
    await expect(link(parts, guide, SOON())).rejects.toMatchObject({ reason: 'linked-already' })

    const rows = await unitOfWork.run((tx) => tx.channelAuth.findMany())
    expect(rows.length).toBeGreaterThan(3)
    for (const { key, value } of rows) {
      expect(key).toMatch(/^[\da-f]{64}$/)
      expect(Buffer.from(value).toString('latin1')).not.toContain(whatsapp.owner.phone)
    }

    await unlink(parts, SOON())
    await vi.waitFor(() => expect(whatsapp.isLinked).toBe(false))
    expect(await unitOfWork.run((tx) => tx.channelAuth.count())).toBe(0)
    await expect(unlink(parts, SOON())).rejects.toThrow(LinkingFailed)
  })

  it('is linked by a code that is typed on its phone', async () => {
    const { whatsapp, settings } = await openPlatform()
    const account = new MemoryAccount()
    const type = (code: string) => void vi.waitFor(() => whatsapp.type(code))
    const guide = { phone: whatsapp.owner.phone, qr: () => undefined, code: type }
    await link({ account, settings, scheduler: systemScheduler }, guide, SOON())
    expect(await linkedNumber(account)).toBe(whatsapp.owner.phone)
  })

  it('is linked although the database is busy when the lease is renewed meanwhile', async () => {
    const { whatsapp, settings } = await openPlatform()
    const account = new MemoryAccount()
    const time = new VirtualTime()
    const scan = (text: string) => {
      account.refusesLease = 1
      time.pass(6000)
      whatsapp.scan(text)
    }
    await link({ account, settings, scheduler: time }, { qr: scan, code: () => undefined }, SOON())
    expect(await linkedNumber(account)).toBe(whatsapp.owner.phone)
  })

  it('is not linked by one process while another has it, nor when nobody scans', async () => {
    const { settings } = await openPlatform()
    const account = new MemoryAccount()
    const guide = { qr: () => undefined, code: () => undefined }
    const parts = { account, settings, scheduler: systemScheduler }
    account.isTaken = true
    await expect(link(parts, guide, SOON())).rejects.toMatchObject({ reason: 'in-use' })
    account.isTaken = false
    const enough = new AbortController()
    await expect(link(parts, { ...guide, qr: () => enough.abort() }, enough.signal)).rejects.toMatchObject({ reason: 'stopped' })
    expect(account.rows.size).toBe(0)
  })
})

describe('the lease', () => {
  it('is one process’s at a time, and writing without it fails as a whole', async () => {
    const { open, time } = await openStorage()
    const [one, other] = [open(), open()]
    expect(await one.take()).toBe(true)
    expect(await one.take()).toBe(true)
    expect(await other.take()).toBe(false)
    await one.set([{ kind: 'session', name: '1.0', value: 'a' }])
    await expect(other.set([{ kind: 'session', name: '1.0', value: 'b' }])).rejects.toThrow(LeaseLost)
    await expect(other.forget()).rejects.toThrow(LeaseLost)
    time.pass(31_000)
    expect(await other.take()).toBe(true)
    await expect(one.set([{ kind: 'session', name: '1.0', value: null }])).rejects.toThrow(LeaseLost)
    expect([...(await other.get('session', ['1.0', '2.0']))]).toEqual([['1.0', 'a']])
    await one.release()
    expect(await one.take()).toBe(false)
    await other.release()
    expect(await one.take()).toBe(true)
  })

  it('of another machine keeps nobody out for days because the clock was set back', async () => {
    const { unitOfWork, open, time } = await openStorage()
    const lease = { account: 'whatsapp', owner: 'another-machine/1/x' }
    await unitOfWork.run((tx) => tx.channelLease.create({ data: { ...lease, until: BigInt(time.now() + 30_000) } }))
    const account = open()
    expect(await account.take()).toBe(false)
    await unitOfWork.run((tx) => tx.channelLease.updateMany({ data: { until: BigInt(time.now() + 86_400_000) } }))
    expect(await account.take()).toBe(true)
  })

  it('forgets the account, but what is of a lasting kind', async () => {
    const { open } = await openStorage({ lasting: ['met'] })
    const account = open()
    await account.take()
    await account.set([
      { kind: 'creds', name: 'creds', value: 'a' },
      { kind: 'met', name: 'b', value: 'c' },
    ])
    await account.forget()
    expect((await account.get('creds', ['creds'])).size).toBe(0)
    expect([...(await account.get('met', ['b']))]).toEqual([['b', 'c']])
  })

  it('of a process that was killed is free at once, also when it had the same number as ours, as in a container', async () => {
    const { unitOfWork, open, time } = await openStorage()
    const owner = `${hostname()}/${process.pid}/of-an-earlier-start`
    const until = BigInt(time.now() + 20_000)
    await unitOfWork.run((tx) => tx.channelLease.create({ data: { account: 'whatsapp', owner, until } }))
    const [account, other] = [open(), open()]
    expect(await account.take()).toBe(true)
    expect(await other.take()).toBe(false)
  })

  it('of a process that was killed is free at once; a wish reaches whoever holds it', async () => {
    const { unitOfWork, open, time } = await openStorage()
    const lease = (pid: number) => ({ account: 'whatsapp', owner: `${hostname()}/${pid}/x`, until: BigInt(time.now() + 20_000) })
    await unitOfWork.run((tx) => tx.channelLease.create({ data: lease(2 ** 22 + 1) }))
    const account = open()
    expect(await account.take()).toBe(true)
    expect(await account.isWished('unlink')).toBe(false)
    await open().wish('unlink')
    await open().wish('unlink')
    expect(await account.isWished('unlink')).toBe(true)
  })
})
