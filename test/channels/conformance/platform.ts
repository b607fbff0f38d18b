import type { Config } from '../../../bot/config.ts'

/** A message of the counter as a person sees it. */
export interface Seen {
  readonly id: string
  readonly text: string
  readonly labels: readonly string[]
  readonly file: { readonly name: string; readonly bytes: Buffer } | undefined
  /** the same for files that came together as one message; absent where this one came alone */
  readonly album?: string
  /** cannot be forwarded or saved */
  readonly isProtected: boolean
}

/** Somebody with the platform's app. */
export interface Someone {
  /** what the counter has sent, oldest first */
  readonly inbox: readonly Seen[]
  /** the texts that this person has sent and that are still in the chat */
  readonly own: readonly string[]
  says(text: string): Promise<void>
  /** answers a message, quoting it */
  quotes(message: Seen, text: string): Promise<void>
  /** presses the newest button with this label */
  taps(label: string): Promise<void>
  sendsPhoto(bytes: Buffer): Promise<void>
  sendsDocument(bytes: Buffer, name: string, mime: string): Promise<void>
  /** can be reached no more: has blocked the counter, has thrown the phone away */
  leaves(): Promise<void>
}

/** What only some platforms have, or only some fakes can do. */
export interface Extras {
  /** sends files together */
  album(person: Someone, photos: readonly Buffer[]): Promise<void>
  /** changes the last text sent */
  edit(person: Someone, text: string): Promise<void>
  /** says it, and the platform delivers it twice */
  duplicate(person: Someone, text: string): Promise<void>
  /** shares the own phone number with the platform's own button */
  shareNumber(person: Someone): Promise<void>
  /** claims to have pressed a button of somebody else's message */
  forge(person: Someone, message: Seen, label: string): Promise<void>
  /** can be reached again, after having left */
  comesBack(person: Someone): Promise<void>
  /** opens the chat by a link that carries a word */
  openByLink(person: Someone, word: string): Promise<void>
  /** the next download of a file ends half-way */
  breakDownload(): void
  /** the next `times` messages are refused for now; the counter is to wait so many seconds */
  throttle(times: number, seconds: number): void
  /** the next message is refused for good */
  refuseNext(): void
  /** from now on the platform does not hear that an update was taken, until the counter starts again */
  loseAcknowledgements(): void
}

/** A platform that the counter is tried on: the real adapter on one side, people on the other. */
export interface Platform {
  /** the channel's account, as in `Channel.account` */
  readonly account: string
  /** what the counter has to be told to be on it */
  readonly settings: Readonly<Record<string, string>>
  readonly extras: Partial<Extras>
  /** files that are sent together come as one message; else one by one */
  readonly hasAlbums?: true
  /** what must never be in a log */
  readonly secrets: readonly string[]
  /** what is to be done on the counter's folder before it opens: an account is linked */
  prepare?(config: Config): Promise<void>
  someone(name: string): Promise<Someone>
  /** The counter has opened, at this port, or is closing. */
  opened(port: number): Promise<void>
  closing(): void
  /** how many times the counter has called the platform; undefined when it needs no calls */
  calls(): number | undefined
  close(): Promise<void>
}

/** A kind of platform. */
export interface PlatformKind {
  open(now: () => number): Promise<Platform>
}
