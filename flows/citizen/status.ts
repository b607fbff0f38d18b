import { formatDateTime } from '../calendar/format.ts'
import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import type { Choice } from '../engine/reply.ts'
import { t, type Language, type Text } from '../engine/text.ts'
import { captcha } from '../fields/captcha.ts'
import { nik } from '../fields/nik.ts'
import { plainText } from '../fields/plain-text.ts'
import type { Me, Ports, RegistrationView } from '../ports.ts'

/** A registration number, however its parts are written: REG, then ten letters and digits. */
const LIKE_A_NUMBER = /^\s*reg(?:[\s.\-‐-―_]*[0-9a-z]){10}\s*$/iu

/**
 * Where a registration stands, without login (SIN-51). Whoever submitted it here sees it at once; anybody else needs
 * its number and the NIK together, and learns nothing when they do not fit.
 */
export function status(counter: Counter): Flow<Ports> {
  return flow<Ports>('status', {
    version: 1,
    title: 'status-title',
    words: ['status', 'cek status', 'cek status pendaftaran', 'status pendaftaran', 'check status', 'sampai mana'],
  })
    .do('me', (ports) => ports.me())
    .do('mine', async (ports) => [...(await ports.registrations.mine())])
    .say('mine', {
      when: ({ mine }) => mine.length > 0,
      key: 'status-found',
      args: ({ me, mine: [newest] }, language) => ({
        view: newest === undefined ? '' : statusText(newest, counter, language, nextFor(me)),
      }),
      choices: ({ me, mine: [newest] }) => nextSteps(newest, me),
    })
    .end('shown', { when: ({ mine }) => mine.length > 0 })
    .ask('number', plainText({ min: 1, max: 40 }), {
      help: 'status-number-help',
      check: (value) => (LIKE_A_NUMBER.test(value) ? undefined : t('status-number-shape')),
    })
    .ask('nik', nik())
    .ask('sum', captcha(), { passing: true })
    .do('found', (ports, { number, nik: typed }) => ports.registrations.find(number, typed))
    .say('found', {
      when: ({ found }) => found !== null,
      args: ({ found }, language) => ({
        view: found === null ? '' : statusText(found, counter, language, t('status-next-elsewhere')),
      }),
      choices: () => [{ id: '/menu', label: t('engine-menu') }],
    })
    .say('none', {
      when: ({ found }) => found === null,
      choices: () => [
        { id: '/status', label: t('button-try-again') },
        { id: '/registration', label: t('button-register') },
        { id: '/human', label: t('button-human') },
      ],
    })
}

// What is to be done with an approved registration; it depends on the account.
function nextFor({ state }: Me): Text {
  if (state === 'approved') return t('status-next-activate')
  return state === 'logged-in' ? t('status-next-nothing') : t('status-next-login')
}

function statusText(view: RegistrationView, { agency }: Counter, language: Language, next: Text): Text {
  const when = (at: number) => formatDateTime(at, agency.zone, language)
  const lines: Text[] = [t(`status-is-${view.status}`, { number: view.number, submitted: when(view.submittedAt) })]
  if (view.place !== null) lines.push(t('status-place', { place: view.place, promised: when(view.promisedAt) }))
  if (view.status === 'approved') lines.push(next)
  if (view.reason !== null)
    lines.push(t('status-reason', { reason: t(`reason-${view.reason}`), fix: t(`reason-${view.reason}-fix`) }))
  if (view.note !== null) lines.push(t('status-note', { note: view.note }))
  return { lines }
}

/** What may be done next with a registration that stands so. */
function nextSteps(view: RegistrationView | undefined, { state }: Me): Choice[] {
  const next: Choice[] = []
  if (view?.status === 'repair' || view?.status === 'rejected') next.push({ id: '/repair', label: t('button-repair') })
  if (view?.status === 'approved' && state === 'approved') next.push({ id: '/activation', label: t('button-activate') })
  if (view?.status === 'approved' && state === 'active') next.push({ id: '/login', label: t('button-login') })
  return [...next, { id: '/menu', label: t('engine-menu') }]
}
