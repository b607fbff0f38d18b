import { isMarkedAsUntransferable } from 'node:worker_threads'

/**
 * The bytes in a form that can be handed to a thread without copying, and what is handed over then. Bytes that are a part
 * of something larger (Node keeps small buffers together), or that a library holds, are copied.
 */
export function movable(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly move: readonly ArrayBuffer[] } {
  const { buffer } = bytes
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength && !isMarkedAsUntransferable(buffer)
  if (isWhole) return { bytes, move: [buffer] }
  const copy = new Uint8Array(bytes)
  return { bytes: copy, move: [copy.buffer] }
}
