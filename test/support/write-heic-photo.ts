// `node test/support/write-heic-photo.ts`: makes the HEIC photo of the tests out of the card of the phone simulator, as a
// telephone's camera stores it: taken sideways and turned by the container, with camera data, the place where it was taken,
// a colour profile and a thumbnail. It is made beforehand because nothing that Loket installs writes HEVC; this needs
// `heif-enc` (Debian: libheif-examples, 1.15 with x265).
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sharp } from '../../bot/intake/libvips.ts'

const CARD = join(import.meta.dirname, '../../bot/web/simulator/page/sample-ktp.jpg')
const PHOTO = join(import.meta.dirname, '../documents/sample-ktp.heic')
/** Of x265, 0 to 100: the number on the card is still read for certain, and the file is small. */
const QUALITY = 42
/** EXIF 2.32, table 6: to be turned a quarter clockwise. */
const ORIENTATION = 6
/** ISO/IEC 23008-12, 6.5.10: quarters anticlockwise. */
const QUARTERS = 3

/**
 * Has the container turn the pictures, as telephones do and heif-enc does not: the property of the bits of a pixel, which may
 * be left out, becomes one that turns. What stands behind it moves up.
 */
function turned(file: Buffer): Buffer {
  const turn = Buffer.from([0, 0, 0, 9, ...Buffer.from('irot'), QUARTERS])
  const pixi = file.indexOf('pixi') - 4
  const gone = file.readUInt32BE(pixi) - turn.length
  for (const around of ['meta', 'iprp', 'ipco']) {
    const at = file.indexOf(around) - 4
    file.writeUInt32BE(file.readUInt32BE(at) - gone, at)
  }
  // 4-byte base offsets, one extent each (ISO/IEC 14496-12, 8.11.3)
  const iloc = file.indexOf('iloc')
  for (let item = 0, at = iloc + 16; item < file.readUInt16BE(iloc + 10); item++, at += 18)
    file.writeUInt32BE(file.readUInt32BE(at) - gone, at)
  return Buffer.concat([file.subarray(0, pixi), turn, file.subarray(pixi + gone + turn.length)])
}

const folder = mkdtempSync(join(tmpdir(), 'loket-heic-'))
try {
  const [sideways, encoded] = [join(folder, 'sideways.jpg'), join(folder, 'encoded.heic')]
  await sharp(CARD)
    .rotate(-90)
    .withExif({
      IFD0: { Make: 'Kamera Contoh', Copyright: 'Siti Contoh' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 53/1 1/1', GPSLongitudeRef: 'E', GPSLongitude: '109/1 40/1 1/1' },
    })
    .withMetadata({ orientation: ORIENTATION })
    .jpeg({ quality: 95 })
    .toFile(sideways)
  execFileSync('heif-enc', ['--quality', String(QUALITY), '--thumb', '160', '--output', encoded, sideways])
  writeFileSync(PHOTO, turned(readFileSync(encoded)))
} finally {
  rmSync(folder, { recursive: true })
}
