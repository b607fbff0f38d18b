// docs/conversation.md: how the counter talks, as the tests measure and record it.
import { join } from 'node:path'
import { measured, together, type Measured } from './readability.ts'
import { messagesOf, type Line } from './scripts/recorder.ts'
import { BUTTONS, HAPPY, play, SCRIPTS, type Played } from './scripts/scripts.ts'

/** Where the page is kept. */
export const PAGE = join(import.meta.dirname, '../../docs/conversation.md')
/** The most messages that a citizen may have to send to register by typing. */
export const MOST_MESSAGES = 25
/** LIX of newspapers begins here; all that citizens read together must stay below. */
export const MOST_LIX = 40
/** No single message may be as hard as this. */
export const HARDEST_LIX = 60
const WORST = 10

/** Plays every script once; takes some seconds. */
export async function playAll(): Promise<Played[]> {
  const played: Played[] = []
  for (const script of [...SCRIPTS, BUTTONS]) played.push(await play(script))
  return played
}

/** The page as Markdown. */
export function page(played: readonly Played[], texts: readonly Measured[] = measured()): string {
  const of = (id: string): Played | undefined => played.find(({ script }) => script.id === id)
  const all = together(texts)
  return [
    '# How the counter talks',
    '',
    'Written by `npm run conversation`, which plays the scripts of `test/conversations/scripts/` through a whole counter in',
    'virtual time; a test keeps the page up to date. The people are made up.',
    '',
    '## What it takes to register',
    '',
    `From the first greeting to the registration number. At most ${MOST_MESSAGES} messages are allowed.`,
    '',
    '| | messages into the chat | typed | characters typed | taps | photos | pages behind a link |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...[of(HAPPY.id), of(BUTTONS.id)].flatMap((one) => (one === undefined ? [] : [effortRow(one)])),
    '',
    '## How easily it is read',
    '',
    'LIX = words per sentence + words of more than six letters, of a hundred (C. H. Björnsson, *Läsbarhet*, 1968; J. Anderson,',
    '“Lix and Rix”, *Journal of Reading* 26, 1983). It counts letters, so it needs no rules of one language; Indonesian words',
    'grow long by prefixes and suffixes, which makes LIX judge too hard rather than too kindly. Below 30 is read by children,',
    '30 to 40 is easy, from 40 on it is a newspaper, from 50 on an official paper.',
    '',
    `The ${texts.length} Indonesian messages of twelve words or more that citizens read, taken together: **LIX ${all.lix.toFixed(0)}**,`,
    `${all.wordsPerSentence.toFixed(1)} words a sentence, ${all.longWords.toFixed(0)} long words of a hundred. The hardest ten:`,
    '',
    '| LIX | words a sentence | message | text |',
    '| ---: | ---: | --- | --- |',
    ...texts
      .slice(0, WORST)
      .map((one) => `| ${one.lix.toFixed(0)} | ${one.wordsPerSentence.toFixed(1)} | ${one.key} | ${cell(one.text)} |`),
    '',
    '## Ten conversations',
    '',
    'Links, registration numbers and sums are drawn anew each time; here they are always the same.',
    ...played.flatMap(({ script, lines }, i) => [
      '',
      `### ${i < SCRIPTS.length ? `${i + 1}. ` : ''}${script.title}`,
      '',
      script.about,
      '',
      ...lines.flatMap(lineOf),
    ]),
    '',
  ].join('\n')
}

function effortRow({ script, effort }: Played): string {
  const { typed, characters, taps, photos, pages } = effort
  return `| ${script.title} | ${messagesOf(effort)} | ${typed} | ${characters} | ${taps} | ${photos} | ${pages} |`
}

// A line of the script as a Markdown quotation: the speaker, the words as typed, what could be tapped.
function lineOf({ who, text, buttons = [] }: Line): string[] {
  if (who === undefined) return [`*${text}*`, '']
  const [first = '', ...rest] = text.split('\n').map(plain)
  const tapped = buttons.length === 0 ? [] : [`${buttons.map((label) => `\\[${plain(label)}\\]`).join(' ')}`]
  return [`> **${who}:** ${[first, ...rest, ...tapped].join('  \n> ')}`, '']
}

/** Text that Markdown shows as it is. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_<>[\]#|]/g, '\\$&')
    .replace(/^(\d+)\. /, '$1\\. ')
    .replace(/^- /, '\\- ')
    .replace(/\\\*(\S|\S[^*\n]*?\S)\\\*/g, '**$1**')
}

/** Text as one Markdown table cell shows it. */
function cell(text: string): string {
  return plain(text.trim().replaceAll(/\s+/g, ' '))
}
