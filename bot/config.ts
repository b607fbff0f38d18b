import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { closest, distance } from 'fastest-levenshtein'
import { z } from 'zod'
import { parseMasterKey } from '../storage/vault/master-key.ts'
import type { S3Settings } from '../storage/vault/s3-store.ts'
import { agenciesFolder } from './agencies.ts'
import { whatsappCloudOf, whatsappCloudSettings, type WhatsappCloudConfig } from './whatsapp-cloud-settings.ts'
import { whatsappLinkedOf, whatsappLinkedSettings, type WhatsappLinkedConfig } from './whatsapp-linked-settings.ts'
import type { MailSettings } from './channels/mail/settings.ts'
import { DRIVERS, type DrivenBot } from './channels/telegram/bot-api.ts'
import type { ClamdAddress } from './intake/malware/scan.ts'
import { isLoopback } from './loopback.ts'
import { mailOf, mailVariables } from './mail-settings.ts'
import { malwareVariables } from './malware-settings.ts'
import { s3Of, s3Variables } from './s3-settings.ts'

/** The settings of one installation, checked. Folders and files are absolute paths. */
export interface Config {
  readonly production: boolean
  /** where the database, the key file and the stored files are */
  readonly dataFolder: string
  readonly databaseFile: string
  readonly agenciesFolder: string
  readonly host: string
  readonly port: number
  /** where a browser reaches Loket, e.g. `https://loket.example.go.id`: scheme, host and port, no slash at the end */
  readonly publicUrl: string
  /** as set; absent = the key file in the data folder is used */
  readonly masterKey: string | undefined
  /** as set: the key that `loket vault rotate` puts in place of `masterKey` */
  readonly masterKeyNext: string | undefined
  /** the bucket that stored files lie in; undefined = they lie in the data folder */
  readonly s3: S3Settings | undefined
  readonly simulator: boolean
  readonly logLevel: LogLevel
  /** who may read `/metrics`: everybody (this machine only), whoever shows the token, or nobody */
  readonly metricsAccess: 'anyone' | 'nobody' | { readonly token: string }
  /** addresses (IP or CIDR) of reverse proxies whose `X-Forwarded-For` is believed */
  readonly trustedProxies: readonly string[]
  /** the bot that citizens write to on Telegram; undefined = none */
  readonly telegram: TelegramConfig | undefined
  /** the official WhatsApp number; undefined = none */
  readonly whatsappCloud: WhatsappCloudConfig | undefined
  /** the ordinary WhatsApp account that Loket is a linked device of; undefined = none */
  readonly whatsappLinked: WhatsappLinkedConfig | undefined
  /** the server that e-mail goes to, and whom it is from; undefined = none */
  readonly mail: MailSettings | undefined
  /** the malware scanner that files are shown to; undefined = none */
  readonly clamd: ClamdAddress | undefined
}

/** A Telegram bot. */
export interface TelegramConfig extends DrivenBot {
  /** how updates come; by long polling when absent */
  readonly webhook: { readonly url: string; readonly secret: string } | undefined
}

const logLevels = ['debug', 'info', 'warn', 'error'] as const

/** How much is logged. */
export type LogLevel = (typeof logLevels)[number]

/** What the environment says is not usable; the message names every mistake. Holds no secret values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`Loket cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

const oneOf = <const T extends string>(values: readonly [T, ...T[]]) =>
  z.enum(values, { error: `must be ${values.slice(0, -1).join(', ')} or ${values.at(-1)}` })

const wholeUrl = z.string().refine((value) => URL.canParse(value) && isOrigin(new URL(value)), {
  error: 'must be an address with scheme and host, and no path',
})

const masterKey = z.string().refine(isMasterKey, { error: 'must be 32 bytes in base64 or hexadecimal' })

const address = z.string().refine((value) => isIP(value) > 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value), {
  error: 'must be an IP address or a host name, without a port',
})

const proxies = z
  .string()
  .transform((value) => value.split(',').map((one) => one.trim()))
  .refine((list) => list.every(isNetwork), { error: 'must be IP addresses or networks, separated by commas' })

const settings = {
  NODE_ENV: { value: oneOf(['development', 'production', 'test']).default('development'), example: 'production' },
  DATABASE_URL: {
    value: z
      .string()
      .refine((value) => !/^postgres(ql)?:/.test(value), {
        error: 'names a PostgreSQL server, and this version runs on SQLite',
        abort: true,
      })
      .refine((value) => /^file:[^?#]+$/.test(value), { error: 'must be a file: address without options' })
      .optional(),
    example: 'file:data/loket.db',
    // a server's address holds its password
    secret: true,
  },
  LOKET_DATA: { value: z.string().default('data'), example: 'data' },
  LOKET_PORT: {
    value: z
      .string()
      .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535, {
        error: 'must be a whole number from 1 to 65535',
      })
      .transform(Number)
      .default(8420),
    example: '8420',
  },
  LOKET_HOST: { value: address.default('127.0.0.1'), example: '127.0.0.1' },
  LOKET_PUBLIC_URL: { value: wholeUrl.optional(), example: 'https://loket.example.go.id' },
  LOKET_MASTER_KEY: { value: masterKey.optional(), example: 'what `openssl rand -base64 32` prints', secret: true },
  LOKET_MASTER_KEY_NEXT: { value: masterKey.optional(), example: 'what `openssl rand -base64 32` prints', secret: true },
  LOKET_SIMULATOR: { value: oneOf(['on', 'off']).optional(), example: 'off' },
  LOKET_AGENCIES: { value: z.string().default(agenciesFolder), example: 'flows/agencies' },
  LOKET_LOG_LEVEL: { value: oneOf(logLevels).default('info'), example: 'info' },
  LOKET_METRICS_TOKEN: {
    value: z
      .string()
      .regex(/^[\w.~+/=-]{16,256}$/, { error: 'must be 16 to 256 letters, digits or any of - . _ ~ + / =' })
      .optional(),
    example: 'what `openssl rand -hex 32` prints',
    secret: true,
  },
  LOKET_TRUSTED_PROXIES: { value: proxies.default([]), example: '10.0.0.5,10.1.0.0/16' },
  TELEGRAM_BOT_TOKEN: {
    value: z
      .string()
      .regex(/^\d{5,12}:[\w-]{30,64}$/, { error: 'must be a bot token as BotFather gives it' })
      .optional(),
    example: '123456789:AAE…',
    secret: true,
  },
  TELEGRAM_API_ROOT: { value: wholeUrl.default('https://api.telegram.org'), example: 'http://127.0.0.1:8081' },
  TELEGRAM_DRIVER: { value: oneOf(DRIVERS).default('grammy'), example: 'telegraf' },
  TELEGRAM_WEBHOOK_URL: {
    value: z
      .string()
      .refine((value) => URL.canParse(value) && isWebhook(new URL(value)), {
        error: 'must be the https:// address by which Telegram reaches /telegram of Loket',
      })
      .optional(),
    example: 'https://loket.example.go.id/telegram',
  },
  TELEGRAM_WEBHOOK_SECRET: {
    value: z
      .string()
      .regex(/^[\w-]{16,256}$/, { error: 'must be 16 to 256 letters, digits, _ or -' })
      .optional(),
    example: 'what `openssl rand -hex 32` prints',
    secret: true,
  },
  ...mailVariables,
  ...malwareVariables,
  ...s3Variables(wholeUrl),
  ...whatsappCloudSettings,
  ...whatsappLinkedSettings,
} as const

type Name = keyof typeof settings

/** The names of every variable that is understood. */
export const settingNames = Object.keys(settings) as readonly Name[]

const schema = z.object(
  Object.fromEntries(settingNames.map((name) => [name, settings[name].value])) as {
    [K in Name]: (typeof settings)[K]['value']
  },
)

/**
 * Reads the settings from environment variables; an empty one counts as not set.
 * @throws ConfigError with every mistake at once: the variable, what is wrong, an example
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const problems = Object.keys(given).filter(isUnknown).map(unknownProblem)
  const read = schema.safeParse(given)
  if (!read.success) {
    problems.push(
      ...read.error.issues.map(({ path: [name], message }) => problemWith(name as Name, message, given[String(name)])),
    )
    throw new ConfigError(problems)
  }
  const set = read.data
  const production = set.NODE_ENV === 'production'
  const publicUrl = new URL(set.LOKET_PUBLIC_URL ?? `http://localhost:${set.LOKET_PORT}`)
  const near = isLoopback(set.LOKET_HOST)
  const refuse = (name: Name, problem: string): void => void problems.push(problemWith(name, problem, given[name]))

  if (publicUrl.protocol !== 'https:' && !isLoopback(publicUrl.hostname))
    refuse('LOKET_PUBLIC_URL', 'must begin with https:// unless it is this machine')
  if (production && set.LOKET_MASTER_KEY === undefined)
    refuse('LOKET_MASTER_KEY', 'must be set in production, so that the key is kept apart from the data')
  if (set.LOKET_MASTER_KEY_NEXT !== undefined && set.LOKET_MASTER_KEY === undefined)
    refuse(
      'LOKET_MASTER_KEY_NEXT',
      'is of no use without LOKET_MASTER_KEY: a key file is replaced by `loket vault rotate` itself',
    )
  if (set.LOKET_SIMULATOR === 'on' && production) refuse('LOKET_SIMULATOR', 'must be off in production')
  if (set.LOKET_SIMULATOR === 'on' && !near)
    refuse('LOKET_SIMULATOR', 'must be off while LOKET_HOST is not a loopback address such as 127.0.0.1')
  const telegram = telegramOf(set, refuse)
  const whatsappCloud = whatsappCloudOf(set, refuse)
  const whatsappLinked = whatsappLinkedOf(set, refuse)
  const mail = mailOf(set, refuse)
  const s3 = s3Of(set, refuse)
  if (problems.length > 0) throw new ConfigError(problems)

  const dataFolder = resolve(set.LOKET_DATA)
  const token = set.LOKET_METRICS_TOKEN
  return {
    production,
    dataFolder,
    databaseFile: set.DATABASE_URL === undefined ? resolve(dataFolder, 'loket.db') : databasePath(set.DATABASE_URL),
    agenciesFolder: resolve(set.LOKET_AGENCIES),
    host: set.LOKET_HOST,
    port: set.LOKET_PORT,
    publicUrl: publicUrl.origin,
    masterKey: set.LOKET_MASTER_KEY,
    masterKeyNext: set.LOKET_MASTER_KEY_NEXT,
    s3,
    simulator: set.LOKET_SIMULATOR === undefined ? near && !production : set.LOKET_SIMULATOR === 'on',
    logLevel: set.LOKET_LOG_LEVEL,
    // behind a proxy on this machine everybody comes from loopback: only the public address tells
    metricsAccess: token !== undefined ? { token } : near && isLoopback(publicUrl.hostname) && !production ? 'anyone' : 'nobody',
    trustedProxies: set.LOKET_TRUSTED_PROXIES,
    telegram,
    mail,
    clamd: set.LOKET_CLAMD,
    whatsappCloud,
    whatsappLinked,
  }
}

// A bot that lacks a part would be silent without anybody knowing why.
function telegramOf(set: z.output<typeof schema>, refuse: (name: Name, problem: string) => void): TelegramConfig | undefined {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = set
  const apiRoot = new URL(set.TELEGRAM_API_ROOT).origin
  if (token === undefined && (url ?? secret) !== undefined)
    refuse('TELEGRAM_BOT_TOKEN', 'must be set where there is a webhook for it')
  if (url !== undefined && secret === undefined)
    refuse('TELEGRAM_WEBHOOK_SECRET', 'must be set beside TELEGRAM_WEBHOOK_URL, so that nobody else can send to it')
  if (url === undefined && secret !== undefined)
    refuse('TELEGRAM_WEBHOOK_URL', 'must be set beside TELEGRAM_WEBHOOK_SECRET; leave both out for long polling')
  // Only a Bot API server of one's own takes another kind.
  if (url?.startsWith('http:') === true && apiRoot === 'https://api.telegram.org')
    refuse('TELEGRAM_WEBHOOK_URL', 'must begin with https://')
  if (token === undefined) return undefined
  const webhook = url === undefined || secret === undefined ? undefined : { url, secret }
  return { token, apiRoot, driver: set.TELEGRAM_DRIVER, webhook }
}

/** Puts the settings of a `.env` file, where there is one, into the environment; what is set already stays. */
export function loadEnv(file = '.env'): void {
  if (existsSync(file)) process.loadEnvFile(file)
}

function isOrigin(url: URL): boolean {
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  return bare && (url.protocol === 'http:' || url.protocol === 'https:')
}

// Loket listens at /telegram; what a proxy puts before it is its own business.
function isWebhook(url: URL): boolean {
  const bare = url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  return bare && (url.protocol === 'https:' || url.protocol === 'http:') && url.pathname.endsWith('/telegram')
}

function isMasterKey(value: string): boolean {
  try {
    return parseMasterKey(value).length > 0
  } catch {
    return false
  }
}

function isNetwork(value: string): boolean {
  const [ip = '', bits, ...rest] = value.split('/')
  const widest = isIP(ip) === 6 ? 128 : 32
  return isIP(ip) > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest))
}

/** `file:data/x.db`, `file:./x.db`, `file:/x.db` and `file:///x.db`, as Prisma has them. */
function databasePath(url: string): string {
  return resolve(url.slice('file:'.length).replace(/^\/\/(?=\/)/, ''))
}

function isUnknown(name: string): boolean {
  return /^(LOKET|TELEGRAM|SMTP|WHATSAPP)_/.test(name) && !settingNames.some((known) => known === name)
}

function unknownProblem(name: string): string {
  const near = closest(name, [...settingNames])
  const hint = distance(name, near) <= 4 ? `did you mean ${near}?` : `known are ${settingNames.join(', ')}.`
  return `${name} is not a setting of Loket: ${hint}`
}

function problemWith(name: Name, problem: string, value: string | undefined): string {
  const { example } = settings[name]
  const shown = value === undefined || 'secret' in settings[name] ? '' : ` (it is "${value.slice(0, 80)}")`
  return `${name} ${problem}${shown}. Example: ${name}=${example}`
}
