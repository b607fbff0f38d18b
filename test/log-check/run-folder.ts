import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a test file has left: its path, and the secrets that it has named. */
export interface KeptFile {
  readonly path: string
  readonly secrets: readonly string[]
}

/** The folder in which the processes of one run keep what was written. */
export class RunFolder {
  readonly #path: string
  readonly #name: string

  constructor(path: string) {
    this.#path = path
    this.#name = `${process.pid}-${readdirSync(path).length}`
  }

  keepLines(lines: readonly string[]): void {
    if (lines.length > 0) appendFileSync(join(this.#path, `${this.#name}.log`), lines.join(''))
  }

  /** Its test file has ended. A process may end while the run is looked at: what it writes is there whole or not at all. */
  keepFile(path: string, secrets: readonly string[]): void {
    const written = join(this.#path, `${this.#name}.part`)
    if (!existsSync(this.#path)) return
    writeFileSync(written, JSON.stringify({ path, secrets } satisfies KeptFile))
    renameSync(written, join(this.#path, `${this.#name}.json`))
  }

  /** The test files that have ended. */
  files(): readonly KeptFile[] {
    return this.#all('.json').map((text) => JSON.parse(text) as KeptFile)
  }

  /** All lines, without their ends. */
  lines(): readonly string[] {
    return this.#all('.log').flatMap((text) => text.split('\n').filter((line) => line !== ''))
  }

  #all(ending: string): readonly string[] {
    return readdirSync(this.#path)
      .filter((name) => name.endsWith(ending))
      .map((name) => readFileSync(join(this.#path, name), 'utf8'))
  }
}
