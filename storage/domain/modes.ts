import { isForGroups } from '../../flows/agency-services.ts'
import { isoDate, localDay, parseIsoDate } from '../../flows/calendar/local-day.ts'
import type { JsonObject } from '../../flows/engine/json.ts'
import type { Group, ModePorts, Modes } from '../../flows/ports/modes.ts'
import { appendAudit } from '../audit.ts'
import type { Tx } from '../database.ts'
import { ownData, isOwnFamily } from './applicant.ts'
import { openObject } from './columns.ts'
import type { Desk } from './scope.ts'
import { accountInSession } from './session-here.ts'

/** `Account.mode` of somebody who acts for himself. */
export const PERSONAL = 'personal'

/** What a mandate's sealed column holds. */
export type MandateGroup = JsonObject & {
  readonly name: string
  readonly region: readonly { readonly code: string; readonly name: string }[]
  readonly letter: { readonly number: string; readonly date: string }
  readonly services: readonly string[]
  /** why it was taken back, in the officer's words */
  readonly revoked?: string
}

/** A mandate's row. */
export type MandateRow = Awaited<ReturnType<Tx['mandate']['findUniqueOrThrow']>>

/** `Account.mode` of somebody who acts on a mandate. */
export function groupMode(mandate: string): string {
  return `group:${mandate}`
}

/** What makes a mandate count at a time: of this agency, not taken back, not over. */
export function inForce({ agency, now }: Pick<Desk, 'agency' | 'now'>) {
  return { agency: agency.id, revokedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: BigInt(now) } }] }
}

/** Opens what a mandate says. */
export function groupOf({ sealer }: Pick<Desk, 'sealer'>, { group }: Pick<MandateRow, 'group'>): MandateGroup {
  return openObject(sealer, group, 'mandate.group') as MandateGroup
}

/** A region as shown: its names, narrowest first. */
export function regionText(region: MandateGroup['region']): string {
  return region.map(({ name }) => name).join(', ')
}

/** On whose behalf whoever is logged in here acts. A mandate that does not count any more gives nothing, whatever the mode. */
export async function modesHere(desk: Desk): Promise<Modes> {
  const account = await accountInSession(desk)
  return account === null ? { group: null, groups: [] } : modesOf(desk, account)
}

async function modesOf(desk: Desk, { id, mode }: { readonly id: string; readonly mode: string }): Promise<Modes> {
  const rows = await desk.tx.mandate.findMany({ where: { accountId: id, ...inForce(desk) }, orderBy: { id: 'asc' } })
  const groups = rows.map((row) => shown(desk, row))
  return { group: groups.find(({ mandate }) => mode === groupMode(mandate)) ?? null, groups }
}

/** What ModePorts promises. */
export function modePorts(desk: Desk): ModePorts {
  return {
    switchTo: (mandate) => switchTo(desk, mandate),
    async applicant() {
      const account = await accountInSession(desk)
      if (account === null) return null
      const { group } = await modesOf(desk, account)
      return { account: account.id, ...ownData(desk, account.person), mandate: group?.mandate ?? null }
    },
    async isOwnFamily(kk) {
      const account = await accountInSession(desk)
      return account === null ? 'other' : isOwnFamily(desk, account, kk)
    },
  }
}

async function switchTo(desk: Desk, mandate: string | null): Promise<'switched' | 'gone'> {
  const { tx, agency, conversation, now } = desk
  const account = await accountInSession(desk)
  if (account === null) return 'gone'
  const { groups } = await modesOf(desk, account)
  if (mandate !== null && !groups.some((group) => group.mandate === mandate)) return 'gone'
  const mode = mandate === null ? PERSONAL : groupMode(mandate)
  await tx.account.update({ where: { id: account.id }, data: { mode } })
  const entry = { agency: agency.id, actor: `conversation:${conversation}`, action: 'account.mode', subject: account.id }
  await appendAudit(tx, { ...entry, detail: { mandate } }, now)
  return 'switched'
}

function shown(desk: Desk, row: MandateRow): Group {
  const { name, region, services } = groupOf(desk, row)
  const granted = services.filter((id) => isForGroups(desk.agency, id))
  return { mandate: row.id, name, region: regionText(region), services: granted, lastDay: lastDayOf(desk, row) }
}

// A mandate ends with its last day.
function lastDayOf({ agency }: Desk, { endsAt }: MandateRow): string | null {
  return endsAt === null ? null : isoDate(localDay(Number(endsAt) - 1, agency.zone))
}

/** The local day after an ISO date, as days since 1970; undefined when it is no date. */
export function dayAfter(date: string): number | undefined {
  const day = parseIsoDate(date)
  return day === undefined ? undefined : day + 1
}
