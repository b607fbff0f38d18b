import type { Text } from '../../../flows/engine/text.ts'
import { noticePage, type Page } from './notice.ts'
import { judgeSum, newSum } from './sum-seal.ts'
import { formPage, type LinkPage, type Visit } from './visit.ts'

/** More than any name (60 characters, Permendagri 73/2022) with whatever was typed around it. */
const longestName = 200

interface Mistakes {
  readonly whole?: Text
  readonly mother?: Text
  readonly sum?: Text
}

/** Activates an account (guide B.2): mother's name and a sum in words; which of them was wrong is never told. */
export const activationPage: LinkPage = {
  show: async (visit) => form(visit, '', {}),

  async act(visit, sent) {
    const { desk, link, voice, ports } = visit
    const mother = sent('mother').trim()
    const sum = judgeSum(ports, link, sent('sealed'), sent('sum'))
    const mistakes: Mistakes = {
      ...(mother === '' && { mother: { key: 'page-mother-empty' } }),
      ...(mother.length > longestName && { mother: { key: 'page-mother-long' } }),
      ...(sum === 'stale' && { sum: { key: 'page-sum-stale' } }),
      ...(sum === 'no-number' && { sum: { key: 'page-sum-no-number' } }),
    }
    // nothing was compared yet: this counts as no try
    if (Object.keys(mistakes).length > 0) return form(visit, mother.slice(0, longestName), mistakes)

    switch (await desk.activate(link.subject, mother, sum === 'right')) {
      case 'active':
        await desk.use(link.id)
        return activated(visit)
      case 'none':
        await desk.use(link.id)
        return noticePage(voice, 'already-active')
      case 'locked':
        await desk.countTry(link.id, 1)
        return noticePage(voice, 'locked')
      case 'wrong': {
        const left = await desk.countTry(link.id, voice.agency.tries)
        if (left === 0) return noticePage(voice, 'locked')
        const counted = { ...visit, link: { ...link, tries: link.tries + 1 } }
        return form(counted, mother, { whole: { key: 'page-activation-wrong', args: { left } } })
      }
    }
  },
}

// Whoever was registered by an officer has no password yet: the next page asks for it.
async function activated({ desk, link, voice }: Visit): Promise<Page> {
  if (!(await desk.needsPassword(link.subject))) return noticePage(voice, 'activated')
  const address = await desk.passwordLink(link)
  return noticePage(voice, 'activated-bare', { address, label: { key: 'page-activated-bare-button' } })
}

function form(visit: Visit, mother: string, mistakes: Mistakes): Page {
  const { agency, language } = visit.voice
  const say = (text: Text): string => agency.texts.format(language, text)
  const sum = newSum(visit.ports, visit.link, language)
  return formPage(visit, {
    title: say({ key: 'page-activation-title', args: { agency: agency.name } }),
    intro: say({ key: 'page-activation-intro' }),
    ...(mistakes.whole !== undefined && { problem: say(mistakes.whole) }),
    hidden: { sealed: sum.sealed },
    button: say({ key: 'page-activation-button' }),
    inputs: [
      {
        name: 'mother',
        label: say({ key: 'page-mother-label' }),
        hint: say({ key: 'page-mother-hint' }),
        type: 'text',
        autocomplete: 'off',
        value: mother,
        ...(mistakes.mother !== undefined && { problem: say(mistakes.mother) }),
      },
      {
        name: 'sum',
        label: say(sum.question),
        hint: say({ key: 'page-sum-hint' }),
        type: 'text',
        autocomplete: 'off',
        ...(mistakes.sum !== undefined && { problem: say(mistakes.sum) }),
      },
    ],
  })
}
