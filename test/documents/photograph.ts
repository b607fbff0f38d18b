import { sharp } from '../../bot/intake/libvips.ts'
import type { RawImage } from '../../bot/intake/types.ts'
import type { Drawn } from './drawn.ts'
import { cutOff, defocus, exposure, glareRadius, motion, smallness, type Fault } from './fault.ts'
import { mapped, projectionOnto, type Point, type Quad } from './geometry.ts'
import { motionBlur } from './motion-blur.ts'
import { layOnDesk } from './scene.ts'
import { seeded, type Seeded } from './seeded.ts'
import { expose } from './sensor.ts'

/** What is photographed, and how. */
export interface Shot {
  readonly seed: number
  /** `chat`: as messengers send it, 1600 pixels; `camera`: 12 megapixels */
  readonly size?: 'chat' | 'camera'
  readonly fault?: Fault
  /** degrees clockwise by which the camera was held wrong, without any mark of it in the file */
  readonly turned?: 0 | 90 | 180 | 270
}

/** A photo, and where in it the document and its number lie (before it was turned). */
export interface Photograph {
  readonly jpeg: Buffer
  readonly raw: RawImage
  readonly quad: Quad
  readonly number?: Quad
}

const FRAMES = { chat: { width: 1600, height: 1200 }, camera: { width: 4000, height: 3000 } } as const

/** Takes a photo of a document that lies on a table, as a telephone would. */
export async function photograph(drawn: Drawn<unknown>, shot: Shot): Promise<Photograph> {
  const random = seeded(shot.seed)
  const frame = FRAMES[shot.size ?? 'chat']
  const quad = held(drawn.picture, frame, random, shot.fault)
  const scene = await layOnDesk(drawn, quad, frame, random)
  const wide = Math.hypot(quad[1][0] - quad[0][0], quad[1][1] - quad[0][1])
  const lens = await throughLens(scene, wide, random, shot.fault)
  const project = projectionOnto(quad, drawn.picture.width, drawn.picture.height)
  const { number } = drawn
  const numberQuad = number && corners(number.x, number.y, number.width, number.height).map((point) => mapped(project, point))
  const middle = mapped(project, number ? [number.x + number.width / 2, number.y + number.height / 2] : centre(drawn.picture))
  const strength = shot.fault?.strength ?? 0
  const exposed = expose(lens, random, {
    exposure: shot.fault?.kind === 'dark' ? exposure(strength) : random.between(0.8, 1.08),
    ...(shot.fault?.kind === 'glare' && { lamp: { centre: beside(middle, wide, random), radius: glareRadius(strength) * wide } }),
  })
  const raw = shot.turned ? await turn(exposed, shot.turned) : exposed
  const jpeg = await sharp(raw.data, { raw: { width: raw.width, height: raw.height, channels: 3 } })
    .jpeg({ quality: random.integer(70, 92) })
    .toBuffer()
  return { jpeg, raw, quad, ...(numberQuad && { number: numberQuad as unknown as Quad }) }
}

const centre = ({ width, height }: RawImage): Point => [width / 2, height / 2]

const corners = (x: number, y: number, width: number, height: number): Quad => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
]

/** A lamp is mirrored near what is to be read, seldom exactly there. */
function beside([x, y]: Point, wide: number, random: Seeded): Point {
  return [x + random.between(-0.12, 0.2) * wide, y + random.between(-0.03, 0.12) * wide]
}

/** The corners of the document in the photo: turned by up to 8 degrees, tilted, and where the fault wants it. */
function held(picture: RawImage, frame: { width: number; height: number }, random: Seeded, fault?: Fault): Quad {
  const ratio = picture.height / picture.width
  const widest = Math.min(0.86, (0.84 * frame.height) / frame.width / ratio)
  const share = fault?.kind === 'too-small' ? smallness(fault.strength) : widest * random.between(0.72, 1)
  const [wide, high] = [share * frame.width, share * frame.width * ratio]
  const angle = (random.between(-8, 8) * Math.PI) / 180
  const place: [number, number] = [
    frame.width * (0.5 + random.between(-0.02, 0.02)),
    frame.height * (0.5 + random.between(-0.02, 0.02)),
  ]
  if (fault?.kind === 'cut-off') {
    const hidden = cutOff(fault.strength)
    const side = random.integer(0, 3)
    if (side === 0) place[0] = wide / 2 - hidden * wide
    if (side === 1) place[0] = frame.width - wide / 2 + hidden * wide
    if (side === 2) place[1] = high / 2 - hidden * high
    if (side === 3) place[1] = frame.height - high / 2 + hidden * high
  }
  const tilt = () => random.between(-0.02, 0.02) * wide
  const corner = (x: number, y: number): Point => [
    place[0] + Math.cos(angle) * x - Math.sin(angle) * y + tilt(),
    place[1] + Math.sin(angle) * x + Math.cos(angle) * y + tilt(),
  ]
  const [x, y] = [wide / 2, high / 2]
  return [corner(-x, -y), corner(x, -y), corner(x, y), corner(-x, y)]
}

/** No lens is perfect; a badly focused or moved one is far from it. */
async function throughLens(scene: RawImage, wide: number, random: Seeded, fault?: Fault): Promise<RawImage> {
  const angle = random.between(0, Math.PI)
  const moved = fault?.kind === 'motion' ? motionBlur(scene, motion(fault.strength) * wide, angle) : scene
  const own = random.between(0.5, 0.9) * (scene.width / 1600)
  const sigma = Math.hypot(own, fault?.kind === 'defocus' ? defocus(fault.strength) * wide : 0)
  const { width, height } = scene
  const data = await sharp(moved.data, { raw: { width, height, channels: 3 } })
    .blur({ sigma })
    .raw()
    .toBuffer()
  return { data, width, height }
}

async function turn({ data, width, height }: RawImage, degrees: number): Promise<RawImage> {
  const { data: pixels, info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .rotate(degrees)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: pixels, width: info.width, height: info.height }
}
