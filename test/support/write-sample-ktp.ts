// `node test/support/write-sample-ktp.ts`: draws the sample card of the phone simulator. It is drawn beforehand because a
// running counter draws nothing, and need not have the fonts.
import { join } from 'node:path'
import { sharp } from '../../bot/intake/libvips.ts'
import { Canvas } from '../documents/canvas.ts'
import { ktp } from '../documents/ktp.ts'
import { photograph } from '../documents/photograph.ts'

/** Province 98 does not exist, so that the card can be nobody's. */
const SITI = {
  nik: '9801014107901234',
  name: 'SITI CONTOH',
  female: true,
  birthPlace: 'KOTA CONTOH',
  birthDate: '1990-07-01',
  address: 'JL. CONTOH NO. 1',
  village: 'CONTOHSARI',
  district: 'CONTOHREJO',
  regency: 'CONTOH',
  province: 'CONTOH',
}
const SEED = 13

const card = await ktp({ seed: SEED, ...SITI })
const { width, height } = card.picture
const marked = new Canvas(width, height)
marked.data.set(card.picture.data)
const said = { face: 'bold', colour: [176, 40, 40] } as const
await marked.write('CONTOH - BUKAN DOKUMEN ASLI', { x: width * 0.5, y: height * 0.91, size: width * 0.027, ...said })
const { raw } = await photograph({ ...card, picture: marked }, { seed: SEED })
await sharp(raw.data, { raw: { width: raw.width, height: raw.height, channels: 3 } })
  .resize({ width: 1280, height: 900, fit: 'cover' })
  .jpeg({ quality: 86 })
  .toFile(join(import.meta.dirname, '../../bot/web/simulator/page/sample-ktp.jpg'))
