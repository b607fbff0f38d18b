import type { Text } from '../../../flows/engine/text.ts'
import { isRepeated, newPassword, repetition } from './new-password.ts'
import { noticePage, type Page } from './notice.ts'
import { formPage, type LinkPage, type Visit } from './visit.ts'

/** More than a family card number with whatever was typed around it. */
const longestNumber = 100

interface Mistakes {
  readonly whole?: Text
  readonly kk?: Text
  readonly answer?: Text
  readonly again?: Text
}

/**
 * Makes a new password in place of a forgotten one (guide B.7.g to k). Whoever opens the link must know the number of the
 * family card as well: a link is forwarded easily.
 */
export const resetPage: LinkPage = {
  closed: { expired: 'reset-expired', used: 'reset-used', locked: 'reset-locked' },

  show: async (visit) => form(visit, '', {}),

  async act(visit, sent) {
    const { desk, link, voice } = visit
    const kk = sent('kk').trim().slice(0, longestNumber)
    // nothing was compared yet: this counts as no try
    if (!isRepeated(sent)) return form(visit, kk, { again: { key: 'page-again-differs' } })
    const outcome = await desk.resetPassword(link, { kk, password: sent('answer') })
    switch (outcome.outcome) {
      case 'made':
        return noticePage(voice, 'reset-made')
      case 'none':
        return noticePage(voice, 'reset-used')
      case 'locked':
        return noticePage(voice, 'reset-locked')
      case 'unreadable':
        return form(visit, kk, { kk: outcome.problem })
      case 'weak':
        return form(visit, kk, { answer: outcome.problem })
      case 'wrong':
        return form(visit, kk, { whole: { key: 'page-reset-wrong', args: { left: outcome.left } } })
    }
  },
}

function form(visit: Visit, kk: string, mistakes: Mistakes): Page {
  const { agency, language } = visit.voice
  const say = (text: Text): string => agency.texts.format(language, text)
  const label = say({ key: 'page-password-label' })
  return formPage(visit, {
    title: say({ key: 'page-reset-title', args: { agency: agency.name } }),
    intro: say({ key: 'page-reset-intro' }),
    ...(mistakes.whole !== undefined && { problem: say(mistakes.whole) }),
    hidden: {},
    button: say({ key: 'page-reset-button' }),
    inputs: [
      {
        name: 'kk',
        label: say({ key: 'page-reset-kk-label' }),
        hint: say({ key: 'page-reset-kk-hint' }),
        type: 'text',
        autocomplete: 'off',
        inputmode: 'numeric',
        value: kk,
        ...(mistakes.kk !== undefined && { problem: say(mistakes.kk) }),
      },
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
