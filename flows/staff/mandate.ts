import type { Agency } from '../agency.ts'
import { isForGroups } from '../agency-services.ts'
import { namesOf, type Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t, type Text } from '../engine/text.ts'
import { shownDate } from '../fields/calendar.ts'
import { choice, type ChoiceOption } from '../fields/choice.ts'
import { confirm } from '../fields/confirm.ts'
import { day } from '../fields/day.ts'
import { nik } from '../fields/nik.ts'
import { plainText } from '../fields/plain-text.ts'
import { region } from '../fields/region.ts'
import { shownName } from '../fields/region-directory.ts'
import { several } from '../fields/several.ts'
import type { Me, Ports } from '../ports.ts'
import type { MandateView } from '../ports/mandates.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Longest name of a group, number of a letter, and reason, in characters. */
const LONGEST = { group: 80, letter: 60, reason: 500 }

const AFTER = () => [
  { id: '/mandate', label: t('button-mandate') },
  { id: '/queue', label: t('menu-queue') },
]

/** An officer gives somebody the right to act for a group, on the ground of a letter (guide B.4: a Pemohon is raised to a group). */
export function mandate(counter: Counter): Flow<Ports> {
  const { agency, regions } = counter
  const { nudgeMinutes, draftHours, expireDays } = agency.idle
  const { province, regency } = agency.region
  const around = regions.within('regency', province).find(({ code }) => code === province + regency)
  return flow<Ports>('mandate', {
    version: 1,
    title: 'mandate-title',
    words: ['beri mandat', 'mandat', 'mandat baru', 'beri hak grup', 'give mandate', 'mandate'],
    form: { nudge: nudgeMinutes * MINUTE, draft: draftHours * HOUR, expire: expireDays * DAY },
  })
    .do('me', (ports) => ports.me())
    .say('refused', {
      key: 'mandate-not-allowed',
      when: ({ me }) => !mayGive(me, agency),
      choices: () => [{ id: '/menu', label: t('engine-menu') }],
    })
    .end('no', { when: ({ me }) => !mayGive(me, agency) })
    .ask('nik', nik())
    .do('holder', (ports, { nik: typed }) => ports.mandates.holder(typed))
    .say('no-holder', {
      when: ({ holder }) => holder.outcome !== 'found',
      args: ({ holder }) => ({ outcome: holder.outcome }),
      choices: AFTER,
    })
    .end('nobody', { when: ({ holder }) => holder.outcome !== 'found' })
    .ask('group', plainText({ min: 3, max: LONGEST.group }), {
      args: ({ holder }) => ({ name: holder.outcome === 'found' ? holder.name : '' }),
    })
    .do('regency', () => Promise.resolve(around === undefined ? null : { code: around.code, name: shownName(around.name) }))
    .ask('district', region(regions, 'district', { within: 'regency' }), { optional: true })
    .ask('village', region(regions, 'village', { within: 'district' }), {
      optional: true,
      when: ({ district }) => isGiven(district),
    })
    .ask('letter', plainText({ min: 3, max: LONGEST.letter }))
    .ask('letter-date', day('past'))
    .ask('services', several(specialServices(counter)))
    .ask('ends', day('coming'), { optional: true })
    .review('review')
    .do('given', (ports, { holder, group, regency: whole, district, village, letter, ...rest }) =>
      ports.mandates.give({
        account: holder.outcome === 'found' ? holder.account : '',
        group,
        region: [village, district, whole].filter(isGiven),
        letter: { number: letter, date: rest['letter-date'] },
        services: rest.services,
        lastDay: isText(rest.ends) ? rest.ends : null,
      }),
    )
    .say('done', {
      args: ({ given, group, holder }) => ({ given, group, name: holder.outcome === 'found' ? holder.name : '' }),
      choices: AFTER,
    })
}

/** An officer takes such a right back: it counts no more from that moment. */
export function revokeMandate({ agency }: Counter): Flow<Ports> {
  return flow<Ports>('revoke-mandate', {
    version: 1,
    title: 'revoke-mandate-title',
    words: ['cabut mandat', 'daftar mandat', 'cabut hak grup', 'revoke mandate', 'mandates'],
  })
    .do('me', (ports) => ports.me())
    .say('refused', {
      key: 'mandate-not-allowed',
      when: ({ me }) => !mayGive(me, agency),
      choices: () => [{ id: '/menu', label: t('engine-menu') }],
    })
    .end('no', { when: ({ me }) => !mayGive(me, agency) })
    .ask('nik', nik(), { optional: true })
    .do('list', async (ports, { nik: typed }) => [...((await ports.mandates.list(isText(typed) ? typed : null)) ?? [])])
    .say('none', { when: ({ list }) => list.length === 0, choices: AFTER })
    .end('nothing', { when: ({ list }) => list.length === 0 })
    .ask(
      'which',
      choice({ options: ({ list }) => (list as unknown as readonly MandateView[]).map(asOption), dependsOn: ['list'] }),
    )
    .ask('reason', plainText({ min: 3, max: LONGEST.reason }))
    .ask('sure', confirm(), {
      args: ({ list, which }) => {
        const chosen = list.find((one) => one.mandate === which)
        return { group: chosen?.group ?? '', name: chosen?.holder ?? '' }
      },
    })
    .say('kept', { when: ({ sure }) => !sure, choices: AFTER })
    .end('not-sure', { when: ({ sure }) => !sure })
    .do('revoked', (ports, { which, reason }) => ports.mandates.revoke(which, reason))
    .say('done', { args: ({ revoked }) => ({ revoked }), choices: AFTER })
}

type Given = {
  readonly group: string
  readonly region: string
  readonly services: readonly string[]
  readonly lastDay: string | null
}

/** What somebody is told who gets or loses such a right: in the chat in full, by e-mail without a datum. */
export function mandateNotices({ name, office }: Agency): Flow<Ports>[] {
  const notice = { version: 1, notice: true, title: 'mode-title' } as const
  const menu = { id: '/menu', label: t('engine-menu') }
  return [
    flow<Ports, Given>('mandate-given', notice).say('text', {
      args: ({ group, region: where, services, lastDay }) => ({
        group,
        region: where,
        services: { lines: services.map((id): Text => t('overview-service', { service: t(`service-${id}`) })) },
        until: lastDay === null ? t('mandate-given-open') : t('mandate-given-until', { day: shownDate(lastDay) }),
      }),
      choices: () => [{ id: '/mode', label: t('menu-mode') }, menu],
    }),
    flow<Ports, { readonly group: string; readonly reason: string }>('mandate-revoked', notice).say('text', {
      args: ({ group, reason }) => ({ group, reason }),
      choices: () => [{ id: '/human', label: t('button-human') }, menu],
    }),
    ...(['given', 'revoked'] as const).map((kind) =>
      flow<Ports>(`mail-mandate-${kind}`, notice).say('text', {
        args: () => ({ agency: name, office }),
        subject: `mail-mandate-${kind}-subject`,
      }),
    ),
  ]
}

function specialServices(counter: Counter): ChoiceOption[] {
  const { agency } = counter
  return agency.services
    .filter(({ id }) => isForGroups(agency, id))
    .map(({ id, label, prefix }) => ({
      id,
      label: t(label),
      words: [id.replaceAll('-', ' '), prefix, ...namesOf(counter, t(label))],
    }))
}

function asOption({ mandate: id, group, region: where, holder }: MandateView): ChoiceOption {
  return { id, label: t('revoke-mandate-option', { group, name: holder }), hint: where, words: [group, holder] }
}

function mayGive({ officer }: Me, { roles }: Agency): boolean {
  return roles.find(({ id }) => id === officer?.role)?.can.includes('mandate') === true
}

// An optional answer that was skipped is null, whatever its type says.
function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
