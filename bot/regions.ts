import { readFile } from 'node:fs/promises'
import { getDistricts, getProvinces, getRegencies } from 'idn-area-data'
import { RegionDirectory } from '../flows/fields/region-directory.ts'
import type { Region } from '../flows/fields/region-directory.ts'

function region(row: { readonly code: string; readonly name: string }): Region {
  return { code: row.code.replaceAll('.', ''), name: row.name }
}

const newline = 0x0a

/**
 * Finds each district's villages in the file without making 83,762 objects of them: the file stays one buffer
 * outside the heap, with the place of each district's first line; a district's lines are read when asked for.
 * The rows of a district stand together (a test says so); a name in quotes has commas in it, or a
 * doubled quote where the place's own spelling has an apostrophe (Soka'an).
 */
export function villageIndex(file: Buffer): (districtCode: string) => readonly Region[] {
  const places = new Map<string, { readonly from: number; to: number }>()
  let open: { readonly from: number; to: number } | undefined
  let district = ''
  for (let from = file.indexOf(newline) + 1; from > 0 && from < file.length;) {
    const end = file.indexOf(newline, from)
    const next = end < 0 ? file.length : end + 1
    const code = file.toString('latin1', from, from + 8).replaceAll('.', '')
    if (open === undefined || code !== district) {
      open = { from, to: next }
      district = code
      places.set(code, open)
    } else open.to = next
    from = next
  }
  return (districtCode) => {
    const place = places.get(districtCode)
    if (place === undefined) return []
    const lines = file.toString('utf8', place.from, place.to).split(/\r?\n/u)
    return lines.flatMap((line) => {
      const found = /^([\d.]{13}),[\d.]{8},(?:"(.*)"|(.*))$/u.exec(line)
      return found === null ? [] : [region({ code: found[1] ?? '', name: (found[2] ?? found[3] ?? '').replaceAll('""', "'") })]
    })
  }
}

/** Loads Indonesia's regions (npm idn-area-data: code MIT, data ODbL; Kemendagri codes) into a directory. */
export async function loadRegions(): Promise<RegionDirectory> {
  const villagesFile = new URL('../data/villages.csv', import.meta.resolve('idn-area-data'))
  const [provinces, regencies, districts, villages] = await Promise.all([
    getProvinces(),
    getRegencies(),
    getDistricts(),
    readFile(villagesFile),
  ])
  return new RegionDirectory({
    provinces: provinces.map(region),
    regencies: regencies.map(region),
    districts: districts.map(region),
    villagesOf: villageIndex(villages),
  })
}
