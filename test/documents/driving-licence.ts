import { Canvas } from './canvas.ts'
import type { Drawn } from './drawn.ts'
import { person, printedDate, type Invented } from './person.ts'
import { portrait } from './portrait.ts'
import { seeded } from './seeded.ts'

/** A driving licence (SIM), a card that is easily sent instead of the KTP. */
export async function drivingLicence(options: { seed: number; width?: number }): Promise<Drawn<Invented>> {
  const { seed, width = 1500 } = options
  const random = seeded(seed)
  const truth = person(random)
  const unit = width / 1000
  const card = new Canvas(width, Math.round(width / 1.5858))
  card.fill((x, y) => {
    const wave = 5 * Math.sin(x / unit / 4 + 5 * Math.sin(y / unit / 60))
    return [236 + wave, 228 + wave, 206 + wave - 14 * (y / card.height)]
  })
  card.shape({ x: 0, y: 0, width, height: 92 * unit }, [176, 40, 44])
  const white = [250, 250, 250] as const
  await card.write('INDONESIA', { x: 60 * unit, y: 30 * unit, size: 34 * unit, face: 'bold', colour: white })
  await card.write('SURAT IZIN MENGEMUDI', { x: 420 * unit, y: 20 * unit, size: 34 * unit, face: 'bold', colour: white })
  await card.write('DRIVING LICENSE', { x: 420 * unit, y: 58 * unit, size: 22 * unit, colour: white })
  await card.write('C', { x: 900 * unit, y: 24 * unit, size: 66 * unit, face: 'bold', colour: white })
  portrait(card, { x: 50 * unit, y: 170 * unit, width: 220 * unit, height: 290 * unit }, [60, 96, 180])
  const number = `${random.integer(1000, 9999)}-${random.integer(1000, 9999)}-${random.integer(100000, 999999)}`
  const placed = await card.write(number, { x: 320 * unit, y: 124 * unit, size: 36 * unit, face: 'bold' })
  const lines = [
    `1. ${truth.name}`,
    `2. ${truth.birthPlace}, ${printedDate(truth.birthDate)}`,
    `3. ${random.pick(['A', 'B', 'O', 'AB'])} - ${truth.female ? 'WANITA' : 'PRIA'}`,
    `4. ${truth.address}`,
    `5. WIRASWASTA`,
    `6. ${truth.province}`,
  ]
  await card.write(lines.join('\n'), { x: 320 * unit, y: 190 * unit, size: 27 * unit, gap: 14 * unit })
  await card.write(`BERLAKU S/D 14-0${random.integer(1, 9)}-2029`, {
    x: 320 * unit,
    y: 500 * unit,
    size: 26 * unit,
    face: 'bold',
  })
  return { picture: card, truth, radius: 37 * unit, number: placed }
}
