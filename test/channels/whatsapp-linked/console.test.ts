import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { SecretFinder } from '../../log-check/find-secrets.ts'

const QUIET = new URL('../../../bot/channels/whatsapp-linked/quiet-libsignal.ts', import.meta.url).href
const PARTY = new URL('../../fakes/whatsapp/signal-party.ts', import.meta.url).href

/** A process in which libsignal closes a session, and somebody else says something. */
const program = (first: string): string => `
  ${first}
  const { SignalParty, deviceKeysOf } = await import(${JSON.stringify(PARTY)})
  const [one, other] = [new SignalParty('1@lid'), new SignalParty('2@lid')]
  for (const again of [1, 2]) await one.begin('2@lid', deviceKeysOf(other.bundle()))
  console.info('somebody else speaks')
`

async function said(first: string): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program(first)])
  return stdout + stderr
}

it('libsignal would print private keys to the console; it does not, and everybody else still may', async () => {
  const loud = await said('')
  expect(loud).toMatch(/Closing session:[^]*privKey[^]*somebody else speaks/)
  // Were it ever to speak in a test, the check after the run would notice.
  const finder = new SecretFinder([])
  expect(
    loud
      .split('\n')
      .flatMap((line) => finder.findings(line))
      .map(({ what }) => what),
  ).toContain('a key of Signal')
  const quiet = await said(`await import(${JSON.stringify(QUIET)})`)
  expect(quiet).not.toMatch(/session|privKey|Buffer/i)
  expect(quiet).toContain('somebody else speaks')
})
