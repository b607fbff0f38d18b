import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { loginJob } from '../../../bot/jobs/login.ts'
import { openOffice, SITI } from './office.ts'

it('the database file holds no NIK, name, phone, address, password, code or officer’s note in plain text', async () => {
  const office = await openOffice()
  const { unitOfWork, parts, time, databasePath } = office
  const [citizen, ratna] = [await office.chat('siti'), await office.officer('Bu Ratna')]
  const sent = await office.submit(citizen, { consent: { given: true, reply: 'ya, saya Siti' } as unknown as string })
  await office.submit(await office.chat('stranger'))
  const newest = await office.newestTask()
  await office.inChat(ratna, ({ staff }) => staff.card(newest))
  const note = 'Catatan rahasia petugas'
  const task = await office.unitOfWork.run((tx) => tx.task.findFirstOrThrow({ orderBy: { id: 'asc' } }))
  await office.decide(ratna, { decision: 'repair', reason: 'other', note }, task.id)
  await office.inChat(citizen, ({ registrations }) => registrations.find(sent.number, SITI.nik))
  const login = loginJob({ unitOfWork, sealer: parts.sealer, clock: time, agency: parts.agency })
  const password = parts.sealer.seal('kucing melompat pagar', 'secret').toString('base64')
  const job = { id: 1, kind: 'login', token: 't', conversation: citizen, attempts: 1, payload: {} }
  await login.run({ nik: SITI.nik, password }, job)

  const kept = Buffer.concat([await readFile(databasePath), await readFile(`${databasePath}-wal`)]).toString('latin1')
  expect(kept).toContain(sent.number)
  const plain = [
    SITI.nik,
    'Siti',
    "Nur'aini",
    'Aminah',
    SITI.phone.slice(1),
    '85642606190',
    SITI.email,
    '1990-08-17',
    'KARANGSARI',
    'kucing',
    note,
  ]
  for (const secret of plain) expect(kept.includes(secret), secret).toBe(false)
})
