import { describe, expect, it } from 'vitest'
import { flow } from '../../flows/engine/flow.ts'
import { plainText } from '../../flows/fields/plain-text.ts'
import { region } from '../../flows/fields/region.ts'
import { hostileTexts } from '../fields/hostile.ts'
import { smallDirectory } from '../fields/small-directory.ts'
import { kept } from '../fields/documents.ts'
import { home, human, idle, smallFlows, smallWorld, type SmallPorts } from './small-flows.ts'
import { argsOf, choicesOf, offered, said } from './world.ts'

describe('beginning', () => {
  it.each(['halo', 'xyz', '', '12345'])('greets whoever writes %j when nothing is open', async (text) => {
    const world = smallWorld()
    expect(said(await world.say(text))).toEqual(['home-pick'])
    expect(offered(world.last)).toEqual(['form', 'short', 'status', 'login', 'parcel'])
  })

  it.each(['daftar', 'Daftar!', 'DAFTAR', 'saya mau daftar dong pak', 'dftar', 'pendaftarn'])(
    'begins the flow named by %j',
    async (text) => {
      const world = smallWorld()
      expect(said(await world.say(text))).toEqual(['form-welcome form-consent'])
      expect(world.open).toEqual(['form'])
    },
  )

  it('understands loose words at the menu, and a tapped, numbered or typed entry', async () => {
    for (const text of ['cek status ya pak', '3', 'no 3', 'Buka status']) {
      const world = smallWorld()
      await world.chat('halo', text)
      expect([text, world.open]).toEqual([text, ['status']])
    }
    const world = smallWorld()
    await world.say('halo')
    await world.tap('status')
    expect(world.open).toEqual(['status'])
  })

  it('begins a flow by a command, by its id or by its phrase, with what stands behind the colon', async () => {
    const world = smallWorld()
    await world.send({ kind: 'choice', id: '/enrol:a:b' })
    expect(argsOf(world.last, 'enrol-hello')).toEqual({ arg: 'a:b' })
    expect(said(await world.send({ kind: 'choice', id: '/menu' }))).toEqual(['home-pick'])
    expect(said(await world.send({ kind: 'choice', id: '/nothing' }))).toEqual(['engine-old-button home-pick'])
  })

  it('begins a flow by a text of its shape, but not in the middle of a form', async () => {
    const world = smallWorld()
    await world.say(' ptg-1234 ')
    expect(argsOf(world.last, 'enrol-hello')).toEqual({ arg: 'ptg-1234' })
    await world.chat('halo', 'PTG-1234')
    expect(said(world.last)).toEqual(['enrol-hello'])
    await world.chat('singkat', 'PTG-1234')
    expect(said(world.last)).toEqual(['field-nik-letters'])
  })

  it('begins a flow by a text that is no answer to anything, in the middle of a form too, which then goes on', async () => {
    const visit = flow<SmallPorts, { arg: string }>('visit', { version: 1, title: 'x', unmistakable: /^KUN-\d{4}$/i })
    const world = smallWorld([...smallFlows, visit.say('done', { args: ({ arg }) => ({ arg }) })])
    await world.chat('singkat', ' kun-1234\n')
    expect(said(world.last)).toEqual(['visit-done engine-resume short-title short-nik'])
    expect(argsOf(world.last, 'visit-done')).toEqual({ arg: 'kun-1234' })
    for (const other of ['KUN-12345', 'KUN-1234 KUN-1234', `KUN-1234${'0'.repeat(10_000)}`]) await world.say(other)
    expect(world.answers()).toEqual({})
    expect(world.open).toEqual(['short'])
  })

  it('takes a word of command in a reply to be about what it replies to', async () => {
    const world = smallWorld([
      ...smallFlows,
      flow<SmallPorts, { arg: string }>('approve', { version: 1, title: 'x', replyWords: ['setujui'] }).say('done', {
        args: ({ arg }) => ({ arg }),
      }),
    ])
    await world.send({ kind: 'text', text: 'Setujui.', about: '4TQ2' })
    expect(argsOf(world.last, 'approve-done')).toEqual({ arg: '4TQ2' })
    await world.chat('status')
    await world.send({ kind: 'text', text: 'REG-1', about: '4TQ2' })
    expect(said(world.last)).toEqual(['status-found'])
  })
})

describe('a form', () => {
  it('asks one question at a time, says how far it is, and ends with its answers forgotten', async () => {
    const world = smallWorld()
    await world.say('daftar')
    expect(argsOf(world.last, 'engine-progress')).toMatchObject({ n: 1, total: 10 })
    await world.tap('yes')
    expect(said(world.last)).toEqual(['form-name'])
    await world.chat('Siti Aminah', 'gak')
    expect(said(world.last)).toEqual(['form-province'])
    // married or not is known now: the question about the spouse is not counted
    expect(argsOf(world.last, 'engine-progress')).toMatchObject({ n: 4, total: 9 })
    await world.say('33')
    expect(said(world.last)).toEqual(['form-regency'])
    await world.tap('3375')
    expect(offered(world.last)).toEqual(['~skip'])
    await world.tap('~skip')
    expect(said(await world.photo())).toEqual([])
    expect(world.jobs).toMatchObject([{ job: 'intake', payload: { slot: 'ktp', ref: 'r-1' } }])
    await world.finish(kept())
    expect(said(world.last)).toEqual(['field-document-good form-secret engine-secure-entry'])
    await world.chat('kuda hijau berlari', 'kuda hijau berlari')
    expect(world.answers()).toMatchObject({
      consent: { given: true, reply: 'button:yes' },
      name: 'Siti Aminah',
      married: false,
      province: { code: '33' },
      regency: { code: '3375' },
      note: null,
      photo: { file: 'f-1' },
      secret: { sealed: 'sealed-18' },
    })
    const [removed, review] = said(world.last)
    expect(removed).toBe('delete-input')
    expect(review).toContain('form-review engine-review-row form-consent-label field-consent-yes')
    expect(review).not.toContain('kuda')
    expect(offered(await world.say('ya'))).toEqual([])
    expect(said(world.last)[0]).toMatch(/^form-sum field-sum/)
    const { scratch } = world.top ?? {}
    await world.say(String((scratch as { expected: number }).expected))
    expect(said(world.last)).toEqual(['form-done'])
    expect(argsOf(world.last, 'form-done')).toEqual({ number: 'N-11' })
    expect(offered(world.last)).toEqual(['/status'])
    expect(world.session).toMatchObject({ head: { stack: [], drafts: [] }, answers: {} })
    expect(world.timers.size).toBe(0)
  })

  it('asks what follows from an answer, and ends where the answer ends it', async () => {
    const world = smallWorld()
    await world.chat('daftar', 'ya', 'Siti Aminah', 'iya betul')
    expect(said(world.last)).toEqual(['form-spouse'])
    const other = smallWorld()
    await other.chat('daftar', 'tidak setuju')
    expect(said(other.last)).toEqual(['form-declined'])
    expect(other.open).toEqual([])
  })

  it('pages through a list, narrows it by words, and keeps the way to skip it', async () => {
    const many = flow<SmallPorts>('many', { version: 1, title: 'many-title', words: ['banyak'] }).ask(
      'pick',
      region(smallDirectory, 'province'),
      { optional: true },
    )
    const world = smallWorld([...smallFlows, many])
    await world.say('banyak')
    expect(choicesOf(world.last)).toHaveLength(10)
    await world.say('lainnya')
    expect(offered(world.last)).toEqual(['94', '95', '96', 'page:0', '~skip'])
    await world.say('barat')
    expect(said(world.last)[0]).toContain('field-region-several')
    expect(offered(world.last).at(-1)).toBe('~skip')
    await world.tap('~skip')
    expect(world.open).toEqual([])
  })

  it('takes the number of a choice where the field itself reads no numbers', async () => {
    const world = smallWorld()
    await world.chat('daftar', '1')
    expect(said(world.last)).toEqual(['form-name'])
    await world.chat('Siti', '2')
    expect(world.answers()).toMatchObject({ married: false })
    const mail = smallWorld()
    await mail.chat('singkat', '3326071708850001', '40', 'siti@gmial.com', '1')
    expect(mail.answers()).toMatchObject({ email: 'siti@gmail.com' })
    // a number that names no choice is an answer like any other
    const other = smallWorld()
    await other.chat('daftar', '7')
    expect(said(other.last)).toEqual(['field-consent-unclear form-consent'])
  })
})

describe('an answer that does not fit', () => {
  it('is explained without the question again, which the explanation says already', async () => {
    const world = smallWorld()
    await world.chat('singkat', '123')
    expect(said(world.last)).toEqual(['field-nik-length'])
    expect(world.top).toMatchObject({ step: 'nik', tries: 1 })
  })

  it('is explained with the question where there is something to choose or to calculate', async () => {
    const world = smallWorld()
    await world.chat('daftar', 'mungkin')
    expect(said(world.last)).toEqual(['field-consent-unclear form-consent'])
    expect(() => argsOf(world.last, 'engine-progress')).toThrow('is not said')
    expect(offered(world.last)).toEqual(['yes', 'no'])
  })

  it('brings help at the third time and a human at the fifth, and never stops listening', async () => {
    const world = smallWorld()
    await world.chat('singkat', '1', '2')
    expect(said(await world.say('3'))).toEqual(['field-nik-length short-nik-help short-nik'])
    expect(said(await world.say('4'))).toEqual(['field-nik-length'])
    await world.say('5')
    expect(said(world.last)).toEqual(['field-nik-length engine-stuck'])
    expect(offered(world.last)).toEqual(['/human'])
    expect(offered(await world.say('6'))).toEqual(['/human'])
    await world.tap('/human')
    expect(said(world.last)).toEqual(['human-how engine-resume short-title short-nik'])
    await world.say('3326071708850001')
    expect(world.top).toMatchObject({ step: 'age', tries: 0 })
  })

  it('is refused when it contradicts another answer', async () => {
    const world = smallWorld()
    await world.chat('singkat', '3326071708850001', '200')
    expect(said(world.last)).toEqual(['short-age-impossible'])
    expect(world.answers()).toEqual({ nik: '3326071708850001' })
  })

  it.each([
    [{ kind: 'other', what: 'sticker' }, 'engine-expected-words'],
    [{ kind: 'other', what: 'voice' }, 'engine-expected-words'],
    [{ kind: 'other', what: 'something new' }, 'engine-expected-words'],
    [{ kind: 'contact', phone: '+62856', own: true }, 'engine-expected-words'],
    [{ kind: 'file', file: { ref: 'r', as: 'photo' } }, 'engine-expected-text'],
    [{ kind: 'text', text: '' }, 'engine-empty'],
    [{ kind: 'text', text: '...' }, 'engine-empty'],
    [{ kind: 'text', text: '😀😀' }, 'engine-empty'],
    [{ kind: 'text', text: '\u202e\u200f' }, 'engine-empty'],
    [{ kind: 'text', text: 'x'.repeat(10_000) }, 'engine-too-long'],
  ] as const)('is explained and the question repeated when it is %j', async (input, key) => {
    const world = smallWorld()
    await world.say('singkat')
    expect(said(await world.send(input))).toEqual([`${key} short-nik`])
    expect(world.answers()).toEqual({})
  })

  it('is explained where a photo is asked for', async () => {
    const world = smallWorld()
    await world.chat('daftar', 'ya', 'Siti', 'gak', '31', 'lewati')
    expect(world.top?.step).toBe('photo')
    expect(said(await world.say('nanti saja'))).toEqual(['field-document-none'])
    expect(said(await world.send({ kind: 'other', what: 'sticker' }))).toEqual(['engine-expected-file form-photo'])
    expect(said(await world.photo({ size: 0 }))).toEqual(['field-document-empty'])
  })

  it.each(hostileTexts)('does no harm: %s', async (_what, text) => {
    const world = smallWorld()
    await world.chat('daftar', 'ya')
    const turn = await world.say(text)
    expect(turn.replies).toHaveLength(1)
    expect(['name', 'married']).toContain(world.top?.step)
  })
})

describe('an answer that may be wrong', () => {
  const doubtful = async () => {
    const world = smallWorld()
    await world.chat('singkat', '3326071708850001', '120')
    expect(said(world.last)).toEqual(['short-age-old engine-aside-doubt short-title'])
    return world
  }

  it.each(['ya', 'betul', '1', '120'])('is kept after %j', async (text) => {
    const world = await doubtful()
    await world.say(text)
    expect(world.answers()).toMatchObject({ age: '120' })
    expect(world.top?.step).toBe('email')
  })

  it.each(['tidak', 'salah', '2', 'kembali', 'batal'])('is asked again after %j', async (text) => {
    const world = await doubtful()
    expect(said(await world.say(text))).toEqual(['short-age'])
    expect(world.answers()).toEqual({ nik: '3326071708850001' })
  })

  it('gives way to another answer, which is judged like any other', async () => {
    const world = await doubtful()
    await world.say('12')
    expect(world.answers()).toMatchObject({ age: '12' })
    const again = await doubtful()
    expect(said(await again.say('200'))).toEqual(['short-age-impossible'])
    const still = await doubtful()
    expect(said(await still.say('x'.repeat(50)))).toEqual(['field-text-long'])
  })

  it('can be left for a digression, and is asked about again', async () => {
    const world = await doubtful()
    await world.say('petugas')
    expect(said(world.last)).toEqual(['human-how engine-resume short-title short-age-old engine-aside-doubt short-title'])
  })
})

describe('a question that may be skipped', () => {
  it('is skipped by a word or a button; others are not', async () => {
    const world = smallWorld()
    await world.chat('daftar', 'lewati')
    expect(said(world.last)).toEqual(['engine-cannot-skip form-consent'])
    await world.chat('ya', 'Siti', 'gak', '31', 'tidak ada')
    expect(world.answers()).toMatchObject({ note: null })
    expect(world.top?.step).toBe('photo')
  })
})

describe('a flow written wrongly', () => {
  it('is stopped where it runs in a circle, or goes where it may not', async () => {
    const circle = flow<SmallPorts>('circle', { version: 1, title: 'x', words: ['putar'] }).goto('on', ['circle'], () => ({
      flow: 'circle',
      params: {},
    }))
    const astray = flow<SmallPorts>('astray', { version: 1, title: 'x', words: ['sesat'] }).goto('on', ['home'], () => ({
      flow: 'human',
    }))
    const world = smallWorld([home('human'), human, circle, astray])
    await expect(world.say('putar')).rejects.toThrow('runs in a circle')
    await expect(world.say('sesat')).rejects.toThrow('may not go to human')
    await expect(world.notice('nobody')).rejects.toThrow('no flow nobody')
  })

  it('does not count to one', async () => {
    const single = flow<SmallPorts>('single', { version: 1, title: 'single-title', words: ['satu saja'], form: idle })
      .ask('a', plainText({ min: 1, max: 9 }))
      .say('done')
    const world = smallWorld([home('human'), human, single])
    await world.say('satu saja')
    expect(said(world.last)).toEqual(['single-a'])
    expect(() => argsOf(world.last, 'engine-progress')).toThrow('is not said')
  })

  it('counts the same after going back and when one answer is corrected', async () => {
    const world = smallWorld()
    await world.say('daftar')
    await world.tap('yes')
    await world.chat('Siti Aminah', 'gak')
    expect(argsOf(world.last, 'engine-progress')).toMatchObject({ n: 4, total: 9 })
    await world.chat('kembali', 'kembali')
    expect(argsOf(world.last, 'engine-progress')).toMatchObject({ n: 2, total: 9 })
    await world.chat('Siti Aminah')
    expect(argsOf(world.last, 'engine-progress')).toMatchObject({ n: 4, total: 9 })
  })

  it('that puts right what was sent counts only what it asks', async () => {
    const short = { min: 1, max: 9 }
    const repaired = flow<SmallPorts>('repaired', {
      version: 1,
      title: 'repaired-title',
      form: idle,
      corrects: ({ replaces }) => replaces !== undefined,
    })
      .ask('a', plainText(short))
      .ask('b', plainText(short))
      .ask('c', plainText(short))
      .review('review')
      .say('done')
    const begin = flow<SmallPorts>('begin', { version: 1, title: 'begin-title', words: ['betulkan'] }).goto(
      'on',
      ['repaired'],
      () => ({ flow: 'repaired', params: { b: 'dua', replaces: 'R1' } }),
    )
    const world = smallWorld([home('human'), human, repaired, begin])
    await world.say('betulkan')
    expect(argsOf(world.last, 'engine-progress')).toMatchObject({ n: 1, total: 2 })
    await world.say('satu')
    expect(said(world.last)).toEqual(['repaired-c'])
    expect(argsOf(world.last, 'engine-progress')).toMatchObject({ n: 2, total: 2 })
    await world.say('tiga')
    // What was right before and is changed all the same counts from then on.
    await world.say('ubah 2')
    expect(argsOf(world.last, 'engine-progress')).toMatchObject({ n: 2, total: 3 })
  })

  it('does not trip over guards that look at answers still to come', async () => {
    const early = flow<SmallPorts>('early', { version: 1, title: 'early-title', words: ['dini'], form: idle })
      .ask('a', plainText({ min: 1, max: 9 }))
      .do('b', () => Promise.resolve({ deep: { yes: true } }))
      .ask('c', plainText({ min: 1, max: 9 }), { when: ({ b }) => b.deep.yes })
      .ask('d', plainText({ min: 1, max: 9 }), { when: ({ b }) => !b.deep.yes })
      .review('review')
    const world = smallWorld([home('human'), human, early])
    await world.say('dini')
    expect(argsOf(world.last, 'engine-progress')).toMatchObject({ n: 1, total: 3 })
    await world.say('satu')
    expect(argsOf(world.last, 'engine-progress')).toMatchObject({ n: 2, total: 2 })
  })
})
