import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { mailSeal } from '../../bot/mail.ts'
import { systemRandom } from '../../bot/runtime/random.ts'
import { openKeys } from '../../storage/vault/keys.ts'
import { Sealer } from '../../storage/vault/seal.ts'
import { bounced } from '../fakes/smtp/bounced.ts'
import { dataFolder, runCliWith } from './run-cli.ts'
import { runningCounter } from './running-counter.ts'

// Every command is a process of its own: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000 })

const MAIL = 'siti@contoh.id'

it('a mail that came back is noted beside an open counter; anything else that comes to the mailbox is let be', async () => {
  const { folder, unitOfWork, storeBeside, time } = await runningCounter()
  const beside = await storeBeside()
  const message = await unitOfWork.run(async (tx) => {
    const conversation = await beside.conversationAt(tx, 'mail', MAIL, time.now())
    const row = { account: 'mail', conversationId: conversation, status: 1, createdAt: time.now() }
    return (await tx.outbox.create({ data: { id: 4711, ...row } })).id
  })
  const { sealing } = await openKeys({ setting: undefined, file: join(folder, 'master.key') }, unitOfWork, systemRandom)
  const messageId = `<loket-${message}.${mailSeal(new Sealer(sealing, systemRandom))('4711')}@kantor.example>`
  const report = bounced({ headers: new Map([['message-id', messageId]]), to: [MAIL] })

  const noted = await runCliWith(`${report}${'x'.repeat(2_000_000)}`, folder, 'mail', 'bounce')
  expect(noted).toEqual({
    code: 0,
    out: 'message 4711 did not arrive (5.1.1): noted, and its reader is told in the chat\n',
    err: '',
  })
  expect((await runCliWith('', folder, 'outbox', 'list')).out).toMatch(/^4711\t.*\tmail\tconversation \d+\t.*contact-stopped\n$/)
  const letter = await runCliWith('Subject: Re: Aktivasi\n\nTerima kasih', folder, 'mail', 'bounce')
  expect(letter).toEqual({ code: 0, out: 'not a report that a mail has failed: left alone\n', err: '' })
})

it('what cannot be noted now is to be handed in again: the exit code says so to the mail server', async () => {
  const folder = await dataFolder()
  const elsewhere = await runCliWith('Subject: x\n\n', folder, 'mail', 'bounce')
  expect(elsewhere).toMatchObject({ code: 75, out: '' })
  expect(elsewhere.err).toMatch(/there is no counter at/)
  vi.stubEnv('LOKET_MASTER_KEY', 'no key')
  const refused = await runCliWith('Subject: x\n\n', folder, 'mail', 'bounce')
  vi.unstubAllEnvs()
  expect(refused).toMatchObject({ code: 75, out: '' })
  expect(refused.err).toMatch(/LOKET_MASTER_KEY must be/)
})
