import { hostname } from 'node:os'
import type { Clock, Random } from '../flows/ports.ts'
import type { Tx } from './database.ts'
import type { UnitOfWork } from './unit-of-work.ts'
import type { Sealer } from './vault/seal.ts'

/** For so long a lease holds without being renewed, ms. */
const LEASE_MS = 30_000
const PURPOSE = 'channel-auth'
/** The owners of leases that this process has made. */
const ours = new Set<string>()

/** Another process has taken the account over: nothing may be written any more. */
export class LeaseLost extends Error {
  constructor() {
    super('another process uses this account')
    this.name = 'LeaseLost'
  }
}

/** A value to be kept under its name; null = to be deleted. */
export interface AuthChange {
  readonly kind: string
  readonly name: string
  readonly value: string | null
}

/** What the rows are kept with. */
export interface ChannelAuthParts {
  readonly unitOfWork: UnitOfWork
  readonly sealer: Sealer
  readonly clock: Clock
  readonly random: Random
  /** kinds of values that stay when the account is forgotten */
  readonly lasting?: readonly string[]
}

/**
 * What a linked account keeps (credentials, Signal keys), sealed, and the lease that keeps a second process from using
 * it: two would ruin the keys. Whoever writes must hold the lease at that moment, in the same transaction.
 */
export class ChannelAuth {
  readonly #account: string
  readonly #owner: string
  readonly #parts: ChannelAuthParts

  constructor(account: string, parts: ChannelAuthParts) {
    this.#account = account
    this.#parts = parts
    this.#owner = `${hostname()}/${process.pid}/${Buffer.from(parts.random.bytes(9)).toString('base64url')}`
    ours.add(this.#owner)
  }

  /** Takes the lease, or keeps it; false when another process has it. */
  take(): Promise<boolean> {
    const { unitOfWork, clock } = this.#parts
    return unitOfWork.run(async (tx) => {
      const now = clock.now()
      const row = await tx.channelLease.findUnique({ where: { account: this.#account } })
      const left = Number(row?.until ?? 0) - now
      if (row !== null && row.owner !== this.#owner && left > 0 && !isOver(row.owner, left)) return false
      const lease = { owner: this.#owner, until: BigInt(now + LEASE_MS) }
      await tx.channelLease.upsert({
        where: { account: this.#account },
        create: { account: this.#account, ...lease },
        update: lease,
      })
      return true
    })
  }

  /** Gives the lease back, where it is held. */
  async release(): Promise<void> {
    const where = { account: this.#account, owner: this.#owner }
    await this.#parts.unitOfWork.run((tx) => tx.channelLease.deleteMany({ where }))
  }

  /** The values under these names, without those that there are not. */
  async get(kind: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { unitOfWork, sealer } = this.#parts
    const byKey = new Map(names.map((name) => [this.#key(kind, name), name]))
    const where = { account: this.#account, kind, key: { in: [...byKey.keys()] } }
    const rows = await unitOfWork.run((tx) => tx.channelAuth.findMany({ where }))
    return new Map(rows.map(({ key, value }) => [byKey.get(key) ?? '', sealer.open(value, PURPOSE).toString()]))
  }

  /** Keeps all changes, or none. Fails with LeaseLost when the lease is not held. */
  set(changes: readonly AuthChange[]): Promise<void> {
    const { unitOfWork, sealer } = this.#parts
    const rows = changes.map(({ kind, name, value }) => ({ kind, key: this.#key(kind, name), value }))
    return unitOfWork.run(async (tx) => {
      await this.#mustHold(tx)
      for (const [kind, of] of Map.groupBy(rows, (row) => row.kind))
        await tx.channelAuth.deleteMany({ where: { account: this.#account, kind, key: { in: of.map(({ key }) => key) } } })
      const data = rows.flatMap(({ kind, key, value }) =>
        value === null ? [] : [{ account: this.#account, kind, key, value: new Uint8Array(sealer.seal(value, PURPOSE)) }],
      )
      await tx.channelAuth.createMany({ data })
    })
  }

  /** Forgets the account, but for what is of a `lasting` kind. Fails with LeaseLost when the lease is not held. */
  forget(): Promise<void> {
    const { lasting = [] } = this.#parts
    return this.#parts.unitOfWork.run(async (tx) => {
      await this.#mustHold(tx)
      await tx.channelAuth.deleteMany({ where: { account: this.#account, kind: { notIn: [...lasting] } } })
    })
  }

  /** Leaves a wish to whoever holds the lease. */
  async wish(what: string): Promise<void> {
    const { unitOfWork, sealer } = this.#parts
    const row = { account: this.#account, kind: 'wish', key: this.#key('wish', what) }
    const value = new Uint8Array(sealer.seal(what, PURPOSE))
    await unitOfWork.run((tx) =>
      tx.channelAuth.upsert({ where: { account_kind_key: row }, create: { ...row, value }, update: { value } }),
    )
  }

  /** Whether somebody wishes it. */
  async isWished(what: string): Promise<boolean> {
    return (await this.get('wish', [what])).size > 0
  }

  async #mustHold(tx: Tx): Promise<void> {
    const row = await tx.channelLease.findUnique({ where: { account: this.#account } })
    if (row?.owner !== this.#owner) throw new LeaseLost()
  }

  // The library's names of keys are addresses and phone numbers.
  #key(kind: string, name: string): string {
    return this.#parts.sealer.index(`${kind}\0${name}`, PURPOSE)
  }
}

// A process of this machine that is gone (killed, crashed) will not give its lease back. It may have had our own number:
// in a container every start has the same.
// Of another machine's only the time is known: where more is left of it than there ever was, the clock has been set back
// since, and it would last for as long. Whoever lives renews it within seconds, and hears of it where somebody was faster.
function isOver(owner: string, left: number): boolean {
  const [host, pid] = owner.split('/')
  if (host !== hostname()) return left > LEASE_MS
  if (Number(pid) === process.pid) return !ours.has(owner)
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
