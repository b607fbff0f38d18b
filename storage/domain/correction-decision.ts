import { answersOf, type RequestRow } from './cases.ts'
import { openObject, sealObject, sealText } from './columns.ts'
import { accountOf } from './contacts.ts'
import { emailIndexIn } from './email-index.ts'
import type { CaseDecision } from './case-decision.ts'
import { profileText } from './form.ts'
import { mailbox, tell } from './notices.ts'
import { settleRequest } from './request-decision.ts'
import type { Desk } from './scope.ts'
import { tellPerson } from './tell-person.ts'

/** What deciding a correction of a person's data means. */
export function correctionDecision(desk: Desk, row: RequestRow): CaseDecision {
  return {
    async allows(decision) {
      if (decision === 'repair') return false
      const account = await accountOf(desk, row.personId)
      return decision === 'reject' || account?.status === 'active'
    },
    async settle(decided) {
      await settleRequest(desk, row, decided)
      const { reason, note } = decided
      const mails = decided.decision === 'approve' ? await apply(desk, row) : new Set<string>()
      const outcome = decided.decision === 'approve' ? {} : { reason, note }
      const notice = decided.decision === 'approve' ? 'correction-approved' : 'correction-rejected'
      const data = { number: row.number, ...outcome }
      const asked = Number(row.conversationId)
      await tellPerson(desk, row.personId, { notice, key: row.id, data, mailed: mails.size > 0, asked })
      for (const address of mails) {
        const conversation = await mailbox(desk, address)
        await tell(desk, [{ conversation, notice: 'mail-corrected', key: row.id, data: { number: row.number } }])
      }
    },
  }
}

/** Puts the new values in place of the old; gives the addresses to be told: the one that it was, and the one that it is. */
async function apply({ tx, sealer, agency, now }: Desk, row: RequestRow): Promise<ReadonlySet<string>> {
  const changes = answersOf(sealer, { kind: 'correction', row })
  const person = await tx.person.findUniqueOrThrow({ where: { id: row.personId } })
  const before = openObject(sealer, person.profile, 'person.profile')
  const nameId = agency.registration.fields.find(({ field }) => field === 'name')?.id ?? ''
  const { [nameId]: name, ...rest } = changes
  const profile = { ...before, ...rest }
  await tx.person.update({
    where: { id: row.personId },
    data: {
      ...(typeof name === 'string' && { name: sealText(sealer, name, 'person.name') }),
      profile: sealObject(sealer, profile, 'person.profile'),
      emailIndex: emailIndexIn({ sealer, agency }, profile),
      updatedAt: BigInt(now),
    },
  })
  const addresses = [profileText(agency, before, 'email'), profileText(agency, profile, 'email')]
  return new Set(addresses.filter((address) => address !== undefined))
}
