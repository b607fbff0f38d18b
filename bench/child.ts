/** A process of its own for one repetition of one scenario: `node child.ts <module> <load as JSON>`. */
import type { Load, Run } from './measurement.ts'

const [modulePath, loadJson] = process.argv.slice(2)
if (modulePath === undefined || loadJson === undefined || process.send === undefined)
  throw new Error('child.ts is started by harness.ts')
const { run } = (await import(modulePath)) as { run: Run }
process.send(await run(JSON.parse(loadJson) as Load))
process.disconnect()
