import type { FromBrowser, FromServer } from '../protocol.ts'

const FIRST_WAIT = 250
const LONGEST_WAIT = 4000

/** A WebSocket that comes back by itself. */
export class Connection {
  readonly #url: string
  readonly #hear: (words: FromServer) => void
  readonly #changed: (open: boolean) => void
  #socket: WebSocket | undefined
  #wait = FIRST_WAIT
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(url: string, hear: (words: FromServer) => void, changed: (open: boolean) => void) {
    this.#url = url
    this.#hear = hear
    this.#changed = changed
  }

  /** Connects now, also when the next try is still some time away. */
  open(): void {
    clearTimeout(this.#timer)
    if (this.#socket && this.#socket.readyState <= WebSocket.OPEN) return
    const socket = new WebSocket(this.#url)
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => {
      this.#wait = FIRST_WAIT
      this.#hear(JSON.parse(String(data)) as FromServer)
    })
    socket.addEventListener('open', () => this.#changed(true))
    socket.addEventListener('close', () => {
      this.#changed(false)
      this.#timer = setTimeout(() => this.open(), this.#wait)
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT)
    })
  }

  /** False when there is no connection; then nothing was said. */
  say(words: FromBrowser): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false
    this.#socket.send(JSON.stringify(words))
    return true
  }
}
