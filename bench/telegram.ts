import { systemClock } from '../bot/runtime/clock.ts'
import { openDatabase } from '../storage/database.ts'
import { FakeBotApi } from '../test/fakes/bot-api/fake-bot-api.ts'
import type { Person } from '../test/fakes/bot-api/person.ts'
import { ChildLoket, freePort } from '../test/simulation/child-loket.ts'
import { coveredCard } from '../test/simulation/covered-card.ts'
import { registrationScript } from '../test/simulation/registration-script.ts'
import type { Line } from '../test/simulation/scripted-citizen.ts'
import { seededRandom } from '../test/support/seeded-random.ts'
import { solveSum } from '../test/support/sums.ts'
import { quantile, type Load, type Run } from './measurement.ts'

/** What goes wrong on the way, as shares: updates that come twice, updates that come late, sends that are refused with 429. */
const FAULTS = { duplicated: 0.05, dropped: 0.02, throttled: 0.01 }
/** How long a citizen thinks and types before each answer, ms. */
const THINKING = { least: 8_000, most: 22_000 }

const random = seededRandom(300)

/**
 * Citizens who all register at once over the Bot API: a real Loket in a process of its own, Telegram and the people in
 * this one. Fails when an answer is not what must follow, when somebody does not finish, or finishes twice.
 */
export const run: Run = async (load) => {
  const api = await FakeBotApi.open({ now: () => systemClock.now() })
  const number = () => random.number()
  api.queue.faults = { duplicated: FAULTS.duplicated, dropped: FAULTS.dropped, random: number }
  Object.assign(api.faults, { throttled: FAULTS.throttled, random: number })
  const settings = { LOKET_SIMULATOR: 'off', TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root }
  const loket = new ChildLoket(load.directory, await freePort(), settings)
  await loket.start()
  const photo = await coveredCard()
  const citizens = Array.from({ length: load.chats }, (_, i) => new Citizen(api.person({ name: `Warga ${i}` }), photo))
  const begun = performance.now()
  await Promise.all(citizens.map((citizen, i) => citizen.play(registrationScript(0, i))))
  const seconds = (performance.now() - begun) / 1000
  const code = await loket.stop()
  await api.close()
  if (code !== 0) throw new Error(`Loket ended with ${code}:\n${loket.errors.slice(-2000)}`)
  await expectEachOnce(load, citizens)
  const waits = citizens.flatMap((citizen) => citizen.waits)
  return {
    citizens: citizens.length,
    turns: waits.length,
    turnsPerSecond: waits.length / seconds,
    p50Ms: quantile(waits, 0.5),
    p95Ms: quantile(waits, 0.95),
  }
}

/** Somebody who registers, thinking before each answer. */
class Citizen {
  /** from each thing said to the bot's next message, ms */
  readonly waits: number[] = []
  readonly person: Person
  readonly #photo: Buffer
  #wake = () => {}
  #spoken: number | undefined

  constructor(person: Person, photo: Buffer) {
    this.person = person
    this.#photo = photo
    const { chat } = person
    const add = chat.add.bind(chat)
    chat.add = (message) => {
      if (message.from === 'bot') this.#heard()
      return add(message)
    }
  }

  async play(lines: readonly Line[]): Promise<void> {
    for (const { say, hears } of lines) {
      await new Promise((resolve) => setTimeout(resolve, THINKING.least + random.number() * (THINKING.most - THINKING.least)))
      const before = this.#texts.length
      this.#spoken = performance.now()
      if (say === 'photo') this.person.sendsPhoto(this.#photo)
      else this.person.says(say === 'sum' ? this.#sum() : say)
      // A photo that is judged at once needs no word that it is being judged.
      const last = hears.at(-1) ?? /./
      await this.#until(() => this.#texts.slice(before).some((text) => last.test(text)), `${say}: ${last}`)
    }
  }

  get numbers(): readonly string[] {
    return this.#texts.flatMap((text) => /nomor[^]*?(REG-\d{4}-[0-9A-Z]{6})/i.exec(text)?.[1] ?? [])
  }

  get #texts(): readonly string[] {
    return this.person.inbox.map(({ text }) => text)
  }

  #sum(): string {
    return String(solveSum(this.#texts.findLast((text) => solveSum(text) !== undefined) ?? '') ?? '')
  }

  #heard(): void {
    if (this.#spoken !== undefined) this.waits.push(performance.now() - this.#spoken)
    this.#spoken = undefined
    setImmediate(() => this.#wake())
  }

  async #until(is: () => boolean, meaning: string): Promise<void> {
    const patience = setTimeout(() => this.#wake(), 60_000)
    const begun = performance.now()
    while (!is()) {
      if (performance.now() - begun > 59_000) throw new Error(`never heard after ${meaning}\n${this.#texts.at(-1)}`)
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
    clearTimeout(patience)
  }
}

async function expectEachOnce(load: Load, citizens: readonly Citizen[]): Promise<void> {
  const numbers = new Set(citizens.flatMap((citizen) => citizen.numbers))
  const database = await openDatabase(`${load.directory}/loket.db`)
  const kept = await database.registration.count()
  await database.$disconnect()
  if (numbers.size !== citizens.length || kept !== citizens.length)
    throw new Error(`${citizens.length} citizens, ${numbers.size} numbers, ${kept} registrations`)
}
