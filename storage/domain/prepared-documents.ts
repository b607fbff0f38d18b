import type { FilesToPrepare, PreparedDocumentPorts, PreparedFile, Preparing } from '../../flows/ports/prepared-documents.ts'
import { appendAudit } from '../audit.ts'
import { openText, sealText } from './columns.ts'
import { eraseUnused } from './erasure-contents.ts'
import type { Desk } from './scope.ts'
import { loggedInHere } from './session-here.ts'

/** Files of one document for one service: more than anybody needs, and a bound on what one person can fill the store with. */
const MOST = 20
/** Characters of a file's name that are kept. */
const LONGEST_NAME = 120

/** What PreparedDocumentPorts promises. */
export function preparedDocumentPorts(desk: Desk): PreparedDocumentPorts {
  return {
    of: (service) => filesOf(desk, service),
    keep: (files) => keep(desk, files),
    remove: (id) => remove(desk, id),
  }
}

// Made ready, and handed in with no case.
function preparedBy(person: string) {
  return { personId: person, service: { not: null }, registrationId: null, requestId: null, removedAt: null }
}

async function filesOf(desk: Desk, service: string): Promise<readonly PreparedFile[] | null> {
  const { tx, sealer, vault, agency } = desk
  const session = await loggedInHere(desk)
  if (session === null) return null
  const rows = await tx.document.findMany({
    where: { ...preparedBy(session.person), service, file: { agency: agency.id, erasedAt: null } },
    orderBy: [{ slot: 'asc' }, { page: 'asc' }, { id: 'asc' }],
  })
  const found: PreparedFile[] = []
  for (const { id, slot, fileId, name, date, page, remark } of rows) {
    const children = await vault.children(tx, fileId)
    found.push({
      id,
      slot,
      file: fileId,
      pages: children.filter(({ variant }) => variant === 'page').map((child) => child.id),
      name: name === null ? null : openText(sealer, name, 'document.name'),
      date: date ?? '',
      page,
      remark: remark === null ? null : openText(sealer, remark, 'document.remark'),
    })
  }
  return found
}

async function keep(desk: Desk, { service, slot, files, date, page, remark }: FilesToPrepare): Promise<Preparing> {
  const { tx, ids, sealer, agency, now } = desk
  const session = await loggedInHere(desk)
  if (session === null) return 'logged-out'
  const isAsked = agency.services.some(({ id, documents }) => id === service && documents.some((one) => one.slot === slot))
  if (!isAsked || !(await mayUse(desk, session.person, files))) return 'gone'
  const own = { ...preparedBy(session.person), service, slot }
  if ((await tx.document.count({ where: own })) + files.length > MOST) return 'full'
  for (const [place, { file, name }] of files.entries()) {
    const id = ids.text()
    await tx.document.create({
      data: {
        id,
        personId: session.person,
        service,
        slot,
        page: page + place,
        fileId: file,
        name: name === null ? null : sealText(sealer, name.slice(0, LONGEST_NAME), 'document.name'),
        date,
        remark: remark === null ? null : sealText(sealer, remark, 'document.remark'),
        createdAt: BigInt(now),
      },
    })
    await audit(desk, 'document.prepared', id)
  }
  return 'kept'
}

// A file that was just sent is named by no document yet; one that is named must be this person's as well.
async function mayUse({ tx, agency }: Desk, person: string, files: FilesToPrepare['files']): Promise<boolean> {
  const wanted = [...new Set(files.map(({ file }) => file))]
  const rows = await tx.file.findMany({
    where: { id: { in: wanted }, agency: agency.id, erasedAt: null },
    select: { documents: { where: { removedAt: null }, select: { personId: true } } },
  })
  const isOwn = ({ documents }: (typeof rows)[number]) =>
    documents.length === 0 || documents.some(({ personId }) => personId === person)
  return wanted.length > 0 && rows.length === wanted.length && rows.every(isOwn)
}

async function remove(desk: Desk, id: string): Promise<boolean> {
  const { tx, now } = desk
  const session = await loggedInHere(desk)
  const row = session === null ? null : await tx.document.findFirst({ where: { ...preparedBy(session.person), id } })
  if (row === null) return false
  await tx.document.update({ where: { id }, data: { removedAt: BigInt(now), name: null, date: null, remark: null } })
  await eraseUnused(desk, [row.fileId])
  await audit(desk, 'document.removed', id)
  return true
}

async function audit({ tx, agency, conversation, now }: Desk, action: string, document: string): Promise<void> {
  await appendAudit(tx, { agency: agency.id, actor: `conversation:${conversation}`, action, subject: document }, now)
}
