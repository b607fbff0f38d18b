import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import type { Ports } from '../ports.ts'

/** Puts a registration right that was rejected or sent back: what is right stays, only what was marked is asked again. */
export function repair(): Flow<Ports> {
  return flow<Ports>('repair', {
    version: 1,
    title: 'repair-title',
    words: ['perbaiki', 'perbaiki data', 'perbaikan data', 'daftar ulang', 'repair', 'correct my data', 'register again'],
  })
    .do('old', (ports) => ports.registrations.toRepair())
    .say('nothing', { when: ({ old }) => old === null, choices: () => [{ id: '/menu', label: t('engine-menu') }] })
    .say('begin', { when: ({ old }) => old !== null, args: ({ old }) => ({ number: old?.number ?? '' }) })
    .goto('form', ['registration'], ({ old }) =>
      old === null ? null : { flow: 'registration', params: { ...old.answers, replaces: old.registration } },
    )
}
