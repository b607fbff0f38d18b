import { asciiDigits, normalise } from '../engine/words.ts'

const indonesian = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas']
const english =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const variants: Readonly<Record<string, string>> = {
  kosong: 'nol',
  ampat: 'empat',
  anam: 'enam',
  lapan: 'delapan',
  fourty: 'forty',
}

/** "delapan belas", "dua puluh satu", "seratus": each word adds to or multiplies what was said before it. */
function inIndonesian(words: readonly string[]): number | undefined {
  let sum = 0
  let digit: number | undefined
  for (const word of words) {
    const value = indonesian.indexOf(word)
    if (word === 'seratus' && digit === undefined) sum += 100
    else if (value >= 0 && digit === undefined) digit = value
    else if (digit !== undefined && digit >= 1 && digit <= 9 && (word === 'belas' || word === 'puluh' || word === 'ratus')) {
      sum += word === 'belas' ? 10 + digit : digit * (word === 'puluh' ? 10 : 100)
      digit = undefined
    } else return undefined
  }
  return words.length === 0 ? undefined : sum + (digit ?? 0)
}

/** "eighteen", "forty two", "one hundred and five". */
function inEnglish(words: readonly string[]): number | undefined {
  let sum = 0
  for (const word of words) {
    const ten = tens.indexOf(word)
    if (word === 'hundred' && sum >= 1 && sum <= 9) sum *= 100
    else if (ten >= 0 && sum % 100 === 0) sum += (ten + 2) * 10
    else if (english.includes(word) && sum % 10 === 0 && sum % 100 !== 10) sum += english.indexOf(word)
    else if (word !== 'and') return undefined
  }
  return words.some((word) => word !== 'and') ? sum : undefined
}

/** The whole number from 0 that a text says, in digits of any script or in Indonesian or English words: "18", "delapan belas". */
export function parseNumber(text: string): number | undefined {
  if (/^\s*[-−–]/u.test(text)) return undefined
  const short = normalise(asciiDigits(text.slice(0, 200))).replace(
    /^(?:(?:hasilnya|hasil|jawabannya|jawaban|adalah|it's|is|the|answer|=|:)\s*)+/u,
    '',
  )
  if (/^\d{1,6}$/u.test(short)) return Number(short)
  // "delapanbelas" and "duapuluh" are as common as the words apart
  const words = short
    .replace(/(?<=\p{L})(belas|puluh|ratus)\b/gu, (end, _word: string, at: number) =>
      /(?:se)$/u.test(short.slice(0, at)) ? end : ` ${end}`,
    )
    .split(/[\s-]+/u)
    .map((word) => variants[word] ?? word)
  return inIndonesian(words) ?? inEnglish(words)
}
