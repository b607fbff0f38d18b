import { beforeAll, describe, expect, it } from 'vitest'
import { kept } from '../../fields/documents.ts'
import { loadAgencies, loadHolidays } from '../../../bot/agencies.ts'
import { loadRegions } from '../../../bot/regions.ts'
import { render } from '../../../bot/runtime/render.ts'
import { loadTexts } from '../../../bot/texts.ts'
import { allFlows, FRONT } from '../../../flows/all.ts'
import type { Turn } from '../../../flows/engine/engine.ts'
import type { Language, TextArg } from '../../../flows/engine/text.ts'
import type { Ports } from '../../../flows/ports.ts'
import { argsOf, choicesOf, said, World } from '../../engine/world.ts'
import { changingPorts } from '../../support/changing-ports.ts'
import { SITI } from '../registering.ts'

const [loaded] = loadAgencies(loadTexts(), loadHolidays())
if (loaded === undefined) throw new Error('no agency')
const flows = allFlows({ ...loaded, regions: await loadRegions(), publicUrl: 'http://localhost' })

/** Every question of the registration, in order, with what is answered to it. */
const ANSWERS: readonly (readonly [step: string, answer: string])[] = [
  ['consent', 'setuju'],
  ['nik', SITI.nik],
  ['name', SITI.name],
  ['kk', SITI.kk],
  ['birth-place', SITI.birthPlace],
  ['birth-date', SITI.birthDate],
  ['mother-name', SITI.mother],
  ['province', 'jateng'],
  ['regency', '26'],
  ['district', 'karanganyar'],
  ['village', 'karangsari'],
  ['phone', SITI.phone],
  ['email', SITI.email],
  ['ktp', '(photo)'],
  ['password', SITI.password],
  ['password-again', SITI.password],
  ['review', 'ya'],
]

function applicant(): World<Ports> {
  const ports = changingPorts(1, 'stranger')
  return new World<Ports>(flows, FRONT, {
    ...ports,
    registrations: { ...ports.registrations, ownNik: () => Promise.resolve({ registered: false }) },
    drafts: { ...ports.drafts, elsewhere: () => Promise.resolve(null) },
  })
}

/** A form that is open at `step`; `captcha` is behind the review. */
async function formAt(step: string): Promise<World<Ports>> {
  const world = applicant()
  await world.say('daftar')
  for (const [asked, answer] of ANSWERS) {
    if (world.top?.step === step) return world
    expect(world.top?.step).toBe(asked)
    if (asked === 'ktp') {
      await world.photo()
      await world.finish(kept('F1'))
    } else await world.say(answer)
  }
  expect(world.top?.step).toBe(step)
  return world
}

async function inWords(turn: Turn, language: Language): Promise<string> {
  const written = await render(
    turn.replies,
    language,
    loaded?.texts ?? fail(),
    () => Promise.resolve('http://localhost/l/x'),
    undefined,
  )
  return written.map(({ message }) => message.text ?? '').join('\n')
}

function fail(): never {
  throw new Error('no agency')
}

const ownIds = (turn: Turn | undefined): string[] => choicesOf(turn).map(({ id }) => id.replace(/^\d+\./u, ''))

/** Goes to English and back, and checks that nothing is lost on the way. */
async function switches(world: World<Ports>, question: RegExp): Promise<void> {
  const before = { answers: world.answers('registration'), top: world.top, choices: ownIds(world.last) }
  for (const [word, language] of [
    ['english', 'en'],
    ['bahasa indonesia', 'id'],
  ] as const) {
    const turn = await world.say(word)
    expect(world.session.head.language).toBe(language)
    expect(world.open).toEqual(['registration'])
    expect([world.top?.step, world.top?.scratch, world.top?.aside]).toEqual([
      before.top?.step,
      before.top?.scratch,
      before.top?.aside,
    ])
    expect(world.answers('registration')).toEqual(before.answers)
    expect(said(turn).join(' ')).toMatch(question)
    expect(ownIds(turn)).toEqual(before.choices)
    expect(await inWords(turn, language)).toMatch(
      language === 'en' ? /in English|Let us go on/ : /Bahasa Indonesia|Kita lanjutkan/,
    )
  }
}

describe('the language, changed in the middle of a form and back', () => {
  it.each(ANSWERS.map(([step]) => step))('keeps every answer and asks the same again: %s', async (step) => {
    const world = await formAt(step)
    await switches(world, new RegExp(`registration-${step}`))
    expect(world.top?.step).toBe(step)
  })

  it('keeps a list that was searched', async () => {
    const world = await formAt('regency')
    await world.say('pekalongan')
    expect(said(world.last).join(' ')).toMatch(/field-region-several/)
    const found = ownIds(world.last)
    expect(found.length).toBeGreaterThan(1)
    await switches(world, /registration-regency/)
    await world.tap('3326')
    expect(world.answers()['regency']).toMatchObject({ code: '3326' })
  })

  it('keeps the page of a list', async () => {
    const world = await formAt('province')
    await world.say('lainnya')
    await switches(world, /registration-province/)
    expect(world.top?.scratch).toMatchObject({ page: 1 })
  })

  it('keeps the doubt about an e-mail address', async () => {
    const world = await formAt('email')
    await world.say('siti@gmial.com')
    await switches(world, /field-email-suspect/)
    await world.say('iya')
    expect(world.answers()['email']).toBe('siti@gmail.com')
  })

  it('keeps the doubt about a date', async () => {
    const world = await formAt('birth-date')
    await world.say('02-07-1990')
    await switches(world, /engine-aside-doubt/)
    await world.say('ya')
    expect(world.answers()['birth-date']).toBe('1990-07-02')
  })

  it('keeps the sum', async () => {
    const world = await formAt('captcha')
    const sum = (): TextArg | undefined => argsOf(world.last, 'registration-captcha')['sum']
    const asked = sum()
    await switches(world, /registration-captcha/)
    expect(sum()).toEqual(asked)
    const { scratch } = world.top ?? {}
    const expected = typeof scratch === 'object' && scratch !== null && 'expected' in scratch ? scratch.expected : undefined
    const answered = await world.say(String(Number(expected)))
    expect(said(answered).join(' ')).toMatch(/registration-(?:submitted|already)/)
  })

  it('keeps a photo that is being looked at', async () => {
    const world = await formAt('ktp')
    await world.photo()
    expect(said(await world.say('english')).join(' ')).toMatch(/engine-still-working/)
    expect(said(await world.finish(kept('F1'))).join(' ')).toMatch(/registration-password/)
    expect(world.answers()['ktp']).toMatchObject({ file: 'F1' })
  })

  it('keeps the question whether to stop', async () => {
    const world = await formAt('kk')
    await world.say('batal')
    await switches(world, /engine-aside-cancel/)
    expect(said(await world.say('tidak')).join(' ')).toMatch(/registration-kk/)
  })
})

describe('what is asked in English', () => {
  let world: World<Ports>
  beforeAll(() => {
    world = applicant()
  })

  it('has no Indonesian left in it, from the first word to the last', async () => {
    await world.say('english')
    let turn = await world.say('register')
    for (const [step, answer] of ANSWERS) {
      const text = await inWords(turn, 'en')
      expect(text, step).not.toMatch(/\b(?:Anda|yang|tidak|dengan|untuk|atau|kami|Contoh|dari)\b/)
      if (step === 'ktp') {
        await world.photo()
        turn = await world.finish(kept('F1'))
      } else turn = await world.say(step === 'consent' ? 'agree' : step === 'review' ? 'yes' : answer)
    }
    expect(said(turn).join(' ')).toMatch(/registration-captcha/)
  })
})
