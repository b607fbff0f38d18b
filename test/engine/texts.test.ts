import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadTexts } from '../../bot/texts.ts'
import { engineTexts } from '../../flows/engine/engine-texts.ts'
import { createTexts } from '../../flows/text/texts.ts'
import { placeholdersIn } from '../../flows/text/lint.ts'

const resources = loadTexts()
const texts = createTexts(resources)
const folder = join(import.meta.dirname, '../../flows/engine')
/** The longest label that every channel shows whole. */
const longestLabel = 24

describe("the engine's own messages", () => {
  it.each(['id', 'en'] as const)('are all there (%s), and no more', (language) => {
    const file = resources.find((one) => one.language === language && one.name.endsWith('engine.ftl'))
    const keys = file === undefined ? [] : placeholdersIn(file).map(({ key }) => key)
    expect(keys.toSorted()).toEqual([...engineTexts])
  })

  it('are all said somewhere', () => {
    const source = readdirSync(folder)
      .filter((file) => file !== 'engine-texts.ts')
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n')
    // the runtime says that a turn failed; those of the engine's yes-or-no questions are put together
    const elsewhere = (key: string) => key === 'engine-failed' || key.startsWith('engine-aside-')
    expect(engineTexts.filter((key) => !elsewhere(key) && !source.includes(`'${key}'`))).toEqual([])
  })

  it.each(['id', 'en'] as const)('fit on buttons where they are buttons (%s)', (language) => {
    const labels = engineTexts.filter((key) =>
      /^engine-(?:aside-\w+-(?:yes|no)|skip|keep|menu|stuck-human|draft-go-on|review-(?:yes|edit|cancel))$/u.test(key),
    )
    expect(labels.length).toBeGreaterThan(14)
    for (const key of labels) expect([...texts.format(language, { key })].length, key).toBeLessThanOrEqual(longestLabel)
  })

  it.each(['voice', 'sticker', 'location', 'video', 'contact', 'audio', 'choice', 'poll', ''])('have words for %j', (what) => {
    for (const language of ['id', 'en'] as const)
      expect(texts.format(language, { key: 'engine-expected-words', args: { what } })).toMatch(/\S.*\.$/u)
  })

  it('say how far a form is, and the days in words', () => {
    const progress = { key: 'engine-progress', args: { n: 4, total: 14, prompt: 'Siapa nama Anda?' } }
    expect(texts.format('id', progress)).toBe('(4 dari 14) Siapa nama Anda?')
    const kept = (days: number) => texts.format('en', { key: 'engine-draft-kept', args: { title: 'registration', days } })
    expect(kept(1)).toContain('for one day')
    expect(kept(7)).toContain('for 7 days')
  })
})
