import type * as Argon2 from '@node-rs/argon2'
import { describe, expect, it, vi } from 'vitest'
import type { ClaimedIdentity } from '../../flows/ports/passwords.ts'
import { isPassword } from '../../bot/jobs/password-hash.ts'
import { verifyAudit } from '../../storage/audit.ts'
import { issueLink } from '../../storage/links.ts'
import { MINUTE, SITI } from '../storage/domain/office.ts'
import { deskWithActiveCitizen, deskWithJobs } from './desk.ts'

const tried = vi.hoisted((): string[] => [])
vi.mock('@node-rs/argon2', async (original) => {
  const { watchedArgon2 } = await import('./watched-argon2.ts')
  return watchedArgon2(await original<typeof Argon2>(), tried)
})

const PASSWORD = 'kucing melompat pagar'
const NEW = 'tujuh bebek menari pagi'
const KNOWN: ClaimedIdentity = { nik: SITI.nik, name: SITI.name, phone: SITI.phone }

/** A citizen whose account is active, and how her password is reset and changed. */
async function active() {
  const desk = await deskWithActiveCitizen()
  const { citizen, account } = desk
  const seal = (text: string) => desk.parts.sealer.seal(text, 'secret').toString('base64')
  /** Asks for a link in a chat, and has it looked up; gives what was answered. */
  const ask = async (conversation: number, claimed = KNOWN, provenPhone?: string) => {
    const scope = provenPhone === undefined ? {} : { provenPhone }
    const outcome = await desk.inChat(conversation, ({ passwords }) => passwords.askForReset(claimed), scope)
    await desk.runDue()
    return outcome
  }
  /** The chats that were told to open a link, and how often. */
  const linked = async (...chats: readonly number[]) => {
    const told = await Promise.all(chats.map((chat) => desk.notices(chat)))
    return told.map((notices) => notices.filter(({ notice }) => notice.endsWith('reset-link')).length)
  }
  const mail = await desk.chat(SITI.email, 'mail')
  const set = (text: string, conversation: number | null, besides: number | null = null) =>
    desk.run('set-password', { account: account.id, sealed: seal(text), besides }, conversation)
  const verify = (text: string) => desk.run('verify-password', { account: account.id, password: seal(text) }, citizen)
  /** A link as it is issued when the notice is put into words. */
  const link = (conversation: number, minutes = 30) =>
    desk.unitOfWork.run((tx) =>
      issueLink(
        tx,
        desk.parts,
        { purpose: 'reset', agency: 'sintren', subject: account.id, conversation, minutes },
        desk.time.now(),
      ),
    )
  return { ...desk, ask, linked, mail, set, verify, link }
}

describe('asking for a reset link', () => {
  it('SIN-96 sends it to the account’s own chat and mailbox when all three fit, however they are written', async () => {
    const { ask, linked, citizen, mail } = await active()
    expect(await ask(citizen, { ...KNOWN, name: 'hj. SITI  NURAINI, S.Pd.' })).toBe('asked')
    expect(await linked(citizen, mail)).toEqual([1, 1])
  })

  it.each([
    ['another name', { ...KNOWN, name: 'Siti Aminah' }],
    ['another phone number', { ...KNOWN, phone: '+6281200000099' }],
    ['an unknown NIK', { ...KNOWN, nik: '3326075708900099' }],
    ['nothing', { nik: '', name: '', phone: '' }],
    ['hostile texts', { nik: "' OR 1=1 --", name: '<b>\u202e\u0000', phone: '😀'.repeat(5000) }],
  ])('SIN-96 sends nothing for %s, and says the same', async (_what, claimed) => {
    const { ask, linked, citizen, mail } = await active()
    expect(await ask(citizen, claimed)).toBe('asked')
    expect(await linked(citizen, mail)).toEqual([0, 0])
  })

  it('does the same in the turn whether they fit or not: a job of one kind, and the same audit', async () => {
    const { inChat, citizen, waitingJobs, unitOfWork } = await active()
    const turn = async (claimed: typeof KNOWN) => {
      const before = await unitOfWork.run((tx) => tx.audit.count())
      await inChat(citizen, ({ passwords }) => passwords.askForReset(claimed))
      const rows = await unitOfWork.run((tx) => tx.audit.findMany({ skip: before, orderBy: { seq: 'asc' } }))
      return rows.map(({ action, subject, actor }) => [action, subject, actor])
    }
    const right = await turn(KNOWN)
    expect(await turn({ ...KNOWN, nik: '3326075708900099' })).toEqual(right)
    expect(right).toEqual([['account.reset-asked', `conversation:${citizen}`, `conversation:${citizen}`]])
    const jobs = (await waitingJobs()).filter(({ kind }) => kind === 'reset-link')
    expect(jobs).toHaveLength(2)
    expect(new Set(jobs.map(({ payload }) => Object.keys(payload).join())).size).toBe(1)
  })

  it('does not send it to the chat that asks, unless it is the person’s own', async () => {
    const { ask, linked, chat, citizen } = await active()
    const stranger = await chat('stranger')
    await ask(stranger)
    expect(await linked(citizen, stranger)).toEqual([1, 0])
    const unproven = await chat('unproven')
    await ask(unproven, KNOWN, '+6281200000099')
    expect(await linked(citizen, unproven)).toEqual([2, 0])
  })

  it('sends it to a chat that is nobody’s and whose platform vouches for the registered number', async () => {
    const { ask, linked, chat, citizen, inChat } = await active()
    const tablet = await chat('tablet')
    await ask(tablet, KNOWN, SITI.phone)
    expect(await linked(citizen, tablet)).toEqual([1, 1])
    const noted = await chat('noted')
    await inChat(noted, ({ drafts }) => drafts.noteProof(), { provenPhone: SITI.phone })
    await ask(citizen)
    expect(await linked(citizen, noted)).toEqual([2, 1])
  })

  it('does not send it to a proven chat that is somebody else’s', async () => {
    const { ask, linked, chat, submit, runDue, decide, ratna } = await active()
    const budi = await chat('budi')
    await submit(budi, { nik: '3326071708900001', email: 'budi@contoh.example' })
    await runDue()
    await decide(ratna)
    await ask(budi, KNOWN, SITI.phone)
    expect(await linked(budi)).toEqual([0])
  })

  it('is limited by NIK, from whatever chats, and by chat, whatever the NIK; right or wrong counts alike', async () => {
    const { ask, chat, time, linked, citizen } = await active()
    for (let i = 0; i < 5; i++)
      expect(await ask(await chat(`one ${i}`), i % 2 === 0 ? KNOWN : { ...KNOWN, name: 'x' })).toBe('asked')
    expect(await ask(await chat('one more'))).toBe('too-many-tries')
    const guesser = await chat('guesser')
    for (let i = 1; i <= 5; i++) expect(await ask(guesser, { ...KNOWN, nik: `332607570890009${i}` })).toBe('asked')
    expect(await ask(guesser, { ...KNOWN, nik: '3326075708900098' })).toBe('too-many-tries')
    expect(await linked(citizen)).toEqual([3])
    time.pass(30 * MINUTE)
    expect(await ask(await chat('later'))).toBe('asked')
  })

  it('writes down who asked, and whether a link was sent, with ids only', async () => {
    const { ask, citizen, account, unitOfWork } = await active()
    await ask(citizen, { ...KNOWN, name: 'Siti Aminah' })
    await ask(citizen)
    const rows = await unitOfWork.run((tx) => tx.audit.findMany({ where: { action: { startsWith: 'account.reset' } } }))
    expect(rows.map(({ action, subject }) => [action, subject])).toEqual([
      ['account.reset-asked', `conversation:${citizen}`],
      ['account.reset-refused', account.id],
      ['account.reset-asked', `conversation:${citizen}`],
      ['account.reset-link-sent', account.id],
    ])
    expect(JSON.stringify(rows.map(({ detail }) => detail))).not.toMatch(/3326|Siti|6285/)
    expect((await unitOfWork.run((tx) => verifyAudit(tx))).holds).toBe(true)
  })

  it('needs an account that was accepted', async () => {
    const desk = await deskWithJobs()
    const citizen = await desk.chat('siti')
    await desk.submit(citizen)
    await desk.runDue()
    await desk.inChat(citizen, ({ passwords }) => passwords.askForReset(KNOWN))
    await desk.runDue()
    expect((await desk.notices(citizen)).map(({ notice }) => notice)).not.toContain('reset-link')
  })
})

describe('the reset in the chat', () => {
  it('SIN-98, SIN-101 goes on with the registered family card number only, a few tries, then the link is locked', async () => {
    const { inChat, citizen, account, link, chat } = await active()
    await link(citizen)
    const judge = (kk: string, conversation = citizen) =>
      inChat(conversation, ({ passwords }) => passwords.judgeReset(account.id, kk))
    expect(await judge('3326071203120005')).toBe('right')
    expect(await judge('3326071203120005', await chat('stranger'))).toBe('none')
    for (const wrong of ['3326071203120006', '', "' OR 1=1 --", '9'.repeat(10_000)]) expect(await judge(wrong)).toBe('wrong')
    expect(await judge('3326071203120004')).toBe('locked')
    expect(await judge('3326071203120005')).toBe('none')
  })

  it('SIN-101 several links buy no more tries', async () => {
    const { inChat, citizen, account, link, time } = await active()
    const judge = (kk: string) => inChat(citizen, ({ passwords }) => passwords.judgeReset(account.id, kk))
    await link(citizen)
    for (let i = 0; i < 3; i++) expect(await judge('3326071203120006')).toBe('wrong')
    await link(citizen)
    expect(await judge('3326071203120006')).toBe('wrong')
    expect(await judge('3326071203120006')).toBe('locked')
    await link(citizen)
    expect(await judge('3326071203120005')).toBe('locked')
    time.pass(30 * MINUTE)
    await link(citizen)
    expect(await judge('3326071203120005')).toBe('right')
  })

  it('is there only while a link of this chat is open; taking it uses up the account’s others', async () => {
    const { inChat, citizen, account, link, chat, time, mail } = await active()
    const opened = (conversation: number, arg: string | null = null) =>
      inChat(conversation, ({ passwords }) => passwords.openReset(arg))
    expect(await opened(citizen)).toBeNull()
    await link(citizen)
    await link(mail)
    const stranger = await chat('stranger')
    expect([await opened(citizen), await opened(stranger), await opened(stranger, account.id)]).toEqual([account.id, null, null])
    expect(await inChat(stranger, ({ passwords }) => passwords.takeReset(account.id))).toBe(false)
    expect(await inChat(stranger, ({ passwords }) => passwords.about(account.id))).toEqual([])
    expect(await inChat(citizen, ({ passwords }) => passwords.about(account.id))).toContain(SITI.nik)
    expect(await inChat(citizen, ({ passwords }) => passwords.takeReset(account.id))).toBe(true)
    expect([await opened(citizen), await opened(mail, account.id)]).toEqual([null, null])
    await link(citizen)
    time.pass(30 * MINUTE)
    expect(await opened(citizen)).toBeNull()
  })
})

describe('setting a new password', () => {
  it('replaces the old one; every session and link is over; other chats and the mailbox are told', async () => {
    const { set, login, inChat, citizen, account, chat, link, notices, mail, unitOfWork } = await active()
    await inChat(citizen, ({ accounts }) => accounts.openSession(account.id))
    const other = await chat('other phone')
    await inChat(other, ({ accounts }) => accounts.openSession(account.id))
    await link(citizen)
    expect(await set(NEW, other)).toEqual({ outcome: 'set' })
    const kept = await unitOfWork.run(async (tx) => ({
      account: await tx.account.findFirstOrThrow(),
      sessions: await tx.session.count({ where: { endedAt: null } }),
      links: await tx.link.count({ where: { purpose: 'reset', usedAt: null } }),
    }))
    expect([kept.sessions, kept.links]).toEqual([0, 0])
    expect(await isPassword(NEW, kept.account.passwordHash)).toBe(true)
    expect(await login(SITI.nik, PASSWORD, citizen)).toEqual({ outcome: 'wrong' })
    expect(await login(SITI.nik, NEW, citizen)).toMatchObject({ outcome: 'ok' })
    const told = await Promise.all([citizen, mail, other].map(async (one) => (await notices(one)).at(-1)?.notice))
    expect(told).toEqual(['password-changed', 'mail-password-changed', undefined])
  })

  it('tells the chat that it was typed in nothing, and the chat that the link was sent to once', async () => {
    const { set, citizen, chat, notices, mail } = await active()
    const changes = async (conversation: number) =>
      (await notices(conversation)).filter(({ notice }) => notice === 'password-changed').length
    const tablet = await chat('tablet')
    await set(NEW, citizen)
    expect(await changes(citizen)).toBe(0)
    await set('lain lagi sama sekali', null, tablet)
    expect([await changes(citizen), await changes(tablet)]).toEqual([1, 1])
    await set('dan lagi yang lain', null, mail)
    expect(await changes(mail)).toBe(0)
  })

  it('lets in who was locked out by trying too often before', async () => {
    const { set, login, citizen } = await active()
    for (let i = 0; i < 5; i++) await login(SITI.nik, 'salah', citizen)
    expect(await login(SITI.nik, PASSWORD, citizen)).toEqual({ outcome: 'locked' })
    await set(NEW, citizen)
    expect(await login(SITI.nik, NEW, citizen)).toMatchObject({ outcome: 'ok' })
  })

  it('is nothing for an account that is not there', async () => {
    const { run, parts } = await active()
    const sealed = parts.sealer.seal(NEW, 'secret').toString('base64')
    expect(await run('set-password', { account: 'nobody', sealed, besides: null })).toEqual({ outcome: 'gone' })
  })
})

describe('verifying the old password', () => {
  it('SIN-92 refuses a wrong one, and is locked after five, for half an hour', async () => {
    const { verify, time } = await active()
    expect(await verify(PASSWORD)).toEqual({ outcome: 'ok' })
    for (const wrong of ['salah', '', 'x'.repeat(10_000), '\u0000\u202e😀'])
      expect(await verify(wrong)).toEqual({ outcome: 'wrong' })
    expect(await verify('salah')).toEqual({ outcome: 'locked' })
    tried.length = 0
    expect(await verify(PASSWORD)).toEqual({ outcome: 'locked' })
    expect(tried).toEqual([])
    time.pass(30 * MINUTE)
    expect(await verify(PASSWORD)).toEqual({ outcome: 'ok' })
  })

  it('counts tries that are judged at once', async () => {
    const { verify } = await active()
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => verify('salah')))
    expect(outcomes.filter((one) => JSON.stringify(one) === '{"outcome":"wrong"}')).toHaveLength(4)
  })
})
