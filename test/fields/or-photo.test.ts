import { describe, expect, it } from 'vitest'
import { flow } from '../../flows/engine/flow.ts'
import type { JsonObject } from '../../flows/engine/json.ts'
import { document } from '../../flows/fields/document.ts'
import { name } from '../../flows/fields/name.ts'
import { nik } from '../../flows/fields/nik.ts'
import { orPhoto } from '../../flows/fields/or-photo.ts'
import { printedAnswers } from '../../flows/fields/printed-identity.ts'
import { home, human, idle, smallWorld, type SmallPorts } from '../engine/small-flows.ts'
import { said } from '../engine/world.ts'
import { contextOf } from './conversation.ts'
import { buttons, heard } from './document-world.ts'
import { asking, fromPhoto, kept } from './documents.ts'
import { smallDirectory } from './small-directory.ts'

const typed = { typed: { nik: 'nik', name: 'name' }, revisable: ['nik', 'name'] }
const begun = flow<SmallPorts>('begun', { version: 1, title: 'begun-title', words: ['mulai isi'], form: idle })
  .ask('nik', orPhoto(nik(), fromPhoto))
  .ask('name', name())
  .ask('ktp', document({ ...asking({ question: 'ktp' }), ...typed }))
  .review('review')
  .say('done')
const READ = { nik: '3326014107900001', name: 'SITI AMINAH' }

async function atNik() {
  const world = smallWorld([home('begun'), human, begun])
  await world.chat('halo', 'mulai isi')
  return world
}

async function sent(outcome: JsonObject) {
  const world = await atNik()
  await world.photo()
  const turn = await world.finish(outcome)
  return { world, turn }
}

describe('a question that a photo answers as well', () => {
  it('shows what was read, and takes it once it is confirmed', async () => {
    const { world, turn } = await sent(kept('f-1', { read: READ }))
    expect(heard(turn)).toMatch(/nik=3326014107900001\nname=SITI AMINAH[^]*Sudah benar/)
    expect(buttons(turn)).toEqual(['Ya, benar', 'Tidak, ketik sendiri', 'Foto lain'])
    expect(world.answers()).toEqual({})
    expect(said(await world.say('ya'))[0]).toMatch(/^begun-review/)
    expect(world.answers()).toMatchObject({
      nik: READ.nik,
      name: 'SITI AMINAH',
      ktp: { file: 'f-1', verdict: 'good', checks: { nik: 'same', name: 'same' } },
    })
    expect(world.jobs).toEqual([])
  })

  it('asks for what was not read, and then compares it with the same photo', async () => {
    const { world } = await sent(kept('f-1', { read: { nik: READ.nik } }))
    expect(said(await world.say('benar'))).toEqual(['begun-name'])
    expect((await world.say('Siti Aminah')).replies).toEqual([])
    expect(world.jobs).toMatchObject([{ payload: { file: 'f-1', typed: { nik: READ.nik, name: 'Siti Aminah' } } }])
    await world.finish(kept('f-1', { checks: { nik: 'same', name: 'same' } }))
    expect(world.answers()).toMatchObject({ ktp: { file: 'f-1', checks: { name: 'same' } } })
  })

  it('goes on by typing, with the photo kept, when nothing was read or it was read wrong', async () => {
    const { world, turn } = await sent(kept('f-1', { verdict: 'undecided' }))
    expect(heard(turn)).toMatch(/Fotonya kami simpan, tetapi NIK-nya belum terbaca/)
    expect(said(await world.say('33260'))).toEqual(['field-nik-length'])
    expect(said(await world.say(READ.nik))).toEqual(['begun-name'])
    await world.say('Siti Aminah')
    expect(world.jobs).toMatchObject([{ payload: { file: 'f-1' } }])
    const wrong = await sent(kept('f-1', { read: READ }))
    expect(heard(await wrong.world.say('tidak'))).toMatch(/ketik 16 angka NIK/)
    expect(said(await wrong.world.say('3326014107900007'))).toEqual(['begun-name'])
    expect(wrong.world.answers()).toMatchObject({ nik: '3326014107900007', ktp: { file: 'f-1' } })
  })

  it('names what is wrong with the photo, and can still be typed', async () => {
    const { world, turn } = await sent(kept('f-1', { verdict: 'fault', fault: 'blurred' }))
    expect(heard(turn)).toMatch(/Fotonya buram[^]*Boleh juga ketik saja/)
    expect(said(await world.say(READ.nik))).toEqual(['begun-name'])
    expect(heard((await sent({ ok: false, problem: 'svg' })).turn)).toMatch(/SVG/)
    expect(heard((await sent({})).turn)).toMatch(/gangguan di sisi kami/)
  })

  it('counts a photo with something wrong as the first try at its own question', async () => {
    const { world } = await sent(kept('f-1', { verdict: 'fault', fault: 'blurred' }))
    await world.chat(READ.nik, 'Siti Aminah')
    expect(world.jobs).toMatchObject([{ payload: { file: 'f-1', typed: { nik: READ.nik, name: 'Siti Aminah' } } }])
    expect(heard(await world.finish(kept('f-1', { verdict: 'fault', fault: 'blurred' })))).toMatch(/Fotonya buram/)
    expect(buttons(world.last)).not.toContain('Kirim saja, biar petugas yang menilai')
    await world.photo()
    await world.finish(kept('f-2', { verdict: 'fault', fault: 'dark' }))
    expect(buttons(world.last)).toContain('Kirim saja, biar petugas yang menilai')
    await world.say('kirim saja')
    expect(world.answers()).toMatchObject({ ktp: { file: 'f-2', verdict: 'fault', fault: 'dark' } })
  })

  it('takes a photo with something wrong after all when what was typed is found on it', async () => {
    const { world } = await sent(kept('f-1', { verdict: 'fault', fault: 'blurred' }))
    await world.chat(READ.nik, 'Siti Aminah')
    expect(said(await world.finish(kept('f-1', { checks: { nik: 'same', name: 'same' } })))[0]).toMatch(/begun-review/)
    expect(world.answers()).toMatchObject({ ktp: { file: 'f-1', verdict: 'good' } })
  })

  it('is typed as ever, with no message more', async () => {
    const world = await atNik()
    expect(said(await world.say(READ.nik))).toEqual(['begun-name'])
    expect(world.jobs).toEqual([])
  })

  it('is asked in words whoever sends a voice message', async () => {
    const world = await atNik()
    expect(said(await world.send({ kind: 'other', what: 'voice' }))[0]).toMatch(/^engine-expected-words/)
  })

  it('shows again what was read after a digression', async () => {
    const { world } = await sent(kept('f-1', { read: READ }))
    await world.chat('petugas')
    expect(heard(await world.say('apa itu'))).toMatch(/SITI AMINAH/)
  })
})

describe('what is printed', () => {
  const regions = { province: 'p', regency: 'r', district: 'd', village: 'v' }
  const questions = { nik: 'nik', name: 'name', birthPlace: 'place', birthDate: 'date', regions }
  const answers = (read: Parameters<typeof printedAnswers>[0]) => printedAnswers(read, questions, smallDirectory, contextOf())
  const printed = {
    province: 'PROVINSI JAWA TENGAH',
    regency: 'KABUPATEN PEKALONGAN',
    district: 'KARANGANYAR',
    village: 'KARANGSARI',
  }

  it('becomes answers as the form keeps them', () => {
    expect(answers({ ...READ, birthPlace: 'PEKALONGAN', birthDate: '1990-07-01', ...printed })).toEqual({
      nik: READ.nik,
      name: 'SITI AMINAH',
      place: 'PEKALONGAN',
      date: '1990-07-01',
      p: { code: '33', name: 'JAWA TENGAH' },
      r: { code: '3326', name: 'PEKALONGAN' },
      d: { code: '332607', name: 'KARANGANYAR' },
      v: { code: '3326072008', name: 'KARANGSARI' },
    })
  })

  it('may have a letter wrong in a region, but is never guessed', () => {
    expect(answers({ ...printed, district: 'KARANGANYAP' })).toHaveProperty('d.code', '332607')
    expect(answers({ ...printed, regency: 'PEKALONGAN' })).toEqual({ p: { code: '33', name: 'JAWA TENGAH' } })
    expect(answers({ ...printed, district: 'KARANG' })).not.toHaveProperty('d')
    expect(answers({ ...printed, province: 'X' })).toEqual({})
  })

  it.each([
    { nik: '3326014107900000' },
    { name: '12345' },
    { birthDate: '1990-02-30' },
    { birthDate: '2990-01-01' },
    { birthPlace: '???' },
    { province: '' },
    { nik: '<script>', name: '\u202E', birthDate: 'DROP TABLE', province: 'A'.repeat(200) },
  ])('is left out where it is no possible answer: %o', (read) => {
    expect(answers(read)).toEqual({})
  })
})
