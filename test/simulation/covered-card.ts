import { Canvas } from '../documents/canvas.ts'
import { ktp } from '../documents/ktp.ts'
import { photograph } from '../documents/photograph.ts'

const SEED = 31

/**
 * A photo of a KTP with fingers over NIK and name, as JPEG: a counter takes it for an officer to judge, whether it has
 * the time to read it or not, and whoever sends it.
 */
export async function coveredCard(): Promise<Buffer> {
  const card = await ktp({ seed: SEED })
  const { width, height, data } = card.picture
  const picture = new Canvas(width, height)
  picture.data.set(data)
  const fingers = { x: 0.225 * width, y: 0.155 * height, width: 0.525 * width, height: 0.19 * height }
  picture.shape(fingers, [204, 154, 128])
  return (await photograph({ ...card, picture }, { seed: SEED })).jpeg
}
