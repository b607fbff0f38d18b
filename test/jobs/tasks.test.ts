import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../storage/domain/office.ts'
import { deskWithJobs } from './desk.ts'

async function waiting() {
  const desk = await deskWithJobs()
  const { number } = await desk.submit(await desk.chat('siti'))
  const task = await desk.newestTask()
  await desk.runDue()
  const claim = (officer: number) => desk.inChat(officer, ({ staff }) => staff.claim(task))
  const told = async (officer: number) => (await desk.notices(officer)).filter(({ notice }) => notice !== 'task-new')
  return { ...desk, number, task, claim, told }
}

describe('a reminder', () => {
  it('goes to every officer, before the promise ends, while the task is undecided', async () => {
    const { ratna, bagus, time, runDue, told, task, number, unitOfWork } = await waiting()
    const promisedAt = Date.UTC(2026, 10, 25, 9, 0)
    time.pass(Date.UTC(2026, 10, 25, 5, 0) - 1 - time.now())
    expect(await runDue()).toEqual([])
    time.pass(1)
    expect(await runDue()).toEqual(['remind-task'])
    const reminder = { notice: 'task-reminder', data: { task, number, promisedAt } }
    expect(await told(ratna)).toEqual([reminder])
    expect(await told(bagus)).toEqual([reminder])
    const row = () => unitOfWork.run((tx) => tx.task.findUniqueOrThrow({ where: { id: task } }))
    expect(await row()).toMatchObject({ reminders: 1, remindAt: BigInt(Date.UTC(2026, 10, 25, 8, 0)) })
    time.pass(3 * HOUR)
    expect(await runDue()).toEqual(['remind-task'])
    expect(await told(ratna)).toEqual([reminder, reminder])
    expect(await row()).toMatchObject({ reminders: 2, remindAt: null })
  })

  it('is told once, though its job ran twice', async () => {
    const { ratna, run, told, task } = await waiting()
    await run('remind-task', { task, n: 0 })
    await run('remind-task', { task, n: 0 })
    expect(await told(ratna)).toHaveLength(1)
  })

  it('is left out when the task is decided, or is none', async () => {
    const { ratna, bagus, run, told, task, decide } = await waiting()
    await decide(ratna, {}, task)
    await run('remind-task', { task, n: 0 })
    await run('remind-task', { task: "' OR 1=1 --", n: 0 })
    expect((await told(bagus)).map(({ notice }) => notice)).toEqual(['task-decided'])
  })
})

describe('a claim that has run out', () => {
  it('frees the task and tells its holder', async () => {
    const { ratna, bagus, claim, time, runDue, told, task, number, unitOfWork } = await waiting()
    await claim(ratna)
    time.pass(15 * MINUTE - 1)
    expect(await runDue()).toEqual([])
    time.pass(1)
    expect(await runDue()).toEqual(['claim-expired'])
    expect(await told(ratna)).toEqual([{ notice: 'claim-expired', data: { task, number } }])
    expect(await told(bagus)).toEqual([])
    const row = await unitOfWork.run((tx) => tx.task.findUniqueOrThrow({ where: { id: task } }))
    expect(row).toMatchObject({ status: 'open', claimedBy: null, claimUntil: null })
  })

  it.each(['renewed', 'given back', 'decided', 'taken over'] as const)('is nothing when it was %s meanwhile', async (how) => {
    const { ratna, bagus, claim, time, runDue, told, task, inChat, decide, unitOfWork } = await waiting()
    await claim(ratna)
    time.pass(10 * MINUTE)
    if (how === 'renewed') await claim(ratna)
    else if (how === 'given back') await inChat(ratna, ({ staff }) => staff.release(task))
    else if (how === 'decided') await decide(ratna, {}, task)
    else {
      await inChat(ratna, ({ staff }) => staff.release(task))
      await claim(bagus)
    }
    const before = await unitOfWork.run((tx) => tx.task.findUniqueOrThrow({ where: { id: task } }))
    time.pass(5 * MINUTE)
    expect(await runDue()).toEqual(['claim-expired'])
    expect(await unitOfWork.run((tx) => tx.task.findUniqueOrThrow({ where: { id: task } }))).toEqual(before)
    expect((await told(ratna)).map(({ notice }) => notice)).not.toContain('claim-expired')
  })
})
