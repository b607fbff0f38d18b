import { expect, it } from 'vitest'
import { hear, NOTHING } from '../../bot/web/simulator/page/model.ts'

const SNAPSHOT = { type: 'snapshot', counter: 'SINTREN', phones: [], chats: [], mails: [] } as const

it('the mailbox knows whether e-mail goes to a mail server instead', () => {
  expect(hear(NOTHING, SNAPSHOT).mailElsewhere).toBe(false)
  expect(hear(NOTHING, { ...SNAPSHOT, mailElsewhere: true }).mailElsewhere).toBe(true)
})
