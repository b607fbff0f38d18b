import { describe, expect, it } from 'vitest'
import { said } from '../engine/world.ts'
import { atDocument, buttons, documentIn, heard } from './document-world.ts'
import { kept, slot } from './documents.ts'

const several = { rules: slot({ maxPages: 3 }) }

async function sending(...files: readonly string[]) {
  const world = await atDocument(several)
  for (const file of files) {
    await world.photo({ ref: file })
    await world.finish(kept(file))
  }
  return world
}

describe('a document of several pages', () => {
  it('SIN-131 is taken page by page, each judged, until its sender says that it is all', async () => {
    const world = await sending('a')
    expect(heard(world.last)).toMatch(/Foto jelas terbaca[^]*1 lembar sudah kami terima/)
    await world.photo({ ref: 'b' })
    await world.finish(kept('b', { verdict: 'fault', fault: 'glare' }))
    expect(heard(world.last)).toMatch(/pantulan cahaya[^]*1 lembar sudah/)
    await world.photo({ ref: 'c' })
    await world.finish(kept('c'))
    expect(buttons(world.last).slice(0, 2)).toEqual(['Sudah semua', 'Tambah lembar'])
    expect(heard(await world.say('sudah semua'))).toMatch(/✓ 2 lembar diterima/)
    expect(documentIn(world)).toMatchObject({ file: 'a', pages: ['c'], sheets: [{ file: 'a' }, { file: 'c' }] })
  })

  it('goes on by itself when no more pages are possible', async () => {
    const world = await sending('a', 'b', 'c')
    expect(world.top).toMatchObject({ step: 'review' })
    expect(documentIn(world)).toMatchObject({ file: 'a', pages: ['b', 'c'], verdict: 'good' })
  })

  it('loses a page by a word or a tap, and its number is the one shown', async () => {
    const world = await sending('a', 'b')
    expect(heard(await world.say('hapus 1'))).toMatch(/1 lembar sudah/)
    await world.say('sudah')
    expect(documentIn(world)).toMatchObject({ file: 'b', pages: [] })
    const other = await sending('a', 'b')
    await other.tap('delete-2')
    await other.say('selesai')
    expect(documentIn(other)).toMatchObject({ file: 'a', pages: [] })
  })

  it('has a page replaced in its place', async () => {
    const world = await sending('a', 'b')
    expect(heard(await world.say('ganti 1'))).toMatch(/pengganti lembar 1/)
    await world.photo({ ref: 'c' })
    await world.finish(kept('c'))
    await world.say('sudah semua')
    expect(documentIn(world)).toMatchObject({ file: 'c', pages: ['b'] })
  })

  it('does not mind a page that there is not', async () => {
    const world = await sending('a')
    expect(heard(await world.say('hapus 7'))).toMatch(/kami perlu fotonya/)
    expect(heard(world.last)).toMatch(/1 lembar sudah/)
  })

  it('is changed later, beginning with the pages that there are', async () => {
    const world = await sending('a', 'b')
    await world.chat('sudah semua', 'ubah 3')
    expect(heard(world.last)).toMatch(/2 lembar sudah kami terima/)
    await world.chat('hapus 2', 'sudah semua')
    expect(documentIn(world)).toMatchObject({ file: 'a', pages: [] })
  })

  it('is one PDF where only PDFs are taken, and its pages are counted', async () => {
    const world = await atDocument({ rules: slot({ maxPages: 5, types: ['pdf'] }) })
    await world.photo({ mime: 'application/pdf' })
    await world.finish(kept('p', { pages: ['p-2', 'p-3'], original: 'pdf' }))
    expect(documentIn(world)).toMatchObject({ file: 'p', pages: ['p-2', 'p-3'], original: 'pdf' })
    expect(heard(world.last)).toMatch(/✓ 3 lembar diterima/)
    await world.say('ubah 3')
    await world.photo({ mime: 'application/pdf' })
    await world.finish(kept('q', { original: 'pdf-2' }))
    expect(documentIn(world)).toMatchObject({ file: 'q', pages: [] })
  })
})

describe('an album', () => {
  const album = async (count: number) => {
    const world = await atDocument(several)
    for (let i = 1; i <= count; i++) {
      const turn = await world.photo({ ref: `r-${i}`, album: '7' })
      expect(turn.replies).toEqual([])
    }
    return world
  }

  it('is looked at photo by photo, and spoken of once', async () => {
    const world = await album(3)
    expect(world.jobs).toHaveLength(1)
    expect((await world.finish(kept('a'))).replies).toEqual([])
    expect(world.jobs).toMatchObject([{ payload: { ref: 'r-2' } }])
    expect((await world.finish(kept('b'))).replies).toEqual([])
    expect(heard(await world.finish(kept('c')))).toMatch(/Foto jelas terbaca/)
    expect(documentIn(world)).toMatchObject({ file: 'a', pages: ['b', 'c'] })
  })

  it('says which of its photos is not good, and keeps the others', async () => {
    const world = await album(3)
    await world.finish(kept('a'))
    await world.finish(kept('b', { verdict: 'fault', fault: 'dark' }))
    const words = heard(await world.finish({ ok: false, problem: 'damaged' }))
    expect(words).toMatch(/Foto ke-2: Fotonya terlalu gelap[^]*Foto ke-3: Gambar itu rusak[^]*1 lembar sudah/)
    await world.say('sudah semua')
    expect(documentIn(world)).toMatchObject({ file: 'a', pages: [] })
  })

  it('of more than is taken is told so', async () => {
    const world = await album(5)
    await world.finish(kept('a'))
    await world.finish(kept('b'))
    expect(heard(await world.finish(kept('c')))).toMatch(/paling banyak 3 lembar\. 2 foto terakhir tidak kami ambil/)
    await world.say('sudah semua')
    expect(documentIn(world)).toMatchObject({ file: 'a', pages: ['b', 'c'] })
  })

  it('of nothing good leads to the question again', async () => {
    const world = await album(2)
    await world.finish({ ok: false, problem: 'svg' })
    expect(heard(await world.finish({ ok: false, problem: 'empty' }))).toMatch(/Foto ke-1[^]*Foto ke-2[^]*Silakan kirim KTP/)
  })

  it('is one photo where one is asked for', async () => {
    const world = await atDocument()
    await world.photo({ album: '7' })
    expect(said(await world.photo({ album: '7' }))).toEqual(['engine-one-file'])
  })
})
