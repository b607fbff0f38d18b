import { describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../storage/audit.ts'
import { photo } from '../../support/office.ts'
import { SITI } from '../registering.ts'
import { cardOf, openWithOneWaiting, taskOf } from './counter.ts'

async function waiting() {
  const counter = await openWithOneWaiting()
  return { ...counter, mails: () => counter.office.mail.inbox(SITI.email) }
}

describe('the prompt to officers', () => {
  it('SIN-48 comes at once when a form is submitted: the photo first, then every answer unmasked, with three buttons', async () => {
    const { ratna, bagus, number, siti } = await waiting()
    for (const officer of [ratna, bagus]) {
      const { photo: picture, card } = cardOf(officer)
      expect(picture?.file).toMatchObject({ name: `${number}-ktp-1.jpg`, mime: 'image/jpeg' })
      expect(picture?.file?.bytes.byteLength).toBeGreaterThan(1000)
      for (const answer of [
        number,
        '3326 0141 0790 0001',
        'Siti Aminah',
        '3326 0101 1215 0002',
        'Pekalongan',
        '01-07-1990',
        'Sri Lestari',
        'JAWA TENGAH',
        'KARANGANYAR',
        'KARANGSARI',
        '0812-0000-0001',
        SITI.email,
        'Batas: Rabu, 25 November 2026 pukul 16.00 WIB',
      ])
        expect(card.text).toContain(answer)
      expect(card.text).not.toContain(SITI.password)
      expect(card.text.toLowerCase()).not.toContain('kata kunci')
      expect(card.buttons.map(({ label }) => label)).toEqual(['Setujui', 'Tolak', 'Minta perbaikan'])
    }
    expect(await siti.says('status')).toMatch(/menunggu pemeriksaan petugas/)
  })

  it('says what to look at: a region that is unknown, a phone number that nobody vouches for', async () => {
    const { ratna, registered } = await waiting()
    expect(cardOf(ratna).card.text).toMatch(/Tidak ada tanda khusus/)
    const answers = { ...SITI, nik: '3326994107900004', email: 'ani@contoh.id', phone: '081200000077' }
    await registered(answers, 'ani', '+6281200000001')
    const card = await ratna.hears(/3326 9941 0790 0004/)
    expect(card).toContain('⚠ Kode wilayah dalam NIK tidak dikenal')
    expect(card).toContain('⚠ Nomor HP belum terbukti milik chat ini')
    expect(card).not.toMatch(/Tidak ada tanda khusus/)
  })
})

describe('an approval', () => {
  it('SIN-49 SIN-50 needs one more yes; then the activation link goes to the chat and by e-mail', async () => {
    const { ratna, bagus, siti, number, mails } = await waiting()
    expect(await ratna.taps('Setujui')).toBe(`Setujui pendaftaran *${number}* atas nama *Siti Aminah*?`)
    expect(await siti.says('status')).toMatch(/menunggu/)
    expect(await ratna.taps('Ya')).toMatch(new RegExp(`\\*${number} disetujui.\\*`))
    const told = await siti.hears(/Kabar baik/)
    expect(told).toMatch(new RegExp(`Pendaftaran ${number} disetujui`))
    expect(told).toMatch(/tautan aktivasi akun SINTREN Anda:\nhttp\S+\/l\/\S+/)
    expect(siti.last.buttons.map(({ label }) => label)).toContain('Aktifkan akun')
    expect(await bagus.hears(/sudah disetujui/)).toBe(`${number} sudah disetujui oleh Bu Ratna.`)
    const mail = mails().at(-1)
    expect(mail?.subject).toBe('Aktivasi akun Anda')
    expect(mail?.text).toMatch(/tautan aktivasi akun SINTREN:\nhttp\S+\/l\/\S+/)
    expect(mail?.text).not.toMatch(/Siti|3326|Lestari/)
  })

  it('SIN-53 opens the way to activation', async () => {
    const { ratna, siti } = await waiting()
    expect(await siti.says('aktivasi')).toMatch(/Tidak ada akun yang menunggu aktivasi/)
    await ratna.taps('Setujui')
    await ratna.taps('Ya')
    await siti.hears(/Kabar baik/)
    await siti.taps('Aktifkan akun')
    await siti.says(SITI.mother)
    expect(await siti.says(siti.solve())).toMatch(/Akun Anda aktif/)
  })

  it('is not given by a no: the task stays with the officer, undecided', async () => {
    const { ratna, siti, number } = await waiting()
    await ratna.taps('Setujui')
    await ratna.taps('Tidak')
    expect(await ratna.says('antrian')).toMatch(new RegExp(`${number} .*Anda`))
    expect(await siti.says('status')).toMatch(/menunggu/)
  })

  it('by a quoted reply to the card: setuju', async () => {
    const { ratna, siti } = await waiting()
    const { card, photo: picture } = cardOf(ratna)
    expect(await ratna.says('setuju', { replyTo: card.id })).toMatch(/atas nama \*Siti Aminah\*/)
    await ratna.says('tidak')
    expect(await ratna.says('Setuju!', { replyTo: picture?.id ?? '' })).toMatch(/atas nama \*Siti Aminah\*/)
    await ratna.says('iya')
    await siti.hears(/Kabar baik/)
  })

  it('by the word alone asks which task is meant', async () => {
    const { ratna } = await waiting()
    expect(await ratna.says('setuju', { replyTo: 'out-of-nowhere' })).not.toMatch(/atas nama/)
  })
})

describe('a rejection', () => {
  it('SIN-102 asks for a reason, takes a note, needs a yes, and is told with both, in the chat and by e-mail', async () => {
    const { ratna, bagus, siti, number, mails } = await waiting()
    expect(await ratna.taps('Tolak')).toMatch(new RegExp(`Kenapa \\*${number}\\* ditolak`))
    expect(await ratna.taps('Nama Ibu Belum Sesuai dengan yang tercatat di KK')).toMatch(/catatan tambahan/)
    expect(await ratna.says('Di KK tertulis SRI LESTARININGSIH')).toMatch(/dengan alasan: Nama Ibu Belum Sesuai/)
    expect(await ratna.says('ya')).toMatch(new RegExp(`${number} ditolak`))
    const told = await siti.hears(/tidak disetujui/)
    expect(told).toContain('Nama Ibu Belum Sesuai dengan yang tercatat di KK')
    expect(told).toContain('Di KK tertulis SRI LESTARININGSIH')
    expect(await siti.says('status')).toMatch(/Tidak Disetujui.*Nama Ibu Belum Sesuai/s)
    await bagus.hears(/ditolak oleh Bu Ratna/)
    expect(mails().at(-1)?.text).toContain('Nama Ibu Belum Sesuai dengan yang tercatat di KK')
    // An e-mail is a postcard: the officer's own words do not go with it.
    expect(mails().at(-1)?.text).not.toContain('LESTARININGSIH')
  })

  it('without a note: the question can be skipped', async () => {
    const { ratna, siti } = await waiting()
    await ratna.taps('Tolak')
    await ratna.says('5')
    await ratna.taps('Lewati')
    await ratna.says('ya')
    expect(await siti.hears(/tidak disetujui/)).not.toMatch(/Catatan petugas/)
  })

  it.each(['alasan lain', 'Nama berbeda dari yang tercatat di KTP', 'name-differs', '4'])(
    'takes the reason typed: %s',
    async (words) => {
      const { ratna } = await waiting()
      await ratna.taps('Tolak')
      expect(await ratna.says(words)).toMatch(/atatan/)
    },
  )

  it('for another reason needs words, and takes no empty, short or endless ones', async () => {
    const { ratna, siti } = await waiting()
    await ratna.taps('Tolak')
    await ratna.taps('Lainnya ▸')
    expect(await ratna.taps('Alasan lain')).toMatch(/Tulis catatan untuk pemohon/)
    for (const bad of ['', '  ', 'x', 'lewati', '9'.repeat(10_000)]) expect(await ratna.says(bad)).not.toMatch(/dengan alasan/)
    expect(await ratna.says('KTP milik orang lain')).toMatch(/dengan alasan: Alasan lain/)
    await ratna.says('ya')
    expect(await siti.hears(/tidak disetujui/)).toContain('KTP milik orang lain')
  })

  it('by a quoted reply: tolak', async () => {
    const { ratna, number } = await waiting()
    expect(await ratna.says('tolak', { replyTo: cardOf(ratna).card.id })).toMatch(new RegExp(`Kenapa \\*${number}\\*`))
  })

  it('can be thought better of: batal leaves everything as it was', async () => {
    const { ratna, siti } = await waiting()
    await ratna.taps('Tolak')
    await ratna.says('3')
    await ratna.says('batal')
    expect(await siti.says('status')).toMatch(/menunggu/)
    expect(await ratna.taps('Setujui')).toMatch(/atas nama/)
  })
})

describe('a request for correction', () => {
  it('marks the answer: the citizen is asked that alone, and the form comes back to the officers', async () => {
    const { ratna, bagus, siti, number } = await waiting()
    await ratna.taps('Minta perbaikan')
    await ratna.taps('Nomor KK tidak sesuai dengan NIK')
    await ratna.taps('Lewati')
    expect(await ratna.says('ya')).toMatch(new RegExp(`${number} dikembalikan`))
    expect(await siti.hears(/perlu diperbaiki/)).toMatch(/Nomor KK tidak sesuai dengan NIK/)
    await bagus.hears(/dikembalikan untuk perbaikan oleh Bu Ratna/)
    expect(await siti.taps('Perbaiki data')).toMatch(/Kita perbaiki.*nomor Kartu Keluarga/s)
    expect(await siti.says('3326010112150005')).toMatch(/Periksa lagi.*3326 0101 1215 0005/s)
    await siti.says('ya')
    const sent = await siti.says(siti.solve())
    expect(sent).toMatch(/berhasil dikirim/)
    const card = await bagus.hears(/3326 0101 1215 0005/)
    expect(card).not.toContain(number)
    expect(card).toContain('Sri Lestari')
    // The old card is of a case that is decided.
    expect(await ratna.tapsId(`/approve:${taskOf(ratna)}`)).toMatch(/atas nama|Sudah/)
  })

  it('of the photo asks for the photo alone', async () => {
    const { ratna, siti } = await waiting()
    await ratna.taps('Minta perbaikan')
    await ratna.taps('Foto KTP tidak terbaca')
    await ratna.says('Ada pantulan cahaya')
    await ratna.says('ya')
    expect(await siti.hears(/perlu diperbaiki/)).toContain('Ada pantulan cahaya')
    expect(await siti.taps('Perbaiki data')).toMatch(/foto KTP/i)
    await siti.sends(await photo())
    await siti.hears(/Periksa lagi/)
  })

  it('for another reason asks the officer which answer, and needs words', async () => {
    const { ratna, siti } = await waiting()
    await ratna.taps('Minta perbaikan')
    await ratna.taps('Lainnya ▸')
    expect(await ratna.taps('Alasan lain')).toBe('Bagian mana yang harus diisi lagi oleh pemohon?')
    expect(ratna.last.buttons.map(({ label }) => label)).not.toContain('NIK')
    expect(await ratna.taps('Tempat lahir')).toMatch(/Tulis catatan/)
    await ratna.says('Tulis kabupatennya, bukan desanya')
    await ratna.says('ya')
    await siti.hears(/Tulis kabupatennya/)
    expect(await siti.taps('Perbaiki data')).toMatch(/tempat lahir|lahir di mana/i)
    expect(await siti.says('Batang')).toMatch(/Periksa lagi.*Batang/s)
  })
})

describe('what may not be decided', () => {
  it('a decided task: the card says by whom, and the decision stands', async () => {
    const { ratna, bagus, siti, number } = await waiting()
    await ratna.taps('Setujui')
    await ratna.taps('Ya')
    await siti.hears(/Kabar baik/)
    await bagus.hears(/sudah disetujui/)
    for (const label of ['Setujui', 'Tolak', 'Minta perbaikan'])
      expect(await bagus.taps(label)).toBe('Sudah disetujui oleh Bu Ratna.')
    expect(await bagus.says('tolak', { replyTo: cardOf(bagus).card.id })).toBe('Sudah disetujui oleh Bu Ratna.')
    expect(await bagus.tapsId(`/task:${taskOf(bagus)}`)).toBe(`Pendaftaran ${number} sudah disetujui oleh Bu Ratna.`)
    expect(await siti.says('status')).toMatch(/disetujui/)
  })

  it('by a citizen, with a button out of an officer’s card: refused, and nothing is told', async () => {
    const { ratna, siti, office, number, transact } = await waiting()
    const task = taskOf(ratna)
    const budi = office.phone('budi', '+6281200000055')
    for (const phone of [siti, budi])
      for (const id of ['approve', 'reject', 'return', 'task', 'queue']) {
        const answer = await phone.tapsId(`/${id}:${task}`)
        expect(answer).toMatch(id === 'task' ? /Tidak ada tugas itu/ : /hanya untuk petugas/)
        expect(answer).not.toContain(number)
        expect(answer).not.toMatch(/Siti|3326|Ratna/)
      }
    expect(await budi.says('antrian')).toMatch(/hanya untuk petugas/)
    expect(await budi.says('setuju', { replyTo: cardOf(ratna).card.id })).not.toMatch(/Siti|REG-/)
    const row = await transact((tx) => tx.task.findUniqueOrThrow({ where: { id: task } }))
    expect(row).toMatchObject({ status: 'open', claimedBy: null })
  })

  it.each(['', ':', ":' OR 1=1 --", ':06YEBRZG01', `:${'A'.repeat(5000)}`, ':<b>', ':\u0000', ':../../x'])(
    'a task that there is not (%j): asks which one is meant',
    async (arg) => {
      const { ratna } = await waiting()
      expect(await ratna.tapsId(`/approve${arg}`)).toMatch(/Tugas yang mana/)
      expect(await ratna.tapsId(`/task${arg}`)).toMatch(/Tidak ada tugas itu/)
      expect(await ratna.taps('Antrian')).toMatch(/1 menunggu/)
    },
  )

  it.each(['task-new', 'task-decided', 'task-reminder', 'claim-expired', 'registration-approved', 'mail-approved', 'enrol'])(
    'a notice cannot be made up by its name: /%s',
    async (id) => {
      const { siti, ratna, number, office } = await waiting()
      for (const phone of [siti, ratna, office.phone('stranger')]) {
        const answer = await phone.tapsId(`/${id}:${taskOf(ratna)}`)
        expect(answer).not.toMatch(/disetujui|undefined|oleh|\/l\//)
        expect(answer).not.toContain(number)
      }
      expect(office.logLines.join('')).not.toContain('a turn failed')
    },
  )

  it('the own case: an officer who registers is not asked about it, and cannot decide it', async () => {
    const { ratna, bagus, registered, siti } = await waiting()
    const answers = { ...SITI, nik: '3326014107910002', birthDate: '01-07-1991', name: 'Ratna Dewi', email: 'ratna@contoh.id' }
    const before = ratna.inbox.length
    const { number } = await registered({ ...answers, phone: '081200000088' }, 'Bu Ratna', '+6281200000088')
    await bagus.hears(/Ratna Dewi/)
    expect(ratna.inbox.slice(before).some(({ buttons }) => buttons.some(({ id }) => id.startsWith('/approve:')))).toBe(false)
    const own = taskOf(bagus)
    await ratna.tapsId(`/approve:${own}`)
    expect(await ratna.says('ya')).toMatch(/tidak diizinkan/)
    // She is a citizen and an officer in one chat.
    expect(await ratna.says('status')).toContain(number)
    expect(await ratna.says('antrian')).toMatch(/2 menunggu/)
    expect(await siti.says('status')).not.toContain(number)
  })

  it('a duplicate: it is flagged, its owner is warned, and it can only be rejected', async () => {
    const { ratna, siti, registered, number } = await waiting()
    const { phone: thief } = await registered(SITI, 'thief', '+6281200000066')
    await siti.hears(/Ada yang mencoba mendaftar dengan NIK Anda/)
    const card = await ratna.hears(/Hanya bisa ditolak/)
    expect(card).not.toContain(number)
    await ratna.taps('Setujui')
    expect(await ratna.says('ya')).toMatch(/tidak diizinkan/)
    await ratna.taps('Tolak')
    await ratna.taps('Lainnya ▸')
    await ratna.taps('Pendaftaran ganda: NIK ini sudah didaftarkan')
    await ratna.taps('Lewati')
    expect(await ratna.says('ya')).toMatch(/ditolak/)
    await thief.hears(/Pendaftaran ganda/)
    expect(await siti.says('status')).toMatch(/menunggu/)
  })
})

it('every look and every decision is in the audit, which holds, and the log names no one', async () => {
  const { ratna, siti, transact, office } = await waiting()
  const task = taskOf(ratna)
  await ratna.tapsId(`/task:${task}`)
  await ratna.taps('Setujui')
  await ratna.taps('Ya')
  await siti.hears(/Kabar baik/)
  const { id } = await transact((tx) => tx.officer.findFirstOrThrow({ where: { name: 'Bu Ratna' } }))
  const rows = await transact((tx) => tx.audit.findMany({ where: { actor: `officer:${id}` }, orderBy: { seq: 'asc' } }))
  expect(rows.map(({ action }) => action)).toEqual(['task.viewed', 'task.viewed', 'task.claimed', 'registration.decided'])
  expect(await transact(verifyAudit)).toMatchObject({ holds: true })
  expect(office.logLines.join('')).not.toMatch(/Siti|Ratna|3326|Lestari|081200000001|contoh\.id|angsa/)
})
