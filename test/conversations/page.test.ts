import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { HARDEST_LIX, MOST_LIX, MOST_MESSAGES, page, PAGE } from './page.ts'
import { measured, readability, together } from './readability.ts'
import { messagesOf } from './scripts/recorder.ts'
import { BUTTONS, HAPPY, play, SCRIPTS, type Played } from './scripts/scripts.ts'

const played: Played[] = []

describe('typical conversations with a whole counter', () => {
  // What must hold in a script is asserted where it is played.
  it.each([...SCRIPTS, BUTTONS].map((script) => [script.title, script] as const))('%s', async (_title, script) => {
    const one = await play(script)
    played.push(one)
    expect(one.lines.some(({ who }) => who === 'Warga')).toBe(true)
    // The counter has the last word, and it can be answered.
    expect(one.lines.at(-1)?.who).toBe('Loket')
  })
})

describe('registering', () => {
  const of = (id: string): Played['effort'] => {
    const found = played.find(({ script }) => script.id === id)
    if (found === undefined) throw new Error(`${id} was not played`)
    return found.effort
  }

  it('takes at most 25 messages by typing, and fewer with buttons', () => {
    // No more than before a photo could be sent in place of the NIK.
    expect(messagesOf(of(HAPPY.id))).toBe(21)
    expect(messagesOf(of(HAPPY.id))).toBeLessThanOrEqual(MOST_MESSAGES)
    expect(messagesOf(of(BUTTONS.id))).toBeLessThan(messagesOf(of(HAPPY.id)))
    expect(of(BUTTONS.id).characters).toBeLessThan(of(HAPPY.id).characters)
  })
})

describe('the Indonesian texts', () => {
  it('are easy to read, every one of them', () => {
    const all = measured()
    expect(all.length).toBeGreaterThan(150)
    expect(together(all).lix).toBeLessThan(MOST_LIX)
    expect(all.filter(({ lix }) => lix >= HARDEST_LIX).map(({ key, lix }) => `${key} ${lix.toFixed(0)}`)).toEqual([])
  })

  it('are measured as LIX says: words a sentence, and long words of a hundred', () => {
    expect(readability('Satu dua tiga empat. Kartu keluarga lama?')).toMatchObject({
      words: 7,
      sentences: 2,
      wordsPerSentence: 3.5,
    })
    expect(readability('Satu dua tiga empat. Kartu keluarga lama?').longWords).toBeCloseTo(100 / 7)
    expect(readability('Baris satu\nBaris dua: ‹name›').sentences).toBe(3)
    expect(readability('')).toMatchObject({ words: 0, lix: 0 })
  })
})

describe('docs/conversation.md', () => {
  let kept = ''
  beforeAll(() => {
    kept = readFileSync(PAGE, 'utf8')
  })

  it('is up to date with the scripts and the texts (`npm run conversation` writes it anew)', () => {
    expect(kept).toBe(page(played))
  })
})
