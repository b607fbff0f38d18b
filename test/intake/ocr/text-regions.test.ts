import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallestRectangle, textRegions, type TextMap } from '../../../bot/intake/ocr/text-regions.ts'
import { direction, readAlong, turnLine, type TextLine } from '../../../bot/intake/ocr/text-line.ts'

const angles = fc.double({ min: -Math.PI / 2, max: Math.PI / 2, noNaN: true })
const lines = fc.record<TextLine>({
  x: fc.double({ min: 0, max: 900, noNaN: true }),
  y: fc.double({ min: 0, max: 600, noNaN: true }),
  width: fc.double({ min: 60, max: 400, noNaN: true }),
  height: fc.double({ min: 5, max: 15, noNaN: true }),
  angle: angles,
})

function corners({ x, y, width, height, angle }: TextLine) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return [-1, 1].flatMap((a) =>
    [-1, 1].map((b) => {
      const [u, v] = [(a * width) / 2, (b * height) / 2]
      return { x: x + u * cos - v * sin, y: y + u * sin + v * cos }
    }),
  )
}

/** A map of a size with likelihood 0.9 where `isText` says so. */
function map(width: number, height: number, isText: (x: number, y: number) => boolean): TextMap {
  const data = new Float32Array(width * height)
  for (let i = 0; i < data.length; i++) if (isText(i % width, Math.floor(i / width))) data[i] = 0.9
  return { data, width, height }
}

describe('lines of text in a map', () => {
  it('finds the smallest rectangle around the corners of any', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const found = smallestRectangle(corners(line))
        const [long, short] = [Math.max(found.width, found.height), Math.min(found.width, found.height)]
        expect(long).toBeCloseTo(line.width, 3)
        expect(short).toBeCloseTo(line.height, 3)
        expect(found.x).toBeCloseTo(line.x, 3)
        expect(found.y).toBeCloseTo(line.y, 3)
      }),
    )
  })

  it('takes two bars for two lines, the larger first, and grows them', () => {
    const found = textRegions(
      map(200, 100, (x, y) => (x >= 20 && x < 120 && y >= 20 && y < 30) || (x >= 40 && x < 90 && y >= 60 && y < 68)),
    )
    expect(found).toHaveLength(2)
    expect(found[0]).toMatchObject({ x: 70, y: 25 })
    expect(found[0]?.width).toBeGreaterThan(110)
    expect(found[1]).toMatchObject({ x: 65, y: 64 })
  })

  it('finds nothing in an empty map, a speck, or a doubtful spot', () => {
    expect(textRegions(map(64, 64, () => false))).toEqual([])
    expect(textRegions(map(64, 64, (x, y) => x === 5 && y === 5))).toEqual([])
    expect(textRegions({ width: 64, height: 64, data: new Float32Array(64 * 64).fill(0.4) })).toEqual([])
  })

  it('does not drown in a page of noise', () => {
    expect(textRegions(map(736, 736, (x, y) => x % 6 < 4 && y % 6 < 4)).length).toBeLessThanOrEqual(400)
  })

  it('knows the direction of tilted and of sideways lines', () => {
    const tilted = [0.05, 0.06, 0.07].map((angle) => ({ x: 50, y: 50, width: 100, height: 10, angle }))
    expect(direction(tilted)).toBeCloseTo(0.06)
    expect(direction(tilted.map(({ width, height, ...rest }) => ({ ...rest, width: height, height: width })))).toBeCloseTo(
      0.06 + Math.PI / 2,
    )
    expect(direction([])).toBe(0)
  })

  it('turns a line with its picture: four quarters are none, and it reads along afterwards', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const size = { width: 900, height: 600 }
        const other = { width: 600, height: 900 }
        const round = turnLine(turnLine(turnLine(turnLine(line, 90, size), 90, other), 90, size), 90, other)
        expect(round.x).toBeCloseTo(line.x, 6)
        expect(round.y).toBeCloseTo(line.y, 6)
        expect(Math.cos(round.angle - line.angle)).toBeCloseTo(1, 9)
        const back = turnLine(turnLine(line, 270, size), 90, other)
        expect(back.x).toBeCloseTo(line.x, 6)
        expect(Math.abs(readAlong(line, 0.1).angle - 0.1)).toBeLessThanOrEqual(Math.PI / 4 + 1e-9)
      }),
    )
  })
})
