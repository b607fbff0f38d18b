import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseConfig } from '../../bot/config.ts'
import { openLoket } from '../../bot/loket.ts'
import { systemClock } from '../../bot/runtime/clock.ts'
import { createLogger } from '../../bot/runtime/log.ts'
import { systemRandom } from '../../bot/runtime/random.ts'
import { systemScheduler } from '../../bot/runtime/scheduler.ts'
import { PhoneNetwork } from '../../test/support/phone-network.ts'
import { quantile, type Run } from '../measurement.ts'
import { cardPhotos } from './documents.ts'

/** Between two looks at the event loop, ms; it is late by as much as something blocks it. */
const RESOLUTION = 10
/** The longest stretch of CPU time that this thread took between two ticks of a timer, ms: what blocks it whatever else runs. */
function watchThread(): () => number {
  let [longest, before] = [0, process.threadCpuUsage()]
  const timer = setInterval(() => {
    const now = process.threadCpuUsage()
    longest = Math.max(longest, (now.user + now.system - before.user - before.system) / 1000)
    before = now
  }, RESOLUTION)
  return () => {
    clearInterval(timer)
    return longest
  }
}

/** What is said while a photo is looked at. */
const WAIT = /periksa/i

/**
 * Citizens who begin their registration with a photo of their KTP, `load.chats` of them at once, each uploading as soon as
 * they may, through a whole counter in this process (platform in memory): the time from upload to verdict, and the longest
 * time for which the event loop was blocked meanwhile (by the clock, and by this thread's own CPU time). The first photos are not counted: they start the threads.
 */
export const run: Run = async (load) => {
  const phones = new PhoneNetwork()
  const config = { ...parseConfig({ LOKET_DATA: join(load.directory, 'data'), LOKET_SIMULATOR: 'off' }), port: 0 }
  const log = createLogger({ level: 'warn', destination: process.stderr })
  const parts = { config, log, clock: systemClock, random: systemRandom, scheduler: systemScheduler, channels: [phones] }
  const photos = (await cardPhotos('camera', load.chats)).map(({ jpeg }) => jpeg)
  const loket = await openLoket(parts)
  await loket.start()
  const waits: number[] = []
  let served = 0

  const hears = async (name: string, since: number, until: (text: string) => boolean) => {
    while (
      !phones
        .inbox(name)
        .slice(since)
        .some(({ text }) => until(text))
    )
      await new Promise((resolve) => setTimeout(resolve, 2))
  }
  const says = async (name: string, text: string) => {
    const since = phones.inbox(name).length
    await phones.deliver(name, { kind: 'text', text })
    await hears(name, since, () => true)
  }
  const registers = async (photo: Uint8Array): Promise<number> => {
    const name = `warga-${served++}`
    await says(name, 'daftar')
    await says(name, 'setuju')
    const since = phones.inbox(name).length
    const file = { ref: phones.upload(photo), as: 'photo', size: photo.length } as const
    const begun = performance.now()
    await phones.deliver(name, { kind: 'file', file })
    await hears(name, since, (text) => !WAIT.test(text))
    return performance.now() - begun
  }

  await Promise.all(photos.map(registers))
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION })
  loop.enable()
  const busiest = watchThread()
  await Promise.all(
    photos.map(async (photo) => {
      while (served < load.forms) waits.push(await registers(photo))
    }),
  )
  loop.disable()
  const busiestMs = busiest()
  const files = await loket.unitOfWork.run((tx) => tx.file.count({ where: { variant: 'photo' } }))
  if (files !== served) throw new Error(`${served} photos were sent, ${files} are kept`)
  await loket.stop()
  return {
    photos: waits.length,
    p50Ms: quantile(waits, 0.5),
    p95Ms: quantile(waits, 0.95),
    blockMs: loop.max / 1e6 - RESOLUTION,
    busiestMs,
    residentMb: process.memoryUsage().rss / 2 ** 20,
  }
}
