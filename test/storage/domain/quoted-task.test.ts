import { expect, it } from 'vitest'
import { taskQuotedBy } from '../../../storage/domain/quoted-task.ts'
import { openOffice } from './office.ts'

/** A registration that waits; `quotes` asks what somebody speaks of who quotes a text in a chat at this address. */
async function waiting() {
  const office = await openOffice()
  await office.officer('Bu Ratna')
  const { number } = await office.submit(await office.chat('siti'))
  const quotes = (address: string, text: string) =>
    office.unitOfWork.run((tx) => taskQuotedBy(tx, office.parts, { account: 'simulator', address }, { id: 'elsewhere', text }))
  return { ...office, number, quotes, task: await office.newestTask() }
}

it('an officer who answers a text with one case’s number speaks of its task; nobody else does', async () => {
  const { number, quotes, task, unitOfWork } = await waiting()
  expect(await quotes('Bu Ratna', `Tolong dilihat: ${number}, ${number}`)).toBe(task)
  expect(await quotes('siti', `Tolong dilihat: ${number}`)).toBeUndefined()
  expect(await quotes('nobody at all', number)).toBeUndefined()
  await unitOfWork.run((tx) => tx.officer.updateMany({ data: { removedAt: 1n } }))
  expect(await quotes('Bu Ratna', number)).toBeUndefined()
})

it('a text with no case’s number, with two, or with one that is nobody’s, is about no task', async () => {
  const { number, quotes } = await waiting()
  for (const text of [
    '',
    'rapat jam 9',
    `${number} dan REG-2611-AAAAAA`,
    'REG-0000-AAAAAA',
    number.toLowerCase(),
    'x'.repeat(10_000),
  ])
    expect(await quotes('Bu Ratna', text)).toBeUndefined()
})
