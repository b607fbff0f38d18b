import Fastify from 'fastify'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { registerWebhook } from '../../../bot/channels/telegram/webhook.ts'
import { byEachDriver } from './small-counter.ts'

byEachDriver((openChannel) => {
  const SECRET = 'the-secret-of-the-webhook'

  /** A channel whose updates come by webhook. */
  async function openWebhook() {
    const app = Fastify()
    onTestFinished(() => app.close())
    const url = 'http://127.0.0.1:1/telegram'
    const opened = await openChannel({ webhook: { url, secret: SECRET } })
    const counted: string[] = []
    const count = (outcome: string): void => void counted.push(outcome)
    registerWebhook(app, { secret: SECRET, take: (update) => opened.channel.take([update]), count })
    await opened.channel.start(opened.sink)
    const post = (body: unknown, secret: string | undefined = SECRET) =>
      app.inject({
        method: 'POST',
        url: '/telegram',
        headers: { 'content-type': 'application/json', ...(secret !== '' && { 'x-telegram-bot-api-secret-token': secret }) },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      })
    return { ...opened, app, post, counted }
  }

  const update = (id: number, text = 'halo') => ({
    update_id: id,
    message: {
      message_id: id,
      date: 1,
      chat: { id: 5, type: 'private', first_name: 'Siti' },
      from: { id: 5, is_bot: false, first_name: 'Siti' },
      text,
    },
  })

  describe('the webhook', () => {
    it('is told to Telegram with its secret', async () => {
      const { api } = await openWebhook()
      await vi.waitFor(() => expect(api.webhook.webhook).toEqual({ url: 'http://127.0.0.1:1/telegram', secret: SECRET }))
    })

    it('takes an update in and answers only then', async () => {
      const { sink, post, got } = await openWebhook()
      let taken = () => {}
      sink.mockImplementationOnce(async (arrivals) => {
        await new Promise<void>((resolve) => (taken = resolve))
        got.push(...arrivals)
      })
      const answer = post(update(1))
      let isAnswered = false
      void answer.then(() => (isAnswered = true))
      await vi.waitFor(() => expect(sink).toHaveBeenCalledTimes(1))
      await new Promise((resolve) => setImmediate(resolve))
      expect(isAnswered).toBe(false)
      taken()
      expect((await answer).statusCode).toBe(200)
      expect(got).toMatchObject([{ id: '1.1', address: '5', event: { text: 'halo' } }])
    })

    it('gives a repeated update the same id', async () => {
      const { post, got } = await openWebhook()
      await post(update(1))
      await post(update(1))
      expect(got[0]).toEqual(got[1])
    })

    it('asks for it again when it could not be kept, and when the counter is closed', async () => {
      const { sink, post, channel, counted } = await openWebhook()
      sink.mockRejectedValueOnce(new Error('the disk is full'))
      expect((await post(update(1))).statusCode).toBe(503)
      expect((await post(update(1))).statusCode).toBe(200)
      await channel.stop()
      expect((await post(update(2))).statusCode).toBe(503)
      expect(counted).toEqual(['not-now', 'update', 'not-now'])
    })

    it.each([
      ['none', ''],
      ['another', 'not-the-secret-of-the-hook'],
      ['a part of it', SECRET.slice(0, -1)],
      ['more than it', `${SECRET}x`],
      ['a huge one', 'x'.repeat(10_000)],
    ])('turns away who has no secret or a wrong one: %s', async (_what, secret) => {
      const { post, sink, counted } = await openWebhook()
      const answer = await post(update(1), secret)
      expect(answer.statusCode).toBe(401)
      expect(answer.body).toBe('')
      expect(sink).not.toHaveBeenCalled()
      expect(counted).toEqual(['wrong-secret'])
    })

    it('turns a wrong secret away before it looks at the body', async () => {
      const { post } = await openWebhook()
      expect((await post('x'.repeat(2 ** 20), 'wrong')).statusCode).toBe(401)
      expect((await post('{', 'wrong')).statusCode).toBe(401)
    })

    it.each([
      ['no JSON', '{"update_id": 1', 400],
      ['nothing', '', 400],
      ['another shape', '[1,2]', 400],
      ['no id', '{"message":{}}', 400],
      ['an id that is none', '{"update_id":"1; DROP TABLE Inbox"}', 400],
      ['a poisoned object', '{"update_id":1,"__proto__":{"x":1}}', 400],
      ['depth instead of an update', '['.repeat(100_000), 400],
      ['too much', JSON.stringify(update(1, 'x'.repeat(300_000))), 413],
    ])('takes no %s', async (_what, body, status) => {
      const { post, sink, counted } = await openWebhook()
      const answer = await post(body)
      expect([answer.statusCode, answer.body]).toEqual([status, ''])
      expect(sink).not.toHaveBeenCalled()
      expect(counted).toEqual([status === 413 ? 'too-large' : 'malformed'])
    })

    it('takes what it has no use for, so that it does not come again', async () => {
      const { post, sink } = await openWebhook()
      for (const body of [{ update_id: 1 }, { update_id: 2, message: null }, { update_id: 3, poll: {} }])
        expect((await post(body)).statusCode).toBe(200)
      expect(sink).not.toHaveBeenCalled()
    })
  })
})
