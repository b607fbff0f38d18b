import { describe, expect, it } from 'vitest'
import { sharp } from '../../bot/intake/libvips.ts'
import { letterPdf } from '../documents/pdf.ts'
import { ANY, KTP, counter, kept } from './intake-counter.ts'
import { jpeg } from './photos.ts'

const PDF_ONLY = { ...ANY, slot: 'surat-kuasa', types: ['pdf'], maxBytes: 1024 * 1024, shrink: false } as const

describe('the intake of a PDF', () => {
  it('keeps it with its pages as pictures, all of them erased with the first', async () => {
    const sent = await letterPdf(3)
    const desk = await counter(sent)
    const outcome = await kept(desk, PDF_ONLY)
    expect(desk.asked).toEqual([['simulator', 'f1', 1024 * 1024]])
    expect(outcome.pages).toHaveLength(2)
    for (const page of [outcome.file, ...outcome.pages])
      expect(await sharp(await desk.bytesOf(page)).metadata()).toMatchObject({ format: 'jpeg', width: 1600 })
    expect(await desk.bytesOf(outcome.original ?? '')).toEqual(Buffer.from(sent))
    expect(await desk.vault.findings(desk.unitOfWork, outcome.file)).toMatchObject({ signature: 'none' })

    const rows = await desk.rows()
    expect(rows.filter(({ parentId }) => parentId === outcome.file)).toHaveLength(4)
    expect(rows.filter(({ variant }) => variant === 'page').map(({ position }) => position)).toEqual([0, 1, 2])
    await desk.unitOfWork.run((tx) => desk.vault.erase(tx, outcome.file))
    for (const { wrappedKey } of await desk.rows()) expect(wrappedKey).toBeNull()
  })

  it('finds all of it again when it is looked at again', async () => {
    const desk = await counter(await letterPdf(2))
    const outcome = await kept(desk, PDF_ONLY)
    expect(await desk.again(outcome.file, PDF_ONLY)).toEqual(outcome)
    expect(await desk.vault.findings(desk.unitOfWork, outcome.file)).toMatchObject({ signature: 'none' })
  })

  it('refuses what its slot does not take', async () => {
    const desk = await counter(await letterPdf(3))
    expect(await desk.send({ ...ANY, types: ['jpeg'] })).toEqual({ ok: false, problem: 'pdf' })
    expect(await desk.send({ ...PDF_ONLY, maxPages: 2 })).toEqual({ ok: false, problem: 'pages' })
    expect(await desk.send({ ...ANY, maxBytes: 100 })).toEqual({ ok: false, problem: 'too-large' })
    desk.platform.file = await jpeg()
    expect(await desk.send(PDF_ONLY)).toEqual({ ok: false, problem: 'pdf-only' })
    expect(await desk.rows()).toEqual([])
  })
})

describe('a malware scanner', () => {
  it('has what it finds refused, photo or PDF, and nothing of it kept', async () => {
    const [photo, letter] = [await jpeg(), await letterPdf(1)]
    const seen: number[] = []
    const scan = (bytes: Uint8Array) => {
      seen.push(bytes.length)
      return Promise.resolve('infected' as const)
    }
    const desk = await counter(photo, { scan })
    expect(await desk.send()).toEqual({ ok: false, problem: 'malware' })
    desk.platform.file = letter
    expect(await desk.send()).toEqual({ ok: false, problem: 'malware' })
    expect(seen).toEqual([photo.length, letter.length])
    expect(await desk.rows()).toEqual([])
  })

  it('does not keep a photo waiting, of which only pixels are kept', async () => {
    const desk = await counter(await jpeg(), { scan: () => new Promise(() => undefined) })
    const { file } = await kept(desk, KTP)
    expect(await desk.vault.findings(desk.unitOfWork, file)).toMatchObject({ scanned: 'running' })
  })

  it('that cannot be asked leaves photos alone; a PDF is tried again later', async () => {
    const scan = () => Promise.resolve('unavailable' as const)
    const desk = await counter(await letterPdf(1), { scan })
    await expect(desk.send()).rejects.toThrow('scanner')
    expect(await desk.rows()).toEqual([])
    desk.platform.file = await jpeg()
    expect(await desk.send()).toMatchObject({ ok: true })
  })
})
