/** Segments that belong to the pixels (ITU-T T.81, table B.1): tables, the frame, the scan. */
const OF_PIXELS = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xdb, 0xda, 0xdd])
const JFIF = 0xe0

/**
 * What a JPEG has beside its pixels: the names of segments such as `APP1` (EXIF, XMP), `APP2` (ICC) or `COM`, `tail` for bytes
 * after its end, `no end`, `no JPEG`. Empty for a plain one; the JFIF header alone is no matter.
 */
export function besidePixels(jpeg: Uint8Array): string[] {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return ['no JPEG']
  const found: string[] = []
  let at = 2
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0
    if (marker === 0xd9) break
    if (marker === 0xfe) found.push('COM')
    else if (marker >= 0xe0 && marker <= 0xef && marker !== JFIF) found.push(`APP${marker - 0xe0}`)
    else if (!OF_PIXELS.has(marker) && marker !== JFIF) found.push(marker.toString(16))
    at += 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0)
    if (marker === 0xda) at = endOfScan(jpeg, at)
  }
  if (jpeg[at] !== 0xff || jpeg[at + 1] !== 0xd9) return [...found, 'no end']
  return at + 2 === jpeg.length ? found : [...found, 'tail']
}

// In a scan 0xff stands before 0, or before a restart marker; anything else is the next segment (B.1.1.5).
function endOfScan(jpeg: Uint8Array, from: number): number {
  for (let at = from; at + 1 < jpeg.length; at++) {
    const next = jpeg[at + 1] ?? 0
    if (jpeg[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return jpeg.length
}
