import { describe, expect, it } from 'vitest'
import type { Random } from '../../../flows/ports.ts'
import { systemRandom } from '../../../bot/runtime/random.ts'
import { verifyAudit } from '../../../storage/audit.ts'
import { DAY, HOUR, openOffice, SITI, type Office } from './office.ts'

const BUDI = {
  nik: '3326071203850002',
  name: 'Budi',
  'birth-date': '1985-03-12',
  phone: '+6281234567890',
  email: 'budi@contoh.example',
}

/** The newest registration as it is kept. */
const newest = ({ unitOfWork }: Office) =>
  unitOfWork.run((tx) =>
    tx.registration.findFirstOrThrow({
      orderBy: { id: 'desc' },
      include: {
        tasks: true,
        events: true,
        documents: true,
        person: { include: { consents: true, accounts: true, contacts: true } },
      },
    }),
  )

describe('a form that is submitted', () => {
  it('SIN-48 waits for an officer: number, promise in working days, place in the queue', async () => {
    const office = await openOffice()
    const citizen = await office.chat('siti')
    const sent = await office.submit(citizen)
    expect(sent).toMatchObject({ outcome: 'submitted', place: 1 })
    expect('number' in sent && sent.number).toMatch(/^REG-2611-[0-9A-HJKMNP-TV-Z]{6}$/)
    // Monday 10.00 WIB: closing time of Wednesday
    expect(sent).toMatchObject({ promisedAt: Date.UTC(2026, 10, 25, 9, 0) })
    expect(await office.inChat(citizen, (ports) => ports.me())).toMatchObject({ state: 'waiting', name: null, officer: null })
    const second = await office.submit(await office.chat('budi'), BUDI, { provenPhone: BUDI.phone })
    expect(second).toMatchObject({ outcome: 'submitted', place: 2 })
  })

  it('is kept whole: person, contact, account, consent, document, task, history, audit', async () => {
    const office = await openOffice()
    await office.submit(await office.chat('siti'))
    const row = await newest(office)
    expect(row).toMatchObject({ status: 'submitted', flags: '[]', formVersion: 1, replaces: null, passwordHash: null })
    expect(row.person.accounts).toMatchObject([{ status: 'pending', passwordHash: null }])
    expect(row.person.contacts[0]?.provenAt).toBe(BigInt(office.time.now()))
    expect(row.person.consents).toMatchObject([
      { textKey: 'registration-consent', textVersion: '2026-11', language: 'id', channel: 'simulator', withdrawnAt: null },
    ])
    expect(row.documents).toMatchObject([{ slot: 'ktp', page: 1 }])
    expect(row.tasks).toMatchObject([{ status: 'open', role: 'verifikator' }])
    expect(row.events).toMatchObject([{ kind: 'submitted', actor: 'applicant' }])
    const audit = await office.unitOfWork.run((tx) => tx.audit.findMany())
    expect(audit).toMatchObject([{ action: 'registration.submitted', subject: row.id }])
    expect(await office.unitOfWork.run(verifyAudit)).toMatchObject({ holds: true, rows: 1 })
  })

  it('never keeps the password: it goes to the hashing job alone, once', async () => {
    const office = await openOffice()
    const citizen = await office.chat('siti')
    await office.submit(citizen)
    const { id } = await newest(office)
    const hashing = (await office.waitingJobs()).filter(({ kind }) => kind === 'hash-password')
    expect(hashing).toMatchObject([{ key: `hash-password:${id}`, payload: { registration: id } }])
    const officer = await office.officer('Bu Ratna')
    const card = await office.inChat(officer, async ({ staff }) => staff.card((await staff.queue(1))?.entries[0]?.task ?? ''))
    expect(Object.keys(card?.answers ?? {})).toEqual(expect.arrayContaining(['nik', 'kk', 'ktp', 'consent', 'mother-name']))
    expect(Object.keys(card?.answers ?? {})).not.toEqual(expect.arrayContaining(['password']))
  })

  it('prompts every officer who may decide, and reminds in working time before the promise ends', async () => {
    const office = await openOffice()
    const ratna = await office.officer('Bu Ratna')
    const wening = await office.officer('Bu Wening', 'supervisor')
    const lapsed = await office.officer('Pak Lama', 'a-role-that-is-gone')
    await office.submit(await office.chat('siti'))
    const task = await office.newestTask()
    const prompt = [{ notice: 'task-new', data: { task } }]
    expect(await office.notices(ratna)).toEqual(prompt)
    expect(await office.notices(wening)).toEqual(prompt)
    expect(await office.notices(lapsed)).toEqual([])
    const reminders = (await office.waitingJobs()).filter(({ kind }) => kind === 'remind-task')
    expect(reminders).toMatchObject([
      { key: `remind:${task}:0`, dueAt: Date.UTC(2026, 10, 25, 5, 0), payload: { task, n: 0 } },
      { key: `remind:${task}:1`, dueAt: Date.UTC(2026, 10, 25, 8, 0), payload: { task, n: 1 } },
    ])
  })

  it('is confirmed by e-mail with nothing but the number', async () => {
    const office = await openOffice()
    const sent = await office.submit(await office.chat('siti'))
    const mailbox = await office.chat(SITI.email, 'mail')
    expect(await office.notices(mailbox)).toEqual([{ notice: 'mail-submitted', data: { number: sent.number } }])
  })

  it('draws another number when one is taken, and gives up rather than using one twice', async () => {
    let repeat = 0
    const stuck: Random = {
      ...systemRandom,
      bytes: (size) => (size === 6 && repeat-- > 0 ? new Uint8Array(6) : systemRandom.bytes(size)),
    }
    const office = await openOffice({ random: stuck })
    repeat = 1
    expect(await office.submit(await office.chat('siti'))).toMatchObject({ number: 'REG-2611-000000' })
    repeat = 3
    const second = await office.submit(await office.chat('budi'), BUDI)
    expect(second.outcome === 'submitted' && second.number).not.toBe('REG-2611-000000')
    repeat = 1000
    await expect(office.submit(await office.chat('tono'), { nik: '3326070101700003' })).rejects.toThrow(
      'no free registration number',
    )
  })

  it('tells the officer what looks wrong, and refuses none of it', async () => {
    const office = await openOffice()
    const odd = { nik: '9999995708900001', 'birth-date': '1990-08-18' }
    await office.submit(await office.chat('siti'), odd, { provenPhone: '+628999999999' })
    expect(JSON.parse((await newest(office)).flags)).toEqual(['birth-date-differs', 'region-unknown', 'phone-unproven'])
  })

  it.each([
    ['no NIK', { nik: null }, 'needs a NIK'],
    ['a NIK that is none', { nik: `'; DROP TABLE Person; --` }, 'needs a NIK'],
    ['no name', { name: null }, 'needs a NIK and a name'],
    ['no consent', { consent: null }, 'needs consent'],
    ['a consent that is no answer', { consent: 'ya' }, 'needs consent'],
    ['a password and nothing else', { nik: null, name: null, consent: null }, 'needs'],
  ])('keeps nothing of a form with %s', async (_what, typed, message) => {
    const office = await openOffice()
    await expect(office.submit(await office.chat('siti'), typed)).rejects.toThrow(message)
    const counts = await office.unitOfWork.run(async (tx) => [
      await tx.person.count(),
      await tx.registration.count(),
      await tx.audit.count(),
    ])
    expect(counts).toEqual([0, 0, 0])
  })

  it.each([
    ['not there', 'NOSUCHFILE0', {}],
    ['another agency’s', 'FILE0000000', { agency: 'another' }],
    ['erased', 'FILE0000000', { erasedAt: 1n }],
  ])('keeps nothing when its photo is %s', async (_what, file, change) => {
    const office = await openOffice()
    const facts = { agency: 'sintren', sha256: 'aa', variant: 'photo', mime: 'image/jpeg', size: 1, keyVersion: 1, createdAt: 0n }
    await office.unitOfWork.run((tx) => tx.file.create({ data: { id: 'FILE0000000', ...facts, ...change } }))
    const citizen = await office.chat('siti')
    await expect(office.submit(citizen, {}, {}, { file })).rejects.toThrow('is not there')
    expect(await office.unitOfWork.run((tx) => tx.person.count())).toBe(0)
  })

  it('keeps huge and hostile answers as they are, without harm', async () => {
    const office = await openOffice()
    const hostile = `<script>alert(1)</script>'; DROP TABLE Registration; -- \u202e\u0000 ${'😀'.repeat(5000)}`
    await office.submit(await office.chat('siti'), { 'birth-place': hostile, name: hostile })
    const officer = await office.officer('Bu Ratna')
    const task = await office.newestTask()
    const card = await office.inChat(officer, ({ staff }) => staff.card(task))
    expect(card?.answers).toMatchObject({ 'birth-place': hostile, name: hostile })
  })
})

describe('a NIK that is known already', () => {
  it('SIN-52 is not registered twice from its own chat: the first number and status are told', async () => {
    const office = await openOffice()
    const citizen = await office.chat('siti')
    const first = await office.submit(citizen)
    expect(await office.submit(citizen)).toEqual({ outcome: 'already', number: first.number, status: 'submitted' })
    expect(await office.inChat(citizen, ({ registrations }) => registrations.ownNik(SITI.nik))).toEqual({ registered: true })
    expect(await office.unitOfWork.run((tx) => tx.registration.count())).toBe(1)
  })

  it('looks like any other to a stranger, everywhere', async () => {
    const office = await openOffice()
    await office.submit(await office.chat('siti'))
    const [stranger, control] = [await office.chat('stranger'), await office.chat('control')]
    const asked = async (conversation: number, nik: string) => {
      const before = await office.inChat(conversation, ({ registrations }) => registrations.ownNik(nik))
      const sent = await office.submit(conversation, { nik }, { provenPhone: '+628111111111' })
      const after = await office.inChat(conversation, async ({ registrations, accounts, me }) => ({
        me: await me(),
        own: await registrations.ownNik(nik),
        mine: (await registrations.mine()).map(({ status, reason }) => ({ status, reason })),
        activate: await accounts.canActivate(),
        repair: await registrations.toRepair(),
      }))
      return { before, sent: Object.keys(sent), outcome: sent.outcome, after }
    }
    const known = await asked(stranger, SITI.nik)
    const unknown = await asked(control, '3326075708900002')
    expect(known).toEqual(unknown)
    // … a second try too
    const again = [await office.submit(stranger, { nik: SITI.nik }), await office.submit(control, { nik: '3326075708900002' })]
    expect(again.map(({ outcome }) => outcome)).toEqual(['already', 'already'])
  })

  it('leaves what is known of its person untouched, flags the task, and warns the owner once a day', async () => {
    const office = await openOffice()
    const [owner, stranger, other] = [await office.chat('siti'), await office.chat('stranger'), await office.chat('other')]
    await office.submit(owner)
    const before = await newest(office)
    await office.submit(stranger, { name: 'Penipu' })
    await office.submit(other, { name: 'Penipu' })
    const after = await newest(office)
    expect(JSON.parse(after.flags)).toEqual(['duplicate'])
    expect(after.personId).toBe(before.personId)
    expect(after.documents[0]?.personId).toBeNull()
    expect([after.person.name, after.person.profile]).toEqual([before.person.name, before.person.profile])
    expect(after.person.contacts.map(({ conversationId }) => Number(conversationId))).toEqual([owner])
    const warnings = async () => (await office.notices(owner)).filter(({ notice }) => notice === 'duplicate-attempt')
    expect(await warnings()).toEqual([{ notice: 'duplicate-attempt', data: {} }])
    office.time.pass(DAY)
    await office.submit(await office.chat('third'))
    expect(await warnings()).toHaveLength(2)
    expect((await office.notices(stranger)).map(({ notice }) => notice)).not.toContain('duplicate-attempt')
  })

  it('is handed in again from its own chat after a rejection, with the password and consent as they were', async () => {
    const office = await openOffice()
    const [citizen, ratna] = [await office.chat('siti'), await office.officer('Bu Ratna')]
    const first = await office.submit(citizen)
    const old = await newest(office)
    await office.unitOfWork.run((tx) => tx.registration.update({ where: { id: old.id }, data: { passwordHash: 'hash' } }))
    await office.decide(ratna, { decision: 'reject', reason: 'name-differs' })
    expect(await office.submit(citizen)).toEqual({ outcome: 'already', number: first.number, status: 'rejected' })

    office.time.pass(HOUR)
    const second = await office.submit(citizen, { name: 'Siti Nuraini', password: null }, { replaces: old.id })
    expect(second.outcome).toBe('submitted')
    const now = await newest(office)
    expect(now).toMatchObject({ replaces: old.id, flags: '[]', passwordHash: 'hash', personId: old.personId })
    expect(now.person.consents).toHaveLength(1)
    expect(now.person.name).not.toEqual(old.person.name)
    expect(await office.inChat(citizen, ({ registrations }) => registrations.mine())).toMatchObject([
      { number: second.number, status: 'submitted', place: 1 },
      { number: first.number, status: 'rejected', place: null },
    ])
    const events = await office.unitOfWork.run((tx) => tx.caseEvent.findMany({ where: { kind: 'replaced' } }))
    expect(events).toMatchObject([{ registrationId: old.id, data: JSON.stringify({ by: now.id }) }])
    // the same form cannot replace it twice
    expect(await office.submit(citizen, {}, { replaces: old.id })).toMatchObject({ outcome: 'already', number: second.number })
  })

  it('replaces nobody else’s registration', async () => {
    const office = await openOffice()
    const [citizen, ratna] = [await office.chat('siti'), await office.officer('Bu Ratna')]
    await office.submit(citizen)
    const { id } = await newest(office)
    await office.decide(ratna, { decision: 'repair', reason: 'photo-illegible' })
    const stranger = await office.chat('stranger')
    expect(await office.submit(stranger, {}, { replaces: id })).toMatchObject({ outcome: 'submitted' })
    expect(await newest(office)).toMatchObject({ replaces: null, flags: '["other-contact"]' })
    expect(await office.submit(citizen, {}, { replaces: id })).toMatchObject({ outcome: 'submitted' })
  })

  it('may come from another chat once it was rejected: the officer decides, and only approval binds that chat', async () => {
    const office = await openOffice()
    const [first, second, ratna] = [await office.chat('old'), await office.chat('new'), await office.officer('Bu Ratna')]
    await office.submit(first, { name: 'Bukan Siti', 'mother-name': 'Bukan' })
    await office.decide(ratna, { decision: 'reject', reason: 'name-differs' })
    await office.submit(second)
    expect(JSON.parse((await newest(office)).flags)).toEqual(['other-contact'])
    expect(await office.inChat(second, ({ accounts }) => accounts.canActivate())).toBe(false)
    expect(await office.decide(ratna)).toMatchObject({ outcome: 'done' })
    expect(await office.inChat(second, (ports) => ports.me())).toMatchObject({ state: 'approved' })
    // the chat that was rejected is out: it neither sees nor activates the account
    expect(await office.inChat(first, (ports) => ports.me())).toMatchObject({ state: 'rejected' })
    expect(await office.inChat(first, ({ accounts }) => accounts.activate('Bukan', true))).toBe('none')
    expect(await office.inChat(second, ({ accounts }) => accounts.activate(SITI['mother-name'], true))).toBe('active')
  })

  it('that was mistyped does not hold the chat: the right one takes it over', async () => {
    const office = await openOffice()
    const [citizen, ratna] = [await office.chat('siti'), await office.officer('Bu Ratna')]
    await office.submit(citizen, { nik: '3326075708900009' })
    const { id } = await newest(office)
    await office.decide(ratna, { decision: 'repair', reason: 'name-differs' })
    await office.submit(citizen, {}, { replaces: id })
    expect(JSON.parse((await newest(office)).flags)).toEqual([])
    await office.decide(ratna)
    expect(await office.inChat(citizen, ({ accounts }) => accounts.canActivate())).toBe(true)
  })

  it('of another person from an accepted applicant’s chat is flagged, and leaves the chat to its owner', async () => {
    const office = await openOffice()
    const [citizen, ratna] = [await office.chat('siti'), await office.officer('Bu Ratna')]
    await office.submit(citizen)
    await office.decide(ratna)
    await office.submit(citizen, BUDI)
    expect(JSON.parse((await newest(office)).flags)).toEqual(['shared-chat', 'phone-unproven'])
    await office.decide(ratna)
    expect(await office.inChat(citizen, ({ accounts }) => accounts.activate(SITI['mother-name'], true))).toBe('active')
  })
})
