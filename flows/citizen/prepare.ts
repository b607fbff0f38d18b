import { exampleId, type Agency } from '../agency.ts'
import { namesOf, type Counter } from '../counter.ts'
import { flow, type Flow } from '../engine/flow.ts'
import type { JsonObject } from '../engine/json.ts'
import type { Choice, SentFile } from '../engine/reply.ts'
import { t } from '../engine/text.ts'
import { choice, type ChoiceOption } from '../fields/choice.ts'
import { confirm } from '../fields/confirm.ts'
import type { Me, Ports } from '../ports.ts'
import type { Modes } from '../ports/modes.ts'
import type { PreparedFile } from '../ports/prepared-documents.ts'
import { mayApplyFor, servicesFor } from './mode-rules.ts'
import { documentOf, documentRow, documentsOf, fileText } from './service-documents.ts'

const MENU: Choice = { id: '/menu', label: t('engine-menu') }
/** The choice that ends the list. */
const DONE = 'done'

/**
 * Siapkan dokumen: the documents of a service with what is there of each (guide C.1.b: SIN-128, SIN-130, SIN-146). They are
 * kept for the person and the service; nothing is handed in. `arg` is the service, where it is known already.
 */
export function prepare(counter: Counter): Flow<Ports> {
  const { agency } = counter
  return flow<Ports, { readonly arg?: string }>('prepare', {
    version: 1,
    title: 'prepare-title',
    words: [
      'siapkan dokumen',
      'menyiapkan dokumen',
      'dokumen saya',
      'unggah dokumen',
      'upload dokumen',
      'tambah dokumen',
      'data dukung',
      'prepare documents',
      'my documents',
    ],
  })
    .do('me', (ports) => ports.me())
    .say('login-first', {
      when: ({ me }) => me.state !== 'logged-in',
      choices: () => [
        { id: '/login:prepare', label: t('button-login') },
        { id: '/registration', label: t('button-register') },
      ],
    })
    .end('outside', { when: ({ me }) => me.state !== 'logged-in' })
    .ask(
      'service',
      choice({ options: ({ me }) => servicesFor(agency, (me as Modes).group).map(serviceOption), dependsOn: ['me'] }),
      { when: ({ me, arg = '' }) => !mayApplyFor(arg, agency, me.group) },
    )
    .do('chosen', (_ports, { service, arg = '' }) => Promise.resolve(service ?? arg))
    .say('nothing', {
      when: ({ chosen }) => documentsOf(agency, chosen).length === 0,
      args: ({ chosen }) => ({ service: t(`service-${chosen}`) }),
      choices: () => [{ id: '/requirements', label: t('menu-requirements') }, MENU],
    })
    .end('no-documents', { when: ({ chosen }) => documentsOf(agency, chosen).length === 0 })
    .do('files', async (ports, { chosen }) => (await ports.preparedDocuments.of(chosen)) ?? [])
    .ask('document', choice({ options: ({ chosen }) => documentOptionsOf(chosen as string), dependsOn: ['chosen'] }), {
      args: ({ chosen, files }) => ({
        service: t(`service-${chosen}`),
        list: { lines: documentsOf(agency, chosen).map((one) => documentRow(one, files)) },
      }),
    })
    .goto('open', ['prepared-document'], ({ chosen, document }) => to('prepared-document', chosen, document), {
      when: ({ document }) => document !== DONE,
    })
    .say('done', {
      args: ({ chosen, files }) => ({
        service: t(`service-${chosen}`),
        missing: { lines: missing(agency, chosen, files) },
        left: missing(agency, chosen, files).length,
        instead: t('agency-applications-closed'),
      }),
      choices: () => [{ id: '/applications', label: t('menu-applications') }, MENU],
    })

  function serviceOption({ id, label, prefix }: Agency['services'][number]): ChoiceOption {
    return { id, label: t(label), words: [id.replaceAll('-', ' '), prefix, ...namesOf(counter, t(label))] }
  }

  function documentOptionsOf(service: string): ChoiceOption[] {
    return [
      ...documentsOf(agency, service).map(({ slot: { slot, label } }) => ({
        id: slot,
        label: t(label),
        words: [slot.replaceAll('-', ' '), ...namesOf(counter, t(label))],
      })),
      { id: DONE, label: t('prepare-finish'), words: ['selesai', 'sudah', 'cukup', 'itu saja', 'finished'] },
    ]
  }
}

/** One document of a service: its example, its files, and what can be done with them (SIN-129, SIN-131, SIN-146 to SIN-148). */
export function preparedDocument({ agency }: Counter): Flow<Ports> {
  return flow<Ports, { readonly service?: string; readonly slot?: string }>('prepared-document', {
    version: 1,
    title: 'prepare-title',
  })
    .do('me', (ports) => ports.me())
    .goto('begin', ['prepare'], () => ({ flow: 'prepare', params: {} }), {
      when: ({ me, service = '', slot = '' }) => isOutside(me) || documentOf(agency, service, slot) === undefined,
    })
    .do('files', async (ports, { service = '', slot }) => {
      const found = (await ports.preparedDocuments.of(service)) ?? []
      return found.filter((file) => file.slot === slot)
    })
    .do('example', (_ports, { service = '', slot = '' }) =>
      Promise.resolve(documentOf(agency, service, slot)?.slot.example ?? null),
    )
    .ask(
      'action',
      choice({
        options: ({ files, example }) => actions(files as readonly PreparedFile[], example !== null),
        dependsOn: ['files', 'example'],
      }),
      {
        args: ({ service = '', slot = '', files }) => {
          const wanted = documentOf(agency, service, slot)
          return { service: t(`service-${service}`), row: wanted === undefined ? '' : documentRow(wanted, files) }
        },
      },
    )
    .send('picture', ({ action, files }) => picturesOf(chosenFile('view', action, files)))
    .send('sample', ({ action, slot = '', example }) =>
      action === 'example' && example !== null ? { file: exampleId(slot), name: example } : null,
    )
    .ask('sure', confirm(), {
      when: ({ action, files }) => chosenFile('delete', action, files) !== undefined,
      args: ({ action, files }) => {
        const file = chosenFile('delete', action, files)
        return { file: file === undefined ? '' : fileText(file) }
      },
    })
    .do('removed', (ports, { action, files }) => ports.preparedDocuments.remove(chosenFile('delete', action, files)?.id ?? ''), {
      when: ({ sure }) => sure === true,
    })
    .say('erased', { when: ({ removed }) => removed === true })
    .say('left', { when: ({ sure }) => sure === false })
    .goto('add', ['add-document'], ({ service = '', slot = '' }) => to('add-document', service, slot), {
      when: ({ action }) => action === 'add',
    })
    .goto('list', ['prepare'], ({ service = '' }) => ({ flow: 'prepare', params: { arg: service } }), {
      when: ({ action }) => action === 'list',
    })
    .goto('again', ['prepared-document'], ({ service = '', slot = '' }) => to('prepared-document', service, slot))
}

function to(next: string, service: string, slot: string): { flow: string; params: JsonObject } {
  return { flow: next, params: { service, slot } }
}

function isOutside(me: Me): boolean {
  return me.state !== 'logged-in'
}

// What is wajib and not there yet.
function missing(agency: Agency, service: string, files: readonly PreparedFile[]) {
  return documentsOf(agency, service)
    .filter(({ slot, required }) => required && !files.some((file) => file.slot === slot.slot))
    .map(({ slot }) => t('prepare-missing', { document: t(slot.label) }))
}

// What can be done; files are counted as they are listed. Of a single one there is nothing to count.
function actions(files: readonly PreparedFile[], hasExample: boolean): ChoiceOption[] {
  const many = files.length
  return [
    {
      id: 'add',
      label: t('prepare-add'),
      words: ['tambah', 'tambah file', 'tambah dokumen', 'upload', 'unggah', 'add', 'add a file'],
    },
    ...(hasExample
      ? [
          {
            id: 'example',
            label: t('prepare-example'),
            words: ['lihat contoh', 'contoh', 'contoh file', 'see example', 'example'],
          },
        ]
      : []),
    { id: 'list', label: t('prepare-list'), words: ['daftar dokumen', 'dokumen lain', 'list', 'other documents'] },
    ...files.flatMap((_file, i) => [
      {
        id: `view-${i + 1}`,
        label: t('prepare-view', { n: i + 1, many }),
        words: counted(['lihat', 'lihat besar', 'view'], i, many),
      },
      {
        id: `delete-${i + 1}`,
        label: t('prepare-delete', { n: i + 1, many }),
        words: counted(['hapus', 'delete', 'remove'], i, many),
      },
    ]),
  ]
}

function counted(words: readonly string[], place: number, many: number): string[] {
  return [...(many === 1 ? words : []), ...words.map((word) => `${word} ${place + 1}`)]
}

function chosenFile(what: 'view' | 'delete', action: string, files: readonly PreparedFile[]): PreparedFile | undefined {
  const place = new RegExp(`^${what}-(\\d+)$`).exec(action)?.[1]
  return place === undefined ? undefined : files[Number(place) - 1]
}

function picturesOf(file: PreparedFile | undefined): readonly SentFile[] | null {
  if (file === undefined) return null
  const name = file.name ?? `${file.slot}.jpg`
  return [file.file, ...file.pages].map((one) => ({ file: one, name }))
}
