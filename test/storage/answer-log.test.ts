import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../flows/engine/json.ts'
import type { AnswerChange } from '../../flows/engine/state.ts'
import { append, EMPTY_LOG, replay, type AnswerLog, type Entry } from '../../storage/answer-log.ts'

type Answers = { [frame: number]: { [step: string]: Json } }

/** A log with the pages that a database would hold. */
class Disk {
  log: AnswerLog = EMPTY_LOG
  pages: (readonly Entry[])[] = []

  write(changes: readonly AnswerChange[], answers: Answers): { anew: boolean; added: number } {
    const { log, anew, added } = append(this.log, changes, answers)
    if (anew) this.pages = []
    this.pages.push(...added)
    this.log = log
    return { anew, added: added.length }
  }

  read() {
    return replay([...this.pages.flat(), ...this.log.latest])
  }
}

function change(answers: Answers, { frame, step, value }: AnswerChange): void {
  if (step === undefined) delete answers[frame]
  else if (value === undefined) delete answers[frame]?.[step]
  else (answers[frame] ??= {})[step] = value
}

function filled(answers: { readonly [frame: number]: object }): object {
  return Object.fromEntries(Object.entries(answers).filter(([, steps]) => Object.keys(steps).length > 0))
}

const step = fc.constantFrom('nik', 'name', 'address', 'village', '__proto__x', 'constructor')
const one: fc.Arbitrary<AnswerChange> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({ frame: fc.integer({ min: 1, max: 3 }), step, value: fc.jsonValue() as fc.Arbitrary<Json> }),
  },
  { weight: 3, arbitrary: fc.record({ frame: fc.integer({ min: 1, max: 3 }), step }) },
  { weight: 1, arbitrary: fc.record({ frame: fc.integer({ min: 1, max: 3 }) }) },
)

describe('the log of answers', () => {
  it('tells what the answers are, whatever was given, corrected and forgotten', () => {
    fc.assert(
      fc.property(fc.array(fc.array(one, { maxLength: 4 }), { maxLength: 80 }), (turns) => {
        const disk = new Disk()
        const answers: Answers = {}
        for (const changes of turns) {
          for (const each of changes) change(answers, each)
          disk.write(changes, answers)
          expect(disk.log.pages).toBe(disk.pages.length)
          // JSON is how it lies on disk, -0 included.
          expect(filled(disk.read())).toEqual(filled(answers))
        }
      }),
    )
  })

  it('writes a page now and then, and nothing twice, however long the form', () => {
    const disk = new Disk()
    const answers: Answers = { 1: {} }
    let pages = 0
    for (let n = 0; n < 100; n++) {
      const given = { frame: 1, step: `q${n}`, value: n }
      change(answers, given)
      const { anew, added } = disk.write([given], answers)
      expect(anew).toBe(false)
      expect(disk.log.latest.length).toBeLessThan(16)
      pages += added
    }
    expect(pages).toBe(6)
  })

  it('does not grow without end under corrections', () => {
    const disk = new Disk()
    const answers: Answers = {}
    for (let n = 0; n < 1000; n++) {
      const given = { frame: 1, step: 'name', value: `Siti ${n}` }
      change(answers, given)
      disk.write([given], answers)
      expect(disk.pages.length).toBeLessThan(8)
    }
    expect(disk.read()).toEqual(answers)
  })

  it('moves a long answer out of the row that every turn writes', () => {
    const disk = new Disk()
    const given = { frame: 1, step: 'reason', value: 'x'.repeat(10_000) }
    disk.write([given], { 1: { reason: given.value } })
    expect(disk.log).toEqual({ latest: [], pages: 1 })
  })

  it('begins again when a form is done with', () => {
    const disk = new Disk()
    const answers: Answers = { 1: {} }
    for (let n = 0; n < 30; n++) {
      const given = { frame: 1, step: `q${n}`, value: n }
      change(answers, given)
      disk.write([given], answers)
    }
    expect(disk.write([{ frame: 1 }], {})).toEqual({ anew: true, added: 0 })
    expect(disk.log).toEqual(EMPTY_LOG)
  })
})
