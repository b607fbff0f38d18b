/** Red, green and blue of pixels of four bytes, in the same memory: the given pixels are used up. */
export function withoutAlpha(pixels: Uint8Array | Uint8ClampedArray): Uint8Array {
  for (let from = 0, to = 0; from < pixels.length; from += 4) {
    pixels[to++] = pixels[from] ?? 0
    pixels[to++] = pixels[from + 1] ?? 0
    pixels[to++] = pixels[from + 2] ?? 0
  }
  return new Uint8Array(pixels.buffer, pixels.byteOffset, (pixels.length / 4) * 3)
}
