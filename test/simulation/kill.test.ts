import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { openDatabase } from '../../storage/database.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { ChildLoket, freePort } from './child-loket.ts'
import { coveredCard } from './covered-card.ts'
import { allQuiet } from './quiet.ts'
import { registrationScript } from './registration-script.ts'
import { ScriptedCitizen, type Line } from './scripted-citizen.ts'

const KILLS = 50
const CITIZENS = 5
/** The longest that a life lasts before it is killed, ms; the instant is random. */
const LONGEST_LIFE = 1500

const folders: string[] = []
const counters: ChildLoket[] = []
const citizens: ScriptedCitizen[] = []

afterEach(async () => {
  for (const citizen of citizens.splice(0)) citizen.hangUp()
  for (const counter of counters.splice(0)) await counter.kill()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

it('loses, doubles and misorders nothing while it is killed 50 times at random instants', { timeout: 600_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'loket-kill-'))
  folders.push(folder)
  const counter = new ChildLoket(folder, await freePort())
  counters.push(counter)
  await counter.start()
  const random = seededRandom(20261122)
  const photo = await coveredCard()
  const talks = await Promise.all(Array.from({ length: CITIZENS }, (_, i) => begin(counter, i, photo)))

  // Everybody registers again and again until the killing is over, then to the end of the round.
  let killing = true
  const talking = Promise.all(
    talks.map(async ({ citizen, lines }, i) => {
      for (let round = 0; killing || round === 0; round++) lines.push(...(await citizen.play(registrationScript(i, round))))
    }),
  )
  // It is waited for below: a failure before that must not be reported a second time, as an unhandled one.
  talking.catch(() => undefined)
  for (let kills = 0; kills < KILLS; kills++) {
    await new Promise((resolve) => setTimeout(resolve, random.number() * LONGEST_LIFE))
    await counter.kill()
    await counter.start()
  }
  killing = false
  await talking
  await allQuiet(counter)
  expect(await counter.stop()).toBe(0)

  for (const { citizen, lines } of talks) {
    // One message in for each line, the answers to each in the order of the script, and none besides.
    const expected = lines.flatMap(({ hears }) => hears)
    expect(citizen.arrived).toBe(lines.length)
    expect(citizen.answers).toHaveLength(expected.length)
    citizen.answers.forEach((answer, i) => expect(answer).toMatch(expected[i] ?? /^$/))
  }
  const rounds = talks.reduce((sum, { lines }) => sum + lines.filter(({ say }) => say === 'sum').length, 0)
  await expectAllSettled(folder, rounds)
})

async function begin(counter: ChildLoket, i: number, photo: Buffer): Promise<{ citizen: ScriptedCitizen; lines: Line[] }> {
  const answer = await fetch(`http://127.0.0.1:${counter.port}/simulator/phones`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: `Warga ${i}`, role: 'citizen' }),
  })
  const { id } = (await answer.json()) as { id: string }
  const citizen = new ScriptedCitizen(counter.port, id, photo)
  citizens.push(citizen)
  return { citizen, lines: [] }
}

// What the database says afterwards: nothing waits, nothing was set aside, every round is a registration with its photo.
async function expectAllSettled(folder: string, rounds: number): Promise<void> {
  const database = await openDatabase(join(folder, 'loket.db'))
  try {
    const waiting = await database.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM Inbox WHERE status <> 1`
    const unsent = await database.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM Outbox WHERE status <> 1`
    expect([Number(waiting[0]?.n), Number(unsent[0]?.n)]).toEqual([0, 0])
    expect(await database.registration.count()).toBe(rounds)
    expect(await database.document.count()).toBe(rounds)
    expect(await database.task.count()).toBe(rounds)
  } finally {
    await database.$disconnect()
  }
}
