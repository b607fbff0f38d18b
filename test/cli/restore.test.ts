import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { dataFolder, runCli } from './run-cli.ts'
import { runningCounter } from './running-counter.ts'

// Every command is a process of its own: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 })

it('a backup that is made beside an open counter, database first, is whole where it is restored', async () => {
  const { folder, says } = await runningCounter()
  expect(await says('siti', 'halo')).not.toBe('')
  const restored = await dataFolder()
  // What `.backup` of the sqlite3 command calls.
  const database = new Database(join(folder, 'loket.db'), { readonly: true })
  await database.backup(join(restored, 'loket.db'))
  database.close()
  expect(await says('siti', 'menu')).not.toBe('')
  await cp(join(folder, 'master.key'), join(restored, 'master.key'))
  expect(await runCli(restored, 'vault', 'check')).toMatchObject({ code: 0, err: '' })
  expect(await runCli(restored, 'audit', 'verify')).toMatchObject({ code: 0, err: '' })
  const copy = new Database(join(restored, 'loket.db'), { readonly: true })
  expect(copy.prepare(`SELECT count(*) AS n FROM Inbox`).get()).toEqual({ n: 1 })
  copy.close()
})
