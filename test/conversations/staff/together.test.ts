import { describe, expect, it } from 'vitest'
import { SITI } from '../registering.ts'
import { cardOf, MINUTE, openWithOneWaiting, taskOf } from './counter.ts'

const BUDI = { ...SITI, nik: '3326010107880005', birthDate: '01-07-1988', name: 'Budi Santoso', email: 'budi@contoh.id' }

describe('one officer at a time', () => {
  it('when two press at once, one has it and the other is told who', async () => {
    const { ratna, bagus, office } = await openWithOneWaiting()
    const press = { kind: 'choice', id: `/approve:${taskOf(ratna)}` } as const
    await Promise.all([ratna, bagus].map(({ name }) => office.phones.deliver(name, press)))
    const heard = await Promise.all([ratna.hears(/Setujui pendaftaran|Sedang/), bagus.hears(/Setujui pendaftaran|Sedang/)])
    expect(heard.filter((text) => text.startsWith('Setujui pendaftaran'))).toHaveLength(1)
    expect(heard.filter((text) => /^Sedang ditangani (Bu Ratna|Pak Bagus)/.test(text))).toHaveLength(1)
  })

  it('a claim runs out: its holder is told, and the next one may decide', async () => {
    const { ratna, bagus, siti, number, time } = await openWithOneWaiting()
    await ratna.taps('Setujui')
    expect(await bagus.taps('Tolak')).toMatch(/Sedang ditangani Bu Ratna/)
    time.pass(15 * MINUTE)
    expect(await ratna.hears(/habis/)).toBe(
      `Waktu Anda untuk *${number}* (15 menit) habis. Tugas ini kembali ke antrean. Masih mau mengerjakan? Pilih Buka.`,
    )
    expect(await bagus.taps('Setujui')).toMatch(/atas nama \*Siti Aminah\*/)
    // Her question is still open on her phone; her yes comes too late.
    expect(await ratna.says('ya')).toBe('Tidak jadi: tugas ini sedang ditangani Pak Bagus.')
    await bagus.says('ya')
    await siti.hears(/Kabar baik/)
  })

  it('a claim that ran out can be taken up again by its holder', async () => {
    const { ratna, siti, time } = await openWithOneWaiting()
    await ratna.taps('Setujui')
    time.pass(15 * MINUTE)
    await ratna.hears(/habis/)
    await ratna.taps('Buka')
    expect(cardOf(ratna).card.text).toMatch(/Siti Aminah/)
    await ratna.taps('Setujui')
    await ratna.says('ya')
    await siti.hears(/Kabar baik/)
  })

  it('who decides first decides: the other one’s yes is refused', async () => {
    const { ratna, bagus, siti, time } = await openWithOneWaiting()
    await ratna.taps('Tolak')
    await ratna.says('5')
    await ratna.taps('Lewati')
    time.pass(15 * MINUTE)
    await ratna.hears(/habis/)
    await bagus.taps('Setujui')
    await bagus.taps('Ya')
    await siti.hears(/Kabar baik/)
    await ratna.hears(/disetujui oleh Pak Bagus/)
    expect(await ratna.says('ya')).toBe('Tidak jadi: Pak Bagus sudah memutuskan lebih dulu.')
    expect(await siti.says('status')).not.toMatch(/tidak disetujui/i)
  })

  it('a button pressed twice is one decision', async () => {
    const { ratna, bagus, siti, office, transact } = await openWithOneWaiting()
    await ratna.taps('Setujui')
    const yes = ratna.last.buttons.find(({ label }) => label === 'Ya')?.id ?? ''
    await Promise.all([1, 2, 3].map(() => office.phones.deliver(ratna.name, { kind: 'choice', id: yes })))
    await siti.hears(/Kabar baik/)
    await bagus.hears(/disetujui/)
    expect(await transact((tx) => tx.caseEvent.count({ where: { kind: 'approved' } }))).toBe(1)
    expect(siti.inbox.filter(({ text }) => /Kabar baik/.test(text))).toHaveLength(1)
  })
})

describe('the queue', () => {
  it('lists what waits, oldest first, with who has it', async () => {
    const { ratna, bagus, number, registered, time } = await openWithOneWaiting()
    time.pass(10 * MINUTE)
    const budi = await registered(BUDI, 'budi', '+6281200000001')
    for (const officer of [ratna, bagus]) await officer.hears(/Budi Santoso/)
    const list = await bagus.says('antrian')
    expect(list).toMatch(/Antrian: 2 menunggu/)
    expect(list.split('\n').slice(1, 3)).toEqual([
      expect.stringMatching(`^1. Pendaftaran ${number} `),
      expect.stringMatching(`^2. Pendaftaran ${budi.number} `),
    ])
    await ratna.taps('Setujui')
    expect(await bagus.says('antrean')).toMatch(new RegExp(`${budi.number} .* · Bu Ratna`))
    expect(await ratna.says('queue')).toMatch(new RegExp(`${budi.number} .* · Anda`))
    expect(await bagus.taps(number)).toMatch(/Siti Aminah/)
    await bagus.taps('Setujui')
    await bagus.taps('Ya')
    expect(await bagus.says('antrian')).toMatch(/1 menunggu/)
  })
})

describe('a notice in the middle of an officer’s own question', () => {
  it('leaves the question as it is: it is answered by its button, by its number, by its words', async () => {
    const { ratna, siti, number, registered } = await openWithOneWaiting()
    expect(await ratna.taps('Tolak')).toMatch(new RegExp(`Kenapa \\*${number}\\*`))
    await registered(BUDI, 'budi', '+6281200000001')
    await ratna.hears(/Budi Santoso/)
    expect(await ratna.says('6')).toMatch(/catatan tambahan/)
    await registered({ ...BUDI, nik: '3326010107770006', birthDate: '01-07-1977', name: 'Joko' }, 'joko', '+6281200000001')
    await ratna.hears(/Joko/)
    expect(await ratna.taps('Lewati')).toMatch(
      new RegExp(`Tolak \\*${number}\\* atas nama \\*Siti Aminah\\*.*Foto KTP tidak terbaca`),
    )
    expect(await ratna.says('ya')).toMatch(new RegExp(`${number} ditolak`))
    expect(await siti.hears(/tidak disetujui/)).toMatch(/Foto KTP tidak terbaca/)
    expect(await ratna.says('antrian')).toMatch(/2 menunggu/)
  })

  it('and what an officer fills in as a citizen is gone on with', async () => {
    const { bagus, registered } = await openWithOneWaiting()
    await bagus.says('daftar')
    await bagus.says('setuju')
    await registered(BUDI, 'budi', '+6281200000001')
    await bagus.hears(/Budi Santoso/)
    await bagus.taps('Setujui')
    expect(await bagus.taps('Ya')).toMatch(/disetujui.*Kita lanjutkan \*pendaftaran\*.*NIK/s)
    expect(await bagus.says('3326014107900009')).toMatch(/nama lengkap/i)
  })
})
