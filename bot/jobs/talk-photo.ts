import { z } from 'zod'
import type { SlotRules } from '../../flows/fields/document-outcome.ts'
import { tell } from '../../storage/domain/notices.ts'
import { addLine, afterAnswer, afterQuestion, findTalk, hasLine } from '../../storage/domain/talk-rows.ts'
import type { JobHandler } from '../runtime/job-runner.ts'
import { ATTEMPTS, tryToTake, type TakeDocument } from './intake.ts'
import { atTalkDesk, type TalkJobParts } from './talk-desk.ts'

const payloadShape = z.object({
  talk: z.string(),
  line: z.string(),
  /** the chat that sent it */
  conversation: z.number(),
  /** null = the citizen */
  officer: z.string().nullable(),
  ref: z.string(),
  maxBytes: z.number(),
})
type Photo = z.infer<typeof payloadShape>

/** What a photo in a talk may be: anything that can be seen. */
const rulesWithin = (maxBytes: number): SlotRules => ({
  slot: 'talk',
  kind: 'any',
  types: ['jpeg', 'png', 'webp', 'heic'],
  maxBytes,
  maxPages: 1,
  shrink: true,
  checks: [],
})

/** Takes a photo into a talk and passes it on; whoever sent it is told when it cannot be. */
export function talkPhotoJob(parts: TalkJobParts & { readonly take: TakeDocument }): JobHandler {
  return {
    attempts: ATTEMPTS,
    leaseMs: 120_000,
    async run(payload, { attempts }) {
      const photo = payloadShape.parse(payload)
      if (await atTalkDesk(parts, (desk) => hasLine(desk, photo.line))) return undefined
      const taken = await tryToTake(attempts, () =>
        parts.take(photo.conversation, { ref: photo.ref }, rulesWithin(photo.maxBytes), {}),
      )
      if (taken.ok) await passOn(parts, photo, taken.file)
      else await refuse(parts, photo, taken.problem)
      return undefined
    },
  }
}

async function passOn(parts: TalkJobParts, { talk: id, line, officer }: Photo, file: string): Promise<void> {
  await atTalkDesk(parts, async (desk) => {
    const talk = await findTalk(desk, id)
    // Closed, or taken over by another officer, while the photo was looked at: it has nobody to go to any more.
    if (talk === null || talk.status === 'closed' || (officer !== null && talk.officerId !== officer)) return
    if ((await addLine(desk, id, { id: line, officer, text: '', photo: file })) === null) return
    if (officer === null) return afterQuestion(desk, talk, line)
    const { name } = await desk.tx.officer.findUniqueOrThrow({ where: { id: officer }, select: { name: true } })
    return afterAnswer(desk, talk, { line, by: name, text: '', photo: file })
  })
}

async function refuse(parts: TalkJobParts, { line, conversation }: Photo, problem: string): Promise<void> {
  await atTalkDesk(parts, (desk) => tell(desk, [{ conversation, notice: 'talk-photo-refused', key: line, data: { problem } }]))
}
