import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LinkRequest, type Text, t } from '../../flows/engine/text.ts'
import { createTexts, linksOf, TextError } from '../../flows/text/texts.ts'

const id = (content: string) => ({ language: 'id' as const, name: 'id.ftl', content })
const en = (content: string) => ({ language: 'en' as const, name: 'en.ftl', content })

const texts = createTexts([
  id(`
halo = Halo, { $name }!
hitung = { $count ->
    [0] Tidak ada
   *[other] { $count } pengajuan
 }
bungkus = [{ $isi }]
buka = Buka { $link }
polos = Selamat datang
`),
  en(`
halo = Hello, { $name }!
hitung = { $count ->
    [one] One application
   *[other] { $count } applications
 }
bungkus = [{ $isi }]
buka = Open { $link }
polos = Welcome
`),
])
const link = (subject: string): LinkRequest => ({ link: { purpose: 'answer', subject, minutes: 30 } })

describe('putting texts into words', () => {
  it('speaks the language asked for', () => {
    expect(texts.format('id', t('halo', { name: 'Siti' }))).toBe('Halo, Siti!')
    expect(texts.format('en', t('halo', { name: 'Siti' }))).toBe('Hello, Siti!')
    expect(texts.format('en', t('hitung', { count: 1 }))).toBe('One application')
    expect(texts.format('id', t('hitung', { count: 1200 }))).toBe('1.200 pengajuan')
  })

  it('passes plain strings, nests texts in the same language and stacks lines', () => {
    expect(texts.format('en', 'AKL-1')).toBe('AKL-1')
    expect(texts.format('en', t('bungkus', { isi: t('halo', { name: t('polos') }) }))).toBe('[Hello, Welcome!]')
    expect(texts.format('id', { lines: [t('polos'), 'a', { lines: ['b', t('polos')] }] })).toBe(
      'Selamat datang\na\nb\nSelamat datang',
    )
  })

  it('puts the address of a link in its place, and cannot do so unasked', () => {
    const text = t('buka', { link: link('x') })
    expect(texts.format('id', text, (request) => `https://loket.example/${request.link.subject}`)).toBe(
      'Buka https://loket.example/x',
    )
    expect(() => texts.format('id', text)).toThrow('message "buka" asks for a link')
  })

  it('finds every link in nested texts and lines, each once', () => {
    const [a, b] = [link('a'), link('b')]
    const text: Text = {
      lines: [t('buka', { link: a }), 'x', t('bungkus', { isi: { lines: [t('buka', { link: b }), t('buka', { link: a })] } })],
    }
    expect(linksOf(text)).toEqual([a, b])
    expect(linksOf('x')).toEqual([])
    expect(linksOf(t('polos'))).toEqual([])
  })

  it('names the key of a message that is not there, and the placeholder that was not given', () => {
    expect(() => texts.format('en', t('tidak-ada'))).toThrow(new TextError('no message "tidak-ada" in "en"'))
    expect(() => texts.format('id', t('halo'))).toThrow(/message "halo" in "id": .*\$name/)
    expect(() => texts.format('id', t('toString'))).toThrow('no message "toString"')
  })

  it('understands nothing in what people typed: it stands there as typed', () => {
    for (const typed of [
      '{ $name }',
      '{ polos }',
      "'; DROP TABLE Person; --",
      '<script>alert(1)</script>',
      '$1 $& \\u0041',
      '😀 ﷽',
      '٣',
      '{'.repeat(10_000),
    ])
      expect(texts.format('id', t('halo', { name: typed }))).toBe(`Halo, ${typed}!`)
    expect(texts.format('id', t('halo', { name: '__proto__' }))).toBe('Halo, __proto__!')
  })

  it('takes invisible control and direction marks out of what people typed, and keeps line breaks and emoji', () => {
    expect(texts.format('id', t('halo', { name: 'Si\u202Eti\u2066\u0000\u200B\uFEFF' }))).toBe('Halo, Siti!')
    expect(texts.format('id', t('bungkus', { isi: t('halo', { name: 'a\u061Cb' }) }))).toBe('[Halo, ab!]')
    expect(texts.format('id', 'a\u202Eb')).toBe('ab')
    expect(texts.format('id', t('halo', { name: 'a\nb 👩‍👩‍👧' }))).toBe('Halo, a\nb 👩‍👩‍👧!')
  })

  it('adds nothing of its own to any typed string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        const said = texts.format('id', t('halo', { name: typed }))
        expect(said.startsWith('Halo, ')).toBe(true)
        expect(said.endsWith('!')).toBe(true)
        expect(typed).toContain(said.slice(6, -1).slice(0, 1))
        expect(said.length).toBeLessThanOrEqual(typed.length + 7)
      }),
    )
  })

  it("lets an agency's words stand in place of the common ones", () => {
    const overlaid = createTexts([id('a = umum\nb = umum'), en('a = common\nb = common'), { ...id('a = kami'), overlay: true }])
    expect(overlaid.format('id', t('a'))).toBe('kami')
    expect(overlaid.format('id', t('b'))).toBe('umum')
    expect(overlaid.format('en', t('a'))).toBe('common')
  })

  it('knows its keys and which language lacks which', () => {
    const uneven = createTexts([id('a = A\n-istilah = x\nc =\n    .sifat = x'), en('b = B')])
    expect(uneven.keys('id')).toEqual(['a'])
    expect(uneven.has('en', 'b')).toBe(true)
    expect(uneven.has('en', 'a')).toBe(false)
    expect(uneven.missing()).toEqual([
      { language: 'en', key: 'a' },
      { language: 'id', key: 'b' },
    ])
    expect(texts.missing()).toEqual([])
  })
})
