import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import { name } from '../fields/name.ts'
import { password, passwordAgain } from '../fields/password.ts'
import { sum } from '../fields/sum.ts'
import type { Ports } from '../ports.ts'

/**
 * Activates an approved account in the chat, as the page behind the link does: mother's name and a sum (SIN-58 to
 * SIN-60). Whoever was registered by an officer then makes a password; so does who left that undone before.
 */
export function activation({ agency }: Counter): Flow<Ports> {
  return flow<Ports>('activation', {
    version: 1,
    title: 'activation-title',
    words: ['aktivasi', 'aktifkan', 'aktivasi akun', 'aktifkan akun', 'activate', 'activate account'],
  })
    .do('can', (ports) => ports.accounts.canActivate())
    .do('undone', (ports) => ports.accounts.firstPassword())
    .say('none', {
      when: ({ can, undone }) => !can && undone === null,
      choices: () => [
        { id: '/status', label: t('button-status') },
        { id: '/login', label: t('button-login') },
      ],
    })
    .end('nothing', { when: ({ can, undone }) => !can && undone === null })
    .ask('mother', name({ masked: true }), { when: ({ can }) => can })
    .ask('sum', sum(), { when: ({ can }) => can })
    .do('outcome', (ports, { mother = '', sum: right = false }) => ports.accounts.activate(mother, right), {
      when: ({ can }) => can,
    })
    .say('wrong', { when: ({ outcome }) => outcome === 'wrong' })
    .retry('again', 'mother', ({ outcome }) => outcome === 'wrong')
    .say('locked', { when: ({ outcome }) => outcome === 'locked', choices: () => [{ id: '/human', label: t('button-human') }] })
    .say('gone', { when: ({ outcome }) => outcome === 'none', choices: () => [{ id: '/status', label: t('button-status') }] })
    .do('about', (ports) => ports.accounts.firstPassword())
    .say('done', {
      when: ({ outcome, about }) => outcome === 'active' && about === null,
      choices: () => [{ id: '/login', label: t('button-login') }],
    })
    .end('complete', { when: ({ about }) => about === null })
    .ask('password', password({ about: ['about'], words: [agency.name, agency.office] }), { entry: 'secure-page' })
    .ask('password-again', passwordAgain('password'), { entry: 'secure-page', when: ({ password: made }) => !isConfirmed(made) })
    .do('kept', (ports, { password: made }) => ports.accounts.setFirstPassword(made.sealed))
    .say('password-made', { choices: () => [{ id: '/login', label: t('button-login') }] })
}

// The page behind the link asks for it twice itself.
function isConfirmed(made: object): boolean {
  return 'confirmed' in made && made.confirmed === true
}
