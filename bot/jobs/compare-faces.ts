import { z } from 'zod'
import type { Json, JsonObject } from '../../flows/engine/json.ts'
import type { FaceHint } from '../../flows/fields/document-findings.ts'
import { appendAudit } from '../../storage/audit.ts'
import type { DomainParts } from '../../storage/domain/scope.ts'
import { facePictures } from '../../storage/domain/selfie.ts'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import { FileUnavailable, type FileVault } from '../../storage/vault/files.ts'
import type { Clock } from '../../flows/ports.ts'
import type { JobHandler } from '../runtime/job-runner.ts'

/** What comparing faces needs. */
export interface CompareFacesParts {
  readonly unitOfWork: UnitOfWork
  readonly domain: Pick<DomainParts, 'agency'>
  readonly vault: Pick<FileVault, 'read' | 'findings' | 'keepFindings'>
  readonly clock: Clock
  /** the word about two pictures; fails only when Loket is stopping */
  hint(pictures: { readonly selfie: Uint8Array; readonly document: Uint8Array }): Promise<FaceHint>
}

const payloadShape = z.object({ registration: z.string() })

/**
 * Compares the selfie of a registration with its document, for the officer who decides. All that is kept is a word, with
 * the selfie's other findings: it goes when the selfie goes. Nothing waits for it, and nothing follows from it.
 */
export function compareFacesJob({ unitOfWork, domain: { agency }, vault, clock, hint }: CompareFacesParts): JobHandler {
  return {
    attempts: 3,
    leaseMs: 120_000,
    async run(payload) {
      const { registration } = payloadShape.parse(payload)
      const wanted = () => unitOfWork.run((tx) => facePictures({ tx, agency }, registration))
      const pictures = await wanted()
      if (pictures === undefined) return undefined
      try {
        const [selfie, document] = await Promise.all(
          [pictures.selfie, pictures.document].map(async (file) => (await vault.read(unitOfWork, file)).bytes),
        )
        if (selfie === undefined || document === undefined) return undefined
        const face = await hint({ selfie, document })
        await unitOfWork.run(async (tx) => {
          // Consent may have been withdrawn while the faces were compared.
          if ((await facePictures({ tx, agency }, registration))?.selfie !== pictures.selfie) return
          const before = await vault.findings(tx, pictures.selfie)
          await vault.keepFindings(tx, pictures.selfie, { ...(isRecord(before) && before), face })
          const entry = { agency: agency.id, actor: 'system', action: 'face.compared', subject: registration }
          await appendAudit(tx, entry, clock.now())
        })
      } catch (error) {
        // Erased meanwhile: there is nothing to compare any more.
        if (!(error instanceof FileUnavailable)) throw error
      }
      return undefined
    },
  }
}

function isRecord(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
