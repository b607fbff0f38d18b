import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { FileFacts, FileVault, PreparedFile } from '../../storage/vault/files.ts'
import type { PlainJpeg } from './encode.ts'
import type { Received } from './receive.ts'

/** JSON. */
type Findings = Exclude<FileFacts['findings'], undefined>

/** Where documents are kept. */
export interface KeepParts {
  readonly vault: FileVault
  readonly unitOfWork: UnitOfWork
}

/** Ids of what was kept. */
export interface KeptDocument {
  /** the photo, or the first page; all the others are erased with it */
  readonly file: string
  readonly pages: string[]
  readonly thumbnail: string
  readonly original?: string
}

/**
 * Keeps a document encrypted, in one commit: its photo or pages, a thumbnail, the PDF itself, and with the first picture
 * what was found in it.
 */
export async function keepDocument(
  { vault, unitOfWork }: KeepParts,
  agency: string,
  { picture, thumbnail, pdf }: Pick<Received, 'picture' | 'thumbnail' | 'pdf'>,
  findings: Readonly<Record<string, Findings>>,
): Promise<KeptDocument> {
  const put = (
    { jpeg, width, height }: PlainJpeg,
    facts: { variant: string; parent?: string; position?: number; findings?: Findings },
  ) => vault.put(jpeg, { agency, mime: 'image/jpeg', width, height, ...facts })
  const first = await put(picture, { variant: pdf === undefined ? 'photo' : 'page', findings })
  const parent = first.id
  const [small, original, ...pages] = await Promise.all([
    put(thumbnail, { variant: 'thumbnail', parent }),
    pdf && vault.put(pdf.bytes, { agency, mime: 'application/pdf', variant: 'original', parent }),
    ...(pdf?.furtherPages ?? []).map((page, i) => put(page, { variant: 'page', parent, position: i + 1 })),
  ])
  const children: readonly PreparedFile[] = [small, ...(original === undefined ? [] : [original]), ...pages]
  await unitOfWork.run((tx) => vault.record(tx, [first, ...children]))
  return {
    file: first.id,
    pages: pages.map(({ id }) => id),
    thumbnail: small.id,
    ...(original !== undefined && { original: original.id }),
  }
}

/**
 * The ids of what was kept with a document's first picture. One that has no thumbnail (none was made when it came) gets
 * `thumbnail`. Fails with FileUnavailable when the document is gone.
 */
export async function keptWith(
  { vault, unitOfWork }: KeepParts,
  agency: string,
  file: string,
  thumbnail: PlainJpeg,
): Promise<KeptDocument> {
  const children = await unitOfWork.run((tx) => vault.children(tx, file))
  const of = (variant: string) => children.filter((child) => child.variant === variant).map(({ id }) => id)
  const [small] = of('thumbnail')
  const [original] = of('original')
  return {
    file,
    pages: of('page'),
    thumbnail: small ?? (await addThumbnail()),
    ...(original !== undefined && { original }),
  }

  async function addThumbnail(): Promise<string> {
    const { jpeg, width, height } = thumbnail
    const facts = { agency, mime: 'image/jpeg', variant: 'thumbnail', width, height, parent: file }
    const prepared = await vault.put(jpeg, facts)
    await unitOfWork.run((tx) => vault.record(tx, prepared))
    return prepared.id
  }
}

/** Keeps what was found in a document when it was looked at again; what is only known of what was sent stays. */
export async function keepFindings(
  { vault, unitOfWork }: KeepParts,
  file: string,
  findings: Readonly<Record<string, Findings>>,
): Promise<void> {
  await unitOfWork.run(async (tx) => {
    const before = await vault.findings(tx, file)
    await vault.keepFindings(tx, file, { ...(isRecord(before) && before), ...findings })
  })
}

function isRecord(value: Findings | undefined): value is { readonly [name: string]: Findings } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
