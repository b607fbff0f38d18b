import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headerText } from '../../../bot/channels/mail/header-text.ts'
import { mailPage } from '../../../bot/channels/mail/html.ts'
import { messageId, partsOfMessageId } from '../../../bot/channels/mail/message.ts'

const page = (text: string, foot = 'SINTREN'): string => mailPage({ language: 'id', title: 'Kabar', text, foot })
const body = (text: string): string => /<main[^>]*>\n([^]*?)\n?<footer/.exec(page(text))?.[1] ?? ''

describe('the page of a mail', () => {
  it('has the text’s paragraphs, lines, bold words and links', () => {
    expect(body('Halo *Siti*,\n\nBuka:\nhttps://loket.example.go.id/l/abc-_.\n\n\nSampai jumpa')).toBe(
      [
        '<p>Halo <strong>Siti</strong>,</p>',
        '<p>Buka:<br>',
        '<a href="https://loket.example.go.id/l/abc-_" style="color:#00449e;overflow-wrap:anywhere">https://loket.example.go.id/l/abc-_</a>.</p>',
        '<p>Sampai jumpa</p>',
      ].join('\n'),
    )
  })

  it('says its language, has a title, and the foot as such', () => {
    const html = mailPage({ language: 'id', title: 'Akun & data', text: 'Isi', foot: 'SINTREN · Disdukcapil' })
    expect(html).toMatch(/^<!doctype html>\n<html lang="id">\n<head><meta charset="utf-8">[^]*<title>Akun &amp; data<\/title>/)
    expect(html).toMatch(/<footer[^>]*>\n<p>SINTREN · Disdukcapil<\/p>\n<\/footer>/)
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://contoh.id', 'mailto:a@b.id'])('links no %s', (address) => {
    expect(body(address)).not.toContain('<a ')
  })

  it.each(['2 * 3 * 4', 'a*b*c', '* a *', '**', '*\n*'])('leaves stars that mark nothing: %j', (text) => {
    expect(body(text)).not.toContain('<strong>')
  })

  it('holds nothing but its own tags, whatever the text', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<script>',
        '"><img src=x onerror=1>',
        'https://a.id/"onclick="x',
        '*<b>*',
        '&lt;',
        '</footer>',
        '\u202E',
        "'",
      ),
    )
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), (parts) => {
        const tags = page(parts.join(''), parts.join('')).match(/<[^>]*>/g) ?? []
        const own =
          /^<(!doctype html|html lang="id"|head|meta charset="utf-8"|meta name="viewport" content="width=device-width"|\/?title|\/?(?:p|br|strong|main|footer|body|head|html|a)|(?:body|main|footer) style="[\w:;#/!,. -]*"|a href="https?:\/\/[^\s<>"]*" style="[\w:;#-]*")>$/
        expect(tags.filter((tag) => !own.test(tag))).toEqual([])
      }),
    )
  })

  it('says all that the text says', () => {
    const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
    const words = fc.string({ unit: fc.constantFrom('a', ' ', '<', '&', '"', "'", '\n', 'é', '🙏', ':', '/') })
    fc.assert(
      fc.property(words, (text) => {
        const read = body(text)
          .replace(/<[^>]*>/g, '')
          .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? '')
        expect(read.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''))
      }),
    )
  })

  it('is made of ten thousand characters of anything at once', () => {
    for (const text of ['*', 'https://', '*a', '\n\n', 'https://a.id/'.repeat(2), '<', '.'])
      expect(page(text.repeat(10_000)).length).toBeGreaterThan(300)
  })
})

describe('a header', () => {
  it('is one line of visible characters, at most so many, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const line = headerText(text, 40)
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u)
        expect([...line].length).toBeLessThanOrEqual(40)
        expect(line.isWellFormed()).toBe(true)
      }),
    )
  })
})

describe('a Message-ID', () => {
  it('follows from the key, and is well formed whatever the key (RFC 5322 3.6.4)', () => {
    expect(messageId('4711.1', 'a0f3', 'loket@kantor.example')).toBe('<loket-4711.1.a0f3@kantor.example>')
    expect(partsOfMessageId('<loket-4711.1.a0f3@kantor.example>')).toEqual({ key: '4711.1', seal: 'a0f3' })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (key) => {
        expect(messageId(key, 'a0f3', 'loket@kantor.example')).toMatch(/^<[\w.-]+@kantor\.example>$/)
      }),
    )
  })
})
