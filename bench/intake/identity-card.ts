import { ktp } from '../../test/documents/ktp.ts'
import type { Run } from '../measurement.ts'
import { measureReading } from './reading.ts'

/** Identity cards, beside NIK and name. */
export const run: Run = (load) =>
  measureReading(
    'ktp',
    async (seed) => {
      const drawn = await ktp({ seed })
      return { drawn, typed: { nik: drawn.truth.nik, name: drawn.truth.name } }
    },
    load,
  )
