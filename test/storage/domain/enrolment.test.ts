import { describe, expect, it } from 'vitest'
import { createInvite } from '../../../storage/domain/enrolment.ts'
import { DAY, MINUTE, openOffice, type Office } from './office.ts'

const invite = ({ unitOfWork, parts, time }: Office, change: { agency?: string; name?: string } = {}) =>
  unitOfWork.run((tx) =>
    createInvite(tx, parts, { agency: 'sintren', role: 'verifikator', name: 'Bu Ratna', ...change }, time.now()),
  )

const enrol = (office: Office, chat: number, code: string) => office.inChat(chat, ({ staff }) => staff.enrol(code))

describe('an invitation', () => {
  it('makes a chat an officer’s, once', async () => {
    const office = await openOffice()
    const [ratna, other] = [await office.chat('ratna'), await office.chat('other')]
    const { code, expiresAt } = await invite(office)
    expect(code).toMatch(/^PTG-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(expiresAt).toBe(office.time.now() + 7 * DAY)
    expect(await enrol(office, ratna, code)).toEqual({ outcome: 'enrolled', name: 'Bu Ratna', role: 'verifikator' })
    expect(await enrol(office, other, code)).toEqual({ outcome: 'wrong' })
    const who = await office.inChat(ratna, (ports) => ports.me())
    expect(who).toMatchObject({ state: 'stranger', officer: { name: 'Bu Ratna', role: 'verifikator' } })
    expect((await office.inChat(other, (ports) => ports.me())).officer).toBeNull()
  })

  it('is kept as a keyed hash only', async () => {
    const office = await openOffice()
    const { code } = await invite(office)
    const rows = await office.unitOfWork.run((tx) => tx.officerInvite.findMany())
    expect(JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))).not.toContain(
      code,
    )
    expect(rows[0]?.codeHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each([
    ['small letters', (code: string) => code.toLowerCase()],
    ['no dashes', (code: string) => code.replaceAll('-', '')],
    ['spaces', (code: string) => ` ${code.replaceAll('-', ' ')} `],
    ['O for 0 and l for 1', (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l')],
    ['long dashes', (code: string) => code.replaceAll('-', '–')],
  ])('is understood with %s', async (_how, typed) => {
    const office = await openOffice()
    const { code } = await invite(office)
    expect(await enrol(office, await office.chat('ratna'), typed(code))).toMatchObject({ outcome: 'enrolled' })
  })

  it('is wrong in the same words when it is old, another agency’s, made up, or no code at all', async () => {
    const office = await openOffice()
    const old = await invite(office)
    office.time.pass(7 * DAY)
    const elsewhere = await invite(office, { agency: 'another' })
    const hostile = ['PTG-0000-0000', '', "' OR 1=1 --", 'x'.repeat(10_000), '\u0000\u202e😀', 'PTG-٠٠٠٠-٠٠٠٠']
    for (const [i, code] of [old.code, elsewhere.code, ...hostile].entries())
      expect(await enrol(office, await office.chat(`chat ${i}`), code)).toEqual({ outcome: 'wrong' })
  })

  it('can be guessed at five times in a quarter of an hour from one chat, and is not looked at then', async () => {
    const office = await openOffice()
    const chat = await office.chat('guesser')
    const { code } = await invite(office)
    for (let i = 0; i < 4; i++) expect(await enrol(office, chat, 'PTG-0000-0000')).toEqual({ outcome: 'wrong' })
    expect(await enrol(office, chat, 'PTG-0000-0000')).toEqual({ outcome: 'too-many-tries' })
    expect(await enrol(office, chat, code)).toEqual({ outcome: 'too-many-tries' })
    office.time.pass(15 * MINUTE - 1)
    expect(await enrol(office, chat, code)).toEqual({ outcome: 'too-many-tries' })
    office.time.pass(1)
    expect(await enrol(office, chat, code)).toMatchObject({ outcome: 'enrolled' })
  })

  it('forgets tries that are a quarter of an hour old', async () => {
    const office = await openOffice()
    const chat = await office.chat('slow')
    for (let i = 0; i < 4; i++) await enrol(office, chat, 'PTG-0000-0000')
    office.time.pass(15 * MINUTE)
    expect(await enrol(office, chat, 'PTG-0000-0000')).toEqual({ outcome: 'wrong' })
  })

  it('gives a chat to the next officer: the one before holds nothing any more', async () => {
    const office = await openOffice()
    const [desk, bagus] = [await office.officer('Bu Ratna'), await office.officer('Pak Bagus')]
    await office.submit(await office.chat('siti'))
    const task = await office.newestTask()
    await office.inChat(desk, ({ staff }) => staff.claim(task))
    await enrol(office, desk, (await invite(office, { name: 'Bu Wening' })).code)
    expect((await office.inChat(desk, (ports) => ports.me())).officer).toMatchObject({ name: 'Bu Wening' })
    expect(await office.inChat(bagus, ({ staff }) => staff.claim(task))).toMatchObject({ outcome: 'claimed' })
  })
})
