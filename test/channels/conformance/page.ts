// docs/channels.md: which channel to choose, what each can do, and every conformance case on every platform.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Capabilities } from '../../../bot/channels/channel.ts'
import { MAIL_CAPABILITIES } from '../../../bot/channels/mail/mail-channel.ts'
import { CAPABILITIES as SIMULATOR } from '../../../bot/channels/simulator/simulator-channel.ts'
import { CAPABILITIES as TELEGRAM } from '../../../bot/channels/telegram/telegram-channel.ts'
import { CAPABILITIES as CLOUD } from '../../../bot/channels/whatsapp-cloud/whatsapp-cloud-channel.ts'
import { CAPABILITIES as LINKED } from '../../../bot/channels/whatsapp-linked/whatsapp-linked-channel.ts'
import { CASES, type CaseName } from './cases.ts'
import { KINDS, type Kind } from './kinds.ts'

/** The top of the repository. */
export const TOP = fileURLToPath(new URL('../../../', import.meta.url))

/** Where the page is kept. */
export const PAGE = join(TOP, 'docs', 'channels.md')

/** The test that tries the cases on a kind of platform, from the top of the repository. */
export function testOf(kind: string): string {
  return `test/channels/conformance/${kind}.test.ts`
}

/** A platform and its test. */
export type NamedKind = readonly [id: string, kind: Kind]

/** All platforms, in the order of the page. */
export const ALL: readonly NamedKind[] = Object.entries(KINDS)

/** The names of all cases, as their tests are called. */
export const NAMES = Object.keys(CASES) as CaseName[]

/** The page as Markdown. */
export function page(kinds: readonly NamedKind[], cases: readonly CaseName[]): string {
  return [GUIDE, abilities(), conformance(kinds, cases), lacking(kinds)].join('\n\n') + '\n'
}

const ADAPTERS: readonly (readonly [name: string, can: Capabilities])[] = [
  ['[Telegram](telegram.md)', TELEGRAM],
  ['[WhatsApp, linked](whatsapp-linked.md)', LINKED],
  ['[WhatsApp, official](whatsapp-cloud.md)', CLOUD],
  ['[E-mail](mail.md)', MAIL_CAPABILITIES],
  ['Phone simulator', SIMULATOR],
]

const ABILITIES: readonly (readonly [what: string, of: (can: Capabilities) => string])[] = [
  ['buttons under a message', ({ buttons }) => some(buttons)],
  ['rows of a list', ({ list }) => some(list)],
  ['a button that shares the own number', ({ contact }) => yesNo(contact)],
  ['takes a typed secret out of the chat', ({ deleteInbound }) => yesNo(deleteInbound)],
  ['shows that it types', ({ typing }) => yesNo(typing)],
  ['characters of a message', ({ maxText }) => String(maxText)],
  ['… with choices under it', ({ maxText, maxChoiceText = maxText, buttons, list }) => some(buttons + list && maxChoiceText)],
  ['… below a file', ({ maxCaption }) => String(maxCaption)],
  ['largest file that it sends, MB', ({ maxFile }) => String(maxFile / 2 ** 20)],
  ['files in one message', ({ album = 1 }) => String(album)],
]

function abilities(): string {
  const rows = ABILITIES.map(([what, of]) => row([what, ...ADAPTERS.map(([, can]) => of(can))]))
  return [
    '## What each can do',
    '',
    'Loket fits what it says to this: choices become buttons, else a list, else numbers; long texts and sets of files are sent in parts.',
    '',
    row(['', ...ADAPTERS.map(([name]) => name)]),
    row(['---', ...ADAPTERS.map(() => '---:')]),
    ...rows,
  ].join('\n')
}

function conformance(kinds: readonly NamedKind[], cases: readonly CaseName[]): string {
  const total = kinds.map(([, { lacks }]) => `${cases.filter((name) => lacks[name] === undefined).length} of ${cases.length}`)
  return [
    '## Every case on every platform',
    '',
    'Each case is tried with the real adapter, the real library of the platform and the whole counter, against a fake of the platform that',
    'takes and refuses what the real one does. ✓ = a test proves it; — = the platform cannot have it, for the reason in the list below.',
    'By e-mail people only read: they talk on Telegram there.',
    '',
    row(['case', ...kinds.map(([id, { name }]) => `[${name}](../${testOf(id)})`)]),
    row(['---', ...kinds.map(() => ':---:')]),
    ...cases.map((name) => row([name, ...kinds.map(([, { lacks }]) => (lacks[name] === undefined ? '✓' : '—'))])),
    row(['**proven**', ...total]),
  ].join('\n')
}

function lacking(kinds: readonly NamedKind[]): string {
  return [
    '## What is lacking, and why',
    '',
    row(['platform', 'case', 'reason']),
    row(['---', '---', '---']),
    ...kinds.flatMap(([, { name, lacks }]) => Object.entries(lacks).map(([one, reason]) => row([name, one, reason]))),
  ].join('\n')
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function yesNo(can: boolean): string {
  return can ? 'yes' : '—'
}

function some(number: number): string {
  return number === 0 ? '—' : String(number)
}

const GUIDE = `# Channels

Written by \`npm run channels\`; a test keeps it up to date. For the IT staff of a district: which channel to choose, what to get, what to
set, and how to see that it works. All can be on at once: one person may begin in one and go on in another.

## Which one

- **Begin with [Telegram](telegram.md).** Free, ten minutes, nothing reachable from outside, buttons, secrets can be taken out of the
  chat. Nearly everything works best there. But not everybody has it.
- **[The official WhatsApp number](whatsapp-cloud.md)** is the ground for a whole district: everybody has WhatsApp, Meta allows it, nothing
  hangs on one phone. It takes days until Meta has verified the office, costs per message, and Meta's policy on numbers of identity
  documents must be read first.
- **[WhatsApp by linked device](whatsapp-linked.md)** uses an ordinary number that the office has, at once and free. WhatsApp does not
  offer this to programs and may close the account: for a pilot, or until the official number is there; never as the only channel.
- **[E-mail](mail.md) beside any of them**: links, decisions and documents reach people whose chat cannot be reached. It only sends.

## Checklist

| | what to get | what to set (\`.env\`, then restart) | how to check |
| --- | --- | --- | --- |
| Telegram | a bot and its token, from @BotFather | \`TELEGRAM_BOT_TOKEN\` | \`npm run loket -- officer invite --agency sintren --role verifikator\` prints a \`t.me\` link to your bot |
| WhatsApp, official | a Meta app, a number that is on no WhatsApp, a system user's token, one approved template, an https address | \`LOKET_PUBLIC_URL\`, \`WHATSAPP_CLOUD_TOKEN\`, \`_PHONE_NUMBER_ID\`, \`_APP_SECRET\`, \`_VERIFY_TOKEN\` | \`curl "https://<address>/whatsapp?hub.mode=subscribe&hub.verify_token=<verify token>&hub.challenge=123"\` prints 123; the log says \`WhatsApp is connected\` |
| WhatsApp, linked | a number of its own, in a phone that stays in the office | \`WHATSAPP_BAILEYS=on\`, then \`npm run loket -- whatsapp link\` | \`npm run loket -- whatsapp status\` says \`linked\` |
| E-mail | a login on a mail server; SPF, DKIM and DMARC of its domain | \`SMTP_URL\`, \`MAIL_FROM\` | \`npm run loket -- mail test <your own address>\`, then look into that mailbox |
| all | | | \`curl http://127.0.0.1:8420/readyz\` says \`{"ready":true}\`; write \`halo\` from a phone of your own |

Give an officer of each shift a seat on the channel that they look at all day, and the permission \`escalation\` to who looks after the
channels: that is who Loket tells when an account is shut out, restricted or logged out.`
