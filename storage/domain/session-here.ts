import type { Desk } from './scope.ts'

/** The account that is logged in to in this chat, and its owner; null when none is. */
export async function loggedInHere({
  tx,
  agency,
  conversation,
  now,
}: Pick<Desk, 'tx' | 'agency' | 'conversation' | 'now'>): Promise<{ readonly account: string; readonly person: string } | null> {
  const session = await tx.session.findFirst({
    where: {
      conversationId: BigInt(conversation),
      endedAt: null,
      expiresAt: { gt: BigInt(now) },
      account: { agency: agency.id, status: 'active' },
    },
    select: { accountId: true, account: { select: { personId: true } } },
  })
  return session === null ? null : { account: session.accountId, person: session.account.personId }
}
