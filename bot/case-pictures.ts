import { slotOf } from '../flows/agency.ts'
import { formatDateTime } from '../flows/calendar/format.ts'
import type { Counter } from '../flows/counter.ts'
import { t, type Language, type Text } from '../flows/engine/text.ts'
import type { CaseDocument } from '../flows/ports/case-documents.ts'
import { comparedRows, documentNotes, sheetName } from '../flows/staff/case-comparison.ts'
import { picturedCase, type PicturedCase } from '../storage/domain/pictured-case.ts'
import type { DomainParts } from '../storage/domain/scope.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'
import { FileUnavailable, type FileVault } from '../storage/vault/files.ts'
import { drawCasePicture, type CasePicture } from './pictures/case-picture.ts'

/** What case pictures are drawn from. */
export interface CasePictureParts {
  readonly counter: Counter
  readonly domain: DomainParts
  readonly unitOfWork: UnitOfWork
  readonly vault: Pick<FileVault, 'read'>
}

/** The picture of a task's case, drawn anew each time: nothing of it is stored. Fails with FileUnavailable when there is no such task. */
export function casePictures({ counter, domain, unitOfWork, vault }: CasePictureParts) {
  return async (task: string, language: Language): Promise<Uint8Array> => {
    const found = await unitOfWork.run((tx) => picturedCase({ ...domain, tx }, task))
    if (found === null) throw new FileUnavailable(`card:${task}`, 'unknown')
    return drawCasePicture({ ...inWords(found, counter, language), pages: await pagesOf(found, language) })
  }

  // A document that was erased meanwhile is left out; the picture says so by having none of it.
  async function pagesOf(found: PicturedCase, language: Language): Promise<CasePicture['pages']> {
    const pages = await Promise.all(
      found.documents.map(async (document) => {
        try {
          const { bytes } = await vault.read(unitOfWork, document.thumbnail ?? document.file)
          return [{ jpeg: bytes, caption: caption(document, found, language) }]
        } catch (error) {
          if (error instanceof FileUnavailable) return []
          throw error
        }
      }),
    )
    return pages.flat()
  }

  function caption(document: CaseDocument, { documents }: PicturedCase, language: Language): string {
    const name = t(slotOf(counter.agency, document.slot).label)
    return counter.texts.format(language, sheetName(document, documents, name))
  }
}

/** Everything of a case's picture but its small pictures. */
export function inWords(found: PicturedCase, counter: Counter, language: Language): Omit<CasePicture, 'pages'> {
  const { agency, texts } = counter
  const say = (text: Text) => texts.format(language, text)
  const when = (at: number) => formatDateTime(at, agency.zone, language)
  const flags = found.flags.map((flag) => ({ text: t(`flag-${flag}`, { kind: found.kind }), tone: 'look' as const }))
  return {
    title: found.number,
    subtitle: say(
      t('case-picture-subtitle', {
        what: t('case-kind', { kind: found.kind }),
        submitted: when(found.submittedAt),
        promised: when(found.promisedAt),
      }),
    ),
    heads: [say(t('case-picture-typed')), say(t('case-picture-read'))],
    rows: comparedRows(found, counter, language).map(({ label, typed, read, state }) => ({
      label: say(label),
      typed: say(typed),
      read: say(read),
      state,
    })),
    notes: [...flags, ...documentNotes(found, counter)].map(({ text, tone }) => ({ text: say(text), tone })),
  }
}
