import type { Ports } from '../../flows/ports.ts'
import { activateAccount, waitingAccount } from './activation.ts'
import { decide } from './decision.ts'
import { enrol } from './enrolment.ts'
import { me } from './me.ts'
import { registrationsPort } from './registrations.ts'
import type { Desk, DomainParts, Scope } from './scope.ts'
import { closeSession, openSession } from './sessions.ts'
import { submit } from './submission.ts'
import { tasksPort } from './tasks.ts'

/** The ports of one agency for one turn: everything runs in the scope's transaction and speaks for its conversation. */
export function createPorts(parts: DomainParts, scope: Scope): Ports {
  const desk: Desk = { ...parts, ...scope }
  return {
    me: () => me(desk),
    registrations: { ...registrationsPort(desk), submit: (form) => submit(desk, form) },
    accounts: {
      canActivate: async () => (await waitingAccount(desk)) !== null,
      async activate(motherName, sumIsRight) {
        const account = await waitingAccount(desk)
        return account === null ? 'none' : activateAccount(desk.tx, desk, account, motherName, sumIsRight, desk.now)
      },
      openSession: (account) => openSession(desk, account),
      closeSession: () => closeSession(desk),
    },
    staff: {
      ...tasksPort(desk),
      enrol: (code) => enrol(desk, code),
      decide: (task, decision) => decide(desk, task, decision),
    },
  }
}
