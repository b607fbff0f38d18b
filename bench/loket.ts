import { join } from 'node:path'
import type { Arrival, Channel, Outgoing, Sink } from '../bot/channels/channel.ts'
import { ChannelOutlet } from '../bot/runtime/outlet.ts'
import { Pace } from '../bot/runtime/pace.ts'
import { Pump } from '../bot/runtime/pump.ts'
import { systemClock } from '../bot/runtime/clock.ts'
import { systemRandom } from '../bot/runtime/random.ts'
import { systemScheduler } from '../bot/runtime/scheduler.ts'
import { Engine } from '../flows/engine/engine.ts'
import { flow, type Flow } from '../flows/engine/flow.ts'
import type { Field } from '../flows/engine/field.ts'
import { createTexts } from '../flows/text/texts.ts'
import { openDatabase } from '../storage/database.ts'
import { Ids } from '../storage/ids.ts'
import { migrate } from '../storage/migrate.ts'
import { SqliteStore } from '../storage/sqlite-store.ts'
import { UnitOfWork } from '../storage/unit-of-work.ts'
import { Sealer } from '../storage/vault/seal.ts'
import { completion, question } from './form.ts'
import { measure } from './generator.ts'
import type { Load, Run, Subject } from './measurement.ts'

/** Loket itself: the whole way from inbox to channel, encrypted, SQLite with synchronous=FULL. */
export const run: Run = (load) => measure(openLoket, load)

/** A channel in memory: what is sent to a chat answers whoever waits there. */
class MemoryChannel implements Channel {
  readonly account = 'memory'
  readonly capabilities = {
    buttons: 3,
    list: 10,
    contact: false,
    deleteInbound: false,
    typing: false,
    maxText: 4096,
    maxCaption: 1024,
    maxFile: 0,
  }
  readonly #waiting = new Map<string, (text: string) => void>()
  #sink: Sink | undefined
  #serial = 0

  start(sink: Sink): Promise<void> {
    this.#sink = sink
    return Promise.resolve()
  }

  /** Says `text` in a chat; resolves with the next message sent there. */
  say(chat: number, text: string): Promise<string> {
    const address = String(chat)
    const arrival: Arrival = { account: this.account, address, id: String(++this.#serial), event: { kind: 'text', text } }
    return new Promise((resolve, reject) => {
      this.#waiting.set(address, resolve)
      this.#sink?.([arrival]).catch(reject)
    })
  }

  send(address: string, message: Outgoing): Promise<readonly string[]> {
    const resolve = this.#waiting.get(address)
    this.#waiting.delete(address)
    resolve?.(message.text)
    return Promise.resolve([message.key])
  }

  fetch(): Promise<Uint8Array> {
    return Promise.reject(new Error('no files here'))
  }

  stop(): Promise<void> {
    return Promise.resolve()
  }
}

const plain: Field<string> = {
  type: 'plain',
  accepts: ['text'],
  texts: [],
  read: (input) => (input.kind === 'text' ? { is: 'value', value: input.text } : { is: 'problem', problem: 'engine-empty' }),
  show: (value) => value,
}

function form(questions: number): Flow<unknown> {
  const ids = Array.from({ length: questions }, (_, i) => `q${i + 1}`)
  let building = flow<unknown, { readonly [id: string]: string }>('form', { version: 1, title: 'form-title', words: ['mulai'] })
  for (const id of ids) building = building.ask(id, plain)
  return building.say('done', { args: (answers) => ({ answers: completion(ids.map((id) => answers[id] ?? '')) }) })
}

async function openLoket(load: Load): Promise<Subject> {
  const path = join(load.directory, 'loket.db')
  await migrate(path)
  const unitOfWork = new UnitOfWork(await openDatabase(path))
  const sealer = new Sealer(systemRandom.bytes(32), systemRandom)
  const store = new SqliteStore(new Ids(systemClock), sealer)
  const prompts = Array.from({ length: load.questions }, (_, i) => `form-q${i + 1} = ${question(i + 1)}`)
  const content = ['engine-menu = Menu', 'form-title = Formulir', 'form-done = { $answers }', ...prompts].join('\n')
  const texts = createTexts((['id', 'en'] as const).map((language) => ({ language, name: 'bench', content })))
  const channel = new MemoryChannel()
  const pump = new Pump<unknown>({
    world: {
      engine: new Engine([form(load.questions)], { home: 'form', human: 'form' }),
      store,
      texts,
      clock: systemClock,
      random: systemRandom,
      sealer,
      ports: () => undefined,
      issueLink: () => Promise.reject(new Error('no links here')),
      observe: ({ error }) => {
        if (error !== undefined) throw new Error('a turn failed', { cause: error })
      },
    },
    store,
    unitOfWork,
    clock: systemClock,
    scheduler: systemScheduler,
    wakeJobs: () => undefined,
    failed: (error) => {
      throw new Error('a batch failed', { cause: error })
    },
  })
  const outlet = new ChannelOutlet(channel, {
    clock: systemClock,
    random: systemRandom,
    pace: new Pace({ perSecond: Infinity, chatGapMs: 0 }, systemClock, systemScheduler),
    openFile: () => Promise.reject(new Error('no files here')),
    observe: () => undefined,
  })
  pump.attach(outlet)
  await channel.start((arrivals) => pump.ingest(arrivals))
  return {
    begin: (chat) => channel.say(chat, 'mulai'),
    answer: (chat, text) => channel.say(chat, text),
    close: async () => {
      await pump.stop()
      await unitOfWork.close()
    },
  }
}
