import { z } from 'zod'
import type { Text } from '../../../flows/engine/text.ts'
import type { OpenedLink } from '../../../storage/links.ts'
import type { Input } from './form.ts'
import { isRepeated, newPassword, repetition } from './new-password.ts'
import { noticePage, type Page } from './notice.ts'
import type { PageQuestion, QuestionPlace } from './page-ports.ts'
import { formPage, type LinkPage, type Visit } from './visit.ts'

const Place = z.object({ frame: z.int(), flow: z.string() })

/** Takes one answer to a form that is open in a chat, where it should not stand in the chat (password, mother's name). */
export const answerPage: LinkPage = {
  async show(visit) {
    const question = await questionOf(visit)
    return question === null ? noticePage(visit.voice, 'late') : form(visit, question, {})
  },

  async act(visit, sent) {
    const { desk, link, voice } = visit
    const place = placeOf(link)
    const question = await questionOf(visit)
    if (place === undefined || question === null) return noticePage(voice, 'late')
    const answer = sent('answer')
    if (isNewPassword(question) && !isRepeated(sent)) return form(visit, question, { again: { key: 'page-again-differs' } })
    const outcome = await desk.answer(place, answer)
    if (outcome.ok) {
      await desk.use(link.id)
      return noticePage(voice, 'answered')
    }
    if ('late' in outcome) return noticePage(voice, 'late')
    return form(visit, question, { answer: outcome.problem, typed: answer.slice(0, 1000) })
  },
}

interface Mistakes {
  readonly answer?: Text
  readonly again?: Text
  readonly typed?: string
}

function placeOf({ conversation, data, subject }: OpenedLink): QuestionPlace | undefined {
  const place = Place.safeParse(data)
  return place.success && conversation !== null ? { ...place.data, conversation, step: subject } : undefined
}

async function questionOf({ desk, link }: Visit): Promise<PageQuestion | null> {
  const place = placeOf(link)
  return place === undefined ? null : desk.question(place)
}

function isNewPassword({ type }: PageQuestion): boolean {
  return type === 'password'
}

function form(visit: Visit, question: PageQuestion, mistakes: Mistakes): Page {
  const { agency, language } = visit.voice
  const say = (text: Text): string => agency.texts.format(language, text)
  const kind = inputKind(question)
  const label = say(question.label)
  const first: Input = {
    name: 'answer',
    label,
    ...kind,
    ...(question.help !== undefined && { hint: say(question.help) }),
    // what is secret is typed anew
    ...(kind.type !== 'password' && mistakes.typed !== undefined && { value: mistakes.typed }),
    ...(mistakes.answer !== undefined && { problem: say(mistakes.answer) }),
  }
  return formPage(visit, {
    title: label,
    intro: say(question.prompt),
    hidden: {},
    button: say({ key: 'page-answer-button' }),
    inputs: isNewPassword(question) ? [first, repetition(say, label, mistakes.again)] : [first],
  })
}

/** How the browser should help with an answer of this type (WHATWG HTML autofill tokens). */
function inputKind({ type }: PageQuestion): Pick<Input, 'type' | 'autocomplete' | 'inputmode'> {
  switch (type) {
    case 'password':
    case 'password-again':
      return newPassword
    case 'login-secret':
      return { type: 'password', autocomplete: 'current-password' }
    case 'email':
      return { type: 'email', autocomplete: 'email' }
    case 'phone':
      return { type: 'tel', autocomplete: 'tel' }
    case 'nik':
    case 'kk':
      return { type: 'text', autocomplete: 'off', inputmode: 'numeric' }
    default:
      return { type: 'text', autocomplete: 'off' }
  }
}
