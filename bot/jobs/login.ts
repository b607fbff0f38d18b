import { z } from 'zod'
import type { Agency } from '../../flows/agency.ts'
import { parseNik } from '../../flows/fields/nik.ts'
import { secretForm } from '../../flows/fields/secret.ts'
import type { Clock } from '../../flows/ports.ts'
import { appendAudit } from '../../storage/audit.ts'
import type { Tx } from '../../storage/database.ts'
import { Attempts } from '../../storage/domain/attempts.ts'
import { ACCEPTED } from '../../storage/domain/contacts.ts'
import { RETURNED } from '../../storage/domain/registrations.ts'
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

type Verdict =
  | { readonly outcome: 'ok'; readonly account: string }
  | { readonly outcome: 'returned'; readonly registration: string }
  | { readonly outcome: 'wrong' | 'locked' | 'not-active' }

/** Whose password is judged: an account's, or that of a registration that was rejected or sent back. */
interface Candidate {
  readonly kind: 'account' | 'registration'
  readonly id: string
  readonly active: boolean
  readonly passwordHash: string | null
}

/**
 * Judges a NIK with a (sealed) password. An unknown NIK gets the same answer after the same work as a wrong password,
 * and is locked after as many tries. That an account is not active yet is told to nobody but who knows its password, and
 * so is that the newest registration was not approved.
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
      const right = await isPassword(secret, before.candidate?.passwordHash ?? null)
      return unitOfWork.run((tx) => judge(tx, nikIndex, job.conversation, right ? before.candidate : null))
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
    return { locked, candidate: await candidateFor(tx, nikIndex) }
  }

  // One password is judged, never two: the work is the same for everybody. Who was accepted has an account; of who was not,
  // the newest registration counts, which may have been another chat's than the first.
  async function candidateFor(tx: Tx, nikIndex: string): Promise<Candidate | null> {
    const account = await tx.account.findFirst({ where: { agency: agency.id, person: { nikIndex } } })
    const newest = await tx.registration.findFirst({
      where: { agency: agency.id, person: { nikIndex }, status: { not: 'withdrawn' } },
      orderBy: { id: 'desc' },
      select: { id: true, status: true, passwordHash: true },
    })
    const isAccepted = account !== null && ACCEPTED.includes(account.status)
    if (!isAccepted && newest !== null && RETURNED.includes(newest.status))
      return { kind: 'registration', id: newest.id, active: false, passwordHash: newest.passwordHash }
    if (account === null) return null
    return { kind: 'account', id: account.id, active: account.status === 'active', passwordHash: account.passwordHash }
  }

  async function judge(tx: Tx, nikIndex: string, conversation: number | null, candidate: Candidate | null): Promise<Verdict> {
    const [byNik, byChat] = attemptsOf(tx, nikIndex, conversation)
    // Other tries may have been judged while this one was computed: right or wrong, it comes too late.
    if ((await byNik.locked()) || (await byChat.locked())) return { outcome: 'locked' }
    if (candidate === null) {
      const locked = [await byNik.miss(), await byChat.miss()].includes(true)
      return { outcome: locked ? 'locked' : 'wrong' }
    }
    // The chat's own count stays: one's own account must not buy tries at another's.
    await byNik.forget()
    const { kind, id, active } = candidate
    if (kind === 'account' && !active) return { outcome: 'not-active' }
    const entry = { agency: agency.id, actor: `conversation:${conversation}`, action: `${kind}.password-verified`, subject: id }
    await appendAudit(tx, entry, parts.clock.now())
    return kind === 'account' ? { outcome: 'ok', account: id } : { outcome: 'returned', registration: id }
  }
}
