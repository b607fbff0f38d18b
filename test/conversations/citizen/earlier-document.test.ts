import { expect, it } from 'vitest'
import { openCounter, SITIS_NUMBER } from '../staff/counter.ts'
import { fillUntil, SITI } from '../registering.ts'
import type { Phone } from '../../support/office.ts'
import { photoOf } from '../../support/scripted-intake.ts'

async function handIn(siti: Phone): Promise<void> {
  await siti.says('ya')
  await siti.says(siti.solve())
  await siti.hears(/berhasil dikirim/)
}

async function sendBack(ratna: Phone, siti: Phone, reason: string): Promise<string> {
  await ratna.hears(/Pendaftaran REG/)
  await ratna.taps('Minta perbaikan')
  await ratna.taps(reason)
  await ratna.taps('Lewati')
  await ratna.says('ya')
  await siti.hears(/perlu diperbaiki/)
  return siti.taps('Perbaiki data')
}

it('offers a document that was handed in before when a registration is put right, but none that was sent back', async () => {
  const counter = await openCounter()
  const ratna = await counter.officer('Bu Ratna')
  const siti = counter.office.phone('siti', SITIS_NUMBER)
  await fillUntil(siti, SITI, 'ktp')
  await siti.sends(photoOf({}), { as: 'document', name: 'ktp-lama.jpg', mime: 'image/jpeg' })
  await siti.says(SITI.password)
  await siti.says(SITI.password)
  await handIn(siti)

  await sendBack(ratna, siti, 'Nomor KK tidak sesuai dengan NIK')
  expect(await siti.says('3326010112150005')).toMatch(/Periksa lagi/)
  expect(await siti.says('ubah 14')).toMatch(/Kirim foto KTP Anda yang asli/)
  await siti.sends(photoOf({}), { as: 'document', name: 'ktp-baru.jpg', mime: 'image/jpeg' })
  await siti.hears(/Periksa lagi/)
  await handIn(siti)

  // The photo of the second form is sent back; that of the first never was.
  await sendBack(ratna, siti, 'Foto KTP tidak terbaca')
  const asked = await siti.hears(/Anda pernah mengirim/)
  expect(asked).toMatch(/Anda pernah mengirim KTP Elektronik:\s+1\. ktp-lama\.jpg, tanggal .* lembar ke-1/)
  expect(asked).not.toContain('ktp-baru.jpg')
  expect(siti.inbox.findLast(({ file }) => file !== undefined)?.file).toMatchObject({ mime: 'image/jpeg' })
  expect(siti.last.buttons.map(({ label }) => label)).toEqual(expect.arrayContaining([expect.stringMatching(/^Pakai/)]))
  expect(await siti.says('pakai 1')).toMatch(/Periksa lagi/)
  await handIn(siti)

  // Sent back as well now: both are left out, and a new one is asked for.
  const again = await sendBack(ratna, siti, 'Foto KTP tidak terbaca')
  expect(again).toMatch(/Kirim foto KTP Anda yang asli/)
  expect(again).not.toMatch(/pernah mengirim/)
})
