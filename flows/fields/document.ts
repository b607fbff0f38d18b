import { z } from 'zod'
import type { Field, Reading } from '../engine/field.ts'
import type { IncomingFile } from '../engine/input.ts'
import { t } from '../engine/text.ts'
import { refusals } from './refusals.ts'

/** What may be wrong with a photo that was sent. */
export const photoProblems = [
  'field-document-too-large',
  'field-document-empty',
  'field-document-type',
  'field-document-svg',
  'field-document-pdf',
  'field-document-app',
  'field-document-not-an-image',
  'field-document-pixels',
  'field-document-damaged',
  'field-document-heic',
  'field-document-unavailable',
  'field-document-timeout',
] as const
const problems = ['field-document-none', ...photoProblems, 'field-document-not-checked'] as const
const refuse = refusals(problems)

/** A document as an answer keeps it: the id of the stored file. */
export type StoredDocument = { readonly file: string }

/** What a document question wants. */
export interface DocumentOptions {
  /** the document's name in the agency's data, e.g. `ktp` */
  readonly slot: string
  /** the most that is fetched, in bytes */
  readonly maxBytes: number
  /** the job that fetches, checks and stores the file */
  readonly job: string
}

/** What the job found wrong. */
type Fault =
  | 'too-large'
  | 'empty'
  | 'type'
  | 'svg'
  | 'pdf'
  | 'app'
  | 'not-an-image'
  | 'pixels'
  | 'damaged'
  | 'heic'
  | 'unavailable'
  | 'timeout'

const outcomeSchema = z.union([
  z.object({ ok: z.literal(true), file: z.string().min(1) }),
  z.object({ ok: z.literal(false), problem: z.string() }),
])
const faults: ReadonlySet<string> = new Set<Fault>([
  'too-large',
  'empty',
  'type',
  'svg',
  'pdf',
  'app',
  'not-an-image',
  'pixels',
  'damaged',
  'heic',
  'unavailable',
  'timeout',
])

function isFault(problem: string): problem is Fault {
  return faults.has(problem)
}

/** What can be said of a file before it is fetched, from what the channel tells of it; undefined = fetch it and see. */
export function announcedFault(file: IncomingFile, maxBytes: number): Fault | undefined {
  if (file.size === 0) return 'empty'
  const mime = (file.mime ?? '').toLowerCase()
  const extension = /\.([a-z0-9]{1,8})$/u.exec((file.name ?? '').slice(-20).trim().toLowerCase())?.[1] ?? ''
  if (mime.includes('svg') || extension === 'svg') return 'svg'
  if (mime === 'application/pdf' || extension === 'pdf') return 'pdf'
  if (
    mime === 'application/vnd.android.package-archive' ||
    ['apk', 'exe', 'bat', 'js', 'html', 'zip', 'rar', '7z'].includes(extension)
  )
    return 'app'
  // a channel that does not know says octet-stream: the job looks into the file itself
  if (mime !== '' && !mime.startsWith('image/') && mime !== 'application/octet-stream') return 'type'
  return file.size !== undefined && file.size > maxBytes ? 'too-large' : undefined
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 104_857.6) / 10
}

/** A photo of a document, sent as a photo or as an image file; a job checks and stores it. */
export function document(options: DocumentOptions): Field<StoredDocument> {
  const fault = (problem: Fault): Reading<StoredDocument> =>
    refuse(`field-document-${problem}`, problem === 'too-large' ? { max: megabytes(options.maxBytes) } : undefined)
  return {
    type: 'document',
    accepts: ['file'],
    read: (input) => {
      if (input.kind !== 'file') return refuse('field-document-none')
      const { ref, as, name, mime, size } = input.file
      const announced = announcedFault(input.file, options.maxBytes)
      if (announced !== undefined) return fault(announced)
      const told = {
        ...(name === undefined ? {} : { name }),
        ...(mime === undefined ? {} : { mime }),
        ...(size === undefined ? {} : { size }),
      }
      return { is: 'work', job: options.job, payload: { ref, as, slot: options.slot, maxBytes: options.maxBytes, ...told } }
    },
    settle: (outcome) => {
      const found = outcomeSchema.safeParse(outcome)
      if (!found.success) return refuse('field-document-not-checked')
      if (found.data.ok) return { is: 'value', value: { file: found.data.file } }
      return isFault(found.data.problem) ? fault(found.data.problem) : refuse('field-document-not-checked')
    },
    show: () => t('field-document-received'),
    texts: [...problems, 'field-document-received'],
  }
}
