import { constants } from 'node:os'
import { sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pino, stdTimeFunctions, type DestinationStream } from 'pino'

/** A text written in the source; a template with values in it is refused by the compiler. */
type Fixed<M extends string> = Record<never, never> extends Record<M, 1> ? never : M

type Write = <const M extends string>(about: object, message: Fixed<M>) => void

/**
 * Writes what happened: a fixed sentence, and beside it ids, codes, counts and durations. Whatever else is handed in is
 * left out (only counted, as `withheld`), so that nothing personal can slip into a log.
 */
export interface Log {
  readonly debug: Write
  readonly info: Write
  readonly warn: Write
  readonly error: Write
}

/** How a logger is made. */
export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  /** where lines of JSON go; standard output when absent */
  readonly destination?: DestinationStream
  /** classes of errors whose message never holds what a person said; of all others the message is left out */
  readonly safeErrors?: readonly ErrorClass[]
}

type ErrorClass = abstract new (...args: never[]) => Error

/** Makes the logger of this process: pino, behind an allow-list. */
export function createLogger({ level, destination, safeErrors = [] }: LogOptions): Log {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  const logger = destination === undefined ? pino(options) : pino(options, destination)
  const writeAt =
    (at: LogOptions['level']): Write =>
    (about, message) => {
      if (logger.isLevelEnabled(at)) logger[at](safeFields(about, safeErrors), safeMessage(message))
    }
  return { debug: writeAt('debug'), info: writeAt('info'), warn: writeAt('warn'), error: writeAt('error') }
}

type Check = (value: unknown) => boolean

const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value)
const matches =
  (shape: RegExp): Check =>
  (value) =>
    typeof value === 'string' && shape.test(value)
const either =
  (one: Check, other: Check): Check =>
  (value) =>
    one(value) || other(value)

/** An id of storage/ids.ts, as a number or as text. */
const id = either(isNumber, matches(/^[0-9A-HJKMNP-TV-Z]{11}$/))
/** A word out of our own source: `inbox`, `later`, `contact-stopped`. */
const word = matches(/^[a-z]+(-[a-z]+){0,4}$/)
/** One of our accounts on a platform: `simulator`, `telegram:8812`; Meta's ids of phone numbers are longer. */
const channelAccount = matches(/^([a-z]+(:\d{1,12})?|whatsapp:\d{5,17})$/)
const flag: Check = (value) => typeof value === 'boolean'

/** What may be logged, by name, and the shape that it must have. */
const allowed: Readonly<Record<string, Check>> = {
  conversation: id,
  event: id,
  id,
  job: id,
  link: id,
  message: id,
  registration: id,
  task: id,
  officer: id,
  file: id,
  account: channelAccount,
  agency: word,
  kind: word,
  outcome: word,
  purpose: word,
  reason: word,
  flow: word,
  step: word,
  signal: matches(/^SIG[A-Z]{2,8}$/),
  method: matches(/^[A-Z]{3,7}$/),
  /** a route as declared (`/l/:token`), never an address as called */
  route: matches(/^(\/(:?[a-z]+[a-z.]*|\*))+$/),
  version: matches(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
  aside: flag,
  attempts: isNumber,
  bytes: isNumber,
  count: isNumber,
  ms: isNumber,
  pid: isNumber,
  port: isNumber,
  status: either(isNumber, word),
  tries: isNumber,
}

function safeFields(about: object, safeErrors: readonly ErrorClass[]): Record<string, unknown> {
  if (about instanceof Error) return { error: safeError(about, safeErrors, 0) }
  const fields: Record<string, unknown> = {}
  let withheld = 0
  for (const [key, value] of Object.entries(about)) {
    const isAllowed = Object.hasOwn(allowed, key) && allowed[key]?.(value) === true
    if (isAllowed) fields[key] = value
    else if (value instanceof Error) fields[key === 'cause' ? 'cause' : 'error'] = safeError(value, safeErrors, 0)
    else if (key === 'error' && isClassName(value)) fields[key] = value
    else if (value !== undefined) withheld++
  }
  return withheld === 0 ? fields : { ...fields, withheld }
}

/** Numbers of five or more digits, e-mail addresses, and what is long enough to be a token: no fixed sentence has them. */
function safeMessage(message: string): string {
  return message.slice(0, 200).replace(/\S*@\S*|\S*\d{5}\S*|\S{25,}/g, '[withheld]')
}

const isClassName = either(word, matches(/^([A-Z][a-z]+)+$/))
const deepest = 5

function safeError(error: Error, safeErrors: readonly ErrorClass[], depth: number): object {
  const isSafe = safeErrors.some((one) => error instanceof one)
  const code: unknown = 'code' in error ? error.code : undefined
  const stack = frames(error)
  return {
    name: className(error),
    ...(isKnownCode(code) && { code }),
    ...(isSafe && { message: error.message }),
    ...(stack.length > 0 && { stack }),
    ...(error.cause instanceof Error && depth < deepest && { cause: safeError(error.cause, safeErrors, depth + 1) }),
  }
}

/** The name of the error's class: `error.name` can be set to anything. */
function className(error: Error): string {
  const prototype: unknown = Object.getPrototypeOf(error)
  const constructor: unknown = typeof prototype === 'object' && prototype !== null ? prototype.constructor : undefined
  return typeof constructor === 'function' && /^\w{1,60}$/.test(constructor.name) ? constructor.name : 'Error'
}

/** Codes of Node, Fastify, SQLite and Prisma; anything else in `code` may be somebody's. */
function isKnownCode(code: unknown): boolean {
  if (typeof code !== 'string') return false
  return code in constants.errno || resolverCodes.has(code) || /^((ERR|FST|SQLITE|UND_ERR)_[A-Z_]{2,60}|P\d{4})$/.test(code)
}

const resolverCodes = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ETIMEOUT', 'ECONNREFUSED'])

const top = pathToFileURL(`${import.meta.dirname}/../..`).pathname
const frame =
  /(?:\/|^| |\()((?:bot|flows|storage|prisma|test|bench|node_modules)\/(?:[@\w.+-]+\/)*[@\w.+-]+\.[cm]?[jt]s|node:[a-z_/]+):(\d{1,5}):(\d{1,5})\)?$/

/**
 * Where the error came from: `bot/web/server.ts:12:5` of each stack frame. The message, which V8 puts above the frames,
 * is cut off; what is left must look like a place in this program.
 */
function frames(error: Error): string[] {
  const stack = typeof error.stack === 'string' ? error.stack : ''
  const at = error.message === '' ? 0 : stack.indexOf(error.message)
  // the message was changed after the stack was taken: there is no telling where it ends
  if (at < 0) return []
  return stack
    .slice(at + error.message.length)
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .flatMap((line) => {
      const [, file = '', row = '', column = ''] = frame.exec(line.split(sep).join('/')) ?? []
      return file === '' || /\d{5}/.test(file) || !(line.includes(top) || file.startsWith('node:'))
        ? []
        : [`${file}:${row}:${column}`]
    })
    .slice(0, 12)
}
