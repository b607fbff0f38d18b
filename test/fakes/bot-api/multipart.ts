import { badRequest } from './refusal.ts'

/** A file in a form. */
export interface Upload {
  readonly name: string
  readonly bytes: Buffer
}

/** The fields of a form (RFC 7578), texts and files. */
export interface Form {
  readonly fields: Readonly<Record<string, string>>
  readonly uploads: Readonly<Record<string, Upload>>
}

/** Reads a `multipart/form-data` body. Takes what grammY and telegraf write: unquoted file names, header names in any case. */
export function readForm(contentType: string, body: Buffer): Form {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (boundary === undefined) throw badRequest('no boundary')
  const fields: Record<string, string> = {}
  const uploads: Record<string, Upload> = {}
  for (const part of partsOf(body, Buffer.from(`--${boundary}`))) {
    const gap = part.indexOf('\r\n\r\n')
    if (gap < 0) throw badRequest('a part without headers')
    const headers = part.subarray(0, gap).toString()
    const content = part.subarray(gap + 4)
    const name = /[; ]name="([^"]*)"/i.exec(headers)?.[1]
    if (name === undefined) throw badRequest('a part without a name')
    const file = /filename="?([^"\r\n;]*)"?/i.exec(headers)?.[1]
    if (file === undefined) fields[name] = content.toString()
    else uploads[name] = { name: file, bytes: Buffer.from(content) }
  }
  return { fields, uploads }
}

function* partsOf(body: Buffer, delimiter: Buffer): Generator<Buffer> {
  let from = body.indexOf(delimiter)
  if (from < 0) throw badRequest('an empty form')
  for (;;) {
    from += delimiter.length
    if (body.subarray(from, from + 2).toString() === '--') return
    const until = body.indexOf(Buffer.concat([Buffer.from('\r\n'), delimiter]), from)
    if (until < 0) throw badRequest('a form without an end')
    yield body.subarray(from + 2, until)
    from = until + 2
  }
}
