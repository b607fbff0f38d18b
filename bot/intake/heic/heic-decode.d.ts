// The library comes without types; this is the part of it that is used.
declare module 'heic-decode' {
  interface HeicPhoto {
    readonly width: number
    readonly height: number
    /** pixels as red, green, blue and alpha, already upright */
    decode(): Promise<{ readonly data: Uint8ClampedArray<ArrayBuffer>; readonly width: number; readonly height: number }>
  }
  const library: {
    /** reads the headers of all images in a file; nothing is decoded yet */
    all(options: { readonly buffer: Uint8Array }): Promise<readonly HeicPhoto[]>
  }
  export default library
}
