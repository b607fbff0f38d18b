import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadAgencies, loadHolidays } from '../../bot/agencies.ts'
import { loadRegions } from '../../bot/regions.ts'
import { loadTexts } from '../../bot/texts.ts'
import { textsNeeded } from '../../flows/agency-texts.ts'
import { allFlows } from '../../flows/all.ts'
import { engineTexts } from '../../flows/engine/engine-texts.ts'
import type { Step } from '../../flows/engine/flow.ts'
import type { Ports } from '../../flows/ports.ts'

const TOP = join(import.meta.dirname, '../..')

const [counter] = loadAgencies(loadTexts(), loadHolidays())
if (counter === undefined) throw new Error('no agency')
const { agency, texts } = counter
const flows = allFlows({ ...counter, regions: await loadRegions(), publicUrl: 'http://localhost:8080' })
const sources = ['flows', 'bot', 'storage/domain'].flatMap((folder) =>
  readdirSync(join(TOP, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(TOP, folder, file), 'utf8')),
)
const source = sources.join('\n')

/** Keys made of a name that is known only when the conversation runs: every name that there can be. */
const MADE: readonly (readonly [key: (name: string) => string, names: readonly string[]])[] = [
  [(state) => `home-greeting-${state}`, ['waiting', 'rejected', 'repair', 'approved', 'active']],
  [
    (entry) => `menu-${entry}`,
    flows.filter(({ id }) => id === 'home' || id === 'applicant').flatMap(({ steps }) => steps.flatMap(reached)),
  ],
  [(status) => `status-is-${status}`, ['submitted', 'approved', 'rejected', 'repair', 'withdrawn']],
  [
    (flag) => `flag-${flag}`,
    [
      'birth-date-differs',
      'region-unknown',
      'duplicate',
      'other-contact',
      'shared-chat',
      'phone-unproven',
      'other-report',
      'contested',
    ],
  ],
  [(level) => `field-region-${level}`, ['province', 'regency', 'district', 'village']],
  [(page) => `page-${page}-title`, pagesNamed()],
  [(page) => `page-${page}-text`, pagesNamed()],
]

function reached(step: Step<Ports>): readonly string[] {
  return step.kind === 'end' ? step.may : []
}

// A notice page is called by its name, in quotes.
function pagesNamed(): string[] {
  const names = texts.keys('id').flatMap((key) => /^page-(.+)-title$/.exec(key)?.[1] ?? [])
  return names.filter((name) => texts.has('id', `page-${name}-text`) && source.includes(`'${name}'`))
}

// A label is shown in a review, on a page and on a case card; elsewhere nobody sees it.
function declared(step: Step<Ports>, isReviewed: boolean): readonly (string | undefined)[] {
  switch (step.kind) {
    case 'ask': {
      const label = (isReviewed && !step.passing) || step.entry === 'secure-page' ? step.label : undefined
      return [step.prompt, label, step.help, ...step.field.texts]
    }
    case 'say':
      return [step.key, step.subject]
    case 'send':
      return [step.caption]
    case 'job':
      return [step.meanwhile]
    case 'review':
      return [step.prompt]
    default:
      return []
  }
}

const ofFlows = flows.flatMap(({ title, steps }) => {
  const isReviewed = steps.some(({ kind }) => kind === 'review')
  return [title, ...steps.flatMap((step) => declared(step, isReviewed))]
})
const literal = [...source.matchAll(/['"`]([a-z][a-z0-9]*(?:-[a-z0-9]+)+)['"`]/g)].map(([, key = '']) => key)
const used = new Set<string | undefined>([
  ...engineTexts,
  ...ofFlows,
  ...textsNeeded(agency).map(({ key }) => key),
  ...MADE.flatMap(([key, names]) => names.map(key)),
  ...literal,
])

describe('the messages', () => {
  it('are there in both languages', () => {
    expect(texts.missing()).toEqual([])
  })

  it('are used, every one of them', () => {
    expect(texts.keys('id').filter((key) => !used.has(key))).toEqual([])
  })

  it('are there for everything that flows, fields and agency call for', () => {
    const called = [...ofFlows, ...textsNeeded(agency).map(({ key }) => key), ...MADE.flatMap(([key, names]) => names.map(key))]
    expect(called.filter((key) => key !== undefined && !texts.has('id', key))).toEqual([])
  })

  it('are there for every key that the code names', () => {
    const named = [
      ...source.matchAll(/\b(?:t|own)\(\s*'([a-z0-9]+-[a-z0-9-]+)'/g),
      ...source.matchAll(/\bkey: '([a-z0-9]+-[a-z0-9-]+)'/g),
    ]
    expect(named.length).toBeGreaterThan(100)
    expect(named.map(([, key = '']) => key).filter((key) => !texts.has('id', key))).toEqual([])
  })
})
