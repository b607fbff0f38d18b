import { expect, it, onTestFinished } from 'vitest'
import { deadMessages } from '../../../storage/given-up.ts'
import { register, SITI } from '../../conversations/registering.ts'
import { FakeSmtp, type FakeSmtpOptions } from '../../fakes/smtp/fake-smtp.ts'
import type { ReceivedMail } from '../../fakes/smtp/received-mail.ts'
import { Office, type Phone } from '../../support/office.ts'
import { approveNewest, enrolOfficer } from '../../support/officers.ts'
import { linkIn, visit } from '../../support/page-visit.ts'

const LOGIN = { user: 'loket@kantor.example', password: 'rahasia server!' }
const FROM = 'Loket SINTREN <loket@kantor.example>'

/** A whole counter whose e-mail goes to a mail server. */
async function counter(server: FakeSmtpOptions = {}, password = LOGIN.password, extra: Record<string, string> = {}) {
  const smtp = await FakeSmtp.open(server)
  const login = server.login === undefined ? '' : `${encodeURIComponent(LOGIN.user)}:${encodeURIComponent(password)}@`
  const office = await Office.open({ SMTP_URL: `smtp://${login}127.0.0.1:${smtp.port}`, MAIL_FROM: FROM, ...extra })
  onTestFinished(async () => {
    await office.close()
    await smtp.close()
  })
  /** Waits for a mail; meanwhile the counter's time passes. */
  const mail = (subject: RegExp): Promise<ReceivedMail> =>
    office.until(() => {
      office.time.pass(1000)
      return smtp.mails.find((one) => subject.test(one.subject))
    }, `a mail ${subject}`)
  return { smtp, office, mail, siti: office.phone('siti'), officer: await enrolOfficer(office, 'Bu Ratna') }
}

const hasHeard = (phone: Phone, pattern: RegExp): boolean => phone.inbox.some(({ text }) => pattern.test(text))

it('sends what is for a mailbox: confirmation and activation link, with the office in the foot', async () => {
  const { mail, siti, officer, office, smtp } = await counter({ login: LOGIN })
  const number = await register(siti, SITI)
  const confirmation = await mail(/kami terima/)
  expect(confirmation).toMatchObject({ from: 'loket@kantor.example', to: [SITI.email] })
  expect(confirmation.headers.get('from')).toBe(FROM)
  expect(confirmation.text).toContain(number)
  expect(confirmation.text).toMatch(/-- \nSINTREN · Disdukcapil Kabupaten Pekalongan[^]*PETUGAS[^]*layanan@sintren\.example/)
  await approveNewest(officer)
  const activation = await mail(/Aktivasi/)
  const path = linkIn(activation.text)
  expect(activation.html).toContain(`${path}"`)
  expect((await visit(office, path)).status).toBe(200)
  // Neither names nor numbers of the person, and no link but the one.
  for (const { raw, text, html } of smtp.mails) {
    for (const datum of [SITI.nik, SITI.name, SITI.kk, SITI.phone, SITI.mother]) expect(`${text}${html}`).not.toContain(datum)
    expect(raw).not.toMatch(/<img|<script|http-equiv|url\(/i)
    expect(new Set(html.match(/href="[^"]*"/g) ?? []).size).toBeLessThanOrEqual(1)
  }
})

it('logs neither the address, nor the link, nor the server’s password, whatever happens', async () => {
  const { mail, siti, officer, office, smtp } = await counter({ login: LOGIN })
  smtp.next({ at: 'to', status: 451, text: `4.7.1 <${SITI.email}> greylisted` })
  await register(siti, SITI)
  await mail(/kami terima/)
  await approveNewest(officer)
  const path = linkIn((await mail(/Aktivasi/)).text)
  smtp.next({ at: 'login', status: 535, text: `5.7.8 ${LOGIN.password} is wrong` })
  await office.stop()
  const log = office.logLines.join('')
  expect(log).toContain('"outcome":"later"')
  const secrets = [
    SITI.email,
    'siti@',
    'contoh.id',
    path,
    path.slice(3),
    LOGIN.password,
    encodeURIComponent(LOGIN.password),
    LOGIN.user,
  ]
  for (const secret of secrets) expect(log).not.toContain(secret)
})

it('a mail that is greylisted arrives after all, once', async () => {
  const { mail, siti, smtp, office } = await counter()
  smtp.next({ at: 'to', status: 451, text: '4.7.1 Greylisted, try later' }, 3)
  await register(siti, SITI)
  await mail(/kami terima/)
  office.time.pass(3_600_000)
  expect(smtp.mails).toHaveLength(1)
  expect(await office.open.unitOfWork.run(deadMessages)).toEqual([])
})

it('a mail whose acceptance was not heard is sent again under the same Message-ID', async () => {
  const { siti, smtp, office } = await counter()
  smtp.next({ at: 'end', is: 'cut' })
  await register(siti, SITI)
  await office.until(() => {
    office.time.pass(1000)
    return smtp.mails.length > 1 ? true : undefined
  }, 'the second copy')
  const ids = smtp.mails.map(({ headers }) => headers.get('message-id'))
  expect(new Set(ids).size).toBe(1)
})

it('a refused recipient is told in the chat, and listed for the operator', async () => {
  const { siti, smtp, office } = await counter()
  smtp.next({ at: 'to', status: 550, text: `5.1.1 <${SITI.email}>: user unknown` })
  await register(siti, SITI)
  await siti.hears(/E-mail kami tidak sampai/)
  expect(await office.open.unitOfWork.run(deadMessages)).toMatchObject([
    { account: 'mail', attempts: 1, error: 'contact-stopped' },
  ])
  const { body } = await office.open.app.inject({ url: '/metrics' })
  expect(body).toMatch(/loket_outbox_sends_total\{account="mail",outcome="dead"\} 1\b/)
  expect(office.logLines.join('')).not.toContain(SITI.email)
})

it('a login that is refused holds mail back until it is put right, and tells nobody', async () => {
  const { siti, smtp, office } = await counter({ login: LOGIN }, 'salah')
  await register(siti, SITI)
  await office.until(() => {
    office.time.pass(60_000)
    return smtp.logins.length > 25 ? true : undefined
  }, 'many tries')
  expect([smtp.mails.length, await office.open.unitOfWork.run(deadMessages)]).toEqual([0, []])
  expect(hasHeard(siti, /E-mail kami tidak sampai/)).toBe(false)
})

it('has the mailbox also while the phone simulator runs', async () => {
  const { mail, siti, office } = await counter({}, '', { LOKET_SIMULATOR: 'on' })
  await register(siti, SITI)
  await mail(/kami terima/)
  expect(await office.open.unitOfWork.run((tx) => tx.simulatorMail.count())).toBe(0)
})

it('without a mail server says so once, gives mail up with the reason, and blames nobody’s address', async () => {
  const office = await Office.open({ SMTP_URL: '' })
  onTestFinished(() => office.close())
  const siti = office.phone('siti')
  await register(siti, SITI)
  await office.until(() => office.logLines.find((line) => line.includes('"outcome":"dead"')), 'the mail is given up')
  office.time.pass(1000)
  await expect
    .poll(() => office.open.unitOfWork.run(deadMessages))
    .toMatchObject([{ account: 'mail', attempts: 1, error: 'no-mail-server' }])
  expect(office.logLines.filter((line) => line.includes('"reason":"no-mail-server"'))).toHaveLength(1)
  office.time.pass(60_000)
  for (let turns = 0; turns < 300; turns++) await new Promise((resolve) => setImmediate(resolve))
  expect(hasHeard(siti, /E-mail kami tidak sampai/)).toBe(false)
})
