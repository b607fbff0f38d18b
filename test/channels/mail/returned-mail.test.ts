import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { takeReturnedMail } from '../../../bot/returned-mail.ts'
import { systemRandom } from '../../../bot/runtime/random.ts'
import { deadMessages } from '../../../storage/given-up.ts'
import { highestId } from '../../../storage/highest-id.ts'
import { Ids } from '../../../storage/ids.ts'
import { SqliteStore } from '../../../storage/sqlite-store.ts'
import { openKeys } from '../../../storage/vault/keys.ts'
import { Sealer } from '../../../storage/vault/seal.ts'
import { register, SITI } from '../../conversations/registering.ts'
import { bounced } from '../../fakes/smtp/bounced.ts'
import { FakeSmtp } from '../../fakes/smtp/fake-smtp.ts'
import { Office } from '../../support/office.ts'

const MINUTE = 60_000

/** A counter that has sent Siti a mail, and what `loket mail bounce` does beside it. */
async function sentMail() {
  const smtp = await FakeSmtp.open()
  const office = await Office.open({ SMTP_URL: `smtp://127.0.0.1:${smtp.port}`, MAIL_FROM: 'loket@kantor.example' })
  onTestFinished(async () => {
    await office.close()
    await smtp.close()
  })
  const siti = office.phone('siti')
  await register(siti, SITI)
  const mail = await office.until(() => smtp.mails[0], 'a mail')
  const { unitOfWork } = office.open
  const { sealing } = await openKeys({ setting: undefined, file: join(office.folder, 'master.key') }, unitOfWork, systemRandom)
  const sealer = new Sealer(sealing, systemRandom)
  const store = new SqliteStore(new Ids(office.time, await unitOfWork.run(highestId)), sealer)
  const comesBack = (text: string) => takeReturnedMail({ unitOfWork, store, sealer, clock: office.time }, text)
  const told = () => siti.inbox.filter(({ text }) => /E-mail kami tidak sampai/.test(text)).length
  await expect.poll(() => unitOfWork.run((tx) => tx.outbox.count({ where: { account: 'mail', status: 1 } }))).toBe(1)
  return { office, smtp, siti, mail, comesBack, told }
}

it('a mail that bounces late is told in the chat, once, and listed for the operator', async () => {
  const { office, siti, mail, comesBack, told } = await sentMail()
  expect(await comesBack(bounced(mail))).toMatchObject({ is: 'noted', status: '5.1.1' })
  expect(await comesBack(bounced(mail))).toMatchObject({ is: 'noted' })
  office.time.pass(MINUTE)
  await siti.hears(/E-mail kami tidak sampai/)
  expect(await office.open.unitOfWork.run(deadMessages)).toMatchObject([{ account: 'mail', error: 'contact-stopped' }])
  office.time.pass(MINUTE)
  expect(told()).toBe(1)
  expect(office.logLines.join('')).not.toContain(SITI.email)
})

it('a full mailbox is no reason to give the address up', async () => {
  const { office, siti, mail, comesBack } = await sentMail()
  expect(await comesBack(bounced(mail, { status: '5.2.2' }))).toMatchObject({ is: 'noted', status: '5.2.2' })
  office.time.pass(MINUTE)
  await siti.hears(/E-mail kami tidak sampai/)
  expect(await office.open.unitOfWork.run(deadMessages)).toMatchObject([{ account: 'mail', error: 'bounced-5.2.2' }])
})

it('nobody else can say that a mail of ours came back', async () => {
  const { office, mail, comesBack, told } = await sentMail()
  const own = mail.headers.get('message-id') ?? ''
  const [, key = '', seal = ''] = /^<loket-(\d+)\.([\da-f]{20})@kantor\.example>$/.exec(own) ?? []
  expect(seal).not.toBe('')
  const forged = [
    own.replace(
      seal,
      seal.replace(/^./, (first) => (first === '0' ? '1' : '0')),
    ),
    own.replace(seal, seal.slice(1)),
    own.replace(`.${seal}`, ''),
    own.replace(key, String(Number(key) + 1)),
    `<${key}@kantor.example>`,
    '<lain@contoh.id>',
    '',
  ]
  for (const messageId of forged) expect((await comesBack(bounced(mail, { messageId }))).is).toMatch(/not-ours|no-report/)
  expect(await comesBack('Subject: Re: Aktivasi\r\n\r\nTerima kasih')).toEqual({ is: 'no-report' })
  office.time.pass(MINUTE)
  expect(await office.open.unitOfWork.run(deadMessages)).toEqual([])
  expect(told()).toBe(0)
})

it('a bounce that is quicker than our own note is to be told again, and one of a forgotten mail is let be', async () => {
  const { office, mail, comesBack } = await sentMail()
  const { unitOfWork } = office.open
  await unitOfWork.run((tx) => tx.outbox.updateMany({ where: { account: 'mail' }, data: { status: 0, dueAt: 9e15 } }))
  expect(await comesBack(bounced(mail))).toMatchObject({ is: 'early' })
  await unitOfWork.run((tx) => tx.outbox.deleteMany({ where: { account: 'mail' } }))
  expect(await comesBack(bounced(mail))).toMatchObject({ is: 'unknown' })
})
