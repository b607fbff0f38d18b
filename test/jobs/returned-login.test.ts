import type * as Argon2 from '@node-rs/argon2'
import { describe, expect, it, vi } from 'vitest'
import { SITI } from '../storage/domain/office.ts'
import { deskWithJobs } from './desk.ts'

const tried = vi.hoisted((): string[] => [])
vi.mock('@node-rs/argon2', async (original) => {
  const { watchedArgon2 } = await import('./watched-argon2.ts')
  return watchedArgon2(await original<typeof Argon2>(), tried)
})

const PASSWORD = 'kucing melompat pagar'

describe('the login to a registration that was not approved', () => {
  async function rejected(decision: 'reject' | 'repair' = 'reject') {
    const desk = await deskWithJobs()
    const citizen = await desk.chat('siti')
    await desk.submit(citizen)
    await desk.runDue()
    await desk.decide(desk.ratna, { decision, reason: 'mother-differs-kk' })
    const { id } = await desk.unitOfWork.run((tx) => tx.registration.findFirstOrThrow())
    return { ...desk, citizen, id }
  }

  it.each(['reject', 'repair'] as const)('SIN-103 fits its password, from any chat (%s)', async (decision) => {
    const { login, citizen, chat, id } = await rejected(decision)
    expect(await login(SITI.nik, PASSWORD, citizen)).toEqual({ outcome: 'returned', registration: id })
    expect(await login(SITI.nik, PASSWORD, await chat('other'))).toEqual({ outcome: 'returned', registration: id })
  })

  it('SIN-103 never tells which was wrong, and does one comparison whoever asks', async () => {
    const { login, citizen, chat } = await rejected()
    tried.length = 0
    expect(await login(SITI.nik, 'salah', citizen)).toEqual({ outcome: 'wrong' })
    expect(await login('3326075708900099', PASSWORD, await chat('other'))).toEqual({ outcome: 'wrong' })
    expect(await login(SITI.nik, PASSWORD, citizen)).toMatchObject({ outcome: 'returned' })
    expect(tried).toHaveLength(3)
  })

  it('is over when it was put right: then the new one waits', async () => {
    const { login, citizen, submit, id } = await rejected()
    await submit(citizen, { password: null }, { replaces: id })
    expect(await login(SITI.nik, PASSWORD, citizen)).toEqual({ outcome: 'not-active' })
  })

  it('goes by the account once there is one: another chat’s rejected form opens nothing', async () => {
    const { submit, chat, runDue, decide, ratna, login } = await deskWithJobs()
    await submit(await chat('siti'))
    await runDue()
    await decide(ratna)
    const stranger = await chat('stranger')
    await submit(stranger, { password: 'milik si penipu' })
    await runDue()
    await decide(ratna, { decision: 'reject', reason: 'duplicate' })
    expect(await login(SITI.nik, 'milik si penipu', stranger)).toEqual({ outcome: 'wrong' })
    expect(await login(SITI.nik, PASSWORD, stranger)).toEqual({ outcome: 'not-active' })
  })

  it('SIN-108 lets another chat put it right; the password stays, and the chat is the person’s', async () => {
    const { inChat, chat, submit, citizen, id, unitOfWork, login } = await rejected()
    const other = await chat('other')
    const repair = (conversation: number) => inChat(conversation, ({ registrations }) => registrations.toRepair(id))
    expect(await repair(other)).toBeNull()
    const view = await inChat(other, ({ returned }) => returned.open(id))
    expect(view).toMatchObject({ status: 'rejected', nik: SITI.nik, reason: 'mother-differs-kk', own: false })
    const old = await repair(other)
    expect(old?.marked).toEqual(['mother-name'])
    expect(old?.answers).toMatchObject({ nik: SITI.nik, name: SITI.name })
    expect(old?.answers).not.toHaveProperty('mother-name')
    await submit(other, { password: null, 'mother-name': 'Sri Wahyuni' }, { replaces: id })
    const again = await unitOfWork.run((tx) => tx.registration.findFirstOrThrow({ where: { replaces: id } }))
    expect(again).toMatchObject({ status: 'submitted', conversationId: BigInt(other), flags: '[]' })
    expect(await login(SITI.nik, PASSWORD, citizen)).toEqual({ outcome: 'not-active' })
    expect(await inChat(other, ({ returned }) => returned.open(id))).toBeNull()
    expect(await repair(other)).toBeNull()
  })

  it('ends when it is closed, and gives nobody else a right', async () => {
    const { inChat, chat, id, submit, unitOfWork } = await rejected()
    const [other, third] = [await chat('other'), await chat('third')]
    await inChat(other, ({ returned }) => returned.open(id))
    expect(await inChat(third, ({ registrations }) => registrations.toRepair(id))).toBeNull()
    await inChat(other, ({ returned }) => returned.close(id))
    expect(await inChat(other, ({ registrations }) => registrations.toRepair(id))).toBeNull()
    await submit(other, {}, { replaces: id })
    const newest = await unitOfWork.run((tx) => tx.registration.findFirstOrThrow({ orderBy: { id: 'desc' } }))
    expect(newest).toMatchObject({ replaces: null, flags: expect.stringContaining('other-contact') as string })
  })

  it('a form that was another chat’s from the start stays doubtful when it is put right', async () => {
    const { chat, submit, runDue, decide, ratna, inChat, unitOfWork } = await rejected()
    const stranger = await chat('stranger')
    await submit(stranger, { password: 'milik si penipu' })
    await runDue()
    await decide(ratna, { decision: 'reject', reason: 'name-differs' })
    const doubtful = await unitOfWork.run((tx) => tx.registration.findFirstOrThrow({ orderBy: { id: 'desc' } }))
    expect(doubtful.flags).toContain('other-contact')
    const other = await chat('other')
    await inChat(other, ({ returned }) => returned.open(doubtful.id))
    await submit(other, { password: null }, { replaces: doubtful.id })
    const again = await unitOfWork.run((tx) => tx.registration.findFirstOrThrow({ where: { replaces: doubtful.id } }))
    expect(again.flags).toContain('other-contact')
  })
})
