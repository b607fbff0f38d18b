import type { Field, Reading } from '../engine/field.ts'
import type { Choice } from '../engine/reply.ts'
import type { Text } from '../engine/text.ts'
import { matchesPhrase, normalise } from '../engine/words.ts'
import { announcedRefusal, refusalText, refusalTexts, type FileRules } from './document-file.ts'
import { refusals } from './refusals.ts'

/** Characters of one message. */
export const LONGEST_TALK = 2000
/** The largest photo of a talk, bytes. */
export const LARGEST_TALK_PHOTO = 10 * 1024 * 1024
/** What a photo of a talk may be. */
export const TALK_PHOTO: FileRules = {
  types: ['jpeg', 'png', 'webp', 'heic'],
  maxBytes: LARGEST_TALK_PHOTO,
  maxPages: 1,
  shrink: false,
}
/** What a person says who has no more to say. */
const ENDS = ['selesai', 'sudah selesai', 'sudah cukup', 'cukup', 'itu saja', 'done', 'finish', 'finished', "that's all"]
/** The choice that says so; shown as a word, not under a number: "1" is a message. */
const END = '~end'

const problems = ['field-talk-empty', 'field-talk-long', 'field-talk-words-first', 'field-talk-other'] as const
const refuse = refusals(problems)

/** A message for the other side of a talk; `end` = there is none, the person has finished. */
export type TalkAnswer = {
  readonly end: boolean
  readonly text: string
  readonly photo: { readonly ref: string; readonly maxBytes: number } | null
  /** when it was typed, ms since 1970 */
  readonly at: number
}

/** Why words cannot be sent. */
export type TalkFault = 'empty' | 'long'

/**
 * Makes what was typed fit to be shown to somebody else: control characters, direction marks and what else nobody can see
 * are taken out, lines stay lines, at most one empty one in a row.
 */
export function cleanTalk(text: string): string {
  return text
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) =>
      line
        .replace(/\p{Cc}/gu, ' ')
        .replace(/\p{C}/gu, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Reads words for the other side of a talk. */
export function readTalk(typed: string): { readonly text: string } | { readonly fault: TalkFault } {
  if (typed.length > LONGEST_TALK) return { fault: 'long' }
  const text = cleanTalk(typed)
  return text === '' ? { fault: 'empty' } : { text }
}

/** Whether these words say that there is no more to say. */
export function endsTalk(text: string): boolean {
  return matchesPhrase(normalise(text), ENDS)
}

/** What a question for a message is made of. */
export interface TalkOptions {
  /** words are wanted before a photo, so that whoever reads knows what it is about */
  readonly first?: boolean
  /** the label of the choice that there is nothing more to say */
  readonly end: Text
  /** commands offered beside it */
  readonly beside?: readonly Choice[]
}

/** What somebody says in a talk: words, or a photo with or without them. */
export function talkMessage({ first = false, end, beside = [] }: TalkOptions): Field<TalkAnswer> {
  return {
    type: 'talk-message',
    free: true,
    // Whatever is sent gets an answer that fits here: a voice note is not "no photo".
    accepts: ['text', 'choice', 'file', 'contact', 'other'],
    open: () => ({ choices: [{ id: END, label: end }, ...beside] }),
    read: (input, { env: { now } }): Reading<TalkAnswer> => {
      const value = (text: string, photo: TalkAnswer['photo'] = null, isEnd = false): Reading<TalkAnswer> => ({
        is: 'value',
        value: { end: isEnd, text, photo, at: now },
      })
      switch (input.kind) {
        case 'choice':
          return input.id === END ? value('', null, true) : refuse('field-talk-empty')
        case 'text': {
          if (endsTalk(input.text)) return value('', null, true)
          const read = readTalk(input.text)
          if ('text' in read) return value(read.text)
          return read.fault === 'long' ? refuse('field-talk-long', { max: LONGEST_TALK }) : refuse('field-talk-empty')
        }
        case 'file': {
          const { ref, caption = '' } = input.file
          const why = announcedRefusal(input.file, TALK_PHOTO)
          if (why !== undefined) return { is: 'problem', problem: refusalText(why, TALK_PHOTO) }
          const words = cleanTalk(caption.slice(0, LONGEST_TALK))
          return first && words === '' ? refuse('field-talk-words-first') : value(words, { ref, maxBytes: LARGEST_TALK_PHOTO })
        }
        case 'contact':
        case 'other':
          return refuse('field-talk-other', { what: input.kind === 'other' ? input.what : 'contact' })
      }
    },
    show: ({ text }) => text,
    texts: [...problems, ...refusalTexts],
  }
}
