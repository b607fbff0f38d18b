import { describe, expect, it } from 'vitest'
import { DAY, MINUTE, openCounter } from './counter.ts'

const WRONG = /Kode undangan tidak berlaku/

describe('an officer enrols', () => {
  it('with the code of an invitation, typed in the chat', async () => {
    const { office, invite } = await openCounter()
    const ratna = office.phone('ratna')
    expect(await ratna.says(await invite('Bu Ratna'))).toMatch(/Selamat bergabung, \*Bu Ratna\*.*Verifikator/s)
    expect(await ratna.taps('Antrian')).toBe('Tidak ada yang menunggu. Terima kasih!')
    expect(await ratna.says('halo')).toMatch(/Halo \*Bu Ratna\*. Anda petugas SINTREN/)
  })

  it.each([
    ['after /start', (code: string) => `/start ${code}`],
    ['in small letters', (code: string) => code.toLowerCase()],
    ['without its lines', (code: string) => code.replaceAll('-', '')],
    ['with blanks around it', (code: string) => `  ${code}\n`],
  ])('with a code %s', async (_how, typed) => {
    const { office, invite } = await openCounter()
    expect(await office.phone('x').says(typed(await invite('Pak Bagus', 'supervisor')))).toMatch(/\*Pak Bagus\*.*Supervisor/s)
  })

  it.each([
    ['at an open question', ['daftar', 'setuju']],
    ['at a question of the engine’s own', ['daftar', 'setuju', '3326071708850001', 'batal']],
    ['where a secret is asked', ['masuk', '3326071708850001']],
  ])('by a link that is tapped in the middle of a form, %s', async (_where, before) => {
    const { office, invite } = await openCounter()
    const phone = office.phone('ratna')
    for (const words of before) await phone.says(words)
    expect(await phone.says(await invite('Bu Ratna'))).toMatch(/Selamat bergabung, \*Bu Ratna\*/)
  })

  it('once only: a used code is worth nothing, in the same chat and in another', async () => {
    const { office, invite } = await openCounter()
    const code = await invite('Bu Ratna')
    const [first, second] = [office.phone('first'), office.phone('second')]
    await first.says(code)
    expect(await second.says(code)).toMatch(WRONG)
    expect(await second.says('antrian')).toMatch(/hanya untuk petugas/)
    expect(await first.says(code)).toMatch(WRONG)
    expect(await first.says('antrian')).toMatch(/Tidak ada yang menunggu/)
  })

  it('at most once, when two chats type the same code at the same moment', async () => {
    const { office, invite } = await openCounter()
    const code = await invite('Bu Ratna')
    const phones = ['a', 'b', 'c'].map((name) => office.phone(name))
    await Promise.all(phones.map(({ name }) => office.phones.deliver(name, { kind: 'text', text: code })))
    const heard = await Promise.all(phones.map((phone) => phone.hears(/Selamat bergabung|tidak berlaku/)))
    expect(heard.filter((text) => /Selamat bergabung/.test(text))).toHaveLength(1)
  })

  it('within seven days: then the code is worth nothing', async () => {
    const { office, invite, time } = await openCounter()
    const [early, late] = [await invite('Bu Ratna'), await invite('Pak Bagus')]
    time.pass(7 * DAY - 1)
    expect(await office.phone('ratna').says(early)).toMatch(/Selamat bergabung/)
    time.pass(1)
    expect(await office.phone('bagus').says(late)).toMatch(WRONG)
  })

  it.each(['PTG-0000-0000', 'PTG-ZZZZ-ZZZZ', '/start PTG-1111-1111'])('not with a wrong code: %s', async (typed) => {
    const { office } = await openCounter()
    const answer = await office.phone('x').says(typed)
    expect(answer).toMatch(WRONG)
    expect(answer).toMatch(/Contoh: PTG-/)
  })

  it('not by trying: after five wrong codes not even the right one is taken, for a quarter of an hour', async () => {
    const { office, invite, time } = await openCounter()
    const code = await invite('Bu Ratna')
    const thief = office.phone('thief')
    for (let n = 1; n < 5; n++) expect(await thief.says(`PTG-0000-000${n}`)).toMatch(WRONG)
    expect(await thief.says('PTG-0000-0009')).toMatch(/Terlalu banyak percobaan/)
    expect(await thief.says(code)).toMatch(/Terlalu banyak percobaan/)
    expect(await office.phone('ratna').says(code)).toMatch(/Selamat bergabung/)
    time.pass(15 * MINUTE)
    expect(await thief.says('PTG-0000-0010')).toMatch(WRONG)
  })

  it.each([
    ["PTG-' OR 1=1 --", 'SQL'],
    ['<b>PTG-AAAA-AAAA</b>', 'HTML'],
    ['PTG-'.padEnd(10_000, 'A'), 'ten thousand characters'],
    ['PTG-١٢٣٤-٥٦٧٨', 'digits of another script'],
    ['\u202EPTG-AAAA-AAAA', 'a right-to-left mark'],
    ['PTG-🙂🙂🙂🙂-🙂🙂🙂🙂', 'emoji'],
  ])('not with what only looks like a code (%s)', async (typed) => {
    const { office } = await openCounter()
    const phone = office.phone('x')
    expect(await phone.says(typed)).not.toMatch(/bergabung/)
    expect(await phone.says('antrian')).toMatch(/hanya untuk petugas/)
  })

  it('in the middle of a form of the own: the form stays', async () => {
    const { office, invite } = await openCounter()
    const phone = office.phone('x', '+6281200000009')
    await phone.says('daftar')
    await phone.says('setuju')
    // A code typed at a form's question is an answer to that question, and a wrong one.
    expect(await phone.says(await invite('Bu Ratna'))).toMatch(/NIK/)
  })

  it('again with a new invitation, in another role', async () => {
    const { office, invite, officer } = await openCounter()
    const ratna = await officer('Bu Ratna')
    expect(await ratna.says(await invite('Bu Ratna', 'supervisor'))).toMatch(/Supervisor/)
    expect(await ratna.says('antrian')).toMatch(/Tidak ada yang menunggu/)
    expect(office.logLines.join('')).not.toMatch(/Ratna|PTG/)
  })
})

describe('a removed officer', () => {
  it('has no access from that moment on: no queue, no card, no decision, no new prompts', async () => {
    const { officer, registered, remove, office, transact } = await openCounter()
    const [ratna, bagus] = [await officer('Bu Ratna'), await officer('Pak Bagus')]
    await registered()
    await ratna.hears(/Pendaftaran REG/)
    await ratna.taps('Setujui')
    await remove('Bu Ratna')
    // She was in the middle of it, and had claimed it: now it is Bagus's to have.
    expect(await ratna.taps('Ya')).not.toMatch(/disetujui/)
    expect(await transact((tx) => tx.registration.count({ where: { status: 'submitted' } }))).toBe(1)
    expect(await ratna.says('antrian')).toMatch(/hanya untuk petugas/)
    expect(await ratna.taps('Setujui')).toMatch(/hanya untuk petugas/)
    const seen = ratna.inbox.length
    expect(await bagus.taps('Setujui')).toMatch(/atas nama \*Siti Aminah\*/)
    await bagus.taps('Ya')
    await office.until(() => (office.mail.inbox('siti@contoh.id').length > 1 ? true : undefined), 'the decision is told')
    expect(ratna.inbox).toHaveLength(seen)
  })
})
