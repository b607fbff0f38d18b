import type { Run } from '../measurement.ts'
import { measureCpu } from './fast-path.ts'

/** Photos as a messenger sends them: 1600 pixels. */
export const run: Run = (load) => measureCpu('chat', load)
