import { z } from 'zod'
import type { Json } from '../engine/json.ts'

/** How many earlier documents are offered at most: with their pictures and buttons more would be too much to read. */
const MOST = 3

const earlierSchema = z.object({
  /** id of the stored picture */
  file: z.string().min(1),
  thumbnail: z.string().min(1),
  /** what its sender's phone called it, or what the document is called */
  name: z.string(),
  /** when it was handed in, in words; which sheet of its document it is, from 1 */
  date: z.string(),
  sheet: z.int().min(1),
})

/** A document that the same person has handed in before, for the same place. */
export type EarlierDocument = z.infer<typeof earlierSchema>

/** The list as an answer keeps it. */
export function readEarlier(value: Json | undefined): readonly EarlierDocument[] {
  return (z.array(earlierSchema).safeParse(value).data ?? []).slice(0, MOST)
}
