import { describe, expect, it } from 'vitest'
import { countTry, issueLink, openLink, useLink } from '../../../storage/links.ts'
import { MINUTE, openOffice } from './office.ts'

async function issued(data = { step: 'mother-name', secret: 'rahasia sekali' }) {
  const office = await openOffice()
  const link = { purpose: 'answer', agency: 'sintren', subject: 'S1', conversation: 42, minutes: 30, data }
  const token = await office.unitOfWork.run((tx) => issueLink(tx, office.parts, link, office.time.now()))
  const open = (typed = token) => office.unitOfWork.run((tx) => openLink(tx, typed, office.time.now()))
  const use = async (id: string) => office.unitOfWork.run((tx) => useLink(tx, id, office.time.now()))
  return { office, token, open, use }
}

describe('a one-time link', () => {
  it('opens with its token and tells its bearer what it is about', async () => {
    const { office, token, open } = await issued()
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(await open()).toMatchObject({
      purpose: 'answer',
      agency: 'sintren',
      subject: 'S1',
      conversation: 42,
      data: { step: 'mother-name', secret: 'rahasia sekali' },
      expiresAt: office.time.now() + 30 * MINUTE,
      tries: 0,
      state: 'open',
    })
  })

  it('is kept as a hash; its data can be read by nobody without the token', async () => {
    const { office, token } = await issued()
    const row = await office.unitOfWork.run((tx) => tx.link.findFirstOrThrow())
    const kept = JSON.stringify({
      ...row,
      createdAt: 0,
      expiresAt: 0,
      conversationId: 0,
      payload: Buffer.from(row.payload ?? []).toString('latin1'),
    })
    expect(kept).not.toContain(token)
    expect(kept).not.toContain('rahasia')
  })

  it.each(['', 'abc', 'A'.repeat(43), 'x'.repeat(10_000), "' OR 1=1 --", '\u0000'])('is not opened by %j', async (typed) => {
    const { open } = await issued()
    expect(await open(typed)).toBeNull()
  })

  it('expires to the millisecond', async () => {
    const { office, open, use } = await issued()
    office.time.pass(30 * MINUTE - 1)
    expect(await open()).toMatchObject({ state: 'open' })
    office.time.pass(1)
    const link = await open()
    expect(link).toMatchObject({ state: 'expired' })
    expect(await use(link?.id ?? '')).toBe(false)
  })

  it('is used once, also by two at the same time', async () => {
    const { open, use } = await issued()
    const id = (await open())?.id ?? ''
    expect((await Promise.all([use(id), use(id), use(id)])).filter(Boolean)).toHaveLength(1)
    expect(await open()).toMatchObject({ state: 'used' })
  })

  it('is locked for good by wrong tries', async () => {
    const { office, open, use } = await issued()
    const id = (await open())?.id ?? ''
    const miss = () => office.unitOfWork.run((tx) => countTry(tx, id, 3, office.time.now()))
    expect([await miss(), await miss(), await miss(), await miss()]).toEqual([2, 1, 0, 0])
    expect(await open()).toMatchObject({ state: 'locked', tries: 4 })
    expect(await use(id)).toBe(false)
  })
})
