import { formatDate } from '../calendar/format.ts'
import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import { normalise } from '../engine/words.ts'
import { confirm } from '../fields/confirm.ts'
import { plainText } from '../fields/plain-text.ts'
import type { Ports } from '../ports.ts'

/** What is typed to say that erasing is really meant, in either language. */
const SURE: readonly string[] = ['hapus', 'delete']
const KEEP = [{ id: '/keep-account', label: t('button-keep-account') }]

/**
 * HAPUS AKUN: the account and everything that is kept about its owner go, after some days in which it can be taken back
 * (UU 27/2022 article 8). Confirmed twice, the second time by typing the word.
 */
export function eraseAccount({ agency }: Counter): Flow<Ports> {
  const days = agency.privacy.eraseAfterDays
  return flow<Ports>('erase-account', {
    version: 1,
    title: 'erase-account-title',
    words: [
      'hapus akun',
      'hapus data',
      'hapus akun saya',
      'hapus data saya',
      'tutup akun',
      'delete my account',
      'delete account',
      'erase my data',
      'delete my data',
    ],
  })
    .do('asked', (ports) => ports.privacy.proof())
    .say('login-first', {
      when: ({ asked }) => asked === 'login' || asked === 'nothing',
      choices: () => [
        { id: '/login:erase-account', label: t('button-login') },
        { id: '/human', label: t('button-human') },
      ],
    })
    .say('no-account', {
      when: ({ asked }) => asked === 'number',
      choices: () => [{ id: '/consent-withdrawal', label: t('button-withdraw-consent') }],
    })
    .do('subject', (ports) => ports.privacy.loggedIn(), { when: ({ asked }) => asked === 'session' })
    .end('outside', { when: ({ subject }) => (subject ?? null) === null })
    .do('erasure', async (ports, { subject }) => (subject ? ports.privacy.erasure(subject) : null))
    .say('coming', {
      when: ({ erasure }) => (erasure?.eraseAt ?? null) !== null,
      args: ({ erasure }, language) => ({ date: formatDate(erasure?.eraseAt ?? 0, agency.zone, language) }),
      choices: () => [...KEEP, { id: '/menu', label: t('engine-menu') }],
    })
    .end('asked-before', { when: ({ erasure }) => (erasure?.eraseAt ?? null) !== null })
    .ask('sure', confirm(), {
      args: ({ erasure }) => ({ days, cases: casesText(erasure?.openCases ?? []), office: agency.office }),
    })
    .say('kept', { when: ({ sure }) => !sure, choices: () => [{ id: '/menu', label: t('engine-menu') }] })
    .end('not-sure', { when: ({ sure }) => !sure })
    .ask('typed', plainText({ min: 1, max: 60 }), {
      check: (value) => (SURE.includes(normalise(value)) ? undefined : t('erase-account-not-typed')),
    })
    .do('at', (ports) => ports.privacy.askErasure())
    .say('logged-out', {
      when: ({ at }) => at === null,
      choices: () => [{ id: '/login:erase-account', label: t('button-login') }],
    })
    .say('done', {
      when: ({ at }) => at !== null,
      args: ({ at }, language) => ({ date: formatDate(at ?? 0, agency.zone, language) }),
      choices: () => [...KEEP, { id: '/my-data', label: t('button-my-data') }],
    })
}

/** BATAL HAPUS: takes the erasure back, from any chat of its owner. */
export function keepAccount(): Flow<Ports> {
  return flow<Ports>('keep-account', {
    version: 1,
    title: 'keep-account-title',
    words: [
      'batal hapus',
      'batalkan penghapusan',
      'batal hapus akun',
      'batal hapus data',
      'tidak jadi hapus',
      'jangan hapus',
      'keep my account',
      'cancel deletion',
      'do not delete',
    ],
  })
    .do('outcome', (ports) => ports.privacy.cancelErasure())
    .say('kept', { when: ({ outcome }) => outcome === 'kept', choices: () => [{ id: '/menu', label: t('engine-menu') }] })
    .say('nothing', {
      when: ({ outcome }) => outcome === 'nothing',
      choices: () => [
        { id: '/login', label: t('button-login') },
        { id: '/menu', label: t('engine-menu') },
      ],
    })
    .say('withdrawn', {
      when: ({ outcome }) => outcome === 'withdrawn',
      choices: () => [{ id: '/registration', label: t('button-register') }],
    })
}

function casesText(numbers: readonly string[]) {
  return numbers.length === 0 ? '' : t('own-data-open-cases', { count: numbers.length, numbers: numbers.join(', ') })
}
