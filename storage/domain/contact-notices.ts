import { openObject } from './columns.ts'
import { chatsOf } from './contacts.ts'
import { profileText } from './form.ts'
import { mailbox, tell } from './notices.ts'
import type { Desk } from './scope.ts'

/** What a person is told of the chats and the number that are theirs, in the chat and (`mail-…`) in the mailbox. */
export type ContactNotice = 'chat-released' | 'chat-linked' | 'chat-added' | 'chat-removed' | 'number-taken'

/** Tells a person something in every chat that is theirs but `except`, and in the mailbox. */
export async function tellElsewhere(desk: Desk, person: string, notice: ContactNotice, except: number | null): Promise<void> {
  const key = `${person}:${desk.now}`
  const chats = (await chatsOf(desk, person)).filter((conversation) => conversation !== except)
  await tell(
    desk,
    chats.map((conversation) => ({ conversation, notice, key, data: {} })),
  )
  await tellByMail(desk, person, `mail-${notice}`, key)
}

/** Tells a person something in the mailbox, if they have given one. */
export async function tellByMail(
  desk: Desk,
  person: string,
  notice: `mail-${ContactNotice | 'phone-changed'}`,
  key: string,
): Promise<void> {
  const { tx, sealer, agency } = desk
  const { profile } = await tx.person.findUniqueOrThrow({ where: { id: person }, select: { profile: true } })
  const email = profileText(agency, openObject(sealer, profile, 'person.profile'), 'email')
  if (email !== undefined) await tell(desk, [{ conversation: await mailbox(desk, email), notice, key, data: {} }])
}
