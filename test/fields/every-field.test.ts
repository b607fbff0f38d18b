import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Field, Opening, Reading } from '../../flows/engine/field.ts'
import type { Input } from '../../flows/engine/input.ts'
import type { Json, JsonObject } from '../../flows/engine/json.ts'
import type { Text } from '../../flows/engine/text.ts'
import { address } from '../../flows/fields/address.ts'
import { birthDate } from '../../flows/fields/birth-date.ts'
import { captcha } from '../../flows/fields/captcha.ts'
import { choice } from '../../flows/fields/choice.ts'
import { confirm } from '../../flows/fields/confirm.ts'
import { consent } from '../../flows/fields/consent.ts'
import { document } from '../../flows/fields/document.ts'
import { day } from '../../flows/fields/day.ts'
import { email } from '../../flows/fields/email.ts'
import { fileDetails } from '../../flows/fields/file-details.ts'
import { kk } from '../../flows/fields/kk.ts'
import { locked } from '../../flows/fields/locked.ts'
import { loginSecret } from '../../flows/fields/login-secret.ts'
import { name } from '../../flows/fields/name.ts'
import { nik } from '../../flows/fields/nik.ts'
import { oneTimeCode } from '../../flows/fields/one-time-code.ts'
import { orPhoto } from '../../flows/fields/or-photo.ts'
import { password, passwordAgain } from '../../flows/fields/password.ts'
import { phone } from '../../flows/fields/phone.ts'
import { place } from '../../flows/fields/place.ts'
import { plainText } from '../../flows/fields/plain-text.ts'
import { region } from '../../flows/fields/region.ts'
import { several } from '../../flows/fields/several.ts'
import { widerChoice } from '../../flows/fields/wider-choice.ts'
import { talkMessage } from '../../flows/fields/talk-message.ts'
import { contextOf } from './conversation.ts'
import { hostileInputs, hostileTexts, strangeScratch } from './hostile.ts'
import { smallDirectory } from './small-directory.ts'
import { asking, fromPhoto, slot } from './documents.ts'
import { fieldBundle, inWords } from './texts.ts'

const answers: JsonObject = { province: { code: '33', name: 'JAWA TENGAH' }, password: { sealed: 's', fingerprint: 'other' } }
const none = /^$/u
// "-1" is how some people write the first of a list
const first = /^(?:first|\{"code":"(?:31|3324)",.*)$/u
const letters = /^[\p{Script=Latin}.,' -]{1,60}$/u
const sealedSecret = /^\{"sealed":"sealed\(\d+\)","fingerprint":"print\([\w+/=]*\)"\}$/u

// every field type with the form, as JSON, of the only values that a hostile input may become
const fields: readonly (readonly [string, Field<Json>, RegExp])[] = [
  ['nik', nik(), none],
  ['kk', kk({ nik: 'nik' }), none],
  ['name', name(), letters],
  ['mother-name', name({ masked: true }), letters],
  ['place', place(), letters],
  ['address', address(), /^[\p{Script=Latin}0-9][\p{Script=Latin}0-9 .,'/()&#:-]{3,149}$/u],
  ['plain-text', plainText({ min: 3, max: 200 }), /^[^\p{C}<>]{3,202}$/u],
  ['birth-date', birthDate(), none],
  ['phone', phone(), none],
  ['email', email(), none],
  [
    'choice',
    choice({
      options: [
        { id: 'first', label: 'Kartu Keluarga' },
        { id: 'second', label: 'Akta Kelahiran' },
      ],
    }),
    first,
  ],
  [
    'several',
    several([
      { id: 'first', label: 'Kartu Keluarga' },
      { id: 'second', label: 'Akta Kelahiran' },
    ]),
    none,
  ],
  [
    'wider-choice',
    widerChoice({ options: [{ id: 'first', label: 'Kartu Keluarga' }] }, [{ id: 'second', label: 'Akta Kelahiran' }]),
    first,
  ],
  ['day-past', day('past'), none],
  ['day-coming', day('coming'), none],
  ['locked', locked(() => 'Nomor KK: 3326••••••••0002', { where: 'Tulis PETUGAS.', dependsOn: [] }), none],
  ['confirm', confirm(), none],
  ['file-details', fileDetails('defaults'), none],
  ['consent', consent(), none],
  ['captcha', captcha(), none],
  ['password', password({ words: ['sintren'] }), sealedSecret],
  ['password-again', passwordAgain('password'), none],
  ['login-secret', loginSecret(), sealedSecret],
  ['region', region(smallDirectory, 'province'), first],
  ['region within', region(smallDirectory, 'regency', { within: 'province' }), first],
  ['region without its parent', region(smallDirectory, 'district', { within: 'regency' }), none],
  ['one-time-code', oneTimeCode(), /^(?:\d{6}|resend)$/],
  [
    'talk-message',
    talkMessage({ end: 'Selesai' }),
    /^\{"end":(?:true|false),"text":"[^\p{C}]*","photo":(?:null|\{[^}]*\}),"at":\d+\}$/u,
  ],
  ['document', document(asking()), none],
  ['document of several pages', document(asking({ rules: slot({ maxPages: 5 }), example: { file: 'e', name: 'e.jpg' } })), none],
  ['PDF', document(asking({ rules: slot({ types: ['pdf'], kind: 'any', checks: [], shrink: false }) })), none],
  ['nik or photo', orPhoto(nik(), fromPhoto), none],
] as const

const bundles = [fieldBundle('id'), fieldBundle('en')]

function spoken(text: Text): readonly string[] {
  return bundles.map((bundle) => inWords(bundle, text))
}

function keysOf(text: Text): readonly string[] {
  if (typeof text === 'string') return []
  if ('lines' in text) return text.lines.flatMap(keysOf)
  const inner = Object.values(text.args ?? {}).flatMap((arg) => (typeof arg === 'object' && 'key' in arg ? keysOf(arg) : []))
  return [text.key, ...inner]
}

function openingTexts(opening: Opening | undefined): readonly Text[] {
  const args = Object.values(opening?.args ?? {}).filter((arg) => typeof arg === 'object')
  return [...args, ...(opening?.choices ?? []).map((choice) => choice.label)]
}

function textsOf(reading: Reading<Json>): readonly Text[] {
  switch (reading.is) {
    case 'problem':
      return [reading.problem, ...openingTexts(reading.opening)]
    case 'more':
      return [reading.text, ...openingTexts(reading.opening)]
    case 'value':
      return reading.echo === undefined ? [] : [reading.echo]
    case 'work':
      return []
    case 'revise':
      return []
  }
}

/** Checks one reading: kept in JSON, explained in both languages by its own keys, and no garbage taken. */
function check(field: Field<Json>, input: Input, scratch: Json, allowed: RegExp): void {
  const reading = field.read(input, contextOf(answers), scratch)
  if (reading.is === 'value') {
    const value = typeof reading.value === 'string' ? reading.value : JSON.stringify(reading.value)
    expect(value).toMatch(allowed)
  }
  if (reading.is === 'work') expect(input.kind).toBe('file')
  expect(JSON.parse(JSON.stringify(reading))).toEqual(reading)
  for (const text of textsOf(reading)) {
    for (const words of spoken(text)) expect(words.length).toBeLessThan(400)
    for (const key of keysOf(text)) expect(field.texts).toContain(key)
  }
}

describe.each(fields)('%s', (_name, field, allowed) => {
  const opened = (): Json => field.open?.(contextOf(answers)).scratch ?? null

  it.each(hostileTexts)('takes no garbage from %s and says what to send instead', (_what, text) => {
    check(field, { kind: 'text', text }, opened(), allowed)
  })

  it.each(hostileInputs)('survives %s', (_what, input) => {
    check(field, input, opened(), allowed)
  })

  it.each(strangeScratch.map((scratch) => ({ scratch })))('survives $scratch', ({ scratch }) => {
    for (const text of ['1', '2', 'lainnya', 'sebelumnya', '😀']) {
      const reading = field.read({ kind: 'text', text }, contextOf(answers), scratch)
      for (const said of textsOf(reading)) expect(spoken(said)).not.toContain('')
    }
  })

  it('answers the same message the same way twice', () => {
    for (const [, text] of hostileTexts) {
      const once = field.read({ kind: 'text', text }, contextOf(answers), opened())
      expect(field.read({ kind: 'text', text }, contextOf(answers), opened())).toEqual(once)
    }
  })

  it('opens with choices that stay within ten and speak both languages', () => {
    const opening = field.open?.(contextOf(answers))
    expect((opening?.choices ?? []).length).toBeLessThanOrEqual(10)
    for (const text of openingTexts(opening)) spoken(text)
  })

  it('has each of its texts in both languages', () => {
    for (const bundle of bundles) for (const key of field.texts) expect(bundle.hasMessage(key), key).toBe(true)
  })
})

describe('the texts of the fields', () => {
  it('are each used by a field', () => {
    const used = new Set(fields.flatMap(([, field]) => field.texts))
    for (const language of ['id', 'en']) {
      const source = ['fields', 'documents', 'file-details']
        .map((name) => readFileSync(new URL(`../../flows/text/${language}/${name}.ftl`, import.meta.url), 'utf8'))
        .join('\n')
      const keys = [...source.matchAll(/^([\w-]+) =/gmu)].map((match) => match[1])
      expect(keys.length).toBeGreaterThan(80)
      expect(keys.filter((key) => key !== undefined && !used.has(key))).toEqual([])
      expect(keys).toHaveLength(new Set(keys).size)
    }
  })
})
