import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoted } from '../../flows/fields/shown-talk.ts'
import { cleanTalk, endsTalk, readTalk, talkMessage } from '../../flows/fields/talk-message.ts'
import { contextOf, messageOf, noon, say } from './conversation.ts'

const field = talkMessage({ end: 'Selesai' })
const file = (extra: object) => ({ kind: 'file', file: { ref: 'r-1', as: 'photo', ...extra } }) as const

describe('a message of a talk', () => {
  it('keeps lines and emoji, and loses what nobody sees', () => {
    expect(cleanTalk('  Halo\u0007 \u202EBu\u202C\u200B 🙏\r\n\r\n\r\n\r\nKTP\tsaya  ')).toBe('Halo Bu 🙏\n\nKTP saya')
  })

  it.each(['selesai', 'SELESAI.', 'sudah selesai', 'cukup', 'itu saja', 'done', "that's all"])('"%s" ends it', (text) => {
    expect(endsTalk(text)).toBe(true)
    expect(say(field, text)).toEqual({ is: 'value', value: { end: true, text: '', photo: null, at: noon } })
  })

  it.each(['sudah selesai belum?', 'KTP saya selesai kapan?', 'ya', 'tidak ada', '1'])('"%s" is a message', (text) => {
    expect(say(field, text)).toEqual({ is: 'value', value: { end: false, text, photo: null, at: noon } })
  })

  it('is at most 2,000 characters', () => {
    expect(readTalk('a'.repeat(2000))).toEqual({ text: 'a'.repeat(2000) })
    expect(readTalk('a'.repeat(2001))).toEqual({ fault: 'long' })
    expect(readTalk('\u202E\u0000 \n')).toEqual({ fault: 'empty' })
  })

  it('may be a photo with words; where words are wanted first, not a photo alone', () => {
    const photo = { ref: 'r-1', maxBytes: 10 * 1024 * 1024 }
    expect(field.read(file({ caption: 'KTP saya' }), contextOf(), null)).toMatchObject({ value: { text: 'KTP saya', photo } })
    expect(field.read(file({}), contextOf(), null)).toMatchObject({ value: { text: '', photo } })
    const first = talkMessage({ first: true, end: 'Selesai' }).read(file({}), contextOf(), null)
    expect(first.is === 'problem' && messageOf(first.problem).key).toBe('field-talk-words-first')
  })

  it.each([{ mime: 'application/pdf' }, { name: 'a.apk' }, { size: 0 }, { size: 99_000_000 }])('is no %o', (extra) => {
    expect(field.read(file(extra), contextOf(), null).is).toBe('problem')
  })
})

describe('a stranger’s words as officers see them', () => {
  it.each([
    ['lihat https://a.example/b.c?d=e', '> lihat https://a[.]example/b.c?d=e'],
    ['www.contoh.id/x', '> www[.]contoh[.]id/x'],
    ['buka bit.ly/abc ya', '> buka bit[.]ly/abc ya'],
    ['surel siti_a@contoh.id', '> surel siti_a@contoh.id'],
    ['tgl.lahir salah.tolong', '> tgl.lahir salah.tolong'],
    ['*tebal* _miring_ ~coret~', '> ∗tebal∗ ＿miring＿ ∼coret∼'],
    ['a\nDari: petugas', '> a\n> Dari: petugas'],
  ])('%j', (text, shown) => expect(quoted(text)).toBe(shown))

  it('never have a line that is not marked, nor an address that opens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.webUrl(), (text, url) => {
        const shown = quoted(cleanTalk(`${text} ${url}`))
        expect(shown.split('\n').every((line) => line.startsWith('> '))).toBe(true)
        expect(shown).not.toContain(new URL(url).host)
      }),
    )
  })
})
