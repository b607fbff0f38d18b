// vitest's globalSetup: makes the folder where lines are kept, and looks at all of them when every test file has ended.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { RunFolder } from './run-folder.ts'
import { verdict } from './verdict.ts'

declare module 'vitest' {
  interface ProvidedContext {
    logFolder: string
  }
}

/** Fails the run, after its tests, when a line that was written holds a secret. */
export default function setup(project: TestProject): () => void {
  const path = mkdtempSync(join(tmpdir(), 'loket-log-'))
  project.provide('logFolder', path)
  return () => {
    try {
      const ran = project.vitest.state.getTestModules().filter((one) => one.state() !== 'skipped')
      const folder = new RunFolder(path)
      const { report, isGood } = verdict(folder.lines(), folder.files(), ran.length)
      process.stdout.write(`${report}\n`)
      if (!isGood) process.exitCode = 1
    } finally {
      rmSync(path, { recursive: true, force: true })
    }
  }
}
