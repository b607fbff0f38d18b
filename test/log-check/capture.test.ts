import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createLogger } from '../../bot/runtime/log.ts'
import { runCli } from '../cli/run-cli.ts'
import { ChildLoket, freePort } from '../simulation/child-loket.ts'
import { namedSecrets, secret, secretBytes } from '../support/secrets.ts'
import { onWritten } from '../support/written.ts'
import { RunFolder } from './run-folder.ts'

const heard: string[] = []
onWritten((text) => heard.push(text))

it('hears every logger, whatever it writes to', () => {
  createLogger({ level: 'debug', destination: { write: () => undefined } }).debug({ count: 4711 }, 'a canary sings')
  expect(heard.at(-1)).toMatch(/"count":4711.*"msg":"a canary sings"\}\n$/)
})

it.each(['log', 'info', 'warn', 'error', 'debug'] as const)('hears console.%s, with all that it is given', (way) => {
  console[way]('a canary', { in: { its: 'cage' } })
  expect(heard).toContain("a canary { in: { its: 'cage' } }")
  heard.length = 0
})

it('hears what is written to the outputs of the process', () => {
  process.stdout.write('a canary on the output\n')
  process.stderr.write(Buffer.from('a canary on the error output\n'))
  expect(heard).toEqual(expect.arrayContaining(['a canary on the output\n', 'a canary on the error output\n']))
})

it('hears counters and commands in processes of their own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'loket-capture-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const child = new ChildLoket(folder, await freePort(), { LOKET_LOG_LEVEL: 'info', LOKET_SIMULATOR: 'off' })
  onTestFinished(() => child.kill())
  await child.start()
  await child.stop()
  await vi.waitFor(() => expect(heard).toEqual(expect.arrayContaining([expect.stringMatching(/Loket siap/)])))
  expect(heard).toEqual(expect.arrayContaining([expect.stringMatching(/there is no mail server/)]))
  await runCli(folder, 'no-such-command')
  expect(heard.join('\n')).toMatch(/unknown command/)
})

it('keeps lines and named secrets for the check after the run', async () => {
  const path = await mkdtemp(join(tmpdir(), 'loket-capture-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  const folder = new RunFolder(path)
  folder.keepLines(['one\n', 'two\nthree\n'])
  folder.keepLines([])
  folder.keepFile('test/a.test.ts', ['Siti'])
  expect(folder.lines()).toEqual(['one', 'two', 'three'])
  expect(folder.files()).toEqual([{ path: 'test/a.test.ts', secrets: ['Siti'] }])
})

it('knows what tests have named, bytes in every way in which they could be written', () => {
  expect(secret('a canary of gold')).toBe('a canary of gold')
  secretBytes(Uint8Array.of(1, 2, 250, 251))
  expect(namedSecrets()).toEqual(
    expect.arrayContaining(['a canary of gold', '0102fafb', 'AQL6+w==', 'AQL6-w', '01 02 fa fb', '1,2,250,251']),
  )
  secret('abc')
  expect(namedSecrets()).not.toContain('abc')
})
