import { describe, expect, it } from 'vitest'
import type { EarlierFile } from '../../../flows/ports/documents.ts'
import { openOffice, type Office } from './office.ts'

const earlier = (office: Office, conversation: number, replaces: string | null = null): Promise<readonly EarlierFile[]> =>
  office.inChat(conversation, ({ documents }) => documents.earlier('ktp', replaces))

/** Somebody registered, with a photo of two sheets. */
async function registered() {
  const office = await openOffice()
  const siti = await office.chat('siti')
  const [first, second] = [await office.form(), await office.form()].map(({ ktp }) => ktp as { readonly file: string })
  if (first === undefined || second === undefined) throw new Error('no photos')
  const sheet = ({ file }: { readonly file: string }, name: string) => ({ file, name })
  const sheets = [sheet(first, 'depan.jpg'), sheet(second, 'belakang.jpg')]
  await office.submit(siti, {}, {}, { ...sheets[0], sheets })
  const registration = await office.unitOfWork.run((tx) => tx.registration.findFirstOrThrow())
  return { office, siti, first, second, registration: registration.id }
}

describe('documents that were handed in before', () => {
  it('SIN-135 are told with name, date and sheet to whoever is logged in, and to nobody else', async () => {
    const { office, siti, first, second } = await registered()
    const at = office.time.now()
    await office.decide(await office.officer('Ratna'))
    expect(await earlier(office, siti)).toEqual([])
    const account = await office.unitOfWork.run(async (tx) => {
      const { id } = await tx.account.findFirstOrThrow()
      await tx.account.update({ where: { id }, data: { status: 'active' } })
      return id
    })
    await office.inChat(siti, ({ accounts }) => accounts.openSession(account))
    expect(await earlier(office, siti)).toEqual([
      { file: first.file, thumbnail: first.file, name: 'depan.jpg', at, date: null, sheet: 1 },
      { file: second.file, thumbnail: second.file, name: 'belakang.jpg', at, date: null, sheet: 2 },
    ])
    expect(await earlier(office, await office.chat('stranger'))).toEqual([])
  })

  it('are told to whoever puts the own registration right, but for those that were sent back', async () => {
    const { office, siti, first, registration } = await registered()
    const officer = await office.officer('Ratna')
    await office.decide(officer, { decision: 'repair', reason: 'name-differs', marked: ['name'] })
    expect((await earlier(office, siti, registration)).map(({ file }) => file)).toContain(first.file)
    expect(await earlier(office, await office.chat('stranger'), registration)).toEqual([])
    expect(await earlier(office, siti, 'no-such')).toEqual([])
  })

  it('are not offered again when an officer could not use them', async () => {
    const { office, siti, registration } = await registered()
    await office.decide(await office.officer('Ratna'), { decision: 'repair', reason: 'photo-illegible', marked: ['ktp'] })
    expect(await earlier(office, siti, registration)).toEqual([])
  })
})
