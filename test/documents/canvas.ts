import type { RawImage } from '../../bot/intake/types.ts'
import { lettering, type Face, type Mask } from './lettering.ts'

export type Colour = readonly [red: number, green: number, blue: number]

/** A part of a picture, in its pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A picture to draw on. */
export class Canvas implements RawImage {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.data = new Uint8Array(width * height * 3)
  }

  /** Colours every pixel by its place. */
  fill(colourAt: (x: number, y: number) => Colour): void {
    for (let y = 0, at = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++, at += 3) this.data.set(colourAt(x, y), at)
    }
  }

  /** Colours the pixels of a box for which `inside` holds. */
  shape(box: Box, colour: Colour, inside: (x: number, y: number) => boolean = () => true): void {
    const bottom = Math.min(this.height, Math.round(box.y + box.height))
    const right = Math.min(this.width, Math.round(box.x + box.width))
    for (let y = Math.max(0, Math.round(box.y)); y < bottom; y++) {
      for (let x = Math.max(0, Math.round(box.x)); x < right; x++)
        if (inside(x, y)) this.data.set(colour, (y * this.width + x) * 3)
    }
  }

  ellipse(cx: number, cy: number, rx: number, ry: number, colour: Colour): void {
    this.shape(
      { x: cx - rx, y: cy - ry, width: 2 * rx, height: 2 * ry },
      colour,
      (x, y) => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1,
    )
  }

  /** Lays ink of a colour; `strength` 0 to 1. */
  stamp(mask: Mask, left: number, top: number, colour: Colour, strength = 1): Box {
    const x0 = Math.round(left)
    const y0 = Math.round(top)
    for (let y = Math.max(0, -y0); y < mask.height && y0 + y < this.height; y++) {
      for (let x = Math.max(0, -x0); x < mask.width && x0 + x < this.width; x++) {
        const ink = ((mask.ink[y * mask.width + x] ?? 0) / 255) * strength
        if (ink === 0) continue
        const at = ((y0 + y) * this.width + x0 + x) * 3
        for (let c = 0; c < 3; c++) this.data[at + c] = (this.data[at + c] ?? 0) * (1 - ink) + (colour[c] ?? 0) * ink
      }
    }
    return { x: x0, y: y0, width: mask.width, height: mask.height }
  }

  /** Writes lines at a place, which is the upper left corner of their ink, or the middle of its upper edge. */
  async write(text: string, place: Lettering): Promise<Box> {
    const mask = await lettering(text, place.face ?? 'sans', place.size, place.gap)
    const left = place.centred === true ? place.x - mask.width / 2 : place.x
    return this.stamp(mask, left, place.y, place.colour ?? INK, place.strength)
  }
}

const INK: Colour = [22, 24, 30]

/** Where and how something is written; `size` and `gap` as in `lettering`. */
export interface Lettering {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly face?: Face
  readonly gap?: number
  readonly colour?: Colour
  readonly strength?: number
  readonly centred?: boolean
}
