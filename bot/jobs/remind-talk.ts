import { z } from 'zod'
import { tell } from '../../storage/domain/notices.ts'
import { officersWhoMay } from '../../storage/domain/officers.ts'
import { audience, findTalk, talkNumber, waitingLines } from '../../storage/domain/talk-rows.ts'
import type { JobHandler } from '../runtime/job-runner.ts'
import { atTalkDesk, type TalkJobParts } from './talk-desk.ts'

const payloadShape = z.object({ talk: z.string(), line: z.string(), n: z.number() })

/** Reminds officers of a question that still waits: first the one who holds the talk, then everybody. */
export function remindTalkJob(parts: TalkJobParts): JobHandler {
  return {
    attempts: 5,
    leaseMs: 60_000,
    async run(payload) {
      const { talk: id, line, n } = payloadShape.parse(payload)
      await atTalkDesk(parts, async (desk) => {
        const talk = await findTalk(desk, id)
        const waiting = (await waitingLines(desk, [id])).get(id)
        if (talk === null || talk.status === 'closed' || waiting?.id !== line) return
        const everybody = (await officersWhoMay(desk, 'decide', 'escalation')).filter(
          ({ conversation }) => BigInt(conversation) !== talk.conversationId,
        )
        const officers = n === 0 ? await audience(desk, talk) : everybody
        const data = { talk: id, number: talkNumber(id), since: waiting.at }
        await tell(
          desk,
          officers.map(({ conversation }) => ({ conversation, notice: 'talk-reminder', key: `${line}:${n}`, data })),
        )
      })
      return undefined
    },
  }
}
