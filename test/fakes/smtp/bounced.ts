import type { ReceivedMail } from './received-mail.ts'

/** How a mail comes back. */
export interface BouncedOptions {
  readonly action?: string
  readonly status?: string
  readonly boundary?: string
  /** the Message-ID that the report says the mail had; the mail's own when absent */
  readonly messageId?: string
}

/** A mail as a mail server sends it back when it took it first and could not deliver it: a report as of RFC 3464, lines end in CR LF. */
export function bounced({ headers, to: [to = ''] }: Pick<ReceivedMail, 'headers' | 'to'>, options: BouncedOptions = {}): string {
  const { action = 'failed', status = '5.1.1', boundary = 'AF3.1764/mx.contoh.id' } = options
  const messageId = options.messageId ?? headers.get('message-id') ?? ''
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.contoh.id (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    'To: loket@kantor.example',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    `\tboundary="${boundary}"`,
    '',
    'This is a MIME-encapsulated message.',
    '',
    `--${boundary}`,
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `<${to}>: host mx.contoh.id said: 550 ${status} User unknown`,
    'Action: failed',
    'Message-ID: <loket-1.x@kantor.example>',
    '',
    `--${boundary}`,
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.contoh.id',
    'Arrival-Date: Wed,  1 Jul 2026 03:04:05 +0000 (UTC)',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 User',
    '    unknown',
    '',
    `--${boundary}`,
    'Content-Description: Undelivered Message Headers',
    'Content-Type: text/rfc822-headers',
    '',
    'Received: from loket (localhost [127.0.0.1])',
    '\tby mx.contoh.id (Postfix) with ESMTPS id AF3',
    'Message-ID:',
    ` ${messageId}`,
    'Subject: =?UTF-8?Q?Aktivasi?=',
    '',
    `--${boundary}--`,
    '',
  ].join('\r\n')
}
