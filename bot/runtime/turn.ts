import type { Engine } from '../../flows/engine/engine.ts'
import type { Env } from '../../flows/engine/field.ts'
import type { Event } from '../../flows/engine/input.ts'
import type { Effect } from '../../flows/engine/reply.ts'
import { silencesUntil, type AnswerChange, type Silence } from '../../flows/engine/state.ts'
import type { LinkRequest } from '../../flows/engine/text.ts'
import type { Clock, Random } from '../../flows/ports.ts'
import type { Texts } from '../../flows/text/texts.ts'
import type { Tx } from '../../storage/database.ts'
import type { NewMessage, Store, Taken, TakenEvent, TurnRecord } from '../../storage/store.ts'
import type { Sealer } from '../../storage/vault/seal.ts'
import { render } from './render.ts'

/** An event whose turn fails so often is set aside, and its sender told. */
const TRIES = 3

/** Which turn asks something of the world. */
export interface TurnScope {
  readonly tx: Tx
  readonly conversation: number
  readonly account: string
  readonly language: 'id' | 'en'
  readonly now: number
  /** the phone number that the platform vouches for in this event */
  readonly provenPhone?: string
  /** the long silences of this conversation that the person broke, this event's included */
  readonly silences?: readonly Silence[]
}

/** What turns need of the installation. `P` = the ports that flows call. */
export interface TurnWorld<P> {
  readonly engine: Engine<P>
  readonly store: Store
  readonly texts: Texts
  readonly clock: Clock
  readonly random: Random
  readonly sealer: Sealer
  ports(scope: TurnScope): P
  /** makes the address of a one-time link */
  issueLink(scope: TurnScope, request: LinkRequest): Promise<string>
  /** counts and logs; `error` is given when a turn failed */
  observe(turn: {
    readonly conversation: number
    readonly account: string
    readonly event: TakenEvent
    readonly ms: number
    readonly error?: unknown
    readonly aside?: boolean
  }): void
}

/** What a conversation's turns came to; no record when nothing was handled. */
export interface Taking {
  readonly record: TurnRecord | undefined
  readonly calledPorts: boolean
}

/** Takes the waiting events of one conversation in order; what they came to is committed by the caller, in the same transaction. */
export async function takeTurns<P>(world: TurnWorld<P>, tx: Tx, taken: Taken): Promise<Taking> {
  const { conversation, account } = taken
  let { session } = taken
  const handled: number[] = []
  const changes: AnswerChange[] = []
  const messages: TurnRecord['messages'][number][] = []
  const effects: Effect[] = []
  let calledPorts = false
  for (const [i, event] of taken.events.entries()) {
    const now = world.clock.now()
    const scope: TurnScope = {
      tx,
      conversation,
      account,
      language: session.head.language,
      now,
      silences: silencesUntil(session.head, now),
      ...(event.payload.provenPhone !== undefined && { provenPhone: event.payload.provenPhone }),
    }
    let saved = false
    try {
      let progress = world.engine.step(session, await withSubject(world.store, tx, conversation, event), envOf(world, scope))
      while (!progress.done) {
        if (!saved) await tx.$executeRawUnsafe('SAVEPOINT turn')
        saved = true
        calledPorts = true
        progress = progress.resume(await progress.call(world.ports(scope)))
      }
      const { turn } = progress
      const issue = (request: LinkRequest) => world.issueLink(scope, request)
      const { platformId, event: happened } = event.payload
      const rendered = await render(turn.replies, turn.session.head.language, world.texts, issue, platformId)
      messages.push(...(happened.kind === 'notice' ? rendered.map((one) => asNotice(one, happened.notice)) : rendered))
      session = turn.session
      changes.push(...turn.changes)
      effects.push(...turn.effects)
      if (saved) await tx.$executeRawUnsafe('RELEASE turn')
      handled.push(event.id)
      world.observe({ conversation, account, event, ms: world.clock.now() - scope.now })
    } catch (error) {
      if (saved) {
        await tx.$executeRawUnsafe('ROLLBACK TO turn')
        await tx.$executeRawUnsafe('RELEASE turn')
        world.store.undone()
      }
      const aside = event.attempts + 1 >= TRIES
      await world.store.fail(tx, event, aside, scope.now)
      world.observe({ conversation, account, event, ms: world.clock.now() - scope.now, error, aside })
      if (!aside) {
        await world.store.leave(tx, taken.events.slice(i + 1))
        break
      }
      if (isAnswered(event.payload.event))
        messages.push({ message: { text: world.texts.format(session.head.language, { key: 'engine-failed' }), choices: [] } })
    }
  }
  if (handled.length === 0 && messages.length === 0) return { record: undefined, calledPorts }
  const record = { conversation, account, version: taken.version, session, changes, handled, messages, ...sorted(effects) }
  return { record, calledPorts }
}

function asNotice<M extends NewMessage>(rendered: M, notice: string): M {
  return { ...rendered, message: { ...rendered.message, notice } }
}

// Somebody waits for an answer: to what was sent, or to the outcome of a job. A notice, an alarm or news comes unasked.
function isAnswered({ kind }: Event): boolean {
  return kind !== 'notice' && kind !== 'timer' && kind !== 'moved'
}

function envOf<P>(world: TurnWorld<P>, { now, language }: TurnScope): Env {
  return {
    now,
    language,
    random: () => world.random.number(),
    seal: (secret) => world.sealer.seal(secret, 'secret').toString('base64'),
    fingerprint: (secret) => world.sealer.index(secret, 'secret'),
  }
}

// A quoted reply means the thing that the quoted message was about.
async function withSubject(store: Store, tx: Tx, conversation: number, taken: TakenEvent): Promise<Event> {
  const { event, replyTo } = taken.payload
  if (replyTo === undefined || event.kind !== 'text') return event
  const about = await store.subjectOf(tx, conversation, replyTo)
  return about === undefined ? event : { ...event, about }
}

function sorted(effects: readonly Effect[]): Pick<TurnRecord, 'timers' | 'jobs'> {
  if (effects.length === 0) return { timers: [], jobs: [] }
  // The last word on each timer counts.
  const timers = new Map<string, TurnRecord['timers'][number]>()
  const jobs: TurnRecord['jobs'][number][] = []
  for (const effect of effects) {
    if (effect.kind === 'timer')
      timers.set(effect.name, { name: effect.name, at: effect.at, ...(effect.data && { data: effect.data }) })
    else if (effect.kind === 'cancel-timer') timers.set(effect.name, { name: effect.name, at: null })
    else jobs.push({ kind: effect.job, token: effect.token, payload: effect.payload })
  }
  return { timers: [...timers.values()], jobs }
}
