import { z } from 'zod'
import { flow, type Flow, type Idle } from '../../flows/engine/flow.ts'
import { t } from '../../flows/engine/text.ts'
import { captcha } from '../../flows/fields/captcha.ts'
import { choice } from '../../flows/fields/choice.ts'
import { confirm } from '../../flows/fields/confirm.ts'
import { consent } from '../../flows/fields/consent.ts'
import { document } from '../../flows/fields/document.ts'
import { email } from '../../flows/fields/email.ts'
import { name } from '../../flows/fields/name.ts'
import { nik } from '../../flows/fields/nik.ts'
import { password, passwordAgain } from '../../flows/fields/password.ts'
import { plainText } from '../../flows/fields/plain-text.ts'
import { region } from '../../flows/fields/region.ts'
import { asking } from '../fields/documents.ts'
import { smallDirectory } from '../fields/small-directory.ts'
import { DAY, HOUR, MINUTE, World } from './world.ts'

/** What the small flows ask of the world. */
export interface SmallPorts {
  lookUp(id: string): Promise<string | null>
  submit(what: string): Promise<string>
}

export const idle: Idle = { nudge: 30 * MINUTE, draft: 6 * HOUR, expire: 7 * DAY }

/** A menu whose entries are flows of the same names. */
export function home(...entries: string[]): Flow<SmallPorts> {
  return flow<SmallPorts>('home', { version: 1, title: 'home-title', words: ['menu', 'halo'] })
    .ask('pick', choice({ options: entries.map((id) => ({ id, label: `Buka ${id}`, words: [id] })) }))
    .goto('go', entries, ({ pick }) => ({ flow: pick }))
}

/** Leads to a human, in one message. */
export const human: Flow<SmallPorts> = flow<SmallPorts>('human', {
  version: 1,
  title: 'human-title',
  words: ['petugas', 'hubungi petugas'],
}).say('how')

/** Asks two things that are no form's, then tells. */
export const status: Flow<SmallPorts> = flow<SmallPorts>('status', {
  version: 1,
  title: 'status-title',
  words: ['status', 'cek status'],
})
  .ask('number', plainText({ min: 3, max: 30 }))
  .do('found', (ports, { number }) => ports.lookUp(number))
  .say('found', { when: ({ found }) => found !== null, args: ({ found }) => ({ found: found ?? '' }) })
  .say('none', { when: ({ found }) => found === null })

/** Says one thing, from outside. */
export const news: Flow<SmallPorts> = flow<SmallPorts, { readonly text: string }>('news', {
  version: 1,
  title: 'news-title',
}).say('text', { args: ({ text }) => ({ text }), about: ({ text }) => text })

/** Asks something, from outside. */
export const survey: Flow<SmallPorts> = flow<SmallPorts>('survey', { version: 1, title: 'survey-title' })
  .ask('happy', confirm())
  .say('thanks')

/** A form with fields of every kind that the engine treats in its own way. */
export const form: Flow<SmallPorts> = flow<SmallPorts>('form', {
  version: 1,
  title: 'form-title',
  words: ['daftar', 'pendaftaran'],
  form: idle,
})
  .say('welcome')
  .ask('consent', consent())
  .say('declined', { when: ({ consent: said }) => !said.given })
  .end('no-consent', { when: ({ consent: said }) => !said.given })
  .ask('name', name(), { help: 'form-name-help' })
  .ask('married', confirm())
  .ask('spouse', name(), { when: ({ married }) => married })
  .ask('province', region(smallDirectory, 'province'))
  .ask('regency', region(smallDirectory, 'regency', { within: 'province' }), {
    when: ({ province }) => province.code === '33',
  })
  .ask('note', plainText({ min: 3, max: 100 }), { optional: true })
  .ask('photo', document(asking()))
  .ask('secret', password(), { entry: 'secure-page' })
  .ask('again', passwordAgain('secret'))
  .review('review')
  .ask('sum', captcha(), { passing: true })
  .do('sent', (ports, { name: who }) => ports.submit(who))
  .say('done', { args: ({ sent }) => ({ number: sent }), choices: () => [{ id: '/status', label: t('button-status') }] })

/** A short form: two questions, a doubt and a contradiction, then the review. */
export const short: Flow<SmallPorts> = flow<SmallPorts>('short', {
  version: 1,
  title: 'short-title',
  words: ['singkat'],
  form: idle,
})
  .ask('nik', nik(), { help: 'short-nik-help' })
  .ask('age', plainText({ min: 1, max: 20 }), {
    check: (age) => (age === '200' ? t('short-age-impossible') : undefined),
    doubt: (age) => (age === '120' ? t('short-age-old') : undefined),
  })
  .ask('email', email())
  .review('review')
  .do('sent', (ports, { nik: id }) => ports.submit(id))
  .say('done', { args: ({ sent }) => ({ number: sent }) })

/** Logs in: a job decides, a wrong answer leads back. */
export const login: Flow<SmallPorts> = flow<SmallPorts>('login', { version: 1, title: 'login-title', words: ['login', 'masuk'] })
  .ask('id', plainText({ min: 3, max: 30 }))
  .job('verdict', 'check', ({ id }) => ({ id }), {
    meanwhile: 'login-checking',
    outcome: z.object({ ok: z.boolean() }),
  })
  .say('trouble', { when: ({ verdict }) => verdict === null })
  .end('down', { when: ({ verdict }) => verdict === null })
  .say('wrong', { when: ({ verdict }) => verdict?.ok === false })
  .retry('once-more', 'id', ({ verdict }) => verdict?.ok === false)
  .say('welcome')

/** A form that has its address asked by another flow. */
export const parcel: Flow<SmallPorts> = flow<SmallPorts>('parcel', {
  version: 1,
  title: 'parcel-title',
  words: ['paket'],
  form: idle,
})
  .ask('sender', name())
  .call('to', 'address', ({ sender }) => ({ for: sender }))
  .ask('weight', plainText({ min: 1, max: 10 }))
  .review('review')
  .say('done', { args: ({ to }) => ({ street: typeof to['street'] === 'string' ? to['street'] : '' }) })

export const address: Flow<SmallPorts> = flow<SmallPorts, { readonly for: string }>('address', {
  version: 1,
  title: 'address-title',
})
  .ask('street', plainText({ min: 3, max: 50 }))
  .ask('house', plainText({ min: 1, max: 10 }))
  .say('wrong', { when: ({ house }) => house === '0' })
  .retry('again', 'house', ({ house }) => house === '0')

export const english: Flow<SmallPorts> = flow<SmallPorts>('language', { version: 1, title: 'language-title', words: ['english'] })
  .language('switch', () => 'en')
  .say('done')

export const enrol: Flow<SmallPorts> = flow<SmallPorts, { readonly arg: string }>('enrol', {
  version: 1,
  title: 'enrol-title',
  pattern: /^PTG-\d{4}$/i,
}).say('hello', { args: ({ arg }) => ({ arg }) })

export const smallFlows: readonly Flow<SmallPorts>[] = [
  home('form', 'short', 'status', 'login', 'parcel'),
  human,
  status,
  news,
  survey,
  form,
  short,
  login,
  parcel,
  address,
  english,
  enrol,
]
export const landmarks = { home: 'home', human: 'human' } as const

/** A conversation over the small flows, or over those given. */
export function smallWorld(flows: readonly Flow<SmallPorts>[] = smallFlows): World<SmallPorts> {
  const ports: SmallPorts = {
    lookUp: (id) => Promise.resolve(id.startsWith('REG') ? id : null),
    submit: (what) => Promise.resolve(`N-${what.length}`),
  }
  return new World(flows, landmarks, ports)
}
