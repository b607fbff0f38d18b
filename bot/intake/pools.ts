import { availableParallelism } from 'node:os'
// Before any thread is started: see there.
import './libvips.ts'
import type * as Pipeline from './pipeline.ts'
import type * as ReadingWorker from './reading-worker.ts'
import { WorkerPool } from './worker-pool.ts'

/** Decoding gives up after 5 s by itself. */
const PICTURES = { module: new URL('./pipeline.ts', import.meta.url), timeout: 10_000 }
/**
 * Reading takes about 0.7 s of one processor. It is done in a process, since ending a thread that is in the middle of
 * onnxruntime ends all of Loket with it (measured: abort in a Napi::Error). It is kept for five minutes: it takes a second to
 * start, and 300 MB while it is there.
 */
const READERS = {
  module: new URL('./reading-worker.ts', import.meta.url),
  apart: true,
  threads: 1,
  timeout: 10_000,
  idle: 5 * 60_000,
}
/** Two people are served at once; the machine has other work too. */
const MOST_THREADS = 2

/** What documents are worked on in, away from the event loop. */
export interface Pools {
  readonly pictures: WorkerPool<typeof Pipeline>
  readonly readers: WorkerPool<typeof ReadingWorker>
  /** Ends all of it. */
  close(): Promise<void>
}

/** Opens them; `onFailure` is told why work died or failed, for the log. Nothing is started before the first document. */
export function openPools(onFailure: (error: unknown) => void): Pools {
  const threads = Math.min(availableParallelism(), MOST_THREADS)
  const pictures = new WorkerPool<typeof Pipeline>({ ...PICTURES, threads, onFailure })
  const readers = new WorkerPool<typeof ReadingWorker>({ ...READERS, onFailure })
  return { pictures, readers, close: async () => void (await Promise.all([pictures.close(), readers.close()])) }
}
