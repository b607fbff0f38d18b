import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase, type Tx } from '../../storage/database.ts'
import { migrate } from '../../storage/migrate.ts'
import { UnitOfWork } from '../../storage/unit-of-work.ts'
import { FlakyDatabase } from '../runtime/machine.ts'

async function opened() {
  const folder = await mkdtemp(join(tmpdir(), 'loket-work-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await migrate(join(folder, 'loket.db'))
  const database = new FlakyDatabase(await openDatabase(join(folder, 'loket.db')))
  const work = new UnitOfWork(database.asDatabase())
  onTestFinished(() => work.close())
  let undone = 0
  work.onUndone(() => undone++)
  const write = (name: string) => async (tx: Tx) => {
    await tx.setting.create({ data: { name, value: '' } })
    return name
  }
  const names = async () => (await work.run((tx) => tx.setting.findMany({ orderBy: { name: 'asc' } }))).map(({ name }) => name)
  return { database, work, write, names, undone: () => undone }
}

describe('pieces of work', () => {
  it('that wait at the same moment share a commit, and each gets its own result', async () => {
    const { database, work, write, names } = await opened()
    const wanted = Array.from({ length: 50 }, (_, i) => `n${String(i).padStart(2, '0')}`)
    expect(await Promise.all(wanted.map((name) => work.run(write(name))))).toEqual(wanted)
    expect(database.commits).toBe(1)
    expect(await names()).toEqual(wanted)
  })

  it('beyond what one commit takes go into the next', async () => {
    const { database, work, write } = await opened()
    await Promise.all(Array.from({ length: 150 }, (_, i) => work.run(write(`n${i}`))))
    expect(database.commits).toBe(3)
  })

  it('run one after the other, in the order they came', async () => {
    const { work } = await opened()
    const log: string[] = []
    const piece = (name: string) =>
      work.run(async (tx) => {
        log.push(`${name}>`)
        await tx.setting.count()
        log.push(`<${name}`)
      })
    await Promise.all(['a', 'b', 'c'].map(piece))
    expect(log).toEqual(['a>', '<a', 'b>', '<b', 'c>', '<c'])
  })

  it('that fail are undone alone; the others of their commit are kept', async () => {
    const { work, write, names, undone } = await opened()
    const bad = (name: string) => async (tx: Tx) => {
      await write(name)(tx)
      throw new Error(`no ${name}`)
    }
    const ends = await Promise.allSettled([work.run(write('a')), work.run(bad('b')), work.run(write('c')), work.run(bad('d'))])
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected'])
    expect(await names()).toEqual(['a', 'c'])
    expect(undone()).toBe(2)
    await expect(work.run(bad('e'))).rejects.toThrow('no e')
    expect(await names()).toEqual(['a', 'c'])
    expect(undone()).toBe(3)
  })

  it('that break a rule of the database leave the rest of their commit whole', async () => {
    const { work, write, names } = await opened()
    const ends = await Promise.allSettled(['a', 'b', 'a', 'c'].map((name) => work.run(write(name))))
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(await names()).toEqual(['a', 'b', 'c'])
  })

  it('all fail when the commit fails, and the caches hear of it first', async () => {
    const { database, work, write, names, undone } = await opened()
    database.failing = 1
    const seen: number[] = []
    const ends = await Promise.allSettled(
      ['a', 'b'].map((name) =>
        work.run(write(name)).catch((error: unknown) => {
          seen.push(undone())
          throw error
        }),
      ),
    )
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(seen).toEqual([1, 1])
    expect(await names()).toEqual([])
    await work.run(write('a'))
    expect(await names()).toEqual(['a'])
  })

  it('that began before it is closed are finished', async () => {
    const { work, write, database } = await opened()
    const under = work.run(write('a'))
    const closing = work.close()
    await expect(under).resolves.toBe('a')
    await closing
    expect(database.commits).toBe(1)
  })
})
