import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t, type Text } from '../engine/text.ts'
import { shownDate } from '../fields/calendar.ts'
import { choice, type ChoiceOption } from '../fields/choice.ts'
import type { Ports } from '../ports.ts'
import type { Group, Modes } from '../ports/modes.ts'

const PERSONAL = 'personal'
const AFTER = () => [
  { id: '/applications', label: t('menu-applications') },
  { id: '/menu', label: t('engine-menu') },
]

/** The line under the name: the group acted for with its region, or "Pemohon" (SIN-69). */
export function modeLine({ group }: Modes): Text {
  if (group === null) return t('mode-line-personal')
  const { name, region, lastDay } = group
  return lastDay === null
    ? t('mode-line-group', { group: name, region })
    : t('mode-line-group-until', { group: name, region, until: shownDate(lastDay) })
}

/** Acting for oneself or for a group that one has a mandate of (SIN-67 to SIN-71); whoever has none is told how a group gets one. */
export function mode({ agency }: Counter): Flow<Ports> {
  return flow<Ports>('mode', {
    version: 1,
    title: 'mode-title',
    words: ['ganti mode', 'mode', 'mode grup', 'mode pribadi', 'pemohon pribadi', 'ganti grup', 'change mode', 'switch mode'],
  })
    .do('me', (ports) => ports.me())
    .say('login-first', { when: ({ me }) => me.state !== 'logged-in' })
    .goto('to-login', ['login'], () => ({ flow: 'login' }), { when: ({ me }) => me.state !== 'logged-in' })
    .say('no-group', {
      when: ({ me }) => me.groups.length === 0,
      args: () => ({ office: agency.office }),
      choices: () => [
        { id: '/human', label: t('button-human') },
        { id: '/menu', label: t('engine-menu') },
      ],
    })
    .end('ordinary', { when: ({ me }) => me.groups.length === 0 })
    .ask('to', choice({ options: ({ me }) => others(me as Modes), dependsOn: ['me'] }), {
      args: ({ me }) => ({ now: modeLine(me) }),
    })
    .do('switched', (ports, { to }) => ports.modes.switchTo(to === PERSONAL ? null : to))
    .do('now', (ports) => ports.me())
    .say('gone', {
      when: ({ switched }) => switched === 'gone',
      args: ({ now }) => ({ now: modeLine(now) }),
      choices: AFTER,
    })
    .say('personal', { when: ({ switched, to }) => switched === 'switched' && to === PERSONAL, choices: AFTER })
    .say('group', {
      when: ({ switched, to }) => switched === 'switched' && to !== PERSONAL,
      args: ({ now }) => ({ now: modeLine(now), services: granted(now.group) }),
      choices: AFTER,
    })
}

// Every mode but the one that is on.
function others({ group, groups }: Modes): ChoiceOption[] {
  const own: ChoiceOption = {
    id: PERSONAL,
    label: t('mode-personal-option'),
    words: ['pribadi', 'pemohon', 'pemohon pribadi', 'personal'],
  }
  return [
    ...(group === null ? [] : [own]),
    ...groups
      .filter(({ mandate }) => mandate !== group?.mandate)
      .map(({ mandate, name, region }): ChoiceOption => ({ id: mandate, label: name, hint: region })),
  ]
}

function granted(group: Group | null): Text {
  const services = group?.services ?? []
  return services.length === 0
    ? t('mode-no-special')
    : { lines: services.map((id) => t('overview-service', { service: t(`service-${id}`) })) }
}
