import { openDatabase } from '../../storage/database.ts'
import type { Registrant } from './registrant.ts'
import type { Side } from './side.ts'

/**
 * Fails unless everybody was told one number, the number of one registration, with its photo and its task; everything that
 * people said is in the inbox once and was answered; and everything written to them was sent.
 */
export async function expectAllKept(
  directory: string,
  sides: readonly Side[],
  citizens: readonly { readonly side: Side; readonly registrant: Registrant }[],
): Promise<void> {
  const wrong = citizens.filter(({ registrant }) => registrant.numbers.size !== 1)
  if (wrong.length > 0) throw new Error(`not one number each: ${wrong.map(({ registrant }) => registrant.state).join('\n')}`)
  const numbers = new Set(citizens.flatMap(({ registrant }) => [...registrant.numbers]))
  expectEqual('numbers told', numbers.size, citizens.length)
  const database = await openDatabase(`${directory}/loket.db`)
  try {
    const kept = await database.registration.findMany({ select: { number: true } })
    expectEqual('registrations', kept.length, citizens.length)
    expectEqual('numbers kept', kept.filter(({ number }) => number !== null && numbers.has(number)).length, citizens.length)
    expectEqual('documents', await database.document.count(), citizens.length)
    expectEqual('tasks', await database.task.count(), citizens.length)
    for (const { name, account } of sides) {
      const said = citizens
        .filter(({ side }) => side.account === account)
        .reduce((sum, { registrant }) => sum + registrant.said, 0)
      const [inbox] = await database.$queryRaw<{ rows: bigint; open: bigint }[]>`
        SELECT count(*) AS rows, count(*) FILTER (WHERE status <> 1) AS open FROM Inbox WHERE account = ${account}`
      const [outbox] = await database.$queryRaw<{ open: bigint }[]>`
        SELECT count(*) FILTER (WHERE status <> 1) AS open FROM Outbox WHERE account = ${account}`
      expectEqual(`messages from ${name}`, Number(inbox?.rows), said)
      expectEqual(`messages from ${name} that wait or were set aside`, Number(inbox?.open), 0)
      expectEqual(`messages to ${name} that wait or were given up`, Number(outbox?.open), 0)
    }
  } finally {
    await database.$disconnect()
  }
}

function expectEqual(what: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`${what}: ${found} in place of ${expected}`)
}
