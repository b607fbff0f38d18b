import { askedOf, HELP_AFTER } from './answer.ts'
import { own } from './engine-texts.ts'
import { HUMAN_AFTER } from './question.ts'
import { reopen, start } from './run.ts'
import type { SmallTalk } from './small-talk.ts'
import type { Frame } from './state.ts'
import type { Pause, Talk } from './talk.ts'
import { t } from './text.ts'

/** Characters; who writes more has something to say. */
const LONGEST = 200

/** What is beside the point whatever is asked. `undefined`: it is not, or the open question might mean it. */
export function hearSmallTalk<P>(talk: Talk<P>, text: string): { pause: Pause<P> } | undefined {
  const field = talk.top && askedOf(talk, talk.top)?.step.field
  if (field?.free || field?.sentences) return undefined
  const row = talk.flows.smallTalk.sure(text)
  if (row === undefined || !applies(talk, row)) return undefined
  // A password may be made of a greeting; of a question how to go on it is not.
  return field?.secret && row.asked === 'again' ? undefined : { pause: reply(talk, row) }
}

/** What a text that answers nothing may mean: a flow in loose words, or small talk. `words` = the text, normalised. */
export function hearBeside<P>(talk: Talk<P>, text: string, words: string): { pause: Pause<P> } | undefined {
  if (text.length > LONGEST) return undefined
  const field = talk.top && askedOf(talk, talk.top)?.step.field
  if (field?.free || field?.secret) return undefined
  const [only, ...others] = talk.flows.meant(words)
  if (only !== undefined) return { pause: others.length === 0 ? start(talk, only) : which(talk, [only, ...others]) }
  const row = talk.flows.smallTalk.maybe(text, talk.head.language)
  return row === undefined || !applies(talk, row) ? undefined : { pause: reply(talk, row) }
}

// The menu asks for nothing in particular: whoever stands before it is free to talk.
function isFree(frame: Frame | undefined, home: string): frame is undefined {
  return frame === undefined || (frame.flow === home && frame.aside === undefined)
}

function applies<P>(talk: Talk<P>, { asked }: SmallTalk): boolean {
  return asked !== undefined || isFree(talk.top, talk.flows.home)
}

function reply<P>(talk: Talk<P>, row: SmallTalk): Pause<P> {
  const frame = talk.top
  if (frame !== undefined && !isFree(frame, talk.flows.home)) {
    if (row.asked === 'explain') return explain(talk, frame)
    if (row.reply !== undefined) talk.prefix(t(row.reply))
    return row.asked === 'flow' && row.flow !== undefined ? start(talk, row.flow, row.params) : reopen(talk, frame)
  }
  const isStranger = talk.head.question === 0
  if (row.flow === undefined && row.reply !== undefined && !isStranger) {
    talk.say(t(row.reply), { choices: row.choices ?? [{ id: `/${talk.flows.home}`, label: own('engine-menu') }] })
    return undefined
  }
  if (row.reply !== undefined) talk.prefix(t(row.reply))
  return start(talk, row.flow ?? talk.flows.home, row.params)
}

/** Explains what is asked; whoever is stuck there once more is led to a human. */
function explain<P>(talk: Talk<P>, frame: Frame): Pause<P> {
  const step = frame.aside === undefined ? askedOf(talk, frame)?.step : undefined
  const isStuck = frame.tries >= HELP_AFTER
  const tried = { ...frame, tries: Math.max(frame.tries + 1, isStuck ? HUMAN_AFTER : HELP_AFTER) }
  talk.setFrame(tried)
  if (isStuck) talk.prefix(own('engine-stuck'))
  else if (step?.help === undefined) talk.prefix(own('engine-help'))
  else {
    talk.prefix(t(step.help))
    talk.prefix(own('engine-still-unsure'))
  }
  return reopen(talk, tried)
}

function which<P>(talk: Talk<P>, flows: readonly string[]): undefined {
  talk.say(own('engine-which'), {
    choices: flows.map((id) => ({ id: `/${id}`, label: t(talk.flows.get(id)?.title ?? id) })),
  })
}
