import type { UserFacingSocketConfig } from '@whiskeysockets/baileys'

type LibraryLog = NonNullable<UserFacingSocketConfig['logger']>

/**
 * What the library would log holds addresses, message texts and keys: none of it is kept. What matters to an operator
 * (connected, refused, restricted) is told by the channel itself.
 */
export const LIBRARY_LOG: LibraryLog = {
  level: 'silent',
  child: () => LIBRARY_LOG,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
}

function nothing(): void {
  return undefined
}
