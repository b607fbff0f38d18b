import { describe, expect, it } from 'vitest'
import { eraseUnusedFiles } from '../../../storage/domain/unused-files.ts'
import { sealObject } from '../../../storage/domain/columns.ts'
import { newRing } from '../../../storage/vault/key-ring.ts'
import { FileVault } from '../../../storage/vault/files.ts'
import { systemRandom } from '../../../bot/runtime/random.ts'
import { MemoryFileStore } from '../../fakes/memory-file-store.ts'
import { DAY, openOffice, type Office } from './office.ts'

const FACTS = { agency: 'sintren', mime: 'image/jpeg', variant: 'photo' }
/** The agency lets a form go after 7 days; 30 more. */
const KEPT = 37 * DAY

async function withVault() {
  const office = await openOffice()
  const { time, unitOfWork, parts } = office
  const { files: keys } = newRing(systemRandom)
  const vault = new FileVault({ store: new MemoryFileStore(), keys, ids: parts.ids, clock: time, random: systemRandom })
  const keep = async (made: readonly string[] = [], agency = 'sintren') => {
    const facts = { ...FACTS, agency }
    const put = await vault.putTogether(
      { bytes: Buffer.from('foto'), facts },
      made.map((variant) => ({ bytes: Buffer.from(variant), facts: { ...facts, variant } })),
    )
    await unitOfWork.run((tx) => vault.record(tx, put))
    return put.map(({ id }) => id)
  }
  const sweep = () => eraseUnusedFiles({ ...parts, unitOfWork, vault, clock: time })
  const erased = () =>
    unitOfWork.run(async (tx) => {
      const rows = await tx.file.findMany({ where: { erasedAt: { not: null } }, orderBy: { id: 'asc' } })
      return rows.map(({ id }) => id)
    })
  return { office, keep, sweep, erased }
}

async function inDocument({ unitOfWork, parts, time }: Office, fileId: string, removedAt: bigint | null = null): Promise<void> {
  const document = { id: parts.ids.text(), slot: 'ktp', fileId, createdAt: BigInt(time.now()), removedAt }
  await unitOfWork.run((tx) => tx.document.create({ data: document }))
}

describe('files that nothing refers to', () => {
  it('are erased when they are older than any form can be, with what was made of them', async () => {
    const { office, keep, sweep, erased } = await withVault()
    const [photo = '', thumbnail = ''] = await keep(['thumbnail'])
    office.time.pass(KEPT)
    expect(await sweep()).toBe(0)
    office.time.pass(1)
    const [later = ''] = await keep()
    expect(await sweep()).toBe(1)
    expect(await erased()).toEqual([photo, thumbnail].sort())
    expect(await sweep()).toBe(0)
    expect(await erased()).not.toContain(later)
  })

  it('are not those of a document, nor those of which a page is one; of a removed one they are', async () => {
    const { office, keep, sweep, erased } = await withVault()
    const [whole = ''] = await keep(['thumbnail'])
    const [, page = ''] = await keep(['page'])
    const [gone = ''] = await keep()
    await inDocument(office, whole)
    await inDocument(office, page)
    await inDocument(office, gone, BigInt(office.time.now()))
    office.time.pass(KEPT + 1)
    expect(await sweep()).toBe(1)
    expect(await erased()).toEqual([gone])
  })

  it('are not those that were shown in a talk', async () => {
    const { office, keep, sweep, erased } = await withVault()
    const [shown = '', other = ''] = [(await keep())[0], (await keep())[0]]
    const { unitOfWork, parts, time } = office
    await unitOfWork.run(async (tx) => {
      const [at, talkId] = [BigInt(time.now()), parts.ids.text()]
      await tx.talk.create({
        data: { id: talkId, agency: 'sintren', conversationId: 1n, status: 'closed', openedAt: at, askedAt: at },
      })
      // More lines than are looked at in one go.
      for (let i = 0; i < 205; i++) {
        const text = sealObject(parts.sealer, { text: 'lihat', photo: i === 204 ? shown : null }, 'talk-line.text')
        await tx.talkLine.create({ data: { id: parts.ids.text(), talkId, text, at } })
      }
    })
    time.pass(KEPT + 1)
    expect(await sweep()).toBe(1)
    expect(await erased()).toEqual([other])
  })

  it('are not those that an answer names, of a case or of a form that somebody goes on with for months', async () => {
    const { office, keep, sweep, erased } = await withVault()
    const [photo = '', original = '', draft = '', other = ''] = (await Promise.all([keep(), keep(), keep(), keep()])).map(
      ([id]) => id ?? '',
    )
    const { unitOfWork, parts, time } = office
    const chat = await office.chat('hp-1')
    await office.submit(chat, {}, {}, { file: photo, pages: [], original, verdict: 'good', checks: {} })
    const writing = await office.chat('hp-2')
    await unitOfWork.run(async (tx) => {
      const session = (await parts.store.session(tx, writing))?.session
      if (session === undefined) throw new Error('no session')
      const answers = { 1: { ktp: { file: draft } } }
      const changes = [{ frame: 1, step: 'ktp', value: { file: draft } }]
      const turn = { conversation: writing, account: 'simulator', version: 0, session: { ...session, answers }, changes }
      await parts.store.commit(tx, [{ ...turn, handled: [], messages: [], timers: [], jobs: [] }], time.now())
    })
    time.pass(KEPT + 1)
    await sweep()
    const gone = await erased()
    expect(gone).toContain(other)
    for (const named of [photo, original, draft]) expect(gone).not.toContain(named)
  })

  it('are left alone where they are another agency’s', async () => {
    const { office, keep, sweep } = await withVault()
    await keep([], 'dpmptsp')
    office.time.pass(KEPT + 1)
    expect(await sweep()).toBe(0)
  })

  it('are found however many there are', async () => {
    const { office, keep, sweep } = await withVault()
    for (let i = 0; i < 250; i++) {
      const [id = ''] = await keep()
      if (i % 2 === 0) await inDocument(office, id)
    }
    office.time.pass(KEPT + 1)
    expect(await sweep()).toBe(125)
  })
})
