import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { TextResource } from '../flows/text/resource.ts'

/** The folder of the messages that all agencies share. */
export const commonTexts = join(import.meta.dirname, '../flows/text')

/** How a file is named in errors: from the folder that Loket was started in. */
export function shownPath(path: string): string {
  const shown = relative(process.cwd(), path)
  return shown.startsWith('..') ? path : shown
}

/**
 * Reads the messages that all agencies share: `<folder>/{id,en}/*.ftl`, in the order of their names.
 * @throws Error of the file system
 */
export function loadTexts(folder: string = commonTexts): TextResource[] {
  return (['id', 'en'] as const).flatMap((language) =>
    readdirSync(join(folder, language))
      .filter((file) => file.endsWith('.ftl'))
      .sort()
      .map((file) => join(folder, language, file))
      .map((path) => ({ language, name: shownPath(path), content: readFileSync(path, 'utf8') })),
  )
}
