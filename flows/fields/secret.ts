import type { Env } from '../engine/field.ts'

/** A secret as an answer keeps it: only a job can open `sealed`; `fingerprint` serves to compare. */
export type SealedSecret = { readonly sealed: string; readonly fingerprint: string }

/** The most characters of a secret that are taken: more than the 64 that NIST SP 800-63B-4 asks for. */
export const longestSecret = 128

/**
 * The form in which a secret is hashed and compared: NFKC, as NIST SP 800-63B-4 3.1.1.2 has it, so that two
 * keyboards write the same password. Nothing is trimmed or changed besides.
 */
export function secretForm(text: string): string {
  return text.normalize('NFKC')
}

/** Seals a secret for the answers of a form. */
export function sealSecret(text: string, env: Env): SealedSecret {
  const secret = secretForm(text)
  return { sealed: env.seal(secret), fingerprint: env.fingerprint(secret) }
}

/** Whether the text holds what no keyboard types again: control characters or half characters. */
export function untypable(text: string): boolean {
  return /\p{Cc}/u.test(text) || !text.isWellFormed()
}
