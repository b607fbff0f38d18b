import { describe, expect, it } from 'vitest'
import { atDocument, buttons, documentIn, heard } from './document-world.ts'
import { kept } from './documents.ts'

const one = { file: 'old-1', thumbnail: 'old-1-small', name: 'KTP saya.jpg', date: '12 Oktober 2026', sheet: 1 }
const two = { file: 'old-2', thumbnail: 'old-2-small', name: 'scan.jpg', date: '1 Maret 2026', sheet: 2 }

describe('documents that were handed in before', () => {
  it('SIN-134 SIN-135 are offered first, with picture, file name, date and sheet', async () => {
    const world = await atDocument({}, [one, two])
    expect(world.last?.replies[0]).toMatchObject({
      kind: 'file',
      file: 'old-1-small',
      name: 'KTP saya.jpg',
      album: [{ file: 'old-2-small', name: 'scan.jpg' }],
    })
    expect(heard(world.last)).toMatch(/1\. KTP saya\.jpg, tanggal 12 Oktober 2026, lembar ke-1/)
    expect(heard(world.last)).toMatch(/2\. scan\.jpg, tanggal 1 Maret 2026, lembar ke-2/)
    expect(buttons(world.last)).toEqual(['Pakai nomor 1', 'Lihat besar 1', 'Pakai nomor 2', 'Lihat besar 2', 'Upload baru'])
  })

  it('SIN-136 can be seen larger before one is chosen', async () => {
    const world = await atDocument({}, [one])
    const turn = await world.tap('view-1')
    expect(turn.replies[0]).toMatchObject({ kind: 'file', file: 'old-1' })
    expect(buttons(turn)).toContain('Pakai yang ini')
  })

  it('SIN-137 are attached by choosing one, which is looked at again', async () => {
    const world = await atDocument({}, [one, two])
    expect((await world.say('pakai 2')).replies).toEqual([])
    expect(world.jobs).toMatchObject([{ payload: { file: 'old-2', slot: 'ktp' } }])
    await world.finish(kept('old-2', { checks: { nik: 'same' } }))
    expect(documentIn(world)).toMatchObject({ file: 'old-2', name: 'scan.jpg', checks: { nik: 'same' } })
  })

  it('SIN-133 stand beside a new upload, which is simply sent', async () => {
    const world = await atDocument({}, [one])
    expect(heard(await world.say('upload baru'))).toMatch(/Silakan kirim KTP/)
    expect(buttons(world.last)).toEqual(['Pilih dokumen lama'])
    await world.photo()
    await world.finish(kept('new'))
    expect(documentIn(world)).toMatchObject({ file: 'new' })
    const at = await atDocument({}, [one])
    await at.photo()
    await at.finish(kept('new'))
    expect(documentIn(at)).toMatchObject({ file: 'new' })
  })

  it('SIN-139 are not spoken of where there are none', async () => {
    const world = await atDocument({}, [])
    expect(world.last?.replies).toHaveLength(1)
    expect(buttons(world.last)).toEqual([])
  })

  it('cannot be chosen by a number that there is not', async () => {
    const world = await atDocument({}, [one])
    expect(heard(await world.say('pakai 9'))).toMatch(/kami perlu fotonya/)
    expect(world.jobs).toEqual([])
  })
})
