import { describe, expect, it } from 'vitest'
import { loadAgencies, loadHolidays } from '../../bot/agencies.ts'
import { loadRegions } from '../../bot/regions.ts'
import { loadTexts } from '../../bot/texts.ts'
import { allFlows, FRONT } from '../../flows/all.ts'
import { FlowSet } from '../../flows/engine/flow-set.ts'
import { messagesIn } from '../support/messages.ts'
import { isUnderstood, wordsToType } from '../support/way-on.ts'

const [counter] = loadAgencies(loadTexts(), loadHolidays())
if (counter === undefined) throw new Error('no agency')
const flowSet = new FlowSet(allFlows({ ...counter, regions: await loadRegions(), publicUrl: 'http://localhost' }), FRONT)
const leads = (words: string): boolean => flowSet.named(words) !== undefined

/** Words that one question alone understands, and that its own tests try. */
const OF_THEIR_QUESTION = ['hapus', 'erase', 'delete', 'selesai', 'done', 'kirim', 'send']

describe.each(['id', 'en'] as const)('every word that a message tells people to type (%s)', (language) => {
  const told = messagesIn(language).flatMap(({ key, text }) => wordsToType(text).map((word) => ({ key, word })))

  it('works', () => {
    expect(told.length).toBeGreaterThan(40)
    const unknown = told.filter(({ word }) => !isUnderstood(word, leads) && !OF_THEIR_QUESTION.includes(word.toLowerCase()))
    expect(unknown).toEqual([])
  })
})
