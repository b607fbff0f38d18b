import { z } from 'zod'
import { formatDate } from '../calendar/format.ts'
import { describeHours } from '../calendar/opening-hours.ts'
import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import { captcha } from '../fields/captcha.ts'
import { loginSecret } from '../fields/login-secret.ts'
import { nik } from '../fields/nik.ts'
import type { Ports } from '../ports.ts'

/** What the job `login` answers; `wrong` says never which part. */
const verdict = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('ok'), account: z.string() }),
  z.object({ outcome: z.literal('returned'), registration: z.string() }),
  z.object({ outcome: z.enum(['wrong', 'locked', 'not-active']) }),
])

/** What may be gone back to after a login, instead of the menu: a button `/login:<flow>` or a flow that needs a login asks for it. */
const RETURNS: readonly string[] = [
  'change-password',
  'change-phone',
  'link-chat',
  'link-code',
  'my-chats',
  'my-data',
  'prepare',
  'erase-account',
  'consent-withdrawal',
]

/** Login with NIK, password and a sum (SIN-62 to SIN-66), then a greeting by name and the working hours (SIN-24, SIN-25). */
export function login({ agency }: Counter): Flow<Ports> {
  return flow<Ports, { readonly arg?: string }>('login', {
    version: 1,
    title: 'login-title',
    words: ['login', 'masuk', 'log in', 'sign in', 'login pemohon'],
  })
    .do('me', (ports) => ports.me())
    .say('already', {
      when: ({ me }) => me.state === 'logged-in',
      args: ({ me }) => ({ name: me.name ?? '' }),
      choices: () => [
        { id: '/menu', label: t('engine-menu') },
        { id: '/logout', label: t('button-logout') },
      ],
    })
    .end('inside', { when: ({ me }) => me.state === 'logged-in' })
    .say('intro', {
      choices: () => [
        { id: '/registration', label: t('button-register') },
        { id: '/forgot-password', label: t('button-forgot') },
      ],
    })
    .ask('nik', nik())
    .ask('password', loginSecret(), { entry: 'secure-page' })
    .ask('sum', captcha(), { passing: true })
    .job('verdict', 'login', ({ nik: typed, password }) => ({ nik: typed, password: password.sealed }), {
      meanwhile: 'login-checking',
      outcome: verdict,
    })
    .say('trouble', { when: ({ verdict }) => verdict === null })
    .say('wrong', {
      when: ({ verdict }) => verdict?.outcome === 'wrong',
      choices: () => [{ id: '/forgot-password', label: t('button-forgot') }],
    })
    .retry('again', 'nik', ({ verdict }) => verdict?.outcome === 'wrong')
    .say('locked', {
      when: ({ verdict }) => verdict?.outcome === 'locked',
      args: () => ({ minutes: agency.lockout.minutes }),
      choices: () => [{ id: '/human', label: t('button-human') }],
    })
    .say('not-active', {
      when: ({ verdict }) => verdict?.outcome === 'not-active',
      choices: () => [{ id: '/status', label: t('button-status') }],
    })
    .goto('not-approved', ['returned'], ({ verdict }) => rejected(verdict), {
      when: ({ verdict }) => verdict?.outcome === 'returned',
    })
    .end('outside', { when: ({ verdict }) => verdict?.outcome !== 'ok' })
    .do('session', (ports, { verdict }) => ports.accounts.openSession(verdict?.outcome === 'ok' ? verdict.account : ''))
    .clear('not-theirs', { when: ({ session }) => session.others, tells: true })
    .say('welcome', {
      args: (_answers, language) => ({
        hours: t('agency-hours', { hours: describeHours(agency.hours, agency.zone, language).join('\n') }),
      }),
    })
    .do('own', (ports) => ports.privacy.loggedIn())
    .do('erasure', async (ports, { own }) => (own === null ? null : ports.privacy.erasure(own)))
    .say('erasing', {
      when: ({ erasure }) => (erasure?.eraseAt ?? null) !== null,
      args: ({ erasure }, language) => ({ date: formatDate(erasure?.eraseAt ?? 0, agency.zone, language) }),
      choices: () => [{ id: '/keep-account', label: t('button-keep-account') }],
    })
    .goto('home', ['home', ...RETURNS], ({ arg = '' }) => ({ flow: RETURNS.includes(arg) ? arg : 'home' }))
}

// Who was not approved sees why, and how to put it right (SIN-103).
function rejected(given: z.infer<typeof verdict> | null) {
  return given?.outcome === 'returned' ? { flow: 'returned', params: { registration: given.registration } } : null
}

/** Ends the session of this conversation, and with it what was filled in: the phone may be lent. */
export function logout(): Flow<Ports> {
  return flow<Ports>('logout', { version: 1, title: 'logout-title', words: ['logout', 'log out', 'sign out', 'keluar akun'] })
    .do('was', (ports) => ports.accounts.closeSession())
    .clear('not-theirs', { when: ({ was }) => was !== 'none', tells: true })
    .say('done', { when: ({ was }) => was === 'ended', choices: () => [{ id: '/login', label: t('button-login') }] })
    .say('not-in', { when: ({ was }) => was !== 'ended', choices: () => [{ id: '/menu', label: t('engine-menu') }] })
}
