import { z } from 'zod'
import { flow, type Flow } from '../engine/flow.ts'
import type { JsonObject } from '../engine/json.ts'
import type { Choice } from '../engine/reply.ts'
import { t } from '../engine/text.ts'
import { nik } from '../fields/nik.ts'
import { plainText } from '../fields/plain-text.ts'
import type { Ports } from '../ports.ts'
import type { DataSubject } from '../ports/privacy.ts'

/** The argument of a button for those whose account is another one's: what was handed in here is meant. */
const BY_NUMBER = 'number'

const proven = z.object({ subject: z.object({ person: z.string(), chat: z.number().nullable() }) })

/**
 * Proves that a registration handed in in this chat is one's own: its number and the NIK together, as for its status.
 * Its answer `subject` is whose data are meant, or null.
 */
export function proveRegistration(): Flow<Ports> {
  return flow<Ports>('prove-registration', { version: 1, title: 'prove-registration-title' })
    .ask('number', plainText({ min: 1, max: 40 }), { help: 'prove-registration-number-help' })
    .ask('nik', nik(), { help: 'registration-nik-help' })
    .do('subject', (ports, { number, nik: typed }) => ports.privacy.applicant(number, typed))
    .say('wrong', {
      when: ({ subject }) => subject === null,
      choices: () => [
        { id: '/status', label: t('button-status') },
        { id: '/human', label: t('button-human') },
      ],
    })
}

/** The beginning of every flow about one's own data: who asks, by login, or by number and NIK where there is none. */
export function ownData(id: string, words: readonly string[]) {
  return flow<Ports, { readonly arg?: string }>(id, { version: 1, title: `${id}-title`, words })
    .do('asked', async (ports, { arg }) => {
      const asked = await ports.privacy.proof()
      return arg === BY_NUMBER && asked !== 'nothing' ? 'number' : asked
    })
    .say('login-first', {
      key: 'own-data-login-first',
      when: ({ asked }) => asked === 'login' || asked === 'nothing',
      choices: ({ asked }) => loginChoices(id, asked),
    })
    .end('not-yet', { when: ({ asked }) => asked === 'login' || asked === 'nothing' })
    .do('session', (ports) => ports.privacy.loggedIn(), { when: ({ asked }) => asked === 'session' })
    .say('prove', { key: 'own-data-prove', when: ({ asked }) => asked === 'number' })
    .call('proof', 'prove-registration', () => ({}), { when: ({ asked }) => asked === 'number' })
    .end('not-proven', { when: (answers) => subjectIn(answers) === null })
}

/** Whose data are meant, once it is proven. */
export function subjectIn({
  session,
  proof,
}: {
  readonly session?: DataSubject | null
  readonly proof?: JsonObject
}): DataSubject | null {
  const found = proven.safeParse(proof)
  return session ?? (found.success ? found.data.subject : null)
}

/** The same where it is certain: after `not-proven`. Fails otherwise. */
export function provenSubject(answers: Parameters<typeof subjectIn>[0]): DataSubject {
  const subject = subjectIn(answers)
  if (subject === null) throw new Error('nobody has proven who asks')
  return subject
}

function loginChoices(id: string, asked: string): Choice[] {
  const login = { id: `/login:${id}`, label: t('button-login') }
  return asked === 'login'
    ? [login, { id: `/${id}:${BY_NUMBER}`, label: t('button-by-number') }]
    : [login, { id: '/registration', label: t('button-register') }]
}
