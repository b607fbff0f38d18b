import { strictEqual } from 'node:assert/strict'
import { photo, type Office, type Phone } from '../../support/office.ts'
import { fillPage, linkIn } from '../../support/page-visit.ts'
import type { Received } from '../../support/phone-network.ts'

/** One line of a script: who speaks, and what; a stage direction has nobody. */
export interface Line {
  readonly who: string | undefined
  readonly text: string
  /** labels that could be tapped below it */
  readonly buttons?: readonly string[]
}

/** What one person sent in a conversation. */
export interface Effort {
  /** messages typed */
  readonly typed: number
  /** characters in them */
  readonly characters: number
  readonly taps: number
  readonly photos: number
  /** pages behind a link that were filled in */
  readonly pages: number
}

/** Everything sent into the chat. */
export function messagesOf({ typed, taps, photos }: Effort): number {
  return typed + taps + photos
}

const COUNTER = 'Loket'
/** What differs from run to run stands in a script as these. */
const NUMBER = 'REG-2611-7K3F9Q'
const LINK = '‹tautan›'
const SUM = 'Berapa 7 ditambah 5?'
const RESULT = '12'

/** The same words in every run: links, registration numbers and sums are drawn anew each time. */
function steady(text: string): string {
  return text
    .replace(/https?:\/\/\S+\/l\/\S+/g, LINK)
    .replace(/REG-\d{4}-[0-9A-Z]{6}/g, NUMBER)
    .replace(/^.*\b\d+ (?:ditambah|dikurangi|dikali|kali|dan|diambil) \d+.*\?$/gm, SUM)
    .trimEnd()
}

/** Writes down a conversation with a whole counter, in virtual time, as it takes place. */
export class Recorder {
  readonly office: Office
  readonly lines: Line[] = []
  readonly #people: Person[] = []

  constructor(office: Office) {
    this.office = office
  }

  /** Somebody with a phone, under the name that the script gives them. */
  person(who: string, number?: string): Person {
    const person = new Person(this, who, this.office.phone(who, number))
    this.#people.push(person)
    return person
  }

  /** Says what happens besides; `ms` of virtual time pass with it. */
  meanwhile(what: string, ms = 0): void {
    this.#listen()
    this.lines.push({ who: undefined, text: what })
    this.office.time.pass(ms)
  }

  /** Notes what was received by now; everybody's messages come after what was sent before. */
  #listen(): void {
    for (const person of this.#people) this.hear(person)
  }

  /** Notes what this person has received since. */
  hear(person: Person): void {
    const to = this.#people.length > 1 ? `${COUNTER} → ${person.who}` : COUNTER
    for (const { text, buttons, file } of person.unheard()) {
      const said = file === undefined ? text : `[berkas ${file.name}] ${text}`.trim()
      this.lines.push({
        who: to,
        text: steady(said),
        ...(buttons.length > 0 && { buttons: buttons.map(({ label }) => steady(label)) }),
      })
    }
  }

  /** Notes what this person does, behind all that was received before. */
  note(who: string, text: string): void {
    this.#listen()
    this.lines.push({ who, text })
  }

  /** The finished script. */
  finish(): readonly Line[] {
    this.#listen()
    return this.lines
  }
}

/** Somebody in a script. Everything they send is counted. */
export class Person {
  readonly who: string
  readonly phone: Phone
  readonly #recorder: Recorder
  #heard = 0
  #effort: Effort = { typed: 0, characters: 0, taps: 0, photos: 0, pages: 0 }

  constructor(recorder: Recorder, who: string, phone: Phone) {
    this.#recorder = recorder
    this.who = who
    this.phone = phone
  }

  get effort(): Effort {
    return this.#effort
  }

  /** What was received and not noted yet. */
  unheard(): readonly Received[] {
    const fresh = this.phone.inbox.slice(this.#heard)
    this.#heard = this.phone.inbox.length
    return fresh
  }

  async says(text: string): Promise<string> {
    this.#typed(text)
    return this.phone.says(text)
  }

  /** Sends several messages without waiting for an answer. */
  async saysAtOnce(...texts: readonly string[]): Promise<string> {
    for (const text of texts) this.#typed(text)
    return this.phone.saysAtOnce(...texts)
  }

  async taps(label: string): Promise<string> {
    this.#recorder.note(this.who, `[ketuk: ${label}]`)
    this.#effort = { ...this.#effort, taps: this.#effort.taps + 1 }
    return this.phone.taps(label)
  }

  /** Solves the sum that was asked last. */
  async solves(): Promise<string> {
    const answer = this.phone.solve()
    this.#typed(answer, RESULT)
    return this.phone.says(answer)
  }

  /** Sends a photo, called `what` in the script; a good one unless `bytes` are given. */
  async sendsPhoto(
    what: string,
    bytes?: Uint8Array,
    given: { readonly name?: string; readonly mime?: string } = {},
  ): Promise<string> {
    this.#recorder.note(this.who, `[${what}]`)
    this.#effort = { ...this.#effort, photos: this.#effort.photos + 1 }
    return this.phone.sends(bytes ?? (await photo()), { as: given.name === undefined ? 'photo' : 'document', ...given })
  }

  /** Sends something that no question asks for. */
  async sendsOther(kind: 'voice' | 'sticker', what: string): Promise<string> {
    this.#recorder.note(this.who, `[${what}]`)
    return this.phone.sendsOther(kind)
  }

  /** Opens the newest link and fills in its page. */
  async fills(what: string, inputs: Readonly<Record<string, string>>): Promise<void> {
    this.#recorder.note(this.who, `[membuka ${LINK} dan mengisi ${what}]`)
    this.#effort = { ...this.#effort, pages: this.#effort.pages + 1 }
    const last = this.phone.inbox.findLast(({ text }) => /\/l\//.test(text))
    const { status } = await fillPage(this.#recorder.office, linkIn(last?.text ?? ''), inputs)
    strictEqual(status, 200)
  }

  /** Waits for something that comes unasked. */
  hears(pattern: RegExp): Promise<string> {
    return this.phone.hears(pattern)
  }

  #typed(text: string, shown = text): void {
    this.#recorder.note(this.who, shown)
    const { typed, characters } = this.#effort
    this.#effort = { ...this.#effort, typed: typed + 1, characters: characters + [...text].length }
  }
}
