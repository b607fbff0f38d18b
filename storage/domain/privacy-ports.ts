import type { DataSubject, PrivacyPorts } from '../../flows/ports/privacy.ts'
import { appendAudit } from '../audit.ts'
import { Attempts } from './attempts.ts'
import { consentsOf, withdrawConsent } from './consent-withdrawal.ts'
import { applicant, isStillProven, loggedIn, proofAsked } from './data-subject.ts'
import { askErasure, cancelErasure, erasureOf } from './erasure-request.ts'
import type { Desk } from './scope.ts'
import { hasSelfie, withdrawSelfie } from './selfie.ts'

/** So many copies of somebody's data in so many minutes. */
const COPIES = { tries: 3, minutes: 1440 }

/** What PrivacyPorts promises. */
export function privacyPorts(desk: Desk): PrivacyPorts {
  return {
    proof: () => proofAsked(desk),
    loggedIn: () => loggedIn(desk),
    applicant: (number, nik) => applicant(desk, number, nik),
    mayCopy: (subject) => mayCopy(desk, subject),
    consents: (subject) => consentsOf(desk, subject),
    erasure: (subject) => erasureOf(desk, subject),
    askErasure: () => askErasure(desk),
    cancelErasure: () => cancelErasure(desk),
    withdrawConsent: (subject) => withdrawConsent(desk, subject),
    hasSelfie: (subject) => hasSelfie(desk, subject),
    withdrawSelfie: (subject) => withdrawSelfie(desk, subject),
  }
}

async function mayCopy(desk: Desk, subject: DataSubject): ReturnType<PrivacyPorts['mayCopy']> {
  const { tx, sealer, agency, conversation, now } = desk
  if (!(await isStillProven(desk, subject))) return 'logged-out'
  // A neighbour's phone, or one who typed another's NIK, uses up none of the person's own.
  const copies = new Attempts(tx, sealer, 'data-copy', `${subject.person}:${subject.chat}`, COPIES, now)
  if (await copies.locked()) return 'enough'
  await copies.miss()
  const entry = { agency: agency.id, actor: `conversation:${conversation}`, action: 'data.copied', subject: subject.person }
  await appendAudit(tx, { ...entry, detail: { chat: subject.chat } }, now)
  return 'yes'
}
