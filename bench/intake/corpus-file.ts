import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the corpus, as its manifest describes it. */
export interface CorpusFile {
  readonly path: string
  /** the class that the manifest expects, e.g. `accept`, `encrypted` */
  readonly expected: string
  readonly note: string
  readonly bytes: Buffer
}

/** Beside the project: the files' licences allow using them, not handing them on with it. */
const DEFAULT = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))

/**
 * Reads the corpus: a folder with a MANIFEST.tsv of path, bytes, sha256, source, licence, expected and note.
 * Fails when there is none, or when a file is not the one that the manifest means.
 */
export function readCorpus(folder = DEFAULT): CorpusFile[] {
  const manifest = join(folder, 'MANIFEST.tsv')
  if (!existsSync(manifest)) throw new Error(`no corpus in ${folder}: set LOKET_CORPUS to a folder with a MANIFEST.tsv`)
  const [head = '', ...lines] = readFileSync(manifest, 'utf8').trimEnd().split('\n')
  const names = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    const cell = (name: string): string => cells[names.indexOf(name)] ?? ''
    const bytes = readFileSync(join(folder, cell('path')))
    const isRight = createHash('sha256').update(bytes).digest('hex') === cell('sha256')
    if (!isRight) throw new Error(`${cell('path')} is not the file that the manifest means`)
    return { path: cell('path'), expected: cell('expected'), note: cell('note'), bytes }
  })
}
