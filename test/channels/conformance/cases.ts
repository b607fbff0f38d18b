import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { vi } from 'vitest'
import { SITI } from '../../conversations/registering.ts'
import type { Someone } from './platform.ts'
import { cardOf, type World } from './world.ts'

/** Bytes; a photo up to 30 MB is made smaller instead of being refused. */
const TOO_LARGE = 30 * 2 ** 20 + 1

/** A photo of a plain colour. */
function photo(red = 120): Promise<Buffer> {
  return sharp({ create: { width: 900, height: 600, channels: 3, background: { r: red, g: 160, b: 200 } } })
    .jpeg()
    .toBuffer()
}

const hash = (bytes: Uint8Array | undefined): string =>
  createHash('sha256')
    .update(bytes ?? new Uint8Array())
    .digest('hex')

const count = (texts: readonly string[], pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length

async function citizen(world: World): Promise<Someone> {
  return world.platform.someone('Siti')
}

/** A registration that waits for an officer. */
async function waiting(world: World) {
  const officer = await world.officer('Bu Ratna')
  const person = await citizen(world)
  await world.register(person, await photo())
  return { officer, person, ...(await cardOf(world, officer)) }
}

/** Waits until so many people are noted as stopped. */
async function stopped(world: World, wanted: number): Promise<void> {
  let found = -1
  let isCounting = false
  await world.until(() => {
    if (found === wanted) return true
    if (isCounting) return undefined
    isCounting = true
    void world.loket.unitOfWork
      .run((tx) => tx.contact.count({ where: { stoppedAt: { not: null } } }))
      .then((count) => ([found, isCounting] = [count, false]))
    return undefined
  }, `${wanted} contacts are noted as stopped`)
}

/** What every channel must do, on its platform, with the whole counter behind it. */
export const CASES = {
  'answers a text': async (world: World) => {
    match(await world.tells(await citizen(world), 'halo'), /Selamat datang/)
  },

  'takes a choice by its button': async (world: World) => {
    const person = await citizen(world)
    await world.tells(person, 'halo')
    match(await world.answer(person, () => person.taps('Daftar')), /setuju/i)
  },

  'passes a photo on, byte for byte, in and out': async (world: World) => {
    const officer = await world.officer('Bu Ratna')
    const person = await citizen(world)
    const bytes = await photo(33)
    await world.register(person, bytes)
    const { photo: seen } = await cardOf(world, officer)
    equal(hash(seen.file?.bytes), hash(bytes))
  },

  'passes a document on, byte for byte, in and out': async (world: World) => {
    const officer = await world.officer('Bu Ratna')
    const person = await citizen(world)
    const bytes = await photo(77)
    await world.fillUntil(person, 'ktp')
    await person.sendsDocument(bytes, 'ktp saya; "asli".jpg', 'image/jpeg')
    await world.finish(person)
    const { photo: seen } = await cardOf(world, officer)
    equal(hash(seen.file?.bytes), hash(bytes))
  },

  'sends several files together': async (world: World) => {
    const { officer, person, card, photo: first } = await waiting(world)
    await world.settled(officer, 0)
    const number = /REG-\d+-\w+/.exec(card.text)?.[0] ?? ''
    const before = officer.inbox.length
    await officer.says('antrian')
    await world.until(() => officer.inbox.slice(before).find(({ labels }) => labels.includes(number)), 'the queue')
    const opened = officer.inbox.length
    await officer.taps(number)
    await world.hears(officer, /Siti Aminah/, opened)
    const shown = () => officer.inbox.slice(before).filter(({ file }) => file !== undefined)
    // The case as one picture, and the photo.
    const files = await world.until(() => (shown().length < 2 ? undefined : shown()), 'both files')
    equal(files.length, 2)
    equal(files[0]?.file?.bytes.subarray(0, 3).toString('hex'), 'ffd8ff')
    equal(hash(files[1]?.file?.bytes), hash(first.file?.bytes))
    deepEqual(
      files.map(({ album }) => album !== undefined),
      [world.platform.hasAlbums === true, world.platform.hasAlbums === true],
    )
    equal(new Set(files.map(({ album }) => album)).size, 1)
    equal(files[0]?.text, 'Dokumen perkara ini')
    ok(!person.inbox.some(({ file }) => file !== undefined))
  },

  'takes the first photo of an album and says so once': async (world: World) => {
    const officer = await world.officer('Bu Ratna')
    const person = await citizen(world)
    const bytes = await Promise.all([photo(11), photo(90), photo(170)])
    await world.fillUntil(person, 'ktp')
    const before = person.inbox.length
    await world.extra('album')(person, bytes)
    await world.finish(person)
    const said = person.inbox.slice(before).map(({ text }) => text)
    equal(said.filter((text) => /cukup satu foto/.test(text)).length, 1)
    const { photo: seen } = await cardOf(world, officer)
    equal(hash(seen.file?.bytes), hash(bytes[0]))
  },

  'handles a message once that is delivered twice': async (world: World) => {
    const person = await citizen(world)
    await world.tells(person, 'halo')
    const before = person.inbox.length
    await world.extra('duplicate')(person, 'daftar')
    equal(count(await world.settled(person, before), /setuju/i), 1)
  },

  'answers what was said while it was closed, in order': async (world: World) => {
    const person = await citizen(world)
    await world.tells(person, 'halo')
    const before = person.inbox.length
    await world.stop()
    await person.says('daftar')
    await person.says('setuju')
    await person.says(SITI.nik)
    equal(person.inbox.length, before)
    await world.start()
    await world.hears(person, /nama/i, before)
    const said = await world.settled(person, before)
    match(said.join('\n'), /setuju[^]*NIK[^]*nama/i)
  },

  'takes a message again that it could not keep': async (world: World) => {
    const person = await citizen(world)
    await world.tells(person, 'halo')
    const before = person.inbox.length
    const run = vi.spyOn(world.loket.unitOfWork, 'run').mockRejectedValue(new Error('the disk is full'))
    await person.says('daftar')
    await world.until(() => (run.mock.calls.length > 2 ? true : undefined), 'some tries')
    equal(person.inbox.length, before)
    run.mockRestore()
    equal(count(await world.settled(person, before), /setuju/i), 1)
  },

  'handles a message once that was kept but not acknowledged before a crash': async (world: World) => {
    const person = await citizen(world)
    await world.tells(person, 'halo')
    const before = person.inbox.length
    world.extra('loseAcknowledgements')()
    await world.tells(person, 'daftar')
    await world.stop()
    await world.start()
    equal(count(await world.settled(person, before), /setuju/i), 1)
  },

  'says that a changed message is not read again': async (world: World) => {
    const person = await citizen(world)
    await world.fillUntil(person, 'kk')
    const before = person.inbox.length
    await world.extra('edit')(person, 'Siti Aminah Zahra')
    match((await world.hears(person, /tidak kami baca ulang/, before)).text, /kembali/)
    match(await world.tells(person, SITI.kk), /lahir/i)
  },

  'takes an officer’s decision by a quoted reply': async (world: World) => {
    const { officer, person, card } = await waiting(world)
    match(await world.answer(officer, () => officer.quotes(card, 'setuju')), /Setujui pendaftaran/)
    await world.tells(officer, 'ya')
    await world.hears(person, /disetujui/)
  },

  'takes an officer’s decision by a button': async (world: World) => {
    const { officer, person } = await waiting(world)
    match(await world.answer(officer, () => officer.taps('Setujui')), /Setujui pendaftaran/)
    await world.tells(officer, 'ya')
    await world.hears(person, /disetujui/)
  },

  'refuses the decision of somebody else': async (world: World) => {
    const { card, person } = await waiting(world)
    const stranger = await world.platform.someone('Orang lain')
    await world.tells(stranger, 'halo')
    await world.extra('forge')(stranger, card, 'Setujui')
    const before = stranger.inbox.length
    await world.hears(stranger, /bukan petugas|hanya untuk petugas|Tidak ada tugas/i)
    await world.settled(stranger, before)
    equal(
      person.inbox.some(({ text }) => /disetujui/.test(text)),
      false,
    )
  },

  'enrols an officer by a link': async (world: World) => {
    const person = await world.platform.someone('Pak Bagus')
    const code = await world.invitation('Pak Bagus', 'supervisor')
    match(await world.answer(person, () => world.extra('openByLink')(person, code)), /Pak Bagus.*Supervisor/s)
  },

  'refuses a file that is too large': async (world: World) => {
    const person = await citizen(world)
    await world.fillUntil(person, 'ktp')
    const before = person.inbox.length
    await person.sendsDocument(Buffer.alloc(TOO_LARGE, 1), 'ktp.jpg', 'image/jpeg')
    await world.hears(person, /terlalu besar: paling besar 10 MB/, before)
  },

  'refuses a file that is not what it says': async (world: World) => {
    const person = await citizen(world)
    await world.fillUntil(person, 'ktp')
    const before = person.inbox.length
    await person.sendsDocument(Buffer.from('<script>alert(1)</script>'), 'ktp.jpg', 'image/jpeg')
    await world.hears(person, /bukan gambar/, before)
    await person.sendsPhoto((await photo()).subarray(0, 1500))
    await world.hears(person, /rusak atau terkirim sebagian/, before)
  },

  'fetches a file again that came half': async (world: World) => {
    const person = await citizen(world)
    await world.fillUntil(person, 'ktp')
    world.extra('breakDownload')()
    await person.sendsPhoto(await photo())
    await world.hears(person, /kata kunci/i)
  },

  'waits when the platform is in no hurry, and loses nothing': async (world: World) => {
    const person = await citizen(world)
    await world.tells(person, 'halo')
    const before = person.inbox.length
    world.extra('throttle')(3, 2)
    await person.says('daftar')
    equal(count(await world.settled(person, before), /setuju/i), 1)
  },

  'gives a message up that is refused for good, and goes on': async (world: World) => {
    const person = await citizen(world)
    await world.tells(person, 'halo')
    const before = person.inbox.length
    world.extra('refuseNext')()
    await person.says('daftar')
    equal(count(await world.settled(person, before), /setuju/i), 0)
    equal(await world.loket.unitOfWork.run((tx) => tx.outbox.count({ where: { status: 2 } })), 1)
  },

  'notes who cannot be reached any more': async (world: World) => {
    const { officer, person } = await waiting(world)
    await person.leaves()
    await world.answer(officer, () => officer.taps('Setujui'))
    await world.tells(officer, 'ya')
    await stopped(world, 1)
    match(await world.tells(officer, 'antrian'), /Tidak ada yang menunggu/)
  },

  'can reach somebody again who writes again': async (world: World) => {
    const { officer, person } = await waiting(world)
    await person.leaves()
    await world.answer(officer, () => officer.taps('Setujui'))
    await world.tells(officer, 'ya')
    await stopped(world, 1)
    await world.extra('comesBack')(person)
    await world.tells(person, 'halo')
    await stopped(world, 0)
  },

  'takes a number that the platform vouches for': async (world: World) => {
    const officer = await world.officer('Bu Ratna')
    const person = await citizen(world)
    await world.fillUntil(person, 'phone')
    match(await world.answer(person, () => world.extra('shareNumber')(person)), /e-mail/i)
    await world.tells(person, SITI.email)
    await person.sendsPhoto(await photo())
    await world.finish(person)
    doesNotMatch((await cardOf(world, officer)).card.text, /Nomor HP belum terbukti/)
  },

  'takes a secret out of the chat': async (world: World) => {
    const person = await citizen(world)
    await world.fillUntil(person, 'ktp')
    await person.sendsPhoto(await photo())
    await world.hears(person, /kata kunci/i)
    await world.tells(person, SITI.password)
    ok(!person.own.join('\n').includes(SITI.password))
    ok(person.own.includes(SITI.email))
  },

  'protects a link from being passed on': async (world: World) => {
    const { officer, person } = await waiting(world)
    await world.answer(officer, () => officer.taps('Setujui'))
    await world.tells(officer, 'ya')
    await world.hears(person, /aktivasi/)
    await world.settled(person, 0)
    const linked = person.inbox.filter(({ text }) => /\/l\/[\w-]{43}/.test(text))
    ok(linked.length > 1)
    ok(linked.every(({ isProtected }) => isProtected))
    ok(officer.inbox.filter(({ file }) => file !== undefined).every(({ isProtected }) => isProtected))
    ok(!person.inbox.some(({ text, isProtected }) => /Selamat datang|Daftar/.test(text) && isProtected))
  },

  'writes no secret and nothing personal into the log': async (world: World) => {
    const { officer } = await waiting(world)
    await world.answer(officer, () => officer.taps('Setujui'))
    await world.tells(officer, 'ya')
    await world.stop()
    const log = world.logLines.join('')
    const texts = [SITI.nik, SITI.kk, SITI.name, SITI.phone.slice(1), SITI.email, SITI.password, SITI.mother, 'daftar', '/l/']
    for (const secret of [...texts, ...world.platform.secrets]) ok(!log.includes(secret))
  },

  'stops cleanly, and calls nobody afterwards': async (world: World) => {
    const person = await citizen(world)
    await world.tells(person, 'halo')
    await world.stop()
    const calls = world.platform.calls()
    const before = person.inbox.length
    await person.says('daftar')
    for (let turns = 0; turns < 100; turns++) await new Promise((resolve) => setImmediate(resolve))
    equal(world.platform.calls(), calls)
    equal(person.inbox.length, before)
    const troubles = world.logLines.filter((line) => /"level":"(warn|error)"/.test(line))
    deepEqual(troubles, [])
  },
} satisfies Record<string, (world: World) => Promise<void>>

/** The name of a case. */
export type CaseName = keyof typeof CASES

/** What depends on what the counter makes of a file itself; in all other cases every file is a good one. */
export const LOOKED_INTO: ReadonlySet<CaseName> = new Set([
  'refuses a file that is too large',
  'refuses a file that is not what it says',
])
