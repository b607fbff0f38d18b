import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { FileTooLarge } from '../../../bot/channels/channel.ts'
import { openChannel } from './small-counter.ts'

const MAX = 1_000_000

it('a file is fetched whole or not at all: length and hashes are checked, and what WhatsApp has lost is asked of the phone', async () => {
  const { start, arrivals, channel, got, whatsapp } = await openChannel()
  await start()
  const siti = whatsapp.person()
  const bytes = randomBytes(50_000)
  const ref = () => {
    const last = got.at(-1)?.event
    return last?.kind === 'file' ? last.file.ref : ''
  }

  const id = await siti.sendsPhoto(bytes)
  await arrivals(1)
  expect(Buffer.from(await channel.fetch(ref(), MAX)).equals(bytes)).toBe(true)
  await expect(channel.fetch(ref(), 49_999)).rejects.toThrow(FileTooLarge)

  for (const is of ['half-sent', 'altered'] as const) {
    whatsapp.media.next('GET', { is })
    await expect(channel.fetch(ref(), MAX)).rejects.toThrow(/fetched|altered/)
  }
  whatsapp.media.next('GET', { is: 'slow', ms: 20 })
  expect(Buffer.from(await channel.fetch(ref(), MAX)).equals(bytes)).toBe(true)
  whatsapp.media.next('GET', { is: 'endless' })
  await expect(channel.fetch(ref(), MAX)).rejects.toThrow(FileTooLarge)
  whatsapp.media.next('GET', { is: 'refused', status: 503 })
  await expect(channel.fetch(ref(), MAX)).rejects.toThrow('could not be fetched')

  whatsapp.media.forget(siti.fileOf(id)?.directPath ?? '')
  expect(Buffer.from(await channel.fetch(ref(), MAX)).equals(bytes)).toBe(true)

  // What a message says of its file may be a lie.
  await siti.sendsPhoto(bytes, { fileSha256: randomBytes(32) })
  await arrivals(2)
  await expect(channel.fetch(ref(), MAX)).rejects.toThrow('not what its message said')
  await siti.sendsPhoto(bytes, { fileLength: 10 })
  await arrivals(3)
  await expect(channel.fetch(ref(), MAX)).rejects.toThrow('not what its message said')

  // The host that a message names is not asked: it could be this very machine.
  const elsewhere = await siti.upload(bytes, 'document')
  await siti.sends({ documentMessage: { ...elsewhere, url: 'https://127.0.0.1:1/secret', mimetype: 'image/jpeg' } }, 'media')
  await arrivals(4)
  expect(Buffer.from(await channel.fetch(ref(), MAX)).equals(bytes)).toBe(true)
  await expect(channel.fetch('bm90aGluZw', MAX)).rejects.toThrow('no file of a message')
})
