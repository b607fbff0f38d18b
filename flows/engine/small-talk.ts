import type { Choice } from './reply.ts'
import type { JsonObject } from './json.ts'
import type { Language } from './text.ts'
import { normalise, sameWord, squeeze, wordsOf } from './words.ts'

/** Something that people say beside the point, and what it leads to. Its words are data of the counter. */
export interface SmallTalk {
  readonly id: string
  /** phrases that are nobody's name, address or reason: understood whatever is asked */
  readonly sure: readonly string[]
  /** phrases that may be an answer: understood only where what is asked does not take them, or nothing is asked */
  readonly maybe: readonly string[]
  /** understands, after all phrases, what is no fixed phrase: a bare number, another language */
  like?(text: string, language: Language): boolean
  /** message key of what is said to it; absent: nothing is */
  readonly reply?: string
  /** while a question is open: asked again, explained, or left for `flow`; absent: it means nothing then */
  readonly asked?: 'again' | 'explain' | 'flow'
  /** the flow it leads to; without one the reply stands alone, with `choices` */
  readonly flow?: string
  /** what the flow is begun with; an answer that its question does not take is asked for */
  readonly params?: JsonObject
  readonly choices?: readonly Choice[]
}

/** Whom people address, and the little words around it. Names do not begin or end with the first kind. */
const ADDRESSES = new Set('kak,kakak,min,admin,mimin,gan,bro,sis,bos'.split(','))
const LITTLE = new Set(
  'ya,yaa,yah,dong,deh,sih,nih,lah,kah,to,lho,loh,tolong,mohon,maaf,sorry,pak,bapak,bu,ibu,mas,mbak,mba,bang,mau,ingin,pengen,saya,aku,sy,gue,gw,please,pls,sir'.split(
    ',',
  ),
)

function bare(words: readonly string[]): readonly string[] {
  const said = words.filter((word) => !ADDRESSES.has(word) && !LITTLE.has(word))
  return said.length === 0 ? words : said
}

/** What people say beside the point, ready to be looked up. */
export class SmallTalkSet {
  readonly #rows: readonly SmallTalk[]
  readonly #sure = new Map<string, SmallTalk>()
  readonly #maybe = new Map<string, SmallTalk>()

  constructor(rows: readonly SmallTalk[]) {
    this.#rows = rows
    for (const row of rows) {
      for (const phrase of row.sure) this.#sure.set(keyOf(wordsOf(normalise(phrase))), row)
      for (const phrase of row.maybe) this.#maybe.set(keyOf(wordsOf(normalise(phrase))), row)
    }
  }

  /** What is small talk whatever is asked. A lone word that could be an answer is, once somebody is addressed ("pagi min"). */
  sure(text: string): SmallTalk | undefined {
    if (this.#rows.length === 0) return undefined
    const words = wordsOf(normalise(text))
    const found = lookUp(this.#sure, words)
    if (found !== undefined || !words.some((word) => ADDRESSES.has(word))) return found
    return lookUp(this.#maybe, words)
  }

  /** What is small talk where it is no answer: with a letter wrong as well, unless that fits two kinds. */
  maybe(text: string, language: Language): SmallTalk | undefined {
    if (this.#rows.length === 0) return undefined
    const words = wordsOf(normalise(text))
    return (
      lookUp(this.#sure, words) ??
      lookUp(this.#maybe, words) ??
      this.#nearly(words) ??
      this.#rows.find((row) => row.like?.(text, language))
    )
  }

  #nearly(words: readonly string[]): SmallTalk | undefined {
    const said = bare(words)
    const isMeant = (phrase: string): boolean => {
      const wanted = bare(wordsOf(normalise(phrase)))
      return wanted.length === said.length && wanted.every((word, i) => sameWord(word, said[i] ?? ''))
    }
    const found = words.length === 0 ? [] : this.#rows.filter(({ sure, maybe }) => [...sure, ...maybe].some(isMeant))
    return found.length === 1 ? found[0] : undefined
  }
}

// "makasihhh" is "makasih": each run of a letter counts once.
function keyOf(words: readonly string[]): string {
  return squeeze(words.join(' '))
}

function lookUp(rows: ReadonlyMap<string, SmallTalk>, words: readonly string[]): SmallTalk | undefined {
  if (words.length === 0) return undefined
  return rows.get(keyOf(words)) ?? rows.get(keyOf(bare(words)))
}
