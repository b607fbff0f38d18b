// What runs in the thread of the pool for reading: its functions are what can be asked of it.
import { models } from './ocr/models.ts'
import { readDocument, type ReadingTask } from './ocr/read-document.ts'
import type { DocumentReading } from './types.ts'

/** Reads a picture of a document. */
export function read({ jpeg, ...task }: ReadingTask & { readonly jpeg: Uint8Array }): Promise<DocumentReading> {
  return readDocument(jpeg, task)
}

/** Loads what reading needs, so that it is there when the picture is. */
export async function prepare(): Promise<void> {
  await models()
}
