import { expect, it } from 'vitest'
import { photo } from '../../support/office.ts'
import { beActive, logIn, register, person, SITI } from '../registering.ts'
import { cardOf, DAY, MINUTE, openCounter, SITIS_NUMBER, taskOf } from './counter.ts'

/** A counter with two officers where a registration, a correction and a lost number wait, in this order. */
async function openWithEachWaiting() {
  const counter = await openCounter()
  const ratna = await counter.officer('Bu Ratna')
  const siti = counter.office.phone('siti', SITIS_NUMBER)
  await beActive(siti, ratna, SITI)
  const bagus = await counter.officer('Pak Bagus')
  await register(counter.office.phone('budi', '+6281200000055'), person(55))
  await logIn(siti, SITI.nik, SITI.password)
  for (const text of ['perbaiki', 'tempat lahir', 'Batang']) await siti.says(text)
  await siti.sends(await photo())
  await siti.hears(/Periksa lagi/)
  await siti.says('ya')
  const anew = counter.office.phone('anew')
  for (const text of ['hp hilang', SITI.nik, 'Siti Amina', SITI.kk, '081200000077']) await anew.says(text)
  await anew.sends(await photo())
  await anew.hears(/Periksa lagi/)
  await anew.says('ya')
  await anew.says(anew.solve())
  await ratna.hears(/Nomor HP hilang/)
  await bagus.hears(/Nomor HP hilang/)
  return { ...counter, ratna, bagus, siti, anew }
}

it('the queue says what each case is, and opens each; one held by another is said to be', async () => {
  const { ratna, bagus, office } = await openWithEachWaiting()
  const listed = await ratna.says('antrian')
  expect(listed).toMatch(/1\. Pendaftaran REG-[\s\S]*2\. Perbaikan data PRB-[\s\S]*3\. ⚠ Nomor HP hilang NHP-/)
  const [, , phoneButton] = ratna.last.buttons
  await ratna.tapsId(phoneButton?.id ?? '')
  const { card, photo: ktp } = cardOf(ratna)
  expect(card.text).toMatch(/Nama lengkap: \*Siti Amina\* ✗ berbeda/)
  expect(card.text).not.toContain('Siti Aminah')
  expect(card.text).toMatch(/Telepon nomor itu dulu sebelum menyetujui/)
  expect(ktp?.file?.name).toMatch(/-ktp-1\.jpg$/)

  // A word of decision in reply to the card means that card.
  expect(await ratna.says('minta perbaikan', { replyTo: card.id })).toMatch(/tidak bisa dikembalikan untuk perbaikan/)
  expect(ratna.last.buttons.map(({ label }) => label)).toEqual(['Setujui', 'Tolak'])
  expect(await bagus.tapsId(`/approve:${taskOf(ratna)}`)).toMatch(/Sedang ditangani Bu Ratna/)
  expect(await bagus.says('antrian')).toMatch(/NHP-.*· Bu Ratna/)
  expect(await ratna.says('setujui', { replyTo: card.id })).toMatch(/Chat lamanya langsung terputus/)
  expect(await ratna.says('ya')).toMatch(/sudah pindah ke chat baru/)
  await bagus.hears(/NHP-.* sudah disetujui oleh Bu Ratna/)
  expect(await bagus.tapsId(`/task:${taskOf(ratna)}`)).toMatch(/Nomor HP hilang NHP-.* sudah disetujui oleh Bu Ratna/)
  expect(office.logLines.join('')).not.toMatch(/Siti|3326014107900001|81200000077/)
})

it('a held request comes free when its time is over, and is reminded of before its promise ends', async () => {
  const { ratna, bagus, time } = await openWithEachWaiting()
  await ratna.taps('Setujui')
  time.pass(16 * MINUTE)
  expect(await ratna.hears(/Waktu Anda untuk/)).toMatch(/NHP-/)
  expect(await bagus.says('antrian')).not.toMatch(/Bu Ratna/)
  time.pass(3 * DAY)
  await bagus.hears(/⏰ \*PRB-.* belum diputuskan/)
  await bagus.hears(/⏰ \*NHP-.* belum diputuskan/)
})

it('reasons are offered that fit the kind of case', async () => {
  const { ratna } = await openWithEachWaiting()
  const labels = () => ratna.last.buttons.map(({ label }) => label)
  await ratna.taps('Tolak')
  expect(labels()).toContain('Pemohon bukan pemilik akun, atau nomor barunya tidak bisa dihubungi')
  expect(labels()).not.toContain('Nomor KK tidak sesuai dengan NIK')
  await ratna.says('batal')
  await ratna.says('antrian')
  await ratna.tapsId(ratna.last.buttons[1]?.id ?? '')
  await ratna.taps('Tolak')
  expect(labels()).toContain('Nomor KK tidak sesuai dengan NIK')
  expect(labels()).not.toContain('Pendaftaran ganda: NIK ini sudah didaftarkan')
})
