import type { Change } from '../../channels/simulator/feed.ts'
import type { Refusal, Typed } from '../../channels/simulator/simulator-channel.ts'
import type { ChatPage, SimulatorSnapshot } from '../../../storage/simulator-records.ts'

/** What the browser says over the WebSocket. */
export type FromBrowser =
  /** `key` is the browser's own id of the message: it repeats it until the message is there */
  | { readonly type: 'type'; readonly phoneId: string; readonly key: string; readonly typed: Typed }
  | { readonly type: 'older'; readonly phoneId: string; readonly before: number }
  | { readonly type: 'readMail'; readonly id: number }

/** What the server says: the snapshot first, then every change after it. */
export type FromServer =
  /** `counter`: the name under which Loket is known in the chats; `mailElsewhere`: e-mail goes to a mail server */
  | ({ readonly type: 'snapshot'; readonly counter: string; readonly mailElsewhere?: boolean } & SimulatorSnapshot)
  | ({ readonly type: 'older' } & ChatPage)
  | { readonly type: 'refused'; readonly phoneId: string; readonly key: string; readonly why: Refusal | 'failed' }
  | Change

/** Characters of one message: more than any real platform takes, so that long texts can be tried. */
export const MAX_TYPED = 65_536
