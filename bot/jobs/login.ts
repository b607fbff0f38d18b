import { z } from 'zod'
import type { Agency } from '../../flows/agency.ts'
import { parseNik } from '../../flows/fields/nik.ts'
import { secretForm } from '../../flows/fields/secret.ts'
import type { Clock } from '../../flows/ports.ts'
import { appendAudit } from '../../storage/audit.ts'
import type { Tx } from '../../storage/database.ts'
import { Attempts } from '../../storage/domain/attempts.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { Sealer } from '../../storage/vault/seal.ts'
import type { JobHandler } from '../runtime/job-runner.ts'
import { isPassword } from './password-hash.ts'

/** What log-ins are judged with. */
export interface LoginParts {
  readonly unitOfWork: UnitOfWork
  readonly sealer: Sealer
  readonly clock: Clock
  readonly agency: Agency
}

const payloadShape = z.object({ nik: z.string(), password: z.string() })

type Verdict = { readonly outcome: 'ok'; readonly account: string } | { readonly outcome: 'wrong' | 'locked' | 'not-active' }

/**
 * Judges a NIK with a (sealed) password. An unknown NIK gets the same answer after the same work as a wrong password,
 * and is locked after as many tries. That an account is not active yet is told to nobody but who knows its password.
 */
export function loginJob(parts: LoginParts): JobHandler {
  const { unitOfWork, sealer, agency } = parts
  return {
    attempts: 2,
    leaseMs: 60_000,
    async run(payload, job) {
      const { nik, password } = payloadShape.parse(payload)
      const typed = parseNik(nik)
      const nikIndex = sealer.index('nik' in typed ? typed.nik : '', 'nik')
      const secret = secretForm(sealer.open(Buffer.from(password, 'base64'), 'secret').toString())
      const before = await unitOfWork.run((tx) => look(tx, nikIndex, job.conversation))
      if (before.locked) return { outcome: 'locked' }
      const right = await isPassword(secret, before.account?.passwordHash ?? null)
      return unitOfWork.run((tx) => judge(tx, nikIndex, job.conversation, right ? before.account : null))
    },
  }

  // Tries are counted by NIK and by chat: neither many passwords for one person nor one password for many.
  function attemptsOf(tx: Tx, nikIndex: string, conversation: number | null): readonly [Attempts, Attempts] {
    const by = (what: string, whom: string) => new Attempts(tx, sealer, what, whom, agency.lockout, parts.clock.now())
    return [by('login-nik', nikIndex), by('login-chat', String(conversation))]
  }

  async function look(tx: Tx, nikIndex: string, conversation: number | null) {
    const [byNik, byChat] = attemptsOf(tx, nikIndex, conversation)
    const locked = (await byNik.locked()) || (await byChat.locked())
    const account = await tx.account.findFirst({ where: { agency: agency.id, person: { nikIndex } } })
    return { locked, account }
  }

  async function judge(
    tx: Tx,
    nikIndex: string,
    conversation: number | null,
    account: { readonly id: string; readonly status: string } | null,
  ): Promise<Verdict> {
    const [byNik, byChat] = attemptsOf(tx, nikIndex, conversation)
    // Other tries may have been judged while this one was computed: right or wrong, it comes too late.
    if ((await byNik.locked()) || (await byChat.locked())) return { outcome: 'locked' }
    if (account === null) {
      const locked = [await byNik.miss(), await byChat.miss()].includes(true)
      return { outcome: locked ? 'locked' : 'wrong' }
    }
    // The chat's own count stays: one's own account must not buy tries at another's.
    await byNik.forget()
    const entry = { agency: agency.id, actor: `conversation:${conversation}`, subject: account.id }
    if (account.status !== 'active') return { outcome: 'not-active' }
    await appendAudit(tx, { ...entry, action: 'account.password-verified' }, parts.clock.now())
    return { outcome: 'ok', account: account.id }
  }
}
