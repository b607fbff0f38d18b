import { createInvite } from '../../storage/domain/enrolment.ts'
import { highestId } from '../../storage/highest-id.ts'
import { Ids } from '../../storage/ids.ts'
import type { Office, Phone } from './office.ts'
import { seededRandom } from './seeded-random.ts'
import { sealerOf } from './vault-of.ts'
import { secret } from './secrets.ts'

/** The phone of an officer who was invited as `npm run loket -- officer invite` does, and has typed the code. */
export async function enrolOfficer(office: Office, name: string, role = 'verifikator'): Promise<Phone> {
  const { unitOfWork, agency } = office.open
  const random = seededRandom(Buffer.from(name + role).reduce((sum, byte) => (sum * 31 + byte) % 1_000_003, 7))
  const parts = { ids: new Ids(office.time, await unitOfWork.run(highestId)), sealer: await sealerOf(office), random }
  const invite = { agency: agency.id, role, name: secret(name) }
  const { code } = await unitOfWork.run((tx) => createInvite(tx, parts, invite, office.time.now()))
  const phone = office.phone(`officer-${name}`)
  await phone.says(secret(code))
  return phone
}

/** Approves the registration of this number, or else the newest that reached the officer. */
export async function approveNewest(officer: Phone, number?: string): Promise<void> {
  await officer.tapsId(await buttonOf(officer, 'Setujui', number))
  await officer.says('ya')
}

/** Sends the newest registration back, or rejects it (`button`: Tolak, Minta perbaikan), for the reason so labelled. */
export async function returnNewest(officer: Phone, button: 'Tolak' | 'Minta perbaikan', reason: string): Promise<void> {
  await officer.tapsId(await buttonOf(officer, button))
  await officer.says(reason)
  await officer.says('lewati')
  await officer.says('ya')
}

// A case's picture takes a moment to draw: the cards of earlier cases may still be on their way.
async function buttonOf(officer: Phone, label: string, number = 'REG-'): Promise<string> {
  const isCard = new RegExp(`Pendaftaran ${number}`)
  const cards = () => officer.inbox.filter(({ text, buttons }) => isCard.test(text) && buttons.length > 0)
  if (number === 'REG-' || cards().length === 0) await officer.hears(isCard)
  return (
    cards()
      .at(-1)
      ?.buttons.find((button) => button.label === label)?.id ?? ''
  )
}
