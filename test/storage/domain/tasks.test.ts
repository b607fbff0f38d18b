import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../flows/engine/json.ts'
import { MINUTE, openOffice, SITI } from './office.ts'

async function waiting() {
  const office = await openOffice()
  const [ratna, bagus] = [await office.officer('Bu Ratna'), await office.officer('Pak Bagus')]
  const citizen = await office.chat('siti')
  const { number } = await office.submit(citizen)
  const task = await office.newestTask()
  const claim = (officer: number, id = task) => office.inChat(officer, ({ staff }) => staff.claim(id))
  return { office, ratna, bagus, citizen, number, task, claim }
}

describe('the queue', () => {
  it('lists undecided tasks oldest first, with who holds them', async () => {
    const { office, ratna, bagus, citizen, number, task, claim } = await waiting()
    const second = await office.submit(await office.chat('budi'), { nik: '3326071203850002' })
    await claim(bagus)
    const seen = await office.inChat(ratna, ({ staff }) => staff.queue(10))
    expect(seen).toMatchObject({
      total: 2,
      entries: [
        { task, number, claimedBy: 'Pak Bagus', mine: false },
        { number: second.number, claimedBy: null, mine: false },
      ],
    })
    expect(await office.inChat(bagus, ({ staff }) => staff.queue(1))).toMatchObject({
      total: 2,
      entries: [{ claimedBy: null, mine: true }],
    })
    expect(await office.inChat(bagus, ({ staff }) => staff.queue(-5))).toEqual({ total: 2, entries: [] })
    await office.decide(bagus, {}, task)
    expect(await office.inChat(ratna, ({ staff }) => staff.queue(10))).toMatchObject({ total: 1 })
    expect(await office.inChat(citizen, ({ staff }) => staff.queue(10))).toBeNull()
  })

  it('marks each with what the machine found in its documents', async () => {
    const office = await openOffice()
    const ratna = await office.officer('Bu Ratna')
    const { vault, parts } = office
    const card = async (findings: JsonObject) => {
      const facts = { agency: parts.agency.id, mime: 'image/jpeg', variant: 'photo', findings }
      const prepared = await vault.put(Buffer.from('a photo'), facts)
      await office.unitOfWork.run((tx) => vault.record(tx, prepared))
      return { file: prepared.id }
    }
    const niks = ['3326071203850002', '3326071203850003', '3326071203850004']
    for (const [i, checks] of [{ nik: 'same' }, { nik: 'different' }, { nik: 'unsure' }].entries()) {
      const findings = { verdict: checks.nik === 'same' ? 'good' : 'undecided', checks, read: {} }
      const birth = { 'birth-date': '1985-03-12', nik: niks[i] ?? '' }
      await office.submit(await office.chat(`citizen ${i}`), birth, {}, await card(findings))
    }
    const seen = await office.inChat(ratna, ({ staff }) => staff.queue(10))
    expect(seen?.entries.map(({ mark }) => mark)).toEqual(['match', 'look', null])
  })

  it('moves the later ones up as the earlier are decided', async () => {
    const { office, ratna, task } = await waiting()
    const budi = await office.chat('budi')
    expect(await office.submit(budi, { nik: '3326071203850002' })).toMatchObject({ place: 2 })
    await office.decide(ratna, { decision: 'reject', reason: 'duplicate' }, task)
    expect(await office.inChat(budi, ({ registrations }) => registrations.mine())).toMatchObject([{ place: 1 }])
  })
})

describe('a case card', () => {
  it('shows the answers, the photo and what to look at, and its showing is audited', async () => {
    const { office, ratna, number, task } = await waiting()
    const card = await office.inChat(ratna, ({ staff }) => staff.card(task))
    expect(card).toMatchObject({ task, number, status: 'open', by: null, mine: false, decision: null, flags: [] })
    expect(card?.answers).toMatchObject({ nik: SITI.nik, name: SITI.name, 'mother-name': SITI['mother-name'] })
    expect(card?.documents).toMatchObject([{ slot: 'ktp' }])
    const seen = await office.unitOfWork.run((tx) => tx.audit.findMany({ where: { action: 'task.viewed' } }))
    expect(seen).toMatchObject([{ subject: task, detail: '{}' }])
  })

  it('is shown to no citizen', async () => {
    const { office, citizen, task, claim } = await waiting()
    expect(await office.inChat(citizen, ({ staff }) => staff.card(task))).toBeNull()
    expect(await claim(citizen)).toEqual({ outcome: 'not-officer' })
    expect(await office.inChat(citizen, ({ staff }) => staff.release(task))).toBe(false)
    expect(await office.unitOfWork.run((tx) => tx.audit.count({ where: { action: 'task.viewed' } }))).toBe(0)
  })

  it('says who decided, to each as it concerns them', async () => {
    const { office, ratna, bagus, task } = await waiting()
    await office.decide(ratna)
    const decided = { status: 'decided', by: 'Bu Ratna', decision: 'approve' }
    expect(await office.inChat(bagus, ({ staff }) => staff.card(task))).toMatchObject({ ...decided, mine: false })
    expect(await office.inChat(ratna, ({ staff }) => staff.card(task))).toMatchObject({ ...decided, mine: true })
  })
})

describe('a claim', () => {
  it('is one officer’s: of two at once one gets it, the other is told who', async () => {
    const { office, ratna, bagus, task, claim } = await waiting()
    const [one, other] = await Promise.all([claim(ratna), claim(bagus)])
    expect(one).toMatchObject({ outcome: 'claimed', card: { status: 'claimed', mine: true, by: null } })
    expect(other).toEqual({ outcome: 'taken', by: 'Bu Ratna', decision: null })
    expect(await office.decide(bagus, {}, task)).toEqual({ outcome: 'taken', by: 'Bu Ratna', decision: null })
    expect(await office.inChat(bagus, ({ staff }) => staff.card(task))).toMatchObject({
      status: 'claimed',
      by: 'Bu Ratna',
      mine: false,
    })
    expect(await office.decide(ratna, {}, task)).toMatchObject({ outcome: 'done' })
    expect(await claim(bagus)).toEqual({ outcome: 'decided', by: 'Bu Ratna', decision: 'approve' })
  })

  it('lasts as long as the agency says, to the minute; then anybody may take the task, or decide it', async () => {
    const { office, ratna, bagus, task, claim } = await waiting()
    await claim(ratna)
    office.time.pass(15 * MINUTE - 1)
    expect(await claim(bagus)).toMatchObject({ outcome: 'taken' })
    office.time.pass(1)
    expect(await office.inChat(bagus, ({ staff }) => staff.card(task))).toMatchObject({ status: 'open', by: null })
    expect(await claim(bagus)).toMatchObject({ outcome: 'claimed' })
    expect(await office.decide(ratna, {}, task)).toMatchObject({ outcome: 'taken', by: 'Pak Bagus' })
    office.time.pass(15 * MINUTE)
    expect(await office.decide(ratna, {}, task)).toMatchObject({ outcome: 'done' })
  })

  it('has its end queued, and may be renewed', async () => {
    const { office, ratna, bagus, task, claim } = await waiting()
    await claim(ratna)
    office.time.pass(10 * MINUTE)
    await claim(ratna)
    office.time.pass(10 * MINUTE)
    expect(await claim(bagus)).toMatchObject({ outcome: 'taken' })
    const ends = (await office.waitingJobs()).filter(({ kind }) => kind === 'claim-expired')
    expect(ends.map(({ key, dueAt }) => [key, dueAt])).toEqual(ends.map(({ dueAt }) => [`claim:${task}:${dueAt}`, dueAt]))
    expect(ends).toHaveLength(2)
  })

  it('is given back by its holder alone, and one officer may hold several', async () => {
    const { office, ratna, bagus, task, claim } = await waiting()
    await office.submit(await office.chat('budi'), { nik: '3326071203850002' })
    await claim(ratna)
    expect(await claim(ratna, await office.newestTask())).toMatchObject({ outcome: 'claimed' })
    expect(await office.inChat(bagus, ({ staff }) => staff.release(task))).toBe(false)
    expect(await office.inChat(ratna, ({ staff }) => staff.release(task))).toBe(true)
    expect(await office.inChat(ratna, ({ staff }) => staff.release(task))).toBe(false)
    expect(await claim(bagus)).toMatchObject({ outcome: 'claimed' })
  })
})
