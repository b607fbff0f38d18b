import { formatDateTime } from '../calendar/format.ts'
import type { Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import { captcha } from '../fields/captcha.ts'
import { document } from '../fields/document.ts'
import { handedSheets } from '../fields/document-value.ts'
import { kk } from '../fields/kk.ts'
import { name } from '../fields/name.ts'
import { nik } from '../fields/nik.ts'
import { phone } from '../fields/phone.ts'
import { documentOptions } from '../form-fields.ts'
import type { Ports } from '../ports.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** What the photo is compared with. */
const COMPARED = { typed: { nik: 'nik', name: 'name' }, revisable: ['nik', 'name'] }

/**
 * The way back for whoever has lost the registered number: from any chat, without login, decided by an officer. What is
 * said is the same whether anybody has that NIK or not (docs/decisions/0012).
 */
export function lostPhone({ agency }: Counter): Flow<Ports> {
  const { nudgeMinutes, draftHours, expireDays } = agency.idle
  return flow<Ports>('lost-phone', {
    version: 1,
    title: 'lost-phone-title',
    words: [
      'hp hilang',
      'hp saya hilang',
      'nomor hilang',
      'nomor saya hilang',
      'nomor lama hilang',
      'nomor lama tidak aktif',
      'nomor lama sudah tidak aktif',
      'nomor tidak aktif',
      'nomor hangus',
      'hp dicuri',
      'lost phone',
      'lost number',
      'lost my number',
    ],
    form: { nudge: nudgeMinutes * MINUTE, draft: draftHours * HOUR, expire: expireDays * DAY },
  })
    .do('may', (ports) => ports.requests.mayReport())
    .say('own-chat', {
      when: ({ may }) => may === 'own-chat',
      choices: () => [
        { id: '/change-phone', label: t('menu-change-phone') },
        { id: '/human', label: t('button-human') },
      ],
    })
    .say('too-many', { when: ({ may }) => may === 'too-many', choices: () => [{ id: '/human', label: t('button-human') }] })
    .end('not-here', { when: ({ may }) => may !== 'yes' })
    .say('intro', { args: () => ({ agency: agency.name }) })
    .ask('nik', nik())
    .ask('name', name())
    .ask('kk', kk({ nik: 'nik' }))
    .ask('phone', phone())
    .do('proof', (ports) => ports.drafts.noteProof())
    .ask('photo', document(documentOptions(agency, slotOfRequests(agency), 'photo', COMPARED)))
    .review('review')
    .ask('sum', captcha(), { passing: true })
    .do('sent', (ports, { nik, name, kk, phone, photo }) =>
      ports.requests.reportLost({ nik, name, kk, phone, sheets: handedSheets(photo) }),
    )
    .say('done', {
      args: ({ sent }, language) => ({
        outcome: sent.outcome,
        number: 'number' in sent ? sent.number : '',
        promised: 'promisedAt' in sent ? formatDateTime(sent.promisedAt, agency.zone, language) : '',
      }),
      choices: () => [
        { id: '/status', label: t('button-status') },
        { id: '/menu', label: t('engine-menu') },
      ],
    })
}

/** Whoever still has the old phone stops a report of it as lost. */
export function stopReplacement(): Flow<Ports> {
  return flow<Ports>('stop-replacement', {
    version: 1,
    title: 'stop-replacement-title',
    words: ['hentikan permintaan', 'bukan saya yang minta', 'stop the request', 'i did not ask'],
  })
    .do('stopped', (ports) => ports.requests.contest())
    .say('stopped', {
      when: ({ stopped }) => stopped,
      choices: () => [
        { id: '/human', label: t('button-human') },
        { id: '/menu', label: t('engine-menu') },
      ],
    })
    .say('nothing', {
      when: ({ stopped }) => !stopped,
      choices: () => [
        { id: '/human', label: t('button-human') },
        { id: '/menu', label: t('engine-menu') },
      ],
    })
}

function slotOfRequests({ registration, requests }: Counter['agency']): string {
  const question = registration.fields.find(({ id }) => id === requests.document)
  if (question?.field !== 'document') throw new Error(`no document question ${requests.document}`)
  return question.slot
}
