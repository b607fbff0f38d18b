import { formatDateTime } from '../calendar/format.ts'
import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import type { Choice } from '../engine/reply.ts'
import { t, type Language, type Text } from '../engine/text.ts'
import { captcha } from '../fields/captcha.ts'
import { nik } from '../fields/nik.ts'
import { plainText } from '../fields/plain-text.ts'
import { why } from './notices.ts'
import { usualTime } from './usual-time.ts'
import type { Me, Ports, RegistrationView } from '../ports.ts'
import type { RequestView } from '../ports/requests.ts'

/** A registration number, however its parts are written: REG, then ten letters and digits. */
const LIKE_A_NUMBER = /^\s*reg(?:[\s.\-‐-―_]*[0-9a-z]){10}\s*$/iu

/** Most registrations that are shown at once. */
const SHOWN = 5

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
    .do('requests', async (ports) => [...(await ports.requests.mine())])
    .say('requests', {
      when: ({ requests }) => requests.length > 0,
      args: ({ requests }, language) => ({ list: requestsText(requests, counter, language) }),
      choices: ({ mine }) => (mine.length > 0 ? [] : [{ id: '/menu', label: t('engine-menu') }]),
    })
    .say('mine', {
      when: ({ mine }) => mine.length > 0,
      key: 'status-found',
      args: ({ me, mine }, language) => ({ view: statusTexts(mine, counter, language, me) }),
      choices: ({ me, mine }) => [
        ...(me.others ? [{ id: '/status-other', label: t('button-other-registration') }] : []),
        ...nextSteps(mine, me),
      ],
    })
    .end('shown', { when: ({ mine, requests }) => mine.length > 0 || requests.length > 0 })
    .goto('other', ['status-other'], () => ({ flow: 'status-other' }))
}

/** Where any registration stands, by its number and NIK: also beside one's own, on a phone that several people use. */
export function statusOther(counter: Counter): Flow<Ports> {
  return (
    flow<Ports>('status-other', {
      version: 1,
      title: 'status-title',
      words: ['cek nomor lain', 'status nomor lain', 'status orang lain', 'status lain', 'check another'],
    })
      .ask('number', plainText({ min: 1, max: 40 }), {
        prompt: 'status-number',
        help: 'status-number-help',
        check: (value) => (LIKE_A_NUMBER.test(value) ? undefined : t('status-number-shape')),
      })
      .ask('nik', nik(), { prompt: 'status-nik' })
      .ask('sum', captcha(), { prompt: 'status-sum', passing: true })
      .do('found', (ports, { number, nik: typed }) => ports.registrations.find(number, typed))
      // Where it is this chat's own, the number and the NIK have proven it, and more is shown.
      .do('mine', async (ports) => [...(await ports.registrations.mine())])
      .do('me', (ports) => ports.me())
      .say('found', {
        key: 'status-found',
        when: ({ found }) => found !== null,
        args: ({ found }, language) => ({
          view: found === null ? '' : statusText(found, counter, language, t('status-next-elsewhere')),
        }),
        choices: ({ found, mine, me }) =>
          nextSteps(
            mine.filter(({ id }) => id === found?.id),
            me,
          ),
      })
      .say('none', {
        key: 'status-none',
        when: ({ found }) => found === null,
        choices: () => [
          { id: '/status-other', label: t('button-try-again') },
          { id: '/registration', label: t('button-register') },
          { id: '/human', label: t('button-human') },
        ],
      })
  )
}

// What is to be done with an approved registration; it depends on the account.
function nextFor({ state }: Me): Text {
  if (state === 'approved') return t('status-next-activate')
  return state === 'logged-in' ? t('status-next-nothing') : t('status-next-login')
}

// The newest one; where several people's are under way here, each with the name that it is in.
function statusTexts(views: readonly RegistrationView[], counter: Counter, language: Language, me: Me): Text {
  const [newest] = views
  if (newest === undefined) return ''
  if (newest.whose === null) return statusText(newest, counter, language, nextFor(me))
  const each = views.slice(0, SHOWN).map((view) => statusText(view, counter, language, t('status-next-elsewhere')))
  return { lines: each.flatMap((text, i) => (i === 0 ? [text] : ['', text])) }
}

function statusText(view: RegistrationView, { agency }: Counter, language: Language, next: Text): Text {
  const when = (at: number) => formatDateTime(at, agency.zone, language)
  const lines: Text[] = [t(`status-is-${view.status}`, { number: view.number, submitted: when(view.submittedAt) })]
  if (view.whose !== null) lines.push(t('status-whose', { whose: view.whose }))
  if (view.place !== null)
    lines.push(t('status-place', { place: view.place, promised: when(view.promisedAt), usual: usualTime(agency) }))
  if (view.status === 'approved') lines.push(next)
  if (view.reason !== null)
    lines.push(t('status-reason', { reason: t(`reason-${view.reason}`), fix: t(`reason-${view.reason}-fix`) }))
  if (view.note !== null) lines.push(t('status-note', { note: view.note }))
  return { lines }
}

// The newest request of each kind.
function requestsText(requests: readonly RequestView[], { agency }: Counter, language: Language): Text {
  const newest = (['correction', 'phone'] as const).flatMap((kind) => requests.find((one) => one.kind === kind) ?? [])
  const when = (at: number) => formatDateTime(at, agency.zone, language)
  return {
    lines: newest.flatMap(({ kind, number, status, submittedAt, promisedAt, reason, note }): Text[] => [
      t('request-status', { kind, number, status, submitted: when(submittedAt), promised: when(promisedAt) }),
      ...(reason === null && note === null ? [] : [why({ reason, note })]),
    ]),
  }
}

/** What may be done next with a registration that stands so. */
function nextSteps(views: readonly RegistrationView[], { state }: Me): Choice[] {
  const next: Choice[] = []
  const stands = (...states: readonly RegistrationView['status'][]) =>
    views.slice(0, views[0]?.whose === null ? 1 : SHOWN).some(({ status: is }) => states.includes(is))
  if (stands('repair', 'rejected')) next.push({ id: '/repair', label: t('button-repair') })
  if (stands('approved') && state === 'approved') next.push({ id: '/activation', label: t('button-activate') })
  if (stands('approved') && state === 'active') next.push({ id: '/login', label: t('button-login') })
  return [...next, { id: '/menu', label: t('engine-menu') }]
}
