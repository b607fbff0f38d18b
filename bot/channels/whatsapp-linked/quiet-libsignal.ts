// Imported before the library: libsignal writes private session keys to the console ("Closing session: …"), and has no
// setting against it. Whatever it says is dropped; what anybody else says goes on as before.
const SPEAKS = /[\\/]node_modules[\\/](libsignal|whatsapp-rust-bridge|@whiskeysockets)[\\/]/
const WAYS = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'] as const

for (const way of WAYS) {
  const say = console[way].bind(console)
  console[way] = (...words: unknown[]) => {
    if (!SPEAKS.test(new Error('who speaks').stack ?? '')) say(...words)
  }
}

/** What has been made quiet. */
export const QUIETED: readonly string[] = WAYS
