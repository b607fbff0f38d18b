import { expect, it, onTestFinished, vi } from 'vitest'
import { FakeSmtp } from '../fakes/smtp/fake-smtp.ts'
import { dataFolder, runCli } from './run-cli.ts'

// Every command is a process of its own: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 })

const TO = 'it@kantor.example'
const LOGIN = { user: 'loket', password: 'rahasia' }

/** A mail server, and the settings that name it. */
async function server(): Promise<FakeSmtp> {
  const smtp = await FakeSmtp.open({ login: LOGIN })
  onTestFinished(() => smtp.close())
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('SMTP_URL', `smtp://${LOGIN.user}:${LOGIN.password}@127.0.0.1:${smtp.port}`)
  vi.stubEnv('MAIL_FROM', 'Loket <loket@kantor.example>')
  return smtp
}

it('a test mail is sent, or it is said what is wrong and what to do', async () => {
  const smtp = await server()
  const folder = await dataFolder()
  const sent = await runCli(folder, 'mail', 'test', TO)
  expect(sent).toEqual({ code: 0, out: expect.stringContaining('the server has taken the mail'), err: '' })
  expect(smtp.mails).toMatchObject([{ to: [TO], subject: 'Kabar dari SINTREN' }])
  expect(smtp.mails[0]?.text).toMatch(/e-mail percobaan[^]*-- \nSINTREN/)

  smtp.next({ at: 'login', status: 535, text: '5.7.8 rahasia is wrong' })
  const refused = await runCli(folder, 'mail', 'test', TO)
  expect(refused.code).toBe(1)
  expect(refused.err).toMatch(/the server refuses the login: are user and password in SMTP_URL right/)
  expect(refused.err).not.toMatch(/rahasia|at .*\.ts:/)

  expect((await runCli(folder, 'mail', 'test', 'it@kantor')).err).toMatch(/refused for good \(invalid-address\)/)
  vi.stubEnv('SMTP_URL', '')
  vi.stubEnv('MAIL_FROM', '')
  expect((await runCli(folder, 'mail', 'test', TO)).err).toMatch(/SMTP_URL and MAIL_FROM are not set/)
})
