import { describe, expect, it } from 'vitest'
import { MINUTE, openOffice, SITI, type Office } from './office.ts'

/** An office with a registration that waits, and two officers. */
async function waiting() {
  const office = await openOffice()
  const [ratna, bagus] = [await office.officer('Bu Ratna'), await office.officer('Pak Bagus')]
  const citizen = await office.chat('siti')
  const sent = await office.submit(citizen)
  return { ...office, office, ratna, bagus, citizen, number: sent.number, task: await office.newestTask() }
}

const registration = ({ unitOfWork }: Office) =>
  unitOfWork.run((tx) => tx.registration.findFirstOrThrow({ orderBy: { id: 'desc' } }))

describe('a decision', () => {
  it('that approves is told in the chat and by e-mail, with the account to be activated', async () => {
    const { office, ratna, citizen, number } = await waiting()
    expect(await office.decide(ratna)).toEqual({ outcome: 'done', number })
    const account = await office.unitOfWork.run((tx) => tx.account.findFirstOrThrow())
    expect(account.status).toBe('approved')
    expect(await office.notices(citizen)).toEqual([{ notice: 'registration-approved', data: { number, account: account.id } }])
    const mailbox = await office.chat(SITI.email, 'mail')
    expect((await office.notices(mailbox)).slice(1)).toEqual([{ notice: 'mail-approved', data: { number, account: account.id } }])
    expect(await office.inChat(citizen, (ports) => ports.me())).toMatchObject({ state: 'approved', name: null })
  })

  it.each(['reject', 'repair'] as const)(
    'to %s tells reason, note and what to put right; the e-mail leaves the note out',
    async (decision) => {
      const { office, ratna, citizen, number } = await waiting()
      const given = { decision, reason: 'birth-differs', note: ' Di KTP tertulis 18. ', marked: [] }
      expect(await office.decide(ratna, given)).toEqual({ outcome: 'done', number })
      const status = decision === 'reject' ? 'rejected' : 'repair'
      const told = { number, reason: 'birth-differs', marked: ['birth-place', 'birth-date'] }
      expect(await office.notices(citizen)).toEqual([
        { notice: `registration-${status}`, data: { ...told, note: 'Di KTP tertulis 18.' } },
      ])
      const mailbox = await office.chat(SITI.email, 'mail')
      expect((await office.notices(mailbox))[1]).toEqual({ notice: `mail-${status}`, data: { ...told, note: null } })
      expect(await office.inChat(citizen, (ports) => ports.me())).toMatchObject({ state: status })
      expect(await office.inChat(citizen, ({ registrations }) => registrations.mine())).toMatchObject([
        { status, decidedAt: office.time.now(), place: null, note: 'Di KTP tertulis 18.', reason: 'birth-differs' },
      ])
      const back = await office.inChat(citizen, ({ registrations }) => registrations.toRepair())
      expect(back).toMatchObject({
        number,
        marked: ['birth-place', 'birth-date'],
        answers: { name: SITI.name, kk: '3326071203120005' },
      })
      expect(Object.keys(back?.answers ?? {})).not.toEqual(expect.arrayContaining(['birth-date']))
    },
  )

  it('tells the other officers who were prompted, not those who came later', async () => {
    const { office, ratna, bagus, number } = await waiting()
    office.time.pass(MINUTE)
    const later = await office.officer('Bu Wening', 'supervisor')
    await office.decide(ratna)
    const told = { notice: 'task-decided', data: { number, by: 'Bu Ratna', decision: 'approve' } }
    expect((await office.notices(bagus)).slice(1)).toEqual([told])
    expect((await office.notices(ratna)).slice(1)).toEqual([])
    expect(await office.notices(later)).toEqual([])
  })

  it('is the first one: of two officers at once one decides, the other learns who did', async () => {
    const { office, ratna, bagus, task, number, citizen } = await waiting()
    const outcomes = await Promise.all([
      office.decide(ratna, {}, task),
      office.decide(bagus, { decision: 'reject', reason: 'duplicate' }, task),
    ])
    expect(outcomes).toEqual([
      { outcome: 'done', number },
      { outcome: 'decided', by: 'Bu Ratna', decision: 'approve' },
    ])
    expect(await office.notices(citizen)).toHaveLength(1)
    expect(await office.decide(ratna, {}, task)).toEqual({ outcome: 'decided', by: 'Bu Ratna', decision: 'approve' })
  })

  it('is written down: task, history, audit', async () => {
    const { office, ratna, task } = await waiting()
    await office.decide(ratna, { decision: 'repair', reason: 'photo-illegible' })
    const rows = await office.unitOfWork.run(async (tx) => ({
      task: await tx.task.findUniqueOrThrow({ where: { id: task } }),
      event: await tx.caseEvent.findFirstOrThrow({ where: { kind: 'repair' } }),
      audit: await tx.audit.findFirstOrThrow({ where: { action: 'registration.decided' } }),
      officer: await tx.officer.findFirstOrThrow({ where: { name: 'Bu Ratna' } }),
    }))
    const actor = `officer:${rows.officer.id}`
    expect(rows.task).toMatchObject({ status: 'decided', decision: 'repair', decidedBy: rows.officer.id, claimedBy: null })
    expect(rows.event.actor).toBe(actor)
    const detail = { task, decision: 'repair', reason: 'photo-illegible', marked: ['ktp'] }
    expect(rows.audit).toMatchObject({ actor, subject: rows.task.registrationId, detail: JSON.stringify(detail) })
  })

  it('is refused to whoever is no officer, was removed, or has a role that may not', async () => {
    const { office, ratna, citizen, task } = await waiting()
    expect(await office.decide(citizen, {}, task)).toEqual({ outcome: 'not-officer' })
    const lapsed = await office.officer('Pak Lama', 'a-role-that-is-gone')
    expect(await office.decide(lapsed, {}, task)).toEqual({ outcome: 'not-allowed' })
    await office.unitOfWork.run((tx) => tx.officer.updateMany({ where: { name: 'Bu Ratna' }, data: { removedAt: 1n } }))
    expect(await office.decide(ratna, {}, task)).toEqual({ outcome: 'not-officer' })
    expect(await registration(office)).toMatchObject({ status: 'submitted' })
  })

  it('is refused to the officer who is the applicant, in that chat or through the person', async () => {
    const { office, bagus, task } = await waiting()
    const officerToo = await office.officer('Bu Sari')
    await office.submit(officerToo, { nik: '3326075708900077' })
    const own = await office.newestTask()
    expect((await office.notices(officerToo)).map(({ notice }) => notice)).not.toContain('task-new')
    expect(await office.decide(officerToo, {}, own)).toEqual({ outcome: 'not-allowed' })
    // somebody else's form with the officer's own NIK
    await office.submit(await office.chat('stranger'), { nik: '3326075708900077' })
    expect(await office.decide(officerToo, { decision: 'reject', reason: 'duplicate' })).toEqual({ outcome: 'not-allowed' })
    expect(await office.decide(officerToo, {}, task)).toMatchObject({ outcome: 'done' })
    expect(await office.decide(bagus, {}, own)).toMatchObject({ outcome: 'done' })
  })

  it('can only be a rejection when the NIK is under way or accepted elsewhere', async () => {
    const { office, ratna } = await waiting()
    await office.submit(await office.chat('stranger'))
    expect(await office.decide(ratna)).toEqual({ outcome: 'not-allowed' })
    expect(await office.decide(ratna, { decision: 'repair', reason: 'name-differs' })).toEqual({ outcome: 'not-allowed' })
    expect(await office.decide(ratna, { decision: 'reject', reason: 'duplicate' })).toMatchObject({ outcome: 'done' })
  })

  it('approves one registration of a person, not two', async () => {
    const { office, ratna, citizen, task } = await waiting()
    await office.decide(ratna, { decision: 'repair', reason: 'name-differs' }, task)
    const { id } = await registration(office)
    await office.submit(await office.chat('another phone'))
    const other = await office.newestTask()
    await office.submit(citizen, {}, { replaces: id })
    expect(await office.decide(ratna)).toMatchObject({ outcome: 'done' })
    expect(await office.decide(ratna, {}, other)).toEqual({ outcome: 'not-allowed' })
    expect(await office.decide(ratna, { decision: 'reject', reason: 'duplicate' }, other)).toMatchObject({ outcome: 'done' })
  })

  it.each([
    ['no reason', { decision: 'reject', reason: null }],
    ['a reason that is none', { decision: 'reject', reason: "' OR 1=1 --" }],
    ['a reason for another decision', { decision: 'repair', reason: 'outside-jurisdiction' }],
    ['a reason that wants words, without', { decision: 'repair', reason: 'other', note: ' \n ' }],
    ['a note of 10,000 characters', { decision: 'reject', reason: 'other', note: 'a'.repeat(10_000) }],
    ['a mark that is no question', { decision: 'repair', reason: 'name-differs', marked: ['__proto__'] }],
  ] as const)('is refused with %s, and nothing is decided', async (_what, decision) => {
    const { office, ratna } = await waiting()
    expect(await office.decide(ratna, decision)).toEqual({ outcome: 'not-allowed' })
    expect(await registration(office)).toMatchObject({ status: 'submitted', reason: null })
  })

  it.each(['', 'NOSUCHTASK0', "'; DROP TABLE Task; --", 'x'.repeat(10_000), '\u202e😀'])('knows no task %j', async (task) => {
    const { office, ratna } = await waiting()
    expect(await office.decide(ratna, {}, task)).toEqual({ outcome: 'unknown' })
    expect(await office.inChat(ratna, ({ staff }) => staff.claim(task))).toEqual({ outcome: 'unknown' })
    expect(await office.inChat(ratna, ({ staff }) => staff.card(task))).toBeNull()
    expect(await office.inChat(ratna, ({ staff }) => staff.release(task))).toBe(false)
  })
})
