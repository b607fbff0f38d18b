export type Point = readonly [x: number, y: number]
/** Corners in the order upper left, upper right, lower right, lower left (of the document, however it lies). */
export type Quad = readonly [Point, Point, Point, Point]

/** A projective map of the plane, row by row; the last number is 1. */
export type Projection = readonly [number, number, number, number, number, number, number, number, number]

/** The map of the rectangle from (0, 0) to (width, height) onto a quad (Heckbert 1989, section 2.2.3). */
export function projectionOnto([p, q, r, s]: Quad, width: number, height: number): Projection {
  const sumX = p[0] - q[0] + r[0] - s[0]
  const sumY = p[1] - q[1] + r[1] - s[1]
  const [x1, x2, y1, y2] = [q[0] - r[0], s[0] - r[0], q[1] - r[1], s[1] - r[1]]
  const det = x1 * y2 - x2 * y1
  const g = (sumX * y2 - x2 * sumY) / det
  const h = (x1 * sumY - sumX * y1) / det
  const [a, b] = [q[0] - p[0] + g * q[0], s[0] - p[0] + h * s[0]]
  const [d, e] = [q[1] - p[1] + g * q[1], s[1] - p[1] + h * s[1]]
  return [a / width, b / height, p[0], d / width, e / height, p[1], g / width, h / height, 1]
}

/** The map back, up to scale. */
export function inverse([a, b, c, d, e, f, g, h, i]: Projection): Projection {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ]
}

/** Where a point comes to lie. */
export function mapped([a, b, c, d, e, f, g, h, i]: Projection, [x, y]: Point): Point {
  const w = g * x + h * y + i
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w]
}
