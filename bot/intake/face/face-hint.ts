import type { FaceHint } from '../../../flows/fields/document-findings.ts'
import { WorkerPool, WorkFailed } from '../worker-pool.ts'
import type * as FaceWorker from './face-worker.ts'
import type { FaceTask } from './face-worker.ts'

export type FacePool = WorkerPool<typeof FaceWorker>

/**
 * Comparing takes about 1.5 s of one processor and 480 MB, in a process of its own that ends when it was idle for a minute.
 */
const FACES = { module: new URL('./face-worker.ts', import.meta.url), apart: true, threads: 1, timeout: 30_000 }

/** Opens the pool; nothing is started before the first selfie. `module`: for tests. */
export function openFacePool(onFailure: (error: unknown) => void, module: URL = FACES.module): FacePool {
  return new WorkerPool<typeof FaceWorker>({ ...FACES, module, onFailure })
}

/** The hint for two pictures; whatever goes wrong with them or with the library, it is `unclear`. Fails with PoolClosed only. */
export async function faceHint(pool: FacePool, task: FaceTask): Promise<FaceHint> {
  try {
    return await pool.run('compare', task)
  } catch (error) {
    if (error instanceof WorkFailed) return 'unclear'
    throw error
  }
}
