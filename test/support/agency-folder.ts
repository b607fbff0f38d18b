import { appendFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { agenciesFolder } from '../../bot/agencies.ts'

/** What an agency asks for besides a KTP. */
export interface FurtherDocuments {
  /** entries under `documents` in its YAML, one a line */
  readonly documents: readonly string[]
  /** questions of its form behind that for the KTP, by their ids: of which document */
  readonly questions: Readonly<Record<string, string>>
  /** messages in Fluent, for both languages */
  readonly texts: string
  /** other data: what stands there, and what stands there instead */
  readonly changes?: readonly (readonly [from: string, to: string])[]
}

const KTP_QUESTION = '    - { id: ktp, field: document, slot: ktp, entry: chat }\n'

/** A folder with an agency that is SINTREN but for the documents of its form; to be removed by the caller. */
export function agencyFolder({ documents, questions, texts, changes = [] }: FurtherDocuments): string {
  const folder = mkdtempSync(join(tmpdir(), 'loket-agency-'))
  cpSync(join(agenciesFolder, 'sintren'), join(folder, 'sintren'), { recursive: true })
  const file = join(folder, 'sintren/agency.yaml')
  const asked = Object.entries(questions)
  const yaml = readFileSync(file, 'utf8')
    .replace(/^documents:\n/m, (line) => `${line}${documents.map((one) => `  - ${one}\n`).join('')}`)
    .replace(
      KTP_QUESTION,
      (line) => line + asked.map(([id, slot]) => `    - { id: ${id}, field: document, slot: ${slot}, entry: chat }\n`).join(''),
    )
  writeFileSync(
    file,
    changes.reduce((all, [from, to]) => {
      if (!all.includes(from)) throw new Error(`agency.yaml has no ${from}`)
      return all.replace(from, to)
    }, yaml),
  )
  const words = asked.map(
    ([id]) =>
      `registration-${id} = Kirim ${id}.\nregistration-${id}-label = ${id}\nregistration-${id}-help = Kirim ${id} di sini.\n`,
  )
  for (const language of ['id', 'en'])
    appendFileSync(join(folder, `sintren/texts/${language}.ftl`), `\n${texts}\n${words.join('')}`)
  return folder
}
