import { inflateSync } from 'node:zlib'
import type { PdfProblem } from './problem.ts'

/** Bytes before which the end mark must stand, and after which nothing else may come (ISO 32000-1, annex H.3.4.4). */
const TAIL = 1024
/** The most bytes that all streams of objects together may unpack to. */
const MAX_UNPACKED = 32 * 2 ** 20
/** The most streams of objects: one holds about a hundred of them. */
const MAX_STREAMS = 2000
/** The most bytes of the dictionary before a stream of objects. */
const MAX_DICTIONARY = 4096

// A byte order mark and white space are what careless programs leave.
const START = /^(?:\xef\xbb\xbf)?[\0\t\n\f\r ]*%PDF-\d/
const SPACE = String.raw`[\0\t\n\f\r ]`
const END = String.raw`(?=[\0\t\n\f\r ()<>[\]{}/%]|$)`
const ONE_GAP = String.raw`(?:${SPACE}|%[^\r\n]{0,200}[\r\n])`
const REFERENCE = String.raw`\d+${ONE_GAP}+\d+${ONE_GAP}+R`
// A name ends where a delimiter stands. Short names turn up by chance in packed data, hence only with what must follow.
const ACTIVE = new RegExp(
  [
    String.raw`\/(?:JavaScript|Launch|EmbeddedFiles?|SubmitForm|ImportData|GoTo[RE]|RichMedia\w*|Movie|Sound|Rendition|FileAttachment)${END}`,
    String.raw`\/JS${ONE_GAP}*(?:\(|<|${REFERENCE})`,
    String.raw`\/XFA${ONE_GAP}*(?:\[|<<|${REFERENCE})`,
    String.raw`\/EF${ONE_GAP}*(?:<<|${REFERENCE})`,
  ].join('|'),
)
const ENCRYPTED = new RegExp(String.raw`\/Encrypt${END}`)

/**
 * Looks through the bytes of a PDF without understanding them, so that nothing can hide behind a structure that our parser
 * reads otherwise than the officer's viewer: names of what is active (with `#xx` resolved, ISO 32000-1, 7.3.5), also in
 * every packed stream of objects; `/Encrypt`; something other than a PDF before or behind it.
 */
export function scanRaw(bytes: Uint8Array): PdfProblem | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!START.test(text.slice(0, TAIL))) return 'pdf-damaged'
  if (!endOf(text).includes('%%EOF')) return 'pdf-damaged'
  const plain = unescapeNames(text)
  if (ENCRYPTED.test(plain)) return 'pdf-encrypted'
  if (ACTIVE.test(plain)) return 'pdf-active'
  return scanPackedObjects(text, bytes)
}

/** The last bytes that are no padding. */
function endOf(text: string): string {
  let end = text.length
  while (end > 0 && '\0\t\n\f\r '.includes(text.charAt(end - 1))) end--
  return text.slice(Math.max(0, end - TAIL), end)
}

function scanPackedObjects(text: string, bytes: Uint8Array): PdfProblem | undefined {
  let left = MAX_UNPACKED
  let streams = 0
  for (const { index, 0: mark } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const before = text.slice(Math.max(0, index - MAX_DICTIONARY), index)
    if (!unescapeNames(before.slice(before.lastIndexOf('obj') + 1)).includes('/ObjStm')) continue
    if (++streams > MAX_STREAMS) return 'pdf-damaged'
    const unpacked = inflate(bytes.subarray(index + mark.length), left)
    if (unpacked === undefined) continue
    if (unpacked === 'too-much') return 'pdf-damaged'
    left -= unpacked.length
    if (ACTIVE.test(unescapeNames(unpacked.toString('latin1')))) return 'pdf-active'
  }
  return undefined
}

// What is not packed as it says is left to the parser, which fails on it.
function inflate(bytes: Uint8Array, maxOutputLength: number): Buffer | 'too-much' | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, maxOutputLength) })
  } catch (error) {
    return error instanceof RangeError ? 'too-much' : undefined
  }
}

function unescapeNames(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_escape, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
