// DER (X.690), as far as certificates and signatures of tests need it: a tag, the length, the contents.

/** One element; the contents may have up to 65,535 bytes. */
export function tlv(tag: number, contents: Buffer): Buffer {
  const { length } = contents
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), contents])
}

export function sequence(...parts: readonly Buffer[]): Buffer {
  return tlv(0x30, Buffer.concat(parts))
}

export function set(...parts: readonly Buffer[]): Buffer {
  return tlv(0x31, Buffer.concat(parts))
}

export function oid(bytes: readonly number[]): Buffer {
  return tlv(0x06, Buffer.from(bytes))
}

/** The elements that an element consists of, each with its tag and length. */
export function elements(of: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = headLength(of); at < of.length;) {
    const end = at + elementLength(of.subarray(at))
    found.push(of.subarray(at, end))
    at = end
  }
  return found
}

function headLength(der: Buffer): number {
  const first = der[1] ?? 0
  return first < 128 ? 2 : 2 + (first & 0x7f)
}

function elementLength(der: Buffer): number {
  const head = headLength(der)
  return head + (head === 2 ? (der[1] ?? 0) : der.readUIntBE(2, head - 2))
}
