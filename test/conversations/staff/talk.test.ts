import { describe, expect, it } from 'vitest'
import type { Phone } from '../../support/office.ts'
import { fillUntil, register, SITI } from '../registering.ts'
import { approveNewest } from '../../support/officers.ts'
import { HOUR, MINUTE, openCounter } from './counter.ts'

/** Siti has asked something; two officers have the prompt. */
async function asked(question = 'Kapan KTP saya jadi?') {
  const counter = await openCounter()
  const ratna = await counter.officer('Bu Ratna')
  const bagus = await counter.officer('Pak Bagus')
  const siti = counter.office.phone('siti')
  await siti.says('petugas')
  await siti.says(question)
  await ratna.hears(/Percakapan T-/)
  await bagus.hears(/Percakapan T-/)
  return { ...counter, ratna, bagus, siti }
}

const labels = (phone: Phone) => phone.last.buttons.map(({ label }) => label)
const told = (phone: Phone) => phone.inbox.map(({ text }) => text).join('\n')
/** What stands behind the colon of the newest button that names a talk. */
const talkOf = (phone: Phone) =>
  phone.inbox
    .flatMap(({ buttons }) => buttons.map(({ id }) => /^\/talk-\w+:(.+)$/.exec(id)?.[1]))
    .findLast((id) => id !== undefined) ?? ''

describe('the prompt of a talk', () => {
  it('offers to answer, to finish and to take over', async () => {
    const { ratna } = await asked()
    expect(labels(ratna)).toEqual(['Jawab', 'Selesai', 'Ambil alih'])
    expect(ratna.last.text).toMatch(/belum ada yang menjawab/)
  })

  it('names whose chat it is only when that is known', async () => {
    const { siti, ratna, officer } = await asked()
    expect(ratna.last.text).not.toMatch(/Siti/)
    const number = await register(siti, SITI)
    expect(number).toMatch(/REG-/)
    await siti.says('petugas')
    await siti.says('Sudah lengkap?')
    expect(await ratna.hears(/Sudah lengkap/)).toMatch(/Dari: Siti Aminah, pendaftarannya sedang diperiksa/)
    // An officer who comes later finds it in the list.
    const wening = await officer('Bu Wening', 'supervisor')
    expect(await wening.says('percakapan')).toMatch(/1 percakapan terbuka/)
  })

  it('does not come to the officer who asks: nobody answers himself', async () => {
    const { ratna, bagus } = await asked()
    await ratna.says('petugas')
    await ratna.says('Bagaimana cara cuti?')
    const prompt = await bagus.hears(/cuti/)
    expect(prompt).toMatch(/Percakapan T-/)
    expect(told(ratna)).not.toMatch(/> Bagaimana cara cuti/)
    expect(await ratna.tapsId(`/talk-answer:${talkOf(bagus)}`)).toMatch(/Tidak ada percakapan itu/)
    expect(await ratna.says('percakapan')).toMatch(/1 percakapan terbuka/)
  })
})

describe('an answer', () => {
  it('after "Jawab" is one message; what is typed next is none', async () => {
    const { ratna, siti } = await asked()
    expect(await ratna.taps('Jawab')).toMatch(/Tulis jawaban untuk T-/)
    expect(await ratna.says('Besok pagi.')).toMatch(/terkirim/)
    await siti.hears(/Besok pagi/)
    const before = siti.inbox.length
    await ratna.says('halo semuanya')
    await ratna.says('tolak')
    expect(siti.inbox).toHaveLength(before)
  })

  it('may be a quoted reply', async () => {
    const { ratna, siti } = await asked()
    expect(await ratna.says('Besok pagi, Bu.', { replyTo: ratna.last.id })).toMatch(/terkirim/)
    expect(await siti.hears(/Besok pagi, Bu/)).toMatch(/Bu Ratna/)
  })

  it.each(['setuju', 'tolak', 'menu', 'antrian', 'ya'])('may be the quoted word "%s": it was meant', async (word) => {
    const { ratna, siti } = await asked()
    await ratna.says(word, { replyTo: ratna.last.id })
    expect(await siti.hears(/Petugas SINTREN/)).toContain(word)
  })

  it('in the middle of an officer’s form lets the form wait', async () => {
    const { ratna, siti } = await asked()
    const { id } = ratna.last
    await ratna.says('daftarkan')
    await ratna.says('ya')
    expect(await ratna.says('Besok pagi.', { replyTo: id })).toMatch(/terkirim[^]*Kita lanjutkan \*pendaftaran warga di loket\*/)
    await siti.hears(/Besok pagi/)
  })

  it.each(['antrian', 'percakapan', 'menu', 'batal'])('is not the command "%s", even after "Jawab"', async (word) => {
    const { ratna, siti } = await asked()
    await ratna.taps('Jawab')
    await ratna.says(word)
    await siti.says('menu')
    expect(told(siti)).not.toMatch(/Petugas SINTREN/)
  })

  it.each(['setuju', 'tolak'])('is asked about when it is "%s", which decides cases', async (word) => {
    const { ratna, siti } = await asked()
    await ratna.taps('Jawab')
    expect(await ratna.says(word)).toMatch(/dikirim ke \*warga\*, bukan ke sistem/)
    await ratna.says('tidak')
    await ratna.says('batal')
    await siti.says('menu')
    expect(told(siti)).not.toMatch(/Petugas SINTREN/)
  })

  it('is asked about when "Jawab" is long ago', async () => {
    const { ratna, siti, time } = await asked()
    await ratna.taps('Jawab')
    time.pass(11 * MINUTE)
    expect(await ratna.says('Pak Joko, rapat jam dua')).toMatch(/dikirim ke \*warga\*/)
    expect(told(siti)).not.toMatch(/rapat/)
    expect(await ratna.says('ya')).toMatch(/terkirim/)
    await siti.hears(/rapat jam dua/)
  })

  it.each([
    ['too long', 'x'.repeat(3000), /terlalu panjang/],
    ['empty', '  ', /kosong/],
  ])('that is %s is refused, quoted or not', async (_what, text, answer) => {
    const { ratna, siti } = await asked()
    const { id } = ratna.last
    expect(await ratna.says(text, { replyTo: id })).toMatch(answer)
    expect(await ratna.says(text)).toMatch(answer)
    expect(await ratna.says('Besok.')).toMatch(/terkirim/)
    await siti.hears(/Besok/)
  })
})

describe('several officers', () => {
  it('the first who answers holds the talk; the others are told, and cannot answer beside', async () => {
    const { ratna, bagus, siti } = await asked()
    await bagus.taps('Jawab')
    await ratna.says('Besok.', { replyTo: ratna.inbox.findLast(({ text }) => text.includes('Percakapan T-'))?.id ?? '' })
    expect(await bagus.hears(/sudah ditangani/)).toMatch(/Bu Ratna/)
    expect(await bagus.says('Lusa.')).toMatch(/Belum dikirim[^]*Bu Ratna/)
    expect(labels(bagus)).toContain('Ambil alih')
    await siti.hears(/Besok/)
    expect(told(siti)).not.toMatch(/Lusa/)
  })

  it('the same moment: one wins, and the citizen gets one answer', async () => {
    const { ratna, bagus, siti, office } = await asked()
    await ratna.taps('Jawab')
    await bagus.taps('Jawab')
    await Promise.all([
      office.phones.deliver('Bu Ratna', { kind: 'text', text: 'Besok.' }),
      office.phones.deliver('Pak Bagus', { kind: 'text', text: 'Lusa.' }),
    ])
    await siti.hears(/Petugas SINTREN/)
    await office.until(() => (/Belum dikirim/.test(told(ratna) + told(bagus)) ? true : undefined), 'one loses')
    expect(told(siti).match(/Petugas SINTREN/g)).toHaveLength(1)
  })

  it('once held, only the holder is prompted; taken over, only the new one', async () => {
    const { ratna, bagus, siti } = await asked()
    await ratna.taps('Jawab')
    await ratna.says('Besok.')
    await siti.hears(/Besok/)
    await siti.says('Jam berapa?')
    await ratna.hears(/Jam berapa/)
    await bagus.says('percakapan')
    expect(told(bagus)).not.toMatch(/Jam berapa/)
    expect(bagus.last.text).toMatch(/Bu Ratna/)
    await bagus.tapsId(`/talk:${talkOf(ratna)}`)
    expect(labels(bagus)).toEqual(['Ambil alih', 'Daftar percakapan'])
    expect(await bagus.taps('Ambil alih')).toMatch(/sekarang Anda tangani[^]*Jam berapa/)
    expect(await ratna.hears(/diambil alih/)).toMatch(/Pak Bagus/)
    await siti.says('Halo Bu?')
    await siti.says('Masih di situ?')
    expect(await bagus.hears(/Masih di situ/)).toMatch(/Percakapan T-/)
    expect(told(ratna)).not.toMatch(/Masih di situ/)
  })

  it('released, it is everybody’s again', async () => {
    const { ratna, bagus, siti } = await asked()
    await ratna.taps('Ambil alih')
    await bagus.hears(/sudah ditangani/)
    expect(await ratna.taps('Lepas')).toMatch(/bisa ditangani petugas lain/)
    expect(await bagus.hears(/Kapan KTP/)).toMatch(/belum ada yang menjawab/)
    await bagus.taps('Jawab')
    expect(await bagus.says('Besok.')).toMatch(/terkirim/)
    await siti.hears(/Besok/)
  })

  it('finished by the holder alone; a question without an answer only after one more question', async () => {
    const { ratna, bagus, siti } = await asked()
    expect(await ratna.taps('Selesai')).toMatch(/belum dijawab/)
    expect(await ratna.says('tidak')).toMatch(/tetap terbuka/)
    await ratna.taps('Jawab')
    await ratna.says('Besok.')
    await siti.hears(/Besok/)
    expect(await bagus.tapsId(`/talk-close:${talkOf(ratna)}`)).toMatch(/sedang ditangani \*Bu Ratna\*/)
    expect(await ratna.taps('Selesai')).toMatch(/selesai\. Warga itu sudah dikabari/)
    expect(await siti.hears(/sudah selesai/)).toMatch(/Masih ada yang ditanyakan/)
    expect(await ratna.tapsId(`/talk-answer:${talkOf(ratna)}`)).toMatch(/sudah selesai, jadi tidak ada yang dikirim/)
  })

  it('a quoted "selesai" finishes too', async () => {
    const { ratna, siti } = await asked()
    const prompt = ratna.last.id
    await ratna.says('Besok.', { replyTo: prompt })
    await siti.hears(/Besok/)
    expect(await ratna.says('selesai', { replyTo: prompt })).toMatch(/Warga itu sudah dikabari/)
    expect(told(siti)).not.toMatch(/\nselesai/)
  })
})

describe('who is no officer', () => {
  it.each(['talk', 'talk-answer', 'talk-take', 'talk-release', 'talk-close'])('cannot use /%s', async (command) => {
    const { ratna, siti, office } = await asked()
    const guest = office.phone('guest')
    const said = await guest.tapsId(`/${command}:${talkOf(ratna)}`)
    expect(said).toMatch(/hanya untuk petugas|Tidak ada percakapan/)
    expect(said).not.toMatch(/Kapan KTP/)
    expect(await guest.says('percakapan')).toMatch(/hanya untuk petugas/)
    await siti.says('menu')
    expect(told(siti)).not.toMatch(/Petugas SINTREN/)
  })

  it('a former officer sees and answers nothing, and what was held is free', async () => {
    const { ratna, bagus, siti, remove } = await asked()
    await ratna.taps('Ambil alih')
    const prompt = ratna.last.id
    await remove('Bu Ratna')
    expect(await ratna.says('Besok.', { replyTo: prompt })).toMatch(/hanya untuk petugas/)
    await siti.says('Masih ada orang?')
    expect(await bagus.hears(/Masih ada orang/)).toMatch(/belum ada yang menjawab/)
    expect(told(ratna)).not.toMatch(/Masih ada orang/)
  })

  it.each(["' OR 1=1 --", 'T-0000000', '', '../..'])('a guessed talk "%s" is none', async (guess) => {
    const { ratna } = await asked()
    expect(await ratna.tapsId(`/talk-answer:${guess}`)).toMatch(/Tidak ada percakapan itu/)
    expect(await ratna.tapsId(`/talk:${guess}`)).toMatch(/Tidak ada percakapan itu/)
  })
})

describe('waiting', () => {
  it('the list has the longest waiting first, with how long; what is answered comes last', async () => {
    const { ratna, siti, office, time } = await asked()
    time.pass(20 * MINUTE)
    const budi = office.phone('budi')
    await budi.says('petugas')
    await budi.says('Di mana loketnya?')
    time.pass(10 * MINUTE)
    // Asking again moves nobody back.
    await siti.says('Halo?')
    const list = await ratna.says('percakapan')
    expect(list).toMatch(/2 percakapan terbuka[^]*1\. T-\w+ · Menunggu 30 menit[^]*2\. T-\w+ · Menunggu 10 menit/)
    await ratna.tapsId(ratna.last.buttons[0]?.id ?? '')
    expect(ratna.last.text).toMatch(/> Kapan KTP saya jadi\?\n> Halo\?/)
    await ratna.taps('Jawab')
    await ratna.says('Besok.')
    await siti.hears(/Besok/)
    expect(await ratna.says('percakapan')).toMatch(/1\. T-\w+ · Menunggu 10 menit[^]*2\. T-\w+ · Sudah dijawab · Anda/)
  })

  it('is reminded of in working minutes, until it is answered', async () => {
    const { ratna, bagus, time } = await asked()
    time.pass(30 * MINUTE - 1)
    await ratna.says('menu')
    expect(told(ratna)).not.toMatch(/belum dijawab/)
    time.pass(1)
    expect(await ratna.hears(/belum dijawab/)).toMatch(/⏰ Warga pada percakapan \*T-\w+\* belum dijawab\. Menunggu 30 menit\./)
    await bagus.hears(/belum dijawab/)
    await ratna.taps('Buka')
    await ratna.taps('Jawab')
    await ratna.says('Besok.')
    time.pass(5 * HOUR)
    await bagus.says('menu')
    expect(told(bagus).match(/belum dijawab/g)).toHaveLength(1)
  })

  it('outside hours reminds nobody: a question of Friday 13.50 comes back on Monday', async () => {
    const { office, time, officer } = await openCounter()
    const ratna = await officer('Bu Ratna')
    time.pass(Date.UTC(2026, 10, 27, 6, 50) - time.now())
    const siti = office.phone('siti')
    await siti.says('petugas')
    await siti.says('Kapan KTP saya jadi?')
    await ratna.hears(/Percakapan T-/)
    // Monday 07.50: ten working minutes on Friday and twenty on Monday.
    time.pass(Date.UTC(2026, 10, 30, 0, 50) - 1 - time.now())
    await ratna.says('menu')
    expect(told(ratna)).not.toMatch(/belum dijawab/)
    time.pass(1)
    expect(await ratna.hears(/belum dijawab/)).toMatch(/Menunggu 2 hari|Menunggu \d+ jam/)
  })
})

it('approving a case beside a talk goes to the case, not to the talk', async () => {
  const { ratna, siti, office } = await asked()
  const budi = office.phone('budi', '+6281200000001')
  await fillUntil(budi, SITI, 'kk')
  await budi.says('batal')
  await budi.says('ya')
  await register(budi, SITI)
  await approveNewest(ratna)
  await budi.hears(/disetujui/)
  await siti.says('menu')
  expect(told(siti)).not.toMatch(/Petugas SINTREN/)
})
