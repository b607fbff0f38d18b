import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SecretFinder } from './find-secrets.ts'
import { verdict } from './verdict.ts'

const kinds = (line: string, known: readonly string[] = []) => new SecretFinder(known).findings(line).map(({ what }) => what)
const logLine = (value: string) => JSON.stringify({ level: 'info', time: '2026-11-22T01:00:00.000Z', what: value, msg: 'sent' })
const key = randomBytes(32)

describe('a line', () => {
  it.each([
    ['a NIK', '3326014107900001'],
    ['a NIK', '3326 0141 0790 0001'],
    ['a phone number', '+6281200000001'],
    ['a phone number', '6281200000001@s.whatsapp.net'],
    ['a phone number', '081200000001'],
    ['a bot token', 'https://api.telegram.org/bot88123456:AAHk3-aVeryPlain_tokenForTestsOnly0123456789/getMe'],
    ['a token of Meta’s', 'Bearer EAAGplainTokenForTestsOnly0123456789'],
    ['a password of a server', 'smtps://loket%40kab.go.id:rahasia@mail.kab.go.id'],
    ['a one-time link', 'https://loket.example/l/abcdefgh'],
    ['an invitation or a code of an officer', 'PTG-ABCD-1234'],
    ['an invitation or a code of an officer', 'HP-482913'],
    ['an e-mail address', 'to siti@contoh.id'],
    ['a key', key.toString('base64')],
    ['a key', key.toString('hex')],
    ['a key of Signal', inspect({ privKey: key })],
    ['a key of Signal', 'rootKey'],
  ])('holds %s: %s', (what, value) => {
    expect(kinds(logLine(value))).toContain(what)
  })

  it('holds a token of 32 bytes, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const token = Buffer.from(bytes).toString('base64url')
        fc.pre(/\d/.test(token) && /[a-z]/.test(token) && /[A-Z]/.test(token))
        expect(kinds(logLine(token))).toContain('a key or a token')
      }),
    )
  })

  it.each([
    ['Siti Aminah', 'the answer of SITI AMINAH was kept'],
    ['tujuh ekor angsa biru', '{"text":"tujuh ekor angsa biru"}'],
    ['990055443322110', 'from 990055443322110@lid'],
    ['ab 0f', '<ab 0f>'],
  ])('holds what a test has named: %s', (named, line) => {
    expect(kinds(line, ['something else', named])).toContain('a secret of a test')
  })

  it('is shown without what it must not hold', () => {
    const [found] = new SecretFinder(['Siti Aminah']).findings('said by Siti Aminah to us')
    expect(found?.line).toBe('said by ██████ to us')
  })

  it.each([
    [
      '{"level":"info","time":"2026-11-22T01:00:00.000Z","conversation":283468123904512,"event":283468123904513,"ms":812.0812345678,"msg":"ok"}',
    ],
    ['{"account":"whatsapp:106540352242922","route":"/l/:token","status":404}'],
    [
      '{"stack":["bot/channels/whatsapp-linked/whatsapp-linked-channel.ts:123:45","node_modules/@whiskeysockets/baileys/lib/x.js:1:2"]}',
    ],
    ['in the position of a situation'],
  ])('holds ids, places and codes: %s', (line) => {
    expect(kinds(line, ['Siti', '8346812'])).toEqual([])
  })
})

describe('a run', () => {
  const files = [{ path: 'test/a.test.ts', secrets: ['Siti Aminah'] }]

  it('is good when no line holds a secret, and says how many were looked at', () => {
    const { report, isGood } = verdict(['{"msg":"sent"}', '{"msg":"sent"}'], files, 1)
    expect(isGood).toBe(true)
    expect(report).toBe('log lines: 2 of 1 test files looked at for secrets, none found')
  })

  it('fails for a secret of a test or of a known shape; the same line is told once', () => {
    const line = (at: string) => `{"time":"${at}","msg":"said","name":"siti aminah"}`
    const { report, isGood } = verdict([line('1'), line('2'), 'NIK 3326014107900001'], files, 1)
    expect(isGood).toBe(false)
    expect(report.split('\n').slice(2)).toEqual([
      '  a secret of a test: {"msg":"said","name":"██████"} (2 times)',
      '  a NIK: NIK ██████',
    ])
  })

  it('fails when a test file was not listened to, or when there is next to nothing to look at', () => {
    expect(verdict(['{"msg":"sent"}'], files, 2)).toMatchObject({ isGood: false, report: /of 2 test files only 1/ })
    const many = Array.from({ length: 60 }, () => ({ path: 'test/a.test.ts', secrets: [] }))
    expect(verdict(['{"msg":"sent"}'], many, 60)).toMatchObject({ isGood: false })
    expect(verdict(Array<string>(180).fill('{"msg":"sent"}'), many, 60)).toMatchObject({ isGood: true })
  })
})
