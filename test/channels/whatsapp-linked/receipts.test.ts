import type { BinaryNode } from '@whiskeysockets/baileys'
import { expect, it } from 'vitest'
import { Receipts } from '../../../bot/channels/whatsapp-linked/receipts.ts'

const [READER, PHONE, OTHER] = ['770011223344556@lid', '990055443322110@lid', '990055443322110:7@lid']

/** A device asks for message `M1` once more. */
const retry = (attrs: BinaryNode['attrs']): BinaryNode => ({
  tag: 'receipt',
  attrs: { id: 'M1', type: 'retry', t: '1', ...attrs },
  content: [{ tag: 'retry', attrs: { count: '1', id: 'M1', t: '1', v: '1' } }],
})

const times = (receipts: Receipts, count: number, attrs: BinaryNode['attrs']) =>
  Array.from({ length: count }, () => receipts.take(retry(attrs))).flat()

it('a message is lost when one device of its reader has asked more often than it is sent again, and not before', () => {
  const receipts = new Receipts()
  expect(times(receipts, 2, { from: READER })).toEqual([])
  expect(times(receipts, 2, { from: '770011223344556:4@lid' })).toEqual([])
  expect(times(receipts, 3, { from: READER })).toEqual([{ id: 'M1', is: 'unreadable' }])
})

it('other devices of our own account, which get a copy of everything, say nothing of what its reader has got', () => {
  const receipts = new Receipts()
  for (const from of [PHONE, OTHER]) expect(times(receipts, 5, { from, recipient: READER })).toEqual([])
  expect(times(receipts, 3, { from: READER })).toHaveLength(1)
  const read = { tag: 'receipt', attrs: { id: 'M1', from: OTHER, recipient: READER, t: '1' } }
  expect(receipts.take(read)).toEqual([])
})
