import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    exclude: [],
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
