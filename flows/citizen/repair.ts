import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import { choice } from '../fields/choice.ts'
import type { Me, Ports } from '../ports.ts'

/**
 * Puts a registration right that was rejected or sent back: what is right stays, only what was marked is asked again
 * (SIN-107, SIN-108). `registration` is the one that somebody logged in for; else it is the newest of this chat's person.
 */
export function repair(): Flow<Ports> {
  return flow<Ports, { readonly registration?: string }>('repair', {
    version: 1,
    title: 'repair-title',
    words: ['perbaiki', 'perbaiki data', 'perbaikan data', 'daftar ulang', 'repair', 'correct my data', 'register again'],
  })
    .do('old', (ports, { registration }) => ports.registrations.toRepair(registration))
    .do('me', (ports) => ports.me())
    .ask(
      'which',
      choice({
        options: [
          { id: 'registration', label: t('repair-which-registration'), words: ['pendaftaran'] },
          { id: 'account', label: t('repair-which-account'), words: ['akun', 'data akun', 'account data'] },
        ],
      }),
      {
        when: ({ old, me, registration }) => registration === undefined && old !== null && hasAccount(me),
        args: ({ old }) => ({ number: old?.number ?? '' }),
      },
    )
    .goto('to-account', ['correction'], () => ({ flow: 'correction' }), {
      when: ({ old, me, which }) => which === 'account' || (old === null && hasAccount(me)),
    })
    .say('nothing', { when: ({ old }) => old === null, choices: () => [{ id: '/menu', label: t('engine-menu') }] })
    .say('begin', { when: ({ old }) => old !== null, args: ({ old }) => ({ number: old?.number ?? '' }) })
    .goto('form', ['registration'], ({ old }) =>
      old === null ? null : { flow: 'registration', params: { ...old.answers, replaces: old.registration } },
    )
}

// Whoever has an account has the data of the account put right instead (flows/citizen/correction.ts).
function hasAccount({ state }: Me): boolean {
  return state === 'active' || state === 'logged-in'
}
