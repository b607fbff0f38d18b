import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const LAUNCH = fileURLToPath(new URL('../../bot/launch.mjs', import.meta.url))

/** Runs the launcher with `args`, as the Node of `version` would. */
function launch(version: string, ...args: string[]): { status: number | null; stderr: string } {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, LAUNCH, ...args], { encoding: 'utf8' })
  return { status, stderr }
}

it.each(['16.20.0', '18.19.1', '20.20.2', '22.17.9'])(
  'says in one line, in two languages, that Node %s is too old',
  (version) => {
    const { status, stderr } = launch(version, 'main')
    expect(status).toBe(1)
    expect(stderr).toContain(`Node ${version} terlalu lama`)
    expect(stderr).toContain(`Node ${version} is too old`)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  },
)

it.each([['22.18.0'], ['24.0.0'], ['100.1.0']])('lets Node %s on to the next question: what to start', (version) => {
  const { status, stderr } = launch(version)
  expect(status).toBe(1)
  expect(stderr).toContain('Pemakaian: npm start')
})

it.each(['../package.json', 'main.ts', 'config', ''])('starts nothing but main and cli: "%s"', (entry) => {
  const { status, stderr } = launch('24.0.0', entry)
  expect(status).toBe(1)
  expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining('Usage: npm start')])
})
