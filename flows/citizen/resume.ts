import { formatDateTime } from '../calendar/format.ts'
import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import { confirm } from '../fields/confirm.ts'
import { phone } from '../fields/phone.ts'
import type { Ports } from '../ports.ts'

/** Forms that may be gone on with in another chat. */
export const MOVABLE = ['registration'] as const

/**
 * Goes on, in this chat, with a form that the same person began in another: found at once where the platform vouches for
 * the same number in both; elsewhere the person shares the number first. `asked-elsewhere` keeps the form from asking again.
 */
export function resume({ agency }: Counter): Flow<Ports> {
  return flow<Ports>('resume', {
    version: 1,
    title: 'resume-title',
    words: [
      'lanjut di sini',
      'lanjutkan di sini',
      'lanjutkan formulir',
      'lanjut daftar',
      'lanjutkan pendaftaran',
      'pindah hp',
      'continue here',
      'continue my form',
    ],
  })
    .do('first', (ports) => ports.drafts.elsewhere(MOVABLE))
    .ask('phone', phone(), { when: ({ first }) => first === null })
    .do('second', (ports) => ports.drafts.elsewhere(MOVABLE), { when: ({ first }) => first === null })
    .say('none', {
      when: ({ first, second }) => (first ?? second ?? null) === null,
      choices: () => [
        { id: '/registration', label: t('button-register') },
        { id: '/menu', label: t('engine-menu') },
      ],
    })
    .end('nothing', { when: ({ first, second }) => (first ?? second ?? null) === null })
    .ask('move', confirm(), {
      args: ({ first, second }, language) => {
        const found = first ?? second
        return { answered: found?.answered ?? 0, at: formatDateTime(found?.at ?? 0, agency.zone, language) }
      },
    })
    .goto('anew', ['registration'], () => ({ flow: 'registration', params: { 'asked-elsewhere': true } }), {
      when: ({ move }) => !move,
    })
    .do('taken', (ports, { first, second }) => ports.drafts.take((first ?? second)?.ref ?? ''))
    .say('late', { when: ({ taken }) => taken === null })
    .goto('form', MOVABLE, ({ first, second, taken }) => ({
      flow: (first ?? second)?.flow ?? MOVABLE[0],
      params: { ...taken, 'asked-elsewhere': true },
    }))
}
