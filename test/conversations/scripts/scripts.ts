import { match } from 'node:assert/strict'
import { Office } from '../../support/office.ts'
import { enrolOfficer } from '../../support/officers.ts'
import { photoOf } from '../../support/scripted-intake.ts'
import { closeUntroubled, person, SITI, TYPED, type Answers } from '../registering.ts'
import { Recorder, type Effort, type Line, type Person } from './recorder.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A typical conversation, played through the whole counter. What must hold in it is asserted as it is played. */
export interface Script {
  readonly id: string
  readonly title: string
  /** what it shows, in a sentence */
  readonly about: string
  /** plays it; gives the person whose effort counts */
  play(recorder: Recorder): Promise<Person>
}

/** A script as it was played. */
export interface Played {
  readonly script: Script
  readonly lines: readonly Line[]
  readonly effort: Effort
}

/** Plays a script in a counter of its own; fails when the counter had trouble. */
export async function play(script: Script): Promise<Played> {
  const office = await Office.open()
  try {
    const recorder = new Recorder(office)
    const { effort } = await script.play(recorder)
    return { script, lines: recorder.finish(), effort }
  } finally {
    await closeUntroubled(office)
  }
}

type Question = (typeof TYPED)[number] | 'ktp' | 'password'

// Begins the form and answers by typing, up to and without the question `until`.
async function typesUntil(who: Person, until: Question, answers: Answers = SITI): Promise<string> {
  await who.says('daftar')
  return answersFrom(who, 'nik', until, await who.says('setuju'), answers)
}

async function answersFrom(
  who: Person,
  from: Question,
  until: Question,
  asked: string,
  answers: Answers = SITI,
): Promise<string> {
  let said = asked
  const begin = from === 'ktp' || from === 'password' ? TYPED.length : TYPED.indexOf(from)
  for (const id of TYPED.slice(begin)) {
    if (id === until) return said
    said = await who.says(answers[id])
  }
  if (until === 'ktp') return said
  await who.sendsPhoto('foto KTP')
  return who.hears(/kata kunci/i)
}

// The password twice, the review, the sum.
async function typesTheEnd(who: Person, answers: Answers = SITI): Promise<void> {
  await who.says(answers.password)
  match(await who.says(answers.password), /Periksa lagi, ya/)
  await who.says('ya')
  match(await who.solves(), /berhasil dikirim/)
}

/** Registration by typing alone: the measure of effort. */
export const HAPPY: Script = {
  id: 'lancar',
  title: 'Lancar',
  about: 'Siti mendaftar dengan mengetik saja, dari sapaan sampai nomor registrasi.',
  play: async (recorder) => {
    const siti = recorder.person('Warga')
    match(await siti.says('halo'), /Mau apa hari ini/)
    await typesUntil(siti, 'password')
    await typesTheEnd(siti)
    match(await siti.says('makasih kak'), /Sama-sama/)
    return siti
  },
}

/** Registration with buttons, lists and pages wherever there are any. */
export const BUTTONS: Script = {
  id: 'tombol',
  title: 'Dengan tombol',
  about: 'Pendaftaran yang sama dengan tombol, daftar pilihan dan halaman aman di mana ada.',
  play: async (recorder) => {
    const siti = recorder.person('Warga')
    await siti.says('halo')
    await siti.taps('Daftar')
    await siti.taps('Saya setuju')
    for (const id of ['nik', 'name', 'kk', 'birthPlace', 'birthDate'] as const) await siti.says(SITI[id])
    await siti.fills('nama ibu kandung', { answer: SITI.mother })
    await siti.hears(/provinsi mana/)
    // Thirty-eight provinces: a few letters are quicker than the pages of the list.
    await siti.says('jateng')
    await siti.says('26')
    await siti.says('karanganyar')
    await siti.says('karangsari')
    await siti.says(SITI.phone)
    await siti.says(SITI.email)
    await siti.sendsPhoto('foto KTP')
    await siti.hears(/kata kunci/i)
    await siti.fills('kata kunci dua kali', { answer: SITI.password, again: SITI.password })
    await siti.hears(/Periksa lagi/)
    await siti.taps('Ya, sudah benar')
    match(await siti.solves(), /berhasil dikirim/)
    return siti
  },
}

const LOST: Script = {
  id: 'bingung',
  title: 'Bingung',
  about: 'Tidak tahu letak nomor KK, salah ketik nama, mundur, lalu lanjut.',
  play: async (recorder) => {
    const siti = recorder.person('Warga')
    await siti.says('pagi min')
    match(await siti.says('cara daftar gimana'), /Panduan SINTREN/)
    await siti.says('mau bikin akun')
    await siti.says('ya')
    match(await siti.says('nik itu apa ya'), /bagian atas KTP/)
    await siti.says(SITI.nik)
    await siti.says('Siti Aminh')
    match(await siti.says('gimana'), /bagian atas Kartu Keluarga[^]*Masih bingung/)
    match(await siti.says('kembali'), /Jawaban Anda tadi: \*Siti Aminh\*/)
    match(await siti.says(SITI.name), /nomor Kartu Keluarga/)
    match(await siti.says(SITI.nik), /NIK/)
    await siti.says(SITI.kk)
    match(await siti.says('pripun'), /Tempat\/Tgl Lahir/)
    match(await siti.says('Pekalongan'), /tanggal lahir/)
    return siti
  },
}

const ANGRY: Script = {
  id: 'marah',
  title: 'Marah',
  about: 'Kesal dan kasar; dijawab tenang, dan petugas selalu ditawarkan.',
  play: async (recorder) => {
    const budi = recorder.person('Warga')
    await budi.says('p')
    await budi.says('daftar')
    await budi.says('ok')
    await budi.says('332601')
    match(await budi.says('anjing ribet amat'), /Maaf sudah membuat Anda kesal[^]*petugas/)
    match(await budi.says('SUSAH'), /16 angka/)
    match(await budi.says('gak bisa!!!'), /Petugas kami bisa membantu/)
    match(await budi.taps('Hubungi petugas'), /petugas/i)
    return budi
  },
}

const SLOW: Script = {
  id: 'pelan',
  title: 'Pelan',
  about: 'Ditinggal setengah jam, lalu sehari; isian disimpan dan dilanjutkan besoknya.',
  play: async (recorder) => {
    const siti = recorder.person('Warga')
    match(await typesUntil(siti, 'birthPlace'), /Anda lahir/)
    recorder.meanwhile('Setengah jam kemudian.', 31 * MINUTE)
    await siti.hears(/belum selesai/)
    recorder.meanwhile('Sehari kemudian.', 24 * HOUR)
    await siti.hears(/kami simpan/)
    recorder.meanwhile('Esok paginya.', 16 * HOUR)
    match(await siti.taps('Lanjutkan'), /Anda lahir/)
    await answersFrom(siti, 'birthPlace', 'password', '')
    await typesTheEnd(siti)
    return siti
  },
}

const HURRIED: Script = {
  id: 'buru-buru',
  title: 'Buru-buru',
  about: 'Dua jawaban dikirim sekaligus; keduanya dipakai menurut urutan.',
  play: async (recorder) => {
    const siti = recorder.person('Warga')
    await siti.says('DAFTAR')
    await siti.says('y')
    match(await siti.saysAtOnce(SITI.nik, 'SITI AMINAH'), /nomor Kartu Keluarga/)
    match(await siti.saysAtOnce(SITI.kk, 'pekalongan'), /tanggal lahir/)
    match(await siti.says('1 juli 1990'), /ibu kandung/)
    match(await siti.says('bntr'), /tidak perlu buru-buru[^]*ibu kandung/)
    match(await siti.says(SITI.mother), /provinsi/)
    return siti
  },
}

const VOICE: Script = {
  id: 'pesan-suara',
  title: 'Pesan suara',
  about: 'Menjawab dengan pesan suara; diminta mengetik, pertanyaannya tetap ada.',
  play: async (recorder) => {
    const siti = recorder.person('Warga')
    await typesUntil(siti, 'birthDate')
    match(await siti.sendsOther('voice', 'pesan suara'), /Pesan suara belum dapat kami dengar[^]*tanggal lahir/)
    match(await siti.says(SITI.birthDate), /ibu kandung/)
    return siti
  },
}

const STICKER: Script = {
  id: 'stiker',
  title: 'Stiker',
  about: 'Stiker dan emoji sebagai jawaban.',
  play: async (recorder) => {
    const siti = recorder.person('Warga')
    match(await siti.sendsOther('sticker', 'stiker'), /Mau apa hari ini/)
    await siti.says('daftar')
    await siti.says('👍')
    match(await siti.sendsOther('sticker', 'stiker jempol'), /Terima kasih stikernya[^]*NIK/)
    match(await siti.says('🙏🙏'), /hanya berisi tanda/)
    match(await siti.says(SITI.nik), /nama lengkap/)
    return siti
  },
}

const WRONG_PHOTO: Script = {
  id: 'foto-keliru',
  title: 'Foto keliru',
  about: 'PDF, berkas rusak, tulisan; akhirnya foto yang benar.',
  play: async (recorder) => {
    const siti = recorder.person('Warga')
    await typesUntil(siti, 'ktp')
    match(await siti.says('udah'), /perlu fotonya/)
    const pdf = { name: 'ktp.pdf', mime: 'application/pdf' }
    match(await siti.sendsPhoto('berkas ktp.pdf', Buffer.from('%PDF-1.7 contoh'), pdf), /bukan PDF/)
    await siti.sendsPhoto('foto yang hanya terkirim sebagian', photoOf({ refused: 'damaged' }))
    await siti.hears(/rusak|bukan gambar/)
    await siti.sendsPhoto('foto KTP')
    await siti.hears(/kata kunci/i)
    return siti
  },
}

const OTHER_PHONE: Script = {
  id: 'hp-orang-lain',
  title: 'HP orang lain',
  about: 'Mendaftar lewat HP tetangga, yang sudah punya pendaftaran sendiri dari HP itu.',
  play: async (recorder) => {
    const phone = recorder.person('Warga')
    recorder.meanwhile('Tetangga, pemilik HP, sudah mendaftar dari HP ini.')
    await typesUntil(phone, 'password')
    await typesTheEnd(phone)
    recorder.meanwhile('Sekarang Budi memakai HP yang sama.')
    const budi = person(7, { name: 'Budi Santoso', nik: '3326010107900007', mother: 'Partini' })
    await typesUntil(phone, 'password', budi)
    await typesTheEnd(phone, budi)
    match(await phone.says('status'), /menunggu pemeriksaan/)
    return phone
  },
}

const HELPED: Script = {
  id: 'dibantu-tetangga',
  title: 'Lansia dibantu tetangga',
  about: 'Mbah Karti tidak punya e-mail dan hanya satu nama; tetangga mengetikkan, petugas memutuskan.',
  play: async (recorder) => {
    const officer = await enrolOfficer(recorder.office, 'Bu Ratna')
    const mbah = person(9, { name: 'Karti', nik: '3326014101450009', birthDate: '01-01-1945', mother: 'Sinah' })
    const helper = recorder.person('Warga')
    match(await helper.says('kulo nuwun'), /kami di sini/)
    match(await helper.says('badhe daftar'), /Apakah Anda setuju/)
    await helper.says('nggih')
    await answersFrom(helper, 'nik', 'email', '', mbah)
    match(await helper.says('gak punya email'), /Belum punya e-mail\?/)
    match(await helper.says('bantuan'), /Belum punya\?/)
    await helper.says(mbah.email)
    await helper.sendsPhoto('foto KTP Mbah Karti')
    await helper.hears(/kata kunci/i)
    await typesTheEnd(helper, mbah)
    match(await helper.says('matur nuwun'), /Sama-sama/)
    match(await helper.says('kok lama'), /menunggu pemeriksaan/)
    recorder.meanwhile('Petugas memeriksa dan menyetujui.')
    await officer.hears(/Pendaftaran REG-/)
    await officer.taps('Setujui')
    await officer.says('ya')
    await helper.hears(/disetujui/)
    return helper
  },
}

/** The ten typical conversations, in the order of the page. */
export const SCRIPTS: readonly Script[] = [HAPPY, LOST, ANGRY, SLOW, HURRIED, VOICE, STICKER, WRONG_PHOTO, OTHER_PHONE, HELPED]
