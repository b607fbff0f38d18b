/** Fills a database with people who left a form half filled in: `node put-to-sleep.ts <database file> <how many>`. */
import { systemClock } from '../bot/runtime/clock.ts'
import { systemRandom } from '../bot/runtime/random.ts'
import { openDatabase } from '../storage/database.ts'
import { Ids } from '../storage/ids.ts'
import { migrate } from '../storage/migrate.ts'
import { SqliteStore } from '../storage/sqlite-store.ts'
import type { TurnRecord } from '../storage/store.ts'
import { UnitOfWork } from '../storage/unit-of-work.ts'
import { Sealer } from '../storage/vault/seal.ts'

const BATCH = 1000

const [path, count] = process.argv.slice(2)
if (path === undefined || count === undefined) throw new Error('put-to-sleep.ts is started by sleeping.ts')
await migrate(path)
const unitOfWork = new UnitOfWork(await openDatabase(path))
const store = new SqliteStore(new Ids(systemClock), new Sealer(systemRandom.bytes(32), systemRandom))
for (let done = 0; done < Number(count); done += BATCH)
  await unitOfWork.run(async (tx) => {
    const turns: TurnRecord[] = []
    for (let i = 0; i < BATCH; i++)
      turns.push(asleep(await store.conversationAt(tx, 'memory', `sleeper-${done + i}`, systemClock.now())))
    await store.commit(tx, turns, systemClock.now())
  })
await unitOfWork.close()

// In the middle of a form, five questions answered.
function asleep(conversation: number): TurnRecord {
  const answers = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`q${i + 1}`, `jawaban ${i + 1}`]))
  const frame = { seq: 1, flow: 'form', version: 1, step: 'q6', tries: 0, reached: 0 }
  return {
    conversation,
    account: 'memory',
    version: 0,
    session: {
      head: { language: 'id', question: 6, nextSeq: 2, stack: [frame], drafts: [], at: systemClock.now() },
      answers: { 1: answers },
    },
    changes: Object.entries(answers).map(([step, value]) => ({ frame: 1, step, value })),
    handled: [],
    messages: [],
    timers: [],
    jobs: [],
  }
}
