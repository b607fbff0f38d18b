import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toString as drawQr } from 'qrcode'
import { ChannelAuth } from '../storage/channel-auth.ts'
import { LASTING } from './channels/whatsapp-linked/acquaintances.ts'
import type * as Linking from './channels/whatsapp-linked/linking.ts'
import { readConfig, UsageError, withDatabase } from './cli-counter.ts'
import { systemClock } from './runtime/clock.ts'
import { systemScheduler } from './runtime/scheduler.ts'

/** How long the phone has to link, ms. */
const PATIENCE = 10 * 60_000
/** How long WhatsApp has to take an account off, ms. */
const FAREWELL = 30_000

const FAILURES: Readonly<Record<Linking.LinkingFailed['reason'], string>> = {
  'linked-already': 'an account is linked already; `whatsapp unlink` first, to link another',
  'in-use': 'another process uses the account: is `whatsapp link` open in another window?',
  'not-linked': 'no account is linked',
  version: 'WhatsApp wants a newer version: see docs/whatsapp-linked.md, WHATSAPP_VERSION',
  refused: 'WhatsApp has refused to link: look at the phone',
  stopped: 'nobody has linked in time; try again',
  unreachable: 'WhatsApp is not reached: take the device off on the phone, then `whatsapp unlink --forget`',
}

type Write = (text: string) => void

/** Links an account: by QR in the terminal and on a page of this machine, or by a code that is typed on the phone. */
export async function linkWhatsapp({ phone }: { readonly phone?: string }, write: Write): Promise<void> {
  const digits = phone?.replace(/[\s().-]/g, '').replace(/^\+/, '')
  if (digits !== undefined && !/^[1-9]\d{6,14}$/.test(digits))
    throw new UsageError('--phone must be the whole number with country code, such as +62 812…')
  await atAccount(async (parts, { link }) => {
    const page = digits === undefined ? await openPage() : undefined
    if (page !== undefined) write(`On the phone: WhatsApp, Linked devices, Link a device. The code is also at ${page.url}\n`)
    try {
      const guide = {
        phone: digits,
        qr: (text: string) => void show(text, write, page),
        code: (text: string) => write(`On the phone: Linked devices, Link with phone number instead. The code: ${text}\n`),
      }
      await link(parts, guide, AbortSignal.timeout(PATIENCE))
    } finally {
      page?.close()
    }
    write('linked; a running counter goes on within seconds\n')
  })
}

/** Says whether an account is linked, and whether a process uses it. */
export async function whatsappStatus(write: Write): Promise<void> {
  await atAccount(async ({ account }, { linkedNumber }) => {
    const number = await linkedNumber(account)
    if (number === undefined) return write('not linked\n')
    const isFree = await account.take()
    if (isFree) await account.release()
    write(`linked: …${number.slice(-4)}, ${isFree ? 'no process uses it' : 'a counter uses it'}\n`)
  })
}

/** Takes the device off the phone's list and forgets its keys; a running counter is asked to do it. */
export async function unlinkWhatsapp({ forget = false }: { readonly forget?: boolean }, write: Write): Promise<void> {
  await atAccount(async ({ account, ...parts }, { unlink, linkedNumber }) => {
    if ((await linkedNumber(account)) === undefined) throw new Error(FAILURES['not-linked'])
    if (!(await account.take())) {
      if (forget) throw new Error('a counter uses the account: stop it first')
      await account.wish('unlink')
      return write('the running counter unlinks it within seconds\n')
    }
    try {
      if (forget) await account.forget()
    } finally {
      await account.release()
    }
    if (!forget) await unlink({ account, ...parts }, AbortSignal.timeout(FAREWELL))
    write('unlinked\n')
  })
}

// The library takes long to load: only for these commands.
async function atAccount(
  work: (parts: Linking.LinkingParts & { readonly account: ChannelAuth }, linking: typeof Linking) => Promise<void>,
): Promise<void> {
  const config = readConfig()
  const settings = config.whatsappLinked
  if (settings === undefined) throw new UsageError('set WHATSAPP_BAILEYS=on first')
  const linking = await import('./channels/whatsapp-linked/linking.ts')
  await withDatabase(config, async (parts) => {
    const account = new ChannelAuth(linking.ACCOUNT, { ...parts, clock: systemClock, lasting: LASTING })
    try {
      await work({ account, settings, scheduler: systemScheduler }, linking)
    } catch (error) {
      throw error instanceof linking.LinkingFailed ? new Error(FAILURES[error.reason]) : error
    }
  })
}

async function show(text: string, write: Write, page: QrPage | undefined): Promise<void> {
  if (page !== undefined) page.svg = await drawQr(text, { type: 'svg', margin: 2 })
  write(`${await drawQr(text, { type: 'terminal', small: true })}\n`)
}

interface QrPage {
  readonly url: string
  svg: string
  close(): void
}

/** A page with the newest QR, for this machine only, at an address that nobody can guess: whoever sees it can link. */
async function openPage(): Promise<QrPage> {
  const secret = `/${randomBytes(18).toString('base64url')}`
  const server = createServer((request, response) => {
    if (request.url !== secret) return void response.writeHead(404).end()
    const head = '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>Loket · WhatsApp</title>'
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    response.end(
      `${head}<style>svg{width:min(90vmin,480px)}</style>${page.svg}<p>WhatsApp → Perangkat tertaut → Tautkan perangkat`,
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const page: QrPage = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${secret}`,
    svg: '',
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  return page
}
