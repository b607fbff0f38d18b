import type { OutboxMessage } from '../../storage/store.ts'
import type { Button, Capabilities, Outgoing, OutgoingFile } from '../channels/channel.ts'

/** Longest label of a button or row that every platform shows whole. */
const LABEL = 24
/** Bytes of a button's id that every platform carries back. */
const ID = 64
/** A choice of the open question; commands (`/menu`) and the engine's own (`12.~skip`) are understood by their words alone. */
const ANSWERS_TO_NUMBER = /^(?!\/|\d+\.~)/

/**
 * Renders a message down to what a channel can do: buttons where they fit, else a list, else numbered text (the
 * numbers and the words are understood as answers); long texts in several messages, cut at line ends or spaces; files
 * together where the channel has albums, else one by one. Under an album no buttons fit, and under a file not all do
 * everywhere: then the words follow it.
 * `key` names the message; each part gets a key of its own, the same at every try.
 */
export function fit(key: string, message: OutboxMessage, can: Capabilities, files: readonly OutgoingFile[] = []): Outgoing[] {
  const { text = '', choices = [] } = message
  const rows: readonly Button[] = choices
  const short = rows.every(({ label }) => [...label].length <= LABEL && label.length <= (can.maxButton ?? Infinity))
  const fits = rows.length > 0 && rows.every((row) => Buffer.byteLength(row.id) <= ID)
  const as = !fits ? undefined : rows.length <= can.buttons && short ? 'buttons' : rows.length <= can.list ? 'list' : undefined
  const numbered = rows.length > 0 && as === undefined ? `${text}\n\n${rows.map(numberedRow).join('\n')}` : text
  const hasChoices = as !== undefined || message.contact !== undefined
  const isBare = can.underFile === 'buttons' && (as === 'list' || message.contact !== undefined)
  const isApart = hasChoices && files.length > (isBare ? 0 : 1)
  const first = files.length === 0 || isApart ? can.maxText : can.maxCaption
  const pieces = [...(isApart ? [''] : []), ...split(numbered, first, can.maxText)]
  const room = (hasChoices ? can.maxChoiceText : undefined) ?? can.maxText
  pieces.push(...split(pieces.pop() ?? '', room, room))
  const parts = withFiles(pieces, bundled(files, can))
  return parts.map(({ text: piece, files: [file, ...album] }, i) => {
    const isFirst = i === 0
    const isLast = i === parts.length - 1
    return {
      key: isFirst ? key : `${key}.${i}`,
      text: piece,
      ...(isFirst && message.subject !== undefined && { subject: message.subject }),
      ...(file !== undefined && { file }),
      ...(album.length > 0 && { album }),
      ...(isFirst && message.deleteInbound !== undefined && can.deleteInbound && { deleteInbound: message.deleteInbound }),
      ...(isLast && as !== undefined && { buttons: { as, rows } }),
      ...(isLast && message.contact !== undefined && can.contact && { contact: message.contact }),
      ...(message.protect && { protect: true }),
      ...(message.notice !== undefined && { notice: message.notice }),
    }
  })
}

interface Part {
  readonly text: string
  readonly files: readonly OutgoingFile[]
}

// The first words go with the first files, all others after the last.
function withFiles(
  [first = '', ...rest]: readonly string[],
  [files = [], ...more]: readonly (readonly OutgoingFile[])[],
): Part[] {
  const others = more.map((one) => ({ text: '', files: one }))
  return [{ text: first, files }, ...others, ...rest.map((text) => ({ text, files: [] }))]
}

// Files that go together: no more, and no more bytes, than one message takes.
function bundled(files: readonly OutgoingFile[], { album: most = 1, maxFile }: Capabilities): OutgoingFile[][] {
  const bundles: OutgoingFile[][] = []
  let bytes = 0
  for (const file of files) {
    const bundle = bundles.at(-1)
    bytes += file.bytes.length
    if (bundle !== undefined && bundle.length < most && bytes <= maxFile) bundle.push(file)
    else {
      bundles.push([file])
      bytes = file.bytes.length
    }
  }
  return bundles
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
