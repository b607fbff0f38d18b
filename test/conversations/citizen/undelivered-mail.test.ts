import { afterEach, beforeEach, expect, it } from 'vitest'
import { SendError } from '../../../bot/channels/channel.ts'
import { Office, type Phone } from '../../support/office.ts'
import { approveNewest, enrolOfficer } from '../../support/officers.ts'
import { beActive, fillForm, logIn, person, register, SITI } from '../registering.ts'

const UNDELIVERED = /E-mail kami tidak sampai/
const DAY = 86_400_000

let office: Office
let officer: Phone
let siti: Phone
beforeEach(async () => {
  office = await Office.open()
  officer = await enrolOfficer(office, 'Bu Ratna')
  siti = office.phone('siti')
})
afterEach(() => office.close())

/** The next e-mail is refused: nobody has its address. */
function refuseNext(): void {
  office.mail.fault = new SendError({ kind: 'contact-stopped' })
}

const labels = (phone: Phone): string[] => phone.last.buttons.map(({ label }) => label)
const told = (phone: Phone): number => phone.inbox.filter(({ text }) => UNDELIVERED.test(text)).length
const undelivered = () => office.open.unitOfWork.run((tx) => tx.audit.findMany({ where: { action: 'mail.undelivered' } }))

/** Resolves when the counter has nothing under way. */
async function settled(): Promise<void> {
  for (let quiet = 0; quiet < 300; quiet++) await new Promise((resolve) => setImmediate(resolve))
}

it('an applicant whose mailbox refuses is told in the chat, with the address masked and what to do', async () => {
  refuseNext()
  await register(siti, SITI)
  const said = await siti.hears(UNDELIVERED)
  expect(said).toContain('s•••@contoh.id')
  expect(said).not.toContain(SITI.email)
  expect(said).toMatch(/Pendaftaran Anda tidak terganggu[^]*Tulis PETUGAS[^]*misalnya/)
  expect(labels(siti)).toEqual(['Cek status pendaftaran', 'Hubungi petugas'])
  expect(office.mail.inbox(SITI.email)).toEqual([])
})

it('the owner of an account is shown the way to put the address right', async () => {
  await beActive(siti, officer, SITI)
  await logIn(siti, SITI.nik, SITI.password)
  refuseNext()
  await siti.says('ganti password')
  await siti.says(SITI.password)
  await siti.hears(/paling sedikit 8 karakter/)
  await siti.says('sembilan bebek menari pagi')
  await siti.says('sembilan bebek menari pagi')
  expect(await siti.hears(UNDELIVERED)).toMatch(/kami kirim di chat ini[^]*login[^]*PERBAIKI DATA SAYA/)
  expect(siti.inbox.find(({ text }) => UNDELIVERED.test(text))?.buttons.map(({ label }) => label)).toEqual([
    'Perbaiki data saya',
    'Hubungi petugas',
  ])
})

it('whoever reads English is told in English', async () => {
  await fillForm(siti, SITI)
  await siti.says('english')
  refuseNext()
  await siti.says('yes')
  await siti.says(siti.solve())
  expect(await siti.hears(/Our e-mail did not arrive/)).toContain('s•••@contoh.id')
})

it('is told once a day, however many e-mails are refused, and noted each time', async () => {
  refuseNext()
  await register(siti, SITI)
  await siti.hears(UNDELIVERED)
  refuseNext()
  await approveNewest(officer)
  await siti.hears(/disetujui/)
  await settled()
  expect(told(siti)).toBe(1)
  office.time.pass(DAY)
  refuseNext()
  await siti.says('aktivasi')
  await siti.says(SITI.mother)
  await siti.says(siti.solve())
  await settled()
  const rows = await undelivered()
  expect(rows.length).toBeGreaterThanOrEqual(2)
  expect(new Set(rows.map(({ subject }) => subject)).size).toBe(1)
  expect(JSON.stringify(rows.map(({ detail, actor }) => [detail, actor]))).not.toContain('contoh')
})

it('nobody else is told', async () => {
  const other = office.phone('other')
  await register(other, person(9))
  refuseNext()
  await register(siti, SITI)
  await siti.hears(UNDELIVERED)
  await settled()
  expect([told(siti), told(other), told(officer)]).toEqual([1, 0, 0])
})

it('everybody who gave the same address is told, each in their own chat', async () => {
  const husband = office.phone('husband')
  await register(husband, person(9, { email: SITI.email }))
  refuseNext()
  await register(siti, SITI)
  expect(await siti.hears(UNDELIVERED)).toContain('s•••@contoh.id')
  expect(await husband.hears(UNDELIVERED)).toContain('s•••@contoh.id')
})

it('what was refused for good is kept for the operator', async () => {
  refuseNext()
  await register(siti, SITI)
  await siti.hears(UNDELIVERED)
  const { unitOfWork } = office.open
  expect(
    await unitOfWork.run((tx) => tx.outbox.findMany({ where: { status: 2 }, select: { account: true, error: true } })),
  ).toEqual([{ account: 'mail', error: 'contact-stopped' }])
})

it('a mailbox that is full for now tells nobody anything yet', async () => {
  office.mail.fault = new SendError({ kind: 'retryable' })
  await register(siti, SITI)
  await settled()
  expect(office.mail.inbox(SITI.email)).toEqual([])
  office.time.pass(10_000)
  await office.until(() => office.mail.inbox(SITI.email)[0], 'the e-mail')
  expect(told(siti)).toBe(0)
})
