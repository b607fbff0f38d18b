import { cardFindings, readCard, type Findings } from '../../bot/intake/ocr/card.ts'
import { models } from '../../bot/intake/ocr/models.ts'
import { openDocument } from '../../bot/intake/ocr/read-document.ts'
import type { TypedIdentity } from '../../flows/fields/document-outcome.ts'
import type { Fault } from '../../test/documents/fault.ts'
import { ktp } from '../../test/documents/ktp.ts'
import { photograph } from '../../test/documents/photograph.ts'
import { seeded } from '../../test/documents/seeded.ts'
import { median, type Run } from '../measurement.ts'

/** No limit was chosen with these. */
const FIRST_SEED = 800_001
const TYPOS = 4
/** Half of the photos are good; the others have a fault, from hardly noticed to such that no person reads them. */
const FAULTS = ['dark', 'defocus', 'motion', 'glare', 'too-small'] as const satisfies readonly Fault['kind'][]
const STRONGEST = 0.5
/** Photos whose costs are not counted. */
const WARM_UP = 2

/**
 * `load.forms` photos of cards, each read once, and compared with the true NIK and name and with four NIKs of one wrong
 * digit. The times are CPU time of the reading alone.
 */
export const run: Run = async ({ forms }) => {
  await models()
  const nik = { same: 0, different: 0 }
  const typo = { same: 0, different: 0 }
  const name = { same: 0, different: 0 }
  const read = { all: 0, right: 0 }
  const times: number[] = []
  for (let seed = FIRST_SEED; seed < FIRST_SEED + forms; seed++) {
    const random = seeded(seed)
    const card = await ktp({ seed })
    const fault = random.number() < 0.5 ? undefined : { kind: random.pick(FAULTS), strength: random.between(0, STRONGEST) }
    const turned = random.number() < 0.8 ? 0 : random.pick([90, 180, 270] as const)
    const { jpeg } = await photograph(card, { seed, turned, ...(fault && { fault }) })
    const start = process.cpuUsage()
    const { page, read: lines, kind } = await openDocument(jpeg, 'ktp')
    const seen = await readCard(page, lines)
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1000)
    // as for a citizen: what does not look like an identity card is not compared
    const compare = (typed: TypedIdentity): Findings => (kind === 'ktp' ? cardFindings(seen, typed) : { read: {}, checks: {} })
    const found = compare(card.truth)
    count(nik, found.checks.nik)
    count(name, found.checks.name)
    for (const key of ['nik', 'name', 'birthPlace', 'birthDate', 'village', 'district', 'province'] as const) {
      const value = found.read[key]
      if (value !== undefined) read.all++
      if (value === card.truth[key]) read.right++
    }
    for (let one = 0; one < TYPOS; one++) {
      const place = random.integer(0, 15)
      const digit = (Number(card.truth.nik[place]) + random.integer(1, 9)) % 10
      const typed = `${card.truth.nik.slice(0, place)}${digit}${card.truth.nik.slice(place + 1)}`
      count(typo, compare({ nik: typed }).checks.nik)
    }
  }
  return {
    photos: forms,
    nikSame: nik.same,
    nikDifferent: nik.different,
    typos: forms * TYPOS,
    typosSame: typo.same,
    typosDifferent: typo.different,
    nameSame: name.same,
    nameDifferent: name.different,
    valuesRead: read.all,
    valuesRight: (100 * read.right) / Math.max(1, read.all),
    readingCpuMs: median(times.slice(WARM_UP)),
  }
}

function count(counts: { same: number; different: number }, found: 'same' | 'different' | 'unsure' | undefined): void {
  if (found === 'same' || found === 'different') counts[found]++
}
