import { sharp } from '../../bot/intake/libvips.ts'
import type { RawImage } from '../../bot/intake/types.ts'
import { ktp } from '../../test/documents/ktp.ts'
import type { Invented } from '../../test/documents/person.ts'
import { photograph } from '../../test/documents/photograph.ts'
import { seeded } from '../../test/documents/seeded.ts'

/** A photo of an invented identity card, and whose it is. */
export interface CardPhoto {
  readonly jpeg: Uint8Array
  readonly of: Invented
}

/** Grey levels of a small sensor's noise: it makes a camera's 12 megapixels 3 to 5 MB, as they are in life. */
const NOISE = 10

/**
 * Photos of invented cards with seeds from `seed` on: as a telephone's camera stores them (12 megapixels, noisy) or as a
 * messenger sends them (1600 pixels).
 */
export async function cardPhotos(size: 'camera' | 'chat', count: number, seed = 9001): Promise<readonly CardPhoto[]> {
  const photos: CardPhoto[] = []
  for (let one = seed; one < seed + count; one++) {
    const card = await ktp({ seed: one })
    const { jpeg, raw } = await photograph(card, { seed: one, size })
    photos.push({ jpeg: Uint8Array.from(size === 'camera' ? await noisy(raw, one) : jpeg), of: card.truth })
  }
  return photos
}

function noisy({ data, width, height }: RawImage, seed: number): Promise<Buffer> {
  const random = seeded(seed)
  // Noise repeats after a million values: drawing it takes longer than anything that is measured.
  const noise = Int8Array.from({ length: 1_000_003 }, () => random.integer(-NOISE, NOISE))
  const pixels = Uint8ClampedArray.from(data, (level, i) => level + (noise[i % noise.length] ?? 0))
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer()
}
