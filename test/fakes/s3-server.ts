import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import { AwsClient } from 'aws4fetch'
import type { S3Settings } from '../../storage/vault/s3-store.ts'

/** The account that s3rver knows. */
const KEY = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

/** A real S3 server on this machine, which checks signatures. */
export interface S3Server {
  /** Makes a bucket of its own; gives the way to it. */
  newBucket(): Promise<S3Settings>
  stop(): Promise<void>
}

/** Starts a server on a free port of the loopback address. */
export async function startS3(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'loket-s3-'))
  const options = { address: '127.0.0.1', port: 0, silent: true, vhostBuckets: false, allowMismatchedSignatures: false }
  const server = new S3rver({ ...options, directory })
  const { port } = await server.run()
  const endpoint = `http://127.0.0.1:${port}`
  const client = new AwsClient({ ...KEY, region: 'us-east-1', service: 's3', retries: 0 })
  let buckets = 0
  return {
    async newBucket() {
      const bucket = `loket-${++buckets}`
      const { ok, status } = await client.fetch(`${endpoint}/${bucket}`, { method: 'PUT' })
      if (!ok) throw new Error(`no bucket: HTTP ${status}`)
      return { endpoint, bucket, region: 'us-east-1', ...KEY }
    },
    async stop() {
      server.httpServer.closeAllConnections()
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
