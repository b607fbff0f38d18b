import { isJidGroup, isLidUser, isPnUser, jidDecode, jidNormalizedUser, type WAMessageKey } from '@whiskeysockets/baileys'

/** Who has written, as far as WhatsApp tells. */
export interface Sender {
  /** the LID, which stays the same; the phone number's address where WhatsApp knows no LID */
  readonly address: string
  /** E.164; absent when WhatsApp does not tell */
  readonly phone?: string
  /** the number did not come with the message: it is what WhatsApp told some time before */
  readonly isRemembered?: true
  /** the LID, where the address is the phone number's, which may come to somebody else */
  readonly identity?: string
  /** written in a group, not to us */
  readonly isInGroup: boolean
}

/** What WhatsApp knows about whose LID and whose number belong together. */
export interface LidMap {
  getPNForLID(lid: string): Promise<string | null>
  getLIDForPN(pn: string): Promise<string | null>
}

/**
 * The same under the address by which the number is known (`known`) where that was made of the number, because WhatsApp knew no
 * LID then: the chat stays one, and the LID tells who holds the number. Without the number, where that is only remembered and
 * somebody else has written from it since: nobody says of a number that came to another LID that the old one has it no more.
 */
export function atKnownAddress(sender: Sender, known: string | undefined): Sender {
  if (known === undefined || known === sender.address || !isLidUser(sender.address)) return sender
  if (isPnUser(known)) return { ...sender, address: known, identity: sender.address }
  if (sender.isRemembered !== true) return sender
  const { address, isInGroup } = sender
  return { address, isInGroup }
}

/** Who has written a message; undefined when it was we ourselves, or nobody who can be answered. */
export async function senderOf(key: WAMessageKey, map: LidMap): Promise<Sender | undefined> {
  const isInGroup = isJidGroup(key.remoteJid ?? undefined) === true
  const [jid, other] = isInGroup ? [key.participant, key.participantAlt] : [key.remoteJid, key.remoteJidAlt]
  if (key.fromMe || !jid) return undefined
  const known = [jid, other ?? '']
  const lid = known.find((one) => isLidUser(one))
  const pn = known.find((one) => isPnUser(one))
  if (lid === undefined && pn === undefined) return undefined
  const [address, number] = await Promise.all([
    lid ?? map.getLIDForPN(jidNormalizedUser(pn)),
    pn ?? map.getPNForLID(jidNormalizedUser(lid)),
  ])
  const phone = phoneOf(number)
  const told = phone !== undefined && { phone, ...(pn === undefined && { isRemembered: true as const }) }
  return { address: jidNormalizedUser(address ?? pn), isInGroup, ...told }
}

/** The phone number in an address; a LID's digits are none. */
function phoneOf(jid: string | null): string | undefined {
  const digits = jid !== null && isPnUser(jid) ? jidDecode(jid)?.user : undefined
  return digits !== undefined && /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : undefined
}
