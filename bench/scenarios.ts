import type { Scenario } from './harness.ts'
import type { Table } from './report.ts'

interface Contender {
  readonly name: string
  readonly module: string
}

/** Everyone who is loaded in the same way. A module exports `run` (see `Run` in measurement.ts). */
const contenders: readonly Contender[] = [
  { name: 'Loket, SQLite FULL', module: './loket.ts' },
  { name: 'grammY conversations 2, SQLite FULL', module: './rivals/grammy-conversations.ts' },
  { name: 'Telegraf WizardScene, SQLite FULL', module: './rivals/telegraf-sqlite.ts' },
  { name: 'Telegraf WizardScene, memory (not durable)', module: './rivals/telegraf-memory.ts' },
  { name: 'No framework: a JSON row, SQLite FULL', module: './bare.ts' },
]

const throughput = ['turnsPerSecond', 'cpuMicrosPerTurn', 'p50Ms', 'p95Ms', 'residentMb', 'turns'] as const

function under(load: Scenario['load']): Scenario[] {
  return contenders.map(({ name, module }) => ({ name, module, load }))
}

/** All that `npm run bench` measures, in the order of the report. */
export const tables: readonly Table[] = [
  {
    title: '256 chats in flight',
    note: 'A form of 10 questions, so 11 turns (the first opens it). Each chat sends its next message as soon as it has its reply.',
    columns: throughput,
    scenarios: under({ kind: 'stream', chats: 256, forms: 6000, questions: 10, seconds: 5 }),
  },
  {
    title: '64 chats in flight',
    note: 'The same form.',
    columns: throughput,
    scenarios: under({ kind: 'stream', chats: 64, forms: 6000, questions: 10, seconds: 5 }),
  },
  {
    title: 'One chat alone',
    note: 'The same form; p50 and p95 are the time from handing the message in to having the reply out and the state on disk.',
    columns: throughput,
    scenarios: under({ kind: 'stream', chats: 1, forms: 1000, questions: 10, seconds: 5 }),
  },
  {
    title: 'The hundredth question',
    note: 'A form of 100 questions, 32 chats in lockstep: the CPU time of a turn that answers question 1, and of a turn that asks question 100.',
    columns: ['firstMicros', 'lastMicros', 'lastToFirst', 'residentMb'],
    scenarios: under({ kind: 'lockstep', chats: 32, forms: 1600, questions: 100, seconds: 8 }),
  },
  {
    title: '100,000 sleeping conversations',
    note: 'Each has a form of 10 questions half filled in. Then 4 chats at a time fill in theirs; what the serving process holds.',
    columns: ['conversations', 'turns', 'residentMb'],
    scenarios: [
      {
        name: 'Loket, SQLite FULL',
        module: './sleeping.ts',
        load: { kind: 'stream', chats: 4, forms: 200, questions: 10, seconds: 5 },
      },
    ],
  },
  {
    title: '300 citizens register on Telegram',
    note: 'All at once, by a whole registration with its photo; each thinks 8 to 22 seconds before an answer. Loket in a process of its own, over HTTP with a Bot API of ours: 5 % of the updates come twice, 2 % late, 1 % of the messages are refused with 429 and sent again a second later. All must finish, none twice, every answer in its place. p50 and p95 are from what a citizen does to the message that Telegram takes from Loket. One run.',
    columns: ['citizens', 'turns', 'turnsPerSecond', 'p50Ms', 'p95Ms'],
    scenarios: [
      {
        name: 'Loket, grammY',
        module: './telegram.ts',
        load: { kind: 'stream', chats: 300, forms: 300, questions: 17, seconds: 0 },
        onceWithin: 900,
      },
    ],
  },
  {
    title: '2,000 citizens register on WhatsApp and Telegram under fire',
    note: 'One Loket in a process of its own that serves a linked WhatsApp account and a Telegram bot, against a WhatsApp and a Bot API of ours; on each, 40 people at a time go through a whole registration with its photo. 5 % of what they send comes twice, 2 % is lost at first and comes later, and every 10 seconds Loket gets a SIGKILL and is started again. All must finish, none twice, every answer in its place; in the end nothing waits and nothing was set aside. Sent again: messages of which Loket could not know before a kill that WhatsApp had them; a phone knows them by their ids. Seen twice: the same on Telegram, which has no such ids. One run.',
    columns: ['citizens', 'turns', 'minutes', 'kills', 'backMs', 'cameTwice', 'cameLate', 'sentAgain', 'seenTwice'],
    scenarios: [
      {
        name: '20 on each',
        module: './channels-under-fire.ts',
        load: { kind: 'stream', chats: 20, forms: 40, questions: 17, seconds: 400 },
        onceWithin: 500,
      },
      {
        name: '1,000 on each',
        module: './channels-under-fire.ts',
        load: { kind: 'stream', chats: 1000, forms: 2000, questions: 17, seconds: 3600 },
        onceWithin: 3900,
      },
    ],
  },
  {
    title: 'Intake of a photo, CPU',
    note: 'Photos of invented KTPs (test/documents, seeds from 9001): 12 megapixels with the noise of a small sensor, and 1600 pixels as messengers send them. Fast path: from bytes to verdict and encrypted file on the disk (decoded once, photo, thumbnail, quality, vault). Sharp alone: the same decoding, resizing and encoding. Reading: kind of document, NIK and name.',
    columns: ['photos', 'photoKb', 'fastCpuMs', 'aloneCpuMs', 'fastToAlone', 'readingCpuMs'],
    scenarios: [
      {
        name: '12 megapixels',
        module: './intake/camera-photo.ts',
        load: { kind: 'stream', chats: 4, forms: 24, questions: 1, seconds: 0 },
      },
      {
        name: '1600 pixels',
        module: './intake/chat-photo.ts',
        load: { kind: 'stream', chats: 4, forms: 24, questions: 1, seconds: 0 },
      },
    ],
  },
  {
    title: 'Reading by kind of document, CPU',
    note: 'Good photos of invented documents (test/documents, seeds from 820001), each read beside what is truly on it: NIK and name; number of the family card and a NIK of it; name. Asked: at most 800 ms.',
    columns: ['photos', 'kindRight', 'allSame', 'readingCpuMs'],
    scenarios: [
      {
        name: 'KTP',
        module: './intake/identity-card.ts',
        load: { kind: 'stream', chats: 1, forms: 24, questions: 1, seconds: 0 },
      },
      {
        name: 'KK',
        module: './intake/family-card.ts',
        load: { kind: 'stream', chats: 1, forms: 24, questions: 1, seconds: 0 },
      },
      {
        name: 'passport',
        module: './intake/passport.ts',
        load: { kind: 'stream', chats: 1, forms: 24, questions: 1, seconds: 0 },
      },
    ],
  },
  {
    title: 'The NIK on 500 photos of KTPs',
    note: 'Invented cards (test/documents, seeds from 800001), half of the photos with a fault of any kind, up to such that nobody could read them; every fifth lies on its side or its head. Each is compared with its true NIK and name, and with four NIKs of one wrong digit. Asked: no true NIK called another, at most 0.5 % of the typos verified, at most 800 ms. Values: NIK, name, place and date of birth, village, district, province, as far as the reader was sure.',
    columns: [
      'photos',
      'nikSame',
      'nikDifferent',
      'typos',
      'typosSame',
      'typosDifferent',
      'nameSame',
      'nameDifferent',
      'valuesRead',
      'valuesRight',
      'readingCpuMs',
    ],
    scenarios: [
      {
        name: 'Loket',
        module: './intake/ocr.ts',
        load: { kind: 'stream', chats: 1, forms: 500, questions: 1, seconds: 0 },
        onceWithin: 3600,
      },
    ],
  },
  {
    title: 'Intake with two citizens at once',
    note: 'A whole counter; each citizen begins a registration with a 12-megapixel photo of a KTP, and another one as soon as it is judged. p50 and p95 are from upload to verdict, reading included. How late the event loop was at most, by the clock, and the longest stretch of its own CPU time.',
    columns: ['photos', 'p50Ms', 'p95Ms', 'blockMs', 'busiestMs', 'residentMb'],
    scenarios: [
      {
        name: 'Loket',
        module: './intake/counter.ts',
        load: { kind: 'stream', chats: 2, forms: 42, questions: 1, seconds: 0 },
      },
    ],
  },
]
