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

/** Somebody with this LID writes; `with` the number, as WhatsApp tells it, or it is only `remembered` whose the LID was. */
const writesByLid = (lid: string, told: { readonly with?: string; readonly remembered?: string }, known?: string) =>
  arrivalOf(
    {
      key: { remoteJid: lid, id: '3A01', fromMe: false, ...(told.with && { remoteJidAlt: told.with }) },
      message: { conversation: 'halo' },
    },
    {
      account: 'whatsapp',
      lids: { getPNForLID: async () => told.remembered ?? null, getLIDForPN: async () => null },
      staff: { taskOf: async () => undefined },
      chatOf: async () => known,
    },
  )

describe('a number that came to another LID', () => {
  it('is vouched for to whoever has it now', async () => {
    expect(await writesByLid(ANOTHER, { with: PN }, LID)).toMatchObject({ address: ANOTHER, provenPhone: '+6281100003333' })
  })

  it('is not vouched for any more to the LID that had it, of which nobody has said so', async () => {
    const remembered = await writesByLid(LID, { remembered: PN }, ANOTHER)
    expect(remembered).toMatchObject({ address: LID })
    expect(remembered).not.toHaveProperty('provenPhone')
    for (const known of [undefined, LID])
      expect(await writesByLid(LID, { remembered: PN }, known)).toMatchObject({ address: LID, provenPhone: '+6281100003333' })
    // The old one has it again: WhatsApp says so.
    expect(await writesByLid(LID, { with: PN }, ANOTHER)).toMatchObject({ address: LID, provenPhone: '+6281100003333' })
  })
})

describe('one person with several devices', () => {
  it('is one chat, whatever device they write from', async () => {
    const all = await Promise.all(
      [LID, LID.replace('@', ':3@'), LID.replace('@', ':17@')].map((lid) => writesByLid(lid, { with: PN })),
    )
    expect(all.map((one) => one?.address)).toEqual([LID, LID, LID])
    expect(new Set(all.map((one) => one?.id)).size).toBe(1)
  })
})

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
