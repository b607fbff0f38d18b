import type { Engine } from '../flows/engine/engine.ts'
import type { Clock, Ports, Random } from '../flows/ports.ts'
import { password } from '../flows/fields/password.ts'
import type { Tx } from '../storage/database.ts'
import { appendAudit } from '../storage/audit.ts'
import { activateAccount } from '../storage/domain/activation.ts'
import { deciderHere } from '../storage/domain/officers.ts'
import { firstPassword, setFirstPassword } from '../storage/domain/passwords.ts'
import type { DomainParts } from '../storage/domain/scope.ts'
import { countTry, issueLink, openLink, useLink, type OpenedLink } from '../storage/links.ts'
import type { UnitOfWork } from '../storage/unit-of-work.ts'
import { FileUnavailable, type FileVault } from '../storage/vault/files.ts'
import type { Sealer } from '../storage/vault/seal.ts'
import type { LoadedAgency } from './agencies.ts'
import { resetPassword } from './reset-desk.ts'
import { pageAnswer, pageQuestion, type AnswerParts } from './answer-desk.ts'
import type { AnswerOutcome, PageAgency, PageDesk, PagePorts } from './web/pages/page-ports.ts'

/** How long the page for a first password stays open. */
const PASSWORD_MINUTES = 30

/** What the pages behind links are served from. */
export interface PageDeskParts {
  readonly counter: LoadedAgency
  readonly domain: DomainParts
  readonly engine: Engine<Ports>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly random: Random
  readonly sealer: Sealer
  readonly vault: Pick<FileVault, 'read'>
  /** a page may have left an event for a conversation */
  changed(): void
}

/** The installation as the pages behind links see it. */
export function pageDesk(parts: PageDeskParts): PagePorts {
  const { counter, domain, engine, unitOfWork, clock, random, sealer, vault, changed } = parts
  const { agency, texts } = counter
  const house: PageAgency = { name: agency.name, office: agency.office, texts, tries: agency.lockout.tries }
  const answers: AnswerParts = {
    engine,
    store: domain.store,
    env: (language, now) => ({
      now,
      language,
      random: () => random.number(),
      seal: (secret) => sealer.seal(secret, 'secret').toString('base64'),
      fingerprint: (secret) => sealer.index(secret, 'secret'),
    }),
  }
  const desk = (tx: Tx): PageDesk => ({
    open: (token) => openLink(tx, token, clock.now()),
    countTry: (link, limit) => countTry(tx, link, limit, clock.now()),
    use: (link) => useLink(tx, link, clock.now()),
    language: async (conversation) => (await domain.store.session(tx, conversation))?.session.head.language ?? 'id',
    activate: (account, motherName, sumIsRight) => activateAccount(tx, domain, account, motherName, sumIsRight, clock.now()),
    needsPassword: async (account) => (await firstPassword(tx, domain, account)) !== null,
    passwordLink: ({ subject, conversation }: OpenedLink) => passwordLink(tx, subject, conversation),
    makePassword: (account, text) => makePassword(tx, account, text),
    resetPassword: (link, typed) => resetPassword(tx, domain, answers.env('id', clock.now()), link, typed),
    handOver: (link) => handOver(tx, link),
    question: (place) => pageQuestion(answers, tx, place),
    answer: (place, text) => pageAnswer(answers, tx, place, text, clock.now()),
  })
  async function passwordLink(tx: Tx, subject: string, conversation: number | null): Promise<string> {
    const link = { purpose: 'password', agency: agency.id, subject, conversation, minutes: PASSWORD_MINUTES }
    return `/l/${await issueLink(tx, domain, link, clock.now())}`
  }

  async function handOver(tx: Tx, { id, subject, conversation, data }: OpenedLink): Promise<boolean> {
    const officer = conversation === null ? null : await deciderHere({ tx, agency, conversation })
    if (officer === null || !(await useLink(tx, id, clock.now()))) return false
    const entry = { agency: agency.id, actor: `officer:${officer.id}`, action: 'file.original-opened', subject }
    await appendAudit(tx, { ...entry, detail: { task: data['task'] ?? null } }, clock.now())
    return true
  }

  async function makePassword(tx: Tx, account: string, text: string): Promise<AnswerOutcome> {
    const about = await firstPassword(tx, domain, account)
    if (about === null) return { ok: false, late: true }
    const field = password({ words: [...about, agency.name, agency.office] })
    const context = { env: answers.env('id', clock.now()), language: 'id', answers: {} } as const
    const reading = field.read({ kind: 'text', text }, context, null)
    if (reading.is === 'problem') return { ok: false, problem: reading.problem }
    if (reading.is !== 'value') throw new Error('a password is read at once')
    const isKept = await setFirstPassword(tx, domain, account, reading.value.sealed, clock.now())
    return isKept ? { ok: true } : { ok: false, late: true }
  }

  return {
    clock,
    random,
    sealer,
    transact: async (work) => {
      const result = await unitOfWork.run((tx) => work(desk(tx)))
      changed()
      return result
    },
    readFile: async (id) => {
      try {
        return await vault.read(unitOfWork, id)
      } catch (error) {
        if (error instanceof FileUnavailable) return undefined
        throw error
      }
    },
    agency: (id) => (id === agency.id ? house : undefined),
    house,
  }
}
