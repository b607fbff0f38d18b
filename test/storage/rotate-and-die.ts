// A rotation whose process is killed somewhere in the step after the given one: node rotate-and-die.ts <folder> <steps>
import { join } from 'node:path'
import { systemRandom } from '../../bot/runtime/random.ts'
import { openAlone } from '../../storage/database.ts'
import { UnitOfWork } from '../../storage/unit-of-work.ts'
import { rotation } from '../../storage/vault/rotation.ts'

const [folder = '', steps = ''] = process.argv.slice(2)
const unitOfWork = new UnitOfWork(await openAlone(join(folder, 'loket.db')))
const source = { setting: undefined, file: join(folder, 'master.key') }
let done = 0
for await (const _ of rotation({ unitOfWork, source, random: systemRandom }))
  if (++done >= Number(steps)) setTimeout(() => process.kill(process.pid, 'SIGKILL'), 3)
