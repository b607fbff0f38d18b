import type { Clock, Random } from '../flows/ports.ts'
import { ChannelAuth } from '../storage/channel-auth.ts'
import { taskQuotedBy } from '../storage/domain/quoted-task.ts'
import type { DomainParts } from '../storage/domain/scope.ts'
import { releaseAccount } from '../storage/late-sends.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'
import type { Alert } from './channel-alerts.ts'
import type { Channel } from './channels/channel.ts'
import { LASTING } from './channels/whatsapp-linked/acquaintances.ts'
import { ACCOUNT } from './channels/whatsapp-linked/linking.ts'
import { WhatsappLinkedChannel } from './channels/whatsapp-linked/whatsapp-linked-channel.ts'
import { lateNews, type LateParts } from './late-failures.ts'
import type { Log } from './runtime/log.ts'
import type { Scheduler } from './runtime/scheduler.ts'
import type { WhatsappLinkedConfig } from './whatsapp-linked-settings.ts'

interface WhatsappLinkedNeeds {
  readonly settings: WhatsappLinkedConfig
  readonly domain: DomainParts
  readonly unitOfWork: UnitOfWork
  readonly log: Log
  readonly clock: Clock
  readonly random: Random
  readonly scheduler: Scheduler
  readonly stoppedContacts: LateParts['stoppedContacts']
  readonly alert: Alert
  /** the outbox has changed beside the pump */
  changed(): void
}

/** Makes the channel of the ordinary WhatsApp account that Loket is linked to. */
export function openWhatsappLinked(needs: WhatsappLinkedNeeds): Channel {
  const { settings, domain, unitOfWork, log, clock, random, scheduler, stoppedContacts, alert, changed } = needs
  const { store, sealer } = domain
  const account = new ChannelAuth(ACCOUNT, { unitOfWork, sealer, clock, random, lasting: LASTING })

  // What has waited for the connection need not wait until its next try.
  async function release(): Promise<void> {
    if (await unitOfWork.run((tx) => releaseAccount(tx, ACCOUNT))) changed()
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
    ...lateNews(ACCOUNT, { store, stoppedContacts, unitOfWork, clock, changed }),
    alert: (trouble) => {
      log.error({ account: ACCOUNT, reason: trouble }, 'the WhatsApp account is in trouble: see docs/whatsapp-linked.md')
      alert(ACCOUNT, trouble)
    },
    connected: () => {
      release().catch((error: unknown) => log.warn({ account: ACCOUNT, error }, 'what waits is sent a little later'))
    },
  })
}
