import { SELFIE } from '../../flows/agency-selfie.ts'
import { readFindings } from '../../flows/fields/document-findings.ts'
import type { CaseDocument } from '../../flows/ports/case-documents.ts'
import { FileUnavailable } from '../vault/files.ts'
import type { Case } from './cases.ts'
import type { Desk } from './scope.ts'

/** The documents of a case, sheet by sheet, with what was found in them; no selfie where none is asked for any more. */
export async function caseDocuments(
  { tx, vault, agency }: Pick<Desk, 'tx' | 'vault' | 'agency'>,
  { kind, row: { id } }: Case,
): Promise<CaseDocument[]> {
  const rows = await tx.document.findMany({
    where: {
      ...(kind === 'registration' ? { registrationId: id } : { requestId: id }),
      ...(agency.selfie === undefined && { slot: { not: SELFIE } }),
      removedAt: null,
    },
    orderBy: [{ slot: 'asc' }, { page: 'asc' }, { id: 'asc' }],
  })
  const found: CaseDocument[] = []
  for (const { slot, page, fileId } of rows) {
    const children = await vault.children(tx, fileId)
    const of = (variant: string) => children.filter((child) => child.variant === variant).map((child) => child.id)
    const findings = await findingsOf({ tx, vault }, fileId)
    found.push({
      slot,
      sheet: page,
      file: fileId,
      pages: of('page'),
      thumbnail: of('thumbnail')[0] ?? null,
      original: of('original')[0] ?? null,
      findings,
    })
  }
  return found
}

async function findingsOf({ tx, vault }: Pick<Desk, 'tx' | 'vault'>, file: string): Promise<CaseDocument['findings']> {
  try {
    return readFindings(await vault.findings(tx, file)) ?? null
  } catch (error) {
    // An erased file says nothing any more; its case is still shown.
    if (error instanceof FileUnavailable) return null
    throw error
  }
}
