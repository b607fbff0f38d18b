import type * as Argon2 from '@node-rs/argon2'
import { parseOptions } from '@node-rs/argon2'
import { describe, expect, it, vi } from 'vitest'
import { hashPassword, isPassword } from '../../bot/jobs/password-hash.ts'
import { MINUTE, SITI } from '../storage/domain/office.ts'
import { deskWithActiveCitizen, deskWithJobs } from './desk.ts'

const tried = vi.hoisted((): string[] => [])
vi.mock('@node-rs/argon2', async (original) => {
  const { watchedArgon2 } = await import('./watched-argon2.ts')
  return watchedArgon2(await original<typeof Argon2>(), tried)
})

const PASSWORD = 'kucing melompat pagar'

describe('a password', () => {
  it('is hashed with argon2id, 19 MiB, 2 passes, 1 lane, and a salt of its own', async () => {
    const [one, other] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)]
    expect(parseOptions(one)).toMatchObject({ algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 })
    expect(one).not.toBe(other)
    expect([await isPassword(PASSWORD, one), await isPassword('lain', one), await isPassword(PASSWORD, null)]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('is hashed by the job after the form, and becomes the account’s', async () => {
    const { unitOfWork, account } = await deskWithActiveCitizen()
    const row = await unitOfWork.run((tx) => tx.registration.findFirstOrThrow())
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(account.passwordHash).toBe(row.passwordHash)
    expect(await isPassword(PASSWORD, row.passwordHash)).toBe(true)
  })

  it('is the same from two keyboards: NFKC', async () => {
    const desk = await deskWithJobs()
    const citizen = await desk.chat('siti')
    await desk.submit(citizen, { password: 'caf\u0065\u0301 di pojok' })
    await desk.runDue()
    expect(await desk.login(SITI.nik, 'caf\u00e9 di pojok', citizen)).toEqual({ outcome: 'not-active' })
  })

  it('is hashed late without harm: the account that was approved meanwhile gets it', async () => {
    const desk = await deskWithJobs()
    const citizen = await desk.chat('siti')
    await desk.submit(citizen)
    await desk.decide(desk.ratna)
    await desk.inChat(citizen, ({ accounts }) => accounts.activate(SITI['mother-name'], true))
    await desk.runDue()
    expect(await desk.login(SITI.nik, PASSWORD, citizen)).toMatchObject({ outcome: 'ok' })
  })

  it('of somebody else’s form never becomes the account’s', async () => {
    const desk = await deskWithActiveCitizen()
    const stranger = await desk.chat('stranger')
    await desk.submit(stranger, { password: 'milik si penipu' })
    await desk.runDue()
    expect(await desk.login(SITI.nik, 'milik si penipu', stranger)).toEqual({ outcome: 'wrong' })
    expect(await desk.login(SITI.nik, PASSWORD, stranger)).toMatchObject({ outcome: 'ok' })
  })

  it('of a chat that was rejected ends with the approval of another', async () => {
    const desk = await deskWithJobs()
    const [first, second] = [await desk.chat('first'), await desk.chat('second')]
    await desk.submit(first, { password: 'milik si penipu' })
    await desk.runDue()
    await desk.decide(desk.ratna, { decision: 'reject', reason: 'name-differs' })
    await desk.submit(second)
    await desk.runDue()
    expect(await desk.login(SITI.nik, 'milik si penipu', first)).toEqual({ outcome: 'not-active' })
    await desk.decide(desk.ratna)
    expect(await desk.login(SITI.nik, 'milik si penipu', first)).toEqual({ outcome: 'wrong' })
    expect(await desk.login(SITI.nik, PASSWORD, second)).toEqual({ outcome: 'not-active' })
  })

  it.each([
    ['hash-password', {}, 'expected string'],
    ['hash-password', { registration: 'R', sealed: 'not sealed' }, 'cannot be opened'],
    ['login', { nik: 1, password: null }, 'expected string'],
    ['login', { nik: SITI.nik, password: 'not sealed' }, 'cannot be opened'],
  ])('job %s fails with a payload that nobody made: %j', async (kind, payload, message) => {
    const desk = await deskWithJobs()
    await expect(desk.run(kind, payload)).rejects.toThrow(message)
  })
})

describe('a log-in', () => {
  it('gives the account for the right NIK and password', async () => {
    const { login, account, citizen } = await deskWithActiveCitizen()
    expect(await login(SITI.nik, PASSWORD, citizen)).toEqual({ outcome: 'ok', account: account.id })
    expect(await login('3326 0757 0890 0001', PASSWORD, citizen)).toEqual({ outcome: 'ok', account: account.id })
  })

  it('does the same work and gives the same answer for an unknown NIK as for a wrong password', async () => {
    const { login, account, citizen, chat } = await deskWithActiveCitizen()
    tried.length = 0
    expect(await login(SITI.nik, 'salah', citizen)).toEqual({ outcome: 'wrong' })
    expect(await login('3326075708900099', 'salah', await chat('other'))).toEqual({ outcome: 'wrong' })
    expect(await login('bukan NIK', 'salah', await chat('third'))).toEqual({ outcome: 'wrong' })
    expect(tried).toHaveLength(3)
    const [own, nobodys] = tried.map((hashed) => parseOptions(hashed))
    expect(tried[0]).toBe(account.passwordHash)
    expect(nobodys).toEqual(own)
  })

  it('SIN-61 is refused while the account is not activated; that is told only with the right password', async () => {
    const desk = await deskWithJobs()
    const citizen = await desk.chat('siti')
    await desk.submit(citizen)
    expect(await desk.login(SITI.nik, PASSWORD, citizen)).toEqual({ outcome: 'wrong' })
    await desk.runDue()
    expect(await desk.login(SITI.nik, PASSWORD, citizen)).toEqual({ outcome: 'not-active' })
    await desk.decide(desk.ratna)
    expect(await desk.login(SITI.nik, PASSWORD, citizen)).toEqual({ outcome: 'not-active' })
    expect(await desk.login(SITI.nik, 'salah', citizen)).toEqual({ outcome: 'wrong' })
  })

  it.each([SITI.nik, '3326075708900099'])(
    'locks NIK %s, known or not, after five wrong tries from anywhere, for half an hour',
    async (nik) => {
      const { login, chat, time } = await deskWithActiveCitizen()
      for (let i = 0; i < 4; i++) expect(await login(nik, 'salah', await chat(`chat ${i}`))).toEqual({ outcome: 'wrong' })
      expect(await login(nik, 'salah', await chat('chat 5'))).toEqual({ outcome: 'locked' })
      tried.length = 0
      expect(await login(nik, PASSWORD, await chat('chat 6'))).toEqual({ outcome: 'locked' })
      expect(tried).toEqual([])
      time.pass(30 * MINUTE - 1)
      expect(await login(nik, PASSWORD, await chat('chat 7'))).toEqual({ outcome: 'locked' })
      time.pass(1)
      expect((await login(nik, PASSWORD, await chat('chat 8'))) as object).toMatchObject({
        outcome: nik === SITI.nik ? 'ok' : 'wrong',
      })
    },
  )

  it('locks a chat that tries one password on many; its own account buys no tries', async () => {
    const { login, chat } = await deskWithActiveCitizen()
    const guesser = await chat('guesser')
    for (let i = 1; i <= 4; i++) expect(await login(`332607570890009${i}`, 'salah', guesser)).toEqual({ outcome: 'wrong' })
    expect(await login(SITI.nik, PASSWORD, guesser)).toMatchObject({ outcome: 'ok' })
    expect(await login('3326075708900095', 'salah', guesser)).toEqual({ outcome: 'locked' })
    expect(await login(SITI.nik, PASSWORD, guesser)).toEqual({ outcome: 'locked' })
    expect(await login(SITI.nik, PASSWORD, await chat('siti'))).toMatchObject({ outcome: 'ok' })
  })

  it('counts tries that are judged at once: no more than five passwords are told apart', async () => {
    const { login, chat } = await deskWithActiveCitizen()
    const chats = await Promise.all(Array.from({ length: 8 }, (_, i) => chat(`chat ${i}`)))
    const outcomes = await Promise.all(chats.map((one) => login(SITI.nik, 'salah', one)))
    expect(outcomes.filter((one) => JSON.stringify(one) === '{"outcome":"wrong"}')).toHaveLength(4)
    expect(await login(SITI.nik, PASSWORD, await chat('siti'))).toEqual({ outcome: 'locked' })
  })

  it.each(['', "' OR 1=1 --", 'x'.repeat(10_000), '\u0000\u202e😀', '<b>'])('takes password %j for wrong', async (password) => {
    const { login, citizen } = await deskWithActiveCitizen()
    expect(await login(SITI.nik, password, citizen)).toEqual({ outcome: 'wrong' })
  })
})
