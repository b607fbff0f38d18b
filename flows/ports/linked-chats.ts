/** How people call a platform. */
export type ChannelName = 'whatsapp' | 'telegram' | 'simulator' | 'other'

/** A code that links another chat, and how it gets there. */
export type LinkOffer =
  | {
      readonly outcome: 'code'
      /** six digits */
      readonly code: string
      readonly minutes: number
      /** links that open our chat on another channel with the right words */
      readonly ways: readonly { readonly channel: ChannelName; readonly link: string }[]
    }
  /** nobody is logged in; so many codes were asked for; so many chats are theirs already */
  | { readonly outcome: 'login' | 'too-many' | 'full' }

/** Why a chat is not linked. `others`: it is another person's, or somebody waits there for a decision. */
export type LinkRefusal = 'wrong' | 'too-many' | 'others' | 'already' | 'full'

/** A chat of whoever is logged in. */
export type LinkedChat = {
  /** names it, for `prefer` and `unlink` */
  readonly ref: string
  readonly channel: ChannelName
  /** the last four digits of its number; null when it is not known */
  readonly digits: string | null
  /** since when it is theirs, and when they last wrote there (null = never); ms since 1970 */
  readonly since: number
  readonly heardAt: number | null
  /** it is this one */
  readonly here: boolean
  /** where notices go at the moment */
  readonly first: boolean
  /** they chose it for their notices */
  readonly preferred: boolean
  /** they have blocked us there, or what we send does not arrive */
  readonly unreachable: boolean
}

/** The chats of one person, on several phones and platforms. */
export interface LinkedChatPorts {
  /** Makes a code for whoever is logged in here, to be typed in another chat of theirs. */
  offer(): Promise<LinkOffer>
  /** Whose code it is that is typed here: their name, masked. Wrong ones are counted, by chat and over all. */
  look(code: string): Promise<{ readonly outcome: 'found'; readonly name: string } | { readonly outcome: LinkRefusal }>
  /** Makes this chat theirs; it is not logged in by that. Both chats and the mailbox are told. */
  link(code: string): Promise<'linked' | LinkRefusal>
  /** The chats of whoever is logged in here, in the order in which they are told something; null when nobody is. */
  mine(): Promise<readonly LinkedChat[] | null>
  /** Has notices sent to this one first; false when it is not theirs (any more), or nobody is logged in. */
  prefer(ref: string): Promise<boolean>
  /**
   * Lets a chat go that is lost: its login ends, nothing is shown there any more, the others are told. `phone`: the account's
   * number went with it. Null when it is not theirs (any more), or nobody is logged in.
   */
  unlink(ref: string): Promise<{ readonly phone: boolean; readonly left: number; readonly here: boolean } | null>
}
