import type { Upload } from './multipart.ts'

/** A button under a message, as the person sees it. */
export interface Key {
  readonly label: string
  /** what the bot gets; absent on the keyboard that stands in place of the letters */
  readonly data?: string
  readonly asksContact?: boolean
}

/** A file in a chat. */
export interface ChatFile extends Upload {
  readonly as: 'photo' | 'document'
}

/** One message of a chat, from either side. */
export interface ChatMessage {
  readonly id: number
  readonly from: 'bot' | 'person'
  readonly text: string
  /** the parts of the text that are shown in bold */
  readonly bold: readonly string[]
  readonly file?: ChatFile
  readonly album?: string
  /** can be neither forwarded nor saved */
  readonly isProtected: boolean
  keys: readonly Key[]
  isDeleted: boolean
}

/** The keyboard that a bot may put in place of the letters. */
export type Keyboard = readonly Key[]

/** A private chat with the bot. */
export class Chat {
  readonly messages: ChatMessage[] = []
  keyboard: Keyboard = []
  isBlocked = false
  /** how often the bot has shown that it is typing */
  typing = 0
  /** told of every message of the bot */
  onShown: (message: ChatMessage) => void = () => undefined
  #serial = 0

  add(message: Omit<ChatMessage, 'id' | 'isDeleted'>): ChatMessage {
    const added = { ...message, id: ++this.#serial, isDeleted: false }
    this.messages.push(added)
    if (added.from === 'bot') this.onShown(added)
    return added
  }

  /** A message that is still there. */
  find(id: number): ChatMessage | undefined {
    return this.messages.find((one) => one.id === id && !one.isDeleted)
  }
}
