import type { JsonObject } from '../../flows/engine/json.ts'
import { chatsOf } from './contacts.ts'
import { profileText } from './form.ts'
import type { Desk } from './scope.ts'

/** Where a person is reached: chats that are surely theirs, and their mail address. */
export interface Reach {
  readonly chats: readonly number[]
  readonly email: string | undefined
}

/**
 * The chats that are a person's own, and the mail address. Own are those bound to the person, and those that are
 * nobody's and whose platform vouches for the registered phone number.
 */
export async function reachOf(desk: Pick<Desk, 'tx' | 'sealer' | 'agency'>, person: string, profile: JsonObject): Promise<Reach> {
  const { tx, sealer, agency } = desk
  const phone = profileText(agency, profile, 'phone')
  const unbound =
    phone === undefined
      ? []
      : await tx.contact.findMany({
          where: { personId: null, phoneIndex: sealer.index(phone, 'phone'), provenAt: { not: null } },
          select: { conversationId: true },
          orderBy: { id: 'asc' },
        })
  const chats = [...(await chatsOf(desk, person)), ...unbound.map(({ conversationId }) => Number(conversationId))]
  return { chats: [...new Set(chats)], email: profileText(agency, profile, 'email') }
}
