import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { agenciesFolder, loadHolidays } from '../../../bot/agencies.ts'
import { systemRandom } from '../../../bot/runtime/random.ts'
import { parseAgency } from '../../../flows/agency-parse.ts'
import { workingCalendar } from '../../../flows/calendar/working-time.ts'
import type { JsonObject } from '../../../flows/engine/json.ts'
import type { Decision, Ports } from '../../../flows/ports.ts'
import { openDatabase } from '../../../storage/database.ts'
import { createInvite } from '../../../storage/domain/enrolment.ts'
import { createPorts } from '../../../storage/domain/ports.ts'
import type { DomainParts, Scope } from '../../../storage/domain/scope.ts'
import { Ids } from '../../../storage/ids.ts'
import { migrate } from '../../../storage/migrate.ts'
import { SealedJson } from '../../../storage/sealed-json.ts'
import { SqliteStore } from '../../../storage/sqlite-store.ts'
import type { InboxPayload } from '../../../storage/store.ts'
import { UnitOfWork } from '../../../storage/unit-of-work.ts'
import { FileVault } from '../../../storage/vault/files.ts'
import { newRing } from '../../../storage/vault/key-ring.ts'
import { Sealer } from '../../../storage/vault/seal.ts'
import { MemoryFileStore } from '../../fakes/memory-file-store.ts'
import { VirtualTime } from '../../support/virtual-time.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** A woman born on 17 August 1990 in district 332607, and what she types. */
export const SITI = {
  nik: '3326075708900001',
  name: "Siti Nur'aini",
  'mother-name': 'Hj. Aminah binti Salim',
  'birth-date': '1990-08-17',
  phone: '+6285642606190',
  email: 'siti.nuraini@contoh.example',
} as const

/** What a citizen types instead of what Siti would. */
export type Typed = { readonly [id: string]: string | null }

/** An office on a real SQLite file of its own: citizens, officers, and what they were told. */
export async function openOffice(change: Partial<Pick<DomainParts, 'random'>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'loket-domain-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const databasePath = join(folder, 'loket.db')
  await migrate(databasePath)
  const time = new VirtualTime()
  const unitOfWork = new UnitOfWork(await openDatabase(databasePath))
  onTestFinished(() => unitOfWork.close())
  const random = change.random ?? systemRandom
  const sealer = new Sealer(systemRandom.bytes(32), systemRandom)
  const ids = new Ids(time)
  const store = new SqliteStore(ids, sealer)
  const file = join(agenciesFolder, 'sintren', 'agency.yaml')
  const agency = parseAgency(await readFile(file, 'utf8'), file)
  const calendar = workingCalendar({ ...agency, holidays: loadHolidays() })
  const { files: keys } = newRing(systemRandom)
  const vault = new FileVault({ store: new MemoryFileStore(), keys, ids, clock: time, random: systemRandom })
  const knowsRegion = (code: string) => code === '332607'
  const parts: DomainParts = { store, ids, sealer, random, agency, calendar, vault, knowsRegion }
  const inbox = new SealedJson(sealer, 'inbox')
  const jobs = new SealedJson(sealer, 'job')

  /** The chat at an address of the simulator. */
  const chat = (address: string, account = 'simulator') =>
    unitOfWork.run((tx) => store.conversationAt(tx, account, address, time.now()))

  /** Lets `work` ask the ports in a chat's name, in a transaction of its own. */
  const inChat = <T>(conversation: number, work: (ports: Ports) => Promise<T>, scope: Partial<Scope> = {}): Promise<T> =>
    unitOfWork.run((tx) =>
      work(createPorts(parts, { tx, conversation, account: 'simulator', language: 'id', now: time.now(), ...scope })),
    )

  const photo = async () => {
    const id = ids.text()
    const facts = { agency: agency.id, sha256: 'aa', variant: 'photo', mime: 'image/jpeg', size: 1, keyVersion: 1 }
    await unitOfWork.run((tx) => tx.file.create({ data: { id, ...facts, createdAt: BigInt(time.now()) } }))
    return id
  }

  /** A filled form; `null` leaves an answer out. */
  const form = async (typed: Typed = {}): Promise<JsonObject> => {
    const secret = typed['password'] === undefined ? 'kucing melompat pagar' : typed['password']
    const filled: { [id: string]: JsonObject | string | null } = {
      consent: { given: true, reply: 'ya saya setuju' },
      kk: '3326071203120005',
      'birth-place': 'Pekalongan',
      province: { code: '33', name: 'JAWA TENGAH' },
      regency: { code: '3326', name: 'PEKALONGAN' },
      district: { code: '332607', name: 'KARANGANYAR' },
      village: { code: '3326072008', name: 'KARANGSARI' },
      ktp: { file: await photo() },
      ...SITI,
      ...typed,
      password: secret === null ? null : { sealed: sealer.seal(secret, 'secret').toString('base64'), fingerprint: 'f' },
    }
    return Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== null))
  }

  /** Submits a form in a chat. */
  const submit = async (
    conversation: number,
    typed: Typed = {},
    { replaces = null, ...scope }: Partial<Scope> & { replaces?: string | null } = {},
    ktp?: JsonObject,
  ) => {
    const answers = { ...(await form(typed)), ...(ktp !== undefined && { ktp }) }
    return inChat(conversation, (ports) => ports.registrations.submit({ answers, formVersion: 1, language: 'id', replaces }), {
      provenPhone: SITI.phone,
      ...scope,
    })
  }

  /** A chat that is an officer's. */
  const officer = async (name: string, role = 'verifikator') => {
    const conversation = await chat(name)
    const { code } = await unitOfWork.run((tx) => createInvite(tx, parts, { agency: agency.id, role, name }, time.now()))
    await inChat(conversation, ({ staff }) => staff.enrol(code))
    return conversation
  }

  /** The id of the newest task. */
  const newestTask = () => unitOfWork.run(async (tx) => (await tx.task.findFirstOrThrow({ orderBy: { id: 'desc' } })).id)

  const decide = async (conversation: number, decision: Partial<Decision> = {}, task?: string) => {
    const id = task ?? (await newestTask())
    return inChat(conversation, ({ staff }) =>
      staff.decide(id, { decision: 'approve', reason: null, note: null, marked: [], ...decision }),
    )
  }

  /** What a chat was told so far, oldest first. */
  const notices = (conversation: number) =>
    unitOfWork.run(async (tx) => {
      const rows = await tx.$queryRaw<{ payload: string }[]>`
        SELECT payload FROM Inbox WHERE conversationId = ${conversation} AND status = 0 ORDER BY id`
      return rows.map(({ payload }) => {
        const { event } = inbox.open(payload) as InboxPayload
        return event.kind === 'notice' ? { notice: event.notice, data: event.data } : { notice: event.kind, data: {} }
      })
    })

  /** The jobs that wait, by due time. */
  const waitingJobs = () =>
    unitOfWork.run(async (tx) => {
      const rows = await tx.$queryRaw<{ kind: string; key: string; dueAt: number; payload: string }[]>`
        SELECT kind, key, dueAt, payload FROM Job WHERE status = 0 ORDER BY dueAt, id`
      return rows.map(({ kind, key, dueAt, payload }) => ({
        kind,
        key,
        dueAt,
        payload: (jobs.open(payload) as { payload: JsonObject }).payload,
      }))
    })

  return {
    databasePath,
    time,
    unitOfWork,
    parts,
    vault,
    chat,
    inChat,
    form,
    submit,
    officer,
    newestTask,
    decide,
    notices,
    waitingJobs,
  }
}

/** An office as tests hold it. */
export type Office = Awaited<ReturnType<typeof openOffice>>
