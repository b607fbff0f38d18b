import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t, type Text } from '../engine/text.ts'
import { choice, type ChoiceOption } from '../fields/choice.ts'
import type { Me, Ports } from '../ports.ts'
import { modeLine } from './mode.ts'

/** What the menu can lead to: flow id, and what people call it. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  queue: ['antrian', 'antrean'],
  talks: ['percakapan', 'obrolan'],
  'register-citizen': ['daftarkan', 'daftarkan warga'],
  mandate: ['beri mandat', 'mandat'],
  registration: ['daftar', 'pendaftaran'],
  login: ['login', 'masuk'],
  activation: ['aktivasi'],
  repair: ['perbaiki', 'daftar ulang'],
  status: ['status', 'cek status'],
  applications: ['pengajuan', 'ajukan'],
  prepare: ['siapkan dokumen', 'dokumen'],
  applicant: ['pemohon', 'akun'],
  requirements: ['persyaratan', 'syarat', 'layanan'],
  human: ['petugas', 'hubungi petugas'],
  forms: ['formulir', 'form'],
  information: ['informasi', 'info', 'berita', 'pengumuman'],
  guide: ['panduan', 'cara'],
  overview: ['home', 'beranda', 'tentang'],
  'change-phone': ['ganti nomor hp', 'ganti nomor'],
  'my-chats': ['chat saya', 'alamat saya', 'chat'],
  correction: ['perbaiki data saya'],
  mode: ['ganti mode', 'mode'],
  privacy: ['data pribadi', 'privasi'],
  logout: ['logout'],
}

/** Entries on the menu's first page: with "next" five, as many as are easily taken in at once. */
const FRONT = 4
/** What comes before the entries that everybody has (SIN-3), by who asks (SIN-5): what is wanted most. */
const FIRST: Readonly<Record<Me['state'], readonly string[]>> = {
  stranger: ['registration', 'login'],
  waiting: ['status'],
  rejected: ['repair', 'status'],
  repair: ['repair', 'status'],
  approved: ['activation', 'status'],
  active: ['login'],
  'logged-in': ['applications', 'prepare', 'applicant'],
}
const EVERYBODY = ['requirements', 'human', 'applicant', 'information', 'forms', 'guide', 'overview']

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
    .ask('pick', choice({ options: ({ me }) => menu(me as Me, agency), dependsOn: ['me'], front: FRONT }), {
      args: ({ me }) => ({
        greeting: greeting(me, agency),
        who: me.officer !== null ? 'officer' : me.state === 'logged-in' ? 'applicant' : 'citizen',
      }),
    })
    .goto('go', Object.keys(WORDS), ({ pick }) => ({ flow: pick }))
}

/** The entries that belong to the applicant's account (SIN-11). */
export function applicant(): Flow<Ports> {
  return flow<Ports>('applicant', { version: 1, title: 'applicant-title', words: ['pemohon', 'akun', 'akun saya', 'account'] })
    .do('me', (ports) => ports.me())
    .ask('pick', choice({ options: ({ me }) => accountMenu(me as Me), dependsOn: ['me'] }), {
      args: ({ me }) => ({
        who: whoText(me),
        tip: t(me.state === 'logged-in' ? 'applicant-tip-change' : 'applicant-tip-forgot'),
      }),
    })
    .goto(
      'go',
      [
        'login',
        'registration',
        'status',
        'forgot-password',
        'change-password',
        'change-phone',
        'my-chats',
        'correction',
        'mode',
        'privacy',
        'activation',
        'repair',
        'logout',
      ],
      ({ pick }) => ({ flow: pick }),
    )
}

function menu(me: Me, agency: Counter['agency']): ChoiceOption[] {
  const ids = [
    ...officersMenu(me, agency),
    ...FIRST[me.state],
    ...(me.others && me.state !== 'logged-in' && !FIRST[me.state].includes('status') ? ['status'] : []),
    ...EVERYBODY,
    ...(me.state === 'logged-in' ? ['logout'] : []),
  ]
  return [...new Set(ids)].map(option)
}

// An officer's own work, as far as the role goes.
function officersMenu(me: Me, { roles }: Counter['agency']): string[] {
  if (me.officer === null) return []
  const can = roles.find(({ id }) => id === me.officer?.role)?.can ?? []
  return [
    'queue',
    'talks',
    ...(can.includes('decide') ? ['register-citizen'] : []),
    ...(can.includes('mandate') ? ['mandate'] : []),
  ]
}

function accountMenu(me: Me): ChoiceOption[] {
  const extra = me.state === 'approved' ? ['activation'] : me.state === 'rejected' || me.state === 'repair' ? ['repair'] : []
  const ids =
    me.state === 'logged-in'
      ? [
          'status',
          'change-password',
          'change-phone',
          'my-chats',
          'correction',
          ...(me.groups.length === 0 ? [] : ['mode']),
          'privacy',
          'logout',
        ]
      : [...extra, 'login', 'registration', 'status', 'forgot-password']
  return ids.map(option)
}

function option(id: string): ChoiceOption {
  return { id, label: t(`menu-${id}`), words: [...(WORDS[id] ?? []), id] }
}

// Under the menu's name, whoever is logged in, and on whose behalf (SIN-69).
function whoText(me: Me): Text {
  const heading = t('applicant-heading')
  return me.name === null ? heading : { lines: [heading, t('applicant-who', { name: me.name }), modeLine(me)] }
}

function greeting(me: Me, { name, fullName, office, roles }: Counter['agency']): Text {
  if (me.officer !== null) {
    const mayGive = roles.find(({ id }) => id === me.officer?.role)?.can.includes('mandate') === true
    const lines = [t('home-greeting-officer', { name: me.officer.name, agency: name })]
    return { lines: mayGive ? [...lines, t('home-greeting-mandates')] : lines }
  }
  if (me.state === 'logged-in') return { lines: [t('home-greeting-logged-in', { name: me.name ?? '' }), modeLine(me)] }
  if (me.state === 'stranger') return t('home-greeting-stranger', { agency: name, fullName, office })
  return t(`home-greeting-${me.state}`, { agency: name })
}
