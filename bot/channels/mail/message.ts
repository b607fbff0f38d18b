import type { SendMailOptions } from 'nodemailer'
import type { Outgoing } from '../channel.ts'
import { headerText } from './header-text.ts'
import { mailPage } from './html.ts'
import type { Mailbox } from './settings.ts'

/** Characters of a subject; more is not shown by any program. */
const MAX_SUBJECT = 150
const MAX_NAME = 80
/** Everything below U+0020 but tab and line feed, and what only some programs take for a line's end. */
const CONTROLS = /[^\P{Cc}\t\n]|[\u2028\u2029]/gu

/** What every mail of a counter has. */
export interface Letterhead {
  readonly from: Mailbox
  /** who it is from and where to ask, in plain text */
  readonly foot: string
  /** of the texts, BCP 47 */
  readonly language: string
  /** stands where a message has no subject */
  readonly subject: string
  /** what only we can write beside a message's key: by it a mail that comes back is known as ours */
  seal(key: string): string
}

/**
 * A message as nodemailer takes it: text and page, files attached. Its Message-ID follows from the message's key, so that a
 * second copy of it, sent because the answer to the first was lost, is known for what it is. Marked as written by a machine
 * (RFC 3834), so that no absence note answers it.
 */
export function mailOf(
  { from, foot, language, subject, seal }: Letterhead,
  to: string,
  message: Outgoing,
  now: number,
): SendMailOptions {
  const title = headerText(message.subject ?? '', MAX_SUBJECT) || subject
  const text = message.text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '')
  return {
    messageId: messageId(message.key, seal(message.key), from.address),
    date: new Date(now),
    from: { name: headerText(from.name ?? '', MAX_NAME), address: from.address },
    to: { name: '', address: to },
    envelope: { from: from.address, to: [to] },
    // Where the server can (RFC 3461): a mail that comes back brings its headers only, and neither link nor document.
    dsn: { ret: 'HDRS', notify: 'FAILURE' },
    subject: title,
    text: `${text}\n\n-- \n${foot}\n`,
    html: mailPage({ language, title, text, foot }),
    // Lines of any length and any script pass through every server, and no program joins lines that were apart.
    textEncoding: 'quoted-printable',
    headers: {
      'Auto-Submitted': 'auto-generated',
      // What Exchange asks for instead; bounces are wanted.
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'Content-Language': language,
    },
    xMailer: false,
    attachments: message.file === undefined ? [] : [attachment(message.file)],
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** The Message-ID of a message (RFC 5322 3.6.4), the same whenever it is sent; `seal` is letters and digits. */
export function messageId(key: string, seal: string, from: string): string {
  return `<loket-${key.replace(/[^\w.-]/g, '_')}.${seal}@${from.slice(from.lastIndexOf('@') + 1)}>`
}

/** What a Message-ID of ours holds; undefined when it is not written as one. Whether the seal is ours is another matter. */
export function partsOfMessageId(id: string): { readonly key: string; readonly seal: string } | undefined {
  const [, key, seal] = /^<loket-([\w.-]{1,100})\.([\da-zA-Z]{1,64})@[^@\s<>]+>$/.exec(id) ?? []
  return key === undefined || seal === undefined ? undefined : { key, seal }
}

function attachment({ name, mime, bytes }: NonNullable<Outgoing['file']>) {
  const filename = headerText(name.replace(/[\\/:*?"<>|]/g, '_'), MAX_NAME) || 'berkas'
  return { filename, contentType: headerText(mime, 100), content: Buffer.from(bytes), contentDisposition: 'attachment' as const }
}
