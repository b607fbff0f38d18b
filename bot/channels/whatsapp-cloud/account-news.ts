import { z } from 'zod'
import type { AccountTrouble } from './failures.ts'

// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview: fields besides `messages`.

const change = z.object({ field: z.string(), value: z.object({ event: z.string() }) })
const news = z.object({ entry: z.array(z.object({ changes: z.array(z.unknown()) })) })

/** What an event of each field means; others (an approval, a higher limit) mean no trouble. */
const TROUBLES: Readonly<Record<string, Readonly<Record<string, AccountTrouble>>>> = {
  account_update: {
    ACCOUNT_DELETED: 'account-restricted',
    ACCOUNT_RESTRICTION: 'account-restricted',
    ACCOUNT_VIOLATION: 'account-restricted',
    DISABLED_UPDATE: 'account-restricted',
  },
  phone_number_quality_update: { DOWNGRADE: 'quality-low', FLAGGED: 'quality-low' },
  message_template_status_update: {
    DISABLED: 'template-refused',
    FLAGGED: 'template-refused',
    PAUSED: 'template-refused',
    REJECTED: 'template-refused',
  },
}

/** The troubles of the account that a webhook call tells of, each once. */
export function readAccountNews(body: unknown): readonly AccountTrouble[] {
  const changes = news.safeParse(body).data?.entry.flatMap((entry) => entry.changes) ?? []
  const troubles = changes.flatMap((one) => {
    const { data } = change.safeParse(one)
    const events = data !== undefined && Object.hasOwn(TROUBLES, data.field) ? TROUBLES[data.field] : undefined
    return (
      (data !== undefined && events !== undefined && Object.hasOwn(events, data.value.event) && events[data.value.event]) || []
    )
  })
  return [...new Set(troubles)]
}
