import { expect, it, vi } from 'vitest'
import { SendError } from '../../bot/channels/channel.ts'
import { runCli } from './run-cli.ts'
import { runningCounter } from './running-counter.ts'

// Every command is a process of its own: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000 })

const MINUTE = 60_000

it('an officer is invited, listed and removed while the counter is open', async () => {
  const { folder, says } = await runningCounter()
  const invited = await runCli(folder, 'officer', 'invite', '--agency', 'sintren', '--role', 'supervisor', '--name', 'Bu Wening')
  expect(await says('wening', invited.out.slice(0, 13))).toMatch(/Selamat bergabung, \*Bu Wening\*/)
  const listed = await runCli(folder, 'officer', 'list', '--agency', 'sintren')
  const [, id = ''] = /^(\S{11})\tsupervisor\tBu Wening\n$/.exec(listed.out) ?? []
  expect(await says('wening', 'antrian')).toMatch(/Tidak ada yang menunggu/)
  expect(await runCli(folder, 'officer', 'remove', id)).toEqual({ code: 0, out: `${id} removed\n`, err: '' })
  expect(await says('wening', 'antrian')).toMatch(/hanya untuk petugas/)
  expect((await runCli(folder, 'officer', 'list', '--agency', 'sintren')).out).toBe('')
  expect((await runCli(folder, 'officer', 'remove', id)).code).toBe(1)
  const audit = await runCli(folder, 'audit', 'verify')
  // invited, enrolled, removed
  expect(JSON.parse(audit.out)).toMatchObject({ holds: true, rows: 3 })
})

it('commands and conversations write at the same time, and neither fails', async () => {
  const { folder, says, lines } = await runningCounter()
  const commands = Promise.all(
    [1, 2, 3].map(() => runCli(folder, 'officer', 'invite', '--agency', 'sintren', '--role', 'verifikator')),
  )
  let isOver = false
  void commands.then(() => (isOver = true))
  let said = 0
  while (!isOver) expect(await says(`citizen-${++said % 20}`, 'PTG-0000-0000')).not.toBe('')
  for (const { code, err } of await commands) expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(said).toBeGreaterThan(10)
  expect(lines.filter((line) => /could not be committed|failed/.test(line))).toEqual([])
  expect(JSON.parse((await runCli(folder, 'audit', 'verify')).out)).toMatchObject({ holds: true })
})

it('a message that was given up is listed without its content, and sent after all', async () => {
  const { folder, says, phones, time, heard } = await runningCounter()
  await says('siti', 'halo')
  phones.fault = new SendError({ kind: 'final', code: 'bad-request' })
  await phones.deliver('siti', { kind: 'text', text: 'persyaratan' })
  await expect.poll(async () => (await runCli(folder, 'outbox', 'list')).out, { timeout: 20_000 }).toMatch(/\n$/)
  const listed = await runCli(folder, 'outbox', 'list')
  const [, id = ''] = /^(\d+)\t\S+Z\tphones\tconversation \d+\t1 tries\tbad-request\n$/.exec(listed.out) ?? []
  expect(id).not.toBe('')
  const before = phones.inbox('siti').length
  expect((await runCli(folder, 'outbox', 'retry', id)).code).toBe(0)
  time.pass(MINUTE)
  expect((await heard('siti', before)).map(({ text }) => text).join()).toMatch(/Persyaratan/)
  expect((await runCli(folder, 'outbox', 'list')).out).toBe('')
})

it('an event that was set aside is listed without its content, and has its turn again within a minute', async () => {
  const { folder, says, phones, unitOfWork, storeBeside, time, lines } = await runningCounter()
  await says('siti', 'halo')
  const failures = () => lines.filter((line) => line.includes('a turn failed')).length
  const beside = await storeBeside()
  await unitOfWork.run(async (tx) => {
    const conversation = await beside.conversationAt(tx, 'phones', 'siti', time.now())
    await beside.post(tx, [{ conversation, key: 'x', event: { kind: 'notice', notice: 'no-such-notice', data: {} } }], time.now())
  })
  const before = phones.inbox('siti').length
  time.pass(MINUTE)
  await expect.poll(failures).toBe(3)
  const listed = await runCli(folder, 'inbox', 'list')
  const [, id = ''] = /^(\d+)\t\S+Z\tloket\tconversation \d+\t3 tries\n$/.exec(listed.out) ?? []
  expect(id).not.toBe('')
  expect((await runCli(folder, 'inbox', 'retry', id)).out).toMatch(new RegExp(`^${id} waits again`))
  time.pass(MINUTE)
  await expect.poll(failures).toBe(6)
  // Nobody is told of a failure that nobody waits for.
  expect(phones.inbox('siti')).toHaveLength(before)
  expect(await says('siti', 'persyaratan')).toMatch(/Persyaratan/)
})
