import { describe, expect, it } from 'vitest'
import { FileNotFetched, intakeJob, type GivenFile, type TakeDocument } from '../../bot/jobs/intake.ts'
import type { JsonObject } from '../../flows/engine/json.ts'
import type { DocumentOutcome, SlotRules, TypedIdentity } from '../../flows/fields/document-outcome.ts'
import { FileStoreError } from '../../storage/vault/file-store.ts'

const RULES: SlotRules = {
  slot: 'ktp',
  kind: 'ktp',
  types: ['jpeg'],
  maxBytes: 1000,
  maxPages: 1,
  shrink: true,
  checks: ['legible'],
}
const GOOD: DocumentOutcome = { ok: true, file: 'F1', pages: [], thumbnail: 'F2', verdict: 'good', checks: {}, read: {} }

function desk(answer: () => Promise<DocumentOutcome> = () => Promise.resolve(GOOD)) {
  const asked: [number, GivenFile, string, TypedIdentity][] = []
  const take: TakeDocument = (conversation, given, { slot }, typed) => {
    asked.push([conversation, given, slot, typed])
    return answer()
  }
  const job = intakeJob(take, (slot) => {
    if (slot !== 'ktp') throw new Error(`no document ${slot}`)
    return RULES
  })
  const run = (payload: JsonObject, attempts = 1) =>
    job.run(payload, { id: 1, kind: 'intake', token: 't', conversation: 7, attempts, payload })
  return { asked, job, run }
}

describe('the job that takes a document in', () => {
  it('takes what was sent, by the rules of its place and with what was typed', async () => {
    const { asked, run } = desk()
    const told = { ref: 'r-1', as: 'photo', slot: 'ktp', typed: { nik: '9801010101900001' }, name: 'ktp.jpg', size: 5 }
    expect(await run(told)).toEqual(GOOD)
    expect(asked).toMatchObject([[7, { ref: 'r-1' }, 'ktp', { nik: '9801010101900001' }]])
  })

  it('looks again at what is kept', async () => {
    const { asked, run } = desk()
    expect(await run({ file: 'F1', slot: 'ktp', typed: {} })).toEqual(GOOD)
    expect(asked).toMatchObject([[7, { file: 'F1' }, 'ktp', {}]])
  })

  it('was put down before it had anything to compare with', async () => {
    const { asked, run } = desk()
    await run({ ref: 'r-1', as: 'photo', slot: 'ktp', maxBytes: 1000 })
    expect(asked).toMatchObject([[7, { ref: 'r-1' }, 'ktp', {}]])
  })

  const NOTHING_KEPT = { ok: false, problem: 'undecided' } as const
  it.each<[string, () => Promise<DocumentOutcome>, string]>([
    ['the platform fails', () => Promise.reject(new FileNotFetched(new Error('platform is down'))), 'unavailable'],
    ['the store is away', () => Promise.reject(new FileStoreError('S3 cannot write a file')), 'undecided'],
    ['the disk is full', () => Promise.reject(new Error('ENOSPC: no space left on device')), 'undecided'],
    ['a thread dies of it', () => Promise.resolve(NOTHING_KEPT), 'undecided'],
  ])('is tried again when %s; after the last time the person hears why', async (_what, answer, problem) => {
    const { asked, job, run } = desk(answer)
    const told = { ref: 'r-1', slot: 'ktp', typed: {} }
    for (let attempt = 1; attempt < job.attempts; attempt++) await expect(run(told, attempt)).rejects.toThrow(/not|S3|ENOSPC/)
    expect(await run(told, job.attempts)).toEqual({ ok: false, problem })
    expect(asked).toHaveLength(job.attempts)
  })

  it('is not tried again when the file is refused for what it is', async () => {
    const { run } = desk(() => Promise.resolve({ ok: false, problem: 'damaged' }))
    expect(await run({ ref: 'r-1', slot: 'ktp', typed: {} })).toEqual({ ok: false, problem: 'damaged' })
  })

  it('never takes what no question asks for', async () => {
    const { asked, run } = desk()
    await expect(run({ ref: 'r-1', slot: 'rahasia', typed: {} })).rejects.toThrow('no document')
    await expect(run({ slot: 'ktp', typed: {} })).rejects.toThrow('Invalid input')
    expect(asked).toEqual([])
  })
})
