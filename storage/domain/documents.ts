import type { DocumentPorts, EarlierFile } from '../../flows/ports/documents.ts'
import { openText, readCodes } from './columns.ts'
import { ownRegistrations, returnedRegistration } from './registrations.ts'
import { entrustedRegistration } from './returned.ts'
import type { Desk } from './scope.ts'
import { loggedInHere } from './session-here.ts'

/** Documents that are looked through for those that are still there. */
const LOOKED_AT = 20

/** What DocumentPorts promises. */
export function documentPorts(desk: Desk): DocumentPorts {
  return { earlier: (slot, replaces) => earlierFiles(desk, slot, replaces) }
}

async function earlierFiles(desk: Desk, slot: string, replaces: string | null): Promise<readonly EarlierFile[]> {
  const { tx, sealer } = desk
  const owned = await whose(desk, replaces)
  if (owned === null) return []
  const rows = await tx.document.findMany({
    where: { ...owned, slot, removedAt: null, file: { agency: desk.agency.id, erasedAt: null } },
    orderBy: [{ createdAt: 'desc' }, { page: 'asc' }],
    take: LOOKED_AT,
  })
  const sentBack = 'registrationId' in owned ? await filesSentBack(desk, owned.registrationId.in, slot) : new Set<string>()
  const once = new Map(rows.filter(({ fileId }) => !sentBack.has(fileId)).map((row) => [row.fileId, row]))
  const thumbnails = await tx.file.findMany({
    where: { parentId: { in: [...once.keys()] }, variant: 'thumbnail', erasedAt: null },
    orderBy: { position: 'desc' },
    select: { id: true, parentId: true },
  })
  const thumbnailOf = new Map(thumbnails.map(({ id, parentId }) => [parentId, id]))
  return [...once.values()].map(({ fileId, name, createdAt, date, page }) => ({
    file: fileId,
    thumbnail: thumbnailOf.get(fileId) ?? fileId,
    name: name === null ? null : openText(sealer, name, 'document.name'),
    at: Number(createdAt),
    date,
    sheet: page,
  }))
}

// Of somebody logged in what is known to be that person's; of a form that is put right what its own person handed in.
async function whose(desk: Desk, replaces: string | null) {
  if (replaces === null) {
    const session = await loggedInHere(desk)
    return session === null ? null : { personId: session.person }
  }
  const row = (await returnedRegistration(desk, replaces)) ?? (await entrustedRegistration(desk, replaces))
  if (row === undefined) return null
  const own = (await ownRegistrations(desk)).filter(({ personId }) => personId === row.personId)
  return { registrationId: { in: [...new Set([row.id, ...own.map(({ id }) => id)])] } }
}

// A photo that an officer could not use is not offered again.
async function filesSentBack({ tx, agency }: Desk, registrations: string[], slot: string): Promise<ReadonlySet<string>> {
  const questions = agency.registration.fields.flatMap((field) =>
    field.field === 'document' && field.slot === slot ? [field.id] : [],
  )
  const rows = await tx.registration.findMany({
    where: { id: { in: registrations } },
    select: { marked: true, documents: { where: { slot }, select: { fileId: true } } },
  })
  const sentBack = rows.filter(({ marked }) => readCodes(marked).some((id) => questions.includes(id)))
  return new Set(sentBack.flatMap(({ documents }) => documents.map(({ fileId }) => fileId)))
}
