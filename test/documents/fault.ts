/** What is wrong with a photo; `strength` 0 (hardly noticed) to 1 (hopeless). */
export interface Fault {
  readonly kind: (typeof faultKinds)[number]
  readonly strength: number
}

/** `defocus` and `motion` are the two ways to be blurred. */
export const faultKinds = ['dark', 'defocus', 'motion', 'glare', 'cut-off', 'too-small'] as const

/** Geometric between two values. */
const between = (from: number, to: number, strength: number) => from * (to / from) ** strength

/** Share of the light of a good photo that reaches the picture. */
export const exposure = (strength: number) => between(0.3, 0.012, strength)
/** Standard deviation of the blur, as a share of the document's width. */
export const defocus = (strength: number) => between(0.0018, 0.014, strength)
/** Way of the camera while the picture was taken, as a share of the document's width. */
export const motion = (strength: number) => between(0.009, 0.06, strength)
/** Radius of the mirrored lamp, as a share of the document's width. */
export const glareRadius = (strength: number) => between(0.07, 0.4, strength)
/** Share of the document that lies outside of the picture. */
export const cutOff = (strength: number) => between(0.06, 0.5, strength)
/** Width of the document as a share of the picture's longer side. */
export const smallness = (strength: number) => between(0.42, 0.09, strength)
