import { askedOf } from './answer.ts'
import { own } from './engine-texts.ts'
import type { IncomingFile } from './input.ts'
import type { Talk } from './talk.ts'

/**
 * Whether a file came together with one that was heard before. Most questions take one file: the first of an album is
 * the answer, and the person is told once that it was enough. Nothing waits for the rest of an album, because nobody
 * knows when it is complete.
 */
export function isMoreOfAlbum<P>(talk: Talk<P>, { album: id }: IncomingFile): boolean {
  if (id === undefined) return false
  const last = talk.head.album
  const isMore = last?.id === id
  const frame = talk.top
  const field = frame && askedOf(talk, frame)?.step.field
  if (field?.album === true) return false
  const wantsFile = field?.accepts.includes('file') === true
  const tell = isMore && !last.told && wantsFile
  if (tell) talk.say(own('engine-one-file'))
  talk.setHead({ album: { id, told: (isMore && last.told) || tell } })
  talk.answered ||= isMore
  return isMore
}
