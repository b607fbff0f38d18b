import type { Ports } from '../../flows/ports.ts'
import { activateAccount, waitingAccount } from './activation.ts'
import { decide } from './decision.ts'
import { isKnownToOfficer, registerDirectly } from './direct-registration.ts'
import { enrol } from './enrolment.ts'
import { documentPorts } from './documents.ts'
import { draftPorts } from './drafts.ts'
import { linkedChatPorts } from './linked-chats.ts'
import { mandatePorts } from './mandates.ts'
import { me } from './me.ts'
import { modePorts } from './modes.ts'
import { accountHere, firstPassword, setFirstPassword } from './passwords.ts'
import { passwordPorts } from './password-ports.ts'
import { phonePorts } from './phone-change.ts'
import { preparedDocumentPorts } from './prepared-documents.ts'
import { privacyPorts } from './privacy-ports.ts'
import { registrationsPort } from './registrations.ts'
import { requestPorts } from './request-ports.ts'
import { returnedPorts, toRepair } from './returned.ts'
import type { Desk, DomainParts, Scope } from './scope.ts'
import { closeSession, openSession } from './sessions.ts'
import { submit } from './submission.ts'
import { talkPorts } from './talks.ts'
import { tasksPort } from './tasks.ts'

/** The ports of one agency for one turn: everything runs in the scope's transaction and speaks for its conversation. */
export function createPorts(parts: DomainParts, scope: Scope): Ports {
  const desk: Desk = { ...parts, ...scope }
  return {
    me: () => me(desk),
    documents: documentPorts(desk),
    drafts: draftPorts(desk),
    talks: talkPorts(desk),
    linkedChats: linkedChatPorts(desk),
    modes: modePorts(desk),
    mandates: mandatePorts(desk),
    passwords: passwordPorts(desk),
    phones: phonePorts(desk),
    preparedDocuments: preparedDocumentPorts(desk),
    privacy: privacyPorts(desk),
    requests: requestPorts(desk),
    returned: returnedPorts(desk),
    registrations: {
      ...registrationsPort(desk),
      submit: (form) => submit(desk, form),
      toRepair: (registration) => toRepair(desk, registration),
    },
    accounts: {
      canActivate: async () => (await waitingAccount(desk)) !== null,
      async activate(motherName, sumIsRight) {
        const account = await waitingAccount(desk)
        return account === null ? 'none' : activateAccount(desk.tx, desk, account, motherName, sumIsRight, desk.now)
      },
      async firstPassword() {
        const account = await accountHere(desk)
        return account === null ? null : firstPassword(desk.tx, desk, account)
      },
      async setFirstPassword(sealed) {
        const account = await accountHere(desk)
        return account !== null && setFirstPassword(desk.tx, desk, account, sealed, desk.now)
      },
      openSession: (account) => openSession(desk, account),
      closeSession: () => closeSession(desk),
    },
    staff: {
      ...tasksPort(desk),
      enrol: (code) => enrol(desk, code),
      decide: (task, decision) => decide(desk, task, decision),
      isKnown: (nik) => isKnownToOfficer(desk, nik),
      registerDirectly: (form) => registerDirectly(desk, form),
    },
  }
}
