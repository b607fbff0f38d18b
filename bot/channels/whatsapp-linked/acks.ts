import type { BinaryNode } from '@whiskeysockets/baileys'
import type { Scheduler } from '../../runtime/scheduler.ts'

/** How WhatsApp has answered a message. */
export type Answer =
  | { readonly is: 'taken' }
  /** with WhatsApp's code */
  | { readonly is: 'refused'; readonly code: string }
  /** no answer has come: it is not known whether the message went out */
  | { readonly is: 'none' }

/**
 * Waits for the answers to messages. The library says that a message is sent when it is on the wire; whether WhatsApp
 * takes it is said a little later, in an `ack`, and the library tells of refusals only, some of them in other news.
 */
export class Acks {
  readonly #scheduler: Scheduler
  readonly #waiting = new Map<string, (answer: Answer) => void>()

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler
  }

  /** The answer to a message that is about to be sent. Never rejects. `patience` in ms. */
  answerTo(id: string, patience: number): Promise<Answer> {
    return new Promise((resolve) => {
      const settle = (answer: Answer): void => {
        callOff()
        this.#waiting.delete(id)
        resolve(answer)
      }
      const callOff = this.#scheduler.after(patience, () => settle({ is: 'none' }))
      this.#waiting.set(id, settle)
    })
  }

  /** An `ack` of a message has come; gives the refusal where nobody waits for it any more. */
  take({ attrs }: Pick<BinaryNode, 'attrs'>): { readonly id: string; readonly code: string } | undefined {
    const { id = '', error } = attrs
    const settle = this.#waiting.get(id)
    settle?.(error === undefined ? { is: 'taken' } : { is: 'refused', code: error })
    return settle === undefined && error !== undefined ? { id, code: error } : undefined
  }

  /** The connection is gone: no answer will come. */
  close(): void {
    for (const settle of this.#waiting.values()) settle({ is: 'none' })
  }
}
