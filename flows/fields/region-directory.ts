import { distance } from 'fastest-levenshtein'
import { normalise, sameWord } from '../engine/words.ts'
import legacy from './legacy-region-codes.json' with { type: 'json' }

/** The four levels of Indonesia's regions, from the top. */
export const regionLevels = ['province', 'regency', 'district', 'village'] as const
export type RegionLevel = (typeof regionLevels)[number]

/** Digits in a code of each level: 33, 3326, 332607, 3326072008. */
const codeLength: Readonly<Record<RegionLevel, number>> = { province: 2, regency: 4, district: 6, village: 10 }

/** A region: its Kemendagri code without dots (as it stands in a NIK), and its name as the source spells it. */
export interface Region {
  readonly code: string
  readonly name: string
}

/** What a directory is built from; villages are many, so they are read district by district. */
export interface RegionRows {
  readonly provinces: readonly Region[]
  readonly regencies: readonly Region[]
  readonly districts: readonly Region[]
  readonly villagesOf: (districtCode: string) => readonly Region[]
}

/** What a search found. `sure`: by code or full name, so that nothing need be said back. */
export interface RegionMatch {
  readonly regions: readonly Region[]
  readonly sure: boolean
}

const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '11': 'nad nanggroeacehdarussalam',
    '12': 'sumut',
    '13': 'sumbar',
    '16': 'sumsel',
    '19': 'babel bangkabelitung',
    '21': 'kepri',
    '31': 'dki dkijakarta jakarta dkj',
    '32': 'jabar',
    '33': 'jateng',
    '34': 'diy jogja jogjakarta yogyakarta yogya diyogyakarta',
    '35': 'jatim',
    '52': 'ntb',
    '53': 'ntt',
    '61': 'kalbar',
    '62': 'kalteng',
    '63': 'kalsel',
    '64': 'kaltim',
    '65': 'kaltara',
    '71': 'sulut',
    '72': 'sulteng',
    '73': 'sulsel',
    '74': 'sultra',
    '76': 'sulbar',
    '82': 'malut',
    '92': 'pabar irianjayabarat',
    '3171': 'jakpus',
    '3172': 'jakut',
    '3173': 'jakbar',
    '3174': 'jaksel',
    '3175': 'jaktim',
    '3372': 'solo',
    '3471': 'jogja yogya jogjakarta',
    '3674': 'tangsel',
  }).flatMap(([code, names]) => names.split(' ').map((name) => [`${code.length}${name}`, code] as const)),
)

/** Letters and digits only, so that spaces, hyphens and apostrophes do not matter. */
function squash(text: string): string {
  return normalise(text).replace(/[^\p{L}\p{N}]/gu, '')
}

interface Spoken {
  readonly kind?: 'kabupaten' | 'kota'
  readonly base: string
}

/** Splits "Kab. Pekalongan" into its kind and its base; "Kota Administrasi" is a kota. */
function spoken(text: string): Spoken {
  const found = /^(kabupaten|kab|kota|kotamadya|kodya|regency of|city of)\b[. ]*(?:(?:administrasi|adm)\b[. ]*)?(.+)$/u.exec(
    normalise(text),
  )
  if (found === null) return { base: squash(text) }
  return { kind: /^(?:kab|reg)/u.test(found[1] ?? '') ? 'kabupaten' : 'kota', base: squash(found[2] ?? '') }
}

function withoutLevel(text: string): string {
  return text.replace(
    /^\s*(?:provinsi|prov|propinsi|kecamatan|kec|distrik|desa|ds|kelurahan|kel|gampong|nagari|province|district|village)\b[. :]*/iu,
    '',
  )
}

/** A region's code within its parent, without leading zeros, as forms show it: 26 of 3326, 7 of 332607, 2008. */
export function shortCode(code: string): string {
  return code.slice(code.length === 10 ? 6 : code.length - 2).replace(/^0+(?=\d)/u, '')
}

/** A region's name as forms show it: capitals, "KABUPATEN" left out, "KOTA" kept. */
export function shownName(name: string): string {
  return name.toUpperCase().replace(/^KABUPATEN (?:ADMINISTRASI )?/u, '')
}

/** The regions of Indonesia, to be listed and searched; pure and synchronous. */
export class RegionDirectory {
  readonly #rows: RegionRows
  readonly #byParent: ReadonlyMap<string, readonly Region[]>
  readonly #known: ReadonlySet<string>

  constructor(rows: RegionRows) {
    this.#rows = rows
    const children = [...rows.regencies, ...rows.districts]
    this.#byParent = Map.groupBy(children, (region) => region.code.slice(0, -2))
    this.#known = new Set([...rows.districts.map((region) => region.code), ...legacy.districts])
  }

  /** The regions of a level within a parent (the empty string for provinces), in order of code. */
  within(level: RegionLevel, parent: string): readonly Region[] {
    if (level === 'province') return this.#rows.provinces
    const parentLevel = regionLevels[regionLevels.indexOf(level) - 1] ?? 'province'
    if (parent.length !== codeLength[parentLevel]) return []
    return level === 'village' ? this.#rows.villagesOf(parent) : (this.#byParent.get(parent) ?? [])
  }

  /**
   * Whether a NIK may begin with this 6-digit district code: it exists, or did when older decrees were in force
   * (Permendagri 56/2015 to Kepmendagri 300.2.2-2430/2025).
   */
  knows(code: string): boolean {
    return this.#known.has(code)
  }

  /**
   * Searches a list of regions by code ("33", "33 - Jawa Tengah", "3326"), full name, alias ("jateng"), words that a
   * name begins with, and last by spelling. "Pekalongan" finds both the kabupaten and the kota.
   */
  search(text: string, among: readonly Region[]): RegionMatch {
    const typed = withoutLevel(normalise(text))
    const coded = /^([\d.]+)\s*[-–—: ]*\s*(.*)$/u.exec(typed)
    if (coded !== null) {
      const code = (coded[1] ?? '').replaceAll('.', '')
      const named = coded[2] ?? ''
      const found = among.filter(
        (region) => region.code === code || (code !== '' && shortCode(region.code) === code.replace(/^0+(?=\d)/u, '')),
      )
      const agreeing = named === '' ? found : found.filter((region) => this.#named(named, [region]).length > 0)
      if (agreeing.length > 0) return { regions: agreeing, sure: true }
    }
    const exact = this.#named(typed, among)
    if (exact.length > 0) return { regions: exact, sure: true }
    return { regions: this.#similar(typed, among), sure: false }
  }

  #named(typed: string, among: readonly Region[]): readonly Region[] {
    const { kind, base } = spoken(typed)
    const matches = among.filter((region) => {
      const own = spoken(region.name)
      return (own.base === base && (kind === undefined || kind === own.kind)) || squash(region.name) === squash(typed)
    })
    if (matches.length > 0) return matches
    const level = among[0]?.code.length ?? 0
    const code = aliases.get(`${level}${base}`)
    return among.filter((region) => region.code === code)
  }

  #similar(typed: string, among: readonly Region[]): readonly Region[] {
    const { kind, base } = spoken(typed)
    if (base.length < 3) return []
    const candidates = among
      .map((region) => ({ region, own: spoken(region.name) }))
      .filter(({ own }) => kind === undefined || kind === own.kind)
    const words = normalise(typed)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => !/^(?:kab|kabupaten|kota)$/u.test(word))
    const begun = candidates.filter(({ region, own }) => {
      const names = normalise(region.name).split(/[^\p{L}\p{N}]+/u)
      return (
        own.base.startsWith(base) ||
        words.every((word) => names.some((name) => sameWord(name, word) || (word.length >= 3 && name.startsWith(word))))
      )
    })
    if (begun.length > 0) return begun.map(({ region }) => region)
    const allowed = base.length >= 10 ? 3 : base.length >= 7 ? 2 : base.length >= 4 ? 1 : 0
    const measured = candidates.map(({ region, own }) => ({ region, slips: distance(own.base, base) }))
    const best = Math.min(...measured.map(({ slips }) => slips))
    return best > allowed ? [] : measured.filter(({ slips }) => slips === best).map(({ region }) => region)
  }
}
