/** A point in pixels, x to the right and y down. */
export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * Where a line of text stands: a rectangle around its centre (x, y), in pixels. `width` goes along the reading direction,
 * which is `angle` radians clockwise of the x axis; `height` is across it.
 */
export interface TextLine extends Point {
  readonly width: number
  readonly height: number
  readonly angle: number
}

/** The picture's size in pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Degrees clockwise by which a picture is turned. */
export type Turn = 0 | 90 | 180 | 270

/** Where a line stands after its picture, of this size, was turned clockwise. */
export function turnLine(line: TextLine, turn: Turn, { width, height }: Size): TextLine {
  const { x, y } = line
  const angle = normalAngle(line.angle + (turn * Math.PI) / 180)
  if (turn === 90) return { ...line, x: height - y, y: x, angle }
  if (turn === 180) return { ...line, x: width - x, y: height - y, angle }
  if (turn === 270) return { ...line, x: y, y: width - x, angle }
  return { ...line, angle }
}

/** The same direction between -pi (excluded) and pi. */
export function normalAngle(angle: number): number {
  const turned = angle % (2 * Math.PI)
  return turned > Math.PI ? turned - 2 * Math.PI : turned <= -Math.PI ? turned + 2 * Math.PI : turned
}

/**
 * The direction in which the lines run, in radians: the median of the long ones, between -pi/4 and 3 pi/4 because a
 * rectangle does not tell which end is the beginning. 0 where no line is long enough to have a direction.
 */
export function direction(lines: readonly TextLine[]): number {
  const long = lines.filter(({ width, height }) => Math.max(width, height) > 3 * Math.min(width, height))
  // sideways or not is asked first, so that angles around the border between the two are not torn apart
  const sideways = long.filter((line) => Math.abs(Math.sin(longSide(line))) > Math.SQRT1_2)
  const isSideways = total(sideways) * 2 > total(long)
  const middle = isSideways ? Math.PI / 2 : 0
  const angles = long
    .map((line) => halfTurnNear(longSide(line), middle))
    .filter((angle) => Math.abs(angle - middle) <= Math.PI / 4)
    .sort((a, b) => a - b)
  return angles[Math.floor(angles.length / 2)] ?? 0
}

/** The line with its reading direction set to the one of its four that is nearest to `angle`. */
export function readAlong(line: TextLine, angle: number): TextLine {
  const quarters = Math.round((angle - line.angle) / (Math.PI / 2))
  const turned = normalAngle(line.angle + (quarters * Math.PI) / 2)
  return quarters % 2 === 0 ? { ...line, angle: turned } : { ...line, angle: turned, width: line.height, height: line.width }
}

function total(lines: readonly TextLine[]): number {
  return lines.reduce((sum, { width, height }) => sum + Math.max(width, height), 0)
}

function longSide({ width, height, angle }: TextLine): number {
  return width >= height ? angle : angle + Math.PI / 2
}

function halfTurnNear(angle: number, middle: number): number {
  return angle - Math.round((angle - middle) / Math.PI) * Math.PI
}
