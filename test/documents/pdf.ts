import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { jpegOf, type Drawn } from './drawn.ts'

/** A4, in points. */
const [WIDTH, HEIGHT] = [595.28, 841.89]

/** A letter of so many pages as a word processor exports it. */
export async function letterPdf(pages: number): Promise<Uint8Array> {
  const pdf = await emptyPdf()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= pages; page++) {
    const sheet = pdf.addPage([WIDTH, HEIGHT])
    sheet.drawText('SURAT KETERANGAN CONTOH', { x: 180, y: 760, size: 16, font })
    sheet.drawText(`Halaman ${page} dari ${pages}`, { x: 70, y: 700, size: 11, font })
    for (let line = 0; line < 20; line++) {
      sheet.drawText(`Baris ${line + 1}: surat ini hanya contoh dan tidak berlaku.`, {
        x: 70,
        y: 660 - line * 22,
        size: 11,
        font,
      })
    }
  }
  return pdf.save()
}

/** Documents as a scanner's app exports them: one picture a page. */
export async function scannedPdf(drawn: readonly Drawn<unknown>[]): Promise<Uint8Array> {
  const pdf = await emptyPdf()
  for (const { picture } of drawn) {
    const image = await pdf.embedJpg(await jpegOf(picture))
    const sheet = pdf.addPage([WIDTH, HEIGHT])
    const width = Math.min(WIDTH - 80, picture.width / 3)
    const height = (width * picture.height) / picture.width
    sheet.drawImage(image, { x: (WIDTH - width) / 2, y: HEIGHT - 60 - height, width, height })
  }
  return pdf.save()
}

/** The same bytes each time: no clock in it. */
async function emptyPdf(): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle('Contoh')
  return pdf
}
