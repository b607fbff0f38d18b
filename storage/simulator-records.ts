/** In which column of the simulator a phone stands; nothing else follows from it. */
export type PhoneRole = 'citizen' | 'officer'

/** A phone of the simulator; its `id` is its chat address, `phone` its number in E.164. */
export interface SimulatorPhone {
  readonly id: string
  readonly name: string
  readonly role: PhoneRole
  readonly phone: string
}

/** A file in the simulator's media folder. */
export interface SimulatorFile {
  /** the media folder's random id */
  readonly id: string
  readonly name: string
  readonly mime: string
  /** bytes */
  readonly size: number
}

/** What can be typed, tapped or attached on a phone. `replyTo` is the id of the quoted message. */
export type TypedBody =
  | { readonly kind: 'text'; readonly text: string; readonly replyTo?: number }
  | { readonly kind: 'choice'; readonly id: string; readonly label: string; readonly replyTo: number }
  | {
      readonly kind: 'file'
      readonly as: 'photo' | 'document'
      readonly file: SimulatorFile
      readonly caption?: string
      /** the same for files that were sent together */
      readonly album?: string
      readonly replyTo?: number
    }

/** What Loket sent to a phone. */
export interface SentBody {
  readonly kind: 'sent'
  readonly text: string
  readonly buttons?: {
    readonly as: 'buttons' | 'list'
    readonly rows: readonly { readonly id: string; readonly label: string; readonly hint?: string }[]
  }
  readonly file?: SimulatorFile
  readonly protect?: boolean
}

/** A message taken out of the chat; nothing of it is kept. */
export interface DeletedBody {
  readonly kind: 'deleted'
}

/** A message of a phone, either way. */
export interface SimulatorMessage {
  readonly id: number
  readonly phoneId: string
  readonly direction: 'in' | 'out'
  readonly key: string
  readonly body: TypedBody | SentBody | DeletedBody
  /** of an `in` message: `pending` until Loket has it, then `received`; an `out` message is `sent` */
  readonly status: 'pending' | 'received' | 'sent'
  readonly at: number
}

/** An e-mail that Loket sent. */
export interface SimulatorMail {
  readonly id: number
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly file?: SimulatorFile
  readonly read: boolean
  readonly at: number
}

/** A page of a chat, oldest first; `more` tells that there are older messages. */
export interface ChatPage {
  readonly phoneId: string
  readonly messages: readonly SimulatorMessage[]
  readonly more: boolean
}

/** Everything a browser shows when it opens. */
export interface SimulatorSnapshot {
  readonly phones: readonly SimulatorPhone[]
  readonly chats: readonly ChatPage[]
  readonly mails: readonly SimulatorMail[]
}

/** What `sent` did: `orphans` are media ids that no message refers to any more. */
export interface SentResult {
  readonly message: SimulatorMessage
  readonly fresh: boolean
  readonly deleted?: SimulatorMessage
  readonly orphans: readonly string[]
}
