import { describe, expect, it } from 'vitest'
import { noteArrival, noteLateFailure, releaseAccount, releaseTo } from '../../storage/late-sends.ts'
import { retryMessage } from '../../storage/given-up.ts'
import { StoppedContacts } from '../../storage/stopped-contacts.ts'
import { openStore } from './open-store.ts'

const ACCOUNT = 'whatsapp:1'
const NOW = 1_800_000_000_000

/** A store with one chat and one message in its outbox. */
async function withMessage() {
  const { run, store } = await openStore()
  const conversation = await run((tx) => store.conversationAt(tx, ACCOUNT, '628110000001', NOW))
  await run((tx) => store.send(tx, { conversation, account: ACCOUNT }, [{ message: { text: 'kabar' } }], NOW))
  const due = () => run((tx) => store.due(tx, ACCOUNT, NOW, 10, new Set()))
  const message = (await due())[0]?.id ?? 0
  await run((tx) =>
    tx.contact.create({ data: { id: 'c1', conversationId: BigInt(conversation), account: ACCOUNT, createdAt: BigInt(NOW) } }),
  )
  const contacts = new StoppedContacts()
  const settle = (settlement: Parameters<typeof store.settle>[1][number]) => run((tx) => store.settle(tx, [settlement], NOW))
  return {
    run,
    conversation,
    message,
    due,
    sent: () => settle({ id: message, is: 'sent', platformIds: ['wamid.1'] }),
    down: () => settle({ id: message, is: 'later', dueAt: NOW + 1e9, error: 'account-down', counts: false }),
    waits: () => settle({ id: message, is: 'later', dueAt: NOW + 1e9, error: 'waits-for-person', counts: true }),
    fails: (error: string, stopped = false, account = ACCOUNT) =>
      run((tx) => noteLateFailure(tx, contacts, { account, message, error, stopped }, NOW)),
    row: () => run((tx) => tx.outbox.findFirst({ where: { id: message }, select: { status: true, error: true } })),
    stopped: async () => (await run((tx) => tx.contact.findFirst({ where: { id: 'c1' } })))?.stoppedAt !== null,
  }
}

describe('a message that waits for its reader', () => {
  it('may go when they have written, and not before', async () => {
    const { run, conversation, waits, due } = await withMessage()
    await waits()
    expect(await due()).toEqual([])
    expect(await run((tx) => releaseTo(tx, ACCOUNT, [conversation + 1]))).toBe(false)
    expect(await run((tx) => releaseTo(tx, 'whatsapp:2', [conversation]))).toBe(false)
    expect(await run((tx) => releaseTo(tx, ACCOUNT, [conversation]))).toBe(true)
    expect(await due()).toMatchObject([{ attempts: 1, message: { text: 'kabar' } }])
  })

  it('goes on waiting when the invitation did not arrive, unless nothing reaches them', async () => {
    const { waits, fails, row, stopped } = await withMessage()
    await waits()
    expect(await fails('whatsapp-131049')).toBe('noted')
    expect(await row()).toEqual({ status: 0, error: 'waits-for-person' })
    expect(await fails('contact-stopped', true)).toBe('noted')
    expect(await row()).toEqual({ status: 2, error: 'contact-stopped' })
    expect(await stopped()).toBe(true)
  })
})

describe('a message that waits because nothing can be sent on its account', () => {
  it('may go as soon as something can; one that waits for something else goes on waiting', async () => {
    const { run, due, down, waits } = await withMessage()
    await down()
    expect(await due()).toEqual([])
    expect(await run((tx) => releaseAccount(tx, 'whatsapp:2'))).toBe(false)
    expect(await run((tx) => releaseAccount(tx, ACCOUNT))).toBe(true)
    expect(await due()).toMatchObject([{ attempts: 0, message: { text: 'kabar' } }])
    await waits()
    expect(await run((tx) => releaseAccount(tx, ACCOUNT))).toBe(false)
    expect(await due()).toEqual([])
  })
})

describe('a message that did not arrive after it was taken', () => {
  it('is given up with the reason; its reader is noted only when nothing reaches them', async () => {
    const { sent, fails, row, stopped } = await withMessage()
    await sent()
    expect(await fails('whatsapp-131053')).toBe('noted')
    expect(await row()).toEqual({ status: 2, error: 'whatsapp-131053' })
    expect(await stopped()).toBe(false)
  })

  it('is told again later when it is not noted as sent yet, and never for another account', async () => {
    const { sent, fails, row } = await withMessage()
    expect(await fails('whatsapp-131053')).toBe('early')
    expect(await fails('whatsapp-131053', false, 'whatsapp:2')).toBe('unknown')
    await sent()
    expect(await fails('whatsapp-131053', false, 'whatsapp:2')).toBe('unknown')
    expect(await row()).toEqual({ status: 1, error: null })
  })

  it('has no words left to be sent again, and counts as sent when it arrives after all', async () => {
    const { run, message, sent, fails, row } = await withMessage()
    await sent()
    await fails('whatsapp-131053')
    expect(await run((tx) => retryMessage(tx, message))).toBe(false)
    await run((tx) => noteArrival(tx, 'whatsapp:2', message))
    expect(await row()).toMatchObject({ status: 2 })
    await run((tx) => noteArrival(tx, ACCOUNT, message))
    expect(await row()).toEqual({ status: 1, error: null })
  })
})
