import type { Agency } from '../flows/agency.ts'
import type { Clock } from '../flows/ports.ts'
import type { Tx } from '../storage/database.ts'
import type { Ids } from '../storage/ids.ts'
import type { SimulatorStore } from '../storage/simulator-store.ts'
import type { Store } from '../storage/store.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'

/** Set once the demo officers have their seats, so that one who was removed does not come back. */
const SEATED = 'demo.officers'

/** What the demo is set up with. */
export interface DemoParts {
  readonly agency: Agency
  readonly phones: SimulatorStore
  readonly store: Store
  readonly unitOfWork: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
}

/** Gives the simulator its first phones, and each officer's phone a seat at the counter, as the agency's data say. */
export async function seatDemo({ agency, phones, store, unitOfWork, ids, clock }: DemoParts): Promise<void> {
  const { officers } = agency.demo
  await phones.seedDemo(officers.map(({ name }) => name))
  const theirs = (await phones.phones()).filter(({ role }) => role === 'officer')
  await unitOfWork.run(async (tx) => {
    if ((await tx.setting.findUnique({ where: { name: SEATED } })) !== null) return
    await tx.setting.create({ data: { name: SEATED, value: String(clock.now()) } })
    for (const [i, { name, role }] of officers.entries()) {
      const phone = theirs[i]
      if (phone !== undefined) await seat(tx, phone.id, name, role)
    }
  })

  async function seat(tx: Tx, phone: string, name: string, role: string): Promise<void> {
    const now = clock.now()
    const conversation = await store.conversationAt(tx, 'simulator', phone, now)
    await tx.officer.create({
      data: { id: ids.text(), agency: agency.id, role, name, conversationId: BigInt(conversation), enrolledAt: BigInt(now) },
    })
    await store.post(tx, [{ conversation, key: `demo:${phone}`, event: { kind: 'notice', notice: 'home', data: {} } }], now)
  }
}
