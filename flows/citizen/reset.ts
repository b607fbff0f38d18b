import { z } from 'zod'
import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import { kk } from '../fields/kk.ts'
import { password, passwordAgain } from '../fields/password.ts'
import type { Ports } from '../ports.ts'

/** What the job `set-password` answers; `gone`: there is no such account any more. */
export const setOutcome = z.object({ outcome: z.enum(['set', 'gone']) })

/**
 * Makes a new password in the chat, as the page behind the reset link does (SIN-98 to SIN-101): family card number, new
 * password twice. Only in a chat that was sent an open reset link; `arg` is the account that it is about.
 */
export function reset({ agency }: Counter): Flow<Ports> {
  const asksAgain = () => [
    { id: '/forgot-password', label: t('button-forgot') },
    { id: '/human', label: t('button-human') },
  ]
  return flow<Ports, { readonly arg?: string }>('reset', {
    version: 1,
    title: 'reset-title',
    words: ['reset password', 'reset kata kunci', 'reset sandi', 'password baru', 'kata kunci baru'],
  })
    .do('account', (ports, { arg }) => ports.passwords.openReset(arg ?? null))
    .say('none', { when: ({ account }) => account === null, choices: asksAgain })
    .end('nothing', { when: ({ account }) => account === null })
    .ask('kk', kk({ secret: true }), { help: 'reset-kk-help' })
    .do('judged', (ports, { account, kk: number }) => ports.passwords.judgeReset(account ?? '', number))
    .say('wrong', { when: ({ judged }) => judged === 'wrong' })
    .retry('again', 'kk', ({ judged }) => judged === 'wrong')
    .say('locked', { when: ({ judged }) => judged === 'locked', choices: asksAgain })
    .say('late', { when: ({ judged }) => judged === 'none', choices: asksAgain })
    .end('closed', { when: ({ judged }) => judged !== 'right' })
    .do('about', (ports, { account }) => ports.passwords.about(account ?? ''))
    .ask('password', password({ about: ['about'], words: [agency.name, agency.office] }))
    .ask('password-again', passwordAgain('password'))
    .do('taken', (ports, { account }) => ports.passwords.takeReset(account ?? ''))
    .say('over', { when: ({ taken }) => !taken, key: 'reset-late', choices: asksAgain })
    .end('too-late', { when: ({ taken }) => !taken })
    .job(
      'set',
      'set-password',
      ({ account, password: made }) => ({ account: account ?? '', sealed: made.sealed, besides: null }),
      { meanwhile: 'reset-saving', outcome: setOutcome },
    )
    .say('trouble', { when: ({ set }) => set?.outcome !== 'set', choices: asksAgain })
    .end('not-set', { when: ({ set }) => set?.outcome !== 'set' })
    .say('done')
    .goto('login', ['login'], () => ({ flow: 'login' }))
}
