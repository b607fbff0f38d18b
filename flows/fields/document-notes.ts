import { z } from 'zod'
import type { Json } from '../engine/json.ts'
import { photoFaults, refusalReasons } from './document-outcome.ts'
import { COMPARED } from './document-identity.ts'
import { sheetList } from './document-value.ts'

const told = z.object({
  ref: z.string(),
  as: z.enum(['photo', 'document']),
  name: z.string().exactOptional(),
  mime: z.string().exactOptional(),
  size: z.number().exactOptional(),
})

/** What may be wrong with a file besides the faults of a photo and the refusals: its document has run out. */
const wrong = z.enum([...photoFaults, 'expired', ...refusalReasons])
export type Wrong = z.infer<typeof wrong>

const notesSchema = z.object({
  /** what is asked: a (further) photo, whether a difference is right, which of the earlier documents */
  asks: z.enum(['photo', 'differs', 'earlier']),
  /** files that were taken */
  sheets: sheetList,
  /** place in `sheets` of the one that the next file takes the place of */
  replaces: z.int().exactOptional(),
  /** the file that is being looked at, as its sender calls it */
  name: z.string().exactOptional(),
  /** further files that came meanwhile, to be looked at one by one */
  queue: z.array(told).max(100),
  /** files of an album that were too many */
  over: z.int(),
  /** what was wrong with files of an album, by their place in it */
  wrong: z.array(z.object({ place: z.int(), wrong })),
  /** place in its album of the file that is being looked at, from 1; 0 = it came alone */
  place: z.int(),
  /** photos in a row with something wrong */
  tries: z.int(),
  /** the last of them, or the one whose difference is asked about */
  last: sheetList.element.exactOptional(),
  differs: z.object({ what: z.enum(COMPARED), typed: z.string(), read: z.string() }).exactOptional(),
  /** its sender was asked to look at the address again, and is not asked twice */
  addressAsked: z.literal(true).exactOptional(),
  /** a document that was kept before is looked at again: nothing more is asked of it but what differs */
  again: z.literal(true).exactOptional(),
})

/** What a document question remembers until it is answered. */
export type Notes = z.infer<typeof notesSchema>

export const NOTHING: Notes = { asks: 'photo', sheets: [], queue: [], over: 0, wrong: [], place: 0, tries: 0 }

/** The notes as they were kept; undefined when there are none. */
export function readNotes(scratch: Json | undefined): Notes | undefined {
  return notesSchema.safeParse(scratch).data
}
