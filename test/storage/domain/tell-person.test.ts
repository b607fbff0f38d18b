import { describe, expect, it } from 'vitest'
import { tellNextJob } from '../../../bot/jobs/tell-next.ts'
import { openDatabase } from '../../../storage/database.ts'
import { tellKept, tellPerson } from '../../../storage/domain/tell-person.ts'
import { noteLateFailure } from '../../../storage/late-sends.ts'
import { afterLoss } from '../../../storage/lost-notices.ts'
import { StoppedContacts } from '../../../storage/stopped-contacts.ts'
import { UnitOfWork } from '../../../storage/unit-of-work.ts'
import { openOffice, SITI } from './office.ts'

const NEWS = { notice: 'duplicate-attempt', key: '2026-11-23', data: { at: 1 }, mailed: false } as const

/** Siti, whose account is active, with three chats; the later ones were linked later. */
async function withChats() {
  const office = await openOffice()
  const { unitOfWork, parts, time } = office
  const [ratna, first] = [await office.officer('Bu Ratna'), await office.chat('siti')]
  await office.submit(first)
  await office.decide(ratna)
  const { id: person } = await unitOfWork.run((tx) => tx.person.findFirstOrThrow())
  await unitOfWork.run((tx) => tx.account.updateMany({ data: { status: 'active' } }))
  const chats = [first]
  for (const name of ['second', 'third']) {
    const conversation = await office.chat(name)
    chats.push(conversation)
    const at = BigInt(time.now())
    const contact = { conversationId: BigInt(conversation), account: 'simulator', personId: person, createdAt: at, linkedAt: at }
    await unitOfWork.run((tx) => tx.contact.create({ data: { id: name, ...contact } }))
  }
  const mailbox = await office.chat(SITI.email, 'mail')
  const [one = 0, two = 0, three = 0] = chats
  const contacts = new StoppedContacts()
  const tell = (change: Partial<Parameters<typeof tellPerson>[2]> = {}) =>
    unitOfWork.run((tx) => tellPerson({ ...parts, tx, now: time.now() }, person, { ...NEWS, ...change }))
  const toldIn = async (conversation: number) =>
    (await office.notices(conversation)).filter(({ notice }) => notice === NEWS.notice).length
  const notice = () => unitOfWork.run((tx) => tx.notice.findFirstOrThrow())
  /** The message that tells it in a chat. */
  const queue = async (conversation: number) => {
    const { id: noticeId } = await notice()
    const at = { conversation, account: 'simulator' }
    await unitOfWork.run((tx) => parts.store.send(tx, at, [{ message: { text: 'kabar' }, noticeId }], time.now()))
    const rows = await unitOfWork.run((tx) => tx.outbox.findMany({ orderBy: { id: 'desc' }, take: 1 }))
    return rows[0]?.id ?? 0
  }
  /** It is given up there, as the pump notes it. */
  const dies = (id: number, error = 'bad-request') =>
    unitOfWork.run(async (tx) => {
      await parts.store.settle(tx, [{ id, is: 'dead', error }], time.now())
      const jobs = await afterLoss(tx, contacts, [{ id, stopped: error === 'contact-stopped' }], time.now())
      await parts.store.enqueue(tx, jobs, time.now())
    })
  const due = async () => (await office.waitingJobs()).filter(({ kind }) => kind === 'tell-next')
  const run = async (database = unitOfWork) => {
    const job = { id: 1, kind: 'tell-next', token: 't', conversation: null, attempts: 1, payload: {} }
    const handler = tellNextJob({ domain: parts, unitOfWork: database, clock: time })
    for (const { payload } of await due()) await handler.run(payload, job)
  }
  const lose = async (conversation: number, error?: string) => {
    await dies(await queue(conversation), error)
    await run()
  }
  return { office, person, contacts, one, two, three, mailbox, tell, toldIn, notice, queue, dies, due, run, lose }
}

describe('what a person is told', () => {
  it('is told in one chat, once, however often it is to be told', async () => {
    const { tell, toldIn, one, two, three } = await withChats()
    await tell()
    await tell()
    expect([await toldIn(one), await toldIn(two), await toldIn(three)]).toEqual([1, 0, 0])
  })

  it('goes on to the next chat when they have blocked us, and when it is refused for good; then by mail, and is kept', async () => {
    const { office, tell, toldIn, lose, notice, one, two, three, mailbox } = await withChats()
    await tell()
    await lose(one, 'contact-stopped')
    expect([await toldIn(two), await toldIn(three)]).toEqual([1, 0])
    await lose(two)
    expect(await toldIn(three)).toBe(1)
    expect(await office.notices(mailbox)).not.toContainEqual({ notice: 'mail-news-waiting', data: {} })
    await lose(three)
    expect(await office.notices(mailbox)).toContainEqual({ notice: 'mail-news-waiting', data: {} })
    expect((await notice()).conversationId).toBeNull()
    expect([await toldIn(one), await toldIn(two), await toldIn(three)]).toEqual([1, 1, 1])
  })

  it('needs no mail to stand in where one tells of it anyway', async () => {
    const { office, tell, lose, one, two, three, mailbox } = await withChats()
    await tell({ mailed: true })
    for (const chat of [one, two, three]) await lose(chat)
    expect(await office.notices(mailbox)).not.toContainEqual({ notice: 'mail-news-waiting', data: {} })
  })

  it('passes over a chat that is known to be blocked', async () => {
    const { office, tell, toldIn, one, two } = await withChats()
    const stoppedAt = BigInt(office.time.now())
    await office.unitOfWork.run((tx) => tx.contact.updateMany({ where: { conversationId: BigInt(one) }, data: { stoppedAt } }))
    await tell()
    expect([await toldIn(one), await toldIn(two)]).toEqual([0, 1])
  })

  it('goes on after a restart: the job was kept in the transaction that noted the failure', async () => {
    const { office, tell, toldIn, queue, dies, due, run, one, two } = await withChats()
    await tell()
    await dies(await queue(one))
    expect(await due()).toHaveLength(1)
    const anew = new UnitOfWork(await openDatabase(office.databasePath))
    await run(anew)
    await anew.close()
    expect(await toldIn(two)).toBe(1)
  })

  it('is told no second time when the job runs again, or when another part of the same message fails too', async () => {
    const { tell, toldIn, queue, dies, run, one, two, three } = await withChats()
    await tell()
    const parts = [await queue(one), await queue(one)]
    for (const id of parts) await dies(id)
    await run()
    await run()
    expect([await toldIn(one), await toldIn(two), await toldIn(three)]).toEqual([1, 1, 0])
  })

  it('goes on when the platform says only afterwards that it did not arrive', async () => {
    const { office, contacts, tell, toldIn, queue, run, one, two } = await withChats()
    const { unitOfWork, parts, time } = office
    await tell()
    const id = await queue(one)
    await unitOfWork.run((tx) => parts.store.settle(tx, [{ id, is: 'sent', platformIds: ['p1'] }], time.now()))
    await unitOfWork.run(async (tx) => {
      const failure = { account: 'simulator', message: id, error: 'undeliverable', stopped: false }
      expect(await noteLateFailure(tx, contacts, failure, time.now())).toBe('noted')
      await parts.store.enqueue(tx, await afterLoss(tx, contacts, [{ id, stopped: false }], time.now()), time.now())
    })
    await run()
    expect(await toldIn(two)).toBe(1)
  })

  it('that nobody could be told is told where the person shows up, once', async () => {
    const { office, person, tell, toldIn, lose, one, two, three } = await withChats()
    const { unitOfWork, parts, time } = office
    await tell()
    for (const chat of [one, two, three]) await lose(chat)
    const scope = { conversation: one, account: 'simulator', language: 'id' } as const
    for (let n = 0; n < 2; n++) {
      time.pass(1000)
      await unitOfWork.run((tx) => tellKept({ ...parts, ...scope, tx, now: time.now() }, person))
    }
    expect(await toldIn(one)).toBe(2)
  })

  it('keeps nothing of it in plain text', async () => {
    const { notice, tell } = await withChats()
    await tell({ data: { note: 'catatan rahasia' } })
    const { content, key } = await notice()
    expect(`${Buffer.from(content).toString('latin1')} ${key}`).not.toContain('rahasia')
  })
})

describe('a chat that is let go', () => {
  it('is not sent what waits for it: notices go to the next chat, the rest nowhere', async () => {
    const { office, tell, toldIn, queue, one, two } = await withChats()
    const { unitOfWork, parts, time } = office
    await tell()
    await queue(one)
    await unitOfWork.run((tx) =>
      parts.store.send(tx, { conversation: one, account: 'simulator' }, [{ message: { text: 'lain' } }], time.now()),
    )
    await office.inChat(one, ({ phones }) => phones.disown())
    expect(await unitOfWork.run((tx) => tx.outbox.count({ where: { conversationId: one, status: 0 } }))).toBe(0)
    expect(await toldIn(two)).toBe(1)
  })
})
