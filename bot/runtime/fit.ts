import type { OutboxMessage } from '../../storage/store.ts'
import type { Button, Capabilities, Outgoing } from '../channels/channel.ts'

/** Longest label of a button or row that every platform shows whole. */
const LABEL = 24
/** A choice of the open question; commands (`/menu`) and the engine's own (`12.~skip`) are understood by their words alone. */
const ANSWERS_TO_NUMBER = /^(?!\/|\d+\.~)/

/**
 * Renders a message down to what a channel can do: buttons where they fit, else a list, else numbered text (the
 * numbers and the words are understood as answers); long texts in several messages, cut at line ends or spaces.
 * `key` names the message; each part gets a key of its own, the same at every try.
 */
export function fit(key: string, message: OutboxMessage, can: Capabilities, file: Outgoing['file']): Outgoing[] {
  const { text = '', choices = [] } = message
  const rows: readonly Button[] = choices
  const short = rows.every((row) => [...row.label].length <= LABEL)
  const as =
    rows.length === 0 ? undefined : rows.length <= can.buttons && short ? 'buttons' : rows.length <= can.list ? 'list' : undefined
  const numbered = rows.length > 0 && as === undefined ? `${text}\n\n${rows.map(numberedRow).join('\n')}` : text
  const first = file === undefined ? can.maxText : can.maxCaption
  const pieces = split(numbered, first, can.maxText)
  return pieces.map((piece, i) => {
    const isFirst = i === 0
    const isLast = i === pieces.length - 1
    return {
      key: isFirst ? key : `${key}.${i}`,
      text: piece,
      ...(isFirst && message.subject !== undefined && { subject: message.subject }),
      ...(isFirst && file !== undefined && { file }),
      ...(isFirst && message.deleteInbound !== undefined && can.deleteInbound && { deleteInbound: message.deleteInbound }),
      ...(isLast && as !== undefined && { buttons: { as, rows } }),
      ...(message.protect && { protect: true }),
    }
  })
}

// A number means one of the question's own choices; commands and the engine's own (skip, send) are called by their words.
function numberedRow(row: Button, i: number): string {
  return ANSWERS_TO_NUMBER.test(row.id) ? `${i + 1}. ${row.label}` : `• ${row.label}`
}

// Pieces of at most `first`, then `max` characters; an empty text is one empty piece.
function split(text: string, first: number, max: number): string[] {
  const pieces: string[] = []
  let rest = text
  let limit = first
  while (rest.length > limit) {
    const window = rest.slice(0, limit)
    const at = Math.max(window.lastIndexOf('\n'), window.lastIndexOf(' '))
    // Never inside a surrogate pair.
    const hard = /[\uD800-\uDBFF]$/.test(window) ? limit - 1 : limit
    const cut = at > limit / 2 ? at : hard
    pieces.push(rest.slice(0, cut))
    rest = rest.slice(cut).replace(/^[\n ]/, '')
    limit = max
  }
  pieces.push(rest)
  return pieces
}
