import { isNobody } from './failures.ts'

/** What a mail server has sent back because a mail did not arrive. */
export interface Bounce {
  /** of the mail that did not arrive, with its angle brackets */
  readonly messageId: string
  /** why, an enhanced code (RFC 3463): `5.1.1` */
  readonly status: string
  /** nobody has this address */
  readonly stopped: boolean
}

/** Parts of a mail that are looked at: a report has three. */
const MAX_PARTS = 10

/**
 * Reads a mail as a report that a mail of ours has failed for good (RFC 3464 in RFC 6522); undefined when it is anything else: a
 * letter, an absence note, news of a delay. Of the returned mail it looks at the headers only; the end may be missing.
 */
export function readBounce(mail: string): Bounce | undefined {
  // A mail server that hands mail to a program may write a line of its own before it.
  const { headers, body } = parted(mail.replaceAll('\r\n', '\n').replace(/^From .*\n/, ''))
  const type = headers.get('content-type') ?? ''
  if (!/^multipart\/report(?![\w-])/i.test(type) || !/;\s*report-type\s*=\s*"?delivery-status"?\s*(;|$)/i.test(type))
    return undefined
  const boundary = /;\s*boundary\s*=\s*(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (mark === undefined) return undefined
  const parts = partsOf(body, mark).map(parted)
  const status = parts.filter(is(/^message\/(global-)?delivery-status(?![\w-])/i)).map((part) => failureIn(part.body))[0]
  const returned = parts.find(is(/^(message\/(rfc822|global|global-headers)|text\/rfc822-headers)(?![\w-])/i))
  const messageId = returned && parted(returned.body).headers.get('message-id')
  if (status === undefined || messageId === undefined) return undefined
  return { messageId, status, stopped: isNobody(status) }
}

interface Part {
  /** names in small letters, values in one line; of several of one name the first */
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

function parted(text: string): Part {
  const end = text.startsWith('\n') ? 0 : text.search(/\n\n/)
  const headers = fieldsOf(end < 0 ? text : text.slice(0, end))
  return { headers, body: end < 0 ? '' : text.slice(end).replace(/^\n\n?/, '') }
}

function fieldsOf(block: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name = '', value = ''] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? []
    if (name !== '' && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim())
  }
  return fields
}

// What stands before the first mark is for programs that know no parts.
function partsOf(body: string, mark: string): string[] {
  const parts: string[][] = []
  for (const line of body.split('\n')) {
    const bare = line.trimEnd()
    if (bare === `--${mark}--`) break
    if (bare === `--${mark}`) {
      if (parts.length === MAX_PARTS) break
      parts.push([])
    } else parts.at(-1)?.push(line)
  }
  return parts.map((lines) => lines.join('\n'))
}

function is(type: RegExp): (part: Part) => boolean {
  return ({ headers }) => type.test(headers.get('content-type') ?? '')
}

// Fields of the report, then of each recipient; every mail of ours has one recipient.
function failureIn(report: string): string | undefined {
  const failed = report
    .split(/\n{2,}/)
    .map(fieldsOf)
    .find((fields) => /^failed\b/i.test(fields.get('action') ?? ''))
  return /^[45]\.\d{1,3}\.\d{1,3}(?!\S)/.exec(failed?.get('status') ?? '')?.[0]
}
