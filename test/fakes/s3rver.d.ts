/** The little of s3rver that tests use; it brings no types of its own. */
declare module '@20minutes/s3rver' {
  interface S3rverOptions {
    readonly address: string
    /** 0 = any that is free */
    readonly port: number
    readonly directory: string
    readonly silent: boolean
    readonly vhostBuckets: boolean
    readonly allowMismatchedSignatures: boolean
  }
  export default class S3rver {
    constructor(options: S3rverOptions)
    run(): Promise<{ readonly port: number }>
    close(): Promise<void>
    readonly httpServer: { closeAllConnections(): void }
  }
}
