import { Chat, type ChatFile } from './chat.ts'

/** Somebody with Telegram. */
export interface Account {
  readonly id: number
  readonly name: string
  /** with country code, without a plus, as Telegram hands it over */
  readonly phone: string
  readonly language: string
}

interface Held extends ChatFile {
  readonly id: string
  readonly path: string
}

/** Everybody, their chats with the bot, and the files of all. */
export class People {
  readonly #accounts = new Map<number, Account>()
  readonly #chats = new Map<number, Chat>()
  readonly #files = new Map<string, Held>()

  add(account: Account): void {
    this.#accounts.set(account.id, account)
  }

  account(id: number): Account | undefined {
    return this.#accounts.get(id)
  }

  /** The chat with the bot, which begins when the person writes first; undefined before. */
  chat(id: number): Chat | undefined {
    return this.#chats.get(id)
  }

  /** The chat with the bot, begun now if it was not. */
  beginChat(id: number): Chat {
    let chat = this.#chats.get(id)
    if (chat === undefined) this.#chats.set(id, (chat = new Chat()))
    return chat
  }

  /** Keeps a file; every time under a new id. */
  keep(file: ChatFile): Held {
    const serial = this.#files.size + 1
    const folder = file.as === 'photo' ? 'photos' : 'documents'
    const held = { ...file, id: `AgACAgUAAxk-${serial}-${file.bytes.length}`, path: `${folder}/file_${serial}` }
    this.#files.set(held.id, held)
    return held
  }

  file(id: string): Held | undefined {
    return this.#files.get(id)
  }

  fileAt(path: string): Held | undefined {
    return [...this.#files.values()].find((one) => one.path === path)
  }
}
