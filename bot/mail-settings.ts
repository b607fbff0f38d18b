import { isIP } from 'node:net'
import { z } from 'zod'
import { isMailAddress } from './channels/mail/address.ts'
import { headerText } from './channels/mail/header-text.ts'
import type { Mailbox, MailSettings } from './channels/mail/settings.ts'
import { isLoopback } from './loopback.ts'
import type { Refuse, Values } from './setting-values.ts'

/** Submission with TLS from the start, and with STARTTLS (RFC 8314, RFC 6409). */
const PORTS: Readonly<Record<string, number>> = { 'smtps:': 465, 'smtp:': 587 }
/** Most characters of the name beside the address. */
const MAX_NAME = 80

/** Where mail is handed over: `MailSettings` without the sender. */
export type MailServer = Omit<MailSettings, 'from'>

/** What the environment says of e-mail. */
export const mailVariables = {
  SMTP_URL: {
    value: z
      .string()
      .transform(parseSmtpUrl)
      .refine((server) => server !== undefined, {
        error: 'must be smtps:// or smtp:// with a host, and user and password where the server wants them (@ in them is %40)',
      })
      .optional(),
    example: 'smtps://loket:password@mail.example.go.id:465',
    // the password is in it
    secret: true,
  },
  MAIL_FROM: {
    value: z
      .string()
      .transform(parseMailbox)
      .refine((from) => from !== undefined, { error: 'must be one mail address, with a name before it if you like' })
      .optional(),
    example: '"Loket SINTREN <loket@example.go.id>"',
  },
} as const

/** E-mail as the variables have it, or none; one without the other is refused. */
export function mailOf(
  { SMTP_URL: server, MAIL_FROM: from }: Values<typeof mailVariables>,
  refuse: Refuse<typeof mailVariables>,
): MailSettings | undefined {
  if (server !== undefined && from === undefined)
    refuse('MAIL_FROM', 'must be set beside SMTP_URL: the address that e-mail is from')
  if (server === undefined && from !== undefined)
    refuse('SMTP_URL', 'must be set beside MAIL_FROM: the server that e-mail goes to')
  return server && from && { ...server, from }
}

/**
 * Reads `smtps://user:password@host:port` or `smtp://…` (STARTTLS); user and password as in addresses of pages, so that
 * `@` is `%40`. Undefined when it is neither.
 */
export function parseSmtpUrl(text: string): MailServer | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const port = PORTS[url.protocol]
  const isBare = (url.pathname === '' || url.pathname === '/') && url.search === '' && url.hash === ''
  const host = decoded(url.hostname)
    ?.replace(/^\[(.*)\]$/, '$1')
    .toLowerCase()
  const user = decoded(url.username)
  const password = decoded(url.password)
  if (port === undefined || !isBare || host === undefined || !isHost(host) || url.port === '0') return undefined
  if (user === undefined || password === undefined || (user === '') !== (password === '')) return undefined
  return {
    host,
    port: url.port === '' ? port : Number(url.port),
    secure: url.protocol === 'smtps:',
    near: isLoopback(host),
    ...(user !== '' && { login: { user, password } }),
  }
}

/** Reads `loket@example.go.id` or `Loket <loket@example.go.id>`; undefined when it is neither. */
export function parseMailbox(text: string): Mailbox | undefined {
  if (text.length > 400) return undefined
  const [, quoted, address] = /^(?:"?([^"<>@]*?)"?\s*)<([^<>\s]+)>$/u.exec(text.trim()) ?? [undefined, '', text.trim()]
  const name = quoted ?? ''
  if (address === undefined || !isMailAddress(address) || headerText(name, MAX_NAME) !== name) return undefined
  return name === '' ? { address } : { address, name }
}

function isHost(host: string): boolean {
  return isIP(host) > 0 || /^(?=.{1,253}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/.test(host)
}

function decoded(part: string): string | undefined {
  try {
    const text = decodeURIComponent(part)
    return /\p{Cc}/u.test(text) ? undefined : text
  } catch {
    return undefined
  }
}
