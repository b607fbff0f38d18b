import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t, type Text } from '../engine/text.ts'
import { choice, type ChoiceOption } from '../fields/choice.ts'
import type { Me, Ports } from '../ports.ts'

/** What the menu can lead to: flow id, and what people call it. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  queue: ['antrian', 'antrean'],
  registration: ['daftar', 'pendaftaran'],
  login: ['login', 'masuk'],
  activation: ['aktivasi'],
  repair: ['perbaiki', 'daftar ulang'],
  status: ['status', 'cek status'],
  applications: ['pengajuan', 'ajukan'],
  applicant: ['pemohon', 'akun'],
  requirements: ['persyaratan', 'syarat', 'layanan'],
  forms: ['formulir', 'form'],
  information: ['informasi', 'info', 'berita', 'pengumuman'],
  guide: ['panduan', 'cara'],
  overview: ['home', 'beranda', 'tentang'],
  logout: ['logout'],
}

/** What comes before the entries that everybody has (SIN-3), by who asks (SIN-5). */
const FIRST: Readonly<Record<Me['state'], readonly string[]>> = {
  stranger: ['registration', 'login'],
  waiting: ['status'],
  rejected: ['repair', 'status'],
  repair: ['repair', 'status'],
  approved: ['activation', 'status'],
  active: ['login'],
  'logged-in': ['applications'],
}
const EVERYBODY = ['applicant', 'requirements', 'forms', 'information', 'guide', 'overview']

/** The greeting and the menu, by who is talking: the counter's front (SIN-1 to SIN-5, SIN-11, SIN-25). */
export function home({ agency }: Counter): Flow<Ports> {
  return flow<Ports>('home', {
    version: 1,
    title: 'home-title',
    words: [
      'menu',
      'halo',
      'hai',
      'hi',
      'hello',
      'selamat pagi',
      'selamat siang',
      'selamat sore',
      'selamat malam',
      'assalamualaikum',
      'mulai',
      '/start',
      'start',
      'p',
    ],
  })
    .do('me', (ports) => ports.me())
    .ask('pick', choice({ options: ({ me }) => menu(me as Me), dependsOn: ['me'] }), {
      args: ({ me }) => ({ greeting: greeting(me, agency), office: agency.office }),
    })
    .goto('go', Object.keys(WORDS), ({ pick }) => ({ flow: pick }))
}

/** The entries that belong to the applicant's account (SIN-11). */
export function applicant(): Flow<Ports> {
  return flow<Ports>('applicant', { version: 1, title: 'applicant-title', words: ['pemohon', 'akun', 'akun saya', 'account'] })
    .do('me', (ports) => ports.me())
    .ask('pick', choice({ options: ({ me }) => accountMenu(me as Me), dependsOn: ['me'] }))
    .goto('go', ['login', 'registration', 'status', 'forgot-password', 'activation', 'repair', 'logout'], ({ pick }) => ({
      flow: pick,
    }))
}

function menu(me: Me): ChoiceOption[] {
  const ids = [
    ...(me.officer === null ? [] : ['queue']),
    ...FIRST[me.state],
    ...EVERYBODY,
    ...(me.state === 'logged-in' ? ['logout'] : []),
  ]
  return ids.map(option)
}

function accountMenu(me: Me): ChoiceOption[] {
  const extra = me.state === 'approved' ? ['activation'] : me.state === 'rejected' || me.state === 'repair' ? ['repair'] : []
  const ids =
    me.state === 'logged-in'
      ? ['status', 'forgot-password', 'logout']
      : [...extra, 'login', 'registration', 'status', 'forgot-password']
  return ids.map(option)
}

function option(id: string): ChoiceOption {
  return { id, label: t(`menu-${id}`), words: [...(WORDS[id] ?? []), id] }
}

function greeting(me: Me, { name, fullName, office }: Counter['agency']): Text {
  if (me.officer !== null) return t('home-greeting-officer', { name: me.officer.name, agency: name })
  if (me.state === 'logged-in') return t('home-greeting-logged-in', { name: me.name ?? '' })
  if (me.state === 'stranger') return t('home-greeting-stranger', { agency: name, fullName, office })
  return t(`home-greeting-${me.state}`, { agency: name })
}
