import { describe, expect, it } from 'vitest'
import { rememberSpoken, spokenChoice } from '../../bot/runtime/spoken-choices.ts'
import { newSession } from '../../flows/engine/state.ts'

const offered = (...choices: readonly (readonly [string, string])[]) => [
  { message: { text: '…', choices: choices.map(([id, label]) => ({ id, label })) } },
]

describe('a choice that only words can name', () => {
  const first = rememberSpoken(newSession('id'), offered(['/approve:T1', 'Setujui'], ['/menu', 'Menu'], ['3.ya', 'Ya']))

  it('means what was offered under these words', () => {
    expect(spokenChoice(first, { kind: 'text', text: ' setujui. ' })).toEqual({ kind: 'choice', id: '/approve:T1' })
    for (const text of ['Menu', 'Ya', 'setujui saja', ''])
      expect(spokenChoice(first, { kind: 'text', text })).toEqual({ kind: 'text', text })
  })

  it('means the newest of several, and what a reply quotes goes before', () => {
    const then = rememberSpoken(first, offered(['/approve:T2', 'Setujui'], ['/task:T2', 'REG-2611-4TQ2X7']))
    expect(spokenChoice(then, { kind: 'text', text: 'Setujui' })).toEqual({ kind: 'choice', id: '/approve:T2' })
    expect(spokenChoice(then, { kind: 'text', text: 'reg-2611-4tq2x7' })).toEqual({ kind: 'choice', id: '/task:T2' })
    const reply = { kind: 'text', text: 'Setujui', about: 'T1' } as const
    expect(spokenChoice(then, reply)).toEqual(reply)
    expect(spokenChoice(then, { kind: 'other', what: 'sticker' })).toEqual({ kind: 'other', what: 'sticker' })
  })

  it('is remembered for a while, not for ever', () => {
    let session = first
    for (let n = 0; n < 100; n++) session = rememberSpoken(session, offered([`/task:N${n}`, `NOMOR ${n}`]))
    expect(session.head.spoken).toHaveLength(40)
    expect(spokenChoice(session, { kind: 'text', text: 'nomor 99' })).toEqual({ kind: 'choice', id: '/task:N99' })
    expect(spokenChoice(session, { kind: 'text', text: 'Setujui' })).toEqual({ kind: 'text', text: 'Setujui' })
  })

  it('costs nothing where nothing is offered', () => {
    const session = newSession('id')
    expect(rememberSpoken(session, offered(['/menu', 'Menu']))).toBe(session)
  })
})
