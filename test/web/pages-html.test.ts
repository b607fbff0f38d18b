import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chatText, html, strong } from '../../bot/web/pages/html.ts'

describe('the html template', () => {
  it('escapes every value, in text and in attributes, and leaves markup alone', () => {
    expect(String(html`<a title="${`"'<&>`}">${'<b>'}${html`<i>${'&'}</i>`}</a>`)).toBe(
      '<a title="&quot;&#39;&lt;&amp;&gt;">&lt;b&gt;<i>&amp;</i></a>',
    )
  })

  it('puts lists together and leaves out what is not there', () => {
    expect(String(html`${[1, 'a', [html`<p></p>`]]}${false}${null}${undefined}${0}${''}`)).toBe('1a<p></p>0')
  })

  it('lets no value open a tag, close an attribute or begin an entity', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const made = String(html`<p title="${value}">${value}</p>`)
        const inner = /^<p title="([^"<>']*)">([^<>"']*)<\/p>$/s.exec(made)
        expect(inner).not.toBeNull()
        expect((inner?.[2] ?? '').replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&')
      }),
    )
  })

  it('does not take an object that merely looks like markup for markup', () => {
    const fake = JSON.parse('{"markup":"<script>"}') as never
    expect(() => String(html`${fake}`)).toThrow(TypeError)
  })
})

describe('chat text as markup', () => {
  it('makes a paragraph of each line and strong words of what stands between stars', () => {
    expect(String(chatText('Ketik *login* lalu\n\n*<b>*'))).toBe(
      '<p>Ketik <strong>login</strong> lalu</p><p><strong>&lt;b&gt;</strong></p>',
    )
  })

  it.each(['2 * 3 * 4', '*', '**', '* a *', 'a*'])('leaves stars that enclose no word: %s', (text) => {
    expect(String(strong(text))).toBe(text)
  })
})
