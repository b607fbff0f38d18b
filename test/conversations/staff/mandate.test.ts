import { expect, it } from 'vitest'
import { verifyAudit } from '../../../storage/audit.ts'
import { fillMandate, giveMandate, KARANGSARI, labels, member } from '../mandates.ts'
import { beActive, logIn, person, SITI, troubles } from '../registering.ts'
import { DAY, HOUR, openCounter } from './counter.ts'

const NEVER = '9801014101900001'

async function counterWithWening() {
  const counter = await openCounter()
  const wening = await counter.officer('Bu Wening', 'supervisor')
  return { ...counter, wening }
}

async function withSiti() {
  const counter = await counterWithWening()
  return { ...counter, siti: await member(counter.office, counter.wening, 'siti', SITI) }
}

it('a supervisor records a mandate: account, group, region, letter, services, end; its holder is told in chat and by e-mail', async () => {
  const { office, wening, siti, transact } = await withSiti()
  expect(await wening.says('beri mandat')).toMatch(/Berapa NIK pemohon/)
  expect(await wening.says(SITI.nik)).toMatch(/Akun atas nama \*Siti Aminah\*\. Apa nama grupnya\?/)
  await wening.says('Desa Karangsari')
  expect(labels(wening)).toContain('Lewati')
  await wening.says('karanganyar')
  await wening.says('karangsari')
  await wening.says('SK Kades 141/12/2026')
  expect(await wening.says('05-01-2026')).toMatch(/Layanan khusus mana/)
  expect(labels(wening)).toEqual(['Akta Kelahiran lewat Fasilitas Kesehatan', 'Pembaruan KK lewat Desa/Kelurahan', 'Semua'])
  await wening.taps('Pembaruan KK lewat Desa/Kelurahan')
  expect(labels(wening)).toEqual(['Akta Kelahiran lewat Fasilitas Kesehatan', 'Selesai'])
  expect(await wening.taps('Selesai')).toMatch(/Sampai tanggal berapa/)
  const review = await wening.says('31-12-27')
  expect(review).toMatch(/Nama grup: Desa Karangsari\n.*Kecamatan: 7 - KARANGANYAR\n.*Desa\/Kelurahan: 2008 - KARANGSARI/)
  expect(review).toMatch(/Nomor surat: SK Kades 141\/12\/2026\n.*Tanggal surat: 05-01-2026/)
  expect(review).toMatch(/Layanan khusus: Pembaruan KK lewat Desa\/Kelurahan\n.*Berlaku sampai: 31-12-2027/)
  expect(await wening.says('ya')).toMatch(/Mandat dicatat.*Siti Aminah sekarang bisa bertindak untuk Desa Karangsari/)

  const told = await siti.hears(/sekarang punya mode grup/)
  expect(told).toMatch(/Grup: Desa Karangsari, KARANGSARI, KARANGANYAR, PEKALONGAN\nBerlaku sampai 31-12-2027/)
  expect(told).toContain('• Pembaruan KK lewat Desa/Kelurahan')
  const mail = await office.until(
    () => office.mail.inbox(SITI.email).find(({ text }) => /bertindak untuk sebuah grup/.test(text)),
    'the e-mail',
  )
  expect(mail.text).not.toMatch(/Karangsari|Siti|3326|141/)

  const kept = await transact(async (tx) => ({
    mandate: await tx.mandate.findFirstOrThrow(),
    account: await tx.account.findFirstOrThrow(),
    officer: await tx.officer.findFirstOrThrow(),
    audit: await tx.audit.findMany({ where: { action: { in: ['person.found', 'mandate.given'] } }, orderBy: { seq: 'asc' } }),
    chain: await verifyAudit(tx),
  }))
  expect(kept.mandate).toMatchObject({ accountId: kept.account.id, grantedBy: kept.officer.id, revokedAt: null })
  expect(Buffer.from(kept.mandate.group).toString('latin1')).not.toMatch(/Karangsari|141/)
  expect(Number(kept.mandate.endsAt)).toBe(Date.UTC(2027, 11, 31, 17))
  expect(kept.audit.map(({ action, actor, subject }) => [action, actor, subject])).toEqual([
    ['person.found', `officer:${kept.officer.id}`, kept.account.personId],
    ['mandate.given', `officer:${kept.officer.id}`, kept.mandate.id],
  ])
  expect(JSON.stringify(kept.audit, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(
    /Karangsari|Siti|3326014/,
  )
  expect(kept.chain.holds).toBe(true)
  expect(troubles(office)).toEqual([])
})

it('only a role that may do so gives and takes mandates: no citizen, no verifikator', async () => {
  const { office, officer } = await counterWithWening()
  const ratna = await officer('Bu Ratna')
  for (const phone of [office.phone('guest'), ratna])
    for (const word of ['beri mandat', 'cabut mandat'])
      expect(await phone.says(word)).toMatch(/hanya bisa dilakukan petugas yang berwenang/)
})

it('a NIK without an active account is said to have none, whether it waits or was never heard of', async () => {
  const { wening, registered, transact } = await counterWithWening()
  await registered(person(31), 'waits', '+6281200000031')
  for (const nik of [NEVER, person(31).nik]) {
    await wening.says('beri mandat')
    expect(await wening.says(nik)).toMatch(/Tidak ada akun aktif dengan NIK itu/)
    expect(labels(wening)).toContain('Beri mandat')
  }
  expect(await transact((tx) => tx.audit.count({ where: { action: 'person.found' } }))).toBe(0)
})

it('an officer who is also a citizen gives no mandate to himself', async () => {
  const { office, officer, wening, transact } = await counterWithWening()
  const both = office.phone('both')
  await beActive(both, wening, SITI)
  await officer('Pak Dwi', 'supervisor', both)
  await both.says('beri mandat')
  expect(await both.says(SITI.nik)).toMatch(/Itu akun Anda sendiri/)
  // nor from another phone, when logged in there
  const other = office.phone('other')
  await officer('Pak Dwi', 'supervisor', other)
  await logIn(other, SITI.nik, SITI.password)
  await other.says('beri mandat')
  expect(await other.says(SITI.nik)).toMatch(/Itu akun Anda sendiri/)
  expect(await transact((tx) => tx.mandate.count())).toBe(0)
})

it('takes no wrong, empty, huge or hostile answers', async () => {
  const { office, wening, transact } = await withSiti()
  const bad = ['', '😀', '9'.repeat(10_000), '<script>alert(1)</script>', '\u202e\u0000', 'ᮃ']
  const refusing = async (next: RegExp, extra: readonly string[] = []) => {
    for (const text of [...bad, ...extra]) expect(await wening.says(text), text.slice(0, 20)).not.toMatch(next)
  }
  await wening.says('beri mandat')
  await refusing(/Apa nama grupnya/, ["' OR 1=1 --"])
  await wening.says(SITI.nik)
  await refusing(/kecamatan mana/, ['ab'])
  await wening.says('Desa Karangsari')
  await refusing(/desa atau kelurahan mana/)
  await wening.says('karanganyar')
  await refusing(/nomor surat/)
  await wening.says('karangsari')
  await refusing(/Tanggal berapa surat/)
  await wening.says('SK 1')
  await refusing(/Layanan khusus mana/, ['31-02-2026', '31-12-2027', '01-01-1800'])
  await wening.says('05-01-2026')
  await refusing(/Sampai tanggal/, ['9', '1, 9', 'kartu keluarga', 'selesai', '0'])
  await wening.says('semua')
  await refusing(/Periksa lagi dengan suratnya/, ['05-01-2026', '32-01-2027', '01-01-3000'])
  expect(await wening.says('٣١-١٢-٢٠٢٧')).toMatch(/Berlaku sampai: 31-12-2027/)
  expect(await transact((tx) => tx.mandate.count())).toBe(0)
  expect(await wening.says('ya')).toMatch(/Mandat dicatat/)
  expect(await wening.says('ya')).not.toMatch(/Mandat dicatat/)
  expect(await transact((tx) => tx.mandate.count())).toBe(1)
  expect(troubles(office)).toEqual([])
})

it('one answer is corrected at the review, the others stay', async () => {
  const { wening } = await withSiti()
  await fillMandate(wening, SITI.nik, { services: 'semua' })
  await wening.says('ubah 2')
  const review = await wening.says('Desa Karangsari Baru')
  expect(review).toMatch(/Nama grup: Desa Karangsari Baru/)
  expect(review).toMatch(/Nomor surat: SK Kades/)
})

it('a group may have the whole regency for its region', async () => {
  const { wening, siti } = await withSiti()
  await giveMandate(wening, SITI.nik, { group: 'RSUD Kajen', district: 'lewati' })
  expect(await siti.hears(/mode grup/)).toMatch(/Grup: RSUD Kajen, PEKALONGAN\nBerlaku sampai dicabut/)
})

it('a mandate taken back counts no more at once: the mode is personal again, the holder is told the reason', async () => {
  const { office, wening, siti, transact } = await withSiti()
  await giveMandate(wening, SITI.nik)
  await siti.hears(/mode grup/)
  await siti.says('ganti mode')
  await siti.taps(KARANGSARI.group)
  expect(await siti.says('menu')).toMatch(/Grup: \*Desa Karangsari\*/)

  await wening.says('cabut mandat')
  expect(await wening.says('lewati')).toMatch(/Mandat yang mana/)
  expect(labels(wening)).toEqual(['Desa Karangsari: Siti Aminah'])
  expect(await wening.says('karangsari')).toMatch(/Kenapa mandat itu dicabut/)
  expect(await wening.says('')).not.toMatch(/sekarang juga\?/)
  expect(await wening.says('Masa tugas sudah selesai')).toMatch(/Cabut mandat \*Desa Karangsari\* dari \*Siti Aminah\*/)
  expect(await wening.says('ya')).toMatch(/Mandat dicabut/)

  expect(await siti.hears(/sudah dicabut/)).toMatch(/Alasan: Masa tugas sudah selesai/)
  const menu = await siti.says('menu')
  expect(menu).toMatch(/\*Siti Aminah\*\.\nPemohon\n/)
  expect(await siti.says('ganti mode')).toMatch(/Tidak ada yang perlu diganti/)
  const mail = await office.until(
    () => office.mail.inbox(SITI.email).find(({ text }) => /sudah dicabut petugas/.test(text)),
    'the e-mail',
  )
  expect(mail.text).not.toMatch(/Karangsari|Masa tugas/)
  const kept = await transact(async (tx) => ({
    mandate: await tx.mandate.findFirstOrThrow(),
    account: await tx.account.findFirstOrThrow(),
    officer: await tx.officer.findFirstOrThrow(),
    audit: await tx.audit.findMany({ where: { action: { in: ['mandate.viewed', 'mandate.revoked'] } }, orderBy: { seq: 'asc' } }),
  }))
  expect(kept.mandate.revokedBy).toBe(kept.officer.id)
  expect(kept.mandate.revokedAt).not.toBeNull()
  expect(kept.account.mode).toBe('personal')
  expect(kept.audit.map(({ action, subject, detail }) => [action, subject, detail])).toEqual([
    ['mandate.viewed', kept.mandate.id, JSON.stringify({ account: kept.account.id })],
    ['mandate.revoked', kept.mandate.id, JSON.stringify({ account: kept.account.id })],
  ])
})

it('mandates are found by the NIK of their holder, and only those in force', async () => {
  const { office, wening, time } = await withSiti()
  await member(office, wening, 'tini', person(32, { name: 'Kartini Wulandari' }))
  await giveMandate(wening, SITI.nik)
  await giveMandate(wening, SITI.nik, { group: 'Puskesmas Kesesi', ends: '24-11-2026' })
  await giveMandate(wening, person(32).nik, { group: 'Desa Kulu' })
  await wening.says('cabut mandat')
  await wening.says(SITI.nik)
  expect(labels(wening)).toEqual(['Puskesmas Kesesi: Siti Aminah', 'Desa Karangsari: Siti Aminah'])
  time.pass(2 * DAY)
  await wening.says('cabut mandat')
  await wening.says(SITI.nik)
  expect(labels(wening)).toEqual(['Desa Karangsari: Siti Aminah'])
  await wening.says('cabut mandat')
  expect(await wening.says(NEVER)).toMatch(/Tidak ada mandat yang sedang berlaku/)
})

it('"no" keeps a mandate; one that another officer took back meanwhile is said to be gone', async () => {
  const { officer, wening, transact } = await withSiti()
  const dwi = await officer('Pak Dwi', 'supervisor')
  await giveMandate(wening, SITI.nik)
  for (const phone of [wening, dwi]) {
    await phone.says('cabut mandat')
    await phone.says('lewati')
    await phone.says('1')
    await phone.says('Salah catat')
  }
  expect(await wening.says('tidak')).toMatch(/tetap berlaku/)
  expect(await transact((tx) => tx.mandate.count({ where: { revokedAt: null } }))).toBe(1)
  await wening.says('cabut mandat')
  await wening.says('lewati')
  await wening.says('1')
  await wening.says('Salah catat')
  expect(await wening.says('ya')).toMatch(/Mandat dicabut/)
  expect(await dwi.says('ya')).toMatch(/sudah tidak berlaku/)
})

it('an officer who lost the seat meanwhile gives nothing', async () => {
  const { wening, remove, transact, time } = await withSiti()
  await fillMandate(wening, SITI.nik)
  time.pass(HOUR / 60)
  await remove('Bu Wening')
  expect(await wening.says('ya')).toMatch(/Mandat tidak dicatat/)
  expect(await transact((tx) => tx.mandate.count())).toBe(0)
})

it('the greeting names the words to those who may use them', async () => {
  const { officer, wening } = await counterWithWening()
  expect(await wening.says('menu')).toMatch(/BERI MANDAT dan CABUT MANDAT/)
  expect(await (await officer('Bu Ratna')).says('menu')).not.toMatch(/MANDAT/)
})
