import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    exclude: [],
    // Every line that is written is kept, and searched for secrets when all tests have ended.
    setupFiles: ['test/log-check/capture.ts'],
    globalSetup: ['test/log-check/check-after-run.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Every file in a process of its own (native modules, SIGKILL tests); two fill a small machine.
    pool: 'forks',
    maxWorkers: 2,
    allowOnly: false,
    unstubEnvs: true,
    restoreMocks: true,
  },
})
