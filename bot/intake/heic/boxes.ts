/** Length and type of a box; a length of 1 stands for one of 8 bytes behind them (ISO/IEC 14496-12, 4.2). */
const HEAD = 8
const LONG_HEAD = 16

/**
 * Whether all boxes that a HEIC file announces are there to their ends. The decoder itself does not mind if they are not,
 * and fills what is missing with nothing. What stands behind the last box is not looked at.
 */
export function isWhole(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + HEAD <= file.length;) {
    if (!/^[\x20-\x7e]{4}$/.test(file.toString('latin1', at + 4, at + HEAD))) return at > 0
    const length = boxLength(file, at)
    if (length === 'to the end') return true
    if (length < HEAD || at + length > file.length) return false
    at += length
  }
  return file.length >= HEAD
}

function boxLength(file: Buffer, at: number): number | 'to the end' {
  const short = file.readUInt32BE(at)
  if (short === 0) return 'to the end'
  if (short !== 1) return short
  return at + LONG_HEAD > file.length ? 0 : Number(file.readBigUInt64BE(at + HEAD))
}
