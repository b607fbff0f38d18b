import type { CaseDocument } from '../../flows/ports/case-documents.ts'
import type { QueueEntry } from '../../flows/ports.ts'

/** Documents as far as they are marked by. */
type Found = Pick<CaseDocument, 'findings'>

/**
 * What an officer finds before opening a case. `look`: a flag was raised, a document has a fault, says something else than
 * was typed, or has run out. `match`: every document was read and is good, and a number on one of them is the typed one.
 * Null: the machine cannot tell, as where there is no document.
 */
export function caseMark(flags: readonly string[], documents: readonly Found[]): QueueEntry['mark'] {
  if (flags.length > 0 || documents.some(({ findings }) => isWrong(findings))) return 'look'
  const isGood = documents.every(({ findings }) => findings?.verdict === 'good')
  const isProven = documents.some(({ findings }) => findings?.checks.nik === 'same' || findings?.checks.kk === 'same')
  return isGood && isProven ? 'match' : null
}

function isWrong(findings: Found['findings']): boolean {
  if (findings === null) return false
  const { verdict, checks, signature } = findings
  const told = Object.values(checks)
  return verdict === 'fault' || told.includes('different') || told.includes('expired') || signature === 'invalid'
}
