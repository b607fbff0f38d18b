import type { Reply } from '../../flows/engine/reply.ts'
import type { Language, LinkRequest } from '../../flows/engine/text.ts'
import { linksOf, type Texts } from '../../flows/text/texts.ts'
import type { OutboxMessage } from '../../storage/store.ts'

/** A message in words, and what it is about. */
export interface Rendered {
  readonly message: OutboxMessage
  readonly about?: string
}

/**
 * Puts a turn's replies into words. `issue` makes the address of a one-time link; it is called only when a
 * reply asks for one. `received` is the platform id of the message just read, for removing it.
 */
export async function render(
  replies: readonly Reply[],
  language: Language,
  texts: Texts,
  issue: (request: LinkRequest) => Promise<string>,
  received: string | undefined,
): Promise<Rendered[]> {
  const rendered: Rendered[] = []
  let remove: { deleteInbound?: string } = {}
  for (const reply of replies) {
    if (reply.kind === 'delete-input') {
      if (received !== undefined) remove = { deleteInbound: received }
      continue
    }
    const about = reply.about === undefined ? {} : { about: reply.about }
    if (reply.kind === 'file') {
      const text = reply.caption === undefined ? {} : { text: texts.format(language, reply.caption) }
      // What an officer is shown of a case stays where it is; what a person asked for is theirs to keep.
      const protect = reply.about === undefined ? {} : { protect: true }
      const [file, ...album] = [reply, ...(reply.album ?? [])].map((one) => ({ id: one.file, name: one.name }))
      rendered.push({ message: { ...text, ...(file && { file }), ...(album.length > 0 && { album }), ...protect }, ...about })
      continue
    }
    const links = linksOf(reply.text)
    const addresses = new Map<LinkRequest, string>()
    for (const link of links) addresses.set(link, await issue(link))
    const text = texts.format(language, reply.text, (request) => addresses.get(request) ?? '')
    const choices = reply.choices?.map(({ id, label, hint }) => ({
      id,
      label: texts.format(language, label),
      ...(hint !== undefined && { hint: texts.format(language, hint) }),
    }))
    rendered.push({
      message: {
        text,
        ...(reply.subject !== undefined && { subject: texts.format(language, reply.subject) }),
        ...(choices && { choices }),
        ...(reply.contact && { contact: texts.format(language, { key: 'button-share-number' }) }),
        // A link that serves once is for whoever it was sent to.
        ...((reply.protect || links.length > 0) && { protect: true }),
        ...remove,
      },
      ...about,
    })
    remove = {}
  }
  return rendered
}
