/**
 * Loaded before Loket, in its process (`node --import`): has it trust the fake WhatsApp as it trusts the real one, and has
 * its clock go faster. All else is as `npm start` runs it.
 */
import { isMainThread } from 'node:worker_threads'
import { systemClock } from '../../bot/runtime/clock.ts'
import { systemScheduler } from '../../bot/runtime/scheduler.ts'
import { fastClock, fastScheduler } from './fast-time.ts'

/** The environment variables that it takes. */
export const PRELOADED = {
  /** public key that vouches for WhatsApp's websocket, hex */
  root: 'BENCH_WHATSAPP_ROOT',
  /** `since,speed` as in `FastTime` */
  time: 'BENCH_TIME',
} as const

const { [PRELOADED.root]: root, [PRELOADED.time]: time } = process.env
if (isMainThread && root !== undefined && time !== undefined) {
  // What Loket itself starts does without.
  delete process.env['NODE_OPTIONS']
  const { WA_CERT_DETAILS } = await import('@whiskeysockets/baileys')
  WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(root, 'hex')
  const [since = 0, speed = 1] = time.split(',').map(Number)
  Object.assign(systemClock, fastClock({ since, speed }, { ...systemClock }))
  Object.assign(systemScheduler, fastScheduler({ since, speed }, { ...systemScheduler }))
}
