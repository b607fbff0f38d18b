import type { Run } from '../measurement.ts'
import { measureCpu } from './fast-path.ts'

/** Photos as a telephone's camera stores them: 12 megapixels. */
export const run: Run = (load) => measureCpu('camera', load)
