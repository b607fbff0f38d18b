import { Canvas, type Colour } from './canvas.ts'
import type { Drawn } from './drawn.ts'
import { portrait } from './portrait.ts'
import { seeded } from './seeded.ts'

/** A picture without a letter on it: a hill under the sky, somebody's face, or some fruit. Photographed it is like any other. */
export function noDocument(options: { seed: number; width?: number }): Drawn<{ readonly shows: 'hill' | 'face' | 'fruit' }> {
  const { seed, width = 1400 } = options
  const random = seeded(seed)
  const shows = random.pick<'hill' | 'face' | 'fruit'>(['hill', 'face', 'fruit'])
  const height = Math.round(width / 1.5)
  const view = new Canvas(width, height)
  if (shows === 'hill') {
    const phase = random.between(0, 6)
    view.fill((x, y) => {
      const ridge = height * (0.55 + 0.1 * Math.sin(x / (width / 7) + phase) + 0.04 * Math.sin(x / (width / 23)))
      const grass = 18 * Math.sin(x / 3.1 + y * 1.7) * Math.sin(y / 2.3)
      return y < ridge
        ? [120 + (y / height) * 90, 170 + (y / height) * 60, 235]
        : [60 + grass, 110 + grass + (y / height) * 30, 48]
    })
  } else if (shows === 'face') {
    portrait(view, { x: 0, y: 0, width, height }, [120, 150, 140])
  } else {
    const colours: readonly [Colour, ...Colour[]] = [
      [214, 60, 40],
      [230, 170, 40],
      [90, 160, 60],
      [150, 60, 120],
    ]
    view.fill((x, y) => [180 + 20 * Math.sin(x / 90), 170 + 20 * Math.sin(y / 70), 160])
    for (let piece = 0; piece < 14; piece++) {
      const radius = width * random.between(0.05, 0.11)
      view.ellipse(random.between(0, width), random.between(0, height), radius, radius, random.pick(colours))
    }
  }
  return { picture: view, truth: { shows }, radius: 0 }
}
