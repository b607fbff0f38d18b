import { expect, it } from 'vitest'
import { emailIndex } from '../../../storage/domain/email-index.ts'
import { openOffice, SITI } from './office.ts'

it('a person is found by the e-mail address of the newest form that is theirs, however it is written', async () => {
  const office = await openOffice()
  const chat = await office.chat('siti')
  await office.submit(chat)
  const found = async (address: string) =>
    office.unitOfWork.run((tx) => tx.person.count({ where: { emailIndex: emailIndex(office.parts, address) } }))
  expect(await found(SITI.email)).toBe(1)
  expect(await found(SITI.email.toUpperCase())).toBe(1)
  expect(await found('siti@contoh.example')).toBe(0)

  // Sent back, and put right with another address.
  const officer = await office.officer('Bu Ratna')
  await office.decide(officer, { decision: 'repair', reason: 'birth-differs' })
  const { id } = await office.unitOfWork.run((tx) => tx.registration.findFirstOrThrow())
  await office.submit(chat, { email: 'siti@contoh.example' }, { replaces: id })
  expect([await found(SITI.email), await found('siti@contoh.example')]).toEqual([0, 1])

  // What a stranger types changes nothing of what is known, until an officer has approved it.
  await office.submit(await office.chat('stranger'), { email: 'lain@contoh.example' })
  expect([await found('lain@contoh.example'), await found('siti@contoh.example')]).toEqual([0, 1])
})
