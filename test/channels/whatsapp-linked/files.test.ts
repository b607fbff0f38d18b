import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { FileTooLarge } from '../../../bot/channels/channel.ts'
import { fileRef } from '../../../bot/channels/whatsapp-linked/file-ref.ts'
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

/** A photo that somebody has sent and that WhatsApp has lost; fetching it, while time passes. */
async function lostPhoto() {
  const world = await openChannel()
  const { start, arrivals, channel, eventually, got, time, whatsapp } = world
  await start()
  const siti = whatsapp.person()
  const bytes = randomBytes(5000)
  const id = await siti.sendsPhoto(bytes)
  await arrivals(1)
  const path = siti.fileOf(id)?.directPath ?? ''
  const event = got.at(-1)?.event
  const ref = event?.kind === 'file' ? event.file.ref : ''
  const fetched = async () => {
    let outcome: unknown
    void channel.fetch(ref, MAX).then(
      (found) => (outcome = Buffer.from(found)),
      (error: unknown) => (outcome = error),
    )
    await eventually(() => {
      // Nobody answers: nothing can come too late for the patience that passes.
      if (whatsapp.faults.phoneIsOff) time.pass(5000)
      expect(outcome).toBeDefined()
    })
    return outcome
  }
  const asked = () => whatsapp.count(({ tag, attrs }) => tag === 'receipt' && attrs.type === 'server-error')
  return { ...world, asked, bytes, fetched, path }
}

it.each([404, 410])('a file that is gone (%i) is asked of the phone, also when it then lies where it lay', async (status) => {
  const { asked, bytes, fetched, path, whatsapp } = await lostPhoto()
  const sealed = whatsapp.media.file(path)
  whatsapp.media.forget(path)
  whatsapp.media.next('GET', { is: 'refused', status })
  whatsapp.media.restoresInPlace = true
  expect(await fetched()).toEqual(bytes)
  expect(asked()).toBe(1)
  expect(whatsapp.media.file(path)).toEqual(sealed)
})

it('a phone that has the file no more, that does not answer, or that brings another file, gives no file', async () => {
  const { asked, fetched, path, whatsapp } = await lostPhoto()
  const sealed = whatsapp.media.file(path) ?? Buffer.alloc(0)
  whatsapp.media.forget(path)
  whatsapp.media.keep(Buffer.alloc(0), path)
  whatsapp.media.forget(path)
  expect(await fetched()).toMatchObject({ name: 'FileGone' })
  whatsapp.faults.phoneIsOff = true
  expect(await fetched()).toMatchObject({ name: 'FileGone' })
  whatsapp.faults.phoneIsOff = false
  whatsapp.media.keep(Buffer.from(sealed).fill(7, 100, 200), path)
  whatsapp.media.forget(path)
  expect(await fetched()).toMatchObject({ message: 'a file came incomplete or altered' })
  expect(asked()).toBe(3)
})

it('a path that names another machine is not followed', async () => {
  const { start, channel, whatsapp } = await openChannel()
  await start()
  const bytes = randomBytes(32)
  for (const directPath of ['//127.0.0.1:1/secret', '/\\127.0.0.1:1/secret', '/\t/127.0.0.1:1/secret']) {
    const held = { mediaKey: bytes, fileSha256: bytes, fileEncSha256: bytes, fileLength: 10, directPath }
    const ref = fileRef({ ...held, as: 'photo', key: { id: '3A01', remoteJid: '1@lid' } }) ?? ''
    await expect(channel.fetch(ref, MAX)).rejects.toThrow('no place of a file')
  }
  expect(whatsapp.media.count).toBe(0)
})
