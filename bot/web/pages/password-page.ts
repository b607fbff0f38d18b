import type { Text } from '../../../flows/engine/text.ts'
import { isRepeated, newPassword, repetition } from './new-password.ts'
import { noticePage, type Page } from './notice.ts'
import { formPage, type LinkPage, type Visit } from './visit.ts'

interface Mistakes {
  readonly answer?: Text
  readonly again?: Text
}

/** Makes the first password of an account that was activated without one: its owner was registered by an officer. */
export const passwordPage: LinkPage = {
  async show(visit) {
    const { desk, link, voice } = visit
    return (await desk.needsPassword(link.subject)) ? form(visit, {}) : noticePage(voice, 'late')
  },

  async act(visit, sent) {
    const { desk, link, voice } = visit
    if (!isRepeated(sent)) return form(visit, { again: { key: 'page-again-differs' } })
    const outcome = await desk.makePassword(link.subject, sent('answer'))
    if (outcome.ok) {
      await desk.use(link.id)
      return noticePage(voice, 'password-made')
    }
    return 'late' in outcome ? noticePage(voice, 'late') : form(visit, { answer: outcome.problem })
  },
}

function form(visit: Visit, mistakes: Mistakes): Page {
  const { agency, language } = visit.voice
  const say = (text: Text): string => agency.texts.format(language, text)
  const label = say({ key: 'page-password-label' })
  return formPage(visit, {
    title: say({ key: 'page-password-title', args: { agency: agency.name } }),
    intro: say({ key: 'page-password-intro' }),
    hidden: {},
    button: say({ key: 'page-password-button' }),
    inputs: [
      {
        name: 'answer',
        label,
        hint: say({ key: 'page-password-hint' }),
        ...newPassword,
        ...(mistakes.answer !== undefined && { problem: say(mistakes.answer) }),
      },
      repetition(say, label, mistakes.again),
    ],
  })
}
