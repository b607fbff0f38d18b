/** Markup that is safe to send: everything put into it was escaped. Made by `html` only. */
export class Html {
  readonly #markup: string
  constructor(made: { readonly markup: string }) {
    this.#markup = made.markup
  }
  toString(): string {
    return this.#markup
  }
}

/** What may stand in a template: text is escaped, markup is not escaped again, nothing stays nothing. */
export type Part = Html | string | number | false | null | undefined | readonly Part[]

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

// Controls that HTML forbids, and the direction marks (UAX 9) that could reorder the words around them.
const unshowable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

function escape(text: string): string {
  return text.replace(unshowable, '').replace(/[&<>"']/g, (sign) => escapes[sign] ?? '')
}

function markup(part: Part): string {
  if (part === false || part === null || part === undefined) return ''
  if (part instanceof Html) return part.toString()
  if (typeof part === 'object') return part.map(markup).join('')
  return escape(String(part))
}

/** Makes markup from a template. Every value is escaped for text and for quoted attributes; always quote attributes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html({ markup: strings.reduce((whole, string, i) => whole + markup(parts[i - 1]) + string) })
}

/** A chat message as markup: its lines, and `*words*` made strong as chat apps do. */
export function chatText(text: string): Html {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return html`${lines.map((line) => html`<p>${strong(line)}</p>`)}`
}

/** One line of a chat message as markup, to stand in a sentence. */
export function strong(line: string): Html {
  // every second piece stood between stars
  return html`${line.split(/\*(\S(?:[^*\n]*\S)?)\*/).map((piece, i) => (i % 2 === 1 ? html`<strong>${piece}</strong>` : piece))}`
}
