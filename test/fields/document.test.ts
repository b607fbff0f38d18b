import { describe, expect, it } from 'vitest'
import type { IncomingFile } from '../../flows/engine/input.ts'
import { document } from '../../flows/fields/document.ts'
import { contextOf, problemOf, valueOf } from './conversation.ts'

const field = document({ slot: 'ktp', maxBytes: 2_000_000, job: 'intake' })
const send = (file: Partial<IncomingFile>) =>
  field.read({ kind: 'file', file: { ref: 'r-1', as: 'document', ...file } }, contextOf(), null)

describe('document', () => {
  it('hands a photo to the job, with what the channel told of it', () => {
    expect(send({ as: 'photo' })).toEqual({
      is: 'work',
      job: 'intake',
      payload: { ref: 'r-1', as: 'photo', slot: 'ktp', maxBytes: 2_000_000 },
    })
    expect(send({ name: 'ktp.jpg', mime: 'image/jpeg', size: 90_000 })).toMatchObject({
      payload: { name: 'ktp.jpg', mime: 'image/jpeg', size: 90_000 },
    })
    expect(send({ name: 'ktp', mime: 'application/octet-stream' }).is).toBe('work')
  })

  it.each([
    [{ size: 0 }, 'empty'],
    [{ size: 31_457_280, mime: 'image/jpeg' }, 'too-large'],
    [{ mime: 'image/svg+xml' }, 'svg'],
    [{ name: 'gambar.SVG', mime: 'application/octet-stream' }, 'svg'],
    [{ mime: 'application/pdf' }, 'pdf'],
    [{ name: 'ktp.jpg.apk' }, 'app'],
    [{ mime: 'application/vnd.android.package-archive' }, 'app'],
    [{ name: 'catatan.txt', mime: 'text/plain' }, 'type'],
    [{ mime: 'video/mp4' }, 'type'],
  ])('refuses %o before it is fetched', (file, problem) => {
    expect(problemOf(send(file))).toBe(`field-document-${problem}`)
  })

  it('names the limit', () => {
    expect(send({ size: 3_000_000, mime: 'image/png' })).toMatchObject({ problem: { args: { max: 1.9 } } })
  })

  it('keeps the id of what was stored', () => {
    expect(field.settle?.({ ok: true, file: 'f-1', width: 800, height: 500 }, contextOf())).toEqual({
      is: 'value',
      value: { file: 'f-1' },
    })
    expect(field.show({ file: 'f-1' }, contextOf())).toEqual({ key: 'field-document-received' })
  })

  it.each(['too-large', 'not-an-image', 'svg', 'pdf', 'pixels', 'empty', 'damaged', 'heic', 'timeout', 'unavailable', 'type'])(
    'explains that the file is %s',
    (problem) => {
      const reading = field.settle?.({ ok: false, problem }, contextOf())
      expect(reading === undefined ? '' : problemOf(reading)).toBe(`field-document-${problem}`)
    },
  )

  it.each([
    undefined,
    null,
    {},
    { ok: true },
    { ok: true, file: '' },
    { ok: false, problem: 'undecided' },
    { ok: false, problem: 'constructor' },
  ])('asks for the photo again when the job ends with %j', (outcome) => {
    const reading = field.settle?.(outcome, contextOf())
    expect(reading === undefined ? '' : problemOf(reading)).toBe('field-document-not-checked')
    expect(reading === undefined ? undefined : valueOf(reading)).toBeUndefined()
  })
})
