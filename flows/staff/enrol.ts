import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import type { Ports } from '../ports.ts'

/** An officer's invitation: `PTG-XXXX-XXXX`, alone or after Telegram's `/start`. */
const CODE = /^(?:\/start\s+)?PTG-?[0-9A-Z]{4}-?[0-9A-Z]{4}$/i
/** As a link carries it, which may be tapped in the middle of anything: with both of its dashes it is nothing else. */
const WHOLE_CODE = /^(?:\/start\s+)?PTG-[0-9A-Z]{4}-[0-9A-Z]{4}$/i

/** Makes this chat an officer's, by the code of an invitation typed in it. */
export function enrol(): Flow<Ports> {
  return flow<Ports, { readonly arg?: string }>('enrol', {
    version: 1,
    title: 'enrol-title',
    pattern: CODE,
    unmistakable: WHOLE_CODE,
  })
    .do('outcome', (ports, { arg = '' }) => ports.staff.enrol(arg.replace(/^\/start\s+/i, '')))
    .say('done', {
      when: ({ outcome }) => outcome.outcome === 'enrolled',
      args: ({ outcome }) =>
        outcome.outcome === 'enrolled' ? { name: outcome.name, role: t(`role-${outcome.role}`) } : { name: '', role: '' },
      choices: () => [{ id: '/queue', label: t('menu-queue') }],
    })
    .say('wrong', { when: ({ outcome }) => outcome.outcome === 'wrong' })
    .say('too-many', { when: ({ outcome }) => outcome.outcome === 'too-many-tries' })
}
