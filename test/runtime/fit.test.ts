import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Capabilities } from '../../bot/channels/channel.ts'
import { fit } from '../../bot/runtime/fit.ts'

const CAN: Capabilities = {
  buttons: 3,
  list: 10,
  contact: false,
  deleteInbound: true,
  typing: false,
  maxText: 4096,
  maxCaption: 1024,
  maxFile: 1e6,
}
const FILE = { name: 'ktp.jpg', mime: 'image/jpeg', bytes: new Uint8Array([1]) }
const choices = (count: number, label = 'Ya') =>
  Array.from({ length: count }, (_, i) => ({ id: `1.c${i}`, label: `${label} ${i}` }))

describe('choices', () => {
  it.each([
    [1, 'buttons'],
    [3, 'buttons'],
    [4, 'list'],
    [10, 'list'],
  ] as const)('%i of them are %s', (count, as) => {
    const [one, ...more] = fit('k', { text: 'Pilih:', choices: choices(count) }, CAN)
    expect(more).toEqual([])
    expect(one).toEqual({ key: 'k', text: 'Pilih:', buttons: { as, rows: choices(count) } })
  })

  it('too many for a list are numbered, and have no buttons', () => {
    const [one] = fit('k', { text: 'Pilih:', choices: choices(11) }, CAN)
    expect(one?.buttons).toBeUndefined()
    expect(one?.text).toMatch(/^Pilih:\n\n1\. Ya 0\n2\. Ya 1\n.*\n11\. Ya 10$/s)
  })

  it('too long for buttons make a list; emoji count as one letter each', () => {
    const as = (label: string) => fit('k', { text: 'x', choices: [{ id: '1.a', label }] }, CAN)[0]?.buttons?.as
    expect(as('x'.repeat(24))).toBe('buttons')
    expect(as('🙂'.repeat(24))).toBe('buttons')
    expect(as('x'.repeat(25))).toBe('list')
  })

  it('make a list where a button has less room than they need', () => {
    const as = (label: string) =>
      fit('k', { text: 'x', choices: [{ id: '1.a', label }] }, { ...CAN, maxButton: 20 }, undefined)[0]?.buttons?.as
    expect(as('x'.repeat(20))).toBe('buttons')
    expect(as('x'.repeat(21))).toBe('list')
    expect(as('🙂'.repeat(11))).toBe('list')
  })

  it('stand under no more text than the channel takes there; without them the text may be longer', () => {
    const can = { ...CAN, contact: true, maxChoiceText: 1024 }
    const text = `${'kata '.repeat(600)}akhir`
    const parts = fit('k', { text, choices: choices(2) }, can, undefined)
    expect(parts.map((one) => one.key)).toEqual(['k', 'k.1', 'k.2'])
    expect(parts.every((one) => one.text.length <= 1024)).toBe(true)
    expect(parts.map((one) => one.buttons === undefined)).toEqual([true, true, false])
    expect(fit('k', { text, contact: 'Kirim nomor' }, can, undefined)).toHaveLength(3)
    expect(fit('k', { text }, can, undefined)).toHaveLength(1)
  })

  it('that no number answers get a bullet: commands, and what the engine offers beside the question', () => {
    const rows = [
      { id: '4.a', label: 'Satu' },
      { id: '4.b', label: 'Dua' },
      { id: '4.~skip', label: 'Lewati' },
      { id: '/menu', label: 'Menu' },
    ]
    const [one] = fit('k', { text: 'Pilih:', choices: rows }, { ...CAN, buttons: 0, list: 0 })
    expect(one?.text).toBe('Pilih:\n\n1. Satu\n2. Dua\n• Lewati\n• Menu')
  })

  it('whose id no platform carries back are numbered', () => {
    const rows = [{ id: `1.${'é'.repeat(32)}`, label: 'Satu' }]
    const [one] = fit('k', { text: 'Pilih:', choices: rows }, CAN)
    expect(one).toEqual({ key: 'k', text: 'Pilih:\n\n1. Satu' })
  })

  it('stand beside a button for the own number, where the channel has one', () => {
    const message = { text: 'Nomor HP?', contact: 'Kirim nomor saya', choices: choices(1) }
    const buttons = { as: 'buttons', rows: choices(1) }
    expect(fit('k', message, { ...CAN, contact: true })).toEqual([
      { key: 'k', text: 'Nomor HP?', contact: 'Kirim nomor saya', buttons },
    ])
    expect(fit('k', message, CAN)).toEqual([{ key: 'k', text: 'Nomor HP?', buttons }])
  })

  it('none are none', () => {
    expect(fit('k', { text: 'x', choices: [] }, CAN)).toEqual([{ key: 'k', text: 'x' }])
  })
})

describe('several files', () => {
  const file = (name: string, bytes = 1) => ({ name, mime: 'image/jpeg', bytes: new Uint8Array(bytes) })
  const five = ['a', 'b', 'c', 'd', 'e'].map((name) => file(name))
  const shown = (parts: ReturnType<typeof fit>) =>
    parts.map(({ key, text, file: first, album = [] }) => [
      key,
      text,
      [...(first ? [first] : []), ...album].map(({ name }) => name),
    ])

  it('go together, as many as a message takes, with the words on the first', () => {
    expect(shown(fit('k', { text: 'Dokumen' }, { ...CAN, album: 3 }, five))).toEqual([
      ['k', 'Dokumen', ['a', 'b', 'c']],
      ['k.1', '', ['d', 'e']],
    ])
  })

  it('go together only as long as all of them are not too large', () => {
    const parts = fit('k', {}, { ...CAN, album: 10, maxFile: 10 }, [file('a', 6), file('b', 4), file('c', 7), file('d', 4)])
    expect(shown(parts).map(([, , names]) => names)).toEqual([['a', 'b'], ['c'], ['d']])
  })

  it('go one by one where the channel has no albums', () => {
    expect(shown(fit('k', { text: 'Dokumen' }, CAN, five.slice(0, 2)))).toEqual([
      ['k', 'Dokumen', ['a']],
      ['k.1', '', ['b']],
    ])
  })

  it.each([CAN, { ...CAN, album: 10 }])('come before the words, where these have buttons', (can) => {
    const parts = fit('k', { text: 'Setuju?', choices: choices(1) }, can, five)
    expect(parts.map(({ file: first, buttons }) => first !== undefined && buttons !== undefined)).not.toContain(true)
    expect(parts.at(-1)).toMatchObject({ text: 'Setuju?', buttons: { as: 'buttons' } })
  })
})

describe('a message', () => {
  it('gives each of its parts what belongs there: the file first, the buttons last', () => {
    const message = {
      text: 'kata '.repeat(1500),
      choices: choices(2),
      protect: true,
      subject: 'Perihal',
      deleteInbound: 'in-1',
    }
    const parts = fit('k', message, CAN, [FILE])
    expect(parts.map(({ key }) => key)).toEqual(['k', 'k.1', 'k.2'])
    expect(parts.map(({ file }) => file !== undefined)).toEqual([true, false, false])
    expect(parts.map(({ buttons }) => buttons !== undefined)).toEqual([false, false, true])
    expect(parts.map(({ protect }) => protect)).toEqual([true, true, true])
    expect(parts.map(({ subject }) => subject)).toEqual(['Perihal', undefined, undefined])
    expect(parts.map(({ deleteInbound }) => deleteInbound)).toEqual(['in-1', undefined, undefined])
    expect(parts[0]?.text.length).toBeLessThanOrEqual(1024)
  })

  it('asks for no deletion where the channel can do none, and may have no text at all', () => {
    expect(fit('k', { deleteInbound: 'in-1' }, { ...CAN, deleteInbound: false }, [FILE])).toEqual([
      { key: 'k', text: '', file: FILE },
    ])
  })

  it('that fits exactly is one part; one letter more makes two', () => {
    expect(fit('k', { text: 'x'.repeat(4096) }, CAN)).toHaveLength(1)
    expect(fit('k', { text: 'x'.repeat(4097) }, CAN).map(({ text }) => text.length)).toEqual([4096, 1])
  })

  it('is cut at line ends and spaces where there are any', () => {
    const line = `${'kata '.repeat(19)}akhir`
    const parts = fit('k', { text: Array.from({ length: 100 }, () => line).join('\n') }, CAN)
    for (const { text } of parts) expect(text).toMatch(/^kata[^]*(akhir|kata)$/)
  })

  it('a channel that takes no captions gets the file first and the words after it', () => {
    const parts = fit('k', { text: 'Foto KTP' }, { ...CAN, maxCaption: 0 }, [FILE])
    expect(parts.map(({ text, file }) => [text, file !== undefined])).toEqual([
      ['', true],
      ['Foto KTP', false],
    ])
  })

  it('of any length keeps every letter, in order, in parts that fit, and cuts no character in two', () => {
    const word = fc.oneof(
      fc.constantFrom('kata', '🙂', '👩‍👩‍👧', 'é', 'سلام', '\u202Ex', 'x'.repeat(50), '𝒳'.repeat(60)),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    )
    const text = fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', '', '\n\n', '  ')), { maxLength: 80 })
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 200 }), fc.integer({ min: 8, max: 64 }), (words, maxText, maxCaption) => {
        const whole = words.flat().join('')
        const can = { ...CAN, maxText, maxCaption }
        for (const file of [undefined, FILE]) {
          const parts = fit('k', { text: whole }, can, file === undefined ? [] : [file]).map((part) => part.text)
          const [first = '', ...rest] = parts
          expect(first.length).toBeLessThanOrEqual(file === undefined ? maxText : maxCaption)
          for (const part of rest) expect(part.length).toBeLessThanOrEqual(maxText)
          // Nothing is left out but one blank at a cut.
          let at = 0
          for (const part of parts) {
            if (!whole.startsWith(part, at) && /[ \n]/.test(whole[at] ?? '')) at++
            expect(whole.startsWith(part, at)).toBe(true)
            expect(part).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/)
            at += part.length
          }
          expect(whole.slice(at).replace(/^[ \n]/, '')).toBe('')
          expect(new Set(fit('k', { text: whole }, can, file === undefined ? [] : [file]).map(({ key }) => key)).size).toBe(
            parts.length,
          )
        }
      }),
    )
  })
})
