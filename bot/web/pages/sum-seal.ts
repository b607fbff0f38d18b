import { z } from 'zod'
import type { Language, Text } from '../../../flows/engine/text.ts'
import { openSum } from '../../../flows/fields/captcha.ts'
import { parseNumber } from '../../../flows/fields/number-words.ts'
import type { OpenedLink } from '../../../storage/links.ts'
import type { PagePorts } from './page-ports.ts'

type Parts = Pick<PagePorts, 'clock' | 'random' | 'sealer'>
type LinkState = Pick<OpenedLink, 'id' | 'tries'>

const purpose = 'page.sum'
const lifetime = 30 * 60_000

const Sealed = z.object({ link: z.string(), tries: z.number(), until: z.number(), expected: z.number() })
const Opening = z.object({
  scratch: z.object({ expected: z.number() }),
  args: z.object({ sum: z.custom<Text>((value) => typeof value === 'string' || typeof value === 'object') }),
})

/** A sum in words, and its result as the form carries it: sealed, so that the page does not tell it. */
export interface PageSum {
  readonly question: Text
  readonly sealed: string
}

/** How a sum was answered. `stale`: its form is older than the last try, another link's, too old, or altered. */
export type SumOutcome = 'right' | 'wrong' | 'stale' | 'no-number'

/** A new sum for a form behind this link. It holds until the link's next counted try, and half an hour at most. */
export function newSum({ clock, random, sealer }: Parts, link: LinkState, language: Language): PageSum {
  const opening = openSum({
    now: clock.now(),
    language,
    random: () => random.number(),
    seal: (secret) => sealer.seal(secret, 'secret').toString('base64'),
    fingerprint: (secret) => sealer.index(secret, 'secret'),
  })
  const { scratch, args } = Opening.parse(opening)
  const content = { link: link.id, tries: link.tries, until: clock.now() + lifetime, expected: scratch.expected }
  return { question: args.sum, sealed: sealer.seal(JSON.stringify(content), purpose).toString('base64url') }
}

/** Judges the answer to a sum that `newSum` made for the same link at the same number of tries. */
export function judgeSum({ clock, sealer }: Omit<Parts, 'random'>, link: LinkState, sealed: string, answer: string): SumOutcome {
  const content = opened(sealer, sealed)
  if (content === undefined || content.link !== link.id || content.tries !== link.tries || content.until < clock.now())
    return 'stale'
  const number = parseNumber(answer)
  return number === undefined ? 'no-number' : number === content.expected ? 'right' : 'wrong'
}

function opened(sealer: Parts['sealer'], sealed: string): z.infer<typeof Sealed> | undefined {
  try {
    return Sealed.parse(JSON.parse(sealer.open(Buffer.from(sealed, 'base64url'), purpose).toString()))
  } catch {
    return undefined
  }
}
