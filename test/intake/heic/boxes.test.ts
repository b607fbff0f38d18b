import { describe, expect, it } from 'vitest'
import { isWhole } from '../../../bot/intake/heic/boxes.ts'

function box(type: string, contents: number, announced = contents + 8): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(announced, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, Buffer.alloc(contents)])
}

function longBox(type: string, contents: number, announced = BigInt(contents + 16)): Buffer {
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(announced)
  return Buffer.concat([box(type, 0, 1), length, Buffer.alloc(contents)])
}

describe('a HEIC file', () => {
  it.each<[string, Buffer[]]>([
    ['has all its boxes', [box('ftyp', 16), box('meta', 300), box('mdat', 5000)]],
    ['has a box with a long length', [box('ftyp', 16), longBox('mdat', 5000)]],
    ['has a last box that reaches to the end', [box('ftyp', 16), box('mdat', 5000, 0)]],
    ['has something behind it', [box('ftyp', 16), box('mdat', 50), Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1')]],
    ['has a few bytes behind it', [box('ftyp', 16), Buffer.from('\r\n')]],
  ])('is whole when it %s', (_what, boxes) => {
    expect(isWhole(Buffer.concat(boxes))).toBe(true)
  })

  it.each<[string, Buffer[]]>([
    ['ends within a box', [box('ftyp', 16), box('mdat', 5000).subarray(0, 4000)]],
    ['ends within a long box', [longBox('mdat', 5000).subarray(0, 4000)]],
    ['ends within a length', [box('ftyp', 16), longBox('mdat', 0).subarray(0, 12)]],
    ['announces more than any file has', [longBox('mdat', 10, 2n ** 63n)]],
    ['announces less than a box has', [box('mdat', 10, 4)]],
    ['is empty', []],
    ['is none', [Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF', 'latin1')]],
  ])('is not whole when it %s', (_what, boxes) => {
    expect(isWhole(Buffer.concat(boxes))).toBe(false)
  })
})
