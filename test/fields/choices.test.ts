import { describe, expect, it } from 'vitest'
import { t } from '../../flows/engine/text.ts'
import { choice } from '../../flows/fields/choice.ts'
import { confirm } from '../../flows/fields/confirm.ts'
import { consent } from '../../flows/fields/consent.ts'
import { contextOf, problemOf, say, valueOf } from './conversation.ts'

const services = choice({
  options: [
    { id: 'kk', label: 'Kartu Keluarga' },
    { id: 'birth', label: 'Akta Kelahiran', words: ['birth certificate'] },
    { id: 'death', label: t('field-yes'), words: ['Akta Kematian'] },
  ],
})

describe('choice', () => {
  it.each([
    ['2', 'birth'],
    ['no 1', 'kk'],
    ['kk', 'kk'],
    ['kartu keluarga', 'kk'],
    ['Kartu Keluwarga', 'kk'],
    ['saya mau akta kelahiran dong', 'birth'],
    ['birth certificate', 'birth'],
    ['kematian', 'death'],
  ])('understands %s', (text, id) => {
    expect(valueOf(say(services, text))).toBe(id)
  })

  it('narrows the list when words fit several, and counts within it', () => {
    const more = say(services, 'akta')
    expect(more).toMatchObject({ is: 'more', text: { key: 'field-choice-several', args: { count: 2 } } })
    const scratch = more.is === 'more' ? more.opening.scratch : undefined
    expect(valueOf(say(services, '1', contextOf(), scratch))).toBe('birth')
    expect(problemOf(say(services, '3', contextOf(), scratch))).toBe('field-choice-unknown')
  })

  it.each(['4', '0', '99', 'paspor', '2 1'])('does not guess at %s', (text) => {
    expect(problemOf(say(services, text))).toBe('field-choice-unknown')
  })

  it('shows the label, and holds only for an option there is', () => {
    expect(services.show('birth', contextOf())).toBe('Akta Kelahiran')
    expect(services.holds?.('birth', contextOf())).toBe(true)
    expect(services.holds?.('gone', contextOf())).toBe(false)
  })

  const long = choice({
    options: Array.from({ length: 20 }, (_, index) => ({ id: `option-${index}`, label: `Pilihan ke ${index}` })),
  })

  it('pages through a long list by words, by number and by tapping', () => {
    const opening = long.open?.(contextOf())
    expect(opening?.choices?.map((one) => one.id)).toEqual([
      ...Array.from({ length: 8 }, (_, index) => `option-${index}`),
      'page:1',
    ])
    const second = say(long, 'lainnya')
    const scratch = second.is === 'more' ? (second.opening.scratch ?? null) : null
    expect(second).toMatchObject({ is: 'more', text: { key: 'field-list-page', args: { page: 2, pages: 3 } } })
    expect(valueOf(say(long, '1', contextOf(), scratch))).toBe('option-8')
    expect(say(long, '9', contextOf(), scratch)).toMatchObject({ opening: { scratch: { page: 2 } } })
    expect(say(long, '10', contextOf(), scratch)).toMatchObject({ opening: { scratch: { page: 0 } } })
    expect(say(long, 'sebelumnya', contextOf(), scratch)).toMatchObject({ opening: { scratch: { page: 0 } } })
    expect(long.read({ kind: 'choice', id: 'page:2' }, contextOf(), scratch)).toMatchObject({ opening: { scratch: { page: 2 } } })
    expect(valueOf(long.read({ kind: 'choice', id: 'option-3' }, contextOf(), scratch))).toBe('option-3')
  })

  it('takes its options from earlier answers', () => {
    const field = choice({
      options: ({ group }) => (group === 'rs' ? [{ id: 'baby', label: 'Akta bayi' }] : []),
      dependsOn: ['group'],
    })
    expect(field.dependsOn).toEqual(['group'])
    expect(valueOf(say(field, 'akta bayi', contextOf({ group: 'rs' })))).toBe('baby')
    expect(field.holds?.('baby', contextOf({ group: 'desa' }))).toBe(false)
    expect(problemOf(say(field, 'akta bayi', contextOf({ group: 'desa' })))).toBe('field-choice-none')
  })
})

describe('confirm', () => {
  it.each([
    ['iya betul', true],
    ['Benar.', true],
    ['enggak', false],
    ['belum pak', false],
  ])('understands %s', (text, value) => {
    expect(valueOf(say(confirm(), text))).toBe(value)
  })

  it('takes its buttons and asks again when unclear', () => {
    expect(valueOf(confirm().read({ kind: 'choice', id: 'no' }, contextOf(), null))).toBe(false)
    expect(problemOf(say(confirm(), 'mungkin'))).toBe('field-confirm-unclear')
  })
})

describe('consent', () => {
  it('records the words in which it was given or refused', () => {
    expect(valueOf(say(consent(), ' Iya, saya setuju 👍 '))).toEqual({ given: true, reply: 'Iya, saya setuju' })
    expect(valueOf(say(consent(), 'tidak setuju'))).toEqual({ given: false, reply: 'tidak setuju' })
    expect(valueOf(consent().read({ kind: 'choice', id: 'yes' }, contextOf(), null))).toEqual({
      given: true,
      reply: 'button:yes',
    })
  })

  it.each(['mungkin', 'ya tidak', 'nanti dulu'])('takes no %s for an answer', (text) => {
    expect(problemOf(say(consent(), text))).toBe('field-consent-unclear')
  })
})
