import { describe, expect, it } from 'vitest'
import { SendError } from '../../../bot/channels/channel.ts'
import { link } from '../../../bot/channels/whatsapp-linked/linking.ts'
import { systemScheduler } from '../../../bot/runtime/scheduler.ts'
import { openChannel } from './small-counter.ts'

const NEW_OFFICE = { phone: '6281100007777', lid: '990055443399999' }

/** Siti has written, and the office has answered her. */
async function opened() {
  const world = await openChannel()
  const { account, arrivals, channel, eventually, isConnected, sends, settings, sink, start, whatsapp } = world
  await start()
  const siti = whatsapp.person()
  await siti.says('halo')
  await arrivals(1)
  await sends(siti.lid, 'Selamat datang')
  let connections = 1
  /** The link is ended on the phone; then an account is linked, the same or another, and used. */
  const relinks = async (owner = whatsapp.owner) => {
    whatsapp.unlink()
    await eventually(() => expect(account.rows.has('creds/creds')).toBe(false))
    whatsapp.owner = owner
    const guide = { qr: (text: string) => whatsapp.scan(text), code: () => undefined }
    await link({ account, settings, scheduler: systemScheduler }, guide, AbortSignal.timeout(20_000))
    await isConnected(++connections)
  }
  const restarts = async () => {
    await channel.stop()
    await channel.start(sink)
    await isConnected(++connections)
  }
  const messages = () => whatsapp.count(({ tag }) => tag === 'message')
  return { ...world, siti, relinks, restarts, messages, heard: () => siti.inbox.map(({ text }) => text) }
}

const failure = (outcome: unknown) => (outcome instanceof SendError ? outcome.failure : outcome)

describe('an account that was taken off the phone’s list and is linked again', () => {
  it('goes on where it was: what waits is sent to whoever had written', async () => {
    const { sends, siti, relinks, heard, arrivals, account, whatsapp } = await opened()
    const keys = account.rows.get('creds/creds')
    await relinks()
    expect(account.rows.get('creds/creds')).not.toBe(keys)
    expect(await sends(siti.lid, 'Berkas Anda disetujui')).toEqual([expect.any(String)])
    expect(heard()).toEqual(['Selamat datang', 'Berkas Anda disetujui'])
    await siti.says('terima kasih')
    expect((await arrivals(2)).at(-1)?.event).toEqual({ kind: 'text', text: 'terima kasih' })
    expect(whatsapp.isLinked).toBe(true)
  })

  it('with another number writes to nobody who has not written to that one, and so can be told elsewhere', async () => {
    const { sends, siti, relinks, heard, arrivals, messages, restarts, whatsapp } = await opened()
    const office = whatsapp.owner
    await relinks(NEW_OFFICE)
    const before = messages()
    expect(failure(await sends(siti.lid, 'Berkas Anda disetujui'))).toEqual({ kind: 'contact-stopped' })
    expect(messages()).toBe(before)

    await siti.says('halo nomor baru')
    await arrivals(2)
    expect(await sends(siti.lid, 'Halo lagi')).toEqual([expect.any(String)])

    // She is known there also after a restart, and when that number is linked anew.
    await restarts()
    expect(await sends(siti.lid, 'Masih di sini')).toEqual([expect.any(String)])
    await relinks(NEW_OFFICE)
    expect(await sends(siti.lid, 'Dan lagi')).toEqual([expect.any(String)])

    const budi = whatsapp.person({ name: 'Budi' })
    expect(failure(await sends(budi.lid, 'Halo'))).toEqual({ kind: 'contact-stopped' })
    await relinks(office)
    expect(await sends(siti.lid, 'Nomor lama')).toEqual([expect.any(String)])
    expect(heard()).toEqual(['Selamat datang', 'Halo lagi', 'Masih di sini', 'Dan lagi', 'Nomor lama'])
  })
})
