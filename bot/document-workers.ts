import type { Agency } from '../flows/agency.ts'
import type { Config } from './config.ts'
import { openFacePool, type FacePool } from './intake/face/face-hint.ts'
import { scan as scanWith, type ScanVerdict } from './intake/malware/scan.ts'
import { openPools, type Pools } from './intake/pools.ts'
import type { Log } from './runtime/log.ts'

/** Threads, processes and servers that documents are worked on in. */
export interface DocumentWorkers extends Pools {
  /** compares faces, where the agency asks for selfies */
  readonly faces: FacePool | undefined
  /** asks the malware scanner, where the settings name one */
  readonly scan: ((bytes: Uint8Array) => Promise<ScanVerdict>) | undefined
}

/** Makes them; nothing is started before there is work for it. */
export function openDocumentWorkers({ clamd }: Config, { selfie }: Agency, log: Log): DocumentWorkers {
  const failed = (error: unknown) => log.warn({ error }, 'a document worker failed')
  const pools = openPools(failed)
  const faces = selfie && openFacePool(failed)
  return {
    ...pools,
    faces,
    scan: clamd && ((bytes) => scanWith(bytes, clamd)),
    close: async () => void (await Promise.all([pools.close(), faces?.close()])),
  }
}
