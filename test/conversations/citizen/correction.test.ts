import { describe, expect, it } from 'vitest'
import { openObject } from '../../../storage/domain/columns.ts'
import { sealerOf } from '../../support/vault-of.ts'
import { photo } from '../../support/office.ts'
import { beActive, logIn, register, SITI } from '../registering.ts'
import { cardOf, openCounter, SITIS_NUMBER } from '../staff/counter.ts'

/** A counter with an officer, and Siti, whose account is active. */
async function withSiti() {
  const counter = await openCounter()
  const ratna = await counter.officer('Bu Ratna')
  const siti = counter.office.phone('siti', SITIS_NUMBER)
  await beActive(siti, ratna, SITI)
  return { ...counter, ratna, siti }
}

async function loggedIn() {
  const counter = await withSiti()
  await logIn(counter.siti, SITI.nik, SITI.password)
  return counter
}

describe('PERBAIKI of an active account', () => {
  it('asks one datum anew, shows old beside new, gets a number and a promise, and the officer’s answer', async () => {
    const { siti, ratna, transact, office } = await loggedIn()
    expect(await siti.says('perbaiki')).toMatch(/Data mana yang salah/)
    expect(siti.last.buttons.map(({ label }) => label)).not.toContain('NIK')
    expect(await siti.says('nama lengkap')).toMatch(/nama/i)
    expect(await siti.says('Siti Aminah')).toMatch(/sama persis dengan yang sudah tercatat/)
    expect(await siti.says('Siti Aminatun')).toMatch(/foto KTP/)
    await siti.sends(await photo())
    const review = await siti.hears(/Periksa lagi/)
    expect(review).toContain('S••• A••••• → Siti Aminatun')
    expect(review).not.toContain('Siti Aminah')
    const done = await siti.says('ya')
    const number = /PRB-\d{4}-[0-9A-Z]{6}/.exec(done)?.[0] ?? ''
    expect(done).toMatch(/Permintaan perbaikan terkirim[\s\S]*paling lambat/)
    expect(number).not.toBe('')

    const card = await ratna.hears(/Perbaikan data PRB-/)
    expect(card).toContain('Siti Aminah → *Siti Aminatun*')
    expect(card).toContain('3326 0141 0790 0001')
    expect(await siti.says('status')).toMatch(new RegExp(`Perbaikan data \\*${number}\\*[\\s\\S]*sedang diperiksa`))

    expect(await ratna.taps('Setujui')).toMatch(/Setujui perbaikan data .*Siti Aminah/)
    expect(await ratna.says('ya')).toMatch(/Datanya sudah diperbaiki/)
    expect(await siti.hears(/Data Anda sudah diperbaiki/)).toContain(number)
    expect(await siti.says('menu')).toContain('Siti Aminatun')
    expect(office.mail.inbox(SITI.email).at(-1)?.text).toMatch(/Data akun SINTREN Anda diperbaiki/)

    const actions = await transact((tx) => tx.audit.findMany({ orderBy: { seq: 'asc' }, select: { action: true } }))
    expect(actions.map(({ action }) => action)).toEqual(expect.arrayContaining(['request.submitted', 'request.decided']))
    expect(office.logLines.join('')).not.toMatch(/Aminatun|3326014107900001/)
  })

  it('leaves the old data when it is rejected, says why, and is for one datum at a time', async () => {
    const { siti, ratna } = await loggedIn()
    await siti.says('perbaiki')
    await siti.says('tempat lahir')
    await siti.says('Batang')
    await siti.sends(await photo())
    await siti.hears(/Periksa lagi/)
    await siti.says('ya')
    expect(await siti.says('perbaiki')).toMatch(/PRB-.*masih diperiksa/)
    await ratna.hears(/Perbaikan data PRB-/)
    expect(cardOf(ratna).card.buttons.map(({ label }) => label)).toEqual(['Setujui', 'Tolak'])
    await ratna.taps('Tolak')
    await ratna.taps('Foto KTP tidak terbaca')
    await ratna.taps('Lewati')
    expect(await ratna.says('ya')).toMatch(/ditolak/)
    expect(await siti.hears(/tidak disetujui/)).toMatch(/Foto KTP tidak terbaca[\s\S]*tempat terang/)
    expect(await siti.says('status')).toMatch(/Perbaikan data[\s\S]*tidak disetujui/)
    expect(await siti.says('perbaiki')).toMatch(/Data mana yang salah/)
    expect(await siti.says('nomor hp')).toMatch(/Ganti Nomor HP/i)
  })

  it('asks a whole address from the province down, and keeps it whole', async () => {
    const { siti, ratna, transact, office } = await loggedIn()
    await siti.says('perbaiki')
    expect(await siti.says('alamat')).toMatch(/provinsi/i)
    await siti.says('jawa tengah')
    await siti.says('kabupaten batang')
    await siti.says('gringsing')
    expect(await siti.says('lebo')).toMatch(/foto KTP/)
    await siti.sends(await photo())
    expect(await siti.hears(/Periksa lagi/)).toMatch(/→ .*BATANG/i)
    await siti.says('ya')
    expect(await ratna.hears(/Perbaikan data PRB-/)).toMatch(/PEKALONGAN → \*.*BATANG/i)
    await ratna.taps('Setujui')
    await ratna.says('ya')
    await siti.hears(/sudah diperbaiki/)
    const sealer = await sealerOf(office)
    const person = await transact((tx) => tx.person.findFirstOrThrow())
    expect(openObject(sealer, person.profile, 'person.profile')).toMatchObject({
      regency: { code: '3325' },
      'birth-place': SITI.birthPlace,
    })
  })

  it('wants a login first, also from the person’s own chat, and from no one else’s at all', async () => {
    const { siti, office } = await withSiti()
    expect(await siti.says('perbaiki')).toMatch(/silakan login dulu/)
    expect(await siti.tapsId('/correction')).toMatch(/silakan login dulu/)
    const budi = office.phone('budi', '+6281200000055')
    expect(await budi.says('perbaiki')).toMatch(/Tidak ada pendaftaran yang perlu diperbaiki/)
    expect(await budi.tapsId('/correction')).toMatch(/silakan login dulu/)
  })

  it('is not handed in after the login has ended', async () => {
    const { siti, time } = await loggedIn()
    await siti.says('perbaiki')
    await siti.says('tempat lahir')
    await siti.says('Batang')
    await siti.sends(await photo())
    await siti.hears(/Periksa lagi/)
    time.pass(13 * 3_600_000)
    expect(await siti.says('ya')).toMatch(/Login Anda sudah berakhir/)
    expect(await siti.says('status')).not.toContain('PRB-')
  })

  it('asks which is meant where a registration is to be put right too', async () => {
    const { siti, ratna } = await loggedIn()
    await register(siti, {
      ...SITI,
      nik: '3326014107910002',
      birthDate: '01-07-1991',
      name: 'Ani Lestari',
      email: 'ani@contoh.id',
    })
    await ratna.hears(/Ani Lestari/)
    await ratna.taps('Minta perbaikan')
    await ratna.taps('Foto KTP tidak terbaca')
    await ratna.taps('Lewati')
    await ratna.says('ya')
    await siti.hears(/perlu diperbaiki/)
    // Whoever is logged in means their own data.
    expect(await siti.says('perbaiki')).toMatch(/Data mana yang salah/)
    await siti.says('logout')
    expect(await siti.says('perbaiki')).toMatch(/yang mana/)
    expect(await siti.taps('Data akun saya')).toMatch(/silakan login dulu/)
    await siti.says('perbaiki')
    expect(await siti.taps('Pendaftaran itu')).toMatch(/foto KTP/i)
  })

  it('takes no nonsense for a name', async () => {
    const { siti, office } = await loggedIn()
    await siti.says('perbaiki')
    await siti.says('nama lengkap')
    for (const text of ['', '   ', '1234567890', '<b>x</b>', "'; DROP TABLE Person; --", '\u202E123', '😀', 'a'.repeat(10_000)])
      expect(await siti.says(text), text.slice(0, 20)).not.toMatch(/foto KTP asli|Periksa lagi/)
    expect(office.logLines.join('')).not.toContain('a turn failed')
  })
})
