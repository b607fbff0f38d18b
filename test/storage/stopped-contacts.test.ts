import { expect, it } from 'vitest'
import { StoppedContacts } from '../../storage/stopped-contacts.ts'
import { openStore } from './open-store.ts'

/** Contacts of conversations 1, 2 and 3, and who of them is stopped. */
async function openContacts() {
  const { run } = await openStore()
  await run((tx) =>
    tx.contact.createMany({
      data: [1, 2, 3].map((n) => ({ id: `c${n}`, conversationId: BigInt(n), account: 'telegram:1', createdAt: 0n })),
    }),
  )
  const stopped = async () => {
    const rows = await run((tx) => tx.contact.findMany({ where: { stoppedAt: { not: null } }, orderBy: { id: 'asc' } }))
    return rows.map(({ id, stoppedAt }) => [id, Number(stoppedAt)])
  }
  return { run, stopped }
}

it('somebody is stopped until they write again, whoever else writes', async () => {
  const { run, stopped } = await openContacts()
  const contacts = new StoppedContacts()
  await run((tx) => contacts.note(tx, 1, 1000))
  await run((tx) => contacts.note(tx, 2, 2000))
  await run((tx) => contacts.heard(tx, [3, 4]))
  expect(await stopped()).toEqual([
    ['c1', 1000],
    ['c2', 2000],
  ])
  await run((tx) => contacts.heard(tx, [3, 1]))
  expect(await stopped()).toEqual([['c2', 2000]])
  await run((tx) => contacts.note(tx, 1, 3000))
  await run((tx) => contacts.heard(tx, [1, 2]))
  expect(await stopped()).toEqual([])
})

it('a counter that has started again knows who is stopped', async () => {
  const { run, stopped } = await openContacts()
  await run((tx) => new StoppedContacts().note(tx, 2, 1000))
  await run((tx) => new StoppedContacts().heard(tx, [1, 2]))
  expect(await stopped()).toEqual([])
})

it('what was not committed was not heard', async () => {
  const { run, stopped } = await openContacts()
  const contacts = new StoppedContacts()
  await run((tx) => contacts.note(tx, 1, 1000))
  const failing = run(async (tx) => {
    await contacts.heard(tx, [1])
    throw new Error('the disk is full')
  })
  await expect(failing).rejects.toThrow('the disk is full')
  expect(await stopped()).toEqual([['c1', 1000]])
  await run((tx) => contacts.heard(tx, [1]))
  expect(await stopped()).toEqual([])
})
