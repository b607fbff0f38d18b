import {
  Browsers,
  DEFAULT_CONNECTION_CONFIG,
  isJidBroadcast,
  isJidNewsletter,
  makeWASocket,
  type BinaryNode,
  type ConnectionState,
  type proto,
  type WAMessage,
  type WAMessageKey,
  type WASocket,
} from '@whiskeysockets/baileys'
import type { KeptAuth } from './auth-state.ts'
import { DurableDecryption, type TakeMessage } from './durable-decryption.ts'
import { LIBRARY_LOG } from './library-log.ts'

/** The version of WhatsApp's web client that we say we are. */
export type ClientVersion = [number, number, number]

/** Where and as what to connect. */
export interface LinkSettings {
  /** WhatsApp's websocket; its own when absent */
  readonly url?: string | undefined
  /** the library's when absent */
  readonly version?: ClientVersion | undefined
}

/** What a connection tells. */
export interface SessionEvents {
  /** Keeps a message durably. */
  readonly take: TakeMessage
  /** a code to be shown to the phone that is to be linked */
  readonly qr?: (code: string) => void
  readonly open: () => void
  /** it has ended, with the library's code */
  readonly closed: (code: number | undefined) => void
  /** WhatsApp has answered a message */
  readonly ack: (stanza: BinaryNode) => void
  /** a phone has said what became of a message */
  readonly receipt: (stanza: BinaryNode) => void
  /** the account may not, or may again, write to people who do not know it */
  readonly restricted: (isRestricted: boolean) => void
  /** somebody has called */
  readonly called: (from: string, id: string) => void
  /** the credentials could not be kept: they must not be used any more */
  readonly broken: (error: unknown) => void
  /** a message that was sent, by its id, for a reader who could not decrypt it */
  readonly sent: (key: WAMessageKey) => Promise<proto.IMessage | undefined>
}

/** Opens one connection. The library makes a new one for each: it is of no use once it has ended. */
export function openSession(auth: KeptAuth, { url, version }: LinkSettings, events: SessionEvents): WASocket {
  const { state, save } = auth
  const durable = new DurableDecryption(state.creds, events.take)
  const socket = makeWASocket({
    auth: state,
    logger: LIBRARY_LOG,
    waWebSocketUrl: url ?? DEFAULT_CONNECTION_CONFIG.waWebSocketUrl,
    version: version ?? DEFAULT_CONNECTION_CONFIG.version,
    browser: Browsers.ubuntu('Chrome'),
    emitOwnEvents: false,
    // The map of LIDs and numbers comes with the history, so that not all of it may be switched off.
    syncFullHistory: false,
    shouldIgnoreJid: (jid) => isJidBroadcast(jid) === true || isJidNewsletter(jid) === true,
    getMessage: events.sent,
    makeSignalRepository: durable.makeSignalRepository,
  })
  guard(socket)
  socket.ws.prependListener('CB:message', (stanza: BinaryNode) => durable.expect(stanza))
  socket.ws.on('CB:ack,class:message', events.ack)
  socket.ws.on('CB:receipt', events.receipt)
  socket.ev.on('creds.update', () => void save().catch(events.broken))
  socket.ev.on('connection.update', (update) => tell(update, events))
  socket.ev.on('messages.upsert', ({ messages }) => void takeAll(messages, events))
  socket.ev.on('call', (calls) => {
    for (const { status, from, id, isGroup } of calls) if (status === 'offer' && isGroup !== true) events.called(from, id)
  })
  return socket
}

// The library's listeners are asynchronous, and nobody waits for them: one that fails would end the whole process. What
// cannot be read at all has put the two sides out of step, so that connection ends; a single odd stanza is passed over.
function guard(socket: WASocket): void {
  for (const name of socket.ws.eventNames())
    for (const listener of socket.ws.listeners(name)) {
      socket.ws.off(name, listener as () => void)
      socket.ws.on(name, (...given: unknown[]) => {
        const heard = async (): Promise<unknown> => (listener as (...all: unknown[]) => unknown)(...given)
        heard().catch((error: unknown) => {
          if (name === 'message') void socket.end(error instanceof Error ? error : new Error('a frame could not be read'))
        })
      })
    }
}

function tell({ connection, qr, lastDisconnect, reachoutTimeLock }: Partial<ConnectionState>, events: SessionEvents): void {
  if (qr !== undefined) events.qr?.(qr)
  if (reachoutTimeLock !== undefined) events.restricted(reachoutTimeLock.isActive === true)
  if (connection === 'open') events.open()
  if (connection === 'close') events.closed(codeOf(lastDisconnect?.error))
}

// What was decrypted has been taken already and is known by its id. Here comes what was not: a photo that may be seen once,
// a message that the phone had to send again by another way.
async function takeAll(messages: readonly WAMessage[], events: SessionEvents): Promise<void> {
  for (const { key, message } of messages) await events.take({ key, message: message ?? null }).catch(() => undefined)
}

/** The status of the library's errors (`@hapi/boom`). */
function codeOf(error: Error | undefined): number | undefined {
  const output: unknown = error !== undefined && 'output' in error ? error.output : undefined
  const code: unknown = typeof output === 'object' && output !== null && 'statusCode' in output ? output.statusCode : undefined
  return typeof code === 'number' ? code : undefined
}
