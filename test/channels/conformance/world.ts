import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '../../../bot/config.ts'
import { openLoket, type Loket } from '../../../bot/loket.ts'
import { createLogger } from '../../../bot/runtime/log.ts'
import { createInvite } from '../../../storage/domain/enrolment.ts'
import { highestId } from '../../../storage/highest-id.ts'
import { Ids } from '../../../storage/ids.ts'
import { openKeys } from '../../../storage/vault/keys.ts'
import { Sealer } from '../../../storage/vault/seal.ts'
import { SITI, TYPED, type Answers } from '../../conversations/registering.ts'
import { freePort } from '../../simulation/child-loket.ts'
import { scriptedIntake } from '../../support/scripted-intake.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { solveSum } from '../../support/sums.ts'
import { VirtualTime } from '../../support/virtual-time.ts'
import type { Extras, Platform, PlatformKind, Seen, Someone } from './platform.ts'
import { secret } from '../../support/secrets.ts'

/** How long something may take, real ms. */
const PATIENCE = 20_000
/** While something is waited for, the counter's time goes so much faster than ours: its pauses are not ours. */
const FASTER = 20

/** What is answered to `cek resmi`, and to nothing else. */
const SURE = /Cara memastikan ini/

/** A whole counter on one platform. */
export class World {
  readonly time = new VirtualTime()
  readonly platform: Platform
  readonly logLines: string[] = []
  readonly #folder: string
  readonly #intake: 'scripted' | 'real'
  #port = 0
  #starts = 0
  #loket: Loket | undefined

  private constructor(platform: Platform, folder: string, time: VirtualTime, intake: 'scripted' | 'real') {
    this.platform = platform
    this.#folder = folder
    this.time = time
    this.#intake = intake
  }

  /** Documents are kept as the bytes that the channel brought (scripted-intake.ts), unless the real intake is asked for. */
  static async open(kind: PlatformKind, intake: 'scripted' | 'real' = 'scripted'): Promise<World> {
    const time = new VirtualTime()
    const platform = await kind.open(() => time.now())
    const world = new World(platform, await mkdtemp(join(tmpdir(), 'loket-conformance-')), time, intake)
    await world.start()
    return world
  }

  get loket(): Loket {
    if (this.#loket === undefined) throw new Error('the counter is closed')
    return this.#loket
  }

  async start(): Promise<void> {
    // The same port after a restart: a webhook is told its address once.
    this.#port ||= await freePort()
    const settings = { LOKET_DATA: this.#folder, LOKET_PORT: String(this.#port), LOKET_LOG_LEVEL: 'debug' }
    const config = parseConfig({ LOKET_SIMULATOR: 'off', ...settings, ...withPort(this.platform.settings, this.#port) })
    await this.platform.prepare?.(config)
    for (const one of this.platform.secrets) secret(one)
    const log = createLogger({ level: 'debug', destination: { write: (line: string) => void this.logLines.push(line) } })
    const random = seededRandom((this.time.now() % 1_000_000) + 7919 * this.#starts++)
    this.#loket = await openLoket({
      config,
      log,
      clock: this.time,
      random,
      scheduler: this.time,
      ...(this.#intake === 'scripted' && { intake: scriptedIntake }),
    })
    await this.#loket.start()
    await this.platform.opened((this.#loket.app.server.address() as AddressInfo).port)
  }

  async stop(): Promise<void> {
    this.platform.closing()
    // What is under way may wait for its turn: time passes meanwhile.
    let isOver = false
    const stopping = this.#loket?.stop().finally(() => (isOver = true))
    if (stopping !== undefined) await this.until(() => isOver || undefined, 'the counter is closed')
    await stopping
    this.#loket = undefined
  }

  async close(): Promise<void> {
    await this.stop()
    await this.platform.close()
    await rm(this.#folder, { recursive: true, force: true })
  }

  /** What only some platforms have; a platform that lacks it must say so in its list. */
  extra<E extends keyof Extras>(name: E): Extras[E] {
    const found = this.platform.extras[name]
    if (found === undefined) throw new Error(`the platform cannot do that, and its list does not say why: ${name}`)
    return found
  }

  /** Waits until `what` is there; meanwhile the counter's time passes. */
  async until<T>(what: () => T | undefined, meaning: string): Promise<T> {
    const begun = Math.floor(performance.now())
    for (let last = begun; last - begun < PATIENCE;) {
      const found = what()
      if (found !== undefined) return found
      await new Promise((resolve) => setImmediate(resolve))
      const now = Math.max(last, Math.floor(performance.now()))
      if (now > last) this.time.pass((now - last) * FASTER)
      last = now
    }
    throw new Error(`never happened: ${meaning}\n${this.logLines.slice(-5).join('')}`)
  }

  /** Does something and waits for an answer to it; gives the text of what came. */
  async answer(person: Someone, act: () => Promise<void>): Promise<string> {
    const before = person.inbox.length
    await act()
    await this.until(() => (person.inbox.length > before ? true : undefined), 'an answer')
    return textsSince(person, before)
  }

  tells(person: Someone, text: string): Promise<string> {
    return this.answer(person, () => person.says(text))
  }

  /** Waits for a message that was not there `since` the inbox had so many. */
  hears(person: Someone, pattern: RegExp, since = 0): Promise<Seen> {
    return this.until(
      () => person.inbox.slice(since).find(({ text }) => pattern.test(text)),
      `${pattern}; last: ${person.inbox.at(-1)?.text}`,
    )
  }

  /** Waits until all that was said so far is answered; gives what came for it since the inbox had so many. */
  async settled(person: Someone, since: number): Promise<readonly string[]> {
    const asked = person.inbox.length
    await person.says('cek resmi')
    const { id } = await this.hears(person, SURE, asked)
    const until = person.inbox.findIndex((one) => one.id === id)
    return person.inbox.slice(since, until).map(({ text }) => text)
  }

  /** An invitation's code. */
  async invitation(name: string, role = 'verifikator'): Promise<string> {
    const { unitOfWork, agency } = this.loket
    const random = seededRandom(Buffer.from(name).reduce((sum, byte) => sum * 31 + byte, this.#starts))
    const keys = await openKeys({ setting: undefined, file: join(this.#folder, 'master.key') }, unitOfWork, random)
    const parts = {
      ids: new Ids(this.time, await unitOfWork.run(highestId)),
      sealer: new Sealer(keys.sealing, random),
      random,
    }
    const given = { agency: agency.id, role, name: secret(name) }
    return (await unitOfWork.run((tx) => createInvite(tx, parts, given, this.time.now()))).code
  }

  /** Somebody who has enrolled as an officer. */
  async officer(name: string): Promise<Someone> {
    const person = await this.platform.someone(name)
    await this.tells(person, await this.invitation(name))
    return person
  }

  /** Answers the form up to, and without, the question `until`. */
  async fillUntil(person: Someone, until: (typeof TYPED)[number] | 'ktp', answers: Answers = SITI): Promise<void> {
    await this.tells(person, 'daftar')
    await this.tells(person, 'setuju')
    for (const id of TYPED) {
      if (id === until) return
      await this.tells(person, answers[id])
    }
  }

  /** From the photo on, which was sent, to the end. */
  async finish(person: Someone, answers: Answers = SITI): Promise<void> {
    await this.hears(person, /kata kunci/i)
    await this.tells(person, answers.password)
    await this.tells(person, answers.password)
    await this.tells(person, 'ya')
    const sum = person.inbox.map(({ text }) => solveSum(text)).findLast((one) => one !== undefined)
    await person.says(String(sum))
    await this.hears(person, /REG-\d{4}-/)
  }

  /** Registers to the end. */
  async register(person: Someone, photo: Buffer, answers: Answers = SITI): Promise<void> {
    await this.fillUntil(person, 'ktp', answers)
    await person.sendsPhoto(photo)
    await this.finish(person, answers)
  }
}

/** The case card that an officer got, and the photo with it, which follows the picture of the case. */
export async function cardOf(world: World, officer: Someone): Promise<{ readonly card: Seen; readonly photo: Seen }> {
  const card = await world.until(() => officer.inbox.find(({ labels }) => labels.includes('Setujui')), 'a case card')
  const photo = await world.until(() => officer.inbox.filter(({ file }) => file !== undefined)[1], 'its photo')
  return { card, photo }
}

function textsSince(person: Someone, since: number): string {
  return person.inbox
    .slice(since)
    .map(({ text }) => text)
    .join('\n---\n')
}

// A webhook's address holds the counter's port, which is known only now.
function withPort(settings: Readonly<Record<string, string>>, port: number): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, value.replace('<port>', String(port))]))
}
