import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ALL, NAMES, page, PAGE, testOf, TOP } from './page.ts'

describe('docs/channels.md', () => {
  it('is up to date with the cases, the platforms and the adapters (`npm run channels` writes it anew)', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(page(ALL, NAMES))
  })

  it('shows what is proven, and what is lacking with its reason', () => {
    const text = page(
      [['radio', { name: 'Radio', lacks: { 'answers a text': 'nobody writes to | a radio' } }]],
      NAMES.slice(0, 2),
    )
    expect(text).toContain('| answers a text | — |\n| takes a choice by its button | ✓ |\n| **proven** | 1 of 2 |')
    expect(text).toContain('| Radio | answers a text | nobody writes to \\| a radio |')
  })

  it('leads to the pages of all channels', () => {
    const text = page(ALL, NAMES)
    for (const one of ['telegram.md', 'mail.md', 'whatsapp-cloud.md', 'whatsapp-linked.md']) {
      expect(text).toContain(`](${one})`)
      expect(readdirSync(join(TOP, 'docs'))).toContain(one)
    }
  })
})

describe('the platforms', () => {
  it.each(ALL)('%s is tried with all cases, in a file of its own', (id) => {
    expect(readFileSync(join(TOP, testOf(id)), 'utf8')).toContain(`runCases('${id}', `)
  })

  it('are all on the page', () => {
    const tests = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts') && file !== 'page.test.ts')
    expect(tests.map((file) => `test/channels/conformance/${file}`).sort()).toEqual(ALL.map(([id]) => testOf(id)).sort())
  })

  it.each(ALL)('%s lacks no case without a reason', (_id, { lacks }) => {
    for (const [name, reason] of Object.entries(lacks)) {
      expect(NAMES).toContain(name)
      expect(reason).toMatch(/\w+ \w+ \w+/)
    }
  })
})
