import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { systemRandom } from '../../../bot/runtime/random.ts'
import type { Tx } from '../../../storage/database.ts'
import { createInvite } from '../../../storage/domain/enrolment.ts'
import { removeOfficer } from '../../../storage/domain/removal.ts'
import { Ids } from '../../../storage/ids.ts'
import { openKeys } from '../../../storage/vault/keys.ts'
import { Sealer } from '../../../storage/vault/seal.ts'
import { Office, type Phone } from '../../support/office.ts'
import type { Received } from '../../support/phone-network.ts'
import { register, SITI, type Answers } from '../registering.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The number that a citizen's platform vouches for. */
export const SITIS_NUMBER = '+6281200000001'

/** A counter with what these conversations need: invitations, officers, citizens, and a look into the database. */
export async function openCounter() {
  const office = await Office.open()
  onTestFinished(() => office.close())

  const unitOfWork = () => {
    if (office.loket === undefined) throw new Error('the counter is closed')
    return office.loket.unitOfWork
  }
  const transact = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => unitOfWork().run(work)
  const setting = { setting: undefined, file: join(office.folder, 'master.key') }
  const keys = await openKeys(setting, unitOfWork(), systemRandom)
  const parts = { ids: new Ids(office.time), sealer: new Sealer(keys.sealing, systemRandom), random: systemRandom }

  /** A fresh invitation code. */
  const invite = async (name: string, role = 'verifikator'): Promise<string> => {
    const { code } = await transact((tx) => createInvite(tx, parts, { agency: 'sintren', role, name }, office.time.now()))
    return code
  }

  /** A phone whose owner has enrolled. */
  const officer = async (name: string, role = 'verifikator', phone = office.phone(name)): Promise<Phone> => {
    await phone.says(await invite(name, role))
    return phone
  }

  /** Siti, registered. */
  const registered = async (answers: Answers = SITI, name = 'siti', number = SITIS_NUMBER) => {
    const phone = office.phone(name, number)
    return { phone, number: await register(phone, answers) }
  }

  const remove = async (name: string): Promise<void> => {
    await transact(async (tx) => {
      const { id } = await tx.officer.findFirstOrThrow({ where: { name } })
      await removeOfficer(tx, id, office.time.now())
    })
  }

  return { office, time: office.time, transact, invite, officer, registered, remove }
}

/** The newest case card that a phone has received, with the photo before it. */
export function cardOf(phone: Phone): { readonly photo: Received | undefined; readonly card: Received } {
  const at = phone.inbox.findLastIndex(({ buttons }) => buttons.some(({ id }) => id.startsWith('/approve:')))
  const card = phone.inbox[at]
  if (card === undefined) throw new Error(`${phone.name} has no case card`)
  return { card, photo: phone.inbox[at - 1] }
}

/** The task that a card is about. */
export function taskOf(phone: Phone): string {
  const id = cardOf(phone).card.buttons[0]?.id ?? ''
  return id.slice(id.indexOf(':') + 1)
}

/** A counter where a registration waits and two officers have been asked. */
export async function openWithOneWaiting() {
  const counter = await openCounter()
  const ratna = await counter.officer('Bu Ratna')
  const bagus = await counter.officer('Pak Bagus')
  const { phone: siti, number } = await counter.registered()
  await ratna.hears(/Pendaftaran REG/)
  await bagus.hears(/Pendaftaran REG/)
  return { ...counter, ratna, bagus, siti, number }
}
