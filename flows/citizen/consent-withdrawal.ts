import { formatDate } from '../calendar/format.ts'
import type { Counter } from '../counter.ts'
import type { Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import { choice } from '../fields/choice.ts'
import { confirm } from '../fields/confirm.ts'
import type { Ports } from '../ports.ts'
import type { ConsentView } from '../ports/privacy.ts'
import { ownData, provenSubject } from './own-data.ts'

/** What can be withdrawn by itself, where somebody agreed to have their face compared. */
const WHICH = [
  {
    id: 'selfie',
    label: t('consent-withdrawal-only-selfie'),
    words: ['swafoto', 'selfie', 'swafoto saja', 'hanya swafoto', 'foto selfie', 'only the selfie'],
  },
  {
    id: 'all',
    label: t('consent-withdrawal-everything'),
    words: ['semua', 'semuanya', 'semua data', 'seluruhnya', 'all', 'everything'],
  },
] as const

/**
 * CABUT PERSETUJUAN: no further processing, whatever is under way; then the erasure's clock (UU 27/2022 articles 9 and
 * 40). For an account, and for a registration that waits or was rejected.
 */
export function consentWithdrawal({ agency }: Counter): Flow<Ports> {
  const day = (at: number, language: 'id' | 'en') => formatDate(at, agency.zone, language)
  return ownData('consent-withdrawal', [
    'cabut persetujuan',
    'tarik persetujuan',
    'cabut izin',
    'batalkan persetujuan',
    'menarik persetujuan',
    'withdraw consent',
    'withdraw my consent',
    'revoke consent',
  ])
    .do('selfie', (ports, answers) => ports.privacy.hasSelfie(provenSubject(answers)))
    .ask('which', choice({ options: WHICH }), { when: ({ selfie }) => selfie })
    .do('selfie-gone', (ports, answers) => ports.privacy.withdrawSelfie(provenSubject(answers)), {
      when: ({ which }) => which === 'selfie',
    })
    .say('selfie-done', {
      when: ({ which }) => which === 'selfie',
      args: (answers) => ({ outcome: answers['selfie-gone'] === true ? 'gone' : 'logged-out' }),
      choices: () => [{ id: '/menu', label: t('engine-menu') }],
    })
    .end('only-selfie', { when: ({ which }) => which === 'selfie' })
    .do('consents', async (ports, answers) => [...(await ports.privacy.consents(provenSubject(answers)))])
    .do('erasure', (ports, answers) => ports.privacy.erasure(provenSubject(answers)))
    .say('none', {
      when: ({ consents }) => standing(consents) === undefined,
      args: ({ consents, erasure }, language) => ({
        about: noneText(consents, erasure.eraseAt, (at) => day(at, language)),
      }),
      choices: () => [
        { id: '/registration', label: t('button-register') },
        { id: '/menu', label: t('engine-menu') },
      ],
    })
    .end('nothing-given', { when: ({ consents }) => standing(consents) === undefined })
    .ask('sure', confirm(), {
      args: ({ consents, erasure }, language) => ({
        version: standing(consents)?.version ?? '',
        date: day(standing(consents)?.givenAt ?? 0, language),
        days: agency.privacy.eraseAfterDays,
        cases:
          erasure.openCases.length === 0
            ? ''
            : t('own-data-open-cases', { count: erasure.openCases.length, numbers: erasure.openCases.join(', ') }),
      }),
    })
    .say('kept', { when: ({ sure }) => !sure, choices: () => [{ id: '/menu', label: t('engine-menu') }] })
    .end('not-sure', { when: ({ sure }) => !sure })
    .do('at', (ports, answers) => ports.privacy.withdrawConsent(provenSubject(answers)))
    .say('logged-out', {
      when: ({ at }) => at === null,
      choices: () => [{ id: '/login:consent-withdrawal', label: t('button-login') }],
    })
    .say('done', {
      when: ({ at }) => at !== null,
      args: ({ at }, language) => ({ date: day(at ?? 0, language) }),
      choices: () => [
        { id: '/registration', label: t('button-register') },
        { id: '/menu', label: t('engine-menu') },
      ],
    })
}

// The newest consent that stands.
function standing(consents: readonly ConsentView[]): ConsentView | undefined {
  return consents.find(({ withdrawnAt }) => withdrawnAt === null)
}

function noneText([newest]: readonly ConsentView[], eraseAt: number | null, day: (at: number) => string) {
  if (newest === undefined || newest.withdrawnAt === null) return t('consent-withdrawal-never')
  const since = day(newest.withdrawnAt)
  return eraseAt === null
    ? t('consent-withdrawal-already', { since })
    : t('consent-withdrawal-erasing', { since, date: day(eraseAt) })
}
