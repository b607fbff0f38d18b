import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Run } from './measurement.ts'
import { run as fillForms } from './loket.ts'

const SLEEPERS = 100_000

/**
 * 100,000 people have left a form half filled in; then one after the other comes and fills in theirs. Sleeping
 * conversations live in the database: what the process that serves the others holds is measured.
 */
export const run: Run = async (load) => {
  const script = join(import.meta.dirname, 'put-to-sleep.ts')
  const { status } = spawnSync(process.execPath, [script, join(load.directory, 'loket.db'), String(SLEEPERS)], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('the sleepers could not be put to sleep')
  const { residentMb = Number.NaN, turns = Number.NaN } = await fillForms(load)
  return { conversations: SLEEPERS, turns, residentMb }
}
