import { Engine, type Progress } from '../../flows/engine/engine.ts'
import type { Env } from '../../flows/engine/field.ts'
import type { Event } from '../../flows/engine/input.ts'
import type { Json } from '../../flows/engine/json.ts'
import type { Effect, Reply } from '../../flows/engine/reply.ts'
import type { Session } from '../../flows/engine/state.ts'

/** What the tiny engine may ask of the world. */
export interface TinyPorts {
  /** whatever a test makes of it */
  call(what: string): Promise<Json>
}

/**
 * An engine that does what it is told, so that what is tested is the way through and not the conversations:
 * `hello` is answered `3:hello` by the third turn; `boom` throws; `call x` asks the port first;
 * `timers a+100 a-` arms and cancels, in ms from now; `job kind` queues one; `many 5` answers five times;
 * `hush` answers nothing.
 */
export class TinyEngine extends Engine<TinyPorts> {
  constructor() {
    super([], { home: 'home', human: 'human' })
  }

  override step(session: Session, event: Event, env: Env): Progress<TinyPorts> {
    const n = session.head.nextSeq
    const text = words(event)
    const [verb = '', ...rest] = text.split(' ')
    const end = (said: readonly string[], effects: readonly Effect[] = []): Progress<TinyPorts> => ({
      done: true,
      turn: {
        session: { head: { ...session.head, nextSeq: n + 1, at: env.now }, answers: { 1: { last: text } } },
        changes: [{ frame: 1, step: 'last', value: text }],
        replies: said.map((one): Reply => ({ kind: 'message', text: `${n}:${one}`, about: one })),
        effects,
      },
    })
    switch (verb) {
      case 'boom':
        throw new Error('the engine tripped')
      case 'hush':
        return end([])
      case 'many':
        return end(Array.from({ length: Number(rest[0]) }, (_, i) => String(i + 1)))
      case 'call':
        return {
          done: false,
          flow: 'tiny',
          step: 'call',
          call: (ports) => ports.call(rest.join(' ')),
          resume: (result) => end([`called ${typeof result === 'string' ? result : ''}`]),
        }
      case 'timers':
        return end(
          ['armed'],
          rest.map((one): Effect => {
            const [name = '', ms] = one.split(/[+-]/)
            return one.endsWith('-')
              ? { kind: 'cancel-timer', name }
              : { kind: 'timer', name, at: env.now + Number(ms), data: { of: name } }
          }),
        )
      case 'job':
        return end(['queued'], [{ kind: 'job', job: rest[0] ?? '', token: `t${n}`, payload: { n } }])
      default:
        return end([event.kind === 'text' && event.about !== undefined ? `${text} about ${event.about}` : text])
    }
  }
}

function words(event: Event): string {
  switch (event.kind) {
    case 'text':
      return event.text
    case 'timer':
      return `rang ${event.name} ${JSON.stringify(event.data?.['of'])}`
    case 'result':
      return `result ${JSON.stringify(event.value ?? 'given up')}`
    case 'notice':
      return event.notice
    default:
      return event.kind
  }
}
