import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { parseConfig } from '../../bot/config.ts'
import { openLoket, type Loket } from '../../bot/loket.ts'
import { createLogger } from '../../bot/runtime/log.ts'
import type { Input } from '../../flows/engine/input.ts'
import { PhoneNetwork, type Received } from './phone-network.ts'
import { scriptedIntake } from './scripted-intake.ts'
import { solveSum } from './sums.ts'
import { seededRandom } from './seeded-random.ts'
import { VirtualTime } from './virtual-time.ts'
import { secret } from './secrets.ts'

/** How long a test waits for something that other threads do, in real ms. */
const PATIENCE = 20_000

/** A whole counter on a real database, with time and chance in the test's hands and phones in memory. */
export class Office {
  readonly time = new VirtualTime()
  readonly phones = new PhoneNetwork()
  readonly mail = new PhoneNetwork('mail')
  readonly logLines: string[] = []
  readonly folder: string
  loket: Loket | undefined
  readonly #settings: Readonly<Record<string, string>>
  readonly #intake: 'scripted' | 'real'
  #starts = 0

  private constructor(folder: string, settings: Readonly<Record<string, string>>, intake: 'scripted' | 'real') {
    this.folder = folder
    this.#settings = settings
    this.#intake = intake
  }

  /**
   * `settings` change the usual ones; where they are about e-mail, it goes where they say, and not to `mail`. Documents are
   * what tests say they are (scripted-intake.ts), unless the real intake is asked for.
   */
  static async open(
    settings: Readonly<Record<string, string>> = {},
    { intake = 'scripted' }: { readonly intake?: 'scripted' | 'real' } = {},
  ): Promise<Office> {
    const office = new Office(await mkdtemp(join(tmpdir(), 'loket-office-')), settings, intake)
    await office.start()
    return office
  }

  /** Opens the counter, on what is in its folder already. */
  async start(): Promise<void> {
    const config = { ...parseConfig({ LOKET_DATA: this.folder, LOKET_SIMULATOR: 'off', ...this.#settings }), port: 0 }
    const log = createLogger({ level: 'info', destination: { write: (line: string) => void this.logLines.push(line) } })
    // Chance differs after a restart, as it does outside of tests.
    const random = seededRandom((this.time.now() % 1_000_000) + 7919 * this.#starts++)
    this.loket = await openLoket({
      config,
      log,
      clock: this.time,
      random,
      scheduler: this.time,
      ...(this.#intake === 'scripted' && { intake: scriptedIntake }),
      channels: 'SMTP_URL' in this.#settings ? [this.phones] : [this.phones, this.mail],
    })
    await this.loket.start()
  }

  /** Closes the counter, as for a restart. */
  async stop(): Promise<void> {
    await this.loket?.stop()
    this.loket = undefined
  }

  async close(): Promise<void> {
    await this.stop()
    await rm(this.folder, { recursive: true, force: true })
  }

  phone(name: string, number?: string): Phone {
    if (number !== undefined) this.phones.numbers.set(secret(number), name)
    return new Phone(this, name, number)
  }

  /** The counter that is open. */
  get open(): Loket {
    if (this.loket === undefined) throw new Error('the counter is closed')
    return this.loket
  }

  /** Waits, in turns of the event loop, until `what` is there. */
  async until<T>(what: () => T | undefined, meaning: string): Promise<T> {
    for (const begun = performance.now(); performance.now() - begun < PATIENCE;) {
      const found = what()
      if (found !== undefined) return found
      await new Promise((resolve) => setImmediate(resolve))
    }
    throw new Error(`never happened: ${meaning}\n${this.logLines.slice(-5).join('')}`)
  }
}

/** A person with a phone. */
export class Phone {
  readonly #office: Office
  readonly name: string
  readonly #number: string | undefined
  /** the platform's own id of whoever holds it, where the platform tells */
  identity: string | undefined
  #read = 0

  constructor(office: Office, name: string, number?: string) {
    this.#office = office
    this.name = name
    this.#number = number
  }

  /** Everything received, oldest first. */
  get inbox(): readonly Received[] {
    return this.#office.phones.inbox(this.name)
  }

  /** The newest message. */
  get last(): Received {
    const last = this.inbox.at(-1)
    if (last === undefined) throw new Error(`${this.name} has received nothing`)
    return last
  }

  /** Sends text and waits for the answer; gives what was received since, joined. */
  async says(text: string, extra: { readonly id?: string; readonly replyTo?: string } = {}): Promise<string> {
    return this.#after(() => this.#deliver({ kind: 'text', text }, extra))
  }

  /** Taps the newest button with this label. */
  async taps(label: string): Promise<string> {
    const button = this.inbox.flatMap(({ buttons }) => buttons).findLast((one) => one.label === label)
    if (button === undefined)
      throw new Error(`${this.name} sees no button "${label}", but ${this.last.buttons.map((one) => one.label).join(', ')}`)
    return this.tapsId(button.id)
  }

  async tapsId(id: string): Promise<string> {
    return this.#after(() => this.#deliver({ kind: 'choice', id }))
  }

  /** Sends a file. */
  async sends(
    bytes: Uint8Array,
    given: { readonly as?: 'photo' | 'document'; readonly name?: string; readonly mime?: string; readonly size?: number } = {},
  ): Promise<string> {
    // The size is what the platform announces: it may be wrong.
    const { as = 'photo', size = bytes.byteLength, ...rest } = given
    const file = { ref: this.#office.phones.upload(bytes), as, size, ...rest }
    return this.#after(() => this.#deliver({ kind: 'file', file }))
  }

  /** Sends photos together, as an album. */
  async sendsTogether(...photos: readonly Uint8Array[]): Promise<string> {
    const { phones } = this.#office
    const refs = photos.map((bytes) => phones.upload(bytes))
    return this.#after(async () => {
      for (const ref of refs) await this.#deliver({ kind: 'file', file: { ref, as: 'photo', album: refs[0] ?? '' } })
      return ''
    })
  }

  /** Shares the phone's own contact, for whose number the platform then vouches. */
  async sharesContact(number: string): Promise<string> {
    return this.#after(() => this.#deliver({ kind: 'contact', phone: number, own: true }, { provenPhone: number }))
  }

  /** Sends any input whatever. */
  async gives(input: Input): Promise<string> {
    return this.#after(() => this.#deliver(input))
  }

  /** Sends several texts in one go, without waiting in between; gives what was received, joined. */
  async saysAtOnce(...texts: readonly string[]): Promise<string> {
    return this.#after(async () => {
      await Promise.all(texts.map((text) => this.#deliver({ kind: 'text', text })))
      return ''
    })
  }

  /** Sends something that no question asks for. */
  async sendsOther(what: string): Promise<string> {
    return this.#after(() => this.#deliver({ kind: 'other', what }))
  }

  /** Waits for something that comes unasked, or has come since the last thing this person did. */
  async hears(pattern: RegExp): Promise<string> {
    const at = await this.#office.until(
      () => {
        const found = this.inbox.findIndex(({ text }, i) => i >= this.#read && pattern.test(text))
        return found < 0 ? undefined : found
      },
      `${this.name} hears ${pattern}; last: ${this.inbox.at(-1)?.text}`,
    )
    this.#read = at + 1
    return this.inbox[at]?.text ?? ''
  }

  /** Answers the sum that was asked last. */
  solve(): string {
    const text = this.inbox.map(({ text: one }) => one).findLast((one) => solveSum(one) !== undefined)
    return String(solveSum(text ?? '') ?? '')
  }

  #deliver(
    event: Parameters<PhoneNetwork['deliver']>[1],
    extra: { readonly id?: string; readonly replyTo?: string; readonly provenPhone?: string } = {},
  ): Promise<string> {
    return this.#office.phones.deliver(this.name, event, {
      ...(this.#number !== undefined && { provenPhone: this.#number }),
      ...(this.identity !== undefined && { identity: this.identity }),
      ...extra,
    })
  }

  async #after(act: () => Promise<string>): Promise<string> {
    const before = this.inbox.length
    this.#read = before
    await act()
    await this.#office.until(() => (this.inbox.length > before ? true : undefined), `${this.name} gets an answer`)
    // An answer may be several messages: let the rest of them through.
    for (let quiet = 0, seen = this.inbox.length; quiet < 50; quiet++) {
      await new Promise((resolve) => setImmediate(resolve))
      if (this.inbox.length !== seen) [quiet, seen] = [0, this.inbox.length]
    }
    return this.inbox
      .slice(before)
      .map(({ text }) => text)
      .join('\n---\n')
  }
}

/** A photo that passes the intake. */
export function photo(): Promise<Buffer> {
  return sharp({ create: { width: 1200, height: 760, channels: 3, background: { r: 120, g: 160, b: 200 } } })
    .jpeg()
    .toBuffer()
}
