import { FileStoreError } from './file-store.ts'

/** What the operator can do about the codes that S3 answers with (Amazon S3 API reference, "Error responses"). */
const ADVICE: Readonly<Record<string, string>> = {
  NoSuchBucket: 'there is no bucket of that name: make it, or look at LOKET_S3_BUCKET and LOKET_S3_ENDPOINT',
  InvalidBucketName: 'LOKET_S3_BUCKET is no name that the store takes',
  InvalidAccessKeyId: 'the store does not know the key: look at LOKET_S3_ACCESS_KEY_ID',
  SignatureDoesNotMatch: 'the secret does not belong to the key: look at LOKET_S3_SECRET_ACCESS_KEY',
  AccessDenied: 'the key may not do that: it has to list the bucket, and to read, write and delete what is in it',
  AuthorizationHeaderMalformed: 'the region is another one: look at LOKET_S3_REGION',
  PermanentRedirect: 'the bucket is served elsewhere: look at LOKET_S3_ENDPOINT and LOKET_S3_REGION',
  RequestTimeTooSkewed: 'the clocks of this machine and of the store differ by more than 15 minutes',
  BadDigest: 'what arrived is not what was sent: look at the network between',
  XAmzContentSHA256Mismatch: 'what arrived is not what was sent: look at the network between',
  QuotaExceeded: 'the store is full',
  XMinioStorageFull: 'the store is full',
}
/** The server is busy or has a fault of its own. */
const PASSING = new Set([408, 429, 500, 502, 503, 504])

/** An attempt failed; `again`: it may succeed when it is made once more. */
export class S3Failure extends FileStoreError {
  readonly again: boolean
  /** the code that the server gave, such as `NoSuchKey`; '' = none */
  readonly code: string
  constructor(message: string, { again, code = '' }: { readonly again: boolean; readonly code?: string }) {
    super(message)
    this.again = again
    this.code = code
  }
}

/** What an answer of the server that is no success means. Of its text only the code is taken: the rest repeats the request. */
export function refusal(doing: string, status: number, text: string): S3Failure {
  const code = /<Code>\s*([A-Za-z0-9.]{1,60})\s*<\/Code>/.exec(text)?.[1] ?? ''
  const named = [`HTTP ${status}`, ...(code === '' ? [] : [code])].join(', ')
  const advice = ADVICE[code] ?? (status === 403 ? ADVICE['AccessDenied'] : undefined)
  const message = `S3 cannot ${doing} (${named})${advice === undefined ? '' : `: ${advice}`}`
  return new S3Failure(message, { again: PASSING.has(status) || code === 'RequestTimeout', code })
}

/** What it means that no answer came. The error of `fetch` is not passed on: it may hold the request. */
export function silence(doing: string, error: unknown): S3Failure {
  const isTimeout = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'no connection'
  const why = isTimeout ? 'it does not answer in time' : `it is not reached (${/^\w{1,60}$/.test(code) ? code : 'no connection'})`
  return new S3Failure(`S3 cannot ${doing}: ${why}; look at LOKET_S3_ENDPOINT and the network`, { again: true })
}
