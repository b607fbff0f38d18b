import type { RawImage } from '../types.ts'
import type { TextLine } from './text-line.ts'

/** From here on a sensor says nothing any more. */
const WHITE = 250
/** Share of white pixels around a line that hides something; specks of glare on foil do not. */
const DAZZLING = 0.04
/** How far glare is looked for beyond both ends of a line, in heights of the line. */
const BEYOND = 3
/** A line that ends so near to the picture's edge, as a share of its longer side, may go on outside. */
const EDGE = 0.01

/**
 * Whether a line may have more text than could be seen: it runs into glare or to the edge of the picture. Half a name is
 * read as surely as a whole one, so that its letters alone do not tell.
 */
export function mayBeIncomplete(image: RawImage, line: TextLine): boolean {
  return reachesEdge(image, line) || dazzled(image, line) > DAZZLING
}

function reachesEdge({ width, height }: RawImage, line: TextLine): boolean {
  const margin = EDGE * Math.max(width, height)
  const [dx, dy] = [(Math.cos(line.angle) * line.width) / 2, (Math.sin(line.angle) * line.width) / 2]
  return [1, -1].some((end) => {
    const [x, y] = [line.x + end * dx, line.y + end * dy]
    return x < margin || y < margin || x > width - margin || y > height - margin
  })
}

/** Share of white pixels in a line and beyond its ends, looked at on a grid of 9 rows. */
function dazzled({ data, width, height }: RawImage, line: TextLine): number {
  const [cos, sin] = [Math.cos(line.angle), Math.sin(line.angle)]
  const reach = line.width / 2 + BEYOND * line.height
  const step = Math.max(1, line.height / 9)
  let white = 0
  let all = 0
  for (let along = -reach; along <= reach; along += step) {
    for (let across = -line.height / 2; across <= line.height / 2; across += step) {
      const x = Math.round(line.x + along * cos - across * sin)
      const y = Math.round(line.y + along * sin + across * cos)
      if (x < 0 || y < 0 || x >= width || y >= height) continue
      const at = 3 * (y * width + x)
      all++
      if (Math.min(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0) >= WHITE) white++
    }
  }
  return all === 0 ? 0 : white / all
}
