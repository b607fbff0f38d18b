import { distance } from 'fastest-levenshtein'

/** The longest text that is compared with known words; what is longer is no command and no choice. */
const longest = 200

/**
 * The value of a decimal digit of any script (Arabic-Indic, Devanagari, …). Unicode keeps the ten digits of a
 * script in a row, so the distance to the start of the row is the value.
 */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let before = 0
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before += 1
  return String(before % 10)
}

/** The same text with the digits of every script as 0-9. */
export function asciiDigits(text: string): string {
  return text.replace(/[^\x00-\x7f]/gu, (char) => (/^\p{Nd}$/u.test(char) ? digitValue(char) : char))
}

/**
 * Removes what a person cannot see or say: control characters become a space; direction marks, zero-width and
 * unassigned characters, lone surrogates and emoji go. Letter case and accents stay.
 */
export function visible(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[\p{C}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\uFE00-\uFE0F\u20E3]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/**
 * Brings a short text into the form in which words are compared: NFKC, lower case, no control or direction marks,
 * no emoji, digits of any script as 0-9, single spaces, no punctuation at the ends. At most 200 characters are kept.
 */
export function normalise(text: string): string {
  // Most answers are short and plain: spare them the tables of Unicode.
  if (text.length <= longest && /^[\x20-\x7e]*$/.test(text)) return plainly(text)
  const plain = asciiDigits(visible(text.slice(0, longest * 4)))
    .toLowerCase()
    .replace(/[’‘`´]/gu, "'")
    .replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')
  return Array.from(plain).slice(0, longest).join('').trim()
}

function plainly(text: string): string {
  return text
    .toLowerCase()
    .replace(/`/g, "'")
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .replace(/ {2,}/g, ' ')
}

/**
 * What a short answer means. `previous` is the page before in a list; where no list is open it means `back`.
 */
export type Meaning = 'yes' | 'no' | 'back' | 'cancel' | 'restart' | 'help' | 'skip' | 'keep' | 'next' | 'previous'

/** A list written as people read one: parted by commas. */
function listed(phrases: string): readonly string[] {
  return phrases.split(',').map((phrase) => phrase.trim())
}

const spellings: Readonly<Record<Meaning, readonly string[]>> = {
  yes: listed(`
    ya, y, yaa, iya, iy, yah, iyah, ye, yes, yep, yup, yeah, yoi, yo, he eh, iye, inggih, nggih, betul, btl,
    benar, bener, bnr, tepat, correct, right, true, sesuai, cocok, ok, oke, okay, okey, okeh, okelah, k, sip,
    siap, udah, udh, sdh, udah benar, udah bener, udah betul, udah bener kok, sampun, leres, sudah benar, sudah betul, sudah sesuai, sudah, setuju, saya setuju, agree, i agree, boleh, mau,
    sure, of course, tentu, jelas, pasti, lanjut, lanjutkan, continue, go on, proceed, silakan, silahkan,
    monggo, kirim`),
  no: listed(`
    mboten, mbten, dereng, lepat, tidak, tdk, tdak, tidk, tak, tida, t, ga, g, gk, gak, gag, gaa, kagak, kaga, ora, ndak, ndk, nggak, ngga,
    nggk, ngak, enggak, engga, engak, enga, gamau, no, n, nope, nah, not, never, bukan, bkn, belum, blm, blum,
    salah, keliru, wrong, false, incorrect, jangan, tidak setuju, i disagree, disagree, tidak mau, ga mau,
    gak mau, nggak mau, tidak benar, tidak betul, tidak usah, belum benar, belum betul, ga usah, gak usah,
    nggak usah, tidak boleh, tidak sesuai, gak setuju, ga setuju, not correct, not right, not yet,
    do not agree, i do not agree, don't agree, i don't agree, belum sesuai`),
  back: listed(`
    kembali, back, go back, mundur, balik, kembali ke sebelumnya, pertanyaan sebelumnya, previous question`),
  cancel: listed(`
    batal, batalkan, cancel, stop, berhenti, quit, abort, tidak jadi, ga jadi, gak jadi, nggak jadi, gajadi,
    keluar, exit, sudahi, batalin, udahan`),
  restart: listed(`
    ulang, ulangi, reset, mulai lagi, mulai ulang, ulang dari awal, ulangi dari awal, dari awal, restart,
    start over, mulai dari awal, start again, begin again`),
  help: listed(`
    bantuan, bantu, help, tolong, tolong bantu, help me, minta bantuan, bingung, tidak paham, tidak mengerti`),
  skip: listed(`
    lewati, lewat, lewatkan, skip, lompati, kosongkan, tidak ada, ga ada, gak ada, nggak ada, none`),
  keep: listed(`
    tetap yang lama, tetap lama, tetap pakai yang lama, pakai yang lama, yang lama, tetap yang tadi, tetap sama, jangan diubah,
    tidak diubah, tidak usah diubah, ga usah diubah, gak usah diubah, keep, keep it, keep as it was, keep as was, keep it as it was,
    keep the old one, as it was`),
  next: listed(`
    lainnya, lain, yang lain, berikutnya, berikut, selanjutnya, next, more, halaman berikutnya, next page,
    lagi`),
  previous: listed(`
    sebelumnya, sebelum, previous, prev, halaman sebelumnya, previous page`),
}

/** Polite and empty words that people put around a command. */
const fillers = new Set(
  listed(`
    mau, ingin, pengen, pingin, saya, aku, sy, kami, dong, deh, lah, sih, kok, nih, aja, saja, itu, pak,
    bapak, bu, ibu, min, admin, kak, kakak, mas, mbak, mba, bang, gan, tolong, mohon, coba, yang, untuk,
    please, pls, i, want, to, would, like, the, me, my, sir, madam, ya, yuk, terima, kasih, makasih, thanks,
    thank, you, that, is, it`),
)

/** "iyaaa" and "okee" are "iya" and "oke": each run of a letter counts once. */
export function squeeze(text: string): string {
  return text.replace(/(\p{L})\1+/gu, '$1')
}

function lexicon(key: (phrase: string) => string): ReadonlyMap<string, Meaning> {
  const entries = Object.entries(spellings) as [Meaning, readonly string[]][]
  return new Map(entries.flatMap(([meaning, phrases]) => phrases.map((phrase) => [key(phrase), meaning] as const)))
}

const meanings = lexicon((phrase) => phrase)
const squeezed = lexicon(squeeze)

/** Characters: longer than any spelling with any politeness around it. */
const longestMeaning = 80

/** The words of a normalised text. */
export function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}']+/u).filter((word) => word !== '')
}

function lookUp(phrase: string): Meaning | undefined {
  return meanings.get(phrase) ?? squeezed.get(squeeze(phrase))
}

/**
 * Understands the short answers that every question knows, in everyday Indonesian and English: "iya betul", "gak",
 * "kembali", "batal", "?". A text that says both yes and no, or anything else besides, is not understood.
 */
export function understand(text: string): Meaning | undefined {
  const short = normalise(text)
  if (short === '') {
    const signs = text.slice(0, longest)
    if (/^[\s?？؟]+$/u.test(signs) && /\S/u.test(signs)) return 'help'
    if (/^(?:[👍👌✅☑✔]|[\u{1F3FB}-\u{1F3FF}\uFE0F\s])+$/u.test(signs) && /[👍👌✅☑✔]/u.test(signs)) return 'yes'
    return undefined
  }
  if (short.length > longestMeaning || !/\p{L}/u.test(short)) return undefined
  const words = wordsOf(short)
  const whole = lookUp(words.join(' '))
  if (whole !== undefined) return whole
  const said = words.filter((word) => !fillers.has(word))
  const bare = said.length === 0 ? undefined : lookUp(said.join(' '))
  // "ya tidak" names a no beside a yes that is only politeness elsewhere ("batal ya"): ask again rather than guess
  const saysYes = words.some((word) => word === 'ya' || word === 'mau') && bare === 'no'
  if (bare !== undefined && !saysYes) return bare
  return words.every((word) => lookUp(word) === 'yes' || fillers.has(word)) && words.some((word) => lookUp(word) === 'yes')
    ? 'yes'
    : words.every((word) => lookUp(word) === 'no' || (fillers.has(word) && lookUp(word) === undefined)) && said.length > 0
      ? 'no'
      : undefined
}

/** The number in "ubah 3", "ubah no. 3", "edit 3", "ganti nomor 3", "change number 3"; 1 to 99. */
export function editNumber(text: string): number | undefined {
  const found =
    /^(?:(?:mau|saya|ingin|tolong|please|i|want|to) )*(?:ubah|edit|ganti|koreksi|perbaiki|betulkan|rubah|change|correct|fix)(?: (?:yang|jawaban|answer|data))?(?: ?(?:no|nomor|nomer|number|#))?[ .:#]*([1-9]\d?)$/u.exec(
      normalise(text),
    )
  return found === null ? undefined : Number(found[1])
}

/** Whether somebody wants an answer changed without giving its number: "ubah nama", "saya mau ganti foto". */
export function asksToEdit(text: string): boolean {
  return /^(?:(?:mau|saya|ingin|tolong|please|i|want|to) )*(?:ubah|edit|ganti|koreksi|perbaiki|betulkan|rubah|change|correct|fix)(?: (?!\d)\S+){0,4}$/u.test(
    normalise(text),
  )
}

/** Whether two words are the same but for one slip of the finger; short words must be equal. */
export function sameWord(one: string, other: string): boolean {
  return one === other || (Math.min(one.length, other.length) >= 5 && distance(one, other) <= 1)
}

function essence(text: string): readonly string[] {
  const words = wordsOf(normalise(text))
  const said = words.filter((word) => !fillers.has(word))
  return said.length === 0 ? words : said
}

/**
 * Whether the whole text says one of the phrases: politeness around it ("saya mau daftar dong pak") and, unless
 * `exactly`, one wrong letter in a word of five letters or more are allowed, other words are not.
 */
export function matchesPhrase(text: string, phrases: readonly string[], exactly = false): boolean {
  const said = essence(text)
  if (said.length === 0) return false
  const same = exactly ? (one: string, other: string) => one === other : sameWord
  return phrases.some((phrase) => {
    const wanted = essence(phrase)
    return wanted.length === said.length && wanted.every((word, index) => same(word, said[index] ?? ''))
  })
}

/** Something that can be named in words. */
export interface Option {
  readonly id: string
  /** its labels and other names, in any language */
  readonly labels: readonly string[]
}

/**
 * Finds the options that a typed text may mean: by position in the list as shown (1 = first), by id, by its whole
 * label, by a label with slips, and last by words that begin or stand in a label ("perekaman" for "Perekaman KTP-el").
 * Returns the ids of the best kind of match: none, the one meant, or several to choose from.
 */
export function resolveOption(text: string, options: readonly Option[]): readonly string[] {
  const short = normalise(text)
  if (short === '') return []
  const place = /^(?:(?:no|nomor|number|pilihan|pilih)[ .]*)?([1-9]\d{0,2})$/u.exec(short)
  const chosen = place === null ? undefined : options[Number(place[1]) - 1]
  if (chosen !== undefined) return [chosen.id]
  const said = essence(text)
  const kinds: readonly ((option: Option) => boolean)[] = [
    (option) => normalise(option.id) === short,
    (option) => option.labels.some((label) => normalise(label) === short),
    (option) => matchesPhrase(text, option.labels),
    (option) =>
      said.join('').length >= 3 &&
      option.labels.some((label) => {
        const words = wordsOf(normalise(label))
        return said.every((word) => words.some((known) => sameWord(known, word) || (word.length >= 3 && known.startsWith(word))))
      }),
  ]
  for (const kind of kinds) {
    const found = options.filter(kind)
    if (found.length > 0) return found.map((option) => option.id)
  }
  return []
}
