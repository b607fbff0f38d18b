import { BOLD } from '../bold.ts'

/** An address of a page, up to what surely ends it. */
const LINK = /https?:\/\/[^\s<>"'“”]+/g
/** What may stand behind an address and is not of it. */
const TAIL = /[.,;:!?)\]}*]+$/

const BODY = 'margin:0;padding:24px;background:#fff;color:#1a1a1a;font:16px/1.6 Arial,Helvetica,sans-serif'
const FOOT = 'margin-top:32px;padding-top:16px;border-top:1px solid #767676;color:#4a4a4a;font-size:14px'

/** What a mail's page is made of; all of it plain text. */
export interface MailPage {
  readonly language: string
  readonly title: string
  readonly text: string
  /** who it is from and where to ask */
  readonly foot: string
}

/**
 * A text as a page: its paragraphs, `*bold*` and links, and nothing else: no image, no script, nothing that is fetched when
 * it is opened. Readable without styles and by a screen reader (WCAG 2.2: language, order, contrast 7 to 1, links that say
 * where they lead).
 */
export function mailPage({ language, title, text, foot }: MailPage): string {
  return [
    '<!doctype html>',
    `<html lang="${escaped(language)}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>`,
    `<body style="${BODY}">`,
    `<main style="max-width:600px">`,
    ...paragraphs(text),
    `<footer style="${FOOT}">`,
    ...paragraphs(foot),
    '</footer>',
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function paragraphs(text: string): string[] {
  const blocks = text.split(/\n{2,}/).filter((block) => block.trim() !== '')
  return blocks.map((block) => `<p>${block.trim().split('\n').map(line).join('<br>\n')}</p>`)
}

function line(text: string): string {
  let html = ''
  let from = 0
  for (const found of text.matchAll(LINK)) {
    const address = found[0].replace(TAIL, '')
    html += bold(text.slice(from, found.index)) + link(address)
    from = found.index + address.length
  }
  return html + bold(text.slice(from))
}

function link(address: string): string {
  return `<a href="${escaped(address)}" style="color:#00449e;overflow-wrap:anywhere">${escaped(address)}</a>`
}

// The stars stay as they are in escaped text: no entity holds one.
function bold(text: string): string {
  return escaped(text).replace(BOLD, '<strong>$1</strong>')
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
