import { flow, type Flow } from '../engine/flow.ts'
import { t, type Text } from '../engine/text.ts'
import { choice } from '../fields/choice.ts'
import { groupedNumber, maskedNumber } from '../fields/identity-number.ts'
import { maskedName } from '../fields/name.ts'
import type { ReturnedView } from '../ports/returned.ts'
import type { Ports } from '../ports.ts'

/** All that can be done after such a login (SIN-106). */
const CHOICES = [
  { id: 'again', label: t('returned-again'), words: ['daftar ulang', 'perbaiki', 'perbaiki data', 'register again'] },
  { id: 'human', label: t('button-human'), words: ['petugas', 'officer'] },
  { id: 'leave', label: t('returned-leave'), words: ['keluar', 'logout', 'selesai', 'log out'] },
] as const

/**
 * What somebody sees who logs in with the password of a registration that was not approved: whose it is, how it stands and
 * why (SIN-103 to SIN-105), and the way to put it right (SIN-107). The login starts it with the `registration`; nobody else
 * can name one.
 */
export function returned(): Flow<Ports> {
  return flow<Ports, { readonly registration?: string }>('returned', { version: 1, title: 'returned-title' })
    .do('view', (ports, { registration }) =>
      registration === undefined ? Promise.resolve(null) : ports.returned.open(registration),
    )
    .say('gone', {
      when: ({ view }) => view === null,
      choices: () => [
        { id: '/login', label: t('button-login') },
        { id: '/status', label: t('button-status') },
      ],
    })
    .end('closed', { when: ({ view }) => view === null })
    .say('view', { args: ({ view }) => (view === null ? {} : shown(view)), protect: true })
    .ask('pick', choice({ options: CHOICES }))
    .do('left', (ports, { registration = '' }) => ports.returned.close(registration), { when: ({ pick }) => pick === 'leave' })
    .say('bye', { when: ({ pick }) => pick === 'leave', choices: () => [{ id: '/login', label: t('button-login') }] })
    .goto('go', ['repair', 'human'], ({ pick, registration = '' }) => {
      if (pick === 'leave') return null
      return pick === 'human' ? { flow: 'human' } : { flow: 'repair', params: { registration } }
    })
}

function shown({ number, status, nik, name, reason, note, own }: ReturnedView) {
  const why: Text[] =
    reason === null ? [] : [t('status-reason', { reason: t(`reason-${reason}`), fix: t(`reason-${reason}-fix`) })]
  if (note !== null) why.push(t('status-note', { note }))
  return {
    number,
    nik: own ? groupedNumber(nik) : maskedNumber(nik),
    name: own ? name : maskedName(name),
    status: t(status === 'rejected' ? 'returned-is-rejected' : 'returned-is-repair'),
    why: { lines: why },
  }
}
