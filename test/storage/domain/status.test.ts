import { describe, expect, it } from 'vitest'
import { MINUTE, openOffice, SITI } from './office.ts'

async function submitted() {
  const office = await openOffice()
  const { number } = await office.submit(await office.chat('siti'))
  const stranger = await office.chat('stranger')
  const find = (typed: string, nik: string, chat = stranger) =>
    office.inChat(chat, ({ registrations }) => registrations.find(typed, nik))
  return { office, number, find }
}

describe('a registration asked for by number and NIK', () => {
  it('is found without login, as people write them', async () => {
    const { number, find } = await submitted()
    expect(await find(number, SITI.nik)).toMatchObject({ number, status: 'submitted', place: 1, reason: null })
    const loose = number.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
    expect(await find(loose, '3326 0757 0890 0001')).toMatchObject({ number })
  })

  it.each([
    ['REG-2611-000000', SITI.nik],
    ['', ''],
    ["' OR 1=1 --", SITI.nik],
    ['x'.repeat(10_000), '9'.repeat(10_000)],
    ['\u202e😀\u0000', '٣٣٢٦٠٧٥٧٠٨٩٠٠٠٠١'],
  ])('is not found by %j and %j', async (number, nik) => {
    const { find } = await submitted()
    expect(await find(number, nik)).toBeNull()
  })

  it('is not found by its number and another NIK, known or not', async () => {
    const { office, number, find } = await submitted()
    await office.submit(await office.chat('budi'), { nik: '3326071203850002' })
    expect(await find(number, '3326071203850002')).toBeNull()
    expect(await find(number, '3326071203850003')).toBeNull()
  })

  it('is not looked for after five misses from one chat, for half an hour', async () => {
    const { office, number, find } = await submitted()
    for (let i = 0; i < 5; i++) expect(await find('REG-2611-000000', SITI.nik)).toBeNull()
    expect(await find(number, SITI.nik)).toBeNull()
    expect(await find(number, SITI.nik, await office.chat('another'))).toMatchObject({ number })
    office.time.pass(30 * MINUTE)
    expect(await find(number, SITI.nik)).toMatchObject({ number })
  })
})

describe('one’s own registrations', () => {
  it('are not shown to anybody else', async () => {
    const { office } = await submitted()
    const stranger = await office.chat('stranger')
    const seen = await office.inChat(stranger, async ({ registrations, me }) => ({
      mine: await registrations.mine(),
      repair: await registrations.toRepair(),
      own: await registrations.ownNik(SITI.nik),
      me: await me(),
    }))
    expect(seen).toEqual({
      mine: [],
      repair: null,
      own: { registered: false },
      me: { state: 'stranger', name: null, officer: null, others: false, group: null, groups: [] },
    })
  })

  it.each(['', 'abc', '9'.repeat(10_000), "' OR 1=1 --"])('are not found by %j for a NIK', async (nik) => {
    const { office } = await submitted()
    const chat = await office.chat('siti')
    expect(await office.inChat(chat, ({ registrations }) => registrations.ownNik(nik))).toEqual({ registered: false })
  })
})
