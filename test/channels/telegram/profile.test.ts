import { expect, it, vi } from 'vitest'
import { loadAgencies, loadHolidays } from '../../../bot/agencies.ts'
import { loadRegions } from '../../../bot/regions.ts'
import { loadTexts } from '../../../bot/texts.ts'
import { allFlows, FRONT } from '../../../flows/all.ts'
import { FlowSet } from '../../../flows/engine/flow-set.ts'
import { normalise, understand } from '../../../flows/engine/words.ts'
import { byEachDriver } from './small-counter.ts'

byEachDriver((openChannel) => {
  it('every command of the menu is a word that the conversations understand', async () => {
    const [counter] = loadAgencies(loadTexts(), loadHolidays())
    if (counter === undefined) throw new Error('no agency')
    const flows = new FlowSet(allFlows({ ...counter, publicUrl: 'https://loket.example', regions: await loadRegions() }), FRONT)
    const { api, start } = await openChannel()
    await start()
    await vi.waitFor(() => expect(api.commands.size).toBe(2))
    const commands = [...api.commands.values()].flat() as { command: string }[]
    expect(commands.length).toBeGreaterThan(10)
    const lost = commands.filter(({ command }) => {
      const typed = `/${command}`
      return understand(typed) === undefined && flows.named(normalise(typed)) === undefined
    })
    expect(lost).toEqual([])
  })

  it('invites by a link, once Telegram has said what the bot is called, with words that a link can carry', async () => {
    const { channel, start } = await openChannel()
    expect(channel.invite('HUBUNGKAN 123456')).toBeUndefined()
    await start()
    await vi.waitFor(() => expect(channel.invite('HUBUNGKAN 123456')).toBe('https://t.me/LoketUjiBot?start=HUBUNGKAN_123456'))
    for (const words of ['', 'a?b', 'ü', 'x'.repeat(65)]) expect(channel.invite(words)).toBeUndefined()
  })
})
