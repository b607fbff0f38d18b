import { describe, expect, it } from 'vitest'
import { agenciesFolder, loadAgencies, loadHolidays } from '../../bot/agencies.ts'
import { loadTexts } from '../../bot/texts.ts'
import { lintTexts, placeholdersIn } from '../../flows/text/lint.ts'
import type { TextResource } from '../../flows/text/resource.ts'

const id = (content: string): TextResource => ({ language: 'id', name: 'id.ftl', content })
const en = (content: string): TextResource => ({ language: 'en', name: 'en.ftl', content })
const told = (...resources: TextResource[]): string[] =>
  lintTexts(resources).map(({ file, line, key, problem }) => `${file}:${line} ${key}: ${problem}`)

describe('finding mistakes in messages', () => {
  it('is content with two languages that agree, whatever their plurals', () => {
    expect(
      told(
        id('# hai\na = { $n } hal\n-x = y\nb = { a } { -x }'),
        en('a = { $n ->\n [one] a thing\n *[other] { $n } things\n}\nb = { $n }'),
      ),
    ).toEqual([])
  })

  it.each([
    ['a message that English lacks', [id('\n\na = A'), en('')], ['id.ftl:3 a: is missing in "en"']],
    ['a message that Indonesian lacks', [id(''), en('# note\na = A')], ['en.ftl:2 a: is missing in "id"']],
    [
      'another placeholder',
      [id('a = { $x } { $z }'), en('a = { $y } { $z }')],
      ['id.ftl:1 a: has other placeholders in "id" than in "en": $x, $y'],
    ],
    [
      'a placeholder behind a reference',
      [id('b = { $x }\na = { b }'), en('b = { $x }\na = x')],
      ['id.ftl:2 a: has other placeholders in "id" than in "en": $x'],
    ],
    ['a message twice in one file', [id('a = A\na = B'), en('a = A')], ['id.ftl:2 a: stands already at id.ftl:1']],
    [
      'a message twice in two common files',
      [id('a = A'), { ...id('a = B'), name: 'x.ftl' }, en('a = A')],
      ['x.ftl:1 a: stands already at id.ftl:1'],
    ],
    ['a message without text', [id('a =\n    .title = x'), en('')], ['id.ftl:1 a: has no text']],
    ['an attribute', [id('a = x\n    .title = x'), en('a = x')], ['id.ftl:1 a: has attributes, which are never shown']],
    ['a function that is none', [id('a = { EVAL("x") }'), en('a = x')], ['id.ftl:1 a: calls EVAL(), which is not a function']],
  ])('finds %s', (_what, resources, problems) => {
    expect(told(...resources).sort()).toEqual([...problems].sort())
  })

  it('finds a reference to nothing, and does not run in circles', () => {
    expect(told(id('a = { b }\nb = { a }\nc = { d } { -e }'), en('a = x\nb = x\nc = x'))).toEqual([
      'id.ftl:3 c: refers to "d", which is not there',
      'id.ftl:3 c: refers to "-e", which is not there',
    ])
  })

  it('finds bad syntax and names its line, where the runtime would silently leave the message out', () => {
    const [problem] = lintTexts([id('a = A\nb = { $x\nc = C'), en('a = A\nc = C')])
    expect(problem).toMatchObject({ file: 'id.ftl', key: 'b', line: 3 })
    expect(problem?.problem).toContain('not Fluent syntax')
    expect(told(id('Halo, ini bukan pesan'), en(''))).toHaveLength(1)
  })

  it("takes an agency's own words for a common message", () => {
    expect(told(id('a = A { $x }'), en('a = A { $x }'), { ...id('a = B { $x }'), name: 'own.ftl', overlay: true })).toEqual([])
  })

  it('lists the placeholders of a file', () => {
    expect(placeholdersIn(id('\na = { $x } { $y }\nb = B'))).toEqual([
      { key: 'a', line: 2, names: new Set(['x', 'y']) },
      { key: 'b', line: 3, names: new Set() },
    ])
  })
})

describe('the messages of this house', () => {
  const common = loadTexts()

  it('are there in both languages, with the same placeholders, each once', () => {
    expect(told(...common)).toEqual([])
  })

  it('are complete with those of every agency', () => {
    for (const { agency, texts } of loadAgencies(common, loadHolidays(), agenciesFolder)) {
      expect([agency.id, texts.missing()]).toEqual([agency.id, []])
      expect(texts.keys('id').length).toBeGreaterThan(100)
    }
  })
})
