import { expect, it } from 'vitest'
import { SendError } from '../../bot/channels/channel.ts'
import type { RefusedMessage } from '../../bot/runtime/pump.ts'
import { openMachine } from './machine.ts'

it('a message that is refused for good has its consequence, once, even where the database fails meanwhile', async () => {
  const asked: RefusedMessage[] = []
  const done: unknown[] = []
  const { arrive, wire, quiet, flaky, time, observed } = await openMachine({
    handlers: {
      consequence: { attempts: 3, leaseMs: 1000, run: (payload) => Promise.resolve(void done.push(payload)) },
    },
    afterRefusal: (messages) => {
      asked.push(...messages)
      return messages.map(({ id, address, error }) => ({
        kind: 'consequence',
        key: `consequence:${id}`,
        payload: { address, error },
      }))
    },
  })
  wire.behave = () => {
    // The commit that would note the refusal fails.
    flaky.failing = 2
    return Promise.reject(new SendError({ kind: 'final', code: 'bad-address' }))
  }
  await arrive('a', 'halo')
  for (let n = 0; n < 10; n++) {
    await quiet()
    time.pass(1000)
  }
  expect(observed.sends).toEqual(['dead'])
  expect(observed.failures).toHaveLength(2)
  expect(asked.at(-1)).toMatchObject({ account: 'wire', address: 'a', error: 'bad-address' })
  expect(done).toEqual([{ address: 'a', error: 'bad-address' }])
})

it('a message that is only late has none', async () => {
  const asked: RefusedMessage[] = []
  const { arrive, wire, quiet, time, observed } = await openMachine({
    afterRefusal: (messages) => {
      asked.push(...messages)
      return []
    },
  })
  let tries = 0
  wire.behave = () => (++tries === 1 ? Promise.reject(new SendError({ kind: 'retryable' })) : Promise.resolve())
  await arrive('a', 'halo')
  await quiet()
  time.pass(1000)
  await quiet()
  expect(observed.sends).toEqual(['later', 'sent'])
  expect(asked).toEqual([])
})
