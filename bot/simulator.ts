import type { FastifyInstance } from 'fastify'
import { SimulatorStore } from '../storage/simulator-store.ts'
import type { Sealer } from '../storage/vault/seal.ts'
import type { Random } from '../flows/ports.ts'
import type { Channel } from './channels/channel.ts'
import { Feed } from './channels/simulator/feed.ts'
import { MediaFolder } from './channels/simulator/media-folder.ts'
import { SimulatorChannel } from './channels/simulator/simulator-channel.ts'
import { SimulatorMail } from './channels/simulator/simulator-mail.ts'
import type { Config } from './config.ts'
import { seatDemo, type DemoParts } from './demo.ts'
import type { Log } from './runtime/log.ts'
import { registerSimulator } from './web/simulator/register-simulator.ts'

/** The phone simulator, put together. */
export interface Simulator {
  readonly channels: readonly Channel[]
  /** puts its page on the web server */
  serve(app: FastifyInstance): void
  /** gives a new installation its phones and officers */
  seat(): Promise<void>
}

interface SimulatorNeeds extends Omit<DemoParts, 'phones'> {
  readonly config: Config
  readonly log: Log
  readonly random: Random
  readonly sealer: Sealer
}

/** Makes the simulated platform: a chat channel, a mailbox where there is no mail server, and the page that shows both. */
export function openSimulator({ config, log: house, random, sealer, ...demo }: SimulatorNeeds): Simulator {
  const { unitOfWork, ids, clock } = demo
  const phones = new SimulatorStore({ work: unitOfWork, ids, clock, sealer })
  const media = new MediaFolder({ dataFolder: config.dataFolder, sealer, random })
  const feed = new Feed()
  const log = { warn: (about: object) => house.warn(about, 'the phone simulator had trouble') }
  const channel = new SimulatorChannel({ store: phones, media, feed, log })
  const mailElsewhere = config.mail !== undefined
  return {
    channels: mailElsewhere ? [channel] : [channel, new SimulatorMail({ store: phones, media, feed })],
    serve: (app) =>
      registerSimulator(app, { counter: demo.agency.name, mailElsewhere, channel, store: phones, media, feed, log }),
    seat: () => seatDemo({ ...demo, phones }),
  }
}
