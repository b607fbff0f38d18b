import type { Language } from '../flows/engine/text.ts'
import type { DocumentFindings } from '../flows/fields/document-findings.ts'
import { readFindings } from '../flows/fields/document-findings.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'
import { FileUnavailable, type FileVault } from '../storage/vault/files.ts'
import { brightened } from './pictures/brightened.ts'
import { straightened } from './pictures/straightened.ts'

/** A file's content and type. */
export interface ShownFile {
  readonly bytes: Uint8Array
  readonly mime: string
}

/** Where files come from that conversations send. */
export interface ShownFilesParts {
  readonly vault: Pick<FileVault, 'read' | 'findings'>
  readonly unitOfWork: UnitOfWork
  /** pictures that the agency's folder brings, by their ids */
  readonly examples: ReadonlyMap<string, ShownFile>
  /** draws the picture of a task's case */
  drawCase(task: string, language: Language): Promise<Uint8Array>
}

/** Below so many degrees nobody sees that lines are askew. */
const LEVEL = 1

/**
 * Opens what conversations send by an id: a file of the vault, an example, or a picture that is drawn when it is asked for
 * (flows/staff/drawn-files.ts). Fails with FileUnavailable.
 */
export function shownFiles({ vault, unitOfWork, examples, drawCase }: ShownFilesParts) {
  return async (id: string): Promise<ShownFile> => {
    const example = examples.get(id)
    if (example !== undefined) return example
    const [, language, task = ''] = /^case:(id|en):(\w+)$/.exec(id) ?? []
    if (language === 'id' || language === 'en') return picture(await drawCase(task, language))
    const [, file] = /^cleared:(\w+)$/.exec(id) ?? []
    return file === undefined ? vault.read(unitOfWork, id) : picture(await cleared(file))
  }

  async function cleared(file: string): Promise<Uint8Array> {
    const { bytes, mime } = await vault.read(unitOfWork, file)
    if (mime !== 'image/jpeg') throw new FileUnavailable(file, 'unknown')
    const findings: DocumentFindings | undefined = readFindings(await vault.findings(unitOfWork, file))
    const bright = await brightened(bytes)
    const tilt = findings?.tilt ?? 0
    return Math.abs(tilt) < LEVEL ? bright : straightened(bright, -tilt)
  }
}

function picture(bytes: Uint8Array): ShownFile {
  return { bytes, mime: 'image/jpeg' }
}
