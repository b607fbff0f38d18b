import type { JsonObject } from '../../flows/engine/json.ts'
import { openObject, sealObject } from './columns.ts'
import type { Desk } from './scope.ts'

/** Keeps a number (E.164) among a person's data, in place of the one they registered with. */
export async function keepPhone(desk: Desk, person: string, phone: string): Promise<void> {
  await change(desk, person, (profile, id) => ({ ...profile, [id]: phone }))
}

/** Takes a number out of a person's data that is no longer theirs; another one stays, and then it says false. */
export async function forgetPhone(desk: Desk, person: string, phone: string): Promise<boolean> {
  let isTheirs = false
  await change(desk, person, (profile, id) => {
    const { [id]: known, ...rest } = profile
    isTheirs = known === phone
    return isTheirs ? rest : profile
  })
  return isTheirs
}

async function change(
  { tx, sealer, agency, now }: Desk,
  person: string,
  make: (profile: JsonObject, id: string) => JsonObject,
): Promise<void> {
  const id = agency.registration.fields.find(({ field }) => field === 'phone')?.id
  if (id === undefined) return
  const { profile } = await tx.person.findUniqueOrThrow({ where: { id: person }, select: { profile: true } })
  const changed = make(openObject(sealer, profile, 'person.profile'), id)
  await tx.person.update({
    where: { id: person },
    data: { profile: sealObject(sealer, changed, 'person.profile'), updatedAt: BigInt(now) },
  })
}
