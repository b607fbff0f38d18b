// `node make-bombs.ts <folder>`: in a process of its own, for making them takes more memory than opening them must.
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createDeflate } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { drawingBomb, objectsBomb, pdfOfPages, pictureBomb } from '../../test/intake/pdf/pdfs.ts'
import { chunk, jpeg } from '../../test/intake/photos.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('make-bombs.ts is started by bombs.ts')
const keep = (name: string, bytes: Uint8Array): Promise<void> => writeFile(join(folder, name), bytes)

await keep('honest.jpg', await jpeg(1600, 1200))
await keep('PDF of 500 pages.pdf', pdfOfPages(500))
await keep('PDF, drawing of 400 MB.pdf', drawingBomb(400))
await keep('PDF, picture of 400 MP.pdf', pictureBomb(20_000))
await keep('PDF, objects of 600 MB, packed twice.pdf', objectsBomb(600, true))
await writePng('PNG of 400 MP.png', 20_000)
await keep('PNG of 49 MP.png', await white(7000, 7000).png().toBuffer())
await keep('JPEG of 108 MP, progressive.jpg', await white(12_000, 9000).jpeg({ progressive: true }).toBuffer())
await keep('JPEG of 108 MP.jpg', await white(12_000, 9000).jpeg().toBuffer())

function white(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#ffffff' }, limitInputPixels: false })
}

/** A whole and correct PNG, all black, written row by row. */
async function writePng(name: string, side: number): Promise<void> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.alloc(1 + side * 3)
  const rows = Readable.from(
    (function* () {
      for (let y = 0; y < side; y++) yield row
    })(),
  )
  await pipeline(
    rows,
    createDeflate({ level: 9 }),
    async function* (packed: AsyncIterable<Buffer>) {
      yield Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
      yield chunk('IHDR', header)
      for await (const data of packed) yield chunk('IDAT', data)
      yield chunk('IEND', Buffer.alloc(0))
    },
    createWriteStream(join(folder ?? '', name)),
  )
}
