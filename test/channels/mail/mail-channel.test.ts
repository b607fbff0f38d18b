import { createHash, randomBytes } from 'node:crypto'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { inspect } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Outgoing } from '../../../bot/channels/channel.ts'
import { selfSigned } from '../../support/self-signed.ts'
import { channelTo, failureOf, mailWorld } from './mail-world.ts'

const TO = 'siti.aminah@contoh.id'
const LINK = `https://loket.example.go.id/l/${'a1B2-_'.repeat(7)}x`
const MESSAGE: Outgoing = {
  key: '4711',
  subject: 'Aktivasi akun Anda',
  text: `Halo,\n\nIni tautannya:\n${LINK}\n\nTerima *kasih*.`,
}
const LOGIN = { user: 'loket', password: 'rahasia-server' }

describe('a mail', () => {
  it('arrives with its subject, its text, a page of it, and who it is from', async () => {
    const { smtp, channel } = await mailWorld()
    expect(await channel.send(TO, MESSAGE)).toEqual(['<loket-4711.segel4711@kantor.example>'])
    expect(smtp.mails).toHaveLength(1)
    const [mail] = smtp.mails
    expect(mail).toMatchObject({ from: 'loket@kantor.example', to: [TO], subject: 'Aktivasi akun Anda', files: [] })
    expect(mail?.text).toContain(`Ini tautannya:\n${LINK}\n`)
    expect(mail?.text).toMatch(/-- \nSINTREN · Disdukcapil Kabupaten Pekalongan/)
    expect(mail?.html).toContain(`<a href="${LINK}"`)
    expect(mail?.html).toContain('<strong>kasih</strong>')
    expect(mail?.html).toContain('Disdukcapil Kabupaten Pekalongan')
    expect(Object.fromEntries(mail?.headers ?? [])).toMatchObject({
      from: 'Loket SINTREN <loket@kantor.example>',
      to: TO,
      'message-id': '<loket-4711.segel4711@kantor.example>',
      date: 'Wed, 01 Jul 2026 03:04:05 +0000',
      'auto-submitted': 'auto-generated',
    })
    for (const name of ['reply-to', 'x-mailer', 'list-unsubscribe', 'bcc', 'cc']) expect(mail?.headers.has(name)).toBe(false)
  })

  it('carries a file, byte for byte, under its name', async () => {
    const { smtp, channel } = await mailWorld()
    const bytes = randomBytes(300_000)
    const file = { name: 'Kartu Keluarga – Siti.pdf', mime: 'application/pdf', bytes }
    await channel.send(TO, { ...MESSAGE, file })
    const [got] = smtp.mails[0]?.files ?? []
    expect(got).toMatchObject({ name: 'Kartu Keluarga – Siti.pdf', mime: 'application/pdf' })
    expect(hash(got?.bytes)).toBe(hash(bytes))
  })

  it('has the same Message-ID at every try, so that a second copy is known for what it is', async () => {
    const { smtp, channel } = await mailWorld()
    smtp.next({ at: 'end', is: 'cut' })
    expect(await failureOf(channel.send(TO, MESSAGE))).toEqual({ kind: 'retryable' })
    await channel.send(TO, MESSAGE)
    await channel.send(TO, { ...MESSAGE, key: '4712' })
    expect(smtp.mails.map(({ headers }) => headers.get('message-id'))).toEqual([
      '<loket-4711.segel4711@kantor.example>',
      '<loket-4711.segel4711@kantor.example>',
      '<loket-4712.segel4712@kantor.example>',
    ])
  })

  it('has a subject and a text that no server or program can take for anything else', async () => {
    const { smtp, channel } = await mailWorld()
    const hostile = 'Halo\r\nBcc: semua@contoh.id\r\n\r\n<script>alert(1)</script>\u2028X-Evil: 1\u0000\u202Ecod.exe'
    await channel.send(TO, {
      key: '1\r\nX-Key: 1',
      subject: hostile,
      text: `${hostile}\r\n.\r\nQUIT\r\nFrom me\n.dot`,
      file: { name: 'a"\r\nX-Name: 1/../b.pdf', mime: 'text/html\r\nX-Type: 1', bytes: Buffer.from('isi') },
    })
    const [mail] = smtp.mails
    expect([...(mail?.headers.keys() ?? [])].filter((name) => /bcc|x-evil|x-key|x-name|x-type/.test(name))).toEqual([])
    expect(mail?.to).toEqual([TO])
    expect(mail?.subject).toBe('Halo Bcc: semua@contoh.id <script>alert(1)</script> X-Evil: 1 cod.exe')
    expect(mail?.text).toContain('\n.\nQUIT\nFrom me\n.dot\n')
    expect(mail?.html).not.toContain('<script>')
    expect(mail?.files).toMatchObject([{ bytes: Buffer.from('isi') }])
    expect(mail?.files[0]?.name).not.toMatch(/["\r\n/]/)
  })

  it('may be in any script, and long', async () => {
    const { smtp, channel } = await mailWorld()
    const subject = 'ꦏꦧꦂ 🙏 kabar baik '.repeat(600)
    const text = `${'é漢🙏 '.repeat(2500)}\n\n${'x'.repeat(10_000)}`
    await channel.send(TO, { key: '1', subject, text })
    const [mail] = smtp.mails
    expect([...(mail?.subject ?? '')]).toHaveLength(150)
    expect(subject.startsWith(mail?.subject.replace('…', '') ?? '-')).toBe(true)
    expect(mail?.text.startsWith(text)).toBe(true)
    expect(Math.max(...(mail?.raw.split('\r\n') ?? []).map(({ length }) => length))).toBeLessThanOrEqual(998)
  })

  it('asks that what comes back bring no more than its headers, and that delays be kept for oneself', async () => {
    const { smtp, channel } = await mailWorld()
    await channel.send(TO, MESSAGE)
    expect(smtp.mails[0]?.wishes).toEqual({ ret: 'HDRS', notify: ['FAILURE'] })
  })

  it('goes also by a server that takes no such wishes', async () => {
    const { smtp, channel } = await mailWorld({ reports: false })
    await channel.send(TO, MESSAGE)
    expect(smtp.mails[0]?.wishes).toEqual({})
  })

  it('without a subject has one all the same', async () => {
    const { smtp, channel } = await mailWorld()
    await channel.send(TO, { key: '1', text: 'Isi', subject: ' \u0007 ' })
    expect(smtp.mails[0]?.subject).toBe('Kabar dari SINTREN')
  })
})

describe('an address', () => {
  it.each([
    '',
    'siti',
    '@contoh.id',
    'siti@',
    'siti@localhost',
    'siti @contoh.id',
    'siti@contoh.id\r\nRCPT TO:<lain@contoh.id>',
    'siti@contoh.id, lain@contoh.id',
    '<siti@contoh.id>',
    '"siti lain"@contoh.id',
    'siti..a@contoh.id',
    'sіti@contoh.id',
    'siti@contoh.id\u202E',
    `${'a'.repeat(65)}@contoh.id`,
    `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.id`,
    'a@b@contoh.id',
  ])('that is none is refused without asking the server: %j', async (address) => {
    const { smtp, channel } = await mailWorld()
    expect(await failureOf(channel.send(address, MESSAGE))).toEqual({ kind: 'final', code: 'invalid-address' })
    expect(smtp.connections).toBe(0)
  })

  it('of ten thousand characters is refused without asking the server', async () => {
    const { smtp, channel } = await mailWorld()
    for (const address of [`${'a'.repeat(10_000)}@contoh.id`, `a@${'b.'.repeat(5000)}id`, 'a@b.id,'.repeat(1500)])
      expect(await failureOf(channel.send(address, MESSAGE))).toEqual({ kind: 'final', code: 'invalid-address' })
    expect(smtp.connections).toBe(0)
  })
})

describe('what the server says', () => {
  it.each([
    ['to', 550, '5.1.1 User unknown', { kind: 'contact-stopped' }],
    ['to', 550, 'No such user here', { kind: 'contact-stopped' }],
    ['to', 550, '5.1.2 Bad domain', { kind: 'contact-stopped' }],
    ['to', 550, '5.2.1 Mailbox disabled', { kind: 'contact-stopped' }],
    ['to', 551, 'User not local', { kind: 'contact-stopped' }],
    ['to', 550, '5.7.1 Relaying denied', { kind: 'final', code: 'recipient-refused' }],
    ['to', 554, 'Refused', { kind: 'final', code: 'recipient-refused' }],
    ['to', 552, '5.2.2 Mailbox full', { kind: 'final', code: 'mailbox-full' }],
    ['to', 552, 'Quota exceeded', { kind: 'final', code: 'mailbox-full' }],
    ['to', 450, '4.2.0 Greylisted', { kind: 'retryable' }],
    ['to', 451, '4.7.1 Try later', { kind: 'retryable' }],
    ['to', 452, '4.2.2 Mailbox full for now', { kind: 'retryable' }],
    ['to', 421, '4.3.2 Closing', { kind: 'retryable' }],
    ['to', 503, 'Bad sequence', { kind: 'retryable' }],
    ['from', 553, '5.7.1 Sender address rejected: not owned by user', { kind: 'account-down' }],
    ['from', 530, '5.7.0 Authentication required', { kind: 'account-down' }],
    ['from', 552, '5.3.4 Message too big', { kind: 'final', code: 'too-large' }],
    ['from', 451, 'Try later', { kind: 'retryable' }],
    ['end', 552, '5.3.4 Message too big', { kind: 'final', code: 'too-large' }],
    ['end', 550, '5.1.1 User unknown', { kind: 'contact-stopped' }],
    ['end', 552, '5.2.2 Mailbox full', { kind: 'final', code: 'mailbox-full' }],
    ['end', 550, 'No', { kind: 'final', code: 'content-refused' }],
    ['end', 554, '5.7.1 Looks like spam', { kind: 'final', code: 'content-refused' }],
    ['end', 451, '4.3.0 Try later', { kind: 'retryable' }],
  ] as const)('at %s: %i %s', async (at, status, text, failure) => {
    const { smtp, channel } = await mailWorld()
    smtp.next({ at, status, text: `${text} <${TO}>` })
    expect(await failureOf(channel.send(TO, MESSAGE))).toEqual(failure)
    expect(smtp.mails).toEqual([])
    // The next one goes.
    await channel.send(TO, MESSAGE)
    expect(smtp.mails).toHaveLength(1)
  })

  it('is not repeated by the error: neither the address, nor the link, nor what it said', async () => {
    const { smtp, channel } = await mailWorld()
    smtp.next({ at: 'to', status: 550, text: `5.1.1 <${TO}>: no such user` })
    const error: unknown = await channel.send(TO, MESSAGE).catch((caught: unknown) => caught)
    const all = inspect(error, { depth: 9, showHidden: true })
    for (const secret of [TO, 'siti', LINK, 'no such user']) expect(all).not.toContain(secret)
  })

  it('of a mail that is larger than it takes', async () => {
    const { channel } = await mailWorld({ size: 20_000 })
    const file = { name: 'besar.pdf', mime: 'application/pdf', bytes: randomBytes(60_000) }
    expect(await failureOf(channel.send(TO, { ...MESSAGE, file }))).toEqual({ kind: 'final', code: 'too-large' })
    expect(await failureOf(channel.send(TO, { ...MESSAGE, file: { ...file, bytes: Buffer.alloc(10 * 2 ** 20 + 1) } }))).toEqual({
      kind: 'final',
      code: 'file-too-large',
    })
  })
})

describe('a connection', () => {
  it('that breaks in the middle of a mail is tried again by the runtime, and not by the library', async () => {
    const { smtp, channel } = await mailWorld()
    smtp.next({ at: 'middle', is: 'cut' })
    const file = { name: 'a.bin', mime: 'application/octet-stream', bytes: randomBytes(200_000) }
    expect(await failureOf(channel.send(TO, { ...MESSAGE, file }))).toEqual({ kind: 'retryable' })
    expect([smtp.connections, smtp.mails.length]).toEqual([1, 0])
  })

  it('that is not there waits for the server, and counts as no try', async () => {
    const { smtp } = await mailWorld()
    const { port } = smtp
    await smtp.close()
    const channel = channelTo({ port })
    expect(await failureOf(channel.send(TO, MESSAGE))).toEqual({ kind: 'account-down' })
    await channel.stop()
  })

  it('on which nothing is said is given up', async () => {
    const { smtp, channel } = await mailWorld({}, {}, 400)
    smtp.next({ at: 'greeting', is: 'silent' })
    expect(await failureOf(channel.send(TO, MESSAGE))).toEqual({ kind: 'account-down' })
    await channel.send(TO, MESSAGE)
    expect(smtp.mails).toHaveLength(1)
  })

  it('is used for many mails, and no more than two are open', async () => {
    const { smtp, channel } = await mailWorld()
    await Promise.all(Array.from({ length: 20 }, (_, n) => channel.send(TO, { ...MESSAGE, key: String(n) })))
    expect(smtp.mails).toHaveLength(20)
    expect(smtp.connections).toBeLessThanOrEqual(2)
  })

  it('is closed when the channel stops, and takes nothing more', async () => {
    const { smtp, channel } = await mailWorld()
    await channel.send(TO, MESSAGE)
    await channel.stop()
    expect(['retryable', 'account-down']).toContain((await failureOf(channel.send(TO, MESSAGE))).kind)
    expect(smtp.mails).toHaveLength(1)
  })
})

describe('a login', () => {
  it('opens the door', async () => {
    const { smtp, channel } = await mailWorld({ login: LOGIN }, { login: LOGIN })
    await channel.send(TO, MESSAGE)
    expect(smtp.mails).toHaveLength(1)
  })

  it('that is refused stops the account, not the mail', async () => {
    const { smtp, channel } = await mailWorld({ login: LOGIN }, { login: { ...LOGIN, password: 'salah' } })
    expect(await failureOf(channel.send(TO, MESSAGE))).toEqual({ kind: 'account-down' })
    expect(smtp.logins).toEqual(['salah'])
  })

  it('that is refused for now stops the account too', async () => {
    const { smtp, channel } = await mailWorld({ login: LOGIN }, { login: LOGIN })
    smtp.next({ at: 'login', status: 454, text: '4.7.0 Temporary authentication failure' })
    expect(await failureOf(channel.send(TO, MESSAGE))).toEqual({ kind: 'account-down' })
    await channel.send(TO, MESSAGE)
    expect(smtp.mails).toHaveLength(1)
  })

  it('that the server wants and the settings lack stops the account', async () => {
    const { channel } = await mailWorld({ login: LOGIN })
    expect(await failureOf(channel.send(TO, MESSAGE))).toEqual({ kind: 'account-down' })
  })
})

describe('encryption', () => {
  it.each([
    ['STARTTLS', false],
    ['TLS from the start', true],
  ])('by %s, with a certificate that somebody vouches for', async (_name, secure) => {
    const tls = selfSigned('127.0.0.1')
    trust(tls.cert)
    const { smtp, channel } = await mailWorld({ tls, secure, login: LOGIN }, { secure, near: false, login: LOGIN })
    await channel.send(TO, MESSAGE)
    expect(smtp.mails).toHaveLength(1)
  })

  it.each([
    ['STARTTLS', false],
    ['TLS from the start', true],
  ])('by %s fails where nobody vouches for the certificate: no password, no mail', async (_name, secure) => {
    const { smtp, channel } = await mailWorld(
      { tls: selfSigned('127.0.0.1'), secure, login: LOGIN },
      { secure, near: false, login: LOGIN },
    )
    expect(await failureOf(channel.send(TO, MESSAGE))).toEqual({ kind: 'account-down' })
    expect([smtp.logins, smtp.mails]).toEqual([[], []])
  })

  it('fails where the certificate is another server’s', async () => {
    const tls = selfSigned('mail.kantor.example')
    trust(tls.cert)
    const { smtp, channel } = await mailWorld({ tls }, { near: false })
    expect(await failureOf(channel.send(TO, MESSAGE))).toEqual({ kind: 'account-down' })
    expect(smtp.mails).toEqual([])
  })

  it('is insisted on where the server is another machine', async () => {
    const { smtp, channel } = await mailWorld({ login: LOGIN }, { near: false, login: LOGIN })
    expect(await failureOf(channel.send(TO, MESSAGE))).toEqual({ kind: 'account-down' })
    expect([smtp.logins, smtp.mails]).toEqual([[], []])
  })

  it('is used on this machine where it is offered, whatever the certificate', async () => {
    const { smtp, channel } = await mailWorld({ tls: selfSigned('mail.kantor.example'), login: LOGIN }, { login: LOGIN })
    await channel.send(TO, MESSAGE)
    expect(smtp.mails).toHaveLength(1)
  })
})

describe('the channel', () => {
  it('takes nothing in', async () => {
    const { smtp, channel } = await mailWorld()
    await channel.start()
    await expect(channel.fetch()).rejects.toThrow('no e-mail is ever received')
    expect(smtp.connections).toBe(0)
  })
})

function hash(bytes: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(bytes ?? '')
    .digest('hex')
}

// As NODE_EXTRA_CA_CERTS does for the whole program.
function trust(cert: string): void {
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, cert])
  onTestFinished(() => setDefaultCACertificates(before))
}
