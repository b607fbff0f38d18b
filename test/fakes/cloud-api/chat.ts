import type { KeptFile } from './media-store.ts'

/** A button under a message, or a row of its list. */
export interface Key {
  readonly label: string
  /** what comes back; absent for the button that shares the number */
  readonly id?: string
  readonly from: 'button' | 'list' | 'contact'
}

/** A message of the office, as the person sees it. */
export interface ChatMessage {
  readonly id: string
  readonly text: string
  readonly keys: readonly Key[]
  readonly file: KeptFile | undefined
  /** name of the template that it is */
  readonly template: string | undefined
  readonly preview: boolean
}

/** The chat of one person with the office's number. */
export class Chat {
  readonly inbox: ChatMessage[] = []
  readonly own: { readonly id: string; readonly text: string }[] = []
  /** when the person last wrote, ms */
  heardAt = 0
  isGone = false
  /** ids of the person's messages that were marked as read */
  readonly read: string[] = []
}
