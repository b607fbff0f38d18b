import type { TaskCard } from '../../flows/ports.ts'
import { caseDocuments } from './case-documents.ts'
import { caseOf } from './cases.ts'
import { readCodes } from './columns.ts'
import type { Desk } from './scope.ts'
import { shownOf } from './shown-case.ts'
import { findTask } from './task-state.ts'

/** What a case's picture is drawn of. */
export type PicturedCase = Omit<TaskCard, 'task' | 'status' | 'by' | 'mine' | 'decision'>

/**
 * A task's case as its picture shows it; null when there is no such task. Whom it is sent to was decided, and noted, when
 * the card was opened for that officer.
 */
export async function picturedCase(
  desk: Pick<Desk, 'tx' | 'sealer' | 'agency' | 'vault'>,
  task: string,
): Promise<PicturedCase | null> {
  const row = await findTask(desk, task)
  if (row === null) return null
  const about = caseOf(row)
  return {
    kind: about.kind,
    number: about.row.number,
    submittedAt: Number(about.row.submittedAt),
    promisedAt: Number(row.promisedAt),
    ...(await shownOf(desk, about)),
    flags: readCodes(about.row.flags),
    documents: await caseDocuments(desk, about),
  }
}
