import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chatOf, hear, NOTHING, typingOver } from '../../bot/web/simulator/page/model.ts'
import { stretches } from '../../bot/web/simulator/page/rich-text.ts'
import { UnsentList } from '../../bot/web/simulator/page/unsent.ts'
import type { FromServer } from '../../bot/web/simulator/protocol.ts'
import type { SimulatorMessage } from '../../storage/simulator-records.ts'

describe('the words of a message', () => {
  it.each([
    [
      '*tebal* biasa',
      [
        { text: 'tebal', bold: true },
        { text: ' biasa', bold: false },
      ],
    ],
    ['2*3*4 dan * kosong * dan **', [{ text: '2*3*4 dan * kosong * dan **', bold: false }]],
    [
      'buka https://a.id/x?y=1.',
      [
        { text: 'buka ', bold: false },
        { text: 'https://a.id/x?y=1', bold: false, href: 'https://a.id/x?y=1' },
        { text: '.', bold: false },
      ],
    ],
    ['*http://a.id*', [{ text: 'http://a.id', bold: true, href: 'http://a.id/' }]],
    ['javascript:alert(1) data:text/html,x ftp://a', [{ text: 'javascript:alert(1) data:text/html,x ftp://a', bold: false }]],
    ['http://[bad', [{ text: 'http://[bad', bold: false }]],
    [
      '<b>*x*</b>',
      [
        { text: '<b>', bold: false },
        { text: 'x', bold: true },
        { text: '</b>', bold: false },
      ],
    ],
    ['*a\nb*', [{ text: '*a\nb*', bold: false }]],
    ['', []],
  ])('%j', (text, expected) => {
    expect(stretches(text)).toEqual(expected)
  })

  it('are all shown, whatever they are, and lead only to the web', () => {
    const pieces = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('*', 'https://a.id/', 'http://', '\u202E', '\n')),
    )
    fc.assert(
      fc.property(pieces, (some) => {
        const text = some.join('')
        const shown = stretches(text)
        expect(
          shown
            .map((one) => one.text)
            .join('')
            .replaceAll('*', ''),
        ).toBe(text.replaceAll('*', ''))
        for (const { href } of shown) if (href !== undefined) expect(href).toMatch(/^https?:\/\//)
      }),
    )
  })

  it('are found in 65,536 characters without delay', () => {
    for (const text of ['*'.repeat(65_536), '*a '.repeat(20_000), 'http://'.repeat(9_000), 'http://a.id/' + '.'.repeat(60_000)])
      expect(stretches(text).length).toBeGreaterThan(0)
  })
})

const message = (id: number, more: Partial<SimulatorMessage> = {}): SimulatorMessage => ({
  id,
  phoneId: 'a',
  direction: 'out',
  key: String(id),
  body: { kind: 'sent', text: String(id) },
  status: 'sent',
  at: id,
  ...more,
})
const page = (ids: number[], more: boolean): FromServer => ({
  type: 'snapshot',
  counter: 'SINTREN',
  phones: [],
  mails: [],
  chats: [{ phoneId: 'a', messages: ids.map((id) => message(id)), more }],
})
const idsAfter = (...words: FromServer[]) => chatOf(words.reduce(hear, NOTHING), 'a').messages.map(({ id }) => id)

describe('what a page knows', () => {
  it('is in order and without doubles, in whatever order it hears of it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 })), (ids) => {
        const expected = [...new Set(ids)].sort((a, b) => a - b)
        expect(idsAfter(...ids.map((id): FromServer => ({ type: 'message', message: message(id) })))).toEqual(expected)
      }),
    )
  })

  it('keeps older pages over a reconnect where nothing is missing between, and drops them where something is', () => {
    const older: FromServer = { type: 'older', phoneId: 'a', messages: [message(1), message(2)], more: false }
    expect(idsAfter(page([3, 4], true), older, page([4, 5], true))).toEqual([1, 2, 3, 4, 5])
    expect(idsAfter(page([3, 4], true), older, page([6, 7], true))).toEqual([6, 7])
    expect(chatOf([page([3, 4], true), older, page([6, 7], true)].reduce(hear, NOTHING), 'a').more).toBe(true)
  })

  it('never goes back: a received message stays received, a deleted one deleted', () => {
    const typed = message(1, { direction: 'in', status: 'received', body: { kind: 'text', text: 'x' } })
    const heard = (...messages: SimulatorMessage[]) =>
      chatOf(messages.map((one): FromServer => ({ type: 'message', message: one })).reduce(hear, NOTHING), 'a').messages[0]
    expect(heard(typed, { ...typed, status: 'pending' })?.status).toBe('received')
    expect(heard({ ...typed, body: { kind: 'deleted' } }, typed)?.body).toEqual({ kind: 'deleted' })
  })

  it('shows typing until the next message of Loket, or until it has lasted', () => {
    const typing = hear(NOTHING, { type: 'typing', phoneId: 'a' })
    const own = hear(typing, { type: 'message', message: message(1, { direction: 'in' }) })
    expect([typing, own].map((model) => chatOf(model, 'a').typing)).toEqual([true, true])
    expect(chatOf(hear(own, { type: 'message', message: message(2) }), 'a').typing).toBe(false)
    expect(chatOf(typingOver(typing, 'a'), 'a').typing).toBe(false)
  })
})

describe('the list of unsent messages', () => {
  it('starts anew when the browser’s storage was tampered with', () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
    }
    const list = new UnsentList(storage as unknown as Storage)
    list.add({ phoneId: 'a', key: '1', typed: { kind: 'text', text: 'x' } })
    list.mark('1', { error: 'Belum terkirim.', again: true })
    expect(list.all()).toMatchObject([{ key: '1', error: 'Belum terkirim.' }])
    list.mark('1', undefined)
    expect(list.all()).toEqual([{ phoneId: 'a', key: '1', typed: { kind: 'text', text: 'x' } }])
    for (const broken of ['{', '{}', 'null', '7']) {
      for (const name of kept.keys()) kept.set(name, broken)
      expect(list.all()).toEqual([])
    }
  })
})
