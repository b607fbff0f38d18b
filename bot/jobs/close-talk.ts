import { z } from 'zod'
import { appendAudit } from '../../storage/audit.ts'
import { tell } from '../../storage/domain/notices.ts'
import { audience, findTalk, lastLine, talkNumber } from '../../storage/domain/talk-rows.ts'
import type { JobHandler } from '../runtime/job-runner.ts'
import { atTalkDesk, type TalkJobParts } from './talk-desk.ts'

const payloadShape = z.object({ talk: z.string(), line: z.string() })

/** Closes a talk in which nothing was said since the answer `line`; the citizen and the officer are told. */
export function closeTalkJob(parts: TalkJobParts): JobHandler {
  return {
    attempts: 5,
    leaseMs: 60_000,
    async run(payload) {
      const { talk: id, line } = payloadShape.parse(payload)
      await atTalkDesk(parts, async (desk) => {
        const { tx, agency, now } = desk
        const talk = await findTalk(desk, id)
        // A question that came after the answer keeps the talk open until it is answered in its turn.
        if (talk === null || talk.status === 'closed' || (await lastLine(desk, id)) !== line) return
        await tx.talk.update({ where: { id }, data: { status: 'closed', closedAt: BigInt(now) } })
        await appendAudit(tx, { agency: agency.id, actor: 'system', action: 'talk.closed', subject: id }, now)
        const data = { number: talkNumber(id), how: 'time' }
        const holder = talk.status === 'held' ? await audience(desk, talk) : []
        await tell(desk, [
          { conversation: Number(talk.conversationId), notice: 'talk-closed', key: id, data },
          ...holder
            .filter((officer) => officer.id === talk.officerId)
            .map(({ conversation }) => ({ conversation, notice: 'talk-ended', key: id, data })),
        ])
      })
      return undefined
    },
  }
}
