import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import { confirm } from '../fields/confirm.ts'
import type { Ports } from '../ports.ts'

/**
 * For somebody whose number or phone was another person's before: this chat forgets that person and begins anew.
 * What is asked and answered is the same whether it was anybody's or not.
 */
export function notMe(): Flow<Ports> {
  return (
    flow<Ports>('not-me', {
      version: 1,
      title: 'not-me-title',
      words: [
        'bukan saya',
        'itu bukan saya',
        'ini bukan saya',
        'saya bukan pemilik nomor lama',
        'bukan pemilik nomor ini',
        'nomor baru',
        'not me',
        "that's not me",
      ],
    })
      // Whoever was just told that somebody wants to replace their number means that.
      .do('reported', (ports) => ports.requests.isReported())
      .goto('stop', ['stop-replacement'], () => ({ flow: 'stop-replacement' }), { when: ({ reported }) => reported })
      .ask('sure', confirm())
      .say('kept', { when: ({ sure }) => !sure, choices: () => [{ id: '/menu', label: t('engine-menu') }] })
      .end('nothing', { when: ({ sure }) => !sure })
      .do('gone', (ports) => ports.phones.disown())
      .clear('not-theirs')
      .say('done', {
        choices: () => [
          { id: '/registration', label: t('button-register') },
          { id: '/login', label: t('button-login') },
          { id: '/menu', label: t('engine-menu') },
        ],
      })
  )
}
