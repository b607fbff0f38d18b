import { describe, expect, it } from 'vitest'
import { closeTalkJob } from '../../bot/jobs/close-talk.ts'
import { promptTalkJob } from '../../bot/jobs/prompt-talk.ts'
import { remindTalkJob } from '../../bot/jobs/remind-talk.ts'
import { FileNotFetched, type TakeDocument } from '../../bot/jobs/intake.ts'
import { talkPhotoJob } from '../../bot/jobs/talk-photo.ts'
import type { JobHandler } from '../../bot/runtime/job-runner.ts'
import type { DocumentOutcome } from '../../flows/fields/document-outcome.ts'
import { HOUR, MINUTE, openOffice } from '../storage/domain/office.ts'
import { handledJobs } from './handled-jobs.ts'

const PHOTO = { ref: 'media-1', maxBytes: 1000 }

const TAKEN: DocumentOutcome = { ok: true, file: 'F1', pages: [], thumbnail: 'F2', verdict: 'good', checks: {}, read: {} }

async function desk() {
  const office = await openOffice()
  const { unitOfWork, parts, time } = office
  const camera: { take: TakeDocument } = { take: () => Promise.resolve(TAKEN) }
  const needs = { domain: parts, unitOfWork, clock: time, take: ((...args) => camera.take(...args)) as TakeDocument }
  const handlers: Readonly<Record<string, JobHandler>> = {
    'prompt-talk': promptTalkJob(needs),
    'remind-talk': remindTalkJob(needs),
    'close-talk': closeTalkJob(needs),
    'talk-photo': talkPhotoJob(needs),
  }
  const { run, runDue } = handledJobs(office, handlers)
  const [siti, ratna, bagus] = [await office.chat('siti'), await office.officer('Bu Ratna'), await office.officer('Pak Bagus')]
  const say = async (text: string, photo: typeof PHOTO | null = null) => {
    const sent = await office.inChat(siti, ({ talks }) => talks.say(null, { text, photo }, null))
    return sent.outcome === 'sent' ? sent.talk : ''
  }
  const answer = (talk: string, officer = ratna, photo: typeof PHOTO | null = null) =>
    office.inChat(officer, ({ talks }) => talks.answer(talk, { text: photo === null ? 'Besok.' : '', photo }))
  const told = async (chat: number, notice: string) => (await office.notices(chat)).filter((one) => one.notice === notice)
  return { ...office, camera, run, runDue, siti, ratna, bagus, say, answer, told }
}

const NIGHT = Date.UTC(2026, 10, 23, 15)
const MORNING = Date.UTC(2026, 10, 24, 0, 30)

describe('a question of the night', () => {
  it('is shown when the office opens, once', async () => {
    const { say, time, runDue, run, told, ratna, bagus } = await desk()
    time.pass(NIGHT - time.now())
    const talk = await say('Ada orang?')
    await say('Halo?')
    time.pass(MORNING - time.now() - 1)
    expect(await runDue()).toEqual([])
    time.pass(1)
    expect(await runDue()).toEqual(['prompt-talk'])
    await run('prompt-talk', { talk })
    expect(await told(ratna, 'talk-new')).toHaveLength(1)
    expect(await told(bagus, 'talk-new')).toHaveLength(1)
  })

  it.each(['answered', 'closed'] as const)('is not shown when it was %s meanwhile', async (how) => {
    const { say, time, runDue, told, answer, bagus, ratna, inChat } = await desk()
    time.pass(NIGHT - time.now())
    const talk = await say('Ada orang?')
    if (how === 'answered') await answer(talk)
    else await inChat(ratna, ({ talks }) => talks.close(talk))
    time.pass(MORNING - time.now())
    await runDue()
    expect(await told(bagus, 'talk-new')).toEqual([])
  })
})

describe('a reminder of a question', () => {
  it('comes in working minutes: first to who holds the talk, then to all', async () => {
    const { say, answer, time, runDue, told, ratna, bagus } = await desk()
    const talk = await say('Kapan?')
    await answer(talk)
    await say('Jam berapa?')
    time.pass(30 * MINUTE)
    await runDue()
    expect([(await told(ratna, 'talk-reminder')).length, (await told(bagus, 'talk-reminder')).length]).toEqual([1, 0])
    time.pass(90 * MINUTE)
    await runDue()
    expect([(await told(ratna, 'talk-reminder')).length, (await told(bagus, 'talk-reminder')).length]).toEqual([2, 1])
  })

  it('does not come when the question is answered, the talk closed or none, or twice', async () => {
    const { say, answer, run, told, ratna, waitingJobs, time } = await desk()
    const talk = await say('Kapan?')
    const [reminder] = (await waitingJobs()).filter(({ kind }) => kind === 'remind-talk')
    time.pass(30 * MINUTE)
    await run('remind-talk', reminder?.payload ?? {})
    await run('remind-talk', reminder?.payload ?? {})
    expect(await told(ratna, 'talk-reminder')).toHaveLength(1)
    await answer(talk)
    await run('remind-talk', { ...reminder?.payload, n: 1 })
    await run('remind-talk', { talk: "' OR 1=1 --", line: 'x', n: 0 })
    expect(await told(ratna, 'talk-reminder')).toHaveLength(1)
  })
})

describe('the end by time', () => {
  it('comes when nothing was said since the answer, and both are told', async () => {
    const { say, answer, time, runDue, told, siti, ratna, bagus, unitOfWork } = await desk()
    const talk = await say('Kapan?')
    await answer(talk)
    time.pass(24 * HOUR - 1)
    await runDue()
    expect(await told(siti, 'talk-closed')).toEqual([])
    time.pass(1)
    expect(await runDue()).toEqual(['close-talk'])
    expect(await told(siti, 'talk-closed')).toMatchObject([{ data: { how: 'time' } }])
    expect(await told(ratna, 'talk-ended')).toMatchObject([{ data: { how: 'time' } }])
    expect(await told(bagus, 'talk-ended')).toEqual([])
    const row = await unitOfWork.run((tx) => tx.talk.findUniqueOrThrow({ where: { id: talk } }))
    expect(row.status).toBe('closed')
  })

  it('does not come while a question waits: what nobody answers is never lost', async () => {
    const { say, answer, time, runDue, told, siti, ratna, inChat } = await desk()
    const talk = await say('Kapan?')
    await answer(talk)
    time.pass(23 * HOUR)
    await say('Jam berapa?')
    time.pass(30 * 24 * HOUR)
    await runDue()
    expect(await told(siti, 'talk-closed')).toEqual([])
    expect((await inChat(ratna, ({ talks }) => talks.list(5)))?.entries).toMatchObject([{ talk }])
  })

  it('is put off by each answer', async () => {
    const { say, answer, time, runDue, told, siti } = await desk()
    const talk = await say('Kapan?')
    await answer(talk)
    time.pass(23 * HOUR)
    await answer(talk)
    time.pass(23 * HOUR)
    await runDue()
    expect(await told(siti, 'talk-closed')).toEqual([])
    time.pass(HOUR)
    await runDue()
    expect(await told(siti, 'talk-closed')).toHaveLength(1)
  })
})

describe('a photo', () => {
  it('of the citizen becomes a line of the talk that officers see; run twice it is one', async () => {
    const { say, runDue, run, ratna, told, inChat, waitingJobs } = await desk()
    const talk = await say('Ini jelas?', PHOTO)
    const payload = (await waitingJobs()).find(({ kind }) => kind === 'talk-photo')?.payload ?? {}
    expect(await runDue()).toEqual(['talk-photo'])
    await run('talk-photo', payload)
    expect((await inChat(ratna, ({ talks }) => talks.view(talk)))?.lines).toEqual([
      { by: null, text: 'Ini jelas?', photo: null },
      { by: null, text: '', photo: 'F1' },
    ])
    expect(await told(ratna, 'talk-new')).toHaveLength(2)
  })

  it('of the officer reaches the citizen', async () => {
    const { say, answer, runDue, told, siti, ratna } = await desk()
    const talk = await say('Seperti apa?')
    await answer(talk, ratna, PHOTO)
    await runDue()
    expect(await told(siti, 'talk-answered')).toEqual([
      { notice: 'talk-answered', data: { talk, by: 'Bu Ratna', text: '', photo: 'F1' } },
    ])
  })

  it('that is none is refused to whoever sent it', async () => {
    const { say, runDue, camera, told, siti, ratna } = await desk()
    camera.take = () => Promise.resolve({ ok: false, problem: 'not-an-image' })
    await say('Ini?', PHOTO)
    await runDue()
    expect(await told(siti, 'talk-photo-refused')).toMatchObject([{ data: { problem: 'not-an-image' } }])
    expect(await told(ratna, 'talk-new')).toHaveLength(1)
  })

  it('that cannot be fetched is tried again; after the last time its sender is told', async () => {
    const { say, run, camera, told, siti, waitingJobs } = await desk()
    camera.take = () => Promise.reject(new FileNotFetched(new Error('platform down')))
    await say('Ini?', PHOTO)
    const payload = (await waitingJobs()).find(({ kind }) => kind === 'talk-photo')?.payload ?? {}
    await expect(run('talk-photo', payload, { attempts: 3 })).rejects.toThrow(FileNotFetched)
    expect(await told(siti, 'talk-photo-refused')).toEqual([])
    await run('talk-photo', payload, { attempts: 4 })
    expect(await told(siti, 'talk-photo-refused')).toMatchObject([{ data: { problem: 'unavailable' } }])
  })

  it('for a talk that was closed meanwhile goes to nobody', async () => {
    const { say, runDue, inChat, ratna, told } = await desk()
    const talk = await say('Ini?', PHOTO)
    await inChat(ratna, ({ talks }) => talks.close(talk))
    await runDue()
    expect(await told(ratna, 'talk-new')).toHaveLength(1)
  })
})
