import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { TalkMessage } from '../../../flows/ports/talks.ts'
import { removeOfficer } from '../../../storage/domain/removal.ts'
import { verifyAudit } from '../../../storage/audit.ts'
import { HOUR, MINUTE, openOffice } from './office.ts'

const words = (text: string): TalkMessage => ({ text, photo: null })
const DOING = { title: 'registration-title', question: 'registration-nik-label', form: true }

/** Siti has asked something; Bu Ratna and Pak Bagus may answer. */
async function asked() {
  const office = await openOffice()
  const [siti, ratna, bagus] = [await office.chat('siti'), await office.officer('Bu Ratna'), await office.officer('Pak Bagus')]
  const say = (text: string, talk: string | null = null, chat = siti) =>
    office.inChat(chat, ({ talks }) => talks.say(talk, words(text), DOING))
  const sent = await say('Kapan KTP saya jadi?')
  if (sent.outcome !== 'sent') throw new Error(sent.outcome)
  const { talk } = sent
  const answer = (officer: number, text = 'Besok.') => office.inChat(officer, ({ talks }) => talks.answer(talk, words(text)))
  const row = () => office.unitOfWork.run((tx) => tx.talk.findUniqueOrThrow({ where: { id: talk } }))
  const audited = () =>
    office.unitOfWork.run(async (tx) => {
      const rows = await tx.audit.findMany({ where: { subject: talk }, orderBy: { seq: 'asc' } })
      return rows.map(({ actor, action, detail }) => `${actor.replace(/:.*/, '')} ${action} ${detail}`)
    })
  return { ...office, siti, ratna, bagus, say, talk, number: sent.number, answer, row, audited }
}

describe('a talk', () => {
  it('is opened by the first message and gone on with by the next', async () => {
    const { say, talk, row, unitOfWork } = await asked()
    expect(await say('Halo?')).toMatchObject({ outcome: 'sent', talk })
    expect(await say('Ada?', talk)).toMatchObject({ outcome: 'sent', talk })
    expect(await row()).toMatchObject({ status: 'open', officerId: null, answeredAt: null })
    expect(await unitOfWork.run((tx) => tx.talk.count())).toBe(1)
  })

  it('is prompted to every officer at once, in office hours', async () => {
    const { ratna, bagus, notices, talk } = await asked()
    const prompt = { notice: 'talk-new', data: { talk, line: expect.any(String) as string } }
    expect(await notices(ratna)).toEqual([prompt])
    expect(await notices(bagus)).toEqual([prompt])
  })

  it('waits for the next opening outside hours, once for all that is said until then', async () => {
    const { say, ratna, notices, waitingJobs, time } = await asked()
    time.pass(Date.UTC(2026, 10, 23, 15) - time.now())
    await say('Masih ada orang?')
    await say('Halo?')
    expect((await notices(ratna)).filter(({ notice }) => notice === 'talk-new')).toHaveLength(1)
    const prompts = (await waitingJobs()).filter(({ kind }) => kind === 'prompt-talk')
    expect(prompts.map(({ dueAt }) => dueAt)).toEqual([Date.UTC(2026, 10, 24, 0, 30)])
  })

  it('shows an officer what the citizen was doing and their state, and a name only when the chat is somebody’s', async () => {
    const { inChat, ratna, siti, talk, number, submit } = await asked()
    const view = () => inChat(ratna, ({ talks }) => talks.view(talk))
    expect(await view()).toMatchObject({ number, name: null, state: 'stranger', doing: DOING, status: 'open', mine: false })
    await submit(siti)
    expect(await view()).toMatchObject({ name: "Siti Nur'aini", state: 'waiting' })
  })

  it('is held by the first who answers; nobody else answers beside', async () => {
    const { answer, ratna, bagus, siti, row, notices, talk, number } = await asked()
    expect(await answer(ratna)).toEqual({ outcome: 'answered', number })
    expect(await answer(bagus, 'Lusa.')).toEqual({ outcome: 'taken', by: 'Bu Ratna' })
    expect(await row()).toMatchObject({ status: 'held' })
    expect(await notices(siti)).toEqual([
      { notice: 'talk-answered', data: { talk, by: 'Bu Ratna', text: 'Besok.', photo: null } },
    ])
    expect((await notices(bagus)).at(-1)).toEqual({ notice: 'talk-held', data: { number, by: 'Bu Ratna', talk } })
  })

  it('answered in the same moment by two has one holder', async () => {
    const { answer, ratna, bagus, siti, notices } = await asked()
    const outcomes = (await Promise.all([answer(ratna), answer(bagus)])).map(({ outcome }) => outcome)
    expect(outcomes.sort()).toEqual(['answered', 'taken'])
    expect(await notices(siti)).toHaveLength(1)
  })

  it('passes what follows to its holder alone, and to all again when the holder is gone', async () => {
    const { answer, say, ratna, bagus, notices, unitOfWork, time } = await asked()
    await answer(ratna)
    await say('Jam berapa?')
    const prompts = async (officer: number) => (await notices(officer)).filter(({ notice }) => notice === 'talk-new').length
    expect([await prompts(ratna), await prompts(bagus)]).toEqual([2, 1])
    await unitOfWork.run(async (tx) => {
      const { id } = await tx.officer.findFirstOrThrow({ where: { name: 'Bu Ratna' } })
      await removeOfficer(tx, id, time.now())
    })
    await say('Halo?')
    expect([await prompts(ratna), await prompts(bagus)]).toEqual([2, 2])
  })

  it('is released to all, with what still waits', async () => {
    const { inChat, answer, say, ratna, bagus, talk, number, notices, row } = await asked()
    await answer(ratna)
    await say('Jam berapa?')
    expect(await inChat(bagus, ({ talks }) => talks.release(talk))).toEqual({ outcome: 'taken', by: 'Bu Ratna' })
    expect(await inChat(ratna, ({ talks }) => talks.release(talk))).toEqual({ outcome: 'released', number })
    expect(await row()).toMatchObject({ status: 'open', officerId: null })
    expect((await notices(bagus)).at(-1)?.notice).toBe('talk-new')
    expect(await answer(bagus)).toMatchObject({ outcome: 'answered' })
  })

  it('left by the citizen ends only when it was answered', async () => {
    const { inChat, answer, say, siti, ratna, talk, row, notices, number } = await asked()
    const leave = () => inChat(siti, ({ talks }) => talks.leave())
    expect(await leave()).toBe('waiting')
    await answer(ratna)
    await say('Terima kasih', talk)
    expect(await leave()).toBe('waiting')
    await answer(ratna, 'Sama-sama.')
    expect(await leave()).toBe('closed')
    expect(await leave()).toBe('none')
    expect(await row()).toMatchObject({ status: 'closed' })
    expect((await notices(ratna)).at(-1)).toEqual({ notice: 'talk-ended', data: { number, how: 'citizen' } })
    expect(await say('Satu lagi', talk)).toEqual({ outcome: 'closed' })
  })

  it('lists the longest waiting first; asking again moves nobody', async () => {
    const { inChat, chat, say, time, ratna, talk, answer } = await asked()
    time.pass(5 * MINUTE)
    const other = await say('Di mana?', null, await chat('budi'))
    time.pass(5 * MINUTE)
    await say('Halo?')
    const list = () => inChat(ratna, ({ talks }) => talks.list(10))
    const second = other.outcome === 'sent' ? other.talk : ''
    expect((await list())?.entries.map((entry) => entry.talk)).toEqual([talk, second])
    await answer(ratna)
    expect((await list())?.entries).toMatchObject([
      { talk: second, by: null, mine: false },
      { talk, by: 'Bu Ratna', mine: true, since: null },
    ])
    expect(await inChat(ratna, ({ talks }) => talks.list(1))).toMatchObject({ total: 2, entries: [{ talk: second }] })
  })

  it('takes so many messages and no more, by chat', async () => {
    const { say, chat, time } = await asked()
    for (let n = 2; n <= 12; n++) expect((await say(`${n}`)).outcome).toBe('sent')
    expect(await say('13')).toEqual({ outcome: 'too-many', minutes: 10 })
    expect((await say('1', null, await chat('budi'))).outcome).toBe('sent')
    time.pass(10 * MINUTE)
    expect((await say('14')).outcome).toBe('sent')
  })
})

describe('the wrong person', () => {
  it('is shown nothing', async () => {
    const { inChat, siti, chat, talk } = await asked()
    for (const stranger of [siti, await chat('budi')]) {
      expect(await inChat(stranger, ({ talks }) => talks.view(talk))).toBeNull()
      expect(await inChat(stranger, ({ talks }) => talks.list(5))).toBeNull()
    }
  })

  it('does nothing', async () => {
    const { inChat, siti, chat, talk, row } = await asked()
    for (const stranger of [siti, await chat('budi')])
      for (const act of ['free', 'take', 'release', 'close'] as const)
        expect(await inChat<unknown>(stranger, ({ talks }) => talks[act](talk))).toEqual({ outcome: 'not-officer', by: '' })
    expect(await row()).toMatchObject({ status: 'open', officerId: null })
  })

  it('is an officer who asks as a citizen, and one of a guessed talk', async () => {
    const { inChat, ratna } = await asked()
    const own = await inChat(ratna, ({ talks }) => talks.say(null, words('Cuti saya?'), null))
    const id = own.outcome === 'sent' ? own.talk : ''
    expect(await inChat(ratna, ({ talks }) => talks.answer(id, words('Boleh.')))).toEqual({ outcome: 'unknown', by: '' })
    expect(await inChat(ratna, ({ talks }) => talks.view(id))).toBeNull()
    for (const guess of ["' OR 1=1 --", '', 'x'.repeat(10_000)])
      expect(await inChat(ratna, ({ talks }) => talks.take(guess))).toEqual({ outcome: 'unknown', by: '' })
  })
})

it('a talk is audited by ids alone, and its words are sealed', async () => {
  const { answer, inChat, ratna, siti, talk, audited, unitOfWork, databasePath } = await asked()
  await inChat(ratna, ({ talks }) => talks.view(talk))
  await answer(ratna, 'Datanglah besok pagi.')
  await inChat(siti, ({ talks }) => talks.leave())
  expect(await audited()).toEqual([
    'conversation talk.opened {}',
    'officer talk.viewed {}',
    'officer talk.answered {}',
    'conversation talk.closed {}',
  ])
  expect((await unitOfWork.run(verifyAudit)).holds).toBe(true)
  const kept = Buffer.concat([await readFile(databasePath), await readFile(`${databasePath}-wal`)]).toString('latin1')
  expect(kept).toContain(talk)
  for (const secret of ['Kapan KTP', 'Datanglah', 'registration-nik-label']) expect(kept).not.toContain(secret)
})

it('reminders and the end of a talk are planned in working time', async () => {
  const { answer, ratna, waitingJobs, time } = await asked()
  const planned = async () => (await waitingJobs()).map(({ kind, dueAt }) => [kind, dueAt])
  expect(await planned()).toEqual([
    ['remind-talk', time.now() + 30 * MINUTE],
    ['remind-talk', time.now() + 2 * HOUR],
  ])
  // A Friday's answer: the talk ends on Monday morning, not on Saturday.
  time.pass(Date.UTC(2026, 10, 27, 3) - time.now())
  await answer(ratna)
  expect(await planned()).toContainEqual(['close-talk', Date.UTC(2026, 10, 30, 0, 30)])
})
