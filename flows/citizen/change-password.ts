import { z } from 'zod'
import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import { loginSecret } from '../fields/login-secret.ts'
import { password, passwordAgain } from '../fields/password.ts'
import type { Ports } from '../ports.ts'
import { setOutcome } from './reset.ts'

/** What the job `verify-password` answers. */
const verdict = z.object({ outcome: z.enum(['ok', 'wrong', 'locked']) })

/**
 * Changes the password of whoever is logged in (SIN-88 to SIN-93): the old one, the new one twice; afterwards every session
 * is over and login is asked again. Whoever is not logged in does that first and comes back here.
 */
export function changePassword({ agency }: Counter): Flow<Ports> {
  const forgot = { id: '/forgot-password', label: t('button-forgot') }
  const human = { id: '/human', label: t('button-human') }
  return flow<Ports>('change-password', {
    version: 1,
    title: 'change-password-title',
    words: ['ganti password', 'ganti kata kunci', 'ganti sandi', 'ubah password', 'ubah kata kunci', 'change password'],
  })
    .do('account', (ports) => ports.passwords.loggedIn())
    .say('login-first', { when: ({ account }) => account === null })
    .goto('to-login', ['login'], () => ({ flow: 'login', params: { arg: 'change-password' } }), {
      when: ({ account }) => account === null,
    })
    .ask('old', loginSecret(), { entry: 'secure-page' })
    .job('verdict', 'verify-password', ({ account, old }) => ({ account: account ?? '', password: old.sealed }), {
      meanwhile: 'change-password-checking',
      outcome: verdict,
    })
    .say('wrong', { when: ({ verdict }) => verdict?.outcome === 'wrong', choices: () => [forgot] })
    .retry('again', 'old', ({ verdict }) => verdict?.outcome === 'wrong')
    .say('locked', {
      when: ({ verdict }) => verdict?.outcome === 'locked',
      args: () => ({ minutes: agency.lockout.minutes }),
      choices: () => [forgot, human],
    })
    .say('unchecked', { when: ({ verdict }) => verdict === null, key: 'change-password-trouble', choices: () => [human] })
    .end('refused', { when: ({ verdict }) => verdict?.outcome !== 'ok' })
    .do('about', (ports, { account }) => ports.passwords.about(account ?? ''))
    .ask('new', password({ about: ['about'], words: [agency.name, agency.office] }), {
      entry: 'secure-page',
      check: ({ fingerprint }, { old }) => (fingerprint === old.fingerprint ? t('change-password-same') : undefined),
    })
    .ask('new-again', passwordAgain('new'), { entry: 'secure-page', when: ({ new: made }) => !isConfirmed(made) })
    .do('still', (ports) => ports.passwords.loggedIn())
    .say('over', {
      when: ({ account, still }) => still !== account,
      choices: () => [{ id: '/login:change-password', label: t('button-login') }],
    })
    .end('logged-out', { when: ({ account, still }) => still !== account })
    .job('set', 'set-password', ({ account, new: made }) => ({ account: account ?? '', sealed: made.sealed, besides: null }), {
      meanwhile: 'reset-saving',
      outcome: setOutcome,
    })
    .say('trouble', { when: ({ set }) => set?.outcome !== 'set', choices: () => [human] })
    .end('not-set', { when: ({ set }) => set?.outcome !== 'set' })
    .say('done')
    .goto('login', ['login'], () => ({ flow: 'login' }))
}

// The page behind the link asks for it twice itself.
function isConfirmed(made: object): boolean {
  return 'confirmed' in made && made.confirmed === true
}
