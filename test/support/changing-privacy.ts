import type { Ports } from '../../flows/ports.ts'
import type { DataSubject, ErasureView, ProofAsked } from '../../flows/ports/privacy.ts'

const AT = Date.UTC(2026, 10, 30, 3)

/** What PrivacyPorts may answer, another thing each time. */
export function changingPrivacy(of: <T>(...items: readonly [T, ...T[]]) => T): Ports['privacy'] {
  const now = <T>(value: T): Promise<T> => Promise.resolve(value)
  const subject = () => of<DataSubject | null>({ person: 'P1', chat: null }, { person: 'P1', chat: 7 }, null)
  const consent = (withdrawnAt: number | null) => ({ version: '2026-11', givenAt: AT, withdrawnAt })
  return {
    proof: () => now(of<ProofAsked>('session', 'session', 'number', 'login', 'nothing')),
    loggedIn: () => now(subject()),
    applicant: () => now(subject()),
    mayCopy: () => now(of<'yes' | 'enough' | 'logged-out'>('yes', 'yes', 'enough', 'logged-out')),
    consents: () => now(of([], [consent(null)], [consent(null), consent(AT)], [consent(AT)])),
    erasure: () =>
      now(
        of<ErasureView>(
          { eraseAt: null, withdrawn: false, openCases: [] },
          { eraseAt: null, withdrawn: false, openCases: ['REG-2611-7K3F9Q', 'PRB-2611-7K3F9Q'] },
          { eraseAt: AT, withdrawn: false, openCases: [] },
          { eraseAt: AT, withdrawn: true, openCases: [] },
        ),
      ),
    askErasure: () => now(of<number | null>(AT, AT, null)),
    cancelErasure: () => now(of<'kept' | 'nothing' | 'withdrawn'>('kept', 'nothing', 'withdrawn')),
    withdrawConsent: () => now(of<number | null>(AT, AT, null)),
    hasSelfie: () => now(of<boolean>(false, true)),
    withdrawSelfie: () => now(of<boolean>(true, false)),
  }
}

/** What privacy tells unasked, with the data that come with it. */
export const PRIVACY_NOTICES = [
  { flow: 'erasure-coming', data: { at: AT, withdrawn: false } },
  { flow: 'erasure-coming', data: { at: AT, withdrawn: true } },
  { flow: 'erasure-cancelled', data: {} },
  { flow: 'erasure-done', data: {} },
  { flow: 'mail-erasure-coming', data: { at: AT, withdrawn: true } },
  { flow: 'mail-erasure-cancelled', data: {} },
  { flow: 'mail-erasure-done', data: {} },
  { flow: 'selfie-withdrawn', data: { number: 'REG-2611-7K3F9Q' } },
  { flow: 'case-withdrawn', data: { number: 'REG-2611-7K3F9Q' } },
]
