import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { ConfigError, loadEnv, parseConfig, settingNames } from '../../bot/config.ts'
import { problemsOf } from './problems.ts'

const key = Buffer.alloc(32, 9).toString('base64')

describe('settings', () => {
  it('all have a default: nothing needs to be set to start', () => {
    expect(parseConfig({})).toEqual({
      production: false,
      dataFolder: resolve('data'),
      databaseFile: resolve('data/loket.db'),
      agenciesFolder: resolve('flows/agencies'),
      host: '127.0.0.1',
      port: 8420,
      publicUrl: 'http://localhost:8420',
      masterKey: undefined,
      simulator: true,
      logLevel: 'info',
      metricsAccess: 'anyone',
      trustedProxies: [],
    })
  })

  it('are read', () => {
    expect(
      parseConfig({
        NODE_ENV: 'production',
        DATABASE_URL: 'file:///srv/loket/x.db',
        LOKET_DATA: '/srv/loket',
        LOKET_PORT: '80',
        LOKET_HOST: '0.0.0.0',
        LOKET_PUBLIC_URL: 'https://Loket.example.go.id/',
        LOKET_MASTER_KEY: key,
        LOKET_LOG_LEVEL: 'warn',
        LOKET_AGENCIES: '/srv/agencies',
        LOKET_METRICS_TOKEN: 'a-long-enough-token',
        LOKET_TRUSTED_PROXIES: '10.0.0.5, fd00::/8',
        HOME: '/root',
      }),
    ).toEqual({
      production: true,
      dataFolder: '/srv/loket',
      databaseFile: '/srv/loket/x.db',
      agenciesFolder: '/srv/agencies',
      host: '0.0.0.0',
      port: 80,
      publicUrl: 'https://loket.example.go.id',
      masterKey: key,
      simulator: false,
      logLevel: 'warn',
      metricsAccess: { token: 'a-long-enough-token' },
      trustedProxies: ['10.0.0.5', 'fd00::/8'],
    })
  })

  it.each([
    ['NODE_ENV', 'prod', 'must be development, production or test (it is "prod"). Example: NODE_ENV=production'],
    ['LOKET_PORT', '0', 'must be a whole number from 1 to 65535 (it is "0"). Example: LOKET_PORT=8420'],
    ['LOKET_PORT', '65536', 'must be a whole number from 1 to 65535'],
    ['LOKET_PORT', '80.5', 'must be a whole number'],
    ['LOKET_PORT', '８４２０', 'must be a whole number'],
    ['LOKET_PORT', '8420; rm -rf /', 'must be a whole number'],
    ['LOKET_HOST', 'localhost:8420', 'must be an IP address or a host name, without a port'],
    ['LOKET_PUBLIC_URL', 'loket.example.go.id', 'must be an address with scheme and host, and no path'],
    ['LOKET_PUBLIC_URL', 'https://loket.example.go.id/chat', 'no path'],
    ['LOKET_PUBLIC_URL', 'https://a:b@loket.example.go.id', 'must be an address'],
    ['LOKET_PUBLIC_URL', 'javascript:alert(1)', 'must be an address'],
    ['LOKET_PUBLIC_URL', 'http://loket.example.go.id', 'must begin with https:// unless it is this machine'],
    ['LOKET_SIMULATOR', 'yes', 'must be on or off (it is "yes")'],
    ['LOKET_LOG_LEVEL', 'loud', 'must be debug, info, warn or error'],
    ['LOKET_METRICS_TOKEN', 'short', 'must be 16 to 256 letters'],
    ['LOKET_TRUSTED_PROXIES', '10.0.0.5,any', 'must be IP addresses or networks'],
    ['LOKET_TRUSTED_PROXIES', '10.0.0.0/33', 'must be IP addresses or networks'],
    ['DATABASE_URL', 'postgres://loket:secret@db/loket', 'names a PostgreSQL server, and this version runs on SQLite'],
    ['DATABASE_URL', 'mysql://db', 'must be a file: address without options'],
    ['DATABASE_URL', 'file:x.db?connection_limit=9', 'must be a file: address without options'],
  ])('%s=%s is refused: %s', (name, value, told) => {
    const problems = problemsOf({ [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} .*Example: ${name}=`))
    expect(problems[0]).toContain(told)
  })

  it('are all complained of at once', () => {
    const problems = problemsOf({ LOKET_PORT: 'x', LOKET_SIMULATOR: 'x', LOKET_PROT: '1', DATABASE_URL: 'x' })
    expect(problems).toHaveLength(4)
    expect(new ConfigError(problems).message.split('\n')).toHaveLength(5)
  })

  it('that are secret are never said back', () => {
    const secrets = {
      LOKET_MASTER_KEY: 'not-my-key-0123456789',
      LOKET_METRICS_TOKEN: 'my secret',
      DATABASE_URL: 'postgres://loket:hush@db/loket',
    }
    const told = problemsOf(secrets).join('\n')
    expect(told).toContain('LOKET_MASTER_KEY must be 32 bytes in base64 or hexadecimal. Example')
    expect(told).toContain('LOKET_METRICS_TOKEN must be')
    for (const secret of Object.values(secrets)) expect(told).not.toContain(secret)
    expect(told).not.toContain('hush')
  })

  it('that are unknown are refused, with the one that was meant', () => {
    expect(problemsOf({ LOKET_PROT: '8420' })).toEqual(['LOKET_PROT is not a setting of Loket: did you mean LOKET_PORT?'])
    expect(problemsOf({ LOKET_MASTERKEY: key })).toEqual([
      'LOKET_MASTERKEY is not a setting of Loket: did you mean LOKET_MASTER_KEY?',
    ])
    expect(problemsOf({ LOKET_SOMETHING_ELSE_ENTIRELY: '1' })[0]).toContain('known are NODE_ENV, DATABASE_URL')
  })

  it('that are empty count as not set', () => {
    expect(parseConfig(Object.fromEntries(settingNames.map((name) => [name, ' '])))).toEqual(parseConfig({}))
  })

  it('lead to settings or to problems that name them, whatever they hold', () => {
    const environment = fc.dictionary(fc.constantFrom(...settingNames), fc.string({ unit: 'grapheme', maxLength: 40 }))
    fc.assert(
      fc.property(environment, (env) => {
        for (const problem of problemsOf(env)) expect(problem).toMatch(/^[A-Z\d_]+ .+Example: /s)
      }),
    )
  })
})

describe('the simulator', () => {
  it('is on by default on a development machine, and off where others reach it', () => {
    expect(parseConfig({}).simulator).toBe(true)
    expect(parseConfig({ LOKET_SIMULATOR: 'off' }).simulator).toBe(false)
    expect(parseConfig({ LOKET_HOST: '::1' }).simulator).toBe(true)
    expect(parseConfig({ LOKET_HOST: '0.0.0.0' }).simulator).toBe(false)
    expect(parseConfig({ NODE_ENV: 'production', LOKET_MASTER_KEY: key }).simulator).toBe(false)
  })

  it('is refused in production and on an address that others reach', () => {
    expect(problemsOf({ NODE_ENV: 'production', LOKET_MASTER_KEY: key, LOKET_SIMULATOR: 'on' })).toEqual([
      'LOKET_SIMULATOR must be off in production (it is "on"). Example: LOKET_SIMULATOR=off',
    ])
    expect(problemsOf({ LOKET_HOST: '192.168.1.5', LOKET_SIMULATOR: 'on' })[0]).toContain('not a loopback address')
  })
})

it('production needs a master key, because one beside the data protects nothing', () => {
  expect(problemsOf({ NODE_ENV: 'production' })[0]).toContain('LOKET_MASTER_KEY must be set in production')
})

it('metrics are for this machine only, unless there is a token', () => {
  expect(parseConfig({}).metricsAccess).toBe('anyone')
  expect(parseConfig({ LOKET_HOST: '0.0.0.0' }).metricsAccess).toBe('nobody')
  // behind a proxy on the same machine everybody comes from loopback
  expect(parseConfig({ LOKET_PUBLIC_URL: 'https://loket.example.go.id' }).metricsAccess).toBe('nobody')
})

describe('Telegram', () => {
  const token = '123456789:AAHk3-aVeryPlain_tokenForTests012345'
  const secret = 'a-secret-that-is-long-enough'
  const url = 'https://loket.example.go.id/telegram'

  it('needs nothing but a token', () => {
    expect(parseConfig({ TELEGRAM_BOT_TOKEN: token }).telegram).toEqual({
      token,
      apiRoot: 'https://api.telegram.org',
      driver: 'grammy',
      webhook: undefined,
    })
  })

  it('takes another library, of those that there are', () => {
    expect(parseConfig({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_DRIVER: 'telegraf' }).telegram?.driver).toBe('telegraf')
    expect(() => parseConfig({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_DRIVER: 'Telegraf ' })).toThrow(
      /TELEGRAM_DRIVER must be grammy or telegraf .*Example: TELEGRAM_DRIVER=telegraf/,
    )
  })

  it('takes a webhook, and a server of one’s own', () => {
    const env = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret }
    expect(parseConfig(env).telegram?.webhook).toEqual({ url, secret })
    const own = { TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/', TELEGRAM_WEBHOOK_URL: 'http://127.0.0.1:8420/telegram' }
    expect(parseConfig({ ...env, ...own }).telegram).toMatchObject({
      apiRoot: 'http://127.0.0.1:8081',
      webhook: { url: 'http://127.0.0.1:8420/telegram' },
    })
  })

  it.each([
    [
      'a token cut short',
      { TELEGRAM_BOT_TOKEN: '123456789:AAHk' },
      'TELEGRAM_BOT_TOKEN must be a bot token as BotFather gives it',
    ],
    [
      'a webhook without a token',
      { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret },
      'TELEGRAM_BOT_TOKEN must be set',
    ],
    [
      'a webhook without a secret',
      { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url },
      'TELEGRAM_WEBHOOK_SECRET must be set',
    ],
    [
      'a secret without a webhook',
      { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret },
      'TELEGRAM_WEBHOOK_URL must be set',
    ],
    [
      'a webhook in the clear',
      { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: 'http://loket.example.go.id/telegram', TELEGRAM_WEBHOOK_SECRET: secret },
      'TELEGRAM_WEBHOOK_URL must begin with https://',
    ],
    [
      'a webhook where Loket does not listen',
      { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: 'https://loket.example.go.id/', TELEGRAM_WEBHOOK_SECRET: secret },
      'reaches /telegram',
    ],
    [
      'a secret that Telegram does not take',
      { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: 'rahasia sekali ini!' },
      'TELEGRAM_WEBHOOK_SECRET must be 16 to 256 letters',
    ],
    ['a server with a path', { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: 'https://x.example/bot' }, 'no path'],
    ['a slip of the pen', { TELEGRAM_BOT_TOKE: token }, 'did you mean TELEGRAM_BOT_TOKEN?'],
  ])('is refused with %s', (_what, env, told) => {
    const problems = problemsOf(env)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(told)
    expect(problems[0]).not.toContain(token.slice(10))
    expect(problems[0]).not.toContain(secret)
  })
})

describe('the official WhatsApp number', () => {
  const env = {
    WHATSAPP_CLOUD_TOKEN: 'EAAGplainTokenForTestsOnly0123456789',
    WHATSAPP_CLOUD_PHONE_NUMBER_ID: '106540352242922',
    WHATSAPP_CLOUD_APP_SECRET: '0123456789abcdef0123456789abcdef',
    WHATSAPP_CLOUD_VERIFY_TOKEN: 'a-verify-token-for-tests',
  }

  it('needs all four settings', () => {
    expect(parseConfig(env).whatsappCloud).toEqual({
      token: env.WHATSAPP_CLOUD_TOKEN,
      phoneNumberId: env.WHATSAPP_CLOUD_PHONE_NUMBER_ID,
      appSecret: env.WHATSAPP_CLOUD_APP_SECRET,
      verifyToken: env.WHATSAPP_CLOUD_VERIFY_TOKEN,
      apiRoot: 'https://graph.facebook.com',
      version: 'v25.0',
    })
    expect(parseConfig({ ...env, WHATSAPP_CLOUD_API_ROOT: 'http://127.0.0.1:8091/' }).whatsappCloud?.apiRoot).toBe(
      'http://127.0.0.1:8091',
    )
    const newer = { ...env, WHATSAPP_CLOUD_API_ROOT: 'https://graph.facebook.com/v31.0' }
    expect(parseConfig(newer).whatsappCloud).toMatchObject({ apiRoot: 'https://graph.facebook.com', version: 'v31.0' })
    expect(parseConfig({ WHATSAPP_CLOUD_API_ROOT: 'http://127.0.0.1:8091' }).whatsappCloud).toBeUndefined()
  })

  it.each(Object.keys(env))('names %s when it alone is missing', (name) => {
    const problems = problemsOf({ ...env, [name]: '' })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(`${name} must be set too`)
  })

  it.each([
    ['WHATSAPP_CLOUD_TOKEN', 'EAAG with a space in it, and long', 'access token'],
    ['WHATSAPP_CLOUD_PHONE_NUMBER_ID', '+6281200000000', 'not the number itself'],
    ['WHATSAPP_CLOUD_APP_SECRET', 'rahasia', '32 letters and digits'],
    ['WHATSAPP_CLOUD_VERIFY_TOKEN', 'pendek', '16 to 256'],
    ['WHATSAPP_CLOUD_API_ROOT', 'https://graph.facebook.com/v25.0/messages', 'nothing behind it but a version'],
    ['WHATSAPP_CLOUD_TOKE', 'x', 'did you mean WHATSAPP_CLOUD_TOKEN?'],
  ])('refuses a %s like %j, and shows no secret', (name, value, told) => {
    const problems = problemsOf({ ...env, [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(told)
    for (const secret of ['EAAG with', 'rahasia', 'pendek', env.WHATSAPP_CLOUD_TOKEN]) expect(problems[0]).not.toContain(secret)
  })
})

describe('.env.example', () => {
  const text = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')
  const uncommented = text.replace(/^# (?=[A-Z\d_]+=)/gm, '')

  it('names every setting and no other', () => {
    expect(Object.keys(parseEnv(uncommented)).sort()).toEqual([...settingNames].sort())
  })

  it('changes nothing as it stands, and shows the defaults', () => {
    expect(parseConfig(parseEnv(text))).toEqual(parseConfig({}))
    expect(parseConfig(parseEnv(uncommented))).toEqual(parseConfig({}))
  })
})

describe('a .env file', () => {
  it('is read where there is one, and gives way to the environment', () => {
    const folder = mkdtempSync(join(tmpdir(), 'loket-env-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, '.env')
    vi.stubEnv('LOKET_PORT', '9000')
    vi.stubEnv('LOKET_DATA', undefined)
    loadEnv(file)
    expect(parseConfig(process.env).port).toBe(9000)
    writeFileSync(file, 'LOKET_PORT=9001\nLOKET_DATA=/srv/here\n')
    loadEnv(file)
    expect(parseConfig(process.env)).toMatchObject({ port: 9000, dataFolder: '/srv/here' })
  })
})
