import { describe, expect, it } from 'vitest'
import { photo, type Phone } from '../../support/office.ts'
import { fillUntil, SITI } from '../registering.ts'
import { DAY, HOUR, MINUTE, openCounter } from '../staff/counter.ts'

/** Siti and Bu Ratna, on a Monday at ten in the morning. */
async function counterWithOfficer() {
  const counter = await openCounter()
  const ratna = await counter.officer('Bu Ratna')
  const siti = counter.office.phone('siti')
  return { ...counter, ratna, siti }
}

const labels = (phone: Phone) => phone.last.buttons.map(({ label }) => label)

describe('asking for a human', () => {
  it.each(['petugas', 'bicara dengan petugas', 'operator', 'admin', 'cs', 'PETUGAS!', 'talk to an officer'])(
    '"%s" says when the office is reached, and asks for the question',
    async (words) => {
      const { siti } = await counterWithOfficer()
      expect(await siti.says(words)).toMatch(
        /Kantor sedang \*buka\*[^]*wa\.me\/[^]*07\.30–16\.00 WIB[^]*Apa yang ingin Anda tanyakan/,
      )
      expect(labels(siti)).toEqual(['Tidak jadi', 'Menu'])
    },
  )

  it('"help me" leads to help, which names the officer', async () => {
    const { siti } = await counterWithOfficer()
    expect(await siti.says('help me')).toMatch(/\*petugas\*/)
  })

  it('outside hours says when it opens, in the agency’s zone and by its holidays', async () => {
    const { siti, ratna, time, office } = await counterWithOfficer()
    // Wednesday, 23 December 2026, after closing: Thursday is collective leave, Friday Christmas.
    time.pass(Date.UTC(2026, 11, 23, 10) - time.now())
    expect(await siti.says('petugas')).toMatch(/Kantor sedang \*tutup\*[^]*Senin, 28 Desember 2026 pukul 07\.30 WIB/)
    expect(await siti.says('Apakah akta bisa diambil besok?')).toMatch(
      /setelah kantor buka: \*Senin, 28 Desember 2026 pukul 07\.30/,
    )
    await siti.says('Atau minggu depan?')
    // Nobody is disturbed until then; then both messages come as one.
    time.pass(Date.UTC(2026, 11, 28, 0, 30) - 1 - time.now())
    await ratna.says('menu')
    expect(ratna.inbox.some(({ text }) => text.includes('Percakapan T-'))).toBe(false)
    time.pass(1)
    const prompt = await ratna.hears(/Percakapan T-/)
    expect(prompt).toContain('> Apakah akta bisa diambil besok?\n> Atau minggu depan?')
    expect(office.logLines.join('')).not.toContain('akta')
  })

  it('"tidak jadi" leaves without a word to anybody', async () => {
    const { siti, ratna } = await counterWithOfficer()
    await siti.says('petugas')
    expect(await siti.taps('Tidak jadi')).toMatch(/Ada lagi yang bisa kami bantu/)
    expect(await ratna.says('percakapan')).toMatch(/Tidak ada warga/)
  })
})

describe('a question', () => {
  it('reaches the officers with what they need and no more', async () => {
    const { siti, ratna } = await counterWithOfficer()
    await fillUntil(siti, SITI, 'kk')
    expect(await siti.says('petugas')).toMatch(/Isian \*pendaftaran\* menunggu/)
    expect(await siti.says('KK saya hilang, bagaimana?')).toMatch(/sudah kami terima\* \(nomor T-\w{7}\)/)
    const prompt = await ratna.hears(/Percakapan T-/)
    expect(prompt).toContain('> KK saya hilang, bagaimana?')
    expect(prompt).toContain('Dari: belum terdaftar')
    expect(prompt).toContain('Sedang: pendaftaran, pada pertanyaan Nomor KK')
    expect(prompt).toContain('Menunggu baru saja')
    expect(prompt).not.toMatch(/Siti|3326/)
  })

  it('is answered in the citizen’s chat; the citizen goes on with buttons or by typing', async () => {
    const { siti, ratna } = await counterWithOfficer()
    await siti.says('petugas')
    await siti.says('Kapan KTP saya jadi?')
    await ratna.hears(/Percakapan T-/)
    await ratna.taps('Jawab')
    expect(await ratna.says('Besok pagi, Bu.')).toMatch(/terkirim/)
    expect(await siti.hears(/Petugas SINTREN/)).toBe('💬 Petugas SINTREN, *Bu Ratna*:\nBesok pagi, Bu.')
    expect(labels(siti)).toEqual(['Balas', 'Selesai'])
    expect(await siti.says('Jam berapa?')).toMatch(/Kami teruskan ke petugas/)
    expect(await ratna.hears(/Percakapan T-/)).toContain('> Jam berapa?')
    await ratna.taps('Jawab')
    await ratna.says('Jam 8.')
    await siti.hears(/Jam 8/)
    expect(await siti.taps('Selesai')).toMatch(/Percakapan dengan petugas selesai/)
    expect(await ratna.hears(/tidak punya pertanyaan lagi/)).toMatch(/T-/)
    expect(await ratna.says('percakapan')).toMatch(/Tidak ada warga/)
  })

  it('that was not answered stays with the officers when the citizen says SELESAI', async () => {
    const { siti, ratna } = await counterWithOfficer()
    await siti.says('petugas')
    await siti.says('Kapan KTP saya jadi?')
    expect(await siti.says('selesai')).toMatch(/tetap ada pada petugas/)
    expect(await ratna.says('percakapan')).toMatch(/1 percakapan terbuka/)
    // Asking again takes the same talk up.
    expect(await siti.says('petugas')).toMatch(/sudah ada pada petugas dan menunggu jawaban/)
    await siti.says('Halo, ada orang di sana?')
    expect(await ratna.says('percakapan')).toMatch(/1 percakapan terbuka/)
  })

  it('in the middle of a form lets the form wait, and SELESAI goes on with it', async () => {
    const { siti, ratna } = await counterWithOfficer()
    await fillUntil(siti, SITI, 'kk')
    await siti.says('petugas')
    await siti.says('KK saya hilang, bagaimana?')
    expect(siti.last.text).toMatch(/Untuk melanjutkan \*pendaftaran\*, ketik \*SELESAI\*/)
    expect(await siti.says('selesai')).toMatch(/tetap ada pada petugas[^]*Kita lanjutkan \*pendaftaran\*[^]*KK/)
    // The answer comes into the form, whose question is then asked again.
    await ratna.hears(/Percakapan T-/)
    await ratna.taps('Jawab')
    await ratna.says('Datang ke loket ya.')
    await siti.hears(/Datang ke loket ya/)
    expect(await siti.hears(/Kita lanjutkan/)).toMatch(/\*pendaftaran\*[^]*KK/)
    expect(await siti.says(SITI.kk)).toMatch(/kota atau kabupaten|lahir/i)
    // "Balas" is a talk again, and the form waits again.
    await siti.taps('Balas')
    expect(await siti.says('Terima kasih, besok saya datang')).toMatch(/Kami teruskan/)
    expect(await siti.says('SELESAI')).toMatch(/Kita lanjutkan \*pendaftaran\*[^]*lahir/)
  })

  it('asks first when a number that the form wants would go to the officer', async () => {
    const { siti, ratna } = await counterWithOfficer()
    await fillUntil(siti, SITI, 'kk')
    await siti.says('petugas')
    await siti.says('Nomor mana yang diisi?')
    expect(await siti.says(SITI.kk)).toMatch(/dikirim ke \*petugas\*, bukan ke isian \*pendaftaran\*/)
    await siti.says('tidak')
    await siti.says('selesai')
    expect(await siti.says(SITI.kk)).not.toMatch(/petugas/)
    expect(ratna.inbox.some(({ text }) => text.includes(SITI.kk))).toBe(false)
  })

  it('left alone gives way to the form, by the form’s own nudge', async () => {
    const { siti, time } = await counterWithOfficer()
    await fillUntil(siti, SITI, 'kk')
    await siti.says('petugas')
    await siti.says('Ada orang?')
    time.pass(31 * MINUTE)
    expect(await siti.hears(/Formulir Anda belum selesai/)).toMatch(/KK/)
    expect(await siti.says(SITI.kk)).not.toMatch(/petugas/)
  })

  it.each([
    ['menu', /layanan|menu/i],
    ['persyaratan', /Layanan yang mana/],
    ['bantuan', /sampai ke petugas/],
    ['batal', /dihentikan/],
    ['english', /English|Welcome|we go on/i],
  ])('does not stand in the way of "%s"', async (word, answer) => {
    const { siti, ratna } = await counterWithOfficer()
    await siti.says('petugas')
    await siti.says('Kapan KTP saya jadi?')
    await ratna.hears(/Percakapan T-/)
    expect(await siti.says(word)).toMatch(answer)
    await ratna.says('menu')
    expect(ratna.inbox.some(({ text }) => text.includes(`> ${word}`))).toBe(false)
  })

  it.each(['tidak ada', 'ya', '1', 'setuju', 'halo', 'Selamat pagi', 'terima kasih', 'daftar dulu apa gimana?'])(
    'may be "%s"',
    async (word) => {
      const { siti, ratna } = await counterWithOfficer()
      await siti.says('petugas')
      await siti.says('Kapan KTP saya jadi?')
      await ratna.hears(/Percakapan T-/)
      expect(await siti.says(word)).toMatch(/Kami teruskan ke petugas/)
      expect(await ratna.hears(/Percakapan T-/)).toContain(`> ${word}`)
    },
  )

  it('quoted as a reply to the answer reaches the officer, and the form goes on at once', async () => {
    const { siti, ratna } = await counterWithOfficer()
    await siti.says('petugas')
    await siti.says('Kapan KTP saya jadi?')
    await ratna.hears(/Percakapan T-/)
    await ratna.taps('Jawab')
    await ratna.says('Besok.')
    await siti.hears(/Besok/)
    const answer = siti.last
    await fillUntil(siti, SITI, 'kk')
    expect(await siti.says('Jam berapa?', { replyTo: answer.id })).toMatch(
      /sudah kami terima[^]*Kita lanjutkan \*pendaftaran\*[^]*KK/,
    )
    expect(await ratna.hears(/Percakapan T-/)).toContain('> Jam berapa?')
    expect(await siti.says('x'.repeat(2001), { replyTo: answer.id })).toMatch(/terlalu panjang/)
  })

  it('after the talk was closed is not sent to anybody', async () => {
    const { siti, ratna } = await counterWithOfficer()
    await siti.says('petugas')
    await siti.says('Kapan KTP saya jadi?')
    await ratna.hears(/Percakapan T-/)
    await ratna.taps('Jawab')
    await ratna.says('Besok.')
    await ratna.taps('Selesai')
    expect(await siti.hears(/sudah selesai/)).toMatch(/Masih ada yang ditanyakan/)
    const prompts = ratna.inbox.length
    expect(await siti.says('terima kasih banyak')).toMatch(/tidak kami kirim/)
    await ratna.says('percakapan')
    expect(ratna.last.text).toMatch(/Tidak ada warga/)
    expect(ratna.inbox.length).toBe(prompts + 1)
    // An old button opens no closed talk either.
    expect(await siti.taps('Selesai')).toMatch(/Tidak ada percakapan/)
    expect(await siti.taps('Balas')).toMatch(/Apa yang ingin Anda tanyakan/)
  })

  it('that nobody goes on with ends after a day, in office hours, and both are told', async () => {
    const { siti, ratna, time } = await counterWithOfficer()
    await siti.says('petugas')
    await siti.says('Kapan KTP saya jadi?')
    await ratna.hears(/Percakapan T-/)
    await ratna.taps('Jawab')
    await ratna.says('Besok.')
    await siti.hears(/Besok/)
    time.pass(DAY - 1)
    await siti.says('menu')
    expect(siti.inbox.some(({ text }) => text.includes('kami tutup'))).toBe(false)
    time.pass(1)
    expect(await siti.hears(/kami tutup/)).toMatch(/24 jam tidak ada pesan baru/)
    expect(await ratna.hears(/ditutup/)).toMatch(/Warga itu sudah dikabari/)
  })
})

describe('what is sent besides words', () => {
  it('a photo with its words is checked, kept and passed on', async () => {
    const { siti, ratna } = await counterWithOfficer()
    await siti.says('petugas')
    expect(await siti.sends(await photo())).toMatch(/Tulis dulu pertanyaannya/)
    await siti.says('Apakah foto ini cukup jelas?')
    await ratna.hears(/Percakapan T-/)
    expect(await siti.sends(await photo())).toMatch(/kami periksa dulu/)
    const prompt = await ratna.hears(/📷 foto/)
    expect(prompt).toMatch(/Percakapan T-/)
    expect(ratna.inbox.at(-2)?.file).toMatchObject({
      mime: 'image/jpeg',
      name: expect.stringMatching(/^T-\w{7}-1\.jpg$/) as string,
    })
    // Words are taken meanwhile: a photo that is looked at holds nobody up.
    expect(await siti.says('Yang ini KTP lama.')).toMatch(/Kami teruskan/)
  })

  it('an officer’s photo reaches the citizen', async () => {
    const { siti, ratna } = await counterWithOfficer()
    await siti.says('petugas')
    await siti.says('Formulirnya seperti apa?')
    await ratna.hears(/Percakapan T-/)
    await ratna.taps('Jawab')
    await ratna.sends(await photo())
    await siti.hears(/mengirim foto/)
    expect(siti.inbox.at(-2)?.file?.mime).toBe('image/jpeg')
  })

  it('a file that is no photo is refused kindly, before or after it is looked at', async () => {
    const { siti, ratna } = await counterWithOfficer()
    await siti.says('petugas')
    await siti.says('Ini surat saya')
    await ratna.hears(/Percakapan T-/)
    expect(await siti.sends(Buffer.from('%PDF-1.7'), { as: 'document', name: 'surat.pdf', mime: 'application/pdf' })).toMatch(
      /PDF/,
    )
    await siti.sends(Buffer.from('no photo at all'), { mime: 'image/jpeg' })
    expect(await siti.hears(/tidak sampai/)).toMatch(/bukan gambar/)
    expect(await ratna.says('percakapan')).toMatch(/1 percakapan/)
  })

  it.each(['voice', 'sticker', 'location', 'video', 'poll'])('a %s gets a kind answer', async (what) => {
    const { siti } = await counterWithOfficer()
    await siti.says('petugas')
    expect(await siti.sendsOther(what)).toMatch(/Maaf|Terima kasih stikernya/)
    expect(await siti.says('Kapan KTP saya jadi?')).toMatch(/sudah kami terima/)
  })
})

describe('angry, huge and hostile messages', () => {
  it.each([
    ['too long', 'a'.repeat(2001), /terlalu panjang/],
    ['far too long', 'a'.repeat(10_000), /terlalu panjang/],
    ['empty', '   ', /kosong/],
    ['only emoji', '😡😡😡', /kosong/],
  ])('%s is refused with what to do instead', async (_what, text, answer) => {
    const { siti } = await counterWithOfficer()
    await siti.says('petugas')
    expect(await siti.says(text)).toMatch(answer)
  })

  it('SQL, HTML, control and direction marks, links and emphasis reach the officer as harmless text', async () => {
    const { siti, ratna, office } = await counterWithOfficer()
    await siti.says('petugas')
    await siti.says(
      "'); DROP TABLE Talk;--\n<script>alert(1)</script>\n\u202Egnp.exe\u202C \u0007*TEBAL* lihat https://jahat.example/a?b=1 atau jahat.com",
    )
    const prompt = await ratna.hears(/Percakapan T-/)
    expect(prompt).toContain(
      "> '); DROP TABLE Talk;--\n> <script>alert(1)</script>\n> gnp.exe ∗TEBAL∗ lihat https://jahat[.]example/a?b=1 atau jahat[.]com",
    )
    expect(office.logLines.join('')).not.toMatch(/DROP TABLE|jahat/)
  })

  it('a flood is stopped, and the talk goes on afterwards', async () => {
    const { siti, ratna, time } = await counterWithOfficer()
    await siti.says('petugas')
    for (let n = 1; n <= 12; n++) await siti.says(`JAWAB!!! ${n}`)
    expect(await siti.says('JAWAB!!! 13')).toMatch(/Coba lagi 10 menit lagi/)
    await ratna.hears(/JAWAB!!! 12/)
    time.pass(11 * MINUTE)
    await siti.says('petugas')
    expect(await siti.says('Maaf, tadi saya kesal')).toMatch(/Kami teruskan/)
  })

  it('a talk is nobody else’s: another chat that names it gets a talk of its own', async () => {
    const { siti, ratna, office } = await counterWithOfficer()
    await siti.says('petugas')
    await siti.says('Rahasia saya')
    await ratna.hears(/Percakapan T-/)
    await ratna.taps('Jawab')
    await ratna.says('Baik.')
    await siti.hears(/Baik/)
    const id = siti.last.buttons[0]?.id ?? ''
    expect(id).toMatch(/^\/human:/)
    const budi = office.phone('budi')
    expect(await budi.tapsId(id)).toMatch(/Apa yang ingin Anda tanyakan/)
    expect(await budi.tapsId(id.replace('human', 'talk'))).toMatch(/Tidak ada percakapan itu untuk Anda/)
    expect(await budi.tapsId(id.replace('human', 'talk-answer'))).toMatch(/hanya untuk petugas/)
    expect(await budi.tapsId('/talk-end')).toMatch(/Tidak ada percakapan/)
  })
})

it('the whole talk is there in English', async () => {
  const { siti, ratna, time } = await counterWithOfficer()
  await siti.says('english')
  expect(await siti.says('officer')).toMatch(/The office is \*open\*[^]*What would you like to ask/)
  expect(await siti.says('When is my card ready?')).toMatch(/We have your question/)
  await ratna.hears(/Percakapan T-/)
  time.pass(2 * HOUR)
  await ratna.says('english')
  await ratna.says('talks')
  expect(ratna.last.text).toMatch(/Waiting 2 hours · nobody answers yet/)
})
