import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendAudit, verifyAudit } from '../../../storage/audit.ts'
import type { Tx } from '../../../storage/database.ts'
import { openOffice } from './office.ts'

const ROWS = 8

async function chain() {
  const { unitOfWork } = await openOffice()
  await unitOfWork.run(async (tx) => {
    for (let i = 0; i < ROWS; i++)
      await appendAudit(
        tx,
        { agency: 'sintren', actor: `officer:${i}`, action: 'task.viewed', subject: `T${i}`, detail: { i } },
        i,
      )
  })
  return unitOfWork
}

describe('the audit chain', () => {
  it('holds when nothing was done to it, and when it is empty', async () => {
    const unitOfWork = await chain()
    const whole = await unitOfWork.run(verifyAudit)
    expect(whole).toMatchObject({ holds: true, rows: ROWS })
    const empty = await (await openOffice()).unitOfWork.run(verifyAudit)
    expect(empty).toEqual({ holds: true, rows: 0, head: '0'.repeat(64) })
  })

  it('breaks where a row was altered, whichever and wherever', async () => {
    const unitOfWork = await chain()
    const change = fc.constantFrom(
      { at: 999n },
      { agency: 'x' },
      { actor: 'officer:x' },
      { action: 'x' },
      { subject: 'x' },
      { detail: '{"i": 0}' },
      { prevHash: 'f'.repeat(64) },
      { hash: 'e'.repeat(64) },
    )
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: ROWS }), change, async (seq, data) => {
        const verdict = await undone(unitOfWork, (tx) => tx.audit.update({ where: { seq: BigInt(seq) }, data }))
        expect(verdict).toEqual({ holds: false, brokenAt: seq })
      }),
      { numRuns: 40 },
    )
  })

  it('breaks where rows were taken out, at the beginning or in the middle', async () => {
    const unitOfWork = await chain()
    expect(await undone(unitOfWork, (tx) => tx.audit.delete({ where: { seq: 1n } }))).toEqual({ holds: false, brokenAt: 2 })
    expect(await undone(unitOfWork, (tx) => tx.audit.delete({ where: { seq: 4n } }))).toEqual({ holds: false, brokenAt: 5 })
  })

  it('shows by its head that rows were cut off at the end', async () => {
    const unitOfWork = await chain()
    const before = await unitOfWork.run(verifyAudit)
    const after = await undone(unitOfWork, (tx) => tx.audit.delete({ where: { seq: BigInt(ROWS) } }))
    expect(after).toMatchObject({ holds: true, rows: ROWS - 1 })
    expect(after).not.toEqual(before)
  })
})

/** What the chain looks like after `change`, which is then taken back. */
async function undone(unitOfWork: Awaited<ReturnType<typeof chain>>, change: (tx: Tx) => Promise<unknown>): Promise<unknown> {
  let verdict: unknown
  const takenBack = new Error('taken back')
  await unitOfWork
    .run(async (tx) => {
      await change(tx)
      verdict = await verifyAudit(tx)
      throw takenBack
    })
    .catch((error: unknown) => {
      if (error !== takenBack) throw error
    })
  return verdict
}
