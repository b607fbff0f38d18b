import { describe, expect, it } from 'vitest'
import { activateAccount } from '../../../storage/domain/activation.ts'
import { issueLink, openLink } from '../../../storage/links.ts'
import { HOUR, MINUTE, openOffice, SITI } from './office.ts'

const MOTHER = SITI['mother-name']

/** A citizen whose account waits for activation. */
async function approved() {
  const office = await openOffice()
  const [citizen, ratna] = [await office.chat('siti'), await office.officer('Bu Ratna')]
  await office.submit(citizen)
  await office.decide(ratna)
  const { id } = await office.unitOfWork.run((tx) => tx.account.findFirstOrThrow())
  const activate = (mother: string, sumIsRight = true, chat = citizen) =>
    office.inChat(chat, ({ accounts }) => accounts.activate(mother, sumIsRight))
  return { office, citizen, ratna, account: id, activate }
}

describe('activation', () => {
  it('SIN-53 is for the person of an approved registration, in that chat alone', async () => {
    const { office, citizen, activate } = await approved()
    const stranger = await office.chat('stranger')
    expect(await office.inChat(citizen, ({ accounts }) => accounts.canActivate())).toBe(true)
    expect(await office.inChat(stranger, ({ accounts }) => accounts.canActivate())).toBe(false)
    expect(await activate(MOTHER, true, stranger)).toBe('none')
    expect(await activate(MOTHER)).toBe('active')
    expect(await office.inChat(citizen, ({ accounts }) => accounts.canActivate())).toBe(false)
    expect(await activate(MOTHER)).toBe('none')
    expect(await office.inChat(citizen, (ports) => ports.me())).toMatchObject({ state: 'active', name: null })
  })

  it('is not for one that waits, was rejected or sent back', async () => {
    const office = await openOffice()
    const [citizen, ratna] = [await office.chat('siti'), await office.officer('Bu Ratna')]
    await office.submit(citizen)
    const activate = () => office.inChat(citizen, ({ accounts }) => accounts.activate(MOTHER, true))
    expect(await activate()).toBe('none')
    await office.decide(ratna, { decision: 'repair', reason: 'name-differs' })
    expect(await activate()).toBe('none')
  })

  it.each(['aminah binti salim', 'AMINAH  BINTI SALIM', 'Hajah Aminah Binti Salim', 'Aminah binti Salim, S.Pd.'])(
    'compares the mother’s name as people write it: %s',
    async (typed) => {
      const { activate } = await approved()
      expect(await activate(typed)).toBe('active')
    },
  )

  it.each(['', ' ', 'Aminah', 'Hj.', "' OR 1=1 --", '<b>Aminah binti Salim</b>', 'a'.repeat(10_000), '\u0000', '😀'])(
    'takes %j for wrong',
    async (typed) => {
      const { activate } = await approved()
      expect(await activate(typed)).toBe('wrong')
    },
  )

  it('never says what was wrong, and locks after five tries for half an hour', async () => {
    const { office, activate } = await approved()
    const tries = [
      ['Salah', true],
      [MOTHER, false],
      ['Salah', false],
      [MOTHER, false],
    ] as const
    for (const [mother, sum] of tries) expect(await activate(mother, sum)).toBe('wrong')
    expect(await activate('Salah')).toBe('locked')
    expect(await activate(MOTHER)).toBe('locked')
    office.time.pass(30 * MINUTE - 1)
    expect(await activate(MOTHER)).toBe('locked')
    office.time.pass(1)
    expect(await activate(MOTHER)).toBe('active')
  })

  it('counts the tries of chat and page together', async () => {
    const { office, account, activate } = await approved()
    const onPage = (mother: string) =>
      office.unitOfWork.run((tx) => activateAccount(tx, office.parts, account, mother, true, office.time.now()))
    for (let i = 0; i < 3; i++) expect(await activate('Salah')).toBe('wrong')
    expect(await onPage('Salah')).toBe('wrong')
    expect(await onPage('Salah')).toBe('locked')
    expect(await activate(MOTHER)).toBe('locked')
  })

  it('uses up its links and is written down', async () => {
    const { office, account, citizen } = await approved()
    const link = { purpose: 'activation', agency: 'sintren', subject: account, conversation: citizen, minutes: 60 }
    const token = await office.unitOfWork.run((tx) => issueLink(tx, office.parts, link, office.time.now()))
    const other = await office.unitOfWork.run((tx) =>
      issueLink(tx, office.parts, { ...link, subject: 'other' }, office.time.now()),
    )
    await office.inChat(citizen, ({ accounts }) => accounts.activate(MOTHER, true))
    const states = await office.unitOfWork.run(async (tx) => [
      (await openLink(tx, token, office.time.now()))?.state,
      (await openLink(tx, other, office.time.now()))?.state,
      (await tx.caseEvent.findMany({ where: { kind: 'activated' } })).length,
      (await tx.audit.findMany({ where: { action: 'account.activated', subject: account } })).length,
    ])
    expect(states).toEqual(['used', 'open', 1, 1])
  })

  it('knows no account by another id', async () => {
    const { office } = await approved()
    const tried = office.unitOfWork.run((tx) => activateAccount(tx, office.parts, "' OR 1=1 --", MOTHER, true, office.time.now()))
    expect(await tried).toBe('none')
  })
})

describe('a session', () => {
  it('greets by name, in its own chat, until it is closed or its hours are over', async () => {
    const { office, citizen, account, activate } = await approved()
    await activate(MOTHER)
    const [borrowed, me] = [await office.chat('borrowed phone'), (chat: number) => office.inChat(chat, (ports) => ports.me())]
    const open = (chat: number) => office.inChat(chat, ({ accounts }) => accounts.openSession(account))
    const close = (chat: number) => office.inChat(chat, ({ accounts }) => accounts.closeSession())
    expect(await open(borrowed)).toEqual({ name: SITI.name, others: true })
    expect(await me(borrowed)).toMatchObject({ state: 'logged-in', name: SITI.name })
    expect(await me(citizen)).toMatchObject({ state: 'active', name: null })
    expect(await close(borrowed)).toBe('ended')
    expect(await close(borrowed)).toBe('none')
    expect(await me(borrowed)).toMatchObject({ state: 'stranger', name: null })
    await open(citizen)
    await open(citizen)
    office.time.pass(12 * HOUR)
    expect(await me(citizen)).toMatchObject({ state: 'active', name: null })
    expect(await close(citizen)).toBe('over')
  })

  it('SIN-61 is not opened for an account that is not active', async () => {
    const { office, citizen, account } = await approved()
    await expect(office.inChat(citizen, ({ accounts }) => accounts.openSession(account))).rejects.toThrow(
      'cannot be logged in to',
    )
    await expect(office.inChat(citizen, ({ accounts }) => accounts.openSession(''))).rejects.toThrow('cannot be logged in to')
  })
})
