import type { Env } from '../flows/engine/field.ts'
import { kk } from '../flows/fields/kk.ts'
import { password } from '../flows/fields/password.ts'
import type { Tx } from '../storage/database.ts'
import { passwordContext } from '../storage/domain/new-password.ts'
import { judgeKk, takeReset } from '../storage/domain/reset.ts'
import type { DomainParts } from '../storage/domain/scope.ts'
import type { OpenedLink } from '../storage/links.ts'
import type { ResetOutcome } from './web/pages/page-ports.ts'

/**
 * Makes a new password behind a reset link: the family card number is judged first, so that the page tells nothing about
 * the person to whoever does not know it. The hashing, and what follows from it, is a job's.
 */
export async function resetPassword(
  tx: Tx,
  domain: DomainParts,
  env: Env,
  link: OpenedLink,
  typed: { readonly kk: string; readonly password: string },
): Promise<ResetOutcome> {
  const context = { env, language: env.language, answers: {} }
  const number = kk().read({ kind: 'text', text: typed.kk }, context, null)
  if (number.is === 'problem') return { outcome: 'unreadable', problem: number.problem }
  if (number.is !== 'value') throw new Error('a family card number is read at once')
  const verdict = await judgeKk(tx, domain, link, number.value, env.now)
  if (verdict.outcome !== 'right') return verdict
  const { agency, store } = domain
  const words = [...(await passwordContext(tx, domain, link.subject)), agency.name, agency.office]
  const made = password({ words }).read({ kind: 'text', text: typed.password }, context, null)
  if (made.is === 'problem') return { outcome: 'weak', problem: made.problem }
  if (made.is !== 'value') throw new Error('a password is read at once')
  if (!(await takeReset(tx, domain, link, env.now))) return { outcome: 'none' }
  const payload = { account: link.subject, sealed: made.value.sealed, besides: link.conversation }
  await store.enqueue(tx, [{ kind: 'set-password', key: `set-password:${link.id}`, payload }], env.now)
  return { outcome: 'made' }
}
