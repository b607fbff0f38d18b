import type { Desk } from './scope.ts'

/** The account of whoever is logged in here, with its owner; null when nobody is. */
export async function accountInSession({ tx, agency, conversation, now }: Pick<Desk, 'tx' | 'agency' | 'conversation' | 'now'>) {
  const session = await tx.session.findFirst({
    where: {
      conversationId: BigInt(conversation),
      endedAt: null,
      expiresAt: { gt: BigInt(now) },
      account: { agency: agency.id, status: 'active' },
    },
    include: { account: { include: { person: true } } },
  })
  return session?.account ?? null
}

/** The same by ids: the account that is logged in to in this chat, and its owner. */
export async function loggedInHere(
  desk: Pick<Desk, 'tx' | 'agency' | 'conversation' | 'now'>,
): Promise<{ readonly account: string; readonly person: string } | null> {
  const account = await accountInSession(desk)
  return account === null ? null : { account: account.id, person: account.personId }
}
