import type { JsonObject } from '../../flows/engine/json.ts'
import type { Sealer } from '../vault/seal.ts'

/** The columns whose values are sealed; a value moved to another column does not open. */
export type SealedColumn =
  | 'person.nik'
  | 'person.name'
  | 'person.profile'
  | 'contact.phone'
  | 'consent.reply'
  | 'registration.answers'
  | 'registration.note'
  | 'talk-line.text'
  | 'request.answers'
  | 'request.note'
  | 'mandate.group'
  | 'one-time-code.payload'
  | 'notice.content'
  | 'document.name'
  | 'document.remark'

/** A text, sealed for a `Bytes` column. */
export function sealText(sealer: Sealer, text: string, column: SealedColumn): Uint8Array<ArrayBuffer> {
  return new Uint8Array(sealer.seal(text, column))
}

/** Opens what `sealText` made. Fails with Unsealable. */
export function openText(sealer: Sealer, sealed: Uint8Array, column: SealedColumn): string {
  return sealer.open(sealed, column).toString()
}

/** A JSON object, sealed for a `Bytes` column. */
export function sealObject(sealer: Sealer, value: JsonObject, column: SealedColumn): Uint8Array<ArrayBuffer> {
  return sealText(sealer, JSON.stringify(value), column)
}

/** Opens what `sealObject` made. Fails with Unsealable. */
export function openObject(sealer: Sealer, sealed: Uint8Array, column: SealedColumn): JsonObject {
  return JSON.parse(openText(sealer, sealed, column)) as JsonObject
}

/** A list of codes as kept in a text column. */
export function readCodes(text: string): readonly string[] {
  return JSON.parse(text) as readonly string[]
}
