import type { Counter } from '../counter.ts'
import { formatDate } from '../calendar/format.ts'
import { isoDate, localDay } from '../calendar/local-day.ts'
import { flow, type Flow, type FlowBuilder } from '../engine/flow.ts'
import type { Json } from '../engine/json.ts'
import { t } from '../engine/text.ts'
import { shownDate } from '../fields/calendar.ts'
import { document } from '../fields/document.ts'
import { namedTypes } from '../fields/document-file.ts'
import { readStored, sheetsOf, type Sheet } from '../fields/document-value.ts'
import { fileDetails } from '../fields/file-details.ts'
import { withUploadHelp } from '../fields/with-upload-help.ts'
import { documentOptions } from '../form-fields.ts'
import type { Ports } from '../ports.ts'
import { documentOf } from './service-documents.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** The last page number that can be given. */
const LAST_PAGE = 99
const HELP = { text: t('add-document-see-help'), choice: { id: '/upload-help', label: t('button-upload-help') } }

type Answers = { readonly [id: string]: Json }

/**
 * Adds a file to a document of a service: an earlier one of the same kind, which is the default where there is one, or a new
 * one; then its date, page and note in one message (guide C.1.b.4: SIN-131, SIN-133 to SIN-145).
 */
export function addDocument({ agency }: Counter): Flow<Ports> {
  const { nudgeMinutes, draftHours, expireDays } = agency.idle
  const start = flow<Ports, { readonly service?: string; readonly slot?: string }>('add-document', {
    version: 1,
    title: 'add-document-title',
    form: { nudge: nudgeMinutes * MINUTE, draft: draftHours * HOUR, expire: expireDays * DAY },
  })
    .do('own', (ports) => ports.modes.applicant())
    .goto('begin', ['prepare'], () => ({ flow: 'prepare', params: {} }), {
      when: ({ own, service = '', slot = '' }) => own === null || documentOf(agency, service, slot) === undefined,
    })
    .do('there', async (ports, { service = '', slot }) => {
      const files = (await ports.preparedDocuments.of(service)) ?? []
      return files.filter((file) => file.slot === slot).map(({ file, page }) => ({ file, page }))
    })
    .do('earlier', async (ports, { slot = '', there }, { language }) => {
      const found = await ports.documents.earlier(slot, null)
      return found
        .filter(({ file }) => !there.some((one) => one.file === file))
        .map(({ at, date, name, ...file }) => ({
          ...file,
          name: name ?? `${slot}.jpg`,
          date: date === null ? formatDate(at, agency.zone, language) : shownDate(date),
        }))
    })
    .say('head', {
      args: ({ own, service = '', slot = '' }) => ({
        service: t(`service-${service}`),
        document: t(`document-${slot}`),
        nik: own?.nik ?? '',
        name: own?.name ?? '',
      }),
    })
  return asked(
    start,
    agency.documents.map(({ slot }) => slot),
  )
    .do('defaults', (_ports, answers, { now }) =>
      Promise.resolve({
        date: isoDate(localDay(now, agency.zone)),
        page: Math.min(LAST_PAGE, 1 + Math.max(0, ...answers.there.map(({ page }) => page))),
        files: Math.max(1, sent(answers).length),
      }),
    )
    .ask('details', fileDetails('defaults'), { prompt: 'field-details' })
    .do('kept', (ports, answers) => {
      const { service = '', slot = '', details } = answers
      const files = sent(answers).map(({ file, name }) => ({ file, name: name ?? null }))
      return ports.preparedDocuments.keep({ service, slot, files, ...details })
    })
    .say('saved', {
      when: ({ kept }) => kept === 'kept',
      args: ({ service = '', slot = '' }) => ({
        service: t(`service-${service}`),
        document: t(`document-${slot}`),
        days: agency.privacy.preparedDays,
      }),
    })
    .say('full', { when: ({ kept }) => kept === 'full' })
    .say('not-saved', { when: ({ kept }) => kept === 'gone', choices: () => [HELP.choice] })
    .say('logged-out', {
      when: ({ kept }) => kept === 'logged-out',
      choices: () => [{ id: '/login:prepare', label: t('button-login') }],
    })
    .goto('list', ['prepare'], ({ service = '' }) => ({ flow: 'prepare', params: { arg: service } }), {
      when: ({ kept }) => kept === 'kept',
    })
    .goto(
      'back',
      ['prepared-document'],
      ({ service = '', slot = '' }) => ({ flow: 'prepared-document', params: { service, slot } }),
      {
        when: ({ kept }) => kept === 'full' || kept === 'gone',
      },
    )

  // What a document may be is fixed when its question is asked: so each has one of its own.
  function asked<A extends { readonly slot?: string }>(form: FlowBuilder<Ports, A>, slots: readonly string[]) {
    let rest: FlowBuilder<Ports, A> = form
    for (const slot of slots) {
      const options = documentOptions(agency, slot, questionFor(slot), { earlier: 'earlier' })
      rest = rest.ask(questionFor(slot), withUploadHelp(document(options), HELP), {
        prompt: 'add-document-file',
        when: (answers) => answers.slot === slot,
        args: () => ({ document: t(`document-${slot}`), types: namedTypes(options.rules.types) }),
      })
    }
    return rest
  }
}

function questionFor(slot: string): string {
  return `file-${slot}`
}

function sent(answers: Answers | { readonly slot?: string }): readonly Sheet[] {
  const { slot } = answers
  const kept = readStored((answers as Answers)[questionFor(typeof slot === 'string' ? slot : '')])
  return kept === undefined ? [] : sheetsOf(kept)
}
