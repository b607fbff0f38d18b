import { describe, expect, it } from 'vitest'
import { arrivalOf } from '../../../bot/channels/whatsapp-linked/arrivals.ts'

const PN = '6281100003333@s.whatsapp.net'
const [LID, ANOTHER] = ['770011223344556@lid', '990011223344557@lid']

/** Somebody writes; `lid`: as far as WhatsApp knows it; `known`: the address by which the number is known to us. */
const writes = (lid: string | null, known?: string) =>
  arrivalOf(
    { key: { remoteJid: PN, id: '3A01', fromMe: false }, message: { conversation: 'halo' } },
    {
      account: 'whatsapp',
      lids: { getPNForLID: async () => null, getLIDForPN: async () => lid },
      staff: { taskOf: async () => undefined },
      chatOf: async () => known,
    },
  )

describe('whoever writes from a number', () => {
  it('is known by their LID, which nobody else gets', async () => {
    expect(await writes(LID)).toMatchObject({ address: LID, provenPhone: '+6281100003333' })
    expect(await writes(LID)).not.toHaveProperty('identity')
    expect(await writes(LID, ANOTHER)).toMatchObject({ address: LID })
  })

  it('keeps the chat that was begun before WhatsApp told the LID; from then on the LID tells who it is', async () => {
    const first = await writes(null)
    expect(first).toMatchObject({ address: PN })
    expect(first).not.toHaveProperty('identity')
    expect(await writes(LID, PN)).toMatchObject({ address: PN, identity: LID })
    expect(await writes(ANOTHER, PN)).toMatchObject({ address: PN, identity: ANOTHER })
    expect((await writes(LID, PN))?.id).toBe(first?.id)
  })
})
