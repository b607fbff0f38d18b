import type { Key } from './chat.ts'
import { badRequest } from './refusal.ts'

/** What a reply_markup comes to. */
export interface Markup {
  readonly keys: readonly Key[]
  /** the keyboard in place of the letters: a new one, none any more, or as it was */
  readonly keyboard: readonly Key[] | undefined
}

const MAX_KEYS = 100

/** Reads a reply_markup, and refuses what the real one would. */
export function readMarkup(markup: unknown): Markup {
  if (markup === undefined || markup === '') return { keys: [], keyboard: undefined }
  if (typeof markup !== 'object' || markup === null) throw badRequest("can't parse reply keyboard markup JSON object")
  if ('inline_keyboard' in markup) return { keys: rowsOf(markup.inline_keyboard).map(inlineKey), keyboard: undefined }
  if ('remove_keyboard' in markup) return { keys: [], keyboard: [] }
  if ('keyboard' in markup) return { keys: [], keyboard: rowsOf(markup.keyboard).map(plainKey) }
  throw badRequest('object expected as reply markup')
}

function rowsOf(rows: unknown): Record<string, unknown>[] {
  if (!Array.isArray(rows) || !rows.every((row) => Array.isArray(row) && row.length <= 8))
    throw badRequest('field "inline_keyboard" must be of type Array of Array')
  const keys = rows.flat() as Record<string, unknown>[]
  if (keys.length > MAX_KEYS) throw badRequest('too many buttons in the reply markup')
  return keys
}

function inlineKey({ text, callback_data: data, url }: Record<string, unknown>): Key {
  if (typeof text !== 'string' || text.trim() === '') throw badRequest('inline keyboard button text must be non-empty')
  if (url !== undefined) return { label: text }
  if (typeof data !== 'string') throw badRequest('text buttons are unallowed in the inline keyboard')
  const bytes = Buffer.byteLength(data)
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID')
  return { label: text, data }
}

function plainKey(key: unknown): Key {
  const { text, request_contact: contact } = (typeof key === 'string' ? { text: key } : key) as Record<string, unknown>
  if (typeof text !== 'string' || text.trim() === '') throw badRequest('keyboard button text must be non-empty')
  return { label: text, ...(contact === true && { asksContact: true }) }
}
