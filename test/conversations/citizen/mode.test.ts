import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Office, type Phone } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { giveMandate, holder, labels, member } from '../mandates.ts'
import { beActive, closeUntroubled, logIn, SITI } from '../registering.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let office: Office
let wening: Phone
beforeEach(async () => {
  office = await Office.open()
  wening = await enrolOfficer(office, 'Bu Wening', 'supervisor')
})
afterEach(() => closeUntroubled(office))

describe('an ordinary Pemohon', () => {
  it('SIN-78 is not offered a change of mode, and is told kindly how a group gets one when asking for it', async () => {
    const siti = await member(office, wening, 'siti', SITI)
    expect(labels(siti)).not.toContain('Ganti mode')
    await siti.says('pemohon')
    expect(labels(siti)).not.toContain('Ganti mode')
    const said = await siti.says('ganti mode')
    expect(said).toMatch(/Tidak ada yang perlu diganti/)
    expect(said).toMatch(/Bawa surat tugas dari pimpinan Anda ke Disdukcapil Kabupaten Pekalongan/)
    expect(labels(siti)).toEqual(['Hubungi petugas', 'Menu'])
  })

  it('sees "Pemohon" under the name', async () => {
    const siti = await member(office, wening, 'siti', SITI)
    expect(await siti.says('menu')).toMatch(/Selamat datang, \*Siti Aminah\*\.\nPemohon\n/)
    expect(await siti.says('pemohon')).toMatch(/Menu \*Pemohon\*\.\n\*Siti Aminah\*\nPemohon\n/)
  })
})

it('SIN-68 a change of mode needs a login and leads to it', async () => {
  const siti = office.phone('siti')
  await beActive(siti, wening, SITI)
  await giveMandate(wening, SITI.nik)
  await siti.hears(/mode grup/)
  const said = await siti.says('ganti mode')
  expect(said).toMatch(/silakan login dulu/)
  expect(said).toMatch(/Berapa NIK Anda\?/)
  expect(said).not.toMatch(/Karangsari/)
})

describe('a Pemohon raised to a group', () => {
  it('SIN-67, SIN-71 has two modes and changes from the personal one to the group', async () => {
    const siti = await holder(office, wening, 'siti', SITI)
    await siti.says('pemohon')
    expect(labels(siti)).toContain('Ganti mode')
    expect(await siti.taps('Ganti mode')).toMatch(/Mode Anda sekarang:\nPemohon\n/)
    expect(labels(siti)).toEqual(['Desa Karangsari'])
    const said = await siti.taps('Desa Karangsari')
    expect(said).toMatch(/bertindak untuk grup:\nGrup: \*Desa Karangsari\*, KARANGSARI, KARANGANYAR, PEKALONGAN\n/)
    expect(said).toContain('• Pembaruan KK lewat Desa/Kelurahan')
    expect(labels(siti)).toEqual(['Pengajuan', 'Menu'])
  })

  it('SIN-69 the mode is shown under the name: the group with its region, or "Pemohon"', async () => {
    const siti = await holder(office, wening, 'siti', SITI)
    expect(await siti.says('menu')).toMatch(/\*Siti Aminah\*\.\nPemohon\n/)
    await siti.says('ganti mode')
    await siti.says('karangsari')
    const group = 'Grup: *Desa Karangsari*, KARANGSARI, KARANGANYAR, PEKALONGAN'
    expect(await siti.says('menu')).toContain(`*Siti Aminah*.\n${group}\n`)
    expect(await siti.says('pemohon')).toContain(`*Siti Aminah*\n${group}\n`)
  })

  it('SIN-70 changes from the group back to Pemohon Pribadi', async () => {
    const siti = await holder(office, wening, 'siti', SITI)
    await siti.says('ganti mode')
    await siti.taps('Desa Karangsari')
    await siti.says('ganti mode')
    expect(labels(siti)).toEqual(['Pemohon Pribadi'])
    expect(await siti.taps('Pemohon Pribadi')).toMatch(/Sekarang Anda dalam mode \*Pemohon Pribadi\*/)
    expect(await siti.says('menu')).toMatch(/\*Siti Aminah\*\.\nPemohon\n/)
  })

  it('with several mandates chooses which, and every one but the mode that is on', async () => {
    const siti = await holder(office, wening, 'siti', SITI)
    await giveMandate(wening, SITI.nik, { group: 'Puskesmas Kesesi', district: 'kesesi', village: '1', services: '1' })
    await siti.hears(/Puskesmas/)
    await siti.says('ganti mode')
    expect(labels(siti)).toEqual(['Desa Karangsari', 'Puskesmas Kesesi'])
    expect(await siti.says('puskesmas')).toMatch(/Grup: \*Puskesmas Kesesi\*/)
    await siti.says('ganti mode')
    expect(labels(siti)).toEqual(['Pemohon Pribadi', 'Desa Karangsari'])
    expect(await siti.says('2')).toMatch(/Grup: \*Desa Karangsari\*/)
  })

  it('keeps the mode over logout, login and a restart', async () => {
    const siti = await holder(office, wening, 'siti', SITI)
    await siti.says('ganti mode')
    await siti.taps('Desa Karangsari')
    expect(await siti.says('logout')).not.toMatch(/Karangsari/)
    expect(await siti.says('menu')).not.toMatch(/Karangsari/)
    await office.stop()
    await office.start()
    expect(await logIn(siti, SITI.nik, SITI.password)).toMatch(/Grup: \*Desa Karangsari\*/)
  })

  it('a mandate that is over counts no more, in a running session too', async () => {
    const siti = await member(office, wening, 'siti', SITI)
    await giveMandate(wening, SITI.nik, { ends: '23-11-2026' })
    await siti.hears(/Berlaku sampai 23-11-2026/)
    await siti.says('ganti mode')
    await siti.taps('Desa Karangsari')
    // from ten in the morning to half past nine, then half past eleven at night, local time
    office.time.pass(11.5 * HOUR)
    await siti.says('logout')
    await logIn(siti, SITI.nik, SITI.password)
    office.time.pass(2 * HOUR)
    expect(await siti.says('menu')).toMatch(/Grup: \*Desa Karangsari\*, .* \(sampai 23-11-2026\)/)
    await siti.says('ganti mode')
    office.time.pass(HOUR)
    expect(await siti.says('menu')).toMatch(/\*Siti Aminah\*\.\nPemohon\n/)
    expect(await siti.says('ganti mode')).toMatch(/Tidak ada yang perlu diganti/)
  })

  it('a mandate that ends while its question is open is said to be over', async () => {
    const siti = await member(office, wening, 'siti', SITI)
    await giveMandate(wening, SITI.nik, { ends: '23-11-2026' })
    office.time.pass(8 * HOUR)
    await siti.says('logout')
    await logIn(siti, SITI.nik, SITI.password)
    await siti.says('ganti mode')
    office.time.pass(7 * HOUR)
    expect(await siti.taps('Desa Karangsari')).toMatch(/baru saja tidak berlaku lagi[^]*Pemohon/)
  })

  it('the buttons of one holder give nobody else a mode', async () => {
    const siti = await holder(office, wening, 'siti', SITI)
    await siti.says('ganti mode')
    const id = siti.last.buttons[0]?.id ?? ''
    const other = office.phone('other')
    await other.says('halo')
    expect(await other.tapsId(id)).not.toMatch(/Karangsari/)
    expect(await other.tapsId('/mode')).toMatch(/silakan login dulu/)
  })

  it('takes no wrong, empty, huge or hostile answers', async () => {
    const siti = await holder(office, wening, 'siti', SITI)
    await siti.says('ganti mode')
    for (const bad of ['', '9', 'x'.repeat(10_000), "' OR 1=1 --", '<b>grup</b>', '\u202e\u0000', '😀', 'group:1'])
      expect(await siti.says(bad), bad.slice(0, 20)).not.toMatch(/bertindak untuk grup/)
    expect(await siti.says('١')).toMatch(/bertindak untuk grup/)
    office.time.pass(DAY)
    expect(await siti.says('ganti mode')).toMatch(/silakan login dulu/)
  })

  it('speaks English', async () => {
    const siti = await holder(office, wening, 'siti', SITI)
    await siti.says('english')
    expect(await siti.says('change mode')).toMatch(/Your mode now:\nApplicant \(Pemohon\)/)
    expect(await siti.says('1')).toMatch(/You now act for the group:\nGroup: \*Desa Karangsari\*/)
  })
})
