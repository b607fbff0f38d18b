import { describe, expect, it } from 'vitest'
import { findCode, issueCode } from '../../../storage/domain/one-time-code.ts'
import { noteIdentity } from '../../../storage/domain/identity.ts'
import { createPorts } from '../../../storage/domain/ports.ts'
import { HOUR, MINUTE, openOffice, type Office } from './office.ts'

const PURPOSE = 'chat-link'

async function issue({ unitOfWork, parts, time }: Office, subject: string): Promise<string> {
  const place = { purpose: PURPOSE, subject, data: { account: subject } }
  return (await unitOfWork.run((tx) => issueCode(tx, parts, place, time.now()))) ?? ''
}

const find = ({ unitOfWork, parts, time }: Office, typed: string, purpose = PURPOSE) =>
  unitOfWork.run((tx) => findCode(tx, parts, purpose, typed, time.now()))

describe('a code typed where nobody is known', () => {
  it('is found by its digits, among many, while it is open, and for its purpose only', async () => {
    const office = await openOffice()
    const codes = []
    for (const subject of ['A1', 'A2', 'A3']) codes.push(await issue(office, subject))
    for (const [n, code] of codes.entries()) expect((await find(office, code))?.data).toEqual({ account: `A${n + 1}` })
    expect(await find(office, codes[0] ?? '', 'phone-change')).toBeNull()
    office.time.pass(10 * MINUTE)
    expect(await find(office, codes[0] ?? '')).toBeNull()
  })

  it('is nobody’s when chance has given two people the same digits', async () => {
    const random = { number: () => 0, bytes: (size: number) => new Uint8Array(size).fill(7) }
    const office = await openOffice({ random })
    const code = await issue(office, 'A1')
    expect(await find(office, code)).not.toBeNull()
    expect(await issue(office, 'A2')).toBe(code)
    expect(await find(office, code)).toBeNull()
  })

  it.each(['', '12345', '1234567', "1' OR 1=1", '\u0000', '😀'.repeat(6), '9'.repeat(10_000)])('is none: %j', async (typed) => {
    const office = await openOffice()
    await issue(office, 'A1')
    expect(await find(office, typed)).toBeNull()
  })
})

describe('the platform’s own id of who writes', () => {
  it('is kept as an index; another one is told from the same, and once', async () => {
    const office = await openOffice()
    const { unitOfWork, parts, time } = office
    const conversation = await office.chat('siti')
    const scope = { conversation, account: 'simulator', language: 'id', now: time.now() } as const
    const note = (identity: string) => unitOfWork.run((tx) => noteIdentity({ ...parts, ...scope, tx, identity }))
    expect([await note('lid-1'), await note('lid-1'), await note('lid-2'), await note('lid-2')]).toEqual([
      false,
      false,
      true,
      false,
    ])
    const contact = await unitOfWork.run((tx) => tx.contact.findFirstOrThrow())
    expect(contact.identityIndex).not.toContain('lid')
    const audited = await unitOfWork.run((tx) => tx.audit.count({ where: { action: 'contact.identity-changed' } }))
    expect(audited).toBe(1)
  })
})

describe('what is offered with a code', () => {
  it('are the links that other channels give, with the code in them, and none to the chat where it is asked', async () => {
    const office = await openOffice()
    const { unitOfWork, parts, time } = office
    const [ratna, conversation] = [await office.officer('Bu Ratna'), await office.chat('siti')]
    await office.submit(conversation)
    await office.decide(ratna)
    const { id: accountId } = await unitOfWork.run((tx) => tx.account.findFirstOrThrow())
    const session = { id: 's1', accountId, conversationId: BigInt(conversation), startedAt: BigInt(time.now()) }
    await unitOfWork.run((tx) => tx.account.updateMany({ data: { status: 'active' } }))
    await unitOfWork.run((tx) => tx.session.create({ data: { ...session, expiresAt: BigInt(time.now() + HOUR) } }))
    const accounts = ['simulator', 'telegram:1', 'whatsapp:2', 'whatsapp-linked']
    const invitations = (words: string) => accounts.map((account) => ({ account, link: `https://${account}/${words}` }))
    const offer = await unitOfWork.run((tx) =>
      createPorts(
        { ...parts, invitations },
        { tx, conversation, account: 'simulator', language: 'id', now: time.now() },
      ).linkedChats.offer(),
    )
    const code = offer.outcome === 'code' ? offer.code : ''
    expect(offer).toMatchObject({
      outcome: 'code',
      minutes: 10,
      ways: [
        { channel: 'telegram', link: `https://telegram:1/HUBUNGKAN ${code}` },
        { channel: 'whatsapp', link: `https://whatsapp:2/HUBUNGKAN ${code}` },
        { channel: 'whatsapp', link: `https://whatsapp-linked/HUBUNGKAN ${code}` },
      ],
    })
    expect(await unitOfWork.run((tx) => tx.oneTimeCode.count({ where: { codeHash: code } }))).toBe(0)
  })
})
