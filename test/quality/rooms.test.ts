import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wrongImport } from './rooms.ts'

const TOP = fileURLToPath(new URL('../../', import.meta.url))

interface Finding {
  filename: string
  code: string
  message: string
}

/** What the linter, with the repository's own settings, finds in the tree at `folder`. */
function lint(folder: string): Finding[] {
  const linter = join(TOP, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const run = spawnSync(process.execPath, [linter, '--format', 'json', '--no-error-on-unmatched-pattern'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  })
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: Finding[] }
  return diagnostics
}

describe('what may import what', () => {
  const forbidden: [from: string, to: string][] = [
    ['flows/engine/step.ts', 'flows/ports.ts'],
    ['flows/engine/step.ts', 'flows/fields/nik.ts'],
    ['flows/fields/nik.ts', 'storage/ids.ts'],
    ['flows/fields/nik.ts', 'flows/ports.ts'],
    ['flows/text/texts.ts', 'flows/agency.ts'],
    ['flows/agencies/sintren/extra.ts', 'flows/engine/flow.ts'],
    ['flows/ports.ts', 'storage/database.ts'],
    ['flows/citizen/register.ts', 'flows/staff/decide.ts'],
    ['flows/citizen/register.ts', 'storage/people.ts'],
    ['flows/citizen/deep/er/register.ts', 'bot/config.ts'],
    ['flows/staff/decide.ts', 'bot/runtime/clock.ts'],
    ['storage/people.ts', 'flows/citizen/login.ts'],
    ['storage/people.ts', 'bot/channels/channel.ts'],
    ['bot/channels/telegram/poll.ts', 'bot/channels/simulator/adapter.ts'],
    ['bot/channels/telegram/poll.ts', 'storage/database.ts'],
    ['bot/channels/channel.ts', 'storage/database.ts'],
    ['bot/runtime/turn.ts', 'bot/web/server.ts'],
    ['bot/runtime/turn.ts', 'flows/citizen/register.ts'],
    ['bot/web/server.ts', 'flows/citizen/register.ts'],
    ['bot/web/server.ts', 'bot/config.ts'],
    ['bot/intake/pipeline.ts', 'storage/database.ts'],
    ['storage/domain/submission.ts', 'flows/citizen/register.ts'],
    ['bot/jobs/login.ts', 'bot/web/server.ts'],
    ['bot/runtime/turn.ts', 'test/fakes/clock.ts'],
    ['storage/people.ts', 'bench/run.ts'],
  ]
  it.each(forbidden)('%s may not import %s', (from, to) => {
    expect(wrongImport(from, to, false)).toContain('may not import')
    expect(wrongImport(from, to, true)).toContain('may not import')
  })

  const allowed: [from: string, to: string][] = [
    ['flows/engine/step.ts', 'flows/engine/flow.ts'],
    ['flows/fields/nik.ts', 'flows/engine/field.ts'],
    ['flows/citizen/register.ts', 'flows/citizen/parts/address.ts'],
    ['flows/citizen/register.ts', 'flows/agency.ts'],
    ['flows/citizen/register.ts', 'flows/calendar/zone.ts'],
    ['flows/agency-schema.ts', 'flows/agency.ts'],
    ['storage/people.ts', 'flows/ports.ts'],
    ['storage/domain/submission.ts', 'flows/fields/nik.ts'],
    ['bot/jobs/login.ts', 'storage/domain/attempts.ts'],
    ['bot/channels/telegram/poll.ts', 'bot/channels/channel.ts'],
    ['bot/channels/simulator/store.ts', 'storage/database.ts'],
    ['bot/intake/pipeline.ts', 'storage/vault/files.ts'],
    ['bot/main.ts', 'flows/citizen/register.ts'],
    ['test/web/server.test.ts', 'bot/web/server.ts'],
    ['bench/run.ts', 'storage/database.ts'],
  ]
  it.each(allowed)('%s may import %s', (from, to) => {
    expect(wrongImport(from, to, false)).toBeUndefined()
  })

  it('lets the runtime see the shape of the store, but not the store', () => {
    expect(wrongImport('bot/runtime/turn.ts', 'storage/store.ts', true)).toBeUndefined()
    expect(wrongImport('bot/runtime/turn.ts', 'storage/store.ts', false)).toContain('types only')
    expect(wrongImport('bot/runtime/turn.ts', 'bot/jobs/login.ts', true)).toContain('may not import')
  })

  it('lets a channel name a runtime type, but not run the runtime', () => {
    expect(wrongImport('bot/channels/telegram/poll.ts', 'bot/runtime/inbox.ts', true)).toBeUndefined()
    expect(wrongImport('bot/channels/telegram/poll.ts', 'bot/runtime/inbox.ts', false)).toContain('types only')
  })

  it('asks a line in the table for a folder that no room covers', () => {
    expect(wrongImport('bot/attic/box.ts', 'flows/ports.ts', false)).toContain('no room')
    expect(wrongImport('attic/box.ts', 'flows/ports.ts', false)).toContain('no room')
  })
})

describe('the linter finds', () => {
  let tree: string
  let findings: Finding[]

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'loket-rooms-'))
    for (const file of ['.oxlintrc.json', 'tsconfig.json', 'test/quality/rooms.ts', 'test/quality/lint-plugin.ts'])
      cpSync(join(TOP, file), join(tree, file))
    // Links to the packages, in a folder that the settings keep the linter out of.
    mkdirSync(join(tree, 'node_modules'))
    for (const name of readdirSync(join(TOP, 'node_modules')))
      symlinkSync(join(TOP, 'node_modules', name), join(tree, 'node_modules', name))
    const files: Record<string, string> = {
      'storage/store.ts': 'export interface Store { n: number }\nexport const store: Store = { n: 1 }\n',
      'flows/engine/value.ts': `import { store } from '../../storage/store.ts'\nexport const value = store.n\n`,
      'flows/engine/type.ts': `import type { Store } from '../../storage/store.ts'\nexport type Value = Store\n`,
      'flows/engine/inline-type.ts': `export type Value = import('../../storage/store.ts').Store\n`,
      'flows/engine/dynamic.ts': `export const value = import('../../storage/store.ts')\n`,
      'flows/engine/named.ts': `export { store } from '../../storage/store.ts'\n`,
      'flows/engine/star.ts': `export * from '../../storage/store.ts'\n`,
      'flows/engine/one.ts': `import { two } from './two.ts'\nexport const one = (): number => two() + 1\n`,
      'flows/engine/two.ts': `import { one } from './one.ts'\nexport const two = (): number => one() + 1\n`,
      'flows/engine/egg.ts': `import type { Hen } from './hen.ts'\nexport interface Egg { of: Hen }\n`,
      'flows/engine/hen.ts': `import type { Egg } from './egg.ts'\nexport interface Hen { lays: Egg }\n`,
      'flows/engine/clock.ts': `export const now = [new Date(), Date.now(), Date(), Math.random()]\n`,
      'flows/engine/promise.ts': `export function later(work: () => Promise<void>): void {\n  work()\n}\n`,
      'flows/engine/loose.ts': `export const loose = (x: any): string => \`\${x as string}\`\nconsole.log(loose(1))\n// @ts-ignore\n// TODO: later\n`,
      'flows/engine/fine.ts': `export const day = (t: number): string => new Date(t).toISOString()\n`,
      'test/some.test.ts': `import { expect, it } from 'vitest'\nit.only('a', () => { expect(1).toBe(1) })\nit.skip('b', () => { expect(1).toBe(1) })\n`,
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true })
      writeFileSync(join(tree, path), text)
    }
    findings = lint(tree)
  })
  afterAll(() => rmSync(tree, { recursive: true, force: true }))

  const codes = (file: string): string[] => findings.filter((f) => f.filename === file).map((f) => f.code)

  it.each(['value', 'type', 'inline-type', 'dynamic', 'named', 'star'])('a forbidden import written as in %s.ts', (name) => {
    const found = findings.filter((f) => f.filename === `flows/engine/${name}.ts` && f.code === 'house(rooms)')
    expect(found.map((f) => f.message)).toEqual(['flows/engine may not import storage/store.ts'])
  })

  it('imports in a circle, of values and of types', () => {
    for (const file of ['one', 'two', 'hen', 'egg']) expect(codes(`flows/engine/${file}.ts`)).toContain('import(no-cycle)')
  })

  it('the machine clock and randomness', () => {
    const found = codes('flows/engine/clock.ts')
    expect(found.filter((code) => code === 'house(clock)')).toHaveLength(2)
    expect(found.filter((code) => code === 'eslint(no-restricted-properties)')).toHaveLength(2)
  })

  it('a promise that nobody awaits', () => {
    expect(codes('flows/engine/promise.ts')).toEqual(['typescript(no-floating-promises)'])
  })

  it('any, console, a silenced compiler and work put off', () => {
    expect(codes('flows/engine/loose.ts')).toEqual(
      expect.arrayContaining([
        'typescript(no-explicit-any)',
        'eslint(no-console)',
        'typescript(ban-ts-comment)',
        'eslint(no-warning-comments)',
      ]),
    )
  })

  it('a test that shuts out the others, and one that is skipped', () => {
    const found = codes('test/some.test.ts')
    expect(found).toContain('vitest(no-focused-tests)')
    expect(found).toContain('vitest(no-disabled-tests)')
  })

  it('nothing in a file that keeps the rules', () => {
    expect(codes('flows/engine/fine.ts')).toEqual([])
    expect(codes('storage/store.ts')).toEqual([])
  })
})

it('the tree keeps to its rooms and has no circle', () => {
  const wrong = lint(TOP).filter((f) => f.code === 'house(rooms)' || f.code === 'import(no-cycle)')
  expect(wrong.map((f) => `${f.filename}: ${f.message}`)).toEqual([])
})
