import type { InlineKeyboardButton } from 'grammy/types'
import type { Button, Outgoing } from '../channel.ts'
import type { Markup } from './bot-api.ts'

/** Letters of the labels that stand side by side on a small phone. */
const ROW_LETTERS = 22
const ROW_BUTTONS = 3

/**
 * The buttons of a message. A request for the phone number needs Telegram's other kind of keyboard, which has no ids:
 * what else can be chosen then comes back as its words. Every message without buttons takes that keyboard away again.
 */
export function markupOf({ buttons, contact }: Pick<Outgoing, 'buttons' | 'contact'>): Markup {
  if (contact !== undefined)
    return {
      keyboard: [[{ text: contact, request_contact: true }], ...(buttons?.rows ?? []).map(({ label }) => [{ text: label }])],
      one_time_keyboard: true,
      resize_keyboard: true,
    }
  if (buttons === undefined || buttons.rows.length === 0) return { remove_keyboard: true }
  return { inline_keyboard: buttons.as === 'list' ? buttons.rows.map((row) => [keyOf(row)]) : sideBySide(buttons.rows) }
}

function keyOf({ id, label, hint }: Button): InlineKeyboardButton {
  return { text: hint === undefined ? label : `${label} – ${hint}`, callback_data: id }
}

function sideBySide(rows: readonly Button[]): InlineKeyboardButton[][] {
  const lines: InlineKeyboardButton[][] = []
  let letters = Infinity
  for (const row of rows) {
    const line = lines.at(-1)
    letters += row.label.length
    if (line === undefined || letters > ROW_LETTERS || line.length === ROW_BUTTONS) {
      lines.push([keyOf(row)])
      letters = row.label.length
    } else line.push(keyOf(row))
  }
  return lines
}
