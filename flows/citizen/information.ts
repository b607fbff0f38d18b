import type { Agency, Information, Service } from '../agency.ts'
import { formatDay } from '../calendar/format.ts'
import { nextHoliday } from '../calendar/working-time.ts'
import { namesOf, type Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t, type Language, type Text, type TextArg } from '../engine/text.ts'
import { choice } from '../fields/choice.ts'
import type { Ports } from '../ports.ts'
import { mayApplyFor } from './mode-rules.ts'
import { contactText, hoursText } from './reach.ts'

const LANGUAGE_NAMES: Readonly<Record<Language, readonly string[]>> = {
  id: ['bahasa indonesia', 'indonesia', 'indonesian'],
  en: ['english', 'bahasa inggris', 'inggris'],
}
/** How far ahead a closed day is announced, in days. */
const AHEAD = 60
const MENU = () => [{ id: '/menu', label: t('engine-menu') }]

/** The home page: what this is, the services for everyone and those for groups, news, the footer (SIN-6 to SIN-8, SIN-10). */
export function overview({ agency }: Counter): Flow<Ports> {
  return flow<Ports>('overview', { version: 1, title: 'overview-title', words: ['home', 'beranda', 'tentang', 'about'] })
    .do('me', (ports) => ports.me())
    .say('page', {
      args: ({ me }, language) => ({
        agency: agency.name,
        fullName: agency.fullName,
        office: agency.office,
        services: { lines: agency.groups.flatMap((group) => groupText(agency, group.id)) },
        news: {
          lines: newsFor(agency, me.state === 'logged-in').map(({ title }) => t('overview-news', { title: t(title) })),
        },
        hours: hoursText(agency, language),
        about: t('agency-about', { year: String(agency.copyrightYear), office: agency.office }),
      }),
      choices: ({ me }) => [
        ...(me.state === 'stranger' ? [{ id: '/registration', label: t('button-register') }] : []),
        ...(me.state === 'logged-in'
          ? [{ id: '/applications', label: t('menu-applications') }]
          : [{ id: '/login', label: t('button-login') }]),
        { id: '/information', label: t('menu-information') },
        ...MENU(),
      ],
    })
}

/** News, each with its text; what is confidential only after login (SIN-6). */
export function information(counter: Counter): Flow<Ports> {
  const { agency } = counter
  return flow<Ports>('information', {
    version: 1,
    title: 'information-title',
    words: ['informasi', 'info', 'pengumuman', 'berita', 'news'],
  })
    .do('me', (ports) => ports.me())
    .do('now', (_ports, _answers, env) => Promise.resolve(env.now))
    .ask(
      'item',
      choice({
        options: ({ me }) =>
          newsFor(agency, (me as { state?: string }).state === 'logged-in').map(({ id, title }) => ({
            id,
            label: t(title),
            words: [id.replaceAll('-', ' '), ...namesOf(counter, t(title))],
          })),
        dependsOn: ['me'],
      }),
    )
    .say('detail', {
      args: ({ item, now }, language) => {
        const found = agency.information.find(({ id }) => id === item)
        return {
          title: found === undefined ? '' : t(found.title),
          body: found === undefined ? '' : bodyOf(found, counter, now, language),
        }
      },
      choices: () => [{ id: '/information', label: t('button-back-to-list') }, ...MENU()],
    })
}

/** What a service asks for and how it goes. */
export function requirements(counter: Counter): Flow<Ports> {
  const { agency } = counter
  return flow<Ports>('requirements', {
    version: 1,
    title: 'requirements-title',
    words: ['persyaratan', 'syarat', 'layanan', 'jenis layanan', 'requirements'],
  })
    .ask('service', serviceChoice(counter))
    .do('me', (ports) => ports.me())
    .say('detail', {
      args: ({ service }) => serviceText(agency, service),
      choices: ({ me, service }) => [
        ...(me.state === 'logged-in' && mayApplyFor(service, agency, me.group)
          ? [{ id: `/prepare:${service}`, label: t('button-prepare') }]
          : []),
        { id: '/requirements', label: t('button-other-service') },
        ...MENU(),
      ],
    })
}

/** Where paper forms are to be had. */
export function forms({ agency }: Counter): Flow<Ports> {
  return flow<Ports>('forms', { version: 1, title: 'forms-title', words: ['formulir', 'forms'] }).say('where', {
    args: () => ({ address: agency.contact.address }),
    choices: () => [{ id: '/requirements', label: t('menu-requirements') }, ...MENU()],
  })
}

/** How to use the counter, in steps. */
export function guide({ agency }: Counter): Flow<Ports> {
  return flow<Ports>('guide', {
    version: 1,
    title: 'guide-title',
    words: ['panduan', 'cara', 'cara daftar', 'gimana caranya', 'guide', 'how'],
  }).say('steps', {
    args: () => ({ agency: agency.name, contact: contactText(agency) }),
    choices: () => [{ id: '/registration', label: t('button-register') }, ...MENU()],
  })
}

/** How to tell that this counter is genuine (CEK RESMI). */
export function official({ agency, publicUrl }: Counter): Flow<Ports> {
  const { whatsappLink, telegram, email, address } = agency.contact
  const channels = {
    lines: [
      `  WhatsApp: ${whatsappLink}`,
      ...(telegram === undefined ? [] : [`  Telegram: ${telegram} (https://t.me/${telegram.slice(1)})`]),
      `  E-mail: ${email}`,
    ],
  }
  return flow<Ports>('official', {
    version: 1,
    title: 'official-title',
    words: ['cek resmi', 'resmi', 'apakah ini resmi', 'penipuan', 'ini penipuan', 'ini asli', 'hoaks', 'hoax', 'official'],
  }).say('how', {
    args: () => ({ text: t('agency-official', { channels, pages: `${new URL(publicUrl).origin}/`, address }) }),
    choices: () => [{ id: '/human', label: t('button-human') }, ...MENU()],
  })
}

/** What happens to personal data (UU 27/2022). */
export function privacy({ agency }: Counter): Flow<Ports> {
  const { email, address } = agency.contact
  return flow<Ports>('privacy', {
    version: 1,
    title: 'privacy-title',
    words: ['privasi', 'data pribadi', 'kebijakan privasi', 'privacy'],
  }).say('policy', {
    args: () => ({ text: t('agency-privacy', { email, address }) }),
    choices: () => [
      { id: '/my-data', label: t('button-my-data') },
      { id: '/consent-withdrawal', label: t('button-withdraw-consent') },
      { id: '/erase-account', label: t('button-erase-account') },
      ...MENU(),
    ],
  })
}

/** Another language, in the middle of anything. */
export function language(): Flow<Ports> {
  return flow<Ports>('language', {
    version: 1,
    title: 'language-title',
    words: ['bahasa', 'language', 'ganti bahasa', 'change language'],
  })
    .ask(
      'to',
      choice({
        options: [
          { id: 'id', label: 'Bahasa Indonesia', words: ['indonesia', 'bahasa'] },
          { id: 'en', label: 'English', words: ['inggris'] },
        ],
      }),
    )
    .language('switch', ({ to }) => to)
    .say('done')
}

/** The other language at once, for whoever names it. */
export function inLanguage(to: Language): Flow<Ports> {
  return flow<Ports>(`language-${to}`, { version: 1, title: 'language-title', words: LANGUAGE_NAMES[to] })
    .language('switch', () => to)
    .say('done', { key: 'language-done' })
}

function newsFor({ information: items }: Agency, loggedIn: boolean): readonly Information[] {
  return items.filter(({ nature }) => loggedIn || nature !== 'confidential')
}

function bodyOf(item: Information, { calendar }: Counter, now: number, language: Language): Text {
  if (item.shows !== 'next-holiday') return t(item.body)
  const next = nextHoliday(calendar, now, AHEAD)
  if (next === undefined) return t('information-no-holiday', { days: AHEAD })
  const args: Record<string, TextArg> = { date: formatDay(next.day, language), holiday: next.holiday.name }
  return t(item.body, args)
}

function groupText(agency: Agency, id: string): Text[] {
  const services = agency.services.filter(({ group }) => group === id)
  const group = agency.groups.find((one) => one.id === id)
  if (group === undefined) return []
  const heading =
    group.audience === 'groups'
      ? t('overview-group-others', { group: t(group.label) })
      : t('overview-group', { group: t(group.label) })
  return [heading, t(group.about), ...services.map(({ label }) => t('overview-service', { service: t(label) })), '']
}

function serviceChoice(counter: Counter) {
  const { services, groups } = counter.agency
  const others = new Set(groups.filter(({ audience }) => audience === 'groups').map(({ id }) => id))
  return choice({
    options: services.map(({ id, label, group, prefix }) => ({
      id,
      label: others.has(group) ? t('service-for-groups', { service: t(label) }) : t(label),
      words: [id.replaceAll('-', ' '), prefix, ...namesOf(counter, t(label))],
    })),
  })
}

function serviceText({ services, groups }: Agency, id: string): Record<string, TextArg> {
  const service: Service | undefined = services.find((one) => one.id === id)
  const group = groups.find((one) => one.id === service?.group)
  if (service === undefined || group === undefined) return { service: '', group: '', requirements: '', process: '' }
  return { service: t(service.label), group: t(group.label), requirements: t(service.requirements), process: t(service.process) }
}
