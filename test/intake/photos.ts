import { crc32, deflateSync } from 'node:zlib'
import { sharp } from '../../bot/intake/libvips.ts'

/** Pixels like a photo's: a gradient with noise, the same each time. */
function pixels(width: number, height: number): Buffer {
  const raw = Buffer.alloc(width * height * 3)
  let noise = 1
  for (let i = 0; i < raw.length; i++) {
    noise = (noise * 48_271) % 2_147_483_647
    raw[i] = Math.floor((i / raw.length) * 200) + (noise % 40)
  }
  return raw
}

/** A raw image to be encoded by a test. */
export function image(width = 640, height = 400) {
  return sharp(pixels(width, height), { raw: { width, height, channels: 3 } })
}

/** A photo as a chat platform delivers it. */
export function jpeg(width?: number, height?: number): Promise<Buffer> {
  return image(width, height).jpeg({ quality: 85 }).toBuffer()
}

/** A photo as a telephone's camera stores it: taken sideways, with the place where it was taken. */
export function cameraJpeg(): Promise<Buffer> {
  return image()
    .withExif({
      IFD0: { Make: 'Kamera Pribadi', Copyright: 'Siti Aminah' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 53/1 1/1', GPSLongitudeRef: 'E', GPSLongitude: '109/1 40/1 1/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

/** A PNG that claims to have so many pixels, and has a few bytes of them. */
export function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.alloc(1000))
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

/** A chunk of a PNG (its specification, 5.3). */
export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** A JPEG whose header claims other dimensions than its content has (the frame header SOF0 or SOF2, ITU-T T.81 B.2.2). */
export async function jpegClaiming(width: number, height: number, progressive: boolean): Promise<Buffer> {
  const bytes = await image(64, 64).jpeg({ progressive }).toBuffer()
  const frame = bytes.indexOf(Buffer.from([0xff, progressive ? 0xc2 : 0xc0]))
  bytes.writeUInt16BE(height, frame + 5)
  bytes.writeUInt16BE(width, frame + 7)
  return bytes
}

/** The start of an iPhone's HEIC file (ISO/IEC 23008-12): brand `heic`. */
export function heicHead(): Buffer {
  return Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(200)])
}

export const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'

/** An empty ZIP archive's end record after a stored file: what follows the photo in a polyglot. */
export const ZIP_TAIL = Buffer.concat([
  Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1'),
  Buffer.from('perintah-berbahaya.sh'),
  Buffer.from('PK\x05\x06', 'latin1'),
  Buffer.alloc(18),
])
