import type { MessageEntity } from 'grammy/types'
import { BOLD } from '../bold.ts'

/** A text as Telegram takes it: plain, with the marks beside it, so that nothing in it can be mistaken for markup. */
export interface Marked {
  readonly text: string
  readonly entities: MessageEntity[]
}

/** Takes the stars out of a text and says instead what is bold; offsets in UTF-16 units, as the Bot API counts. */
export function marked(text: string): Marked {
  const entities: MessageEntity[] = []
  let plain = ''
  let from = 0
  for (const found of text.matchAll(BOLD)) {
    const [whole, words = ''] = found
    plain += text.slice(from, found.index)
    entities.push({ type: 'bold', offset: plain.length, length: words.length })
    plain += words
    from = found.index + whole.length
  }
  return { text: plain + text.slice(from), entities }
}
