import { accept, askedOf, keep, pass, refuse, settle, type Asked } from './answer.ts'
import { hearBeside, hearSmallTalk } from './beside.ts'
import { isMoreOfAlbum } from './album.ts'
import { cancel, hearCommand } from './command.ts'
import { own } from './engine-texts.ts'
import type { Reading } from './field.ts'
import type { Input } from './input.ts'
import type { Json, JsonObject } from './json.ts'
import { askAside, editQuestion, holds, reviewable } from './question.ts'
import { leave, reopen, start, startOver } from './run.ts'
import { armWorking } from './working.ts'
import type { Frame } from './state.ts'
import { withoutAside, type Pause, type Talk } from './talk.ts'
import { t, type Text } from './text.ts'
import { asksToEdit, editNumber, normalise, understand } from './words.ts'

/** Characters; longer texts are refused before a field sees them. */
const LONGEST_TEXT = 2000

/** Takes in what a person sent. `about` is what the message that it replies to is about: a word of command then means that. */
export function hear<P>(talk: Talk<P>, input: Input, about?: string): Pause<P> {
  talk.heard()
  if (input.kind === 'file' && isMoreOfAlbum(talk, input.file)) return undefined
  const words = input.kind === 'text' ? normalise(input.text) : ''
  const command = startsFlow(talk, input, words, about)
  if (command !== undefined) return start(talk, command.flow, command.params)
  const frame = talk.top
  const choice = input.kind === 'choice' && frame !== undefined ? ownChoice(talk, input.id) : undefined
  if (input.kind === 'choice' && choice === undefined) talk.prefix(own('engine-old-button'))
  if (frame === undefined) return hearOpenly(talk, input, words)
  if (input.kind === 'choice' && choice === undefined) return reopen(talk, frame)
  if (frame.aside !== undefined) return hearAside(talk, frame, input, choice ?? numbered(talk, words), words)
  const heard = input.kind === 'text' ? hearCommand(talk, frame, input.text, words) : undefined
  if (heard !== undefined) return heard.pause
  if (frame.waiting !== undefined) return hearMeanwhile(talk, frame, input)
  return hearFreely(talk, frame, input, choice, words)
}

// A job looks at what was sent before: what belongs to it is taken in, anything else has to wait.
function hearMeanwhile<P>(talk: Talk<P>, frame: Frame, input: Input): Pause<P> {
  const field = askedOf(talk, frame)?.step.field
  const scratch = field?.meanwhile?.(input, talk.context(frame), frame.scratch ?? null)
  if (scratch === undefined) return reopen(talk, frame)
  talk.setFrame({ ...frame, scratch })
  talk.answered = true
  return undefined
}

/** A flow to be started, with its parameters. */
interface Started {
  readonly flow: string
  readonly params: JsonObject
}

// Nothing is open: whatever is said leads somewhere, in the end to the menu.
function hearOpenly<P>(talk: Talk<P>, input: Input, words: string): Pause<P> {
  const heard = input.kind === 'text' ? (hearSmallTalk(talk, input.text) ?? hearBeside(talk, input.text, words)) : undefined
  if (heard !== undefined) return heard.pause
  const meaning = input.kind === 'text' ? understand(input.text) : undefined
  if (meaning === 'help') talk.prefix(own('engine-help'))
  if (meaning === 'cancel') talk.prefix(own('engine-nothing-open'))
  return start(talk, talk.flows.home)
}

// What always starts a flow, whatever is open: a button that is a command, a code, a command in reply to a message, any
// words in reply to a message that is itself about a command (an officer's answer to what a citizen asks).
function startsFlow<P>(talk: Talk<P>, input: Input, words: string, about: string | undefined): Started | undefined {
  if (input.kind === 'choice' && input.id.startsWith('/')) return commandIn(talk, input.id)
  if (input.kind !== 'text') return undefined
  const answered = about?.startsWith('/') ? commandIn(talk, about) : undefined
  // One more than may be: enough to be told that it is too long.
  if (answered !== undefined)
    return { flow: answered.flow, params: { ...answered.params, said: input.text.slice(0, LONGEST_TEXT + 1) } }
  const frame = talk.top
  const isFree = frame === undefined || (talk.form(frame) === undefined && askedOf(talk, frame)?.step.field.secret !== true)
  const shaped = talk.flows.shaped(input.text, isFree)
  if (shaped !== undefined) return { flow: shaped, params: { arg: input.text.trim() } }
  const command = about === undefined ? undefined : talk.flows.replied(words)
  return command === undefined || about === undefined ? undefined : { flow: command, params: { arg: about } }
}

// `/setujui:4TQ2`: the flow that the command names, with what stands behind the colon as its parameter `arg`.
function commandIn<P>(talk: Talk<P>, command: string): Started | undefined {
  const [name = '', ...rest] = command.slice(1).split(':')
  const flow = talk.flows.commanded(name)
  return flow === undefined ? undefined : { flow, params: rest.length === 0 ? {} : { arg: rest.join(':') } }
}

// What is no command is an answer to what is open.
function hearFreely<P>(talk: Talk<P>, frame: Frame, input: Input, choice: string | undefined, words: string): Pause<P> {
  const asked = askedOf(talk, frame)
  if (asked !== undefined) {
    if (choice === '~skip' && asked.step.optional) return keep(talk, asked, null)
    if (choice === '~keep' && holds(talk, frame, asked.step)) return pass(talk, frame, asked.index)
    return hearAnswer(talk, asked, choice === undefined ? input : { kind: 'choice', id: choice }, words)
  }
  const { step, index } = talk.openStep(frame)
  if (step?.kind === 'review') return hearReview(talk, frame, index, choice, input.kind === 'text' ? input.text : '')
  return reopen(talk, frame)
}

function hearAnswer<P>(talk: Talk<P>, asked: Asked, input: Input, words: string): Pause<P> {
  const { frame, step } = asked
  // What is better typed on a page should not stay in the chat either.
  if ((step.field.secret || step.entry === 'secure-page') && input.kind === 'text') talk.replies.push({ kind: 'delete-input' })
  const misfit = unsuitable(asked, input, words)
  if (misfit !== undefined) {
    const heard = input.kind === 'text' ? hearBeside(talk, input.text, words) : undefined
    if (heard !== undefined) return heard.pause
    refuse(talk, asked, { is: 'problem', problem: misfit }, true)
    return undefined
  }
  const read = (one: Input): Reading<Json> => step.field.read(one, talk.context(frame), frame.scratch ?? null)
  const reading = read(input)
  if (reading.is === 'work') armWorking(talk)
  if (input.kind !== 'text' || !isRefused(talk, asked, reading)) return settle(talk, asked, reading)
  // What the field cannot read may be the number of a choice as listed, loose words for a flow, or small talk.
  const id = numbered(talk, words)
  if (id !== undefined) return settle(talk, asked, read({ kind: 'choice', id }))
  const beside = hearBeside(talk, input.text, words)
  return beside === undefined ? settle(talk, asked, reading) : beside.pause
}

function isRefused<P>(talk: Talk<P>, { frame, step }: Asked, reading: Reading<Json>): boolean {
  if (reading.is !== 'value') return reading.is === 'problem'
  return !frame.migrated && step.check?.(reading.value, talk.answersOf(frame)) !== undefined
}

function unsuitable({ step: { field } }: Asked, input: Input, words: string): Text | undefined {
  if (input.kind === 'text') {
    if (input.text.length > LONGEST_TEXT) return own('engine-too-long', { max: LONGEST_TEXT })
    if (words === '' && field.accepts[0] === 'file') return own('engine-expected-file')
    if (words === '' && !field.secret && field.accepts.includes('text') && understand(input.text) === undefined)
      return own('engine-empty')
  }
  if (field.accepts.includes(input.kind)) return undefined
  if (input.kind === 'other' && input.what === 'view-once') return own('engine-view-once')
  if (field.accepts[0] === 'file') return own('engine-expected-file')
  if (input.kind === 'file') return own('engine-expected-text')
  return own('engine-expected-words', { what: input.kind === 'other' ? input.what : input.kind })
}

function hearReview<P>(talk: Talk<P>, frame: Frame, index: number, choice: string | undefined, text: string): Pause<P> {
  const rows = reviewable(talk, frame)
  const said = choice ?? understand(text)
  const number = choice === undefined ? (editNumber(text) ?? plainNumber(normalise(text))) : undefined
  const named = choice?.startsWith('edit-') ? rows.find((step) => step.id === choice.slice(5)) : undefined
  const target = number === undefined ? named : rows[number - 1]
  if (target !== undefined) editQuestion(talk, frame, target)
  else if (said === '~yes' || said === 'yes') return pass(talk, frame, index)
  else if (said === '~cancel') return cancel(talk, frame)
  else if (said === '~edit' || said === 'no' || (number === undefined && asksToEdit(text))) {
    const choices = rows.map((step) => ({
      id: `edit-${step.id}`,
      label: t(step.label),
    }))
    talk.ask(own('engine-review-which'), choices)
  } else {
    const beside = number === undefined ? hearBeside(talk, text, normalise(text)) : undefined
    if (beside !== undefined) return beside.pause
    talk.prefix(own(number === undefined ? 'engine-review-unclear' : 'engine-review-no-such'))
    return reopen(talk, frame)
  }
  return undefined
}

function hearAside<P>(talk: Talk<P>, frame: Frame, input: Input, choice: string | undefined, words: string): Pause<P> {
  const { aside } = frame
  const plain = withoutAside(frame)
  const meaning = input.kind === 'text' ? understand(input.text) : undefined
  const asked = askedOf(talk, frame)
  // To say what is asked about once more is to say yes.
  const said = choice ?? (meaning !== undefined && meaning === aside ? 'yes' : meaning)
  if (said === 'yes' || said === 'no') {
    talk.setFrame(plain)
    if (said === 'no' && aside === 'draft') return startOver(talk, plain)
    if (said === 'no' || aside === 'draft') return reopen(talk, plain)
    if (aside === 'restart') return startOver(talk, plain)
    if (aside === 'cancel') {
      talk.prefix(own('engine-cancelled', { title: t(talk.flowOf(talk.root(frame)).title) }))
      return leave(talk, frame)
    }
    if (asked === undefined || frame.doubt === undefined) return reopen(talk, plain)
    return accept(talk, { ...asked, frame: plain }, { value: frame.doubt, sure: true })
  }
  if (said === 'help') talk.prefix(own('engine-help'))
  else if (aside === 'draft' && said === 'cancel') {
    askAside(talk, plain, 'cancel')
    return undefined
  } else if (aside !== 'draft' && (said === 'back' || said === 'cancel')) {
    talk.setFrame(plain)
    return reopen(talk, plain)
  } else if (input.kind === 'text' && talk.flows.named(words) !== undefined) return start(talk, talk.flows.named(words) ?? '')
  else if (aside === 'doubt' && asked !== undefined)
    return hearInstead(talk, { ...asked, frame: plain }, frame.doubt, input, words)
  else {
    const beside = input.kind === 'text' ? (hearSmallTalk(talk, input.text) ?? hearBeside(talk, input.text, words)) : undefined
    if (beside !== undefined) return beside.pause
    talk.prefix(own('engine-yes-or-no'))
  }
  return reopen(talk, { ...frame, tries: frame.tries + 1 })
}

// Another answer in place of the doubtful one; the same answer again is a yes.
function hearInstead<P>(talk: Talk<P>, asked: Asked, doubtful: Json | undefined, input: Input, words: string): Pause<P> {
  const reading = asked.step.field.accepts.includes(input.kind) && asked.step.field.read(input, talk.context(asked.frame), null)
  if (reading && reading.is === 'value' && JSON.stringify(reading.value) === JSON.stringify(doubtful))
    return accept(talk, asked, { value: reading.value, sure: true })
  return hearAnswer(talk, asked, input, words)
}

/** The choice's own id when it belongs to the open question, else undefined. */
function ownChoice<P>(talk: Talk<P>, id: string): string | undefined {
  const mark = `${talk.head.question}.`
  return id.startsWith(mark) ? id.slice(mark.length) : undefined
}

// The choice that a typed number names; the engine's own choices (`~`) and commands (`/`) are shown without numbers.
function numbered<P>(talk: Talk<P>, words: string): string | undefined {
  const id = talk.head.offered?.[(plainNumber(words) ?? 0) - 1]
  return id === undefined || id.startsWith('/') || id.startsWith('~') ? undefined : id
}

function plainNumber(words: string): number | undefined {
  const found = /^(?:(?:no|nomor|nomer|number|pilih|pilihan)[ .]*)?0*([1-9]\d?)$/u.exec(words)
  return found === null ? undefined : Number(found[1])
}
