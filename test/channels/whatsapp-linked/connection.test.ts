import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterDisconnect, backoff } from '../../../bot/channels/whatsapp-linked/disconnects.ts'
import { SendError } from '../../../bot/channels/channel.ts'
import { link } from '../../../bot/channels/whatsapp-linked/linking.ts'
import { systemScheduler } from '../../../bot/runtime/scheduler.ts'
import { openChannel } from './small-counter.ts'

const MINUTE = 60_000

describe('the end of a connection', () => {
  it('is followed by another as its reason asks for', async () => {
    const { start, isConnected, whatsapp, arrivals } = await openChannel()
    const siti = whatsapp.person()
    await start()
    let connections = 1
    for (const code of [515, 428, 408, 503, 500]) {
      whatsapp.end(code)
      await isConnected(++connections)
    }
    whatsapp.companion.connection?.cut()
    await isConnected(++connections)
    await siti.says('masih di sini')
    expect((await arrivals(1))[0]?.event).toEqual({ kind: 'text', text: 'masih di sini' })
  })

  it('by gibberish from the other side does no harm', async () => {
    const { start, isConnected, arrivals, whatsapp, eventually } = await openChannel()
    await start()
    whatsapp.companion.connection?.sendGarbage(Buffer.from('neither node nor anything'))
    whatsapp.companion.connection?.sendGarbage(Buffer.from([0, 248, 255, 255, 3]))
    whatsapp.companion.connection?.sendRaw(Buffer.from([0, 0, 20, ...Buffer.alloc(20)]))
    await eventually(() => expect(whatsapp.connections).toBeGreaterThan(2))
    await isConnected(2)
    await whatsapp.person().says('halo')
    await arrivals(1)
  })

  it('by another program is not fought over', async () => {
    const { start, time, eventually, troubles, whatsapp, isConnected } = await openChannel()
    await start()
    whatsapp.end(440)
    await eventually(() => expect(troubles).toEqual(['replaced']))
    const before = whatsapp.connections
    time.pass(MINUTE)
    expect(whatsapp.connections).toBe(before)
    time.pass(5 * MINUTE)
    await isConnected(2)
  })

  it('by the phone forgets the keys and says what to do; nothing is sent', async () => {
    const { start, account, eventually, logLines, troubles, whatsapp, sends } = await openChannel()
    await start()
    whatsapp.unlink()
    await eventually(() => expect(logLines.join('')).toContain('no WhatsApp account is linked'))
    expect([...account.rows.keys()]).toEqual(['office-number/first'])
    expect(troubles).toEqual(['unlinked'])
    expect(await sends('1@lid', 'halo')).toMatchObject({ failure: { kind: 'account-down' } })
  })

  it('by a ban or an old version keeps the keys, and is not tried in a hurry', async () => {
    const { start, account, time, eventually, troubles, whatsapp, isConnected } = await openChannel()
    await start()
    whatsapp.refusals.push(403)
    whatsapp.end(503)
    await eventually(() => expect(troubles).toEqual(['banned']))
    const before = whatsapp.connections
    time.pass(60 * MINUTE)
    expect(whatsapp.connections).toBe(before)
    expect(account.rows.has('creds/creds')).toBe(true)
    whatsapp.version = [2, 3000, 2_000_000_000]
    time.pass(6 * 60 * MINUTE)
    await eventually(() => expect(troubles).toEqual(['banned', 'version']))
    whatsapp.version = undefined
    time.pass(60 * MINUTE)
    await isConnected(2)
  })

  it('by a ban lets go of the account: another that is linked meanwhile is used at once', async () => {
    const { start, account, eventually, settings, troubles, whatsapp, isConnected } = await openChannel()
    await start()
    const before = account.released
    whatsapp.refusals.push(403)
    whatsapp.end(503)
    await eventually(() => expect(troubles).toEqual(['banned']))
    await eventually(() => expect(account.released).toBe(before + 1))
    await account.forget()
    const guide = { qr: (text: string) => whatsapp.scan(text), code: () => undefined }
    await link({ account, settings, scheduler: systemScheduler }, guide, AbortSignal.timeout(20_000))
    await isConnected(2)
    expect(troubles).toEqual(['banned'])
  })

  it('has an answer for every code', () => {
    fc.assert(
      fc.property(fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }), (code) => {
        const { wait, forgets } = afterDisconnect(code)
        expect(wait === 'backoff' || wait >= 0).toBe(true)
        expect(forgets === true).toBe(code === 401)
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, chance) => {
        const ms = backoff(failures, chance)
        expect(ms).toBeGreaterThanOrEqual(500)
        expect(ms).toBeLessThanOrEqual(2 * MINUTE)
      }),
    )
  })
})

describe('the account', () => {
  it('is left alone while another process has it, and taken when that lets go', async () => {
    const { account, channel, sink, time, eventually, logLines, isConnected, whatsapp } = await openChannel()
    account.isTaken = true
    const before = whatsapp.connections
    await channel.start(sink)
    await eventually(() => expect(logLines.join('')).toContain('another process uses the linked WhatsApp account'))
    time.pass(MINUTE)
    expect(whatsapp.connections).toBe(before)
    account.isTaken = false
    await isConnected(1)
    account.isTaken = true
    await eventually(() => expect(whatsapp.companion.connection).toBeUndefined())
  })

  it('is given back to its phone when somebody wishes', async () => {
    const { account, start, eventually, whatsapp } = await openChannel()
    await start()
    account.wish = 'unlink'
    await eventually(() => expect(whatsapp.isLinked).toBe(false))
    await eventually(() => expect([...account.rows.keys()]).toEqual(['office-number/first']))
  })

  it('that may not write to strangers any more is told of', async () => {
    const { start, eventually, troubles, whatsapp } = await openChannel()
    await start()
    whatsapp.restrict()
    await eventually(() => expect(troubles).toEqual(['restricted']))
  })

  it('writes each set of keys as one change, and nothing that was said or who said it into the log', async () => {
    const { start, account, arrivals, sends, logLines, whatsapp } = await openChannel()
    await start()
    const siti = whatsapp.person({ name: 'Siti Aminah' })
    await siti.says('rahasia sekali')
    await arrivals(1)
    await sends(siti.lid, 'balasan')
    // A new phone: the session begins anew.
    await siti.begins()
    await siti.says('lagi')
    await arrivals(2)
    const before = account.writes
    await sends(siti.lid, 'balasan lagi')
    expect(account.writes - before).toBeLessThan(8)
    const all = logLines.join('')
    expect(all).not.toMatch(/privKey|rahasia|balasan|Siti/)
    for (const secret of [siti.account.phone, siti.account.lid, whatsapp.owner.phone, whatsapp.owner.lid])
      expect(all).not.toContain(secret)
  })

  it('fails a send with a code and nothing else when it is not there', async () => {
    const { channel, sends } = await openChannel()
    const error = await sends('not an address', 'x')
    expect(error).toBeInstanceOf(SendError)
    expect(error).toMatchObject({ failure: { kind: 'final', code: 'chat-not-found' } })
    await expect(channel.fetch('eA', 10)).rejects.toThrow('no file of a message')
  })
})
