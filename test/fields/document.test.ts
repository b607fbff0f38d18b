import { describe, expect, it } from 'vitest'
import type { IncomingFile } from '../../flows/engine/input.ts'
import { document } from '../../flows/fields/document.ts'
import { photoFaults, refusalReasons } from '../../flows/fields/document-outcome.ts'
import { said } from '../engine/world.ts'
import { contextOf, problemOf } from './conversation.ts'
import { atDocument, buttons, documentIn, heard, TYPED } from './document-world.ts'
import { asking, kept, slot } from './documents.ts'

const field = document(asking())
const send = (file: Partial<IncomingFile>, of = field) =>
  of.read({ kind: 'file', file: { ref: 'r-1', as: 'document', ...file } }, contextOf(), null)
const letter = asking({
  rules: slot({
    slot: 'surat-kuasa',
    kind: 'any',
    types: ['pdf'],
    maxBytes: 1024 * 1024,
    maxPages: 5,
    shrink: false,
    checks: [],
  }),
  label: 'Surat Kuasa',
})

describe('a file that is sent', () => {
  it('is handed to the job, with what is typed and what the channel told of it', () => {
    expect(send({ as: 'photo' })).toMatchObject({ is: 'work', job: 'intake', payload: { ref: 'r-1', slot: 'ktp', typed: {} } })
    expect(send({ name: 'ktp.jpg', mime: 'image/jpeg', size: 90_000 })).toMatchObject({
      payload: { name: 'ktp.jpg', mime: 'image/jpeg', size: 90_000 },
    })
    expect(send({ name: 'ktp', mime: 'application/octet-stream' }).is).toBe('work')
  })

  it.each([
    [{ size: 0 }, 'empty'],
    [{ size: 31_457_281, mime: 'image/jpeg' }, 'too-large'],
    [{ mime: 'image/svg+xml' }, 'svg'],
    [{ name: 'gambar.SVG', mime: 'application/octet-stream' }, 'svg'],
    [{ mime: 'application/pdf' }, 'pdf'],
    [{ name: 'ktp.jpg.apk' }, 'app'],
    [{ mime: 'application/vnd.android.package-archive' }, 'app'],
    [{ name: 'catatan.txt', mime: 'text/plain' }, 'type'],
    [{ name: 'ktp.gif', mime: 'application/octet-stream' }, 'type'],
    [{ mime: 'video/mp4' }, 'type'],
  ])('is refused before it is fetched: %o', (file, problem) => {
    expect(problemOf(send(file))).toBe(`field-document-${problem}`)
  })

  it.each(['ktp.jpg', 'ktp.jpeg', 'KTP.PNG', 'ktp.jfif'])('SIN-140 may be %s', (name) => {
    expect(send({ name, mime: 'application/octet-stream' }).is).toBe('work')
  })

  it('SIN-140 may be of other types where the agency says so', () => {
    const only = document(asking({ rules: slot({ types: ['png'] }) }))
    expect(problemOf(send({ name: 'ktp.jpg' }, only))).toBe('field-document-type')
    expect(send({ name: 'ktp.png' }, only).is).toBe('work')
  })

  it.each(['application/pdf', 'image/jpeg', 'image/png'])('DPM-17 EXP-2 may be %s where all three are taken', (mime) => {
    const any = document(asking({ rules: slot({ types: ['pdf', 'jpeg', 'png'] }) }))
    expect(send({ mime }, any).is).toBe('work')
  })

  it('INS-17 must be a PDF where only PDFs are taken', () => {
    const pdf = document(letter)
    expect(problemOf(send({ mime: 'image/jpeg', name: 'surat.jpg' }, pdf))).toBe('field-document-pdf-only')
    expect(problemOf(send({ mime: 'text/plain', name: 'surat.txt' }, pdf))).toBe('field-document-pdf-only')
    expect(send({ mime: 'application/pdf', name: 'surat.pdf' }, pdf).is).toBe('work')
  })

  it('INS-18 may be 1 MB at most where the agency says so, and a PDF is not made smaller', () => {
    expect(problemOf(send({ mime: 'application/pdf', size: 1_048_577 }, document(letter)))).toBe('field-document-too-large')
    expect(send({ mime: 'application/pdf', size: 1_048_576 }, document(letter)).is).toBe('work')
  })

  it('is made smaller where it is a photo, and refused where the agency says so', () => {
    expect(send({ mime: 'image/jpeg', size: 9_000_000 }).is).toBe('work')
    const strict = document(asking({ rules: slot({ shrink: false }) }))
    expect(problemOf(send({ mime: 'image/jpeg', size: 9_000_000 }, strict))).toBe('field-document-too-large')
  })
})

describe('a refusal', () => {
  const toldOf = async (problem: string, change = {}) => {
    const world = await atDocument(change)
    await world.photo(change === letter ? { mime: 'application/pdf' } : {})
    return heard(await world.finish({ ok: false, problem }))
  }

  it.each(refusalReasons)('SIN-178 is explained in plain words, with what to send: %s', async (problem) => {
    const words = await toldOf(problem)
    expect(words.length).toBeGreaterThan(40)
    expect(words).not.toMatch(/error|forbidden|galat|gagal/i)
    expect(words).toMatch(/kirim|foto/i)
  })

  it('SIN-179 EXP-4 DPM-18 of a large file names the limit and advises a lower DPI', async () => {
    expect(await toldOf('too-large')).toMatch(/paling besar 1,9 MB.*DPI lebih rendah, misalnya 200 atau 150/)
  })

  it('SIN-180 of a wrong extension names the right ones', async () => {
    expect(await toldOf('type')).toMatch(/JPG, JPEG, PNG, JFIF/)
  })

  it('SIN-181 of harmful code advises against strange apps, and to take the photo again', async () => {
    expect(await toldOf('malware')).toMatch(/kode berbahaya, jadi tidak kami simpan.*aplikasi yang mencurigakan.*foto lagi/)
  })

  it('INS-19 of what is no PDF or too large names type and limit', async () => {
    expect(await toldOf('pdf-only', letter)).toMatch(/berkas PDF, paling besar 1 MB/)
    expect(await toldOf('too-large', letter)).toMatch(/paling besar 1 MB/)
    expect(await toldOf('pages', letter)).toMatch(/paling banyak 5/)
  })

  it.each([undefined, null, {}, { ok: true }, { ok: true, file: '' }, { ok: false, problem: 'constructor' }])(
    'asks for the file again when the job ends with %j',
    async (outcome) => {
      const world = await atDocument()
      await world.photo()
      expect(said(await (outcome === undefined ? world.finish() : world.finish(outcome)))).toEqual(['field-document-undecided'])
    },
  )
})

describe('a photo', () => {
  it('that is good is said to be, and its ids are kept, nothing that is written on it', async () => {
    const world = await atDocument()
    await world.photo({ name: 'IMG_1.jpg' })
    const found = kept('f-1', { checks: { nik: 'same', name: 'same' }, read: { nik: TYPED.nik, name: 'SITI AMINAH' } })
    expect(heard(await world.finish(found))).toMatch(/Foto jelas terbaca, dan NIK-nya cocok/)
    const { about, ...value } = documentIn(world)
    expect(typeof about).toBe('string')
    expect(value).toEqual({
      file: 'f-1',
      pages: [],
      thumbnail: 'f-1-small',
      verdict: 'good',
      checks: { nik: 'same', name: 'same' },
      name: 'IMG_1.jpg',
    })
    expect(heard(world.last)).toMatch(/✓ sudah diterima$/m)
  })

  it('that the machine cannot judge goes to an officer, and its sender is told', async () => {
    const world = await atDocument()
    await world.photo()
    expect(heard(await world.finish(kept('f-1', { verdict: 'undecided' })))).toMatch(/Petugas akan menilainya/)
    expect(documentIn(world)).toMatchObject({ file: 'f-1', verdict: 'undecided' })
  })

  it.each(photoFaults)('DPM-20 EXP-9 EXP-14 that is %s is told so, with one thing to do, and asked for again', async (fault) => {
    const world = await atDocument()
    await world.photo()
    const words = heard(await world.finish(kept('f-1', { verdict: 'fault', fault })))
    expect(words).not.toMatch(/error|salah/i)
    expect(words).toMatch(/[Ff]oto|Kirim/)
    expect(world.top).toMatchObject({ step: 'photo' })
    await world.photo()
    await world.finish(kept('f-2'))
    expect(documentIn(world)).toMatchObject({ file: 'f-2', verdict: 'good' })
  })

  it('that was not good twice may be left to an officer, who sees why', async () => {
    const world = await atDocument()
    await world.photo()
    await world.finish(kept('f-1', { verdict: 'fault', fault: 'dark' }))
    expect(buttons(world.last)).not.toContain('Kirim saja, biar petugas yang menilai')
    await world.photo()
    await world.finish(kept('f-2', { verdict: 'fault', fault: 'blurred' }))
    expect(buttons(world.last)).toContain('Kirim saja, biar petugas yang menilai')
    expect(heard(await world.say('kirim saja'))).toMatch(/Petugas akan menilainya/)
    expect(documentIn(world)).toMatchObject({ file: 'f-2', verdict: 'fault', fault: 'blurred' })
  })

  it('that was refused may not be sent anyway: nothing of it was kept', async () => {
    const world = await atDocument()
    for (let i = 0; i < 3; i++) {
      await world.photo()
      await world.finish({ ok: false, problem: 'damaged' })
    }
    expect(buttons(world.last)).not.toContain('Kirim saja, biar petugas yang menilai')
  })
})

describe('what is on the document', () => {
  const differing = async (found: Parameters<typeof kept>[1], change = {}) => {
    const world = await atDocument(change)
    await world.photo()
    return { world, words: heard(await world.finish(kept('f-1', found))) }
  }

  it('EXP-10 is compared with what was typed; of a NIK only the figures that differ are shown', async () => {
    const { world, words } = await differing({ checks: { nik: 'different' }, read: { nik: '3326014107900007' } })
    expect(words).toMatch(/Angka NIK di foto berbeda/)
    expect(words).toMatch(/3326 … … 0001 \(diketik\)\n3326 … … 0007 \(di foto\)/)
    expect(buttons(world.last)).toEqual(['Perbaiki NIK', 'Foto lain', 'Sudah benar, lanjut'])
    await world.say('sudah benar')
    expect(documentIn(world)).toMatchObject({ checks: { nik: 'different' } })
  })

  it('may differ in the name, which is said more gently', async () => {
    const { words } = await differing({ checks: { nik: 'same', name: 'different' }, read: { name: 'SITI AMINA' } })
    expect(words).toMatch(/Nama di foto sepertinya sedikit berbeda/)
    expect(words).toMatch(/S••• AMINAH \(diketik\)\nS••• AMINA \(di foto\)/)
  })

  it('is asked about without figures where none were read', async () => {
    const { words } = await differing({ checks: { nik: 'different' } })
    expect(words).toMatch(/NIK yang Anda ketik tidak kami temukan di KTP/)
    expect(words).not.toMatch(/\d{4}/)
  })

  it('is put right by another photo as well', async () => {
    const { world } = await differing({ checks: { nik: 'different' }, read: { nik: '3326014107900007' } })
    expect(heard(await world.say('foto lain'))).toMatch(/Silakan kirim KTP/)
    await world.photo()
    await world.finish(kept('f-2', { checks: { nik: 'same' } }))
    expect(documentIn(world)).toMatchObject({ file: 'f-2' })
  })

  it('EXP-12 that has run out is not taken where that is asked', async () => {
    const rules = slot({ kind: 'passport', checks: ['legible', 'kind', 'identity', 'expiry'] })
    const { world, words } = await differing({ checks: { expiry: 'expired' } }, { label: 'Paspor', rules })
    expect(words).toMatch(/Paspor ini sudah habis masa berlakunya/)
    expect(world.top).toMatchObject({ step: 'photo' })
    const other = await differing({ checks: { expiry: 'expired' } }, { label: 'Paspor' })
    expect(documentIn(other.world)).toMatchObject({ checks: { expiry: 'expired' } })
    expect(other.words).not.toMatch(/habis/)
  })

  it('EXP-13 that has run out is taken where the letter of its renewal is asked for besides', async () => {
    const { world, words } = await differing({ checks: { expiry: 'expired' } }, { label: 'Paspor', takesExpired: true })
    expect(words).toMatch(/Kami perlu surat pernyataan pembaruannya/)
    expect(documentIn(world)).toMatchObject({ checks: { expiry: 'expired' } })
  })
})

describe('an example', () => {
  it('SIN-129 DPM-21 is shown on request', async () => {
    const world = await atDocument({ example: { file: 'example:ktp', name: 'ktp.jpg' } })
    expect(buttons(world.last)).toEqual(['Lihat contoh'])
    const turn = await world.say('contoh')
    expect(turn.replies[0]).toMatchObject({ kind: 'file', file: 'example:ktp', name: 'ktp.jpg' })
    expect(heard(turn)).toMatch(/Ini contohnya/)
    await world.photo()
    await world.finish(kept())
    expect(documentIn(world)).toMatchObject({ file: 'f-1' })
  })
})
