import { z } from 'zod'
import { findTalk, prompt, waitingLines } from '../../storage/domain/talk-rows.ts'
import type { JobHandler } from '../runtime/job-runner.ts'
import { atTalkDesk, type TalkJobParts } from './talk-desk.ts'

const payloadShape = z.object({ talk: z.string() })

/** Shows officers, when the office opens, what citizens said while it was closed. */
export function promptTalkJob(parts: TalkJobParts): JobHandler {
  return {
    attempts: 5,
    leaseMs: 60_000,
    async run(payload) {
      const { talk: id } = payloadShape.parse(payload)
      await atTalkDesk(parts, async (desk) => {
        const talk = await findTalk(desk, id)
        const waiting = (await waitingLines(desk, [id])).get(id)
        // Closed meanwhile, or answered by an officer who was awake.
        if (talk === null || talk.status === 'closed' || waiting === undefined) return
        await prompt(desk, talk, waiting.id)
      })
      return undefined
    },
  }
}
