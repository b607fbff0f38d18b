import { describe, expect, it } from 'vitest'
import { loadAgencies, loadHolidays } from '../../../bot/agencies.ts'
import { loadRegions } from '../../../bot/regions.ts'
import { loadTexts } from '../../../bot/texts.ts'
import { allFlows, FRONT } from '../../../flows/all.ts'
import { SMALL_TALK } from '../../../flows/citizen/small-talk.ts'
import type { Region, RegionLevel } from '../../../flows/fields/region-directory.ts'
import { SmallTalkSet } from '../../../flows/engine/small-talk.ts'
import { normalise, understand } from '../../../flows/engine/words.ts'
import type { Ports } from '../../../flows/ports.ts'
import { choicesOf, said, World } from '../../engine/world.ts'
import { hostileTexts } from '../../fields/hostile.ts'
import { changingPorts } from '../../support/changing-ports.ts'
import { person } from '../registering.ts'

const [loaded] = loadAgencies(loadTexts(), loadHolidays())
if (loaded === undefined) throw new Error('no agency')
const regions = await loadRegions()
const flows = allFlows({ ...loaded, regions, publicUrl: 'http://localhost:8080' })

/** Somebody whom the counter knows nothing of, who has been greeted already. */
async function greeted(): Promise<World<Ports>> {
  // Nothing that is asked of these ports depends on chance but where a registration stands: there is none.
  const ports = changingPorts(1, 'stranger')
  const world = new World<Ports>(flows, FRONT, {
    ...ports,
    registrations: {
      ...ports.registrations,
      mine: () => Promise.resolve([]),
      ownNik: () => Promise.resolve({ registered: false }),
    },
    drafts: { ...ports.drafts, elsewhere: () => Promise.resolve(null) },
  })
  await world.say('halo')
  return world
}

/** The same, with nothing open, not even the menu. */
async function free(): Promise<World<Ports>> {
  const world = await greeted()
  await world.say('forms')
  expect(world.open).toEqual([])
  return world
}

const { nik, name } = person(1)

async function askedFor(question: 'nik' | 'name' | 'kk' | 'birth-place' | 'mother-name'): Promise<World<Ports>> {
  const world = await greeted()
  await world.chat('daftar', 'setuju')
  const given = [nik, name, '3326010112150002', 'Pekalongan', '01-07-1990']
  for (const answer of given) {
    if (world.top?.step === question) return world
    await world.say(answer)
  }
  expect(world.top?.step).toBe(question)
  return world
}

/** What is said to it where nothing is open: part of the messages' keys. */
const FREE: readonly (readonly [text: string, answer: RegExp])[] = [
  ['gak bisa', /^small-talk-stuck$/],
  ['GA BISA KAK', /^small-talk-stuck$/],
  ['gimana', /guide-steps/],
  ['Gimana caranya???', /guide-steps/],
  ['udah', /^small-talk-nod$/],
  ['y', /^small-talk-nod$/],
  ['ok', /^small-talk-nod$/],
  ['oke kak', /^small-talk-nod$/],
  ['👍', /^small-talk-nod$/],
  ['makasih', /^small-talk-thanks$/],
  ['makasihhh ya kak', /^small-talk-thanks$/],
  ['terima kasih', /^small-talk-thanks$/],
  ['Terima kasih banyak, Bu!', /^small-talk-thanks$/],
  ['p', /^small-talk-greeting home-pick/],
  ['pagi min', /^small-talk-greeting home-pick/],
  ['mau bikin akun', /registration-consent/],
  ['Saya belum punya akun', /registration-consent/],
  ['cara daftar gimana', /guide-steps/],
  ['kok lama', /^small-talk-slow.*status-/],
  ['kok lama banget sih min', /^small-talk-slow.*status-/],
  ['ktp saya hilang', /^small-talk-lost-card.*requirements-detail.*service-ktp-elektronik/],
  ['kk hilang', /^small-talk-lost-card.*requirements-detail.*service-kartu-keluarga/],
  ['lupa pw', /forgot-password/],
  ['bot ya?', /^small-talk-bot$/],
  ['ini bot atau orang?', /^small-talk-bot$/],
  ['anjing…', /^small-talk-abuse$/],
  ['dasar layanan bangsat', /^small-talk-abuse$/],
  ['🙏🙏', /^small-talk-picture$/],
  ['😀', /^small-talk-picture$/],
  ['12', /^small-talk-number home-pick/],
  ['3326014107900001', /^small-talk-number home-pick/],
  ['how do I get a new card?', /^small-talk-english$/],
  ['Can someone help me please', /^small-talk-english$/],
  ['bayar berapa?', /^small-talk-cost$/],
  ['MAU DAFTAR DONG', /registration-consent/],
  ['KTP SAYA HILANG', /^small-talk-lost-card/],
  ['dafar', /registration-consent/],
  ['satus', /status-/],
  ['pendaftran', /registration-consent/],
  ['nggih', /^small-talk-nod$/],
  ['mboten', /^small-talk-nod$/],
  ['matur nuwun', /^small-talk-thanks$/],
  ['pripun', /guide-steps/],
  ['mboten saged', /^small-talk-stuck$/],
  ['kulo nuwun', /^small-talk-greeting home-pick/],
  ['bantuan', /^engine-help home-pick/],
  ['batal', /^engine-nothing-open home-pick/],
  ['sembarang kata yang tidak dikenal', /^home-pick/],
]

describe('small talk where nothing is asked', () => {
  it.each(FREE)('"%s"', async (text, answer) => {
    const world = await free()
    const turn = await world.say(text)
    expect(said(turn).join(' | ')).toMatch(answer)
    // There is always something to tap, or a question.
    expect(choicesOf(turn).length > 0 || world.top !== undefined).toBe(true)
  })

  it.each(FREE)('"%s" gets the same answer before the menu', async (text, answer) => {
    const world = await greeted()
    // Before the menu a number is a place in it.
    if (text === '12') return expect(said(await world.say(text)).join(' ')).toMatch(/home-pick/)
    if (text === 'sembarang kata yang tidak dikenal') return
    expect(said(await world.say(text)).join(' | ')).toMatch(answer)
  })

  it.each(['makasih', 'ok', 'y', 'gak bisa', '🙏', 'anjing', '12'])('"%s" as the very first word is greeted', async (text) => {
    const world = new World<Ports>(flows, FRONT, changingPorts(1, 'stranger'))
    expect(said(await world.say(text)).join(' ')).toMatch(/home-pick/)
  })

  it('English is offered to whoever writes it, and not once it is spoken', async () => {
    const world = await free()
    expect(said(await world.say('what is this please'))).toEqual(['small-talk-english'])
    await world.tap('/language-en')
    expect(said(await world.say('what is this please')).join(' ')).not.toContain('small-talk-english')
  })
})

/** What is said to it while the NIK is asked: the question is not lost. */
const ASKED: readonly (readonly [text: string, answer: RegExp])[] = [
  ['gak bisa', /^registration-nik-help engine-still-unsure registration-nik$/],
  ['gimana', /^registration-nik-help engine-still-unsure registration-nik$/],
  ['pripun', /^registration-nik-help/],
  ['nik itu apa ya', /^registration-nik-help/],
  ['Apa itu NIK?', /^registration-nik-help/],
  ['lihatnya di mana kak', /^registration-nik-help/],
  ['makasih', /^small-talk-thanks registration-nik$/],
  ['matur nuwun', /^small-talk-thanks registration-nik$/],
  ['p', /^small-talk-greeting registration-nik$/],
  ['pagi min', /^small-talk-greeting registration-nik$/],
  ['halo?', /^small-talk-greeting registration-nik$/],
  ['kok lama', /^small-talk-slow registration-nik$/],
  ['bentar ya', /^small-talk-wait registration-nik$/],
  ['bot ya?', /^small-talk-bot registration-nik$/],
  ['anjing…', /^small-talk-abuse registration-nik$/],
  ['apa urusannya anjing', /^small-talk-abuse registration-nik$/],
  ['what do I need for this', /^small-talk-english registration-nik$/],
  ['mau bikin akun', /^engine-resume registration-title registration-nik$/],
  ['cara daftar gimana', /guide-steps.*registration-nik$/],
  ['ktp saya hilang', /requirements-detail.*registration-nik$/],
  ['lupa pw', /forgot-password/],
  ['satus', /status-/],
  ['y', /^field-nik-letters$/],
  ['😀', /^engine-empty registration-nik$|^engine-empty/],
]

describe('small talk while something is asked', () => {
  it.each(ASKED)('"%s"', async (text, answer) => {
    const world = await askedFor('nik')
    expect(said(await world.say(text)).join(' ')).toMatch(answer)
    expect(world.open[0]).toBe('registration')
    if (world.open.length > 1) await world.say('batal')
    await world.say(nik)
    expect(world.answers('registration')['nik']).toBe(nik)
  })

  it('who is stuck is helped, then led to a human', async () => {
    const world = await askedFor('kk')
    expect(said(await world.say('gak bisa'))).toEqual(['registration-kk-help engine-still-unsure registration-kk'])
    expect(said(await world.say('susah kak'))).toEqual(['engine-stuck registration-kk'])
    expect(choicesOf(world.last).map(({ id }) => id)).toContain('/human')
  })

  it('at a yes-or-no question "udah", "y", "nggih" and "sampun" are a yes, "mboten" and "dereng" a no', async () => {
    for (const word of ['udah', 'y', 'nggih', 'inggih', 'sampun', 'udah bener kak', 'leres']) expect(understand(word)).toBe('yes')
    for (const word of ['mboten', 'dereng', 'gak', 'blm']) expect(understand(word)).toBe('no')
    const world = await askedFor('kk')
    await world.say('batal')
    expect(said(await world.say('gak bisa'))).toEqual(['engine-help engine-aside-cancel registration-title'])
    expect(said(await world.say('makasih'))).toEqual(['small-talk-thanks engine-aside-cancel registration-title'])
    expect(said(await world.say('mboten'))).toEqual(['registration-kk'])
  })

  it('a photo is asked for again, kindly, where words come', async () => {
    const world = await askedFor('name')
    for (const text of ['Siti Aminah', '3326010112150002', 'Pekalongan', '01-07-1990', 'Sri Lestari', 'jateng', '26'])
      await world.say(text)
    for (const text of ['karanganyar', 'karangsari', '081200000001', 'siti@contoh.id']) await world.say(text)
    expect(world.top?.step).toBe('ktp')
    expect(said(await world.say('makasih'))).toEqual(['small-talk-thanks registration-ktp'])
    expect(said(await world.say('ktp saya hilang')).join(' ')).toMatch(/requirements-detail.*registration-ktp$/)
    expect(said(await world.say('udah')).join(' ')).toMatch(/field-document-none registration-ktp/)
  })
})

describe('real answers', () => {
  it.each(['Udah', 'Oke', 'Pagi', 'Sore', 'Tai', 'Lama', 'Bagus', 'Siti Pagi', 'Anjani', 'Halimah', 'Makmur', 'Nuwuningsih'])(
    'a name "%s" stays a name',
    async (answer) => {
      const world = await askedFor('name')
      await world.say(answer)
      expect(world.answers()['name']).toBe(answer)
    },
  )

  it('a password made of a greeting stays a password', async () => {
    const world = await greeted()
    await world.chat('login', nik)
    await world.say('selamat pagi kawan lama')
    expect(world.top?.step).toBe('sum')
  })

  it('no phrase that is sure is the name of a region', () => {
    const below = (level: RegionLevel, above: readonly Region[]) => above.flatMap(({ code }) => regions.within(level, code))
    const provinces = regions.within('province', '')
    const regencies = below('regency', provinces)
    const names = new Set([...provinces, ...regencies, ...below('district', regencies)].map(({ name: one }) => normalise(one)))
    const phrases = SMALL_TALK.flatMap(({ sure }) => sure)
    expect(names.size).toBeGreaterThan(1000)
    expect(phrases.filter((phrase) => names.has(normalise(phrase)))).toEqual([])
  })

  it('nothing hostile is small talk whatever is asked', () => {
    const set = new SmallTalkSet(SMALL_TALK)
    for (const [what, text] of hostileTexts) expect(set.sure(text), what).toBeUndefined()
  })
})

describe('the table', () => {
  it('says everything once, in words that it understands itself, and that are no command', () => {
    const set = new SmallTalkSet(SMALL_TALK)
    const seen = new Map<string, string>()
    for (const { id, sure, maybe } of SMALL_TALK)
      for (const phrase of [...sure, ...maybe]) {
        expect(seen.get(phrase), `"${phrase}" stands in ${id}`).toBeUndefined()
        seen.set(phrase, id)
        expect(set.maybe(phrase, 'id')?.id, phrase).toBe(id)
        expect(['back', 'cancel', 'restart', 'help', 'skip'], phrase).not.toContain(understand(phrase))
      }
  })

  it('never guesses between two kinds', () => {
    const set = new SmallTalkSet([
      { id: 'a', sure: ['bantal'], maybe: [] },
      { id: 'b', sure: ['pantal'], maybe: [] },
    ])
    expect(set.maybe('bantal', 'id')?.id).toBe('a')
    expect(set.maybe('kantal', 'id')).toBeUndefined()
    expect(set.maybe('bantall', 'id')?.id).toBe('a')
  })
})
