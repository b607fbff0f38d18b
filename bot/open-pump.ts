import type { Texts } from '../flows/text/texts.ts'
import type { Engine } from '../flows/engine/engine.ts'
import type { Clock, Ports } from '../flows/ports.ts'
import { createPorts } from '../storage/domain/ports.ts'
import { recognise } from '../storage/domain/recognise.ts'
import type { DomainParts } from '../storage/domain/scope.ts'
import { issueLink } from '../storage/links.ts'
import { afterLoss } from '../storage/lost-notices.ts'
import type { StoppedContacts } from '../storage/stopped-contacts.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'
import { afterRefusal } from './mail.ts'
import type { observers } from './observers.ts'
import type { Channels } from './open-channels.ts'
import type { Log } from './runtime/log.ts'
import { ChannelOutlet, CONTACT_STOPPED, type OutletParts } from './runtime/outlet.ts'
import { Pace, type Limits } from './runtime/pace.ts'
import { Pump } from './runtime/pump.ts'
import type { Scheduler } from './runtime/scheduler.ts'

/** A channel that plays a platform has no limits of its own. */
const UNLIMITED: Limits = { perSecond: Infinity, chatGapMs: 0 }

interface PumpNeeds {
  readonly engine: Engine<Ports>
  readonly texts: Texts
  readonly domain: DomainParts
  readonly unitOfWork: UnitOfWork
  readonly stoppedContacts: StoppedContacts
  readonly channels: Pick<Channels, 'all' | 'hasNoButtons'>
  readonly observe: ReturnType<typeof observers>
  readonly log: Log
  readonly clock: Clock
  readonly scheduler: Scheduler
  /** one-time links begin with it */
  readonly publicUrl: string
  /** opens what conversations send by an id */
  readonly openFile: OutletParts['openFile']
  /** jobs may be waiting */
  wakeJobs(): void
}

/** Makes the pump of this counter: its turns speak these conversations, its messages go out by these channels. */
export function openPump(needs: PumpNeeds): Pump<Ports> {
  const { engine, texts, domain, unitOfWork, stoppedContacts, channels, observe, clock, scheduler } = needs
  const { store, sealer, random, agency } = domain
  const pump = new Pump<Ports>({
    world: {
      engine,
      store,
      texts,
      clock,
      random,
      sealer,
      ports: (scope) => createPorts(domain, scope),
      recognise: (scope, silent) => recognise({ ...domain, ...scope }, silent),
      issueLink: async ({ tx, conversation, now }, { link }) => {
        const token = await issueLink(tx, domain, { ...link, agency: agency.id, conversation }, now)
        return `${needs.publicUrl}/l/${token}`
      },
      hasNoButtons: (account) => channels.hasNoButtons(account),
      observe: observe.turn,
    },
    store,
    unitOfWork,
    clock,
    scheduler,
    wakeJobs: () => needs.wakeJobs(),
    heard: (tx, conversations) => stoppedContacts.heard(tx, conversations),
    refused: async (tx, messages, now) => {
      const lost = messages.map(({ id, error }) => ({ id, stopped: error === CONTACT_STOPPED }))
      await store.enqueue(tx, [...afterRefusal(messages), ...(await afterLoss(tx, stoppedContacts, lost, now))], now)
    },
    failed: (error) => needs.log.error({ error }, 'a batch of turns could not be committed'),
  })
  for (const channel of channels.all) {
    const pace = new Pace(channel.limits ?? UNLIMITED, clock, scheduler)
    pump.attach(new ChannelOutlet(channel, { clock, random, pace, openFile: needs.openFile, observe: observe.send }))
  }
  return pump
}
