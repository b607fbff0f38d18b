import { describe, expect, it } from 'vitest'
import { dataCopyJob } from '../../bot/jobs/data-copy.ts'
import { eraseJob, removeChatsJob } from '../../bot/jobs/erase.ts'
import type { Tx } from '../../storage/database.ts'
import type { FileVault } from '../../storage/vault/files.ts'
import { openOffice, type Office, type Typed } from '../storage/domain/office.ts'

const DAY = 24 * 3_600_000

/** An office whose files are erased by their rows alone, with the jobs about one's own data. */
async function openWithJobs() {
  const office = await openOffice()
  const { parts, unitOfWork, time } = office
  const vault = {
    erase: async (tx: Tx, id: string) =>
      void (await tx.file.updateMany({ where: { id }, data: { erasedAt: 1n, wrappedKey: null } })),
    put: () => Promise.reject(new Error('nothing is to be put')),
  } as Partial<FileVault> as FileVault
  const needs = { domain: parts, unitOfWork, clock: time, vault }
  const handlers = {
    erase: eraseJob(needs),
    'remove-chats': removeChatsJob(needs),
    'data-copy': dataCopyJob({ ...needs, page: () => '' }),
  }
  /** Runs every job about erasing that is due, as the runner would; gives their kinds. */
  const runDue = async () => {
    const jobs = await unitOfWork.run((tx) => parts.store.takeJobs(tx, time.now(), 100, 60_000))
    for (const job of jobs) {
      if (job.kind === 'erase' || job.kind === 'remove-chats') await handlers[job.kind].run(job.payload, job)
      await unitOfWork.run((tx) => parts.store.endJob(tx, job, { is: 'done' }, time.now()))
    }
    return jobs.map(({ kind }) => kind)
  }
  return { ...office, handlers, runDue }
}

/** Siti with an active account, logged in. */
async function member(office: Office, change: Typed = {}) {
  const officer = await office.officer('Bu Ratna')
  const siti = await office.chat('siti')
  await office.submit(siti, change)
  await office.decide(officer)
  const account = await office.unitOfWork.run(async (tx) => {
    const { id, personId } = await tx.account.findFirstOrThrow({ orderBy: { id: 'desc' } })
    await tx.account.update({ where: { id }, data: { status: 'active', activatedAt: 1n, passwordHash: 'x' } })
    return { id, person: personId }
  })
  await office.inChat(siti, ({ accounts }) => accounts.openSession(account.id))
  return { siti, officer, ...account }
}

const personOf = (office: Office, id: string) =>
  office.unitOfWork.run((tx) => tx.person.findUniqueOrThrow({ where: { id }, include: { accounts: true, contacts: true } }))

describe('the job that erases', () => {
  it('does so on the date, once, however often it runs', async () => {
    const office = await openWithJobs()
    const { siti, person } = await member(office)
    const at = await office.inChat(siti, ({ privacy }) => privacy.askErasure())
    expect(at).toBe(office.time.now() + 7 * DAY)
    office.time.pass(7 * DAY - 1)
    await office.runDue()
    expect(await personOf(office, person)).toMatchObject({ erasedAt: null })
    office.time.pass(1)
    expect(await office.runDue()).toContain('erase')
    const erased = await personOf(office, person)
    expect(erased).toMatchObject({
      erasedAt: BigInt(office.time.now()),
      contacts: [],
      accounts: [{ status: 'erased', passwordHash: null }],
    })
    const order = { person, at: at ?? 0, registrations: [], requests: [] }
    office.time.pass(DAY)
    const job = { id: 1, kind: 'erase', token: 't', conversation: null, attempts: 2, payload: order }
    await office.handlers.erase.run(order, job)
    expect(await personOf(office, person)).toMatchObject({ erasedAt: erased.erasedAt, nikIndex: erased.nikIndex })
  })

  it('leaves alone who has taken it back, and erases on the new date who asked again', async () => {
    const office = await openWithJobs()
    const { siti, person } = await member(office)
    await office.inChat(siti, ({ privacy }) => privacy.askErasure())
    office.time.pass(2 * DAY)
    expect(await office.inChat(siti, ({ privacy }) => privacy.cancelErasure())).toBe('kept')
    expect(await office.inChat(siti, ({ privacy }) => privacy.cancelErasure())).toBe('nothing')
    office.time.pass(3 * DAY)
    // The session of the first day is long over.
    expect(await office.inChat(siti, ({ privacy }) => privacy.askErasure())).toBeNull()
    const { accounts } = await personOf(office, person)
    await office.inChat(siti, (ports) => ports.accounts.openSession(accounts[0]?.id ?? ''))
    await office.inChat(siti, ({ privacy }) => privacy.askErasure())
    office.time.pass(2 * DAY)
    expect(await office.runDue()).toContain('erase')
    expect(await personOf(office, person)).toMatchObject({ erasedAt: null })
    office.time.pass(5 * DAY)
    await office.runDue()
    expect((await personOf(office, person)).erasedAt).not.toBeNull()
  })

  it('keeps a photo that a standing case of the same person has too', async () => {
    const office = await openWithJobs()
    const officer = await office.officer('Bu Ratna')
    const siti = await office.chat('siti')
    await office.submit(siti)
    await office.decide(officer, { decision: 'repair', reason: 'name-differs', marked: ['name'] })
    const subject = { person: '', chat: null }
    const first = await office.unitOfWork.run((tx) => tx.registration.findFirstOrThrow({ include: { documents: true } }))
    const ktp = { file: first.documents[0]?.fileId ?? '' }
    await office.inChat(siti, ({ privacy }) => privacy.withdrawConsent({ ...subject, person: first.personId }))
    await office.submit(siti, {}, {}, ktp)
    office.time.pass(8 * DAY)
    await office.runDue()
    const file = await office.unitOfWork.run((tx) => tx.file.findUniqueOrThrow({ where: { id: ktp.file } }))
    expect(file.erasedAt).toBeNull()
    expect((await personOf(office, first.personId)).erasedAt).toBeNull()
  })

  it('erases a person who is known only by a form from a neighbour’s phone, and not the neighbour', async () => {
    const office = await openWithJobs()
    const { siti, person: neighbour } = await member(office)
    await office.submit(siti, { nik: '3326075708900002', name: 'Mbah Karto' })
    const row = await office.unitOfWork.run((tx) => tx.registration.findFirstOrThrow({ orderBy: { id: 'desc' } }))
    const subject = await office.inChat(siti, ({ privacy }) => privacy.applicant(row.number, '3326075708900002'))
    expect(subject).toEqual({ person: row.personId, chat: siti })
    if (subject === null) throw new Error('not proven')
    await office.inChat(siti, ({ privacy }) => privacy.withdrawConsent(subject))
    office.time.pass(7 * DAY)
    await office.runDue()
    expect((await personOf(office, row.personId)).erasedAt).not.toBeNull()
    expect(await personOf(office, neighbour)).toMatchObject({ erasedAt: null, contacts: [{ conversationId: BigInt(siti) }] })
    expect((await office.inChat(siti, ({ me }) => me())).state).toBe('active')
  })
})

describe('the job that removes chats', () => {
  it('a day later removes those that nobody uses any more, and leaves the others', async () => {
    const office = await openWithJobs()
    const { siti, officer } = await member(office)
    await office.inChat(siti, ({ privacy }) => privacy.askErasure())
    office.time.pass(7 * DAY)
    await office.runDue()
    office.time.pass(DAY)
    expect(await office.runDue()).toContain('remove-chats')
    const left = await office.unitOfWork.run((tx) => tx.conversation.findMany({ select: { id: true, account: true } }))
    expect(left.map(({ id }) => id)).toEqual([officer])
  })

  it('leaves a chat from which somebody has written since', async () => {
    const office = await openWithJobs()
    const { siti } = await member(office)
    await office.inChat(siti, ({ privacy }) => privacy.askErasure())
    office.time.pass(7 * DAY)
    await office.runDue()
    const event = { account: 'simulator', address: 'siti', key: 'k', payload: { event: { kind: 'text', text: 'halo' } as const } }
    await office.unitOfWork.run(async (tx) => {
      const taken = await office.parts.store.receive(tx, [event], office.time.now() + 5, 10)
      await office.parts.store.leave(
        tx,
        taken.flatMap(({ events }) => events),
      )
    })
    office.time.pass(DAY)
    await office.runDue()
    expect(await office.unitOfWork.run((tx) => tx.conversation.count({ where: { id: siti } }))).toBe(1)
  })
})

describe('the job that copies', () => {
  it('has nothing to give of somebody who was erased, or never was', async () => {
    const office = await openWithJobs()
    const { siti, person } = await member(office)
    await office.inChat(siti, ({ privacy }) => privacy.askErasure())
    office.time.pass(7 * DAY)
    await office.runDue()
    const job = { id: 1, kind: 'data-copy', token: 't', conversation: siti, attempts: 1, payload: {} }
    for (const id of [person, 'nobody'])
      expect(await office.handlers['data-copy'].run({ person: id, chat: null }, job)).toBeNull()
  })
})
