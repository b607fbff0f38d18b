import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../../storage/database.ts'
import { dataFolder, runCli } from './run-cli.ts'

// Every command is a process of its own: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000 })

const INVITE = ['officer', 'invite', '--agency', 'sintren', '--role', 'verifikator']

describe('officer invite', () => {
  it('prints one line with a single-use code, before the counter was ever started', async () => {
    const folder = await dataFolder()
    const { code, out, err } = await runCli(folder, ...INVITE)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^PTG-[0-9A-Z]{4}-[0-9A-Z]{4} {2}\(verifikator, sintren; valid until \d{4}-\d\d-\d\dT[\d:.]+Z\)\n$/)
    const again = await runCli(folder, ...INVITE, '--name', "Bu Ratna, S.Kom (loket-1) Nur'aini")
    expect(again.out.slice(0, 13)).not.toBe(out.slice(0, 13))
    expect((await stat(join(folder, 'master.key'))).mode & 0o077).toBe(0)
    // The code itself is kept nowhere.
    const bytes = await readFile(join(folder, 'loket.db'))
    expect(bytes.includes(out.slice(0, 13))).toBe(false)
  })
})

describe('what is asked for in a wrong way', () => {
  const WRONG: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /Usage: loket/],
    [['hello'], /unknown command 'hello'/],
    [['officer'], /Usage: loket officer/],
    [['officer', 'invite'], /required option '--agency <id>'/],
    [['officer', 'invite', '--agency', 'sintren'], /required option '--role <role>'/],
    [['officer', 'invite', '--agency'], /argument missing/],
    [['officer', 'invite', '--agency', 'nowhere', '--role', 'verifikator'], /there is no agency "nowhere", only: sintren/],
    [['officer', 'invite', '--agency', '../..', '--role', 'verifikator'], /there is no agency "..\/..", only: sintren/],
    [['officer', 'invite', '--agency', 'sintren', '--role', 'raja'], /no role "raja", only: verifikator, supervisor/],
    [['officer', 'invite', '--agency', 'sintren', '--role', '\u001b[2J'], /no role "\\u001b\[2J"/],
    [[...INVITE, '--name', '  '], /1 to 60 letters/],
    [[...INVITE, '--name', 'x'.repeat(61)], /1 to 60 letters/],
    [[...INVITE, '--name', 'Ratna\n\u001b[31m'], /1 to 60 letters/],
    [[...INVITE, '--name', '<b>'], /1 to 60 letters/],
    [[...INVITE, '--nmae', 'x'], /unknown option '--nmae'/],
    [['officer', 'list'], /required option '--agency <id>'/],
    [['officer', 'list', '--agency', "' OR 1=1 --"], /there is no agency/],
    [['officer', 'remove'], /missing required argument 'id'/],
    [['flows', 'draw', 'nothing'], /there is no flow "nothing", only: home,/],
    [['audit', 'verify', 'me'], /too many arguments/],
    [['inbox', 'retry', 'seven'], /A whole number/],
    [['inbox', 'retry', '1; DROP TABLE Inbox'], /A whole number/],
    [['outbox', 'retry', '9'.repeat(16)], /A whole number/],
    [['outbox', 'retry', '٣'], /A whole number/],
  ]

  it('is told what is wrong, and ends with 2', async () => {
    const folder = await dataFolder()
    for (let i = 0; i < WRONG.length; i += 4)
      await Promise.all(
        WRONG.slice(i, i + 4).map(async ([args, message]) => {
          const { code, out, err } = await runCli(folder, ...args)
          expect({ args, code, out }).toEqual({ args, code: 2, out: '' })
          expect(err).toMatch(message)
          expect(err).not.toMatch(/\n {4}at |\u001b/)
        }),
      )
  })

  it('help is no mistake', async () => {
    const { code, out } = await runCli(await dataFolder(), 'inbox', '--help')
    expect(code).toBe(0)
    expect(out).toMatch(/retry <id>/)
  })
})

describe('what cannot be done', () => {
  it('is told, and ends with 1', async () => {
    const folder = await dataFolder()
    for (const [args, message] of [
      [['officer', 'remove', '06YEBRZG01X'], /there is no officer "06YEBRZG01X"; see `officer list`/],
      [['officer', 'remove', "' OR 1=1 --"], /there is no officer/],
      [['inbox', 'retry', '7'], /no event 7 was given up; see `inbox list`/],
      [['outbox', 'retry', '7'], /no message 7 was given up; see `outbox list`/],
      [['flows', 'draw', 'login', '--out', '/no/such/folder/x.mmd'], /ENOENT/],
    ] as const) {
      const { code, out, err } = await runCli(folder, ...args)
      expect({ args, code, out }).toEqual({ args, code: 1, out: '' })
      expect(err).toMatch(message)
      expect(err.trim().split('\n')).toHaveLength(1)
    }
  })

  it('settings that make no sense are named', async () => {
    const before = process.env['LOKET_PORT']
    process.env['LOKET_PORT'] = 'eighty'
    const { code, err } = await runCli(await dataFolder(), 'audit', 'verify').finally(() => {
      if (before === undefined) delete process.env['LOKET_PORT']
      else process.env['LOKET_PORT'] = before
    })
    expect(code).toBe(1)
    expect(err).toMatch(/LOKET_PORT/)
  })
})

describe('flows draw', () => {
  it('writes Mermaid to the screen or into a file', async () => {
    const folder = await dataFolder()
    const [screen, all] = [await runCli(folder, 'flows', 'draw', 'approve'), join(folder, 'all.mmd')]
    expect(screen.code).toBe(0)
    expect(screen.out).toMatch(/^flowchart TD\n.*approve-sure/s)
    expect(await runCli(folder, 'flows', 'draw', '--out', all)).toEqual({ code: 0, out: '', err: '' })
    expect(await readFile(all, 'utf8')).toMatch(/registration.*approve/s)
  })
})

describe('audit verify', () => {
  it('says that the chain holds, and ends with 1 where it does not', async () => {
    const folder = await dataFolder()
    await runCli(folder, ...INVITE)
    await runCli(folder, ...INVITE)
    const good = await runCli(folder, 'audit', 'verify')
    expect(good.code).toBe(0)
    expect(JSON.parse(good.out)).toMatchObject({ holds: true, rows: 2 })
    const database = await openDatabase(join(folder, 'loket.db'))
    await database.$executeRaw`UPDATE Audit SET actor = 'nobody' WHERE seq = 1`
    await database.$disconnect()
    const bad = await runCli(folder, 'audit', 'verify')
    expect(bad.code).toBe(1)
    expect(JSON.parse(bad.out)).toEqual({ holds: false, brokenAt: 1 })
  })
})
