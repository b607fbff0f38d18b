import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { parseConfig } from '../../bot/config.ts'
import { openLoket } from '../../bot/loket.ts'
import { systemClock } from '../../bot/runtime/clock.ts'
import { createLogger } from '../../bot/runtime/log.ts'
import { systemRandom } from '../../bot/runtime/random.ts'
import { FakeWhatsApp } from '../fakes/whatsapp/fake-whatsapp.ts'
import { VirtualTime } from '../support/virtual-time.ts'
import { dataFolder, runCli } from './run-cli.ts'

const LAUNCH = join(import.meta.dirname, '../../bot/launch.mjs')

async function openWhatsapp() {
  const whatsapp = await FakeWhatsApp.open({ now: () => systemClock.now() })
  onTestFinished(() => whatsapp.close())
  vi.stubEnv('WHATSAPP_BAILEYS', 'on')
  vi.stubEnv('WHATSAPP_WS_URL', whatsapp.url)
  return { whatsapp, folder: await dataFolder() }
}

/** Runs `whatsapp link` and calls `seen` with all that it has printed, whenever it prints. */
function runLink(folder: string, args: readonly string[], seen: (out: string, stop: () => void) => void): Promise<string> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', LAUNCH, 'cli', 'whatsapp', 'link', ...args], {
    env: { ...process.env, NODE_ENV: 'development', LOKET_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout.on('data', (text: Buffer) => {
    out += text.toString()
    seen(out, () => child.kill())
  })
  return new Promise((resolve) => void child.on('close', () => resolve(out)))
}

/** Types the code that a `link` shows on the owner's phone, once. */
function typing(whatsapp: FakeWhatsApp) {
  let isTyped = false
  return (out: string): void => {
    const code = /The code: ([A-Z\d]{8})/.exec(out)?.[1]
    if (code !== undefined && !isTyped) void vi.waitFor(() => whatsapp.type(code))
    isTyped ||= code !== undefined
  }
}

describe('loket whatsapp', () => {
  it('links beside a running counter, which goes on by itself, says how it stands, and has the counter unlink', async () => {
    const { whatsapp, folder } = await openWhatsapp()
    const time = new VirtualTime(systemClock.now())
    const lines: string[] = []
    const log = createLogger({ level: 'info', destination: { write: (line: string) => void lines.push(line) } })
    const settings = { LOKET_DATA: folder, LOKET_SIMULATOR: 'off', WHATSAPP_BAILEYS: 'on', WHATSAPP_WS_URL: whatsapp.url }
    const config = { ...parseConfig(settings), port: 0 }
    const loket = await openLoket({ config, log, clock: time, random: systemRandom, scheduler: time })
    await loket.start()
    onTestFinished(() => loket.stop())
    // The counter's time goes on while another process works, however long that takes: so it keeps its lease. Not ahead of
    // that one's: or the lease that `link` holds would seem to be over.
    const ticking = setInterval(() => time.pass(Math.max(0, systemClock.now() - time.now())), 200)
    onTestFinished(() => clearInterval(ticking))
    const eventually = (check: () => void) =>
      vi.waitFor(
        () => {
          time.pass(1000)
          check()
        },
        { timeout: 15_000, interval: 20 },
      )
    await eventually(() => expect(lines.join('')).toContain('no WhatsApp account is linked'))

    const out = await runLink(folder, ['--phone', '+62 811-0000-2222'], typing(whatsapp))
    expect(out).toContain('linked; a running counter goes on')
    await eventually(() => expect(lines.join('')).toContain('WhatsApp is connected'))
    const siti = whatsapp.person()
    await siti.says('halo')
    await eventually(() => expect(siti.inbox[0]?.text).toMatch(/Selamat datang/))

    expect((await runCli(folder, 'whatsapp', 'status')).out).toBe('linked: …2222, a counter uses it\n')
    expect(await runCli(folder, 'whatsapp', 'link')).toMatchObject({ code: 1, err: expect.stringContaining('unlink') as string })
    expect((await runCli(folder, 'whatsapp', 'unlink')).out).toContain('the running counter unlinks it')
    await eventually(() => expect(whatsapp.isLinked).toBe(false))
  }, 120_000)

  it('shows a QR in the terminal, and on a page of this machine that nobody can guess', async () => {
    const { folder } = await openWhatsapp()
    let page: Promise<readonly [string, number]> | undefined
    const out = await runLink(folder, [], (text, stop) => {
      const url = /http:\/\/127\.0\.0\.1:\d+\/[\w-]{24}/.exec(text)?.[0]
      if (url === undefined || page !== undefined || !text.includes('▄')) return
      page = Promise.all([
        fetch(url).then((answer) => answer.text()),
        fetch(new URL('/', url)).then(({ status }) => status),
      ]).finally(stop)
    })
    // lines of half blocks; how many stand side by side is chance
    expect(out).toMatch(/[▀▄█][▀▄█ ]{30}/)
    const [html, elsewhere] = (await page) ?? ['', 0]
    expect(html).toMatch(/<svg[^]*<path/)
    expect(elsewhere).toBe(404)
  }, 120_000)

  it('says what it needs', async () => {
    const folder = await dataFolder()
    expect(await runCli(folder, 'whatsapp', 'status')).toMatchObject({ code: 2, err: 'set WHATSAPP_BAILEYS=on first\n' })
    const { folder: other } = await openWhatsapp()
    expect((await runCli(other, 'whatsapp', 'link', '--phone', '0812')).code).toBe(2)
    expect(await runCli(other, 'whatsapp', 'unlink')).toMatchObject({ code: 1, err: 'no account is linked\n' })
    expect((await runCli(other, 'whatsapp', 'status')).out).toBe('not linked\n')
  }, 120_000)
})
