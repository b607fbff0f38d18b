import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DestinationStream } from 'pino'
import { agenciesFolder, loadAgencies } from '../../bot/agencies.ts'
import { createLogger } from '../../bot/runtime/log.ts'
import { systemRandom } from '../../bot/runtime/random.ts'
import { systemScheduler } from '../../bot/runtime/scheduler.ts'
import { loadTexts } from '../../bot/texts.ts'
import { createMetrics } from '../../bot/web/metrics.ts'
import type { PageDesk, PagePorts, PageQuestion } from '../../bot/web/pages/page-ports.ts'
import { createServer, type ServerParts } from '../../bot/web/server.ts'
import type { Env, Field } from '../../flows/engine/field.ts'
import type { Language } from '../../flows/engine/text.ts'
import { password } from '../../flows/fields/password.ts'
import { createTexts } from '../../flows/text/texts.ts'
import type { JsonObject } from '../../flows/engine/json.ts'
import { openDatabase, type Tx } from '../../storage/database.ts'
import { Ids } from '../../storage/ids.ts'
import { countTry, issueLink, openLink, useLink } from '../../storage/links.ts'
import { migrate } from '../../storage/migrate.ts'
import { UnitOfWork } from '../../storage/unit-of-work.ts'
import { Sealer } from '../../storage/vault/seal.ts'

const conversation = 7
const account = 'ACC00000001'
const question = 'registration-password'
const common = loadTexts()
const [sintren] = loadAgencies(common, [], agenciesFolder)
if (sintren === undefined) throw new Error('there is no agency')
const { agency, texts } = sintren

/** What `openCounter` may be told. */
export interface CounterOptions {
  readonly language?: Language
  /** the field of the open question */
  readonly field?: Field
  readonly server?: Partial<ServerParts> & { readonly metricsAccess?: ServerParts['health']['metricsAccess'] }
  readonly destination?: DestinationStream
}

/**
 * The web server in front of a real database and the real links. Behind it one account that waits for its activation
 * (mother: Sri Lestari) and one form whose question `open` is open in conversation 7.
 */
export async function openCounter({ language = 'id', field = password(), server, destination }: CounterOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'loket-pages-'))
  const path = join(folder, 'loket.db')
  await migrate(path)
  const unitOfWork = new UnitOfWork(await openDatabase(path))
  const clock = { time: Date.UTC(2026, 4, 4, 5), now: () => clock.time }
  const sealer = new Sealer(Buffer.alloc(32, 7), systemRandom)
  const parts = { ids: new Ids(clock), random: systemRandom }
  const state = {
    account: 'approved' as 'approved' | 'active' | 'locked',
    bare: false,
    passwords: [] as { account: string; text: string }[],
    activations: [] as { account: string; mother: string; sumIsRight: boolean }[],
    open: 'password',
    answers: [] as { step: string; text: string }[],
    handedOver: [] as string[],
    files: new Map<string, Uint8Array>(),
    broken: undefined as Error | undefined,
    now: 'running' as ReturnType<ServerParts['health']['state']>,
  }
  const env = (): Env => ({
    now: clock.now(),
    language,
    random: () => systemRandom.number(),
    seal: (secret) => sealer.seal(secret, 'secret').toString('base64'),
    fingerprint: (secret) => sealer.index(secret, 'secret'),
  })
  const asked: PageQuestion = {
    type: field.type,
    secret: field.secret ?? false,
    prompt: { key: question },
    label: { key: `${question}-label` },
    help: { key: `${question}-help` },
  }
  const desk = (tx: Tx): PageDesk => ({
    open: (token) => openLink(tx, token, clock.now()),
    countTry: (link, limit) => countTry(tx, link, limit, clock.now()),
    use: (link) => useLink(tx, link, clock.now()),
    language: async () => language,
    async activate(whose, mother, sumIsRight) {
      if (state.broken !== undefined) throw state.broken
      state.activations.push({ account: whose, mother, sumIsRight })
      if (state.account === 'active') return 'none'
      if (state.account === 'locked') return 'locked'
      if (mother.toUpperCase() !== 'SRI LESTARI' || !sumIsRight) return 'wrong'
      state.account = 'active'
      return 'active'
    },
    needsPassword: async () => state.account === 'active' && state.bare,
    async passwordLink({ subject }) {
      const wanted = { purpose: 'password', agency: 'sintren', subject, conversation, minutes: 30 }
      return `/l/${await issueLink(tx, parts, wanted, clock.now())}`
    },
    async makePassword(whose, text) {
      if (!state.bare) return { ok: false, late: true }
      const reading = password().read({ kind: 'text', text }, { env: env(), language, answers: {} }, null)
      if (reading.is === 'problem') return { ok: false, problem: reading.problem }
      state.passwords.push({ account: whose, text })
      state.bare = false
      return { ok: true }
    },
    async resetPassword({ id }, { kk: typed, password: text }) {
      if (typed.replace(/\D/g, '').length !== 16) return { outcome: 'unreadable', problem: { key: 'field-kk-empty' } }
      if (typed.replace(/\D/g, '') !== '3326010112150002') {
        const left = await countTry(tx, id, 3, clock.now())
        return left === 0 ? { outcome: 'locked' } : { outcome: 'wrong', left }
      }
      const reading = password().read({ kind: 'text', text }, { env: env(), language, answers: {} }, null)
      if (reading.is === 'problem') return { outcome: 'weak', problem: reading.problem }
      if (!(await useLink(tx, id, clock.now()))) return { outcome: 'none' }
      state.passwords.push({ account, text })
      return { outcome: 'made' }
    },
    async handOver({ id, subject }) {
      if (!(await useLink(tx, id, clock.now()))) return false
      state.handedOver.push(subject)
      return true
    },
    question: async ({ frame, step }) => (frame === 1 && step === state.open ? asked : null),
    async answer({ step }, text) {
      if (step !== state.open) return { ok: false, late: true }
      const reading = field.read({ kind: 'text', text }, { env: env(), language, answers: {} }, null)
      if (reading.is !== 'value')
        return { ok: false, problem: reading.is === 'problem' ? reading.problem : { key: 'field-name-empty' } }
      state.answers.push({ step, text })
      state.open = 'next'
      return { ok: true }
    },
  })
  const ports: PagePorts = {
    clock,
    random: systemRandom,
    sealer,
    transact: (work) => unitOfWork.run((tx) => work(desk(tx))),
    readFile: async (id) => {
      const bytes = state.files.get(id)
      return bytes && { bytes, mime: 'application/pdf' }
    },
    agency: (id) => (id === 'sintren' ? { name: agency.name, office: agency.office, texts, tries: 3 } : undefined),
    house: { name: 'Loket', office: 'Layanan publik lewat chat', texts: createTexts(common) },
  }
  const log = createLogger({ level: 'debug', destination: destination ?? { write: () => undefined } })
  const metrics = createMetrics({
    depth: async () => ({ inbox: 1, outbox: 2, jobs: 3, setAside: 4, dead: 5 }),
    failed: (error) => log.error({ error }, 'the queues could not be counted'),
  })
  const { metricsAccess = 'anyone', ...rest } = server ?? {}
  const app = createServer({
    publicUrl: 'http://localhost:8420',
    trustedProxies: [],
    log,
    pages: ports,
    health: { unitOfWork, scheduler: systemScheduler, registry: metrics.registry, state: () => state.now, metricsAccess },
    ...rest,
  })
  const link = async (purpose: string, more: { minutes?: number; subject?: string; data?: JsonObject; agency?: string } = {}) => {
    const { minutes = 60, subject = purpose === 'activation' ? account : 'password', data = {}, agency: whose = 'sintren' } = more
    const wanted = { purpose, agency: whose, subject, conversation, minutes, data }
    return `/l/${await unitOfWork.run((tx) => issueLink(tx, parts, wanted, clock.now()))}`
  }
  const visit = (address: string, more: Record<string, string> = {}) => app.inject({ url: address, headers: more })
  /** Fills the form in as a browser would: hidden inputs and all. */
  const fill = (address: string, form: string, inputs: Record<string, string>, more: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: address,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...more },
      payload: new URLSearchParams({ ...hidden(form), ...inputs }).toString(),
    })
  const close = async () => {
    await app.close()
    await unitOfWork.close()
    await rm(folder, { recursive: true, force: true })
  }
  return {
    app,
    clock,
    state,
    ports,
    metrics,
    unitOfWork,
    close,
    visit,
    fill,
    activationLink: (minutes?: number) => link('activation', minutes === undefined ? {} : { minutes }),
    answerLink: (data: JsonObject = { frame: 1, flow: 'registration' }) => link('answer', { data }),
    link,
  }
}

export type Counter = Awaited<ReturnType<typeof openCounter>>

/** The hidden inputs of a form. */
export function hidden(markup: string): Record<string, string> {
  return Object.fromEntries(
    [...markup.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  )
}

/** Solves the sum that stands in a page, as a person does: by its words. */
export function solve(page: string): number {
  const [, sum = ''] = /((?:Berapa|Jika|What|How|If)[^<?]*\d+[^<?]*\d+[^<?]*)\?/.exec(page) ?? []
  const [a = 0, b = 0] = (sum.match(/\d+/g) ?? []).map(Number)
  if (/kali|times|multipl/.test(sum)) return a * b
  return /kurang|ambil|minus|take|subtract|left|less/.test(sum) ? Math.abs(a - b) : a + b
}
