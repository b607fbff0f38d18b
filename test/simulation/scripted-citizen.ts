import { WebSocket } from 'ws'
import type { FromServer } from '../../bot/web/simulator/protocol.ts'
import type { SimulatorMessage } from '../../storage/simulator-records.ts'
import { solveSum } from '../support/sums.ts'
import { CHECKING, SEND_AGAIN } from './photo-answers.ts'

/** One thing that a citizen sends, and what the answers to it must look like, in order. */
export interface Line {
  /** text, or `photo`, or `sum` = the answer to the sum asked last */
  readonly say: string
  readonly hears: readonly RegExp[]
  /** the next line is sent at once, without waiting for the answer */
  readonly hurried?: true
}

/** Something sent by a citizen: typed text or the photo. */
type Typed =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'file'
      readonly as: 'photo'
      readonly file: { readonly id: string; readonly name: string; readonly mime: string }
    }

/**
 * A citizen who goes through a script on a simulated phone over the real WebSocket, and who knows, as a phone does,
 * what was sent and what came back: after a broken connection the same messages are sent again, with the same ids.
 */
export class ScriptedCitizen {
  readonly phoneId: string
  readonly #port: number
  readonly #photo: Buffer
  readonly #chat = new Map<number, SimulatorMessage>()
  #socket: WebSocket | undefined
  #unsent: { readonly key: string; readonly typed: Typed }[] = []
  #wake = () => {}
  #over = false
  said = 0

  constructor(port: number, phoneId: string, photo: Buffer) {
    this.#port = port
    this.phoneId = phoneId
    this.#photo = photo
  }

  /** Everything in the chat, in the order of the platform. */
  get chat(): SimulatorMessage[] {
    return [...this.#chat.values()].sort((a, b) => a.id - b.id)
  }

  /** What the counter said, but for the word that it is still looking at a photo. */
  get answers(): string[] {
    const texts = this.chat.flatMap(({ direction, body }) => (direction === 'out' && body.kind === 'sent' ? [body.text] : []))
    return texts.filter((text) => !text.startsWith(CHECKING))
  }

  get arrived(): number {
    return this.chat.filter(({ direction }) => direction === 'in').length
  }

  /**
   * Says the lines one after the other, each after the answer to the one before unless that was hurried. Gives what was said
   * in the end: a photo is sent again for which the counter asks because its checking was cut short again and again.
   */
  async play(lines: readonly Line[]): Promise<Line[]> {
    const said: Line[] = []
    let together: Line[] = []
    for (const line of lines) {
      together.push(line)
      if (line.hurried) continue
      while (await this.#mustRepeat(together)) said.push({ say: line.say, hears: [SEND_AGAIN] })
      said.push(...together)
      together = []
    }
    return said
  }

  async #mustRepeat(lines: readonly Line[]): Promise<boolean> {
    const before = this.answers.length
    const typed: Typed[] = []
    for (const { say } of lines)
      typed.push(say === 'photo' ? await this.#upload() : { kind: 'text', text: say === 'sum' ? this.#sum() : say })
    await this.#send(typed)
    const expected = lines.flatMap(({ hears }) => hears)
    await this.#until(() => this.answers.length >= before + expected.length)
    if (lines[0]?.say === 'photo' && SEND_AGAIN.test(this.answers[before] ?? '')) return true
    expected.forEach((pattern, i) => {
      const heard = this.answers[before + i] ?? ''
      if (!pattern.test(heard)) throw new Error(`said "${lines[0]?.say}", expected ${pattern}, heard "${heard}"`)
    })
    return false
  }

  /** Loses the connection, if there is one. */
  hangUp(): void {
    this.#over = true
    this.#socket?.terminate()
  }

  async #send(typed: readonly Typed[]): Promise<void> {
    const messages = typed.map((one) => ({ key: `${this.phoneId}-${++this.said}`, typed: one }))
    this.#unsent = messages
    this.#push()
    const received = (key: string) => this.chat.some((one) => one.key === key && one.status === 'received')
    await this.#until(() => messages.every(({ key }) => received(key)))
    this.#unsent = []
  }

  // Until the platform shows a message, it is not sent.
  #push(): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return this.#connect()
    for (const one of this.#unsent) this.#socket.send(JSON.stringify({ type: 'type', phoneId: this.phoneId, ...one }))
  }

  #connect(): void {
    if (this.#socket !== undefined || this.#over) return
    const socket = new WebSocket(`ws://127.0.0.1:${this.#port}/simulator/ws`, { origin: `http://127.0.0.1:${this.#port}` })
    this.#socket = socket
    socket.on('message', (data: Buffer) => this.#hear(JSON.parse(data.toString()) as FromServer))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      this.#socket = undefined
      // The counter may be down for a moment: try again at the next round of the event loop that has time.
      if (!this.#over) setTimeout(() => this.#connect(), 30)
    })
  }

  #hear(words: FromServer): void {
    if (words.type === 'snapshot') {
      for (const { phoneId, messages } of words.chats)
        if (phoneId === this.phoneId) for (const one of messages) this.#chat.set(one.id, one)
      this.#push()
    } else if (words.type === 'message' && words.message.phoneId === this.phoneId) this.#chat.set(words.message.id, words.message)
    this.#wake()
  }

  async #until(is: () => boolean): Promise<void> {
    this.#connect()
    while (!is()) await new Promise<void>((resolve) => (this.#wake = resolve))
  }

  #sum(): string {
    const asked = this.answers.findLast((text) => solveSum(text) !== undefined) ?? ''
    return String(solveSum(asked) ?? '')
  }

  // The photo is uploaded first; a counter that is down is tried again.
  async #upload(): Promise<Typed> {
    for (;;) {
      try {
        const base = `http://127.0.0.1:${this.#port}/simulator`
        const answer = await fetch(`${base}/media`, {
          method: 'POST',
          body: new Uint8Array(this.#photo),
          headers: { 'content-type': 'image/jpeg', 'x-file-name': 'ktp.jpg' },
        })
        const file = (await answer.json()) as { id: string }
        return { kind: 'file', as: 'photo', file: { id: file.id, name: 'ktp.jpg', mime: 'image/jpeg' } }
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
  }
}
