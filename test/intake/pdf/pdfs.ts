// PDFs written by hand, object by object, so that a test says what is in them (ISO 32000-1).
import { deflateSync } from 'node:zlib'

/** Objects by number: a value as it stands in the file, or a stream. */
export type Objects = Readonly<Record<number, string | Stream>>
export interface Stream {
  /** the dictionary's entries without Length */
  readonly entries: string
  readonly data: Buffer
}

/** A stream that is packed. */
export function packed(data: Buffer | string, entries = ''): Stream {
  return { entries: `/Filter /FlateDecode ${entries}`, data: deflateSync(data) }
}

/** The objects of a document of one page of A5 on which something is drawn: 1 is the catalogue, 2 the pages, 3 the page. */
const BASE: Objects = {
  1: '<< /Type /Catalog /Pages 2 0 R >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: page(),
  4: { entries: '', data: Buffer.from('0.9 0.2 0.1 rg 60 300 300 200 re f') },
}

/** Writes a PDF of `objects`, those of `BASE` included where they are not replaced. */
export function pdf(objects: Objects = {}, trailer = ''): Buffer {
  const all = { ...BASE, ...objects }
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const places = new Map<number, number>()
  let size = parts[0]?.length ?? 0
  const add = (bytes: Buffer) => {
    parts.push(bytes)
    size += bytes.length
  }
  for (const [number, value] of Object.entries(all)) {
    places.set(Number(number), size)
    add(Buffer.concat([Buffer.from(`${number} 0 obj\n`), written(value), Buffer.from('\nendobj\n')]))
  }
  const highest = Math.max(...places.keys())
  const start = size
  const lines = Array.from({ length: highest }, (_, at) => {
    const place = places.get(at + 1)
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`
  })
  add(Buffer.from(`xref\n0 ${highest + 1}\n0000000000 65535 f \n${lines.join('')}`))
  add(Buffer.from(`trailer\n<< /Size ${highest + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}

/** A PDF with further objects in a packed stream of objects (7.5.7), as most programs write them; 5 is that stream. */
export function pdfWithPackedObjects(inside: Readonly<Record<number, string>>, objects: Objects = {}): Buffer {
  const values = Object.entries(inside)
  const starts = values.map((_, at) => values.slice(0, at).reduce((sum, [, value]) => sum + value.length + 1, 0))
  const head = values.map(([number], at) => `${number} ${starts[at]}`).join(' ')
  const text = `${head}\n${values.map(([, value]) => value).join('\n')}`
  return pdf({ ...objects, 5: packed(text, `/Type /ObjStm /N ${values.length} /First ${head.length + 1}`) })
}

/** The page: its box in points, and further entries. */
export function page({ box = '0 0 420 595', more = '' }: { readonly box?: string; readonly more?: string } = {}): string {
  return `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R /Resources << >> ${more} >>`
}

/** A PDF of so many pages, all of them the same. */
export function pdfOfPages(count: number): Buffer {
  const numbers = Array.from({ length: count }, (_, at) => at + 10)
  return pdf({
    2: `<< /Type /Pages /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] /Count ${count} >>`,
    ...Object.fromEntries(numbers.map((number) => [number, page()])),
  })
}

/** A page that is one picture of `side` pixels each way, all white, packed to almost nothing. */
export function pictureBomb(side: number): Buffer {
  return pdf({
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents 4 0 R /Resources << /XObject << /I 6 0 R >> >> >>',
    4: { entries: '', data: Buffer.from('420 0 0 595 0 0 cm /I Do') },
    6: {
      entries: `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/FlateDecode /FlateDecode]`,
      data: deflateSync(deflateSync(Buffer.alloc(side * side * 3, 255))),
    },
  })
}

/** A page whose drawing is so many megabytes of the same order, packed to almost nothing. */
export function drawingBomb(megabytes: number): Buffer {
  return pdf({ 4: packed(Buffer.alloc(megabytes * 2 ** 20, '0 0 420 595 re f\n')) })
}

/** A stream of objects that unpacks to so many megabytes; `twice`: packed twice over, so that it looks small at first. */
export function objectsBomb(megabytes: number, twice = false): Buffer {
  const once = deflateSync(Buffer.alloc(megabytes * 2 ** 20, '9 0 '))
  const entries = `/Type /ObjStm /N 1 /First 4`
  return pdf({
    5: twice
      ? { entries: `${entries} /Filter [/FlateDecode /FlateDecode]`, data: deflateSync(once) }
      : { entries: `${entries} /Filter /FlateDecode`, data: once },
  })
}

function written(value: string | Stream): Buffer {
  if (typeof value === 'string') return Buffer.from(value, 'latin1')
  const head = Buffer.from(`<< ${value.entries} /Length ${value.data.length} >>\nstream\n`)
  return Buffer.concat([head, value.data, Buffer.from('\nendstream')])
}
