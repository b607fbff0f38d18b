import type { Event } from '../../flows/engine/input.ts'
import type { Session } from '../../flows/engine/state.ts'
import { normalise } from '../../flows/engine/words.ts'
import type { NewMessage } from '../../storage/store.ts'

/** A command about something in particular, as only a button can name it: `/task:4TQ2`. */
const COMMAND = /^\/[^:]+:/
/** So many choices are remembered: a list, and the cards of some days. */
const REMEMBERED = 40

/**
 * Where a channel has no buttons, a choice that means a command about something in particular can only be told by its
 * words, and the words do not say about what. So what was offered last stays with the conversation.
 */
export function rememberSpoken(session: Session, messages: readonly NewMessage[]): Session {
  const offered = messages
    .flatMap(({ message: { choices = [] } }) => choices)
    .filter(({ id }) => COMMAND.test(id))
    .map(({ id, label }) => [normalise(label), id] as const)
  if (offered.length === 0) return session
  const newest = new Map(offered.reverse())
  for (const [words, id] of session.head.spoken ?? []) if (!newest.has(words)) newest.set(words, id)
  return { ...session, head: { ...session.head, spoken: [...newest].slice(0, REMEMBERED) } }
}

/** What was said, as the choice that its words name; the newest of several. A reply to a message means that message. */
export function spokenChoice({ head: { spoken = [] } }: Session, event: Event): Event {
  if (event.kind !== 'text' || event.about !== undefined || spoken.length === 0) return event
  const words = normalise(event.text)
  const id = spoken.find(([known]) => known === words)?.[1]
  return id === undefined ? event : { kind: 'choice', id }
}
