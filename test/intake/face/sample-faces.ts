import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'

/** Photos of people who agreed to be shown as samples; they stay in the package that they come with. */
const demo = join(dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')), 'demo')

/** Where a face is: which sample, and its box in shares of the picture's sides. */
interface Place {
  readonly sample: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Two of the people on the sample photos. */
export const ANI: Place = { sample: 6, left: 0.355, top: 0.209, width: 0.083, height: 0.2 }
export const BETI: Place = { sample: 5, left: 0.732, top: 0.279, width: 0.087, height: 0.195 }

/** A photo of one sample person alone, `width` pixels wide, with some room around the face. */
export async function portrait({ sample, left, top, width, height }: Place, pixels = 600): Promise<Buffer> {
  const file = join(demo, `sample${sample}.jpg`)
  const { width: w, height: h } = await sharp(file).metadata()
  const part = (share: number, of: number) => Math.max(0, Math.round(share * of))
  const x = part(left - 0.4 * width, w)
  const y = part(top - 0.3 * height, h)
  return sharp(file)
    .extract({ left: x, top: y, width: part(1.8 * width, w), height: part(1.5 * height, h) })
    .resize({ width: pixels })
    .jpeg({ quality: 88 })
    .toBuffer()
}

/** A card with this person's photo in its corner, photographed: paler, smaller, askew and badly compressed. */
export async function cardOf(person: Place, degrees = 3): Promise<Buffer> {
  const photo = await sharp(await portrait(person, 190))
    .modulate({ saturation: 0.5, brightness: 1.1 })
    .jpeg({ quality: 55 })
    .toBuffer()
  const card = await sharp({ create: { width: 900, height: 570, channels: 3, background: '#a8c8e0' } })
    .composite([{ input: photo, left: 660, top: 140 }])
    .png()
    .toBuffer()
  return sharp(card).rotate(degrees, { background: '#54483c' }).jpeg({ quality: 70 }).toBuffer()
}

/** Somebody who holds their card. */
export async function selfieWithCard(person: Place, ownersOfCard: Place = person): Promise<Buffer> {
  const card = await sharp(await cardOf(ownersOfCard, 0))
    .resize({ width: 420 })
    .toBuffer()
  const self = await portrait(person, 700)
  const { height } = await sharp(self).metadata()
  return sharp(self)
    .extend({ bottom: 300, background: '#333333' })
    .composite([{ input: card, left: 140, top: height + 10 }])
    .jpeg({ quality: 85 })
    .toBuffer()
}

/** People side by side, all as large. */
export async function together(...people: readonly Place[]): Promise<Buffer> {
  const faces = await Promise.all(people.map((one) => portrait(one, 400)))
  const cut = await Promise.all(faces.map((one) => sharp(one).resize(400, 560, { fit: 'cover' }).toBuffer()))
  return sharp({ create: { width: 400 * people.length, height: 560, channels: 3, background: '#ffffff' } })
    .composite(cut.map((input, i) => ({ input, left: 400 * i, top: 0 })))
    .jpeg()
    .toBuffer()
}
