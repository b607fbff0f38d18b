import type { Path } from './agency-yaml.ts'

/** A value that does not fit the others. */
export interface Misfit {
  readonly path: Path
  readonly problem: string
}
