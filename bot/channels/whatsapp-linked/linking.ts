// First: what the library would write to the console must not get there.
import './quiet-libsignal.ts'
import { jidDecode, type WASocket } from '@whiskeysockets/baileys'
import type { Scheduler } from '../../runtime/scheduler.ts'
import { pause } from '../pause.ts'
import { authOf, linkedCreds, type KeptAuth } from './auth-state.ts'
import { afterDisconnect } from './disconnects.ts'
import type { LinkedAccount } from './link-keeper.ts'
import { within } from './pauses.ts'
import { openSession, type LinkSettings } from './session.ts'

const RETRY_MS = 3000
const RENEW_MS = 5000
const FAREWELL_MS = 3000

/** The account's name: one linked WhatsApp an installation. */
export const ACCOUNT = 'whatsapp'

/** Why an account could not be linked or unlinked. */
export class LinkingFailed extends Error {
  override readonly name = 'LinkingFailed'
  readonly reason: 'linked-already' | 'in-use' | 'not-linked' | 'version' | 'refused' | 'stopped' | 'unreachable'
  constructor(reason: LinkingFailed['reason']) {
    super(reason)
    this.reason = reason
  }
}

/** What linking works with. */
export interface LinkingParts {
  readonly account: LinkedAccount
  readonly settings: LinkSettings
  readonly scheduler: Scheduler
}

/** How a person is asked to link. */
export interface LinkingGuide {
  /** digits with country code: link by a code that is typed on this phone; by QR when absent */
  readonly phone?: string | undefined
  /** a QR to be scanned; each takes the place of the one before */
  qr(text: string): void
  /** a code to be typed on the phone */
  code(text: string): void
}

/** The phone number (digits) of the account that is linked; undefined when none is. */
export async function linkedNumber(account: Pick<LinkedAccount, 'get'>): Promise<string | undefined> {
  const creds = await linkedCreds(account)
  return creds === undefined ? undefined : jidDecode(creds.me?.id)?.user
}

/**
 * Links the account: shows a QR or a code until the phone has taken it, and ends as soon as the device is logged in; what
 * comes after that is left for the counter. Fails with LinkingFailed.
 */
export async function link(parts: LinkingParts, guide: LinkingGuide, signal: AbortSignal): Promise<void> {
  const { account } = parts
  if ((await linkedCreds(account)) !== undefined) throw new LinkingFailed('linked-already')
  if (!(await account.take())) throw new LinkingFailed('in-use')
  try {
    const auth = authOf(account)
    for (;;) {
      const end = await connectOnce(parts, auth, guide, signal)
      if (end === 'open') break
      if (signal.aborted) throw new LinkingFailed('stopped')
      const { wait, trouble } = afterDisconnect(end)
      if (trouble !== undefined) throw new LinkingFailed(trouble === 'version' ? 'version' : 'refused')
      // The codes of one connection last a few minutes; then there are new ones.
      if (wait !== 0) await pause(parts.scheduler, RETRY_MS, signal)
    }
    await auth.save()
  } finally {
    await account.release()
  }
}

type End = 'open' | number | undefined

/** Takes the device off the phone's list, and forgets its keys. Fails with LinkingFailed. */
export async function unlink(parts: LinkingParts, signal: AbortSignal): Promise<void> {
  const { account } = parts
  const creds = await linkedCreds(account)
  if (creds === undefined) throw new LinkingFailed('not-linked')
  if (!(await account.take())) throw new LinkingFailed('in-use')
  try {
    const silent: LinkingGuide = { qr: () => undefined, code: () => undefined }
    const end = await connectOnce(parts, authOf(account, creds), silent, signal, (socket) => socket.logout())
    // 401: the phone had taken it off its list already.
    if (end !== 'open' && end !== 401) throw new LinkingFailed('unreachable')
    await account.forget()
  } finally {
    await account.release()
  }
}

// One connection, until it is open (and `farewell` is said) or has ended.
async function connectOnce(
  { account, settings, scheduler }: LinkingParts,
  auth: KeptAuth,
  guide: LinkingGuide,
  signal: AbortSignal,
  farewell?: (socket: WASocket) => Promise<unknown>,
): Promise<End> {
  const over = new AbortController()
  const { promise, resolve, reject } = Promise.withResolvers<End>()
  signal.addEventListener('abort', () => resolve(undefined), { once: true, signal: over.signal })
  const socket: WASocket = openSession(auth, settings, {
    // Whatever citizens write now is not confirmed, and so comes again to the counter.
    take: ({ key }) => (key.fromMe === true ? Promise.resolve() : new Promise(() => undefined)),
    qr: showing(guide, (phone) => socket.requestPairingCode(phone).then(guide.code, reject)),
    open: () => resolve('open'),
    closed: resolve,
    broken: reject,
    ack: () => undefined,
    receipt: () => undefined,
    restricted: () => undefined,
    called: () => undefined,
    sent: async () => undefined,
  })
  const keeping = keepLease(account, scheduler, over.signal)
  try {
    const end = await promise
    if (end === 'open') await farewell?.(socket)
    return end
  } finally {
    over.abort()
    await keeping
    await within(scheduler, FAREWELL_MS, socket.end(undefined))
  }
}

// The first QR says that the connection is ready for a code, too; there is one code a connection.
function showing({ phone, qr }: LinkingGuide, askForCode: (phone: string) => Promise<void>): (text: string) => void {
  if (phone === undefined) return qr
  let isAsked = false
  return () => {
    if (!isAsked) void askForCode(phone)
    isAsked = true
  }
}

async function keepLease(account: LinkedAccount, scheduler: Scheduler, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(scheduler, RENEW_MS, signal)
    // A database that is busy for a moment is not the end: who has really lost the lease can write nothing, and hears of that.
    if (!signal.aborted) await account.take().catch(() => false)
  }
}
