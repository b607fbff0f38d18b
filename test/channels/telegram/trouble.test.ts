import { inspect } from 'node:util'
import { GrammyError, HttpError } from 'grammy'
import { TelegramError } from 'telegraf'
import { describe, expect, it, vi } from 'vitest'
import { Pace } from '../../../bot/runtime/pace.ts'
import { startLink } from '../../../bot/channels/telegram/start-link.ts'
import { byEachDriver } from './small-counter.ts'

byEachDriver((openChannel) => {
  const MINUTE = 60_000

  describe('the operator is told', () => {
    it('that the token is wrong; it is not tried in a hurry', async () => {
      const { api, time, channel, sink, logLines, troubles } = await openChannel({
        token: '88123456:AAHk3-anotherToken_thatIsNotTheBots012345',
      })
      await channel.start(sink)
      await vi.waitFor(() => expect(logLines.join('')).toMatch(/"level":"error".*401.*Telegram does not know this bot/))
      expect(troubles).toEqual(['bot-unknown'])
      time.pass(4 * MINUTE)
      await new Promise((resolve) => setImmediate(resolve))
      expect(logLines.filter((line) => line.includes('does not know'))).toHaveLength(1)
      time.pass(2 * MINUTE)
      await vi.waitFor(() => expect(logLines.filter((line) => line.includes('does not know'))).toHaveLength(2))
      expect(api.calls).toEqual([])
    })

    it('that another program takes the messages of the same bot', async () => {
      const { api, start, make, sink, logLines, troubles } = await openChannel()
      await start()
      const second = make()
      await second.start(sink)
      await vi.waitFor(() => expect(logLines.join('')).toMatch(/"level":"error".*409.*another program takes the messages/))
      await second.stop()
      expect(troubles[0]).toBe('bot-elsewhere')
      expect(api.count('getUpdates')).toBeLessThan(5)
    })

    it('that the token was revoked, when nothing but sending shows it', async () => {
      const { api, channel, troubles } = await openChannel()
      api.faults.next('sendMessage', { is: 'refused', status: 401, description: 'Unauthorized' })
      await expect(channel.send('5000001', { key: '1', text: 'x' })).rejects.toMatchObject({ failure: { kind: 'account-down' } })
      expect(troubles).toEqual(['bot-unknown'])
    })

    it('that Telegram is not reached, and nothing fails because of it', async () => {
      const { time, channel, sink, logLines } = await openChannel({ apiRoot: 'http://127.0.0.1:9' })
      await channel.start(sink)
      await vi.waitFor(() => expect(logLines.join('')).toMatch(/"level":"warn".*something is not reached/))
      time.pass(MINUTE)
      await channel.stop()
    })

    it('once it goes: commands and menu are set in both languages, the same at every start', async () => {
      const { api, channel, start, make, sink, logLines } = await openChannel()
      await start()
      await vi.waitFor(() => expect(api.count('setChatMenuButton')).toBe(1))
      const first = new Map(api.commands)
      expect([...first.keys()]).toEqual(['', 'en'])
      expect(first.get('')).toContainEqual({ command: 'daftar', description: 'id telegram-command-register' })
      expect(first.get('en')).toContainEqual({ command: 'register', description: 'en telegram-command-register' })
      await channel.stop()
      const second = make()
      await second.start(sink)
      await vi.waitFor(() => expect(api.count('setChatMenuButton')).toBe(2))
      await second.stop()
      expect(new Map(api.commands)).toEqual(first)
      expect(logLines.join('')).toMatch(/Telegram is connected/)
    })

    it('that the commands were refused, while messages come all the same', async () => {
      const { api, start, arrivals, logLines } = await openChannel()
      api.faults.next('setMyCommands', { is: 'refused', status: 400, description: 'Bad Request: BOT_COMMAND_INVALID' })
      await start()
      api.person().says('halo')
      await arrivals(1)
      await vi.waitFor(() => expect(logLines.join('')).toContain('Telegram refused a call'))
    })
  })

  describe('the token', () => {
    it('is in no error and in no log line, whatever fails', async () => {
      const { api, time, start, channel, sink, arrivals, log, logLines } = await openChannel()
      await start()
      const siti = api.person()
      siti.says('halo')
      await arrivals(1)
      const errors: unknown[] = []
      const caught = async (work: Promise<unknown>) => errors.push(await work.catch((error: unknown) => error))
      for (const is of ['cut', 'half-answered', 'gibberish'] as const) {
        api.faults.next('sendMessage', { is })
        await caught(channel.send(String(siti.id), { key: is, text: 'x' }))
        api.faults.next('getFile', { is })
        await caught(channel.fetch('x', 1))
      }
      for (const status of [400, 401, 403, 404, 409, 429, 500]) {
        api.faults.next('sendMessage', { is: 'refused', status, description: `refused for bot${api.token}` })
        await caught(channel.send(String(siti.id), { key: String(status), text: 'x' }))
      }
      siti.sendsPhoto(Buffer.from('foto'))
      const [, photo] = await arrivals(2)
      api.faults.next('file', { is: 'cut' })
      await caught(channel.fetch(photo?.event.kind === 'file' ? photo.event.file.ref : '', 100))
      await api.close()
      await caught(channel.send(String(siti.id), { key: 'gone', text: 'x' }))
      await caught(channel.fetch('x', 1))
      for (const error of errors) {
        log.warn({ error }, 'a message was not sent')
        expect(error).toBeInstanceOf(Error)
        for (const one of [GrammyError, HttpError, TelegramError]) expect(error).not.toBeInstanceOf(one)
        expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(api.token.split(':')[1])
      }
      sink.mockRejectedValue(new Error(`https://api.telegram.org/bot${api.token}/x`))
      time.pass(MINUTE)
      await channel.stop()
      expect(logLines.length).toBeGreaterThan(errors.length)
      expect(logLines.join('')).not.toContain(api.token.split(':')[1])
    })
  })

  describe('the pace', () => {
    it('lets a few messages go at once in a chat, then one a second', async () => {
      const { channel, time } = await openChannel()
      const pace = new Pace(channel.limits, time, time)
      const gone: number[] = []
      const begun = time.now()
      for (let n = 0; n < 7; n++) void pace.turn(1).then(() => gone.push(time.now() - begun))
      for (let ms = 0; ms < 5000; ms += 50) {
        await new Promise((resolve) => setImmediate(resolve))
        time.pass(50)
      }
      expect(gone.filter((at) => at < 200)).toHaveLength(4)
      expect(gone.slice(4).every((at, n) => at >= 1000 * (n + 1))).toBe(true)
    })

    it('sends no more than thirty a second to all together', async () => {
      const { channel, time } = await openChannel()
      const pace = new Pace(channel.limits, time, time)
      const begun = time.now()
      const gone: number[] = []
      for (let chat = 0; chat < 90; chat++) void pace.turn(chat).then(() => gone.push(time.now() - begun))
      for (let ms = 0; ms < 3000; ms += 20) {
        await new Promise((resolve) => setImmediate(resolve))
        time.pass(20)
      }
      for (let second = 0; second < 2; second++)
        expect(gone.filter((at) => at >= second * 1000 && at < (second + 1) * 1000).length).toBeLessThanOrEqual(31)
    })
  })

  describe('a link to the bot', () => {
    it('carries a word, by the name that the bot has', async () => {
      const { settings } = await openChannel()
      expect(await startLink(settings, 'PTG-7K3F-9QXZ')).toBe('https://t.me/LoketUjiBot?start=PTG-7K3F-9QXZ')
      await expect(startLink(settings, 'dua kata')).rejects.toThrow(/1 to 64/)
    })

    it('is not made when Telegram does not answer', async () => {
      const { api, settings } = await openChannel()
      api.faults.next('getMe', { is: 'cut' })
      expect(await startLink(settings, 'x')).toBeUndefined()
      expect(await startLink({ ...settings, token: '1:wrong' }, 'x')).toBeUndefined()
    })
  })
})
