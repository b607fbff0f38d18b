import fc from 'fast-check'
import { ok } from 'node:assert/strict'
import type { Turn } from '../../flows/engine/engine.ts'
import type { AskStep, Flow } from '../../flows/engine/flow.ts'
import type { Event, Input } from '../../flows/engine/input.ts'
import type { Json, JsonObject } from '../../flows/engine/json.ts'
import type { Frame } from '../../flows/engine/state.ts'
import { hostileInputs, hostileTexts } from '../fields/hostile.ts'
import { kept } from '../fields/documents.ts'
import { choicesOf, fingerprint, type World } from './world.ts'

/** What the walker must know of the flows that it drives. */
export interface Route<P> {
  readonly flows: readonly Flow<P>[]
  readonly home: string
  /** acceptable answers by field type, where those that the walker knows do not fit: `undefined` = the walker's own */
  valid?(ask: AskStep, answers: JsonObject): Input | undefined
  /** a good outcome of a job */
  outcome(job: string): Json
  /** flows that come as notices, with their data */
  readonly notices: readonly { readonly flow: string; readonly data: JsonObject }[]
  /** looks at every turn, e.g. to put it into words */
  see?(turn: Turn): void
  /** newer releases of the flows that may take over at any time */
  readonly releases: readonly (readonly Flow<P>[])[]
}

/** One thing that happens. `pick` chooses among what is there at that moment. */
export interface Move {
  readonly kind: (typeof kinds)[number]
  readonly pick: number
}

const kinds = [
  'valid',
  'hostile',
  'strange',
  'command',
  'button',
  'old-button',
  'file',
  'result',
  'late-result',
  'page',
  'time',
  'notice',
  'release',
] as const
const commands =
  'kembali,ubah 1,ubah 2,ubah 99,batal,ulang,bantuan,menu,petugas,ya,tidak,lewati,1,2,9,lainnya,daftar,status,halo,?,english'.split(
    ',',
  )
const secret = 'kuda hijau berlari'
/** A turn that says more than this is a nuisance. */
const MOST_REPLIES = 6
const MOST_HEAD = 4096

/** Random walks, with as many good answers as everything else together, so that they get somewhere. */
export function walks(longest: number): fc.Arbitrary<Move[]> {
  const kind = fc.oneof(
    { weight: 12, arbitrary: fc.constant('valid' as const) },
    { weight: 12, arbitrary: fc.constantFrom(...kinds) },
  )
  return fc.array(fc.record({ kind, pick: fc.nat(1000) }), {
    minLength: Math.floor(longest / 4),
    maxLength: longest,
    size: 'max',
  })
}

/** Walks, and checks after each move what must always hold; then leaves and, in another copy, finishes whatever is open. */
export async function walk<P>(world: World<P>, route: Route<P>, moves: readonly Move[]): Promise<void> {
  const past: Past = { buttons: [], tokens: [] }
  for (const move of moves) {
    const event = eventFor(world, route, move, past)
    if (event === undefined) continue
    remember(past, world)
    check(route, event, await world.send(event))
  }
  await leave(world.copy(), route)
  await finish(world, route)
}

interface Past {
  readonly buttons: string[]
  readonly tokens: string[]
}

function remember<P>({ buttons, tokens }: Past, world: World<P>): void {
  buttons.push(...choicesOf(world.last).map(({ id }) => id))
  tokens.push(...world.jobs.map(({ token }) => token))
}

function eventFor<P>(world: World<P>, route: Route<P>, { kind, pick }: Move, past: Past): Event | undefined {
  const of = <T>(items: readonly T[]): T | undefined => items[pick % Math.max(1, items.length)]
  switch (kind) {
    case 'valid':
      return validEvent(world, route)
    case 'hostile':
      return { kind: 'text', text: of(hostileTexts)?.[1] ?? '' }
    case 'strange':
      return of(hostileInputs)?.[1]
    case 'command':
      return { kind: 'text', text: of(commands) ?? '' }
    case 'button': {
      const id = of(choicesOf(world.last))?.id
      return id === undefined ? undefined : { kind: 'choice', id }
    }
    case 'old-button':
      return { kind: 'choice', id: of(past.buttons) ?? '1.ya' }
    case 'file':
      return { kind: 'file', file: { ref: `r-${pick}`, as: 'photo' } }
    case 'result': {
      const job = world.jobs.splice(pick % Math.max(1, world.jobs.length), 1)[0]
      if (job === undefined) return undefined
      if (pick % 5 === 0) return { kind: 'result', token: job.token }
      return { kind: 'result', token: job.token, value: pick % 3 === 0 ? { strange: pick } : route.outcome(job.job) }
    }
    case 'late-result':
      return { kind: 'result', token: of(past.tokens) ?? '1.none.0', value: kept('late') }
    case 'page':
      return {
        kind: 'answer',
        frame: pick % 9,
        step: world.top?.step ?? '',
        value: { sealed: 'x', fingerprint: fingerprint(secret) },
      }
    case 'time': {
      world.now += (pick % 40) * 3_600_000
      const due = [...world.timers].find(([, at]) => at <= world.now)
      if (due === undefined) return undefined
      world.timers.delete(due[0])
      return { kind: 'timer', name: due[0] }
    }
    case 'notice': {
      const found = of(route.notices)
      return found && { kind: 'notice', notice: found.flow, data: found.data }
    }
    case 'release': {
      const flows = of(route.releases)
      if (flows !== undefined) world.upgrade(flows)
      return undefined
    }
  }
}

function isPerson({ kind }: Event): boolean {
  return ['text', 'choice', 'file', 'contact', 'other', 'answer'].includes(kind)
}

// What must hold after every turn.
function check<P>(route: Route<P>, event: Event, turn: Turn): void {
  const { replies, session } = turn
  route.see?.(turn)
  const messages = replies.filter(({ kind }) => kind !== 'delete-input')
  // What a job looks at is answered by its outcome, or by a word when that takes its time.
  const isWorked = turn.effects.some(({ kind }) => kind === 'job')
  ok(!isPerson(event) || messages.length > 0 || isWorked, `no answer to ${JSON.stringify(event).slice(0, 200)}`)
  ok(messages.length <= MOST_REPLIES, `${messages.length} messages at once`)
  const size = JSON.stringify(session.head).length
  ok(size < MOST_HEAD, `a head of ${size} characters`)
  const alive = new Set([...session.head.stack, ...session.head.drafts].map(({ seq }) => String(seq)))
  for (const [seq, answers] of Object.entries(session.answers))
    ok(alive.has(seq) || Object.keys(answers).length === 0, `answers of flow ${seq}, which is gone`)
  for (const { id } of choicesOf(turn)) ok(Buffer.byteLength(id) <= 64, `a choice of more than 64 bytes: ${id}`)
  for (const reply of replies) ok(reply.kind !== 'message' || reply.text !== '', 'an empty message')
}

// Whatever is open can be left by saying so.
async function leave<P>(world: World<P>, route: Route<P>): Promise<void> {
  for (let n = 0; n < 30; n++) {
    if (world.top === undefined || (world.top.flow === route.home && world.stack.length === 1)) return
    const word = world.top.aside === 'cancel' ? 'ya' : 'batal'
    const event = { kind: 'text', text: word } as const
    check(route, event, await world.send(event))
  }
  throw new Error(`cannot be left: ${JSON.stringify(world.stack)}`)
}

/** Answers well until nothing is open but, perhaps, the menu. */
export async function finish<P>(world: World<P>, route: Route<P>, most = 150): Promise<void> {
  for (let n = 0; n < most; n++) {
    if (world.top === undefined || (world.top.flow === route.home && world.stack.length === 1)) return
    const event = world.top.flow === route.home ? ({ kind: 'text', text: 'batal' } as const) : validEvent(world, route)
    check(route, event, await world.send(event))
  }
  throw new Error(`after ${most} good answers still open: ${JSON.stringify(world.stack)}`)
}

/** What somebody sends who understands the question and wants to get on. */
export function validEvent<P>(world: World<P>, route: Route<P>): Event {
  const frame = world.top
  if (frame === undefined) return { kind: 'text', text: 'menu' }
  if (frame.aside !== undefined)
    return { kind: 'text', text: frame.aside === 'draft' || frame.aside === 'doubt' ? 'ya' : 'tidak' }
  if (frame.waiting !== undefined) {
    const place = world.jobs.findIndex(({ token }) => token === frame.waiting)
    const [job] = world.jobs.splice(place, place < 0 ? 0 : 1)
    // A result that got lost is given up by the runtime in the end.
    return { kind: 'result', token: frame.waiting, ...(job !== undefined && { value: route.outcome(job.job) }) }
  }
  const ask = askOf(route, frame)
  if (ask === undefined) return { kind: 'text', text: 'ya' }
  return route.valid?.(ask, world.answers()) ?? validInput(world, ask, frame)
}

function askOf<P>({ flows, releases }: Route<P>, { flow, version, step }: Frame): AskStep | undefined {
  const found = [flows, ...releases].flat().find((one) => one.id === flow && one.version === version)
  return found?.steps.find((one): one is AskStep => one.kind === 'ask' && one.id === step)
}

// The first choice that is an answer, else what its field type takes.
function validInput<P>(world: World<P>, { field }: AskStep, frame: Frame): Input {
  const own = world.session.head.offered?.find((id) => !/^(?:\/|~|page:)/u.test(id))
  if (field.accepts[0] === 'file') return { kind: 'file', file: { ref: 'r-good', as: 'photo' } }
  if (own !== undefined && field.accepts.includes('choice'))
    return { kind: 'choice', id: `${world.session.head.question}.${own}` }
  const expected =
    typeof frame.scratch === 'object' && frame.scratch !== null && 'expected' in frame.scratch ? frame.scratch.expected : 1
  const texts: Readonly<Record<string, string>> = {
    captcha: JSON.stringify(expected),
    sum: JSON.stringify(expected),
    nik: '3326071708850001',
    kk: '3326071203100005',
    name: 'Siti Aminah',
    place: 'Pekalongan',
    'birth-date': '17-08-1985',
    'day-past': '05-01-2026',
    'day-coming': '31-12-2030',
    phone: '0856-4260-6190',
    email: 'siti@gmail.com',
    region: 'Jawa Tengah',
    password: secret,
    'password-again': typedBefore(world.answers()[field.dependsOn?.[0] ?? '']),
    'login-secret': secret,
  }
  return { kind: 'text', text: texts[field.type] ?? '123 benar' }
}

function typedBefore(answer: Json | undefined): string {
  const kept = typeof answer === 'object' && answer !== null && 'fingerprint' in answer ? answer.fingerprint : ''
  return typeof kept === 'string' ? Buffer.from(kept, 'base64url').toString() : ''
}
