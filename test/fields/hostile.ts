import type { Input } from '../../flows/engine/input.ts'

/** Texts that people and attackers send and that no question asks for. */
export const hostileTexts: readonly (readonly [what: string, text: string])[] = [
  ['nothing', ''],
  ['spaces and line breaks', ' \t\r\n \u00a0\u3000 '],
  ['10,000 letters', 'x'.repeat(10_000)],
  ['10,000 digits', '3'.repeat(10_000)],
  ['10,000 dashes', '-'.repeat(10_000)],
  ['10,000 words', 'a '.repeat(5_000)],
  ['10,000 apostrophes', "'".repeat(10_000)],
  ['10,000 at signs', 'a@'.repeat(5_000)],
  ['SQL', "Robert'); DROP TABLE person;--"],
  ['SQL that is always true', "' OR '1'='1"],
  ['HTML', '<script>alert(1)</script>'],
  ['an image with a handler', '<img src=x onerror=alert(1)>'],
  ['a template', '{{7*7}} ${7*7} #{7*7}'],
  ['a path', '../../../../etc/passwd'],
  ['a log4j look-up', '${jndi:ldap://127.0.0.1/a}'],
  ['control characters', '\u0000\u0001\u0007\u001b[31m\u007f'],
  ['right-to-left marks alone', '\u202e\u202d\u2066\u200f\u061c'],
  ['zero-width characters alone', '\u200b\u200c\u200d\ufeff'],
  ['emoji', '😀👨‍👩‍👧‍👦🇮🇩❤️‍🔥'],
  ['half an emoji', '\ud83d'],
  ['stacked accents', `Z${'\u0301'.repeat(500)}`],
  ['a ligature that grows', '\ufdfa'.repeat(300)],
  ['Arabic', 'مرحبا بالعالم'],
  ['Javanese', 'ꦧꦱꦗꦮ'],
  ['Cyrillic look-alikes', 'Аnnа Маriа'],
  ['punctuation', '.,;:!…()[]{}'],
  ['a prototype key', '__proto__'],
  ['another prototype key', 'constructor'],
  ['a number too large', '9'.repeat(400)],
  ['not a number', 'NaN'],
  ['a negative number', '-1'],
  ['a number with an exponent', '1e309'],
  ['JSON', '{"given":true,"code":"33"}'],
  ['a link', 'https://evil.example/?q=<script>'],
]

/** Inputs that are no text: each field must survive them too, though the engine keeps most of them away. */
export const hostileInputs: readonly (readonly [what: string, input: Input])[] = [
  ['a sticker', { kind: 'other', what: 'sticker' }],
  ['a location', { kind: 'other', what: 'location' }],
  ['a button of no question', { kind: 'choice', id: 'no-such-choice' }],
  ['a button with a page that is no number', { kind: 'choice', id: 'page:__proto__' }],
  ['a button with a page far away', { kind: 'choice', id: 'page:1e308' }],
  ['a contact that is no number', { kind: 'contact', phone: '<script>', own: true }],
  ["somebody else's contact", { kind: 'contact', phone: '+6285642606190', own: false }],
  [
    'an app',
    { kind: 'file', file: { ref: 'r', as: 'document', name: 'surat.pdf.apk', mime: 'application/vnd.android.package-archive' } },
  ],
  ['an empty file', { kind: 'file', file: { ref: 'r', as: 'document', name: 'ktp.jpg', mime: 'image/jpeg', size: 0 } }],
  [
    'a file beyond 30 MB',
    { kind: 'file', file: { ref: 'r', as: 'document', name: 'ktp.jpg', mime: 'image/jpeg', size: 31_457_281 } },
  ],
  ['an SVG', { kind: 'file', file: { ref: 'r', as: 'document', name: 'ktp.png', mime: 'image/svg+xml', size: 900 } }],
  ['a text file', { kind: 'file', file: { ref: 'r', as: 'document', name: 'ktp.txt', mime: 'text/plain', size: 900 } }],
]

/** Scratch that an older version, or nobody, wrote. */
export const strangeScratch = [
  null,
  0,
  '',
  [],
  {},
  { page: 'two' },
  { page: 99, among: [1, 'x'] },
  { page: -1 },
  { expected: null },
] as const
