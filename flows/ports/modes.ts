/** A group that an account may act for, as its holder sees it: what a mandate in force gives. */
export type Group = {
  /** id of the mandate */
  readonly mandate: string
  readonly name: string
  /** its region (wilayah) as shown, narrowest first: `KARANGSARI, KARANGANYAR, PEKALONGAN` */
  readonly region: string
  /** ids of the services for groups that it covers */
  readonly services: readonly string[]
  /** the last day on which it counts, yyyy-mm-dd; null = until it is revoked */
  readonly lastDay: string | null
}

/** On whose behalf whoever is logged in here acts (SINTREN guide, B.4). */
export type Modes = {
  /** the group acted for now; null = for oneself (Pemohon Pribadi) */
  readonly group: Group | null
  /** every group that may be acted for; empty for an ordinary Pemohon */
  readonly groups: readonly Group[]
}

/** An applicant's own data, as an application shows them: numbers and addresses masked. */
export type Applicant = {
  /** id of the account */
  readonly account: string
  readonly name: string
  readonly nik: string
  readonly kk: string | null
  readonly phone: string | null
  readonly email: string | null
  /** narrowest first */
  readonly region: string | null
  /** id of the mandate that is acted on; null = for oneself */
  readonly mandate: string | null
}

/** Acting for oneself or for a group, and applying for something in either mode. */
export interface ModePorts {
  /** Acts on this mandate from now on, or (null) for oneself. `gone`: not logged in, or no such mandate in force. */
  switchTo(mandate: string | null): Promise<'switched' | 'gone'>
  /** The own data of whoever is logged in here; null when nobody is. */
  applicant(): Promise<Applicant | null>
  /** Whether a family card is that of whoever is logged in here. Tries are limited: the number is asked elsewhere as a proof. */
  isOwnFamily(kk: string): Promise<'same' | 'other' | 'locked'>
}
