import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checks, page, PAGE, proofs } from './page.ts'
import { idsIn, RANGE, titledTests } from './titles.ts'

// Ids in the sources below are made up here, so that this file proves nothing by accident.
const id = (number: number): string => `SIN-${number}`

describe('ids in titles', () => {
  const ids = (source: string): string[] => titledTests(source).flatMap((test) => test.ids)

  it('counts every id that a title names, in it and test', () => {
    expect(ids(`describe('x', () => { it('${id(1)} and ${id(2)} greet', () => {}) })`)).toEqual([id(1), id(2)])
    expect(ids(`test(\`${id(3)} \${name}\`, () => {})`)).toEqual([id(3)])
    expect(ids(`it.concurrent('${id(4)} a', () => {})`)).toEqual([id(4)])
  })

  it('counts the ids of a table whose rows fill the title', () => {
    expect(ids(`it.each([['${id(1)}', 1], ['${id(2)}', 2]] as const)('%s asks', (x: string) => {})`)).toEqual([id(1), id(2)])
    expect(ids(`const rows: Row[] = [{ id: '${id(5)}' }]\nit.each(rows)('$id asks', () => {})`)).toEqual([id(5)])
    expect(ids(`it.each\`id\n\${'${id(6)}'}\n\`('$id asks', () => {})`)).toEqual([id(6)])
  })

  it('counts no id of a table that the title does not show', () => {
    expect(ids(`it.each([['${id(1)}']])('asks', () => {})`)).toEqual([])
  })

  it('counts no id of a range but the one that is written', () => {
    expect(ids(`it('${id(28)}..43 asks', () => {})`)).toEqual([id(28)])
  })

  it('counts no id outside a title: describe, comment, body', () => {
    expect(ids(`// ${id(1)}\ndescribe('${id(2)}', () => { it('greets', () => { say('${id(3)}') }) })`)).toEqual([])
  })

  it.each(['..43', '-43', '–43', ' s.d. 43', '–SIN-43', '…43', ' to 43'])('sees "SIN-n%s" as a range', (rest) => {
    expect(RANGE.test(`${id(28)}${rest} asks`)).toBe(true)
  })

  it('sees ids one by one as no range', () => {
    expect(RANGE.test(`${id(28)}, ${id(29)} and ${id(30)} ask 16 digits`)).toBe(false)
  })

  it('takes no longer word for an id', () => {
    expect(idsIn(`XSIN-1 ${id(12)}a sin-3`)).toEqual([])
  })
})

describe('docs/acceptance.md', () => {
  const all = checks()
  const known = new Set(all.map((check) => check.id))

  it('lists the 352 checks, each once', () => {
    expect(all).toHaveLength(352)
    expect(known.size).toBe(352)
  })

  it('shows what proves a check, and where nothing does', () => {
    const text = page(all, [{ file: 'test/a.test.ts', title: `${id(2)} a | <b>`, ids: [id(2)] }])
    expect(text).toContain(`| test/a.test.ts › ${id(2)} a \\| &lt;b> |`)
    expect(text).toMatch(new RegExp(`\\| ${id(3)} \\| .* \\| — \\|`))
    expect(text).toContain('| All | 1 | 352 |')
  })

  it('no test names an id that there is not, or a range', () => {
    const unknown = proofs().flatMap(({ file, ids }) => ids.filter((one) => !known.has(one)).map((one) => `${file}: ${one}`))
    const ranges = proofs().filter(({ title }) => RANGE.test(title))
    expect(unknown).toEqual([])
    expect(ranges.map(({ file, title }) => `${file}: ${title}`)).toEqual([])
  })

  it('is up to date with the titles in the tree (`npm run acceptance` writes it anew)', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(page(all, proofs()))
  })
})
