import type { Clock, Random } from '../flows/ports.ts'
import { ChannelAuth } from '../storage/channel-auth.ts'
import { tell } from '../storage/domain/notices.ts'
import { officersWhoMay } from '../storage/domain/officers.ts'
import { taskQuotedBy } from '../storage/domain/quoted-task.ts'
import type { DomainParts } from '../storage/domain/scope.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'
import type { Channel } from './channels/channel.ts'
import type { Trouble } from './channels/whatsapp-linked/disconnects.ts'
import { ACCOUNT } from './channels/whatsapp-linked/linking.ts'
import { WhatsappLinkedChannel } from './channels/whatsapp-linked/whatsapp-linked-channel.ts'
import type { Log } from './runtime/log.ts'
import type { Scheduler } from './runtime/scheduler.ts'
import type { Metrics } from './web/metrics.ts'
import type { WhatsappLinkedConfig } from './whatsapp-linked-settings.ts'

const DAY = 86_400_000

interface WhatsappLinkedNeeds {
  readonly settings: WhatsappLinkedConfig
  readonly domain: DomainParts
  readonly unitOfWork: UnitOfWork
  readonly log: Log
  readonly clock: Clock
  readonly random: Random
  readonly scheduler: Scheduler
  readonly metrics: Pick<Metrics, 'channelTrouble'>
  /** the inbox has changed beside the pump */
  changed(): void
}

/** Makes the channel of the ordinary WhatsApp account that Loket is linked to. */
export function openWhatsappLinked(needs: WhatsappLinkedNeeds): Channel {
  const { settings, domain, unitOfWork, log, clock, random, scheduler, metrics, changed } = needs
  const { store, sealer, agency } = domain
  const account = new ChannelAuth(ACCOUNT, { unitOfWork, sealer, clock, random })

  // Those who watch over the office's promises hear of it, once a day for each kind.
  async function alert(trouble: Trouble): Promise<void> {
    const now = clock.now()
    await unitOfWork.run(async (tx) => {
      const officers = await officersWhoMay({ tx, agency }, 'escalation')
      const key = `${trouble}:${Math.floor(now / DAY)}`
      const notices = officers.map(({ conversation }) => ({ conversation, notice: 'channel-trouble', key, data: { trouble } }))
      await tell({ tx, store, now }, notices)
    })
    changed()
  }

  return new WhatsappLinkedChannel({
    account,
    settings,
    log,
    scheduler,
    random,
    staff: {
      taskOf: (address, quoted) =>
        unitOfWork.run((tx) => taskQuotedBy(tx, { store, sealer }, { account: ACCOUNT, address }, quoted)),
    },
    alert: (trouble) => {
      log.error({ account: ACCOUNT, reason: trouble }, 'the WhatsApp account is in trouble: see docs/whatsapp-linked.md')
      metrics.channelTrouble(ACCOUNT, trouble)
      alert(trouble).catch((error: unknown) => log.warn({ account: ACCOUNT, error }, 'the officers could not be told'))
    },
  })
}
