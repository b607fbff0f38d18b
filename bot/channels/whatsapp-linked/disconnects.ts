import { DisconnectReason } from '@whiskeysockets/baileys'

/** What is wrong with the account, for those who can do something about it. */
export type Trouble =
  /** the device was taken off the phone's list, or the account was registered anew */
  | 'unlinked'
  /** WhatsApp has shut the account out */
  | 'banned'
  /** WhatsApp takes no clients of this version any more */
  | 'version'
  /** another program uses the same linked device */
  | 'replaced'
  /** the account may not write to people who do not know it */
  | 'restricted'

/** What to do when a connection has ended. */
export interface AfterDisconnect {
  /** ms until the next try; `backoff` = ever longer */
  readonly wait: number | 'backoff'
  readonly trouble?: Trouble
  /** the credentials are worth nothing any more */
  readonly forgets?: true
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * What the end of a connection means, by its code. 500 is what the library says of any code that it does not know: the
 * credentials are kept. Only a 401 says that the device is linked no more.
 */
export function afterDisconnect(code: number | undefined): AfterDisconnect {
  switch (code) {
    case DisconnectReason.restartRequired:
      return { wait: 0 }
    case DisconnectReason.connectionReplaced:
      // Two programs would throw each other out for ever.
      return { wait: 5 * MINUTE, trouble: 'replaced' }
    case DisconnectReason.loggedOut:
      return { wait: 0, trouble: 'unlinked', forgets: true }
    case 402:
    case DisconnectReason.forbidden:
    case DisconnectReason.multideviceMismatch:
      // Trying often makes it worse; now and then, because a ban may end.
      return { wait: 6 * HOUR, trouble: 'banned' }
    case 405:
      return { wait: HOUR, trouble: 'version' }
    default:
      return { wait: 'backoff' }
  }
}

const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 2 * MINUTE

/** How long to wait after so many tries in a row that failed, ms; `chance` in [0, 1), so that not all come back at once. */
export function backoff(failures: number, chance: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(failures - 1, 10)) * (0.5 + chance / 2)
}
