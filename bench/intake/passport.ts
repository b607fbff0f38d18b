import { passport } from '../../test/documents/passport.ts'
import type { Run } from '../measurement.ts'
import { measureReading } from './reading.ts'

/** Passports, beside the name. */
export const run: Run = (load) =>
  measureReading(
    'passport',
    async (seed) => {
      const drawn = await passport({ seed })
      return { drawn, typed: { name: drawn.truth.name } }
    },
    load,
  )
