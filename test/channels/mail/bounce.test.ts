import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBounce } from '../../../bot/channels/mail/bounce.ts'
import { bounced } from '../../fakes/smtp/bounced.ts'

const ID = '<loket-4711.a0f3@kantor.example>'
const MAIL = { headers: new Map([['message-id', ID]]), to: ['siti@contoh.id'] }
const REPORT = bounced(MAIL)

describe('a mail that came back', () => {
  it('tells which it was and why it did not arrive', () => {
    expect(readBounce(REPORT)).toEqual({ messageId: ID, status: '5.1.1', stopped: true })
  })

  it.each([
    ['with lines as programs get them', REPORT.replaceAll('\r\n', '\n')],
    ['with the line that Postfix writes before it', `From MAILER-DAEMON  Wed Jul  1 03:04:05 2026\n${REPORT}`],
    ['with names in other letters', REPORT.replaceAll('Content-Type', 'CONTENT-TYPE').replace('Status:', 'STATUS :')],
    [
      'with the mail whole',
      REPORT.replace('text/rfc822-headers', 'message/rfc822').replace(/\r\n\r\n(--[^\r]*--)/, '\r\n\r\nIsi\r\n$1'),
    ],
    ['cut off after the headers', REPORT.slice(0, REPORT.indexOf('Subject: =?UTF-8'))],
    ['with bare words in the type', REPORT.replace(/boundary="[^"]*"/, 'boundary=x1').replace(/--AF3[^-\r]*/g, '--x1')],
    ['with a report type in quotes', REPORT.replace('report-type=delivery-status', 'Report-Type="Delivery-Status"')],
    ['with a word behind the code', REPORT.replace('Status: 5.1.1', 'Status: 5.1.1 (bad destination mailbox)')],
    ['of a server that writes all of Unicode', REPORT.replace('message/delivery-status', 'message/global-delivery-status')],
  ])('is understood %s', (_how, mail) => {
    expect(readBounce(mail)).toEqual({ messageId: ID, status: '5.1.1', stopped: true })
  })

  it.each([
    ['5.1.10', true],
    ['5.2.1', true],
    ['5.2.2', false],
    ['5.7.1', false],
    ['4.4.7', false],
  ])('with %s says whether anybody has the address: %s', (status, stopped) => {
    expect(readBounce(bounced(MAIL, { status }))).toMatchObject({ status, stopped })
  })

  it.each([
    ['a delay', bounced(MAIL, { action: 'delayed', status: '4.4.1' })],
    ['a delivery', bounced(MAIL, { action: 'delivered', status: '2.0.0' })],
    ['a failure with a code that is none', bounced(MAIL, { status: '5.1.1.1' })],
    ['a failure with the code of a success', bounced(MAIL, { status: '2.0.0' })],
    ['a report about a mail without an id', REPORT.replace(/Message-ID:\r\n [^\r]*\r\n/, '')],
    ['a report of another kind', REPORT.replace('delivery-status;', 'feedback-report;')],
    ['a report without parts', REPORT.replace(/;\r\n\tboundary="[^"]*"/, '')],
    ['a letter that quotes a report', `Content-Type: text/plain\r\nSubject: Fwd\r\n\r\n${REPORT}`],
    ['a report in the words of a letter', REPORT.replace('message/delivery-status', 'text/plain')],
    ['an absence note', 'Auto-Submitted: auto-replied\r\nSubject: Cuti\r\n\r\nSaya cuti.'],
    ['nothing', ''],
    ['a line', 'halo'],
  ])('is nothing to follow when it is %s', (_what, mail) => {
    expect(readBounce(mail)).toBeUndefined()
  })

  it('may be anything at all, and long', () => {
    const piece = fc.oneof(fc.constantFrom(...REPORT.split(/(?<=\r\n)/)), fc.string({ unit: 'binary', maxLength: 40 }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const found = readBounce(pieces.join(''))
        if (found !== undefined) expect(found.status).toMatch(/^[45]\.\d{1,3}\.\d{1,3}$/)
      }),
    )
    const type = 'Content-Type: multipart/report; report-type=delivery-status; boundary=x\n'
    for (const long of ['--x\n', '\n\n', '; ', 'a: b\n', ' \t\n', 'From ', '--x\nContent-Type: message/delivery-status\n\n'])
      for (const start of ['', type, `${type}\n`]) expect(readBounce(start + long.repeat(50_000))).toBeUndefined()
  })
})
