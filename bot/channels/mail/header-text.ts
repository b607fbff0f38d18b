/** Control characters and everything that a program may take for the end of a line. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu
/** Marks that turn the direction of what follows: a subject with them can look like another one. */
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** A text that fits into a header of a mail: one line without control characters, at most `max` characters, cut with … */
export function headerText(text: string, max: number): string {
  const line = text.toWellFormed().replace(TURNS, '').replace(BREAKS, ' ').trim()
  const characters = [...line]
  return characters.length <= max
    ? line
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
}
