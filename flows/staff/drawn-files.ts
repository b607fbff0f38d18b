import type { Language } from '../engine/text.ts'

// Pictures that are drawn when they are sent, and kept nowhere; bot/shown-files.ts knows these ids.

/** A case as one picture, in an officer's language. */
export function casePictureId(task: string, language: Language): string {
  return `case:${language}:${task}`
}

/** A dark photo made brighter and level. */
export function clearedId(file: string): string {
  return `cleared:${file}`
}
