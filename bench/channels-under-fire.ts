import { systemClock } from '../bot/runtime/clock.ts'
import { ChildLoket, freePort } from '../test/simulation/child-loket.ts'
import { allQuiet } from '../test/simulation/quiet.ts'
import { coveredCard } from '../test/simulation/covered-card.ts'
import { registrationScript } from '../test/simulation/registration-script.ts'
import { seededRandom } from '../test/support/seeded-random.ts'
import { quantile, type Load, type Run } from './measurement.ts'
import { expectAllKept } from './under-fire/books.ts'
import { fastClock } from './under-fire/fast-time.ts'
import { Killing } from './under-fire/killing.ts'
import { PRELOADED } from './under-fire/preload.ts'
import { Registrant } from './under-fire/registrant.ts'
import type { CountingHandset, Side } from './under-fire/side.ts'
import { openTelegramSide } from './under-fire/telegram-side.ts'
import { unreadDocuments } from './under-fire/unread-documents.ts'
import { openWhatsappSide } from './under-fire/whatsapp-side.ts'

/** What goes wrong with what people send, as shares. */
const FAULTS = { duplicated: 0.05, dropped: 0.02 }
/** A SIGKILL so often, ms of ours. */
const KILL_EVERY = 10_000
/** The counter's time, and that of the people, goes so many times as fast as ours; the kills do not. */
const SPEED = 8
/** So many people of one platform are at it at a time. */
const AT_ONCE = 40
/** How long somebody thinks and types before each answer, ms of the counter's time. */
const THINKING = { least: 8_000, most: 22_000 }
const PRELOAD = new URL('under-fire/preload.ts', import.meta.url)

const random = seededRandom(2000)

interface Citizen {
  readonly side: Side
  readonly handset: CountingHandset
  readonly registrant: Registrant
}

/**
 * Citizens who register on WhatsApp (a linked device) and on Telegram with one real Loket that serves both and is killed
 * again and again. Fails when somebody does not finish within `load.seconds`, finishes twice, or hears an answer that
 * does not follow; or when anything waits or was set aside in the end.
 */
export const run: Run = async (load) => {
  const time = { since: systemClock.now(), speed: SPEED }
  const { now } = fastClock(time, systemClock)
  const number = () => random.number()
  const parts = { now, faults: { ...FAULTS, random: number }, photo: await coveredCard(), directory: load.directory }
  const sides = [await openWhatsappSide(parts), await openTelegramSide(parts)]
  const settings: Record<string, string> = {
    LOKET_SIMULATOR: 'off',
    LOKET_AGENCIES: unreadDocuments(load.directory),
    NODE_OPTIONS: `--import=${PRELOAD.href}`,
    [PRELOADED.time]: `${time.since},${time.speed}`,
  }
  for (const side of sides) Object.assign(settings, side.settings)
  const loket = new ChildLoket(load.directory, await freePort(), settings)
  try {
    return await underFire(load, sides, loket)
  } catch (error) {
    if (error instanceof Error) error.message += `\nWhat Loket has logged last:\n${loket.errors.slice(-4000)}`
    throw error
  } finally {
    await loket.kill()
    for (const side of sides) await side.close()
  }
}

async function underFire(load: Load, sides: readonly Side[], loket: ChildLoket) {
  await loket.start()
  const begun = performance.now()
  const citizens: Citizen[] = []
  const killing = new Killing(loket, KILL_EVERY)
  const playing = Promise.all(sides.map((side, i) => playAll(side, i, load.chats, citizens)))
  try {
    await Promise.race([playing, killing.done, tooLate(load.seconds, citizens)])
  } catch (error) {
    // Or else it would start Loket once more when all is over.
    await killing.end().catch(() => undefined)
    const { kills, pauses } = killing
    if (error instanceof Error)
      error.message += `\n${kills} kills; Loket was ready again after ${Math.round(quantile(pauses, 0.5))} ms`
    throw error
  }
  const seconds = (performance.now() - begun) / 1000
  await killing.end()
  await allQuiet(loket)
  const code = await loket.stop()
  if (code !== 0) throw new Error(`Loket ended with ${code}`)
  for (const { registrant } of citizens) registrant.readTheRest()
  await expectAllKept(load.directory, sides, citizens)
  return figuresOf(sides, citizens, killing, seconds)
}

/** Has so many people of one platform register, some at a time. */
async function playAll(side: Side, serial: number, count: number, citizens: Citizen[]): Promise<void> {
  let next = 0
  const oneAfterTheOther = async () => {
    // Not all at the same instant.
    await think()
    while (next < count) {
      const n = next++
      const name = `${side.name} ${n + 1}`
      const handset: CountingHandset = side.handset(name, () => registrant.heard())
      const registrant: Registrant = new Registrant(name, handset, think)
      citizens.push({ side, handset, registrant })
      await registrant.play(registrationScript(serial, n))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, oneAfterTheOther))
}

function think(): Promise<void> {
  const ms = THINKING.least + random.number() * (THINKING.most - THINKING.least)
  return new Promise((resolve) => void setTimeout(resolve, ms / SPEED))
}

function tooLate(seconds: number, citizens: readonly Citizen[]): Promise<never> {
  return new Promise((_, reject) => {
    const stuck = () => citizens.filter(({ registrant }) => !registrant.isDone).map(({ registrant }) => registrant.state)
    const report = () => `${stuck().length} have not finished after ${seconds} s:\n${stuck().slice(0, 20).join('\n')}`
    setTimeout(() => reject(new Error(report())), seconds * 1000).unref()
  })
}

function figuresOf(sides: readonly Side[], citizens: readonly Citizen[], { kills, pauses }: Killing, seconds: number) {
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
  return {
    citizens: citizens.length,
    turns: sum(citizens.map(({ registrant }) => registrant.said)),
    minutes: seconds / 60,
    kills,
    backMs: quantile(pauses, 0.5),
    cameTwice: sum(sides.map((side) => side.happened().duplicated)),
    cameLate: sum(sides.map((side) => side.happened().dropped)),
    sentAgain: sum(citizens.map(({ handset }) => handset.repeated())),
    seenTwice: sum(citizens.map(({ registrant }) => registrant.seenTwice)),
  }
}
