import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../bot/config.ts'
import { problemsOf } from './problems.ts'

const URL_SETTING = 'smtps://loket%40kantor.example:p%40ss%20word@mail.kantor.example'
const FROM = 'Loket SINTREN <loket@kantor.example>'

const mailOf = (url: string, from = FROM) => parseConfig({ SMTP_URL: url, MAIL_FROM: from }).mail

describe('SMTP_URL and MAIL_FROM', () => {
  it('are not needed', () => {
    expect(parseConfig({}).mail).toBeUndefined()
    expect(parseConfig({ SMTP_URL: ' ', MAIL_FROM: '' }).mail).toBeUndefined()
  })

  it('name the server, the login and the sender', () => {
    expect(mailOf(URL_SETTING)).toEqual({
      host: 'mail.kantor.example',
      port: 465,
      secure: true,
      near: false,
      login: { user: 'loket@kantor.example', password: 'p@ss word' },
      from: { name: 'Loket SINTREN', address: 'loket@kantor.example' },
    })
  })

  it.each([
    ['smtp://mail.kantor.example', { host: 'mail.kantor.example', port: 587, secure: false, near: false }],
    ['smtp://mail.kantor.example:2525/', { port: 2525, secure: false, near: false }],
    ['smtps://MAIL.kantor.example:25', { host: 'mail.kantor.example', port: 25, secure: true }],
    ['smtp://localhost:25', { host: 'localhost', port: 25, near: true }],
    ['smtp://127.0.0.1', { host: '127.0.0.1', near: true }],
    ['smtp://[::1]:1025', { host: '::1', port: 1025, near: true }],
    ['smtp://[2001:db8::5]', { host: '2001:db8::5', near: false }],
    ['smtp://127.0.0.1.evil.example', { near: false }],
  ])('understand %s', (url, expected) => {
    expect(mailOf(url)).toMatchObject(expected)
    expect(mailOf(url)).not.toHaveProperty('login')
  })

  it.each([
    ['loket@kantor.example', { address: 'loket@kantor.example' }],
    ['<loket@kantor.example>', { address: 'loket@kantor.example' }],
    ['"Loket, Kajen" <loket@kantor.example>', { name: 'Loket, Kajen', address: 'loket@kantor.example' }],
    ['Lokèt ꦱ <loket@kantor.example>', { name: 'Lokèt ꦱ', address: 'loket@kantor.example' }],
  ])('understand a sender %s', (from, expected) => {
    expect(mailOf('smtp://localhost', from)?.from).toEqual(expected)
  })

  it.each([
    'mail.kantor.example',
    'https://mail.kantor.example',
    'smtp://',
    'smtp://mail.kantor.example/inbox',
    'smtp://mail.kantor.example?pool=true',
    'smtp://mail.kantor.example#x',
    'smtp://mail.kantor.example:0',
    'smtp://mail.kantor.example:70000',
    'smtp://user@mail.kantor.example',
    'smtp://:pass@mail.kantor.example',
    'smtp://us%0Aer:pass@mail.kantor.example',
    'smtp://us%zzer:pass@mail.kantor.example',
    'smtp://mail kantor.example',
    `smtp://${'a'.repeat(10_000)}.example`,
    '💥',
  ])('refuse the server %s', (url) => {
    const problems = problemsOf({ SMTP_URL: url, MAIL_FROM: FROM })
    expect(problems.join('\n')).toMatch(/^SMTP_URL must be smtps:\/\/ or smtp:\/\/ [^\n]*Example: SMTP_URL=smtps:/)
  })

  it.each([
    'Loket',
    'loket@',
    'loket@localhost',
    'a@kantor.example, b@kantor.example',
    'Loket <loket@kantor.example',
    'Loket\r\nBcc: x@y.id <loket@kantor.example>',
    'Loket\u202E <loket@kantor.example>',
    `${'L'.repeat(81)} <loket@kantor.example>`,
    `${' '.repeat(10_000)}"<`,
  ])('refuse the sender %j', (from) => {
    expect(problemsOf({ SMTP_URL: 'smtp://localhost', MAIL_FROM: from }).join('\n')).toMatch(/^MAIL_FROM must be /)
  })

  it('belong together', () => {
    expect(problemsOf({ SMTP_URL: URL_SETTING })).toEqual([
      'MAIL_FROM must be set beside SMTP_URL: the address that e-mail is from. Example: MAIL_FROM="Loket SINTREN <loket@example.go.id>"',
    ])
    expect(problemsOf({ MAIL_FROM: FROM })).toEqual([
      expect.stringMatching(/^SMTP_URL must be set beside MAIL_FROM: the server that e-mail goes to\. Example: /),
    ])
  })

  it('are not repeated where the password is in them', () => {
    const problems = problemsOf({ SMTP_URL: 'smtp://loket:rahasia@mail.kantor.example/x', MAIL_FROM: FROM })
    expect(problems).toHaveLength(1)
    expect(problems.join()).not.toMatch(/rahasia|kantor/)
  })

  it('are told apart from what other programs set', () => {
    expect(problemsOf({ SMTP_URI: 'smtp://localhost' })).toEqual(['SMTP_URI is not a setting of Loket: did you mean SMTP_URL?'])
    expect(problemsOf({ MAIL: '/var/mail/loket' })).toEqual([])
  })
})
