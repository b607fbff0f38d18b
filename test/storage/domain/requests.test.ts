import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../flows/engine/json.ts'
import { answerLostPhone } from '../../../storage/domain/lost-phone-answer.ts'
import { openObject, openText } from '../../../storage/domain/columns.ts'
import { openSession } from '../../../storage/domain/sessions.ts'
import { DAY, HOUR, MINUTE, openOffice, SITI, type Office } from './office.ts'

const NEW_NUMBER = '+6285642606199'

/** An office with two officers and Siti, whose account is active and logged in to in her chat. */
async function active() {
  const office = await openOffice()
  const [ratna, bagus] = [await office.officer('Bu Ratna'), await office.officer('Pak Bagus')]
  const siti = await office.chat('siti')
  await office.submit(siti)
  await office.decide(ratna)
  const { id: account } = await office.unitOfWork.run((tx) => tx.account.findFirstOrThrow())
  await office.unitOfWork.run((tx) => tx.account.update({ where: { id: account }, data: { status: 'active' } }))
  await logIn(office, siti, account)
  const anew = await office.chat('anew')
  return { office, ratna, bagus, siti, anew, account }
}

async function logIn({ parts, unitOfWork, time }: Office, conversation: number, account: string): Promise<void> {
  const scope = { conversation, account: 'simulator', language: 'id', now: time.now() } as const
  await unitOfWork.run((tx) => openSession({ ...parts, ...scope, tx }, account))
}

async function photo({ unitOfWork, parts, time }: Office): Promise<string> {
  const id = parts.ids.text()
  const facts = { agency: 'sintren', sha256: 'aa', variant: 'photo', mime: 'image/jpeg', size: 1, keyVersion: 1 }
  await unitOfWork.run((tx) => tx.file.create({ data: { id, ...facts, createdAt: BigInt(time.now()) } }))
  return id
}

async function correct(office: Office, chat: number, changes: JsonObject) {
  const file = await photo(office)
  return office.inChat(chat, ({ requests }) => requests.correct({ changes, sheets: [{ file, name: null }] }))
}

async function report(office: Office, chat: number, typed: { readonly [id: string]: string } = {}, provenPhone = NEW_NUMBER) {
  const sheets = [{ file: await photo(office), name: null }]
  const lost = { nik: SITI.nik, name: SITI.name, kk: '3326071203120005', phone: NEW_NUMBER, sheets, ...typed }
  return office.inChat(chat, ({ requests }) => requests.reportLost(lost), { provenPhone })
}

async function cardFor(office: Office, officer: number) {
  const task = await office.newestTask()
  return office.inChat(officer, ({ staff }) => staff.card(task))
}

const profileOf = ({ unitOfWork, parts }: Office) =>
  unitOfWork.run(async (tx) => {
    const person = await tx.person.findFirstOrThrow({ where: { id: { not: 'nobody' } } })
    return {
      name: openText(parts.sealer, person.name, 'person.name'),
      ...openObject(parts.sealer, person.profile, 'person.profile'),
    }
  })

const names = async (office: Office, chat: number) => (await office.notices(chat)).map(({ notice }) => notice)

describe('a correction', () => {
  it('shows the officer old and new, and puts only what was asked in place of the old', async () => {
    const { office, ratna, siti } = await active()
    const before = await profileOf(office)
    const sent = await correct(office, siti, { 'birth-place': 'Batang' })
    expect(sent).toMatchObject({ outcome: 'submitted', number: expect.stringMatching(/^PRB-\d{4}-[0-9A-Z]{6}$/) })
    expect(await cardFor(office, ratna)).toMatchObject({
      kind: 'correction',
      nik: SITI.nik,
      name: SITI.name,
      answers: { 'birth-place': 'Batang' },
      registered: { 'birth-place': 'Pekalongan' },
      documents: [{ slot: 'ktp' }],
    })
    expect(await profileOf(office)).toEqual(before)
    expect(await office.decide(ratna)).toMatchObject({ outcome: 'done' })
    expect(await profileOf(office)).toEqual({ ...before, 'birth-place': 'Batang' })
    expect(await names(office, siti)).toContain('correction-approved')
  })

  it('is promised within 3 x 24 hours, also where the office would take longer', async () => {
    const { office, siti } = await active()
    // Friday afternoon: two working days later is Tuesday
    office.time.pass(4 * DAY)
    await logInAgain(office, siti)
    const sent = await correct(office, siti, { 'birth-place': 'Batang' })
    expect('promisedAt' in sent && sent.promisedAt).toBeLessThanOrEqual(office.time.now() + 72 * HOUR)
    const task = await office.unitOfWork.run((tx) => tx.task.findFirstOrThrow({ orderBy: { id: 'desc' } }))
    expect(Number(task.promisedAt)).toBe('promisedAt' in sent && sent.promisedAt)
    const reminders = (await office.waitingJobs()).filter(
      ({ kind, payload }) => kind === 'remind-task' && payload['task'] === task.id,
    )
    expect(reminders.every(({ dueAt }) => dueAt > office.time.now() && dueAt < Number(task.promisedAt))).toBe(true)
  })

  it('of the name changes the name, of the e-mail tells both addresses', async () => {
    const { office, ratna, siti } = await active()
    await correct(office, siti, { name: 'Siti Nuraini Dewi' })
    await office.decide(ratna)
    expect(await profileOf(office)).toMatchObject({ name: 'Siti Nuraini Dewi', email: SITI.email })
    await correct(office, siti, { email: 'baru@contoh.example' })
    await office.decide(ratna)
    for (const address of [SITI.email, 'baru@contoh.example'])
      expect(await names(office, await office.chat(address, 'mail'))).toContain('mail-corrected')
  })

  it('keeps every sheet of its document in order, under the name that it was sent by, as does a lost number', async () => {
    const { office, siti, anew } = await active()
    const sheets = [
      { file: await photo(office), name: 'KTP depan.jpg' },
      { file: await photo(office), name: null },
    ]
    const { unitOfWork, parts } = office
    const kept = async (kind: string) => {
      const where = { request: { kind } }
      const rows = await unitOfWork.run((tx) => tx.document.findMany({ where, orderBy: { page: 'asc' } }))
      return rows.map(({ fileId, page, slot, name }) => ({
        file: fileId,
        page,
        slot,
        name: name === null ? null : openText(parts.sealer, name, 'document.name'),
      }))
    }
    const expected = sheets.map((one, i) => ({ ...one, page: i + 1, slot: 'ktp' }))
    await office.inChat(siti, ({ requests }) => requests.correct({ changes: { 'birth-place': 'Batang' }, sheets }))
    expect(await kept('correction')).toEqual(expected)
    const lost = { nik: SITI.nik, name: SITI.name, kk: '3326071203120005', phone: NEW_NUMBER, sheets }
    await office.inChat(anew, ({ requests }) => requests.reportLost(lost), { provenPhone: NEW_NUMBER })
    expect(await kept('phone')).toEqual(expected)
  })

  it('is one at a time, changes something, and is only of what may be corrected', async () => {
    const { office, siti, anew } = await active()
    expect(await correct(office, siti, { 'birth-place': 'Pekalongan' })).toEqual({ outcome: 'unchanged' })
    for (const changes of [{}, { nik: '3326075708900002' }, { phone: NEW_NUMBER }, { password: 'x' }, { other: 'x' }])
      await expect(correct(office, siti, changes)).rejects.toThrow('cannot be corrected')
    const bare = office.inChat(siti, ({ requests }) => requests.correct({ changes: { 'birth-place': 'Batang' }, sheets: [] }))
    await expect(bare).rejects.toThrow('needs a photo')
    const first = await correct(office, siti, { 'birth-place': 'Batang' })
    expect(await correct(office, siti, { 'birth-place': 'Kajen' })).toEqual({ ...first, outcome: 'open' })
    expect(await correct(office, anew, { 'birth-place': 'Kajen' })).toEqual({ outcome: 'logged-out' })
  })

  it('is not sent back, not decided by whoever asked, nor for a reason of registrations', async () => {
    const { office, ratna, bagus, siti, account } = await active()
    await logIn(office, bagus, account)
    await correct(office, siti, { 'birth-place': 'Batang' })
    expect(await office.decide(bagus)).toEqual({ outcome: 'not-allowed' })
    expect(await office.decide(ratna, { decision: 'repair', reason: 'photo-illegible' })).toEqual({ outcome: 'not-allowed' })
    expect(await office.decide(ratna, { decision: 'reject', reason: 'duplicate' })).toEqual({ outcome: 'not-allowed' })
    const note = 'Foto buram sekali.'
    expect(await office.decide(ratna, { decision: 'reject', reason: 'photo-illegible', note })).toMatchObject({ outcome: 'done' })
    const [view] = await office.inChat(siti, ({ requests }) => requests.mine())
    expect(view).toMatchObject({ kind: 'correction', status: 'rejected', reason: 'photo-illegible', note })
  })

  it('of a birth date that does not fit the NIK is flagged', async () => {
    const { office, ratna, siti } = await active()
    await correct(office, siti, { 'birth-date': '1991-08-17' })
    expect(await cardFor(office, ratna)).toMatchObject({ flags: ['birth-date-differs'] })
  })

  it('is in the queue with its kind, is held by one, and decided once', async () => {
    const { office, ratna, bagus, siti } = await active()
    await office.submit(await office.chat('budi'), { nik: '3326071203850002' })
    await correct(office, siti, { 'birth-place': 'Batang' })
    const task = await office.newestTask()
    expect(await office.inChat(bagus, ({ staff }) => staff.queue(10))).toMatchObject({
      entries: [{ kind: 'registration' }, { kind: 'correction', task }],
    })
    await office.inChat(bagus, ({ staff }) => staff.claim(task))
    expect(await office.decide(ratna)).toMatchObject({ outcome: 'taken', by: 'Pak Bagus' })
    const outcomes = await Promise.all([office.decide(bagus, {}, task), office.decide(bagus, {}, task)])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'decided'])
    expect((await names(office, siti)).filter((name) => name === 'correction-approved')).toHaveLength(1)
  })
})

describe('a lost number', () => {
  it('shows the officer what was typed and whether it fits, nothing else that is registered', async () => {
    const { office, ratna, anew } = await active()
    await report(office, anew, { name: 'hj. siti nuraini', kk: '3326071203120099' }, '+6285600000000')
    const card = await cardFor(office, ratna)
    expect(card).toMatchObject({
      kind: 'phone',
      matches: { name: true, kk: false },
      registered: {},
      flags: ['phone-unproven'],
      documents: [{ slot: 'ktp' }],
    })
    expect(Object.keys(card?.answers ?? {}).sort()).toEqual(['kk', 'name', 'nik', 'phone'])
    expect(JSON.stringify(card)).not.toMatch(/3326071203120005|Aminah|Pekalongan|contoh\.example/)
  })

  it('is bound to the new chat alone: sessions, links and codes of the old one are over', async () => {
    const { office, ratna, siti, anew, account } = await active()
    const link = {
      tokenHash: 'h',
      purpose: 'reset',
      agency: 'sintren',
      subject: account,
      createdAt: 0n,
      expiresAt: 9_999_999_999_999n,
    }
    await office.unitOfWork.run((tx) => tx.link.create({ data: { id: 'L1', ...link } }))
    await report(office, anew)
    expect(await names(office, siti)).toContain('phone-claimed')
    expect(await office.decide(ratna)).toMatchObject({ outcome: 'done' })
    const rows = await office.unitOfWork.run(async (tx) => ({
      contacts: await tx.contact.findMany({ where: { personId: { not: null } } }),
      sessions: await tx.session.count({ where: { endedAt: null } }),
      link: await tx.link.findUniqueOrThrow({ where: { id: 'L1' } }),
    }))
    expect(rows.contacts.map(({ conversationId }) => Number(conversationId))).toEqual([anew])
    expect(rows.contacts[0]?.provenAt).not.toBeNull()
    expect(rows.sessions).toBe(0)
    expect(rows.link.usedAt).not.toBeNull()
    expect(await profileOf(office)).toMatchObject({ phone: NEW_NUMBER })
    expect(await names(office, siti)).toContain('phone-changed')
    expect(await names(office, anew)).toEqual(['phone-approved'])
    expect(await office.inChat(siti, (ports) => ports.me())).toMatchObject({ state: 'stranger', name: null })
    expect(await office.inChat(anew, (ports) => ports.me())).toMatchObject({ state: 'active' })
  })

  it('that fits nobody is kept without any data, and answered like one that was refused', async () => {
    const { office, ratna, siti, anew } = await active()
    const stranger = await office.chat('stranger')
    const tasks = () => office.unitOfWork.run((tx) => tx.task.count())
    const before = await tasks()
    await report(office, stranger, { nik: '3326075708900099' })
    expect(await tasks()).toBe(before)
    expect(await names(office, siti)).not.toContain('phone-claimed')
    const kept = await office.unitOfWork.run((tx) => tx.request.findFirstOrThrow({ include: { documents: true } }))
    expect(kept).toMatchObject({ personId: 'nobody', documents: [] })
    expect(openObject(office.parts.sealer, kept.answers, 'request.answers')).toEqual({})
    await report(office, anew)
    await office.decide(ratna, { decision: 'reject', reason: 'not-the-owner' })
    const seen = async (chat: number) =>
      (await office.inChat(chat, ({ requests }) => requests.mine())).map((view) => ({ ...view, number: '' }))
    expect(await seen(stranger)).toEqual(await seen(anew))
    expect(await seen(anew)).toMatchObject([{ status: 'submitted', reason: null, note: null }])
    office.time.pass(3 * DAY)
    const due = (await office.waitingJobs()).filter(({ kind }) => kind === 'answer-lost-phone')
    const { store, agency } = office.parts
    for (const { payload } of due)
      await office.unitOfWork.run((tx) =>
        answerLostPhone({ tx, store, agency, now: office.time.now() }, text(payload['request'])),
      )
    for (const chat of [stranger, anew]) expect(await names(office, chat)).toEqual(['phone-refused'])
    expect(await seen(stranger)).toEqual(await seen(anew))
    expect(await seen(stranger)).toMatchObject([{ status: 'rejected' }])
  })

  it('that officers still have when its promise ends waits for them, and is told when they refuse', async () => {
    const { office, ratna, anew } = await active()
    await report(office, anew)
    office.time.pass(4 * DAY)
    const request = await office.unitOfWork.run((tx) => tx.request.findFirstOrThrow())
    const { store, agency } = office.parts
    await office.unitOfWork.run((tx) => answerLostPhone({ tx, store, agency, now: office.time.now() }, request.id))
    expect(await names(office, anew)).toEqual([])
    await office.decide(ratna, { decision: 'reject', reason: 'data-unproven' })
    expect(await names(office, anew)).toEqual(['phone-refused'])
  })

  it('is reported once at a time and three times a day from a chat, whatever was typed', async () => {
    const { office, anew } = await active()
    const first = await report(office, anew, { nik: '3326075708900099' })
    expect(await report(office, anew)).toEqual({ ...first, outcome: 'open' })
    const close = () => office.unitOfWork.run((tx) => tx.request.updateMany({ data: { status: 'approved' } }))
    for (let i = 0; i < 2; i++) {
      await close()
      expect(await report(office, anew, { nik: '3326075708900099' })).toMatchObject({ outcome: 'submitted' })
    }
    await close()
    expect(await report(office, anew)).toEqual({ outcome: 'too-many' })
    office.time.pass(DAY)
    expect(await report(office, anew)).toMatchObject({ outcome: 'submitted' })
  })

  it('is not taken from the chat of somebody who was accepted, and not approved once the chat is', async () => {
    const { office, ratna, siti, anew } = await active()
    expect(await report(office, siti)).toEqual({ outcome: 'own-chat' })
    await report(office, anew)
    const task = await office.newestTask()
    await office.submit(anew, { nik: '3326071203850002', 'birth-date': '1985-03-12' })
    await office.decide(ratna)
    expect(await office.decide(ratna, {}, task)).toEqual({ outcome: 'not-allowed' })
    expect(await office.decide(ratna, { decision: 'reject', reason: 'not-the-owner' }, task)).toMatchObject({ outcome: 'done' })
  })

  it('reported from several chats is flagged, three at a time, and only one is approved', async () => {
    const { office, ratna } = await active()
    const chats = await Promise.all(['one', 'two', 'three', 'four'].map((name) => office.chat(name)))
    const tasks: string[] = []
    for (const chat of chats) {
      await report(office, chat)
      tasks.push(await office.newestTask())
    }
    expect(new Set(tasks).size).toBe(3)
    expect(await office.inChat(ratna, ({ staff }) => staff.card(tasks[1] ?? ''))).toMatchObject({ flags: ['other-report'] })
    office.time.pass(MINUTE)
    expect(await office.decide(ratna, {}, tasks[1])).toMatchObject({ outcome: 'done' })
    expect(await office.decide(ratna, {}, tasks[0])).toEqual({ outcome: 'not-allowed' })
  })

  it('that the owner stops can only be rejected; nobody else can stop it', async () => {
    const { office, ratna, siti, anew } = await active()
    await report(office, anew)
    for (const chat of [anew, await office.chat('stranger')])
      expect(await office.inChat(chat, ({ requests }) => requests.contest())).toBe(false)
    expect(await office.inChat(siti, ({ requests }) => requests.isReported())).toBe(true)
    expect(await office.inChat(siti, ({ requests }) => requests.contest())).toBe(true)
    expect(await office.inChat(siti, ({ requests }) => requests.isReported())).toBe(false)
    expect(await names(office, ratna)).toContain('task-contested')
    expect(await cardFor(office, ratna)).toMatchObject({ flags: ['contested'] })
    expect(await office.decide(ratna)).toEqual({ outcome: 'not-allowed' })
  })
})

async function logInAgain(office: Office, chat: number): Promise<void> {
  const { id } = await office.unitOfWork.run((tx) => tx.account.findFirstOrThrow())
  await logIn(office, chat, id)
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
