/** Runs something later; the one place where real waiting happens. */
export interface Scheduler {
  /** Calls `task` after `ms`; the function returned calls it off. */
  after(ms: number, task: () => void): () => void
}

/** Node's timers. Long waits are cut to what a timer can hold; a waiting timer keeps no process alive. */
export const systemScheduler: Scheduler = {
  after(ms, task) {
    const timer = setTimeout(task, Math.min(Math.max(0, ms), 2 ** 31 - 1))
    timer.unref()
    return () => clearTimeout(timer)
  },
}
