import { z } from 'zod'
import type { Counter } from '../counter.ts'
import type { Flow } from '../engine/flow.ts'
import { t } from '../engine/text.ts'
import type { Ports } from '../ports.ts'
import { ownData, provenSubject } from './own-data.ts'

/** What the job `data-copy` answers: ids of the files; null when there is nobody any more. */
const files = z.object({ page: z.string(), json: z.string() }).nullable()

/** DATA SAYA: a copy of everything that is kept about a person, as files in the chat (UU 27/2022 article 7). */
export function myData({ agency }: Counter): Flow<Ports> {
  return ownData('my-data', [
    'data saya',
    'salinan data',
    'salinan data saya',
    'minta data saya',
    'unduh data',
    'my data',
    'copy of my data',
    'download my data',
  ])
    .do('may', (ports, answers) => ports.privacy.mayCopy(provenSubject(answers)))
    .say('enough', {
      when: ({ may }) => may === 'enough',
      choices: () => [{ id: '/human', label: t('button-human') }],
    })
    .say('logged-out', {
      when: ({ may }) => may === 'logged-out',
      choices: () => [{ id: '/login:my-data', label: t('button-login') }],
    })
    .end('not-now', { when: ({ may }) => may !== 'yes' })
    .job('copy', 'data-copy', (answers) => ({ ...provenSubject(answers) }), { meanwhile: 'my-data-working', outcome: files })
    .say('trouble', {
      when: ({ copy }) => copy === null,
      choices: () => [{ id: '/human', label: t('button-human') }],
    })
    .end('without', { when: ({ copy }) => copy === null })
    .send('page', ({ copy }) => (copy === null ? null : { file: copy.page, name: `data-saya-${agency.id}.html` }), {
      caption: 'my-data-page',
      about: ({ copy }) => copy?.page ?? '',
    })
    .send('json', ({ copy }) => (copy === null ? null : { file: copy.json, name: `data-saya-${agency.id}.json` }), {
      caption: 'my-data-json',
      about: ({ copy }) => copy?.page ?? '',
    })
    .say('done', {
      choices: () => [
        { id: '/repair', label: t('button-repair') },
        { id: '/erase-account', label: t('button-erase-account') },
        { id: '/menu', label: t('engine-menu') },
      ],
    })
}
