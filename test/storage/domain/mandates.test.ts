import { expect, it } from 'vitest'
import type { NewMandate } from '../../../flows/ports/mandates.ts'
import { DAY, openOffice, SITI } from './office.ts'

/** An office with Siti, active and logged in, and a supervisor. */
async function withSiti() {
  const office = await openOffice()
  const citizen = await office.chat('siti')
  const wening = await office.officer('Bu Wening', 'supervisor')
  await office.submit(citizen)
  await office.decide(wening)
  const account = await office.unitOfWork.run((tx) => tx.account.findFirstOrThrow())
  await office.inChat(citizen, ({ accounts }) => accounts.activate(SITI['mother-name'], true))
  await office.inChat(citizen, ({ accounts }) => accounts.openSession(account.id))
  const mandate: NewMandate = {
    account: account.id,
    group: 'Desa Karangsari',
    region: [{ code: '3326072008', name: 'KARANGSARI' }],
    letter: { number: 'SK 1', date: '2026-01-05' },
    services: ['pembaruan-kk-desa'],
    lastDay: null,
  }
  const give = (change: Partial<NewMandate> = {}, chat = wening) =>
    office.inChat(chat, ({ mandates }) => mandates.give({ ...mandate, ...change }))
  const me = () => office.inChat(citizen, (ports) => ports.me())
  return { ...office, citizen, wening, account, give, me }
}

it('gives only what an officer who may could have been offered', async () => {
  const { give, citizen, officer, unitOfWork } = await withSiti()
  const ratna = await officer('Bu Ratna')
  expect(await give({}, citizen)).toBe('not-allowed')
  expect(await give({}, ratna)).toBe('not-allowed')
  expect(await give({ account: 'nobody' })).toBe('gone')
  for (const services of [[], ['kartu-keluarga'], ['pembaruan-kk-desa', '__proto__']])
    expect(await give({ services })).toBe('not-allowed')
  for (const lastDay of ['2026-11-22', 'tomorrow', '']) expect(await give({ lastDay })).toBe('not-allowed')
  expect(await unitOfWork.run((tx) => tx.mandate.count())).toBe(0)
  expect(await give({ lastDay: '2026-11-23' })).toBe('given')
})

it('tells nobody else whose NIK it is, and lists and revokes nothing for them', async () => {
  const { give, inChat, citizen, officer, unitOfWork } = await withSiti()
  await give()
  const { id } = await unitOfWork.run((tx) => tx.mandate.findFirstOrThrow())
  for (const chat of [citizen, await officer('Bu Ratna')])
    await inChat(chat, async ({ mandates }) => {
      expect(await mandates.holder(SITI.nik)).toEqual({ outcome: 'not-allowed' })
      expect(await mandates.list(null)).toBeNull()
      expect(await mandates.revoke(id, 'Salah catat')).toBe('not-allowed')
    })
})

it('a reason is needed, and kept sealed beside the mandate', async () => {
  const { give, inChat, wening, unitOfWork, parts } = await withSiti()
  await give()
  const { id } = await unitOfWork.run((tx) => tx.mandate.findFirstOrThrow())
  const revoke = (reason: string) => inChat(wening, ({ mandates }) => mandates.revoke(id, reason))
  expect(await revoke('  ')).toBe('not-allowed')
  expect(await revoke('x'.repeat(10_000))).toBe('not-allowed')
  expect(await revoke('Masa tugas selesai')).toBe('revoked')
  expect(await revoke('Masa tugas selesai')).toBe('gone')
  const row = await unitOfWork.run((tx) => tx.mandate.findFirstOrThrow())
  expect(parts.sealer.open(row.group, 'mandate.group').toString()).toContain('Masa tugas selesai')
  expect(Buffer.from(row.group).toString('latin1')).not.toMatch(/Masa|Karangsari/)
})

it('a mode is only what a mandate in force of the person logged in here allows', async () => {
  const { give, me, inChat, citizen, chat, time, unitOfWork } = await withSiti()
  await give({ lastDay: '2026-11-24' })
  const { id } = await unitOfWork.run((tx) => tx.mandate.findFirstOrThrow())
  expect(await inChat(await chat('other'), ({ modes }) => modes.switchTo(id))).toBe('gone')
  expect(await inChat(citizen, ({ modes }) => modes.switchTo('nothing'))).toBe('gone')
  expect((await me()).group).toBeNull()
  expect(await inChat(citizen, ({ modes }) => modes.switchTo(id))).toBe('switched')
  expect((await me()).group).toMatchObject({ mandate: id, name: 'Desa Karangsari', lastDay: '2026-11-24' })
  const audit = await unitOfWork.run((tx) => tx.audit.findFirstOrThrow({ where: { action: 'account.mode' } }))
  expect(JSON.parse(audit.detail)).toEqual({ mandate: id })
  time.pass(2 * DAY)
  const session = { data: { expiresAt: BigInt(time.now() + DAY) } }
  await unitOfWork.run((tx) => tx.session.updateMany(session))
  expect(await me()).toMatchObject({ state: 'logged-in', group: null, groups: [] })
  expect(await inChat(citizen, ({ modes }) => modes.applicant())).toMatchObject({ mandate: null })
})

it('one’s own data are told masked, and to nobody who is not logged in', async () => {
  const { inChat, citizen, chat, account } = await withSiti()
  expect(await inChat(citizen, ({ modes }) => modes.applicant())).toEqual({
    account: account.id,
    name: SITI.name,
    nik: '3326••••••••0001',
    kk: '3326••••••••0005',
    phone: '0856-••••-•190',
    email: 's•••@contoh.example',
    region: 'KARANGSARI, KARANGANYAR, PEKALONGAN, JAWA TENGAH',
    mandate: null,
  })
  const other = await chat('other')
  expect(await inChat(other, ({ modes }) => modes.applicant())).toBeNull()
  expect(await inChat(other, ({ modes }) => modes.isOwnFamily('3326071203120005'))).toBe('other')
})

it('five wrong family cards close the question for half an hour, the right one too', async () => {
  const { inChat, citizen, time } = await withSiti()
  const ask = (kk: string) => inChat(citizen, ({ modes }) => modes.isOwnFamily(kk))
  expect(await ask('3326071203120005')).toBe('same')
  for (let n = 1; n <= 4; n++) expect(await ask(`332607120312000${n}`)).toBe('other')
  expect(await ask('not a number')).toBe('locked')
  expect(await ask('3326071203120005')).toBe('locked')
  time.pass(DAY / 24)
  expect(await ask('3326071203120005')).toBe('same')
})
