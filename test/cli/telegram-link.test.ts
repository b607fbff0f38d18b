import { expect, it, onTestFinished, vi } from 'vitest'
import { FakeBotApi } from '../fakes/bot-api/fake-bot-api.ts'
import { dataFolder, runCli } from './run-cli.ts'

// The command is a process of its own: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000 })

it('an invitation comes with a link to the bot, or says why there is none', async () => {
  const api = await FakeBotApi.open({ now: () => 0 })
  onTestFinished(() => api.close())
  vi.stubEnv('TELEGRAM_BOT_TOKEN', api.token)
  vi.stubEnv('TELEGRAM_API_ROOT', api.root)
  const folder = await dataFolder()
  const invite = () => runCli(folder, 'officer', 'invite', '--agency', 'sintren', '--role', 'verifikator')
  const { code, out, err } = await invite()
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const [first = '', second] = out.split('\n')
  const invitation = first.slice(0, 13)
  expect(invitation).toMatch(/^PTG-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  expect(second).toBe(`https://t.me/LoketUjiBot?start=${invitation}`)
  api.faults.next('getMe', { is: 'refused', status: 401, description: 'Unauthorized' })
  const without = await invite()
  expect(without.code).toBe(0)
  expect(without.out).toMatch(/^PTG-.*\nTelegram did not say what the bot is called.*type the code\.\n$/)
  expect(without.out + without.err).not.toContain(api.token)
})
