import { expect, it } from 'vitest'
import { verifyAudit } from '../../../storage/audit.ts'
import { photo, type Phone } from '../../support/office.ts'
import { fillPage, linkIn, visit } from '../../support/page-visit.ts'
import { logIn, numberIn, person, register, SITI, troubles, TYPED, type Answers } from '../registering.ts'
import { openCounter } from './counter.ts'

const TINI = person(21, { name: 'Kartini Wulandari', mother: 'Sri Wahyuni' })
const PASSWORD = 'tujuh ekor angsa biru'

async function counterWithRatna() {
  const counter = await openCounter()
  const ratna = await counter.officer('Bu Ratna')
  return { ...counter, ratna, mails: (answers: Answers) => counter.office.mail.inbox(answers.email) }
}

/** Goes through the form up to the review; gives everything that was said. */
async function fill(officer: Phone, answers: Answers): Promise<string> {
  const said = [await officer.says('daftarkan'), await officer.says('ya')]
  for (const id of TYPED) said.push(await officer.says(answers[id]))
  await officer.sends(await photo())
  said.push(await officer.hears(/Periksa lagi/))
  return said.join('\n')
}

/** Waits until a job has hashed the password. */
async function hashed(transact: Awaited<ReturnType<typeof openCounter>>['transact']): Promise<void> {
  for (let looks = 0; looks < 5000; looks++) {
    if ((await transact((tx) => tx.account.count({ where: { status: 'active', passwordHash: { not: null } } }))) > 0) return
    // It is made by another thread, which has to be heard.
    await new Promise((resolve) => setImmediate(resolve))
  }
  throw new Error('the password was never hashed')
}

async function registerDirectly(officer: Phone, answers: Answers): Promise<string> {
  await fill(officer, answers)
  return officer.says('ya')
}

it('SIN-54 somebody whom an officer registered gets the link, activates, makes a password on the page and logs in', async () => {
  const { office, ratna, mails, transact } = await counterWithRatna()
  const said = await fill(ratna, TINI)
  expect(said).toMatch(/sudah setuju datanya diproses/)
  expect(said).toContain('NIK warga itu?')
  expect(said).not.toMatch(/Berapa NIK Anda|kata kunci/i)
  expect(said).toContain('Sri Wahyuni')
  const done = await ratna.says('ya')
  expect(done).toMatch(/REG-\S+ terdaftar dan disetujui/)
  expect(done).toMatch(/dikirim ke e-mail warga itu/)

  await office.until(() => mails(TINI).at(-1), 'the e-mail')
  const mail = mails(TINI).at(-1)?.text ?? ''
  expect(mail).toMatch(/tautan aktivasi akun SINTREN/)
  expect(mail).not.toMatch(/Kartini|3326|Wahyuni/)
  const activated = await fillPage(office, linkIn(mail), { mother: TINI.mother })
  expect(activated.words).toMatch(/Akun aktif, tinggal satu langkah .*Buat kata kunci/)
  const path = /class="button" href="(\/l\/[\w-]+)"/.exec(activated.markup)?.[1] ?? ''
  expect((await visit(office, path)).words).toMatch(/Kata kunci baru .*Ulangi: Kata kunci baru/)
  expect((await fillPage(office, path, { answer: TINI.nik, again: TINI.nik })).status).toBe(422)
  expect((await fillPage(office, path, { answer: 'kartini wulandari', again: 'kartini wulandari' })).status).toBe(422)
  expect((await fillPage(office, path, { answer: PASSWORD, again: PASSWORD })).words).toMatch(/Kata kunci tersimpan/)
  expect((await fillPage(office, path, { answer: 'lain sekali ya', again: 'lain sekali ya' })).status).toBe(410)

  await hashed(transact)
  const tini = office.phone('tini')
  expect(await logIn(tini, TINI.nik, 'kata kunci yang salah')).toMatch(/belum cocok/)
  await tini.says('batal')
  expect(await logIn(tini, TINI.nik, PASSWORD)).toMatch(/Login berhasil/)
  expect(tini.last.text).toContain(TINI.name)
  expect(troubles(office)).toEqual([])
})

it('SIN-54 in the chat of the proven number that is nobody’s: link, activation and password, all there', async () => {
  const { office, ratna, transact } = await counterWithRatna()
  // Tini had typed her husband's NIK; another chat of his was approved since, and hers is nobody's.
  const tini = office.phone('tini', '+6281200000021')
  await register(tini, { ...SITI, phone: TINI.phone })
  await transact((tx) => tx.contact.updateMany({ data: { personId: null } }))
  expect(await registerDirectly(ratna, TINI)).toMatch(/dikirim ke chat dan e-mail warga itu/)
  expect(await tini.hears(/Kabar baik/)).toMatch(/\/l\//)
  await tini.taps('Aktifkan akun')
  await tini.says(TINI.mother)
  expect(await tini.says(tini.solve())).toMatch(/Tinggal satu langkah: buat kata kunci/)
  expect(await tini.says('Kartini Wulandari')).not.toMatch(/sekali lagi, persis sama/)
  // Left undone, it is asked again.
  await tini.says('batal')
  expect(await tini.says('aktivasi')).toMatch(/Tinggal satu langkah: buat kata kunci/)
  expect(await tini.says(PASSWORD)).toMatch(/sekali lagi, persis sama/)
  expect(await tini.says(PASSWORD)).toMatch(/Akun Anda siap dipakai/)
  await hashed(transact)
  expect(await logIn(tini, TINI.nik, PASSWORD)).toMatch(/Login berhasil/)
  expect(await office.phone('tini').says('aktivasi')).toMatch(/Tidak ada akun yang menunggu/)
})

it('is for officers who may decide only', async () => {
  const { office, remove, ratna } = await counterWithRatna()
  const stranger = office.phone('stranger')
  expect(await stranger.says('daftarkan warga')).toMatch(/hanya untuk petugas/)
  expect(stranger.last.buttons.map(({ label }) => label)).toContain('Daftar')
  await fill(ratna, TINI)
  await remove('Bu Ratna')
  expect(await ratna.says('ya')).toMatch(/tidak lagi berwenang/)
  expect(office.mail.inbox(TINI.email)).toEqual([])
})

it('keeps nothing without the person’s consent', async () => {
  const { ratna, transact } = await counterWithRatna()
  await ratna.says('daftarkan')
  expect(await ratna.says('tidak')).toMatch(/tidak ada data yang disimpan/)
  expect(await transact((tx) => tx.person.count())).toBe(0)
})

it('tells the officer at once that a NIK is known', async () => {
  const { ratna, registered, transact } = await counterWithRatna()
  await registered()
  await ratna.says('daftarkan')
  await ratna.says('ya')
  expect(await ratna.says(SITI.nik)).toMatch(/NIK ini sudah punya pendaftaran/)
  expect(await transact((tx) => tx.audit.count({ where: { action: 'person.found' } }))).toBe(1)
})

it('tells so at the end, too, when the NIK was registered meanwhile', async () => {
  const { ratna, registered, transact } = await counterWithRatna()
  await fill(ratna, TINI)
  await registered(TINI, 'tini', '+6281200000021')
  expect(await ratna.says('ya')).toMatch(/NIK ini sudah punya pendaftaran/)
  expect(await transact((tx) => tx.registration.count())).toBe(1)
})

it('takes no wrong, empty, huge or hostile answers', async () => {
  const { ratna, office } = await counterWithRatna()
  await ratna.says('daftarkan')
  expect(await ratna.says('mungkin')).not.toContain('NIK warga itu?')
  expect(await ratna.says('ya')).toContain('NIK warga itu?')
  for (const bad of ['', '123', '9'.repeat(10_000), "' OR 1=1 --", '<b>3326</b>', '\u202e\u0000', '😀'])
    expect(await ratna.says(bad)).not.toContain('Nama lengkap warga itu?')
  expect(await ratna.says('٣٣٢٦٠١٤١٠٧٩٠٠٠٢١')).toContain('Nama lengkap warga itu?')
  expect(troubles(office)).toEqual([])
})

it('is written down: who registered, who attests the consent, the photo; and the number is the person’s', async () => {
  const { ratna, transact } = await counterWithRatna()
  const number = numberIn(await registerDirectly(ratna, TINI))
  const kept = await transact(async (tx) => ({
    registration: await tx.registration.findUniqueOrThrow({ where: { number }, include: { documents: true, events: true } }),
    officer: await tx.officer.findFirstOrThrow(),
    consent: await tx.consent.findFirstOrThrow(),
    audit: await tx.audit.findMany({ where: { action: 'registration.direct' } }),
    tasks: await tx.task.count(),
    chain: await verifyAudit(tx),
  }))
  const actor = `officer:${kept.officer.id}`
  expect(kept.registration).toMatchObject({ status: 'approved', passwordHash: null, flags: '["phone-unproven"]' })
  expect(kept.registration.documents).toMatchObject([{ slot: 'ktp', personId: kept.registration.personId }])
  expect(kept.registration.events.map(({ kind, actor: by }) => [kind, by])).toEqual([
    ['submitted', actor],
    ['approved', actor],
  ])
  expect(kept.consent).toMatchObject({ personId: kept.registration.personId, textVersion: '2026-11' })
  expect(kept.audit).toMatchObject([{ actor, subject: kept.registration.id }])
  expect(kept.tasks).toBe(0)
  expect(kept.chain.holds).toBe(true)
})
