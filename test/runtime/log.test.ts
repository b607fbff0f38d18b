import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLogger, type Log } from '../../bot/runtime/log.ts'
import { Prisma } from '../../storage/generated/sqlite/client.ts'
import { Unsealable } from '../../storage/vault/seal.ts'

/** A logger and what it wrote. */
function listen(safeErrors: Parameters<typeof createLogger>[0]['safeErrors'] = [], level: 'debug' | 'warn' = 'debug') {
  const lines: string[] = []
  const log = createLogger({ level, destination: { write: (line) => void lines.push(line) }, safeErrors })
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> }
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`))
const word = fc.stringMatching(/^[A-Z][a-z]{2,9}$/)

/** What may never be in a log, each as a person or the program would have it. */
const personal = fc.oneof(
  digits(16),
  fc.tuple(word, word).map((names) => names.join(' ')),
  fc.constantFrom("Siti Nur'aini", 'SRI LESTARI', 'H. Abdul-Rahman', 'sri lestari binti x'),
  digits(9).map((rest) => `+628${rest}`),
  digits(10).map((rest) => `08${rest}`),
  fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
  fc.tuple(word, word).map(([name, host]) => `${name}@${host}.co.id`),
  fc.tuple(word, word, word).map((words) => `Saya ${words.join(' ')}, alamat Jl. Mawar 5`),
  fc
    .uint8Array({ minLength: 16, maxLength: 16 })
    .map((bytes) => `https://loket.example/l/${Buffer.from(bytes).toString('hex')}?x=1`),
)

const allowedKeys = [
  'conversation',
  'id',
  'account',
  'kind',
  'outcome',
  'reason',
  'error',
  'ms',
  'count',
  'route',
  'status',
  'msg',
  'level',
]

/** An error that carries the value in every way that errors do. */
function carrier(value: string, depth: number): Error {
  const cause = depth > 0 ? carrier(value, depth - 1) : { said: value }
  const error = new Error(`cannot save "${value}"\n    at ${value} (${value}:1:2)\n${value}`, { cause })
  error.name = value
  return Object.assign(error, { code: value, meta: { target: value, modelName: value }, params: [value], clientVersion: value })
}

/** A database error as Prisma makes them, with values in its message. */
function prismaError(value: string): Error {
  return new Prisma.PrismaClientKnownRequestError(`Invalid create() invocation:\n{ nik: "${value}" }\n    at ${value}`, {
    code: 'P2002',
    clientVersion: '7',
    meta: { target: value, driverAdapterError: new Error(value) },
  })
}

/** Objects with the value at any place. */
const places = (value: string): fc.Arbitrary<object> =>
  fc.oneof(
    fc.constantFrom(...allowedKeys).map((key) => ({ [key]: value })),
    fc.string().map((key) => ({ [key]: value })),
    fc.constant({ [value]: 1, nested: { [value]: [value] } }),
    fc.constantFrom(...allowedKeys).map((key) => ({ [key]: { text: value, kind: value } })),
    fc.constant({ event: { kind: 'text', text: value }, payload: Buffer.from(value), list: [value] }),
    fc.nat(4).map((depth) => ({ error: carrier(value, depth) })),
    fc.nat(4).map((depth) => carrier(value, depth)),
    fc.constant({ err: prismaError(value), conversation: 5 }),
    fc.constant(new AggregateError([new Error(value)], value)),
    fc.constant({ count: 1, toJSON: () => ({ said: value }) }),
    fc.constant({
      get count() {
        return value
      },
    }),
  )

describe('the log', () => {
  it('never holds what is personal, wherever it was put', () => {
    const { log, lines } = listen()
    fc.assert(
      fc.property(
        personal.chain((value) => places(value).map((about) => ({ value, about }))),
        ({ value, about }) => {
          log.error(about, 'a turn failed')
          const line = lines.at(-1) ?? ''
          expect(JSON.parse(line)).toMatchObject({ level: 'error', msg: 'a turn failed' })
          for (const part of [value, JSON.stringify(value).slice(1, -1), Buffer.from(value).toString('base64')])
            expect(line).not.toContain(part)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('holds ids, codes, counts and durations', () => {
    const { log, last } = listen()
    const about = {
      conversation: 283_468_123_904_512,
      task: '01HZX3J9K2M',
      account: 'telegram:8812',
      kind: 'text',
      outcome: 'contact-stopped',
      route: '/l/:token',
      status: 404,
      ms: 12.5,
      aside: true,
    }
    log.info(about, 'sent')
    expect(last()).toEqual({ level: 'info', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), msg: 'sent', ...about })
  })

  it('counts what it withheld, so that a forgotten field is noticed', () => {
    const { log, last } = listen()
    log.warn({ count: 1, nik: '3326071708850001', name: undefined, text: 'halo' }, 'odd')
    expect(last()).toMatchObject({ count: 1, withheld: 2 })
  })

  it('holds the class, the code and the place of an error, and of what caused it', () => {
    const { log, last } = listen()
    const cause = Object.assign(new TypeError('SRI LESTARI'), { code: 'ECONNREFUSED' })
    log.error({ error: new Error('SRI LESTARI', { cause }) }, 'a job failed')
    expect(last()).toMatchObject({
      error: {
        name: 'Error',
        stack: expect.arrayContaining([expect.stringMatching(/^test\/runtime\/log\.test\.ts:\d+:\d+$/)]),
        cause: { name: 'TypeError', code: 'ECONNREFUSED' },
      },
    })
    log.error({ error: prismaError('x') }, 'a job failed')
    expect(last()).toMatchObject({ error: { name: 'PrismaClientKnownRequestError', code: 'P2002' } })
  })

  it('holds the message of an error of ours that is known to be safe, and of no other', () => {
    const { log, last } = listen([Unsealable])
    log.error(new Unsealable(), 'a row cannot be read')
    expect(last()).toMatchObject({ error: { name: 'Unsealable', message: expect.stringContaining('cannot be opened') } })
    log.error(new Error('cannot be opened'), 'a row cannot be read')
    expect(last()['error']).not.toHaveProperty('message')
  })

  it('drops the stack when the message was changed after it was taken', () => {
    const { log, last } = listen()
    const error = new Error('SRI LESTARI')
    expect(error.stack).toContain('SRI LESTARI')
    error.message = 'changed'
    log.error({ error }, 'odd')
    expect(last()['error']).toEqual({ name: 'Error' })
  })

  it('survives errors that contain themselves, and prototypes that are none', () => {
    const { log, last } = listen()
    const error = new Error('round')
    error.cause = error
    log.error({ error }, 'round')
    expect(last()['error']).toMatchObject({ name: 'Error', cause: { name: 'Error' } })
    log.error(Object.setPrototypeOf(new Error('x'), { constructor: { name: 'Siti' } }) as Error, 'odd')
    log.error(Object.create(null) as object, 'odd')
    expect(last()).toMatchObject({ msg: 'odd' })
  })

  it('is written at its level and above', () => {
    const { log, lines } = listen([], 'warn')
    log.debug({}, 'no')
    log.info({}, 'no')
    log.warn({}, 'yes')
    log.error({}, 'yes')
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['yes', 'yes'])
  })

  it('has fixed sentences only: what looks like data in one is withheld even so', () => {
    const { lines, log } = listen()
    // the compiler refuses a sentence that is put together at run time; JavaScript would not
    const loose = log as unknown as Record<keyof Log, (about: object, message: string) => void>
    fc.assert(
      fc.property(
        fc.oneof(
          digits(16),
          digits(9).map((rest) => `+628${rest}`),
          word.map((name) => `${name}@mail.id`),
        ),
        (value) => {
          loose.info({}, `hello ${value} there`)
          expect(lines.at(-1)).not.toContain(value)
          expect(lines.at(-1)).toContain('hello [withheld] there')
        },
      ),
    )
  })

  it('is told fixed sentences everywhere in the source', () => {
    const top = join(import.meta.dirname, '../..')
    const calls = ['bot', 'storage', 'flows'].flatMap((folder) =>
      readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
        .flatMap((file) => [
          ...readFileSync(join(top, folder, file), 'utf8').matchAll(/\blog\??\.(?:debug|info|warn|error)\([^]*?\n? *\)\n/g),
        ])
        .map(([call]) => call),
    )
    expect(calls.length).toBeGreaterThan(0)
    expect(calls.filter((call) => call.includes('${'))).toEqual([])
  })
})
