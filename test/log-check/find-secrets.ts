import { parseNik } from '../../flows/fields/nik.ts'

/** What a line held that it must not hold; the line is shown without it. */
export interface Finding {
  readonly what: string
  readonly line: string
}

/** Secrets that are known by what they look like. `is` has the last word. */
const SHAPES: readonly { readonly what: string; readonly shape: RegExp; readonly is?: (found: string) => boolean }[] = [
  {
    what: 'a NIK',
    shape: /(?<![\d.])(?:\d{16}|\d{4}([ .-])\d{4}\1\d{4}\1\d{4})(?!\d)/g,
    is: (found) => 'nik' in parseNik(found.replace(/\D/g, '')),
  },
  { what: 'a phone number', shape: /\+62[ -]?\d[\d -]{6,14}\d|(?<![\d.:])(?:628|08)\d{8,11}(?!\d)/g },
  { what: 'a bot token', shape: /\d{5,}:[\w-]{30,}/g },
  { what: 'a token of Meta’s', shape: /\bEAA[A-Za-z0-9]{16,}/g },
  { what: 'a password of a server', shape: /\b\w+:\/\/[^\s/:@]+:[^\s/@]+@/g },
  { what: 'a one-time link', shape: /\/l\/[\w-]{8,}/g },
  { what: 'an invitation or a code of an officer', shape: /\bPTG-[\w-]{4,}|\bHP-\d{6}\b/g },
  { what: 'an e-mail address', shape: /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g },
  { what: 'a key', shape: /(?<![\w+/])[A-Za-z0-9+/]{43}=|(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g },
  {
    what: 'a key or a token',
    shape: /(?<![\w./-])[\w-]{43}(?![\w./-])/g,
    is: (found) => /\d/.test(found) && /[a-z]/.test(found) && /[A-Z]/.test(found),
  },
  { what: 'a key of Signal', shape: /<Buffer [0-9a-f ]+|\b(?:priv|root|chain|private)_?key\b/gi },
]

/** Letters of which a known secret's beginning is looked up. */
const HEAD = 4

/** Searches lines for secrets: those that are `known`, in capitals or not, and those that show what they are by their shape. */
export class SecretFinder {
  readonly #byHead = new Map<string, string[]>()

  constructor(known: Iterable<string>) {
    for (const one of known) {
      const lower = one.toLowerCase()
      const head = lower.slice(0, HEAD)
      const same = this.#byHead.get(head)
      if (same === undefined) this.#byHead.set(head, [lower])
      else if (!same.includes(lower)) same.push(lower)
    }
  }

  /** What the line holds; at most one finding of a kind. */
  findings(line: string): readonly Finding[] {
    const found: Finding[] = []
    const known = this.#known(line)
    if (known !== undefined) found.push({ what: 'a secret of a test', line: without(line, known) })
    for (const { what, shape, is } of SHAPES)
      for (const [match] of line.matchAll(shape))
        if (is === undefined || is(match)) {
          found.push({ what, line: without(line, match) })
          break
        }
    return found
  }

  #known(line: string): string | undefined {
    const lower = line.toLowerCase()
    for (let at = 0; at + HEAD <= lower.length; at++)
      for (const one of this.#byHead.get(lower.slice(at, at + HEAD)) ?? [])
        if (lower.startsWith(one, at) && isWhole(lower, at, one)) return line.slice(at, at + one.length)
    return undefined
  }
}

// "siti" is not in "position", nor is a number in a longer one.
function isWhole(text: string, at: number, found: string): boolean {
  return !joins(text[at - 1], found[0]) && !joins(found.at(-1), text[at + found.length])
}

function joins(one: string | undefined, next: string | undefined): boolean {
  return one !== undefined && next !== undefined && /[a-z0-9]/.test(one) && /[a-z0-9]/.test(next)
}

function without(line: string, secret: string): string {
  return line.replaceAll(secret, '█'.repeat(6)).slice(0, 300)
}
