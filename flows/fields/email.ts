import { distance } from 'fastest-levenshtein'
import { z } from 'zod'
import type { Field, Opening } from '../engine/field.ts'
import type { Json } from '../engine/json.ts'
import { t, type Text } from '../engine/text.ts'
import { understand, visible } from '../engine/words.ts'
import { refusals, textOf } from './refusals.ts'

const texts = [
  'field-email-empty',
  'field-email-none',
  'field-email-at',
  'field-email-spaces',
  'field-email-format',
  'field-email-suspect',
  'field-email-keep',
] as const
const refuse = refusals(texts)
/** "Tidak punya", "belum ada email", "I don't have one": whoever has none is told how to come by one. */
const HAS_NONE =
  /^(?:(?:saya|aku|kami|i)\s+)?(?:tidak|tdk|nggak|ngga|enggak|gak|ga|ndak|tak|belum|blm|blom|ora|no|don['’]?t|do not)\s*(?:punya|pny|ada|pakai|pake|bisa|duwe|have)?(?:\s|$)/iu
const schema = z.email().max(254)
const providers = [
  'gmail.com',
  'yahoo.com',
  'yahoo.co.id',
  'ymail.com',
  'hotmail.com',
  'outlook.com',
  'icloud.com',
  'live.com',
  'proton.me',
  'rocketmail.com',
]

/** An e-mail address with its domain in small letters, or why it cannot be one. */
export type EmailResult = { readonly email: string } | { readonly problem: 'empty' | 'none' | 'at' | 'spaces' | 'format' }

/** Reads one e-mail address (RFC 5321 lengths; the usual ASCII form that every mail server takes). */
export function parseEmail(text: string): EmailResult {
  const bare = visible(text.slice(0, 400))
    .replace(/^(?:mailto:|e-?mail(?: saya)?\s*[:=]\s*)/iu, '')
    .replace(/[.,;]+$/u, '')
  if (bare === '') return { problem: 'empty' }
  if (!bare.includes('@')) return { problem: HAS_NONE.test(bare) ? 'none' : 'at' }
  if (bare.includes(' ')) return { problem: 'spaces' }
  const at = bare.lastIndexOf('@')
  const email = bare.slice(0, at) + bare.slice(at).toLowerCase()
  return schema.safeParse(email).success ? { email } : { problem: 'format' }
}

/** The address that was probably meant, when the domain is one slip away from a common provider (gmial.com). */
export function suggestedEmail(email: string): string | undefined {
  const at = email.lastIndexOf('@')
  const domain = email.slice(at + 1)
  if (providers.includes(domain)) return undefined
  const exchanged = (one: string, other: string): boolean =>
    one.length === other.length && distance(one, other) === 2 && [...one].toSorted().join('') === [...other].toSorted().join('')
  const meant = providers.find((provider) => distance(provider, domain) === 1 || exchanged(provider, domain))
  return meant === undefined ? undefined : email.slice(0, at + 1) + meant
}

/** An address as written, and the one that was probably meant. */
interface Suspicion {
  readonly email: string
  readonly suggestion: string
}

function suspected({ email, suggestion }: Suspicion): Opening & { readonly text: Text } {
  return {
    text: t('field-email-suspect', { email, suggestion }),
    scratch: { email, suggestion },
    choices: [
      { id: 'suggestion', label: suggestion },
      { id: 'keep', label: t('field-email-keep', { email }) },
    ],
  }
}

function pending(scratch: Json): Suspicion | undefined {
  const found = z.object({ email: z.string(), suggestion: z.string() }).safeParse(scratch)
  return found.success ? found.data : undefined
}

/** An e-mail address; a likely slip in the domain is asked back once. */
export function email(): Field<string> {
  return {
    type: 'email',
    accepts: ['text', 'choice'],
    open: (_context, scratch = null) => {
      const open = pending(scratch)
      return open === undefined ? {} : suspected(open)
    },
    read: (input, _context, scratch) => {
      const open = pending(scratch)
      if (open !== undefined) {
        const meaning = input.kind === 'text' ? understand(input.text) : undefined
        if ((input.kind === 'choice' && input.id === 'suggestion') || meaning === 'yes')
          return { is: 'value', value: open.suggestion }
        if ((input.kind === 'choice' && input.id === 'keep') || meaning === 'no') return { is: 'value', value: open.email }
      }
      const found = parseEmail(textOf(input))
      if ('problem' in found) return refuse(`field-email-${found.problem}`)
      const suggestion = suggestedEmail(found.email)
      // the same address typed again is meant
      if (suggestion === undefined || open?.email === found.email) return { is: 'value', value: found.email }
      const opening = suspected({ email: found.email, suggestion })
      return { is: 'more', text: opening.text, opening }
    },
    holds: (value) => typeof value === 'string' && 'email' in parseEmail(value),
    show: (value) => value,
    texts,
  }
}
