/**
 * Where ciphertext lies. A store knows nothing of what it keeps: whoever reads all of it has noise. Keys are paths of the
 * form `<2 characters>/<name>`, the same in every store, so that its content can be copied from one to another.
 */
export interface FileStore {
  /** Once this resolves, the bytes survive a power cut, and nobody ever sees a part of them. What was there is replaced. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** undefined = there is nothing */
  get(key: string): Promise<Uint8Array | undefined>
  /** the keys of everything there is, in no order; what is written meanwhile may be missing */
  list(): AsyncIterable<string>
  /** when it was written, milliseconds since 1970; undefined = there is nothing */
  writtenAt(key: string): Promise<number | undefined>
  /** What is not there is fine. */
  remove(key: string): Promise<void>
}

/** A store cannot do what it is asked. The message is for the operator: it says what to mend, and holds no secret. */
export class FileStoreError extends Error {
  override readonly name = 'FileStoreError'
}
