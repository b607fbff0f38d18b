/** A stretch of a message as WhatsApp shows it. */
export interface Stretch {
  readonly text: string
  readonly bold: boolean
  /** http or https only */
  readonly href?: string
}

// As WhatsApp does: the stars hug the words and stand at the edge of a word.
const BOLD = /(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*[^*\s])\*(?![\p{L}\p{N}*])/gu
// No format characters: a mark that turns the writing around could show another address than it opens.
const LINK = /\bhttps?:\/\/[^\s<>"'`*\p{Cf}]+/giu
const NOT_AT_END = /[.,;:!?)\]}]+$/

/** Splits a message into stretches; their texts together are the message without the stars of its bold words. */
export function stretches(text: string): Stretch[] {
  const found: Stretch[] = []
  let from = 0
  for (const match of text.matchAll(BOLD)) {
    found.push(...links(text.slice(from, match.index), false), ...links(match[1] ?? '', true))
    from = match.index + match[0].length
  }
  return [...found, ...links(text.slice(from), false)]
}

function links(text: string, bold: boolean): Stretch[] {
  const found: Stretch[] = []
  let from = 0
  for (const match of text.matchAll(LINK)) {
    const shown = match[0].replace(NOT_AT_END, '')
    const href = webAddress(shown)
    if (href === undefined) continue
    if (match.index > from) found.push({ text: text.slice(from, match.index), bold })
    found.push({ text: shown, bold, href })
    from = match.index + shown.length
  }
  if (from < text.length) found.push({ text: text.slice(from), bold })
  return found
}

function webAddress(text: string): string | undefined {
  const url = URL.parse(text)
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : undefined
}
