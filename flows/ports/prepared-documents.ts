/** A file that somebody has made ready for a service. */
export type PreparedFile = {
  /** id of the document, by which it is removed */
  readonly id: string
  readonly slot: string
  /** id of its picture, or of that of a PDF's first page */
  readonly file: string
  /** pictures of a PDF's further pages */
  readonly pages: readonly string[]
  /** what its sender's phone called it, where it is known */
  readonly name: string | null
  /** Tanggal Dokumen, yyyy-mm-dd */
  readonly date: string
  /** Lembar ke, from 1 */
  readonly page: number
  /** Keterangan */
  readonly remark: string | null
}

/** Files to be kept for a service (Data Dukung). */
export type FilesToPrepare = {
  readonly service: string
  /** one of the documents of this service */
  readonly slot: string
  /** stored pictures in order, with the names that they were sent with */
  readonly files: readonly { readonly file: string; readonly name: string | null }[]
  /** yyyy-mm-dd */
  readonly date: string
  /** of the first of them; the others follow */
  readonly page: number
  readonly remark: string | null
}

/**
 * How keeping them went. `full`: there are as many as one document may have; `gone`: a file is not there any more, is
 * somebody else's, or the service does not ask for it.
 */
export type Preparing = 'kept' | 'full' | 'gone' | 'logged-out'

/** The documents that whoever is logged in here makes ready for a service; nobody else's are ever touched. */
export interface PreparedDocumentPorts {
  /** What is kept for a service, in the order of documents and pages; null when nobody is logged in. */
  of(service: string): Promise<readonly PreparedFile[] | null>
  /** Keeps files; audited. */
  keep(files: FilesToPrepare): Promise<Preparing>
  /** Removes one, and erases its file where nothing else refers to it; audited. False where there is no such own one. */
  remove(id: string): Promise<boolean>
}
