import { Canvas } from './canvas.ts'
import type { Drawn } from './drawn.ts'
import { person } from './person.ts'
import { seeded } from './seeded.ts'

const SENTENCES = [
  'Dengan hormat kami sampaikan bahwa rapat warga akan diadakan',
  'pada hari Minggu pukul delapan pagi di balai pertemuan.',
  'Setiap keluarga diharap mengirim satu orang wakil.',
  'Makanan dan minuman disediakan oleh panitia.',
  'Mohon membawa alat kebersihan dari rumah masing-masing.',
  'Atas perhatian dan kerja sama Bapak dan Ibu kami ucapkan terima kasih.',
  'Jadwal ronda bulan depan akan ditempel di papan pengumuman.',
] as const

/** A letter among neighbours: words, but no document that an office asks for. */
export async function letter(options: { seed: number; width?: number }): Promise<Drawn<{ readonly lines: readonly string[] }>> {
  const { seed, width = 1200 } = options
  const random = seeded(seed)
  const unit = width / 1000
  const page = new Canvas(width, Math.round(width * 1.4142))
  page.fill(() => [244, 244, 240])
  const lines = Array.from({ length: 24 }, (_, index) => (index % 7 === 6 ? ' ' : random.pick(SENTENCES)))
  await page.write('UNDANGAN RAPAT WARGA', { x: 500 * unit, y: 90 * unit, size: 34 * unit, face: 'bold', centred: true })
  await page.write(lines.join('\n'), { x: 90 * unit, y: 190 * unit, size: 24 * unit, gap: 12 * unit })
  await page.write(`Hormat kami,\n${person(random).name}`, { x: 640 * unit, y: 1240 * unit, size: 24 * unit, gap: 40 * unit })
  return { picture: page, truth: { lines }, radius: 0 }
}
