import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import { name } from '../fields/name.ts'
import { sum } from '../fields/sum.ts'
import type { Ports } from '../ports.ts'

/** Activates an approved account in the chat, as the page behind the link does: mother's name and a sum (SIN-58 to SIN-60). */
export function activation(): Flow<Ports> {
  return flow<Ports>('activation', {
    version: 1,
    title: 'activation-title',
    words: ['aktivasi', 'aktifkan', 'aktivasi akun', 'aktifkan akun', 'activate', 'activate account'],
  })
    .do('can', (ports) => ports.accounts.canActivate())
    .say('none', {
      when: ({ can }) => !can,
      choices: () => [
        { id: '/status', label: t('button-status') },
        { id: '/login', label: t('button-login') },
      ],
    })
    .end('nothing', { when: ({ can }) => !can })
    .ask('mother', name({ masked: true }))
    .ask('sum', sum())
    .do('outcome', (ports, { mother, sum: right }) => ports.accounts.activate(mother, right))
    .say('wrong', { when: ({ outcome }) => outcome === 'wrong' })
    .retry('again', 'mother', ({ outcome }) => outcome === 'wrong')
    .say('locked', { when: ({ outcome }) => outcome === 'locked', choices: () => [{ id: '/human', label: t('button-human') }] })
    .say('gone', { when: ({ outcome }) => outcome === 'none', choices: () => [{ id: '/status', label: t('button-status') }] })
    .say('done', { when: ({ outcome }) => outcome === 'active', choices: () => [{ id: '/login', label: t('button-login') }] })
}
