import type { PasswordPorts } from '../../flows/ports/passwords.ts'
import { passwordContext } from './new-password.ts'
import { askForReset, judgeKk, openReset, openResetLink, takeReset } from './reset.ts'
import type { Desk } from './scope.ts'
import { accountLoggedIn } from './sessions.ts'

/** What conversations about passwords may ask of the world, as PasswordPorts tells. */
export function passwordPorts(desk: Desk): PasswordPorts {
  const { tx, now } = desk
  return {
    askForReset: (claimed) => askForReset(desk, claimed),
    openReset: (account) => openReset(desk, account),
    async judgeReset(account, kk) {
      const link = await openResetLink(desk, account)
      return link === null ? 'none' : (await judgeKk(tx, desk, link, kk, now)).outcome
    },
    async takeReset(account) {
      const link = await openResetLink(desk, account)
      return link !== null && takeReset(tx, desk, link, now)
    },
    loggedIn: () => accountLoggedIn(desk),
    async about(account) {
      const mayKnow = (await accountLoggedIn(desk)) === account || (await openResetLink(desk, account)) !== null
      return mayKnow ? passwordContext(tx, desk, account) : []
    },
  }
}
