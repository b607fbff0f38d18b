import type { Agency } from '../agency.ts'
import { isForGroups } from '../agency-services.ts'
import { describeHours } from '../calendar/opening-hours.ts'
import { namesOf, type Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import type { Choice } from '../engine/reply.ts'
import { t, type Language, type Text, type TextArg } from '../engine/text.ts'
import type { ChoiceOption } from '../fields/choice.ts'
import { email } from '../fields/email.ts'
import { kk } from '../fields/kk.ts'
import { locked } from '../fields/locked.ts'
import { name } from '../fields/name.ts'
import { nik } from '../fields/nik.ts'
import { phone } from '../fields/phone.ts'
import { region } from '../fields/region.ts'
import { shownName } from '../fields/region-directory.ts'
import { widerChoice } from '../fields/wider-choice.ts'
import type { Ports } from '../ports.ts'
import type { Applicant, Group, Modes } from '../ports/modes.ts'
import { isLocked, mayApplyFor, MODE_RULES, modeOf, servicesFor, type ApplicantDatum } from './mode-rules.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MENU: Choice = { id: '/menu', label: t('engine-menu') }

/**
 * The beginning of an application: the service, whose it is, and the applicant's data, by what the mode allows (guide
 * C.1.a and Tabel 2: SIN-72 to SIN-77). It ends where this agency's counter ends today: nothing is handed in.
 */
export function applications(counter: Counter): Flow<Ports> {
  const { agency, regions } = counter
  const { nudgeMinutes, draftHours, expireDays } = agency.idle
  const { province, regency } = agency.region
  const around = regions.within('regency', province).find(({ code }) => code === province + regency)
  return flow<Ports>('applications', {
    version: 1,
    title: 'applications-title',
    words: ['pengajuan', 'ajukan', 'pengajuan baru', 'apply'],
    form: { nudge: nudgeMinutes * MINUTE, draft: draftHours * HOUR, expire: expireDays * DAY },
  })
    .do('me', (ports) => ports.me())
    .say('login-first', {
      when: ({ me }) => me.state !== 'logged-in',
      choices: () => [
        { id: '/login', label: t('button-login') },
        { id: '/registration', label: t('button-register') },
      ],
    })
    .end('outside', { when: ({ me }) => me.state !== 'logged-in' })
    .ask('service', serviceField(counter), { args: ({ me }) => ({ mode: modeText(me.group) }) })
    .say('switch-first', {
      when: ({ me, service }) => !mayApplyFor(service, agency, me.group) && holderOf(me, service) !== undefined,
      args: ({ me, service }) => ({ service: t(`service-${service}`), group: holderOf(me, service)?.name ?? '' }),
      choices: () => [{ id: '/mode', label: t('menu-mode') }, MENU],
    })
    .say('group-only', {
      when: ({ me, service }) => !mayApplyFor(service, agency, me.group) && holderOf(me, service) === undefined,
      args: ({ service }) => ({ service: t(`service-${service}`) }),
      choices: () => [MENU],
    })
    .end('not-here', { when: ({ me, service }) => !mayApplyFor(service, agency, me.group) })
    .do('own', (ports) => ports.modes.applicant())
    .say('closed', {
      args: ({ service }) => ({ service: t(`service-${service}`), instead: t('agency-applications-closed') }),
      choices: () => [{ id: '/requirements', label: t('menu-requirements') }, MENU],
    })
    .ask('who', whoField(), { when: ({ me }) => me.group === null })
    .say('others', { when: ({ who }) => who === 'anyone', choices: () => [{ id: '/human', label: t('button-human') }, MENU] })
    .retry('who-again', 'who', ({ who }) => who === 'anyone')
    .ask('nik', nik(), { when: isForOther, optional: true, help: 'applications-nik-help' })
    .ask('name', name(), { when: isForOther })
    .ask('kk', kk({ nik: 'nik' }), { when: isForOther, help: 'applications-kk-help' })
    .do('family', (ports, { kk: number }) => ports.modes.isOwnFamily(number ?? ''), { when: ({ who }) => who === 'family' })
    .say('not-family', {
      when: ({ family }) => family === 'other',
      choices: () => [{ id: '/human', label: t('button-human') }, MENU],
    })
    .retry('family-again', 'kk', ({ family }) => family === 'other')
    .say('family-locked', {
      when: ({ family }) => family === 'locked',
      args: () => ({ minutes: agency.lockout.minutes }),
      choices: () => [{ id: '/human', label: t('button-human') }, MENU],
    })
    .end('no-more-tries', { when: ({ family }) => family === 'locked' })
    .ask(
      'locked',
      locked(({ own }) => lockedData(own as Applicant | null), { where: t('applications-locked-where'), dependsOn: ['own'] }),
      {
        when: locks('kk'),
      },
    )
    .ask('phone', phone(), { when: asks('phone') })
    .ask('email', email(), { when: asks('email') })
    .do('regency', () => Promise.resolve(around === undefined ? null : { code: around.code, name: shownName(around.name) }))
    .ask('district', region(regions, 'district', { within: 'regency' }), { when: asks('region') })
    .ask('village', region(regions, 'village', { within: 'district' }), { when: asks('region') })
    .review('review')
    .do('still', (ports) => ports.modes.applicant())
    .say('changed', {
      when: ({ own, still }) => !isSame(own, still),
      choices: () => [{ id: '/applications', label: t('menu-applications') }, MENU],
    })
    .say('end', {
      when: ({ own, still }) => isSame(own, still),
      args: ({ service }, language) => closing(agency, service, language),
      choices: ({ service }) => [
        { id: `/prepare:${service}`, label: t('button-prepare') },
        { id: '/requirements', label: t('button-other-service') },
        { id: '/human', label: t('button-human') },
        MENU,
      ],
    })
}

interface Asked {
  readonly me: Modes
  readonly who?: string
}

// Data that the mode locks are shown; the others are asked.
function asks(datum: ApplicantDatum) {
  return ({ me }: Asked) => !isLocked(datum, modeOf(me.group))
}

function locks(datum: ApplicantDatum) {
  return ({ me }: Asked) => isLocked(datum, modeOf(me.group))
}

function isForOther({ me, who }: Asked): boolean {
  return me.group !== null || who === 'family'
}

// In a group's mode the application is anybody's: only the personal mode asks.
function whoField() {
  const options: Readonly<Record<'self' | 'family' | 'anyone', ChoiceOption>> = {
    self: {
      id: 'self',
      label: t('applications-for-self'),
      words: ['saya', 'saya sendiri', 'diri sendiri', 'sendiri', 'myself', 'me'],
    },
    family: {
      id: 'family',
      label: t('applications-for-family'),
      words: [
        'keluarga',
        'anggota keluarga',
        'satu kk',
        'anak',
        'istri',
        'suami',
        'bayi',
        'orang tua',
        'family',
        'child',
        'wife',
        'husband',
      ],
    },
    anyone: {
      id: 'anyone',
      label: t('applications-for-anyone'),
      words: ['orang lain', 'tetangga', 'teman', 'warga', 'saudara', 'somebody else', 'someone else', 'neighbour', 'friend'],
    },
  }
  const offered = MODE_RULES.personal.forWhom.map((one) => options[one])
  return widerChoice({ options: offered }, [options.anyone])
}

// What the mode allows is offered; whoever names another service is told why it is not here.
function serviceField(counter: Counter) {
  const { agency } = counter
  const option = ({ id, label, prefix }: Agency['services'][number]): ChoiceOption => ({
    id,
    label: isForGroups(agency, id) ? t('service-for-groups', { service: t(label) }) : t(label),
    words: [id.replaceAll('-', ' '), prefix, ...namesOf(counter, t(label))],
  })
  return widerChoice(
    { options: ({ me }) => servicesFor(agency, (me as Modes).group).map(option), dependsOn: ['me'] },
    agency.services.map(option),
  )
}

function holderOf({ groups }: Modes, service: string): Group | undefined {
  return groups.find(({ services }) => services.includes(service))
}

function modeText(group: Group | null): Text {
  return group === null ? t('applications-mode-personal') : t('applications-mode-group', { group: group.name })
}

function lockedData(own: Applicant | null): Text {
  const row = (label: string, value: string | null) => t('applications-locked-row', { label: t(label), value: value ?? '–' })
  return {
    lines: [
      row('applications-kk-label', own?.kk ?? null),
      row('applications-phone-label', own?.phone ?? null),
      row('applications-email-label', own?.email ?? null),
      row('applications-region-label', own?.region ?? null),
    ],
  }
}

// A login may end, a mandate be taken back, and the own data change while a form lies open: then it is not what was shown.
function isSame(own: Applicant | null, still: Applicant | null): boolean {
  return own !== null && JSON.stringify(own) === JSON.stringify(still)
}

function closing({ contact, hours, zone }: Agency, service: string, language: Language): Record<string, TextArg> {
  const { whatsappLink, email: mail, address } = contact
  return {
    service: t(`service-${service}`),
    instead: t('agency-applications-closed'),
    requirements: t(`service-${service}-requirements`),
    hours: t('agency-hours', { hours: describeHours(hours, zone, language).join('\n') }),
    contact: t('agency-contact', { whatsapp: whatsappLink, email: mail, address }),
  }
}
