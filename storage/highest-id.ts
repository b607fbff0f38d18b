import type { Tx } from './database.ts'

/** The highest id in use, so that a clock that was set back over a restart makes none twice; 0 in an empty database. */
export async function highestId(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: number | bigint | null }[]>`
    SELECT max(id) AS id FROM (
      SELECT max(id) AS id FROM Inbox UNION ALL SELECT max(id) FROM Outbox UNION ALL SELECT max(id) FROM Conversation UNION ALL
      SELECT max(id) FROM Job UNION ALL SELECT max(id) FROM SimulatorMessage UNION ALL SELECT max(id) FROM SimulatorMail)`
  return Number(row?.id ?? 0)
}
