import { z } from 'zod'
import type { HandlerParts } from '../../bot/job-handlers.ts'
import type { JobHandler } from '../../bot/runtime/job-runner.ts'
import type { JsonObject } from '../../flows/engine/json.ts'
import type { DocumentOutcome, DocumentText, PhotoFault, RefusalReason } from '../../flows/fields/document-outcome.ts'
import { foldName } from '../../flows/fields/name.ts'

/** A document as a test imagines it: what is printed on it, and what is wrong with its photo. */
export interface Paper {
  readonly printed?: DocumentText
  readonly fault?: PhotoFault
  readonly refused?: RefusalReason
  readonly undecided?: true
  readonly expired?: true
  /** of a PDF */
  readonly pages?: number
}

const MARK = 'a document: '

/**
 * The bytes that stand for a photo of `paper`, and look like `picture` where it is to be shown; any other bytes are a good
 * photo on which nothing can be read.
 */
export function photoOf(paper: Paper, picture: Uint8Array = Buffer.alloc(0)): Buffer {
  return Buffer.concat([picture, Buffer.from(MARK + JSON.stringify(paper))])
}

const payloadShape = z.object({
  ref: z.string().optional(),
  file: z.string().optional(),
  typed: z.object({ nik: z.string().optional(), name: z.string().optional(), kk: z.string().optional() }),
})

/**
 * Takes in documents as the counter does, with a test's word for what is on them: they are fetched and kept encrypted, but
 * not decoded and not read.
 */
export function scriptedIntake({ fetch, vault, unitOfWork, domain }: HandlerParts): JobHandler {
  const papers = new Map<string, { readonly paper: Paper; readonly kept: Pick<Kept, 'pages' | 'thumbnail' | 'original'> }>()
  type Kept = DocumentOutcome & { readonly ok: true }
  const agency = domain.agency.id

  const keep = async (bytes: Uint8Array, variant: string, parent?: string, position = 0): Promise<string> => {
    const mime = variant === 'original' ? 'application/pdf' : 'image/jpeg'
    const facts = { agency, mime, variant, position, ...(parent !== undefined && { parent }) }
    const prepared = await vault.put(bytes, facts)
    await unitOfWork.run((tx) => vault.record(tx, prepared))
    return prepared.id
  }

  return {
    attempts: 3,
    leaseMs: 60_000,
    async run(payload, { conversation }) {
      const { ref, file: again, typed } = payloadShape.parse(payload)
      const known = again === undefined ? undefined : papers.get(again)
      if (again !== undefined) return judged(again, known?.paper ?? {}, known?.kept ?? { pages: [], thumbnail: again }, typed)
      const from = await unitOfWork.run((tx) => domain.store.session(tx, conversation ?? 0))
      const bytes = await fetch(from?.account ?? '', ref ?? '', 2 ** 25)
      const paper = readPaper(bytes)
      if (paper.refused !== undefined) return { ok: false, problem: paper.refused }
      const file = await keep(bytes, 'photo')
      const pages: string[] = []
      for (let page = 2; page <= (paper.pages ?? 1); page++) pages.push(await keep(bytes, 'page', file, page - 1))
      const thumbnail = await keep(bytes, 'thumbnail', file)
      const kept = {
        pages,
        thumbnail,
        ...(paper.pages !== undefined && { original: await keep(bytes, 'original', file) }),
      }
      papers.set(file, { paper, kept })
      return judged(file, paper, kept, typed)
    },
  }

  async function judged(...about: Parameters<typeof outcome>): Promise<JsonObject> {
    const { ok: _ok, ...findings } = outcome(...about)
    await unitOfWork.run((tx) => vault.keepFindings(tx, about[0], findings))
    return { ok: true, ...findings }
  }

  function outcome(
    file: string,
    { printed = {}, fault, undecided, expired }: Paper,
    kept: Pick<Kept, 'pages' | 'thumbnail' | 'original'>,
    typed: z.infer<typeof payloadShape>['typed'],
  ): JsonObject {
    const same = (one: string | undefined, other: string | undefined) =>
      one === undefined || other === undefined ? undefined : one === other ? 'same' : 'different'
    const folded = (name: string | undefined) => name && foldName(name)
    const checks = {
      nik: same(typed.nik, printed.nik),
      kk: same(typed.kk, printed.kk),
      name: same(folded(typed.name), folded(printed.name)),
      expiry: expired ? ('expired' as const) : undefined,
    }
    return JSON.parse(
      JSON.stringify({
        ok: true,
        file,
        ...kept,
        verdict: fault !== undefined ? 'fault' : undecided ? 'undecided' : 'good',
        fault,
        checks,
        read: printed,
      }),
    ) as JsonObject
  }
}

function readPaper(bytes: Uint8Array): Paper {
  const at = Buffer.from(bytes).lastIndexOf(MARK)
  return at < 0 ? {} : (JSON.parse(Buffer.from(bytes.subarray(at + MARK.length)).toString()) as Paper)
}
