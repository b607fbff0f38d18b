import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { closest, distance } from 'fastest-levenshtein'
import { z } from 'zod'
import type { S3Settings } from '../storage/vault/s3-store.ts'
import { agenciesFolder } from './agencies.ts'
import type { MailSettings } from './channels/mail/settings.ts'
import type { ClamdAddress } from './intake/malware/scan.ts'
import { mailOf, mailVariables } from './mail-settings.ts'
import { malwareVariables } from './malware-settings.ts'
import { s3Of, s3Variables } from './s3-settings.ts'
import { oneOf } from './setting-values.ts'
import { storageOf, storageVariables, type StorageConfig } from './storage-settings.ts'
import { telegramOf, telegramVariables, type TelegramConfig } from './telegram-settings.ts'
import { webOf, webVariables, type WebConfig } from './web-settings.ts'
import { whatsappCloudOf, whatsappCloudVariables, type WhatsappCloudConfig } from './whatsapp-cloud-settings.ts'
import { whatsappLinkedOf, whatsappLinkedVariables, type WhatsappLinkedConfig } from './whatsapp-linked-settings.ts'

/** The settings of one installation, checked: one file beside this one for each topic. Folders and files are absolute paths. */
export interface Config extends StorageConfig, WebConfig {
  readonly production: boolean
  readonly agenciesFolder: string
  /** the bucket that stored files lie in; undefined = they lie in the data folder */
  readonly s3: S3Settings | undefined
  readonly logLevel: LogLevel
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

const settings = {
  NODE_ENV: { value: oneOf(['development', 'production', 'test']).default('development'), example: 'production' },
  ...storageVariables,
  ...webVariables,
  LOKET_AGENCIES: { value: z.string().default(agenciesFolder), example: 'flows/agencies' },
  LOKET_LOG_LEVEL: { value: oneOf(logLevels).default('info'), example: 'info' },
  ...telegramVariables,
  ...mailVariables,
  ...malwareVariables,
  ...s3Variables,
  ...whatsappCloudVariables,
  ...whatsappLinkedVariables,
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
  const refuse = (name: Name, problem: string): void => void problems.push(problemWith(name, problem, given[name]))
  const config = {
    production,
    ...storageOf(set, production, refuse),
    ...webOf(set, production, refuse),
    agenciesFolder: resolve(set.LOKET_AGENCIES),
    s3: s3Of(set, refuse),
    logLevel: set.LOKET_LOG_LEVEL,
    telegram: telegramOf(set, refuse),
    mail: mailOf(set, refuse),
    clamd: set.LOKET_CLAMD,
    whatsappCloud: whatsappCloudOf(set, refuse),
    whatsappLinked: whatsappLinkedOf(set, refuse),
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

/** Puts the settings of a `.env` file, where there is one, into the environment; what is set already stays. */
export function loadEnv(file = '.env'): void {
  if (existsSync(file)) process.loadEnvFile(file)
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
