import { fileTypeFromBuffer } from 'file-type'

/** What bytes are, by their content: names and declared types are not believed. */
export type Sniffed = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic' | 'svg' | 'pdf' | 'app' | 'other'

const BY_MIME = new Map<string, Sniffed>([
  ['image/jpeg', 'jpeg'],
  ['image/png', 'png'],
  ['image/apng', 'png'],
  ['image/webp', 'webp'],
  ['image/avif', 'avif'],
  ['image/heic', 'heic'],
  ['image/heic-sequence', 'heic'],
  ['image/heif', 'heic'],
  ['image/heif-sequence', 'heic'],
  ['application/pdf', 'pdf'],
  ['application/vnd.android.package-archive', 'app'],
  ['application/x-msdownload', 'app'],
  ['application/x-elf', 'app'],
  ['application/x-mach-binary', 'app'],
  ['application/java-vm', 'app'],
  ['application/java-archive', 'app'],
  ['application/zip', 'app'],
  ['application/x-rar-compressed', 'app'],
  ['application/x-7z-compressed', 'app'],
  ['application/gzip', 'app'],
])
/** PDF readers accept the header anywhere in this many first bytes (ISO 32000-1, annex H.3.4.1). */
const PDF_HEAD = 1024
/** How far an SVG's prologue, comments and document type may reach before its root element, in bytes. */
const TEXT_HEAD = 16_384

/** Says what `bytes` are. */
export async function sniff(bytes: Uint8Array): Promise<Sniffed> {
  const known = await fileTypeFromBuffer(bytes)
  const sniffed = known && BY_MIME.get(known.mime)
  if (sniffed !== undefined) return sniffed
  if (Buffer.from(bytes.subarray(0, PDF_HEAD)).includes('%PDF-')) return 'pdf'
  return /<(?:[\w-]+:)?svg[\s>/]/i.test(headAsText(bytes)) ? 'svg' : 'other'
}

function headAsText(bytes: Uint8Array): string {
  const head = bytes.subarray(0, TEXT_HEAD)
  const encoding = head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(head)
}
