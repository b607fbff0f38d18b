import { allFlows, FRONT } from '../flows/all.ts'
import type { Counter } from '../flows/counter.ts'
import { Engine } from '../flows/engine/engine.ts'
import { lintFlows } from '../flows/engine/lint.ts'
import type { Clock, Ports } from '../flows/ports.ts'
import { calendarWarnings, loadAgencies, loadHolidays, type LoadedAgency } from './agencies.ts'
import type { Config } from './config.ts'
import type { Log } from './runtime/log.ts'
import { loadTexts } from './texts.ts'

/** A mistake in the conversations, found before anybody could run into it. */
export class FlowError extends Error {
  override readonly name = 'FlowError'
}

/** What is said at the counter. */
export interface Conversations {
  readonly engine: Engine<Ports>
  /** names of all flows, notices among them */
  readonly names: readonly string[]
}

/**
 * The agency that the settings name, with its words and its calendar.
 * @throws AgencyError when its data have mistakes, FlowError when there is not exactly one
 */
export function loadCounter({ agenciesFolder }: Config, clock: Clock, log: Log): LoadedAgency {
  const [counter, second] = loadAgencies(loadTexts(), loadHolidays(), agenciesFolder)
  if (counter === undefined || second !== undefined)
    throw new FlowError(
      'This version serves one agency per installation: keep one folder in flows/agencies (or set LOKET_AGENCIES).',
    )
  for (const _warning of calendarWarnings([counter], clock.now()))
    log.warn({ agency: counter.agency.id }, 'public holidays of a year to come are not known')
  return counter
}

/**
 * The conversations of this counter.
 * @throws FlowError with every mistake that the linter finds in them
 */
export function checkedConversations(counter: Counter): Conversations {
  const { texts } = counter
  const flows = allFlows(counter)
  const problems = lintFlows(flows, { ...FRONT, hasText: (key) => texts.has('id', key) && texts.has('en', key) })
  if (problems.length > 0)
    throw new FlowError(
      `The conversations have mistakes:\n${problems.map(({ problem, flow, step }) => `  - ${flow}${step === undefined ? '' : `/${step}`}: ${problem}`).join('\n')}`,
    )
  return { engine: new Engine<Ports>(flows, FRONT), names: flows.map(({ id }) => id) }
}
