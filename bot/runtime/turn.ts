import type { Engine, Turn } from '../../flows/engine/engine.ts'
import type { Env } from '../../flows/engine/field.ts'
import type { Event } from '../../flows/engine/input.ts'
import type { Effect } from '../../flows/engine/reply.ts'
import { silencesUntil, type AnswerChange, type Session, type Silence } from '../../flows/engine/state.ts'
import type { LinkRequest } from '../../flows/engine/text.ts'
import type { Clock, Random } from '../../flows/ports.ts'
import type { Texts } from '../../flows/text/texts.ts'
import type { Tx } from '../../storage/database.ts'
import type { NewMessage, Store, Taken, TakenEvent, TurnRecord } from '../../storage/store.ts'
import type { Sealer } from '../../storage/vault/seal.ts'
import { render } from './render.ts'
import { rememberSpoken, spokenChoice } from './spoken-choices.ts'

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
  /** the platform's own, lasting id of who writes */
  readonly identity?: string
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
  /**
   * Notes who writes, by the platform's own id, and that a long silence (`silent` ms, 0 = none) goes before this event; what
   * the conversation must hear first, where somebody else than before may read it.
   */
  recognise?(scope: TurnScope, silent: number): Promise<Event | undefined>
  /** whether what is chosen there can only be said in words */
  hasNoButtons?(account: string): boolean
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

interface Ended {
  readonly turn: Turn
  readonly messages: readonly NewMessage[]
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
      ...(event.payload.identity !== undefined && { identity: event.payload.identity }),
    }
    let saved = false
    try {
      const happened = await withSubject(world.store, tx, conversation, event)
      const steps = [world.hasNoButtons?.(account) === true ? spokenChoice(session, happened) : happened]
      const silent = silenceBefore(session, scope)
      if ((scope.identity !== undefined || silent > 0) && world.recognise !== undefined) {
        await tx.$executeRawUnsafe('SAVEPOINT turn')
        saved = true
        const first = await world.recognise(scope, silent)
        if (first !== undefined) steps.unshift(first)
      }
      const ended: Ended[] = []
      for (const step of steps) {
        let progress = world.engine.step(ended.at(-1)?.turn.session ?? session, step, envOf(world, scope))
        while (!progress.done) {
          if (!saved) await tx.$executeRawUnsafe('SAVEPOINT turn')
          saved = true
          calledPorts = true
          progress = progress.resume(await progress.call(world.ports(scope)))
        }
        ended.push({ turn: progress.turn, messages: await messagesOf(world, scope, event, step, progress.turn) })
      }
      for (const { turn, messages: said } of ended) {
        messages.push(...said)
        session = world.hasNoButtons?.(account) === true ? rememberSpoken(turn.session, said) : turn.session
        changes.push(...turn.changes)
        effects.push(...turn.effects)
      }
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

// What a step says, in words; of a notice which one it tells.
async function messagesOf<P>(
  world: TurnWorld<P>,
  scope: TurnScope,
  { payload }: TakenEvent,
  step: Event,
  { replies, session }: Turn,
): Promise<readonly NewMessage[]> {
  const issue = (request: LinkRequest) => world.issueLink(scope, request)
  const rendered = await render(replies, session.head.language, world.texts, issue, payload.platformId)
  if (step.kind !== 'notice') return rendered
  const { notice, id } = step
  return rendered.map((one) => ({
    ...one,
    message: { ...one.message, notice },
    ...(id !== undefined && { noticeId: id }),
  }))
}

// How long nobody had written here, where somebody has written before and the silence is one that is noted; else 0.
function silenceBefore({ head: { at } }: Session, { silences = [], now }: TurnScope): number {
  const isNoted = silences.some(({ ms, until }) => until === now && ms === now - at)
  return at > 0 && isNoted ? now - at : 0
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
