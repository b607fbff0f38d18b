import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ktp } from '../../documents/ktp.ts'
import { passport } from '../../documents/passport.ts'
import { letterPdf } from '../../documents/pdf.ts'
import { photograph } from '../../documents/photograph.ts'
import { EICAR, FakeClamd } from '../../fakes/clamd/fake-clamd.ts'
import { agencyFolder } from '../../support/agency-folder.ts'
import { Office, type Phone } from '../../support/office.ts'
import { closeUntroubled, fillUntil, person } from '../registering.ts'

const SEED = 13
const PDF = { as: 'document', mime: 'application/pdf' } as const
const SITI = person(81, { nik: '9801014107901234', name: 'Siti Contoh' })
const LETTERS = {
  documents: [
    '{ id: identitas, kind: passport, also: [ktp], types: [jpeg, png, pdf], maxMegabytes: 2, checks: [legible, kind, identity, expiry], ifExpired: surat-pembaruan }',
    '{ id: surat-pembaruan, kind: "any", types: [pdf, jpeg, png], maxMegabytes: 2, checks: [legible] }',
    '{ id: surat-kuasa, kind: "any", types: [pdf], maxMegabytes: 1, pages: 5, shrink: false, checks: [] }',
  ],
  questions: { identity: 'identitas', renewal: 'surat-pembaruan', attorney: 'surat-kuasa' },
  texts: `
document-identitas = Paspor atau KTP
document-surat-pembaruan = Surat Pernyataan Pembaruan
document-surat-kuasa = Surat Kuasa
`,
}

let folder: string
let clamd: FakeClamd
let office: Office
let card: Buffer
beforeAll(async () => {
  folder = agencyFolder(LETTERS)
  clamd = await FakeClamd.start()
  const { host, port } = clamd.address as { host: string; port: number }
  office = await Office.open({ LOKET_AGENCIES: folder, LOKET_CLAMD: `${host}:${port}` }, { intake: 'real' })
  const drawn = await ktp({ seed: SEED, nik: SITI.nik, name: 'SITI CONTOH' })
  card = (await photograph(drawn, { seed: SEED })).jpeg
}, 60_000)
afterAll(async () => {
  await closeUntroubled(office)
  await clamd.close()
  rmSync(folder, { recursive: true })
})

/** Sends a file and waits until it is judged. */
async function sent(phone: Phone, bytes: Uint8Array, verdict: RegExp, given = {}): Promise<string> {
  await phone.sends(bytes, given)
  return phone.hears(verdict)
}

async function passportOf(givenNames: string, surname: string, expires: string): Promise<Buffer> {
  return (await photograph(await passport({ seed: SEED, givenNames, surname, expires }), { seed: SEED })).jpeg
}

describe('a counter with a malware scanner', () => {
  it(
    'SIN-181 SIN-182 refuses a harmful file before it is stored, whatever it looks like, with advice',
    { timeout: 60_000 },
    async () => {
      const phone = office.phone('harmful')
      await phone.says('daftar')
      await phone.says('setuju')
      const advice = /kode berbahaya, jadi tidak kami simpan.*aplikasi yang mencurigakan.*foto lagi/
      await sent(phone, Buffer.concat([card, EICAR]), advice)
      expect(clamd.files.at(-1)?.includes(EICAR)).toBe(true)
      expect(await office.open.unitOfWork.run((tx) => tx.file.count())).toBe(0)
      const stored = join(office.folder, 'files')
      expect(
        existsSync(stored) ? readdirSync(stored, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()) : [],
      ).toEqual([])
      // The same photo without it is taken.
      await sent(phone, card, /9801 0141 0790 1234|Fotonya kami simpan/)
      expect(await office.open.unitOfWork.run((tx) => tx.file.count())).toBe(2)
    },
  )
})

describe('documents as they are', () => {
  it('EXP-1 EXP-10 EXP-12 EXP-13 INS-17 are judged by what is on them', { timeout: 120_000 }, async () => {
    const phone = office.phone('siti')
    await fillUntil(phone, SITI, 'ktp')
    await sent(phone, card, /NIK-nya cocok[^]*Kirim identity/)
    await sent(phone, await passportOf('SITI', 'CONTOH', '2020-01-10'), /sudah habis masa berlakunya[^]*Kirim renewal/)
    await sent(phone, await letterPdf(1), /Kirim attorney/, PDF)
    await sent(phone, card, /berkas PDF, paling besar 1 MB/)
    // The platform did not say how large it is.
    const large = Buffer.concat([await letterPdf(1), Buffer.alloc(1024 * 1024, ' ')])
    await sent(phone, large, /terlalu besar: paling besar 1 MB/, { ...PDF, size: undefined })
    await sent(phone, await letterPdf(3), /kata kunci/i, PDF)
    await phone.says(SITI.password)
    expect(await phone.says(SITI.password)).toMatch(/attorney: ✓ 3 lembar diterima/)
    // The letter of renewal and the letter of attorney; of photos no original is kept.
    expect(await office.open.unitOfWork.run((tx) => tx.file.count({ where: { variant: 'original' } }))).toBe(2)
  })

  it('EXP-1 may be a KTP where a passport or a KTP will do', { timeout: 60_000 }, async () => {
    const phone = office.phone('ktp twice')
    await fillUntil(phone, SITI, 'ktp')
    await sent(phone, card, /NIK-nya cocok[^]*Kirim identity/)
    await sent(phone, await passportOf('BUDI', 'REKAAN', '2031-01-10'), /Nama di foto sepertinya sedikit berbeda/)
    await phone.taps('Foto lain')
    expect(await sent(phone, card, /Kirim attorney/)).toMatch(/NIK-nya cocok/)
  })

  it('the simulator’s sample card is read for certain: a newcomer sees what photos do', { timeout: 120_000 }, async () => {
    const sample = readFileSync(new URL('../../../bot/web/simulator/page/sample-ktp.jpg', import.meta.url))
    const first = office.phone('photo first')
    await first.says('daftar')
    await first.says('setuju')
    const read = await sent(first, sample, /9801 0141 0790 1234/)
    expect(read).toMatch(/Siti Contoh/i)
    // One wrong digit, typed in the middle.
    const typo = office.phone('one wrong digit')
    await fillUntil(typo, { ...SITI, nik: '9801014107901284' }, 'ktp')
    await sent(typo, sample, /Angka NIK di foto berbeda/)
  })
})
