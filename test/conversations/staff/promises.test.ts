import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, openCounter } from './counter.ts'

/** Local time in Pekalongan (UTC+7), in ms since 1970. */
const wib = (year: number, month: number, day: number, hour: number, minute = 0) =>
  Date.UTC(year, month - 1, day, hour - 7, minute)

async function submittedAt(at: number, role = 'verifikator') {
  const counter = await openCounter()
  counter.time.pass(at - counter.time.now())
  const ratna = await counter.officer('Bu Ratna', role)
  const { phone: siti, number } = await counter.registered()
  await ratna.hears(/Pendaftaran REG/)
  const reminders = () => ratna.inbox.filter(({ text }) => /belum diputuskan/.test(text))
  /** Lets time pass, and whatever happens then happen. */
  const until = async (moment: number) => {
    counter.time.pass(moment - counter.time.now())
    // An answer to something else comes after what was due before it.
    await ratna.says('menu')
  }
  return { ...counter, ratna, siti, number, reminders, until }
}

describe('a promise', () => {
  it.each([
    ['on a Monday morning', wib(2026, 11, 23, 10), 'Rabu, 25 November 2026 pukul 16.00 WIB'],
    ['on a Friday afternoon', wib(2026, 11, 27, 13, 30), 'Selasa, 1 Desember 2026 pukul 16.00 WIB'],
    ['on a Saturday', wib(2026, 11, 28, 9), 'Rabu, 2 Desember 2026 pukul 16.00 WIB'],
    ['before Christmas and its collective leave', wib(2026, 12, 23, 11), 'Selasa, 29 Desember 2026 pukul 16.00 WIB'],
  ])('is for the second working day: %s', async (_when, at, promised) => {
    const { ratna, siti } = await submittedAt(at)
    expect(ratna.last.text).toContain(`Batas: ${promised}`)
    expect(siti.last.text).toContain(promised)
  })

  it('is reminded of before it is broken, in working hours: after a Friday afternoon on the Tuesday', async () => {
    const { ratna, number, reminders, until, time } = await submittedAt(wib(2026, 11, 27, 13, 30))
    await until(wib(2026, 12, 1, 12) - MINUTE)
    expect(reminders()).toEqual([])
    time.pass(MINUTE)
    expect(await ratna.hears(/belum diputuskan/)).toBe(
      `⏰ *${number}* belum diputuskan. Janji kepada pemohon: paling lambat Selasa, 1 Desember 2026 pukul 16.00 WIB.`,
    )
    await until(wib(2026, 12, 1, 15) - 1)
    expect(reminders()).toHaveLength(1)
    time.pass(1)
    await ratna.hears(/belum diputuskan/)
    await until(wib(2026, 12, 3, 15))
    expect(reminders()).toHaveLength(2)
  })

  it('is not reminded of on a holiday', async () => {
    const { reminders, until, time, ratna } = await submittedAt(wib(2026, 12, 23, 11))
    await until(wib(2026, 12, 28, 16))
    expect(reminders()).toEqual([])
    time.pass(wib(2026, 12, 29, 12) - time.now())
    await ratna.hears(/Selasa, 29 Desember 2026/)
  })

  it('is reminded of with a button that opens the case', async () => {
    const { ratna, time } = await submittedAt(wib(2026, 11, 23, 10), 'supervisor')
    time.pass(2 * DAY + 2 * HOUR)
    await ratna.hears(/belum diputuskan/)
    expect(await ratna.taps('Buka')).toMatch(/Siti Aminah/)
  })

  it('is not reminded of once it is kept', async () => {
    const { ratna, siti, reminders, until } = await submittedAt(wib(2026, 11, 23, 10))
    await ratna.taps('Setujui')
    await ratna.taps('Ya')
    await siti.hears(/Kabar baik/)
    await until(wib(2026, 11, 26, 10))
    expect(reminders()).toEqual([])
  })

  it('is reminded of after a restart in between', async () => {
    const { ratna, office, time, number } = await submittedAt(wib(2026, 11, 23, 10))
    await office.stop()
    time.pass(2 * DAY + 3 * HOUR)
    await office.start()
    expect(await ratna.hears(/belum diputuskan/)).toContain(number)
  })
})
