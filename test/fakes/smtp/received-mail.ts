/** A part of a mail (RFC 2045), its transfer encoding taken away. */
export interface Part {
  readonly headers: ReadonlyMap<string, string>
  /** `text/plain`, `multipart/alternative` … */
  readonly type: string
  readonly bytes: Buffer
  readonly parts: readonly Part[]
}

/** A mail as a mail program would read it. */
export interface ReceivedMail {
  /** of the envelope */
  readonly from: string
  readonly to: readonly string[]
  /** what was asked about reports, where the server takes such wishes (RFC 3461) */
  readonly wishes: { readonly ret?: string; readonly notify?: readonly string[] }
  readonly raw: string
  /** names in small letters; values unfolded, encoded words read */
  readonly headers: ReadonlyMap<string, string>
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly files: readonly { readonly name: string; readonly mime: string; readonly bytes: Buffer }[]
}

/** Reads a mail as it came over the wire. Fails on one with a bare CR or LF, or a header that is none. */
export function readMail(raw: Buffer, envelope: Pick<ReceivedMail, 'from' | 'to' | 'wishes'>): ReceivedMail {
  const wire = raw.toString('latin1')
  if (/(?<!\r)\n|\r(?!\n)/.test(wire)) throw new Error('a line of the mail does not end with CR and LF')
  const top = readPart(wire)
  const all = flat(top)
  const textOf = (type: string): string =>
    all
      .find((part) => part.type === type && !isFile(part))
      ?.bytes.toString('utf8')
      .replaceAll('\r\n', '\n') ?? ''
  return {
    ...envelope,
    raw: wire,
    headers: top.headers,
    subject: top.headers.get('subject') ?? '',
    text: textOf('text/plain'),
    html: textOf('text/html'),
    files: all.filter(isFile).map((part) => ({ name: fileName(part), mime: part.type, bytes: part.bytes })),
  }
}

function readPart(wire: string): Part {
  const end = wire.indexOf('\r\n\r\n')
  const head = end < 0 ? wire : wire.slice(0, end)
  const body = end < 0 ? '' : wire.slice(end + 4)
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r\n(?=[ \t])/g, '').split('\r\n')) {
    const [, name = '', value = ''] = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line) ?? []
    if (name === '') throw new Error(`not a header: ${line}`)
    if (headers.has(name.toLowerCase())) throw new Error(`a header twice: ${name}`)
    headers.set(name.toLowerCase(), words(value))
  }
  const kind = headers.get('content-type') ?? 'text/plain'
  const type = kind.split(';')[0]?.trim().toLowerCase() ?? ''
  const boundary = parameter(kind, 'boundary')
  const parts = boundary === undefined ? [] : partsBetween(body, boundary).map(readPart)
  return { headers, type, bytes: decoded(body, headers.get('content-transfer-encoding') ?? '7bit'), parts }
}

function partsBetween(body: string, boundary: string): string[] {
  const [inside] = `\r\n${body}`.split(`\r\n--${boundary}--`)
  return (inside ?? '').split(`\r\n--${boundary}\r\n`).slice(1)
}

function decoded(body: string, encoding: string): Buffer {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64')
    case 'quoted-printable':
      return unquoted(body.replace(/=[ \t]*\r\n/g, ''))
    default:
      return Buffer.from(body, 'latin1')
  }
}

function unquoted(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

// RFC 2047: blanks between two encoded words are not part of the text; a character may be cut between two of them.
function words(value: string): string {
  const one = String.raw`=\?utf-8\?([bq])\?([^?]*)\?=`
  return value.replace(new RegExp(`${one}(?:[ \t]+${one})*`, 'gi'), (run) =>
    Buffer.concat(
      [...run.matchAll(new RegExp(one, 'gi'))].map(([, way = '', text = '']) =>
        way.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : unquoted(text.replaceAll('_', ' ')),
      ),
    ).toString('utf8'),
  )
}

// RFC 2231: a long or foreign value comes in numbered pieces, percent-encoded.
function parameter(value: string, name: string): string | undefined {
  const plain = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(value)
  if (plain !== null) return words(plain[1] ?? plain[2] ?? '')
  const pieces = [...value.matchAll(new RegExp(`;\\s*${name}\\*(?:\\d+\\*?)?=(?:"([^"]*)"|([^;\\s]*))`, 'gi'))]
  if (pieces.length === 0) return undefined
  const whole = pieces.map(([, quoted, bare]) => quoted ?? bare ?? '').join('')
  return decodeURIComponent(whole.replace(/^utf-8'[^']*'/i, ''))
}

function flat(part: Part): Part[] {
  return [part, ...part.parts.flatMap(flat)]
}

function isFile({ headers }: Part): boolean {
  return /^attachment/i.test(headers.get('content-disposition') ?? '')
}

function fileName({ headers }: Part): string {
  return parameter(headers.get('content-disposition') ?? '', 'filename') ?? ''
}
