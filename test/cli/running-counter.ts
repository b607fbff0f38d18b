import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { parseConfig } from '../../bot/config.ts'
import { openLoket } from '../../bot/loket.ts'
import { systemClock } from '../../bot/runtime/clock.ts'
import { createLogger } from '../../bot/runtime/log.ts'
import { systemRandom } from '../../bot/runtime/random.ts'
import { highestId } from '../../storage/highest-id.ts'
import { Ids } from '../../storage/ids.ts'
import { SqliteStore } from '../../storage/sqlite-store.ts'
import { openKeys } from '../../storage/vault/keys.ts'
import { Sealer } from '../../storage/vault/seal.ts'
import { PhoneNetwork, type Received } from '../support/phone-network.ts'
import { VirtualTime } from '../support/virtual-time.ts'
import { dataFolder } from './run-cli.ts'

/** A counter that is open while commands run beside it: it lives in the machine's time, as they do, but waits as a test says. */
export async function runningCounter() {
  const folder = await dataFolder()
  const time = new VirtualTime(systemClock.now())
  const phones = new PhoneNetwork()
  const lines: string[] = []
  const config = { ...parseConfig({ LOKET_DATA: folder, LOKET_SIMULATOR: 'off' }), port: 0 }
  const log = createLogger({ level: 'info', destination: { write: (line: string) => void lines.push(line) } })
  const channels = [phones, new PhoneNetwork('mail')]
  const loket = await openLoket({ config, log, clock: time, random: systemRandom, scheduler: time, channels })
  await loket.start()
  onTestFinished(() => loket.stop())
  const { unitOfWork } = loket
  const keys = await openKeys({ setting: undefined, file: join(folder, 'master.key') }, unitOfWork, systemRandom)
  /** A store of its own, as another process would have. */
  const storeBeside = async () =>
    new SqliteStore(new Ids(time, await unitOfWork.run(highestId)), new Sealer(keys.sealing, systemRandom))

  /** What `name` has received from number `from` on, once there is something. */
  const heard = async (name: string, from: number): Promise<readonly Received[]> => {
    for (let n = 0; n < 100_000 && phones.inbox(name).length <= from; n++) await new Promise((resolve) => setImmediate(resolve))
    return phones.inbox(name).slice(from)
  }
  const says = async (name: string, text: string): Promise<string> => {
    const before = phones.inbox(name).length
    await phones.deliver(name, { kind: 'text', text })
    return (await heard(name, before)).map((one) => one.text).join('\n')
  }
  return { folder, time, phones, lines, unitOfWork, storeBeside, heard, says }
}
