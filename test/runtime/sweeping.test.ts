import { expect, it } from 'vitest'
import { sweeping } from '../../bot/sweeping.ts'
import { VirtualTime } from '../support/virtual-time.ts'

const HOUR = 3_600_000

it('sweeps at the start and every six hours, goes on after a failure, and ends with what is under way', async () => {
  const time = new VirtualTime()
  const seen: string[] = []
  let finish = () => {}
  const slow = new Promise<void>((resolve) => (finish = resolve))
  const sweeps = sweeping(
    time,
    {
      files: async () => void seen.push('files'),
      rows: async () => {
        await (seen.includes('rows') ? slow : Promise.reject(new Error('locked')).finally(() => seen.push('rows')))
        seen.push('rows at last')
      },
    },
    (_error, task) => seen.push(`${task} failed`),
  )
  sweeps.start()
  await expect.poll(() => seen).toEqual(['files', 'rows', 'rows failed'])
  time.pass(6 * HOUR)
  await expect.poll(() => seen.length).toBe(4)
  const stopped = sweeps.stop().then(() => seen.push('stopped'))
  finish()
  await stopped
  expect(seen.slice(3)).toEqual(['files', 'rows at last', 'stopped'])
  time.pass(24 * HOUR)
  expect(seen).toHaveLength(6)
})
