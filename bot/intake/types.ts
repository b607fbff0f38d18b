import type { Comparison, DocumentText } from '../../flows/fields/document-outcome.ts'

/** Decoded pixels: RGB, interleaved, upright. */
export interface RawImage {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** A text found in a picture: its box in pixels of the upright picture, the text, how sure (0 to 1). */
export interface TextBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly text: string
  readonly confidence: number
}

/** What reading found. `turned`: degrees clockwise that the given picture must be turned so that its text stands upright. */
export interface DocumentReading {
  readonly turned: 0 | 90 | 180 | 270
  /** degrees clockwise by which the lines of the upright picture lie askew; absent where there are none */
  readonly tilt?: number
  readonly boxes: readonly TextBox[]
  /** what it looks like by its words; `none` = no document words at all */
  readonly kind: 'ktp' | 'kk' | 'passport' | 'other' | 'none'
  readonly read: DocumentText
  readonly checks: {
    readonly nik?: Comparison
    readonly name?: Comparison
    readonly kk?: Comparison
    readonly expiry?: 'valid' | 'expired' | 'unsure'
  }
}
