import { CHECKING, SEND_AGAIN } from '../../test/simulation/photo-answers.ts'
import type { Line } from '../../test/simulation/scripted-citizen.ts'
import { solveSum } from '../../test/support/sums.ts'

/** A phone with the chat of the counter open. */
export interface Handset {
  /** what the counter has sent, in the order in which the phone shows it */
  readonly shown: readonly string[]
  says(text: string): unknown
  sendsPhoto(): unknown
}

const NUMBER = /nomor[^]*?(REG-\d{4}-[0-9A-Z]{6})/i

/** Somebody who registers by a script, and reads every answer: it must be the one that follows. */
export class Registrant {
  readonly name: string
  /** messages that came a second time, right behind the first */
  seenTwice = 0
  /** things said */
  said = 0
  /** has gone through the whole script */
  isDone = false
  readonly #handset: Handset
  readonly #think: () => Promise<void>
  #read = 0
  #wake = () => {}
  #hopes = 'nothing yet'

  /** `think` is what passes before each answer. */
  constructor(name: string, handset: Handset, think: () => Promise<void>) {
    this.name = name
    this.#handset = handset
    this.#think = think
  }

  /** Says the lines, each after the answers to the one before unless that was hurried. Fails at an answer that does not follow. */
  async play(lines: readonly Line[]): Promise<void> {
    let together: Line[] = []
    for (const line of lines) {
      together.push(line)
      if (line.hurried) continue
      await this.#sayTogether(together)
      together = []
    }
    this.#hopes = 'nothing more'
    this.isDone = true
  }

  /** The phone shows something new. */
  heard(): void {
    this.#wake()
  }

  /** All numbers of registrations that were told. */
  get numbers(): ReadonlySet<string> {
    return new Set(this.#handset.shown.flatMap((text) => NUMBER.exec(text)?.[1] ?? []))
  }

  /** What is hoped for, and what was heard last: for a report on who is stuck. */
  get state(): string {
    return `${this.name} has said ${this.said} things and hopes for ${this.#hopes}; heard last: ${this.#handset.shown.at(-1)}`
  }

  /** Nobody says anything any more: reads what is left. Fails when that is anything but a repetition. */
  readTheRest(): void {
    for (let text = this.#next(); text !== undefined; text = this.#next())
      throw new Error(`nobody asked for "${text}": ${this.state}`)
  }

  async #sayTogether(lines: readonly Line[]): Promise<void> {
    await this.#think()
    for (const { say } of lines) {
      this.said++
      this.#hopes = `an answer to "${say}"`
      if (say === 'photo') await this.#handset.sendsPhoto()
      else await this.#handset.says(say === 'sum' ? this.#sum() : say)
    }
    for (const pattern of lines.flatMap(({ hears }) => hears)) await this.#hears(pattern)
  }

  async #hears(pattern: RegExp): Promise<void> {
    this.#hopes = String(pattern)
    for (;;) {
      const text = this.#next()
      if (text === undefined) await new Promise<void>((resolve) => (this.#wake = resolve))
      else if (pattern.test(text)) return
      else if (SEND_AGAIN.test(text)) {
        // The counter was killed each time that it looked at the photo.
        this.said++
        await this.#handset.sendsPhoto()
      } else throw new Error(`"${text}" does not follow: ${this.state}`)
    }
  }

  #next(): string | undefined {
    const { shown } = this.#handset
    for (; this.#read < shown.length; this.#read++) {
      const text = shown[this.#read] ?? ''
      if (text === shown[this.#read - 1]) this.seenTwice++
      else if (!text.startsWith(CHECKING)) return shown[this.#read++]
    }
    return undefined
  }

  #sum(): string {
    const asked = this.#handset.shown.findLast((text) => solveSum(text) !== undefined) ?? ''
    return String(solveSum(asked) ?? '')
  }
}
