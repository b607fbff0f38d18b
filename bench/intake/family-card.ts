import { kk } from '../../test/documents/kk.ts'
import type { Run } from '../measurement.ts'
import { measureReading } from './reading.ts'

/** Family cards, beside their number and the NIK of their first member. */
export const run: Run = (load) =>
  measureReading(
    'kk',
    async (seed) => {
      const drawn = await kk({ seed })
      return { drawn, typed: { kk: drawn.truth.kk, nik: drawn.truth.head.nik } }
    },
    load,
  )
