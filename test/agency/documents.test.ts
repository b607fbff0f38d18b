import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agenciesFolder, loadAgencies } from '../../bot/agencies.ts'
import { slotOf } from '../../flows/agency.ts'
import { parseAgency } from '../../flows/agency-parse.ts'
import { namedTypes } from '../../flows/fields/document-file.ts'
import { mistakes, sintren } from './sintren-yaml.ts'

const KTP = /documents:\n {2}- id: ktp\n(?: {4}.*\n)+/

/** SINTREN with other documents, and other questions for them in place of the photo of the KTP. */
function withDocuments(documents: string, questions = '- { id: ktp, field: document, slot: ktp, entry: chat }'): string {
  const yaml = sintren
    .replace(KTP, (ktp) => `${ktp}${documents.replace(/^/gm, '  ')}\n`)
    .replace('- { id: ktp, field: document, slot: ktp, entry: chat }', questions)
  expect(yaml).not.toBe(sintren)
  return yaml
}

const LETTER = '- { id: surat-kuasa, kind: "any", types: [pdf], maxMegabytes: 1, pages: 5, shrink: false, checks: [] }'
const PASSPORT =
  '- { id: paspor, kind: passport, types: [jpeg, png, pdf], maxMegabytes: 2, checks: [legible, kind, identity, expiry], ifExpired: surat-pembaruan }'
const RENEWAL = '- { id: surat-pembaruan, kind: "any", types: [pdf, jpeg, png], maxMegabytes: 2, checks: [legible], note: true }'

describe('the documents of an agency', () => {
  it('DPM-18 DPM-19 each have a place, types and limits of their own', () => {
    const agency = parseAgency(withDocuments([LETTER, PASSPORT, RENEWAL].join('\n')), 'a.yaml')
    expect(slotOf(agency, 'ktp')).toEqual({
      slot: 'ktp',
      kind: 'ktp',
      types: ['jpeg', 'png', 'webp', 'heic'],
      maxBytes: 10 * 1024 * 1024,
      maxPages: 1,
      shrink: true,
      checks: ['legible', 'kind', 'identity'],
      example: 'ktp.jpg',
      label: 'document-ktp',
    })
    expect(slotOf(agency, 'surat-kuasa')).toMatchObject({ types: ['pdf'], maxBytes: 1_048_576, maxPages: 5, shrink: false })
    expect(slotOf(agency, 'surat-pembaruan')).toMatchObject({ note: 'document-surat-pembaruan-note' })
  })

  it('EXP-2 EXP-3 may be of the types and 2 MB of the guide', () => {
    expect(slotOf(parseAgency(withDocuments([PASSPORT, RENEWAL].join('\n')), 'a.yaml'), 'paspor')).toMatchObject({
      types: ['jpeg', 'png', 'pdf'],
      maxBytes: 2 * 1024 * 1024,
    })
  })

  it('EXP-1 may be one or the other', () => {
    const either = PASSPORT.replace('kind: passport,', 'kind: ktp, also: [passport],')
    expect(slotOf(parseAgency(withDocuments([either, RENEWAL].join('\n')), 'a.yaml'), 'paspor')).toMatchObject({
      kind: 'ktp',
      also: ['passport'],
    })
  })

  const ASKED = '- { id: ktp, field: document, slot: ktp, entry: chat }'
  it.each([
    ['a name twice', withDocuments(LETTER.replace('surat-kuasa', 'ktp')), 'documents[1].id: "ktp" is used twice'],
    ['a kind that is none', withDocuments(LETTER.replace('any', 'visa')), 'documents[1].kind: must be "ktp"'],
    ['a type that is none', withDocuments(LETTER.replace('pdf', 'docx')), 'documents[1].types[0]: must be "jpeg"'],
    ['no type', withDocuments(LETTER.replace('[pdf]', '[]')), 'documents[1].types: Too small'],
    ['no page', withDocuments(LETTER.replace('pages: 5', 'pages: 0')), 'documents[1].pages: Too small'],
    ['PDFs made smaller', withDocuments(LETTER.replace('shrink: false', 'shrink: true')), 'documents[1].shrink: must be false'],
    ['an identity on anything', withDocuments(LETTER.replace('[] }', '[identity] }')), 'documents[1].checks: "identity" needs'],
    ['a term on a KTP', sintren.replace('[legible, kind, identity]', '[expiry]'), 'documents[0].checks: "expiry" is only for'],
    [
      'an address on a passport',
      withDocuments([PASSPORT.replace('identity,', 'address,'), RENEWAL].join('\n')),
      'documents[1].checks: "address" is only for a KTP',
    ],
    [
      'an address that nobody is asked for',
      sintren.replace('[legible, kind, identity]', '[address]').replaceAll(/^ {4}- \{ id: \w+, field: region.*\n/gm, ''),
      'documents[0].checks: "address" needs a question for an address or a region before its document',
    ],
    [
      'the same kind again',
      withDocuments(PASSPORT.replace('passport,', 'passport, also: [passport],')),
      'also: "passport" is named twice',
    ],
    [
      'anything or a KTP',
      withDocuments(LETTER.replace('"any",', '"any", also: [ktp],')),
      'documents[1].also: needs a kind of document',
    ],
    ['no renewal', withDocuments(PASSPORT), 'documents[1].ifExpired: there is no other document "surat-pembaruan"'],
    [
      'a renewal that is asked for before',
      withDocuments(
        [PASSPORT, RENEWAL].join('\n'),
        `${ASKED}\n    - { id: r, field: document, slot: surat-pembaruan, entry: chat }\n    - { id: p, field: document, slot: paspor, entry: chat }`,
      ),
      'documents[1].ifExpired: "surat-pembaruan" must be asked for after "paspor"',
    ],
    ['a place that there is not', sintren.replace('slot: ktp,', 'slot: kk,'), 'slot: there is no document "kk"'],
    ['a photo of nothing', sintren.replace('photo: ktp', 'photo: email'), 'photo: "email" is not a question for a KTP'],
    ['an example elsewhere', sintren.replace('example: ktp.jpg', 'example: ../../secret.jpg'), 'documents[0].example: must be'],
  ])('with %s are refused, with line and key', (_what, yaml, told) => {
    expect(mistakes(yaml)).toContain(told)
    expect(mistakes(yaml)).toMatch(/^a\.yaml:\d+ /)
  })
})

describe('the documents of a service', () => {
  it('SIN-132 are listed in the order of the guide, with those that are wajib', () => {
    const { services } = parseAgency(sintren, 'a.yaml')
    expect(services.find(({ id }) => id === 'akta-kelahiran')?.documents).toEqual([
      { slot: 'kartu-keluarga', required: true },
      { slot: 'ktp', required: false },
      { slot: 'keterangan-kelahiran', required: true },
      { slot: 'buku-nikah', required: true },
      { slot: 'sptjm-kelahiran', required: false },
      { slot: 'sptjm-suami-istri', required: false },
      { slot: 'formulir', required: true },
    ])
    expect(services.filter(({ documents }) => documents.length === 0)).toEqual([])
  })

  it('SIN-140 are of the types that the guide names, until the agency says otherwise', () => {
    const slots = (yaml: string) => {
      const agency = parseAgency(yaml, 'a.yaml')
      return namedTypes(slotOf(agency, 'kartu-keluarga').types)
    }
    expect(slots(sintren)).toBe('JPG, JPEG, PNG, JFIF')
    const wider = sintren.replace(/(id: kartu-keluarga\n {4}kind: kk\n {4}types: )\[jpeg, png\]/, '$1[jpeg, png, pdf]')
    expect(slots(wider)).toBe('JPG, JPEG, PNG, JFIF, PDF')
  })

  const FIRST = '- { slot: kartu-keluarga, required: true }'
  it.each([
    ['that there is not', '- { slot: ijazah }', 'services[0].documents[0].slot: there is no document "ijazah"'],
    ['that stands there twice', `${FIRST}\n      ${FIRST}`, 'documents[1].slot: "kartu-keluarga" is used twice (also number 1)'],
    ['that is wajib or not', '- { slot: ktp, required: wajib }', 'services[0].documents[0].required: expected boolean'],
    [
      'with a key that is not known',
      '- { slot: ktp, requird: true }',
      'documents[0].requird: is not known here; did you mean "required"?',
    ],
  ])('are refused for one %s, with line and key', (_what, instead, told) => {
    expect(mistakes(sintren.replace(FIRST, instead))).toContain(told)
    expect(mistakes(sintren.replace(FIRST, instead))).toMatch(/^a\.yaml:\d+ services/)
  })
})

describe('the examples of an agency', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loket-examples-'))
    cpSync(join(agenciesFolder, 'sintren'), join(folder, 'sintren'), { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const load = () => loadAgencies([], [], folder)
  const example = () => join(folder, 'sintren/examples/ktp.jpg')

  it('SIN-129 are there for every document, and read once, under the id that they are sent by', () => {
    const [loaded] = load()
    const ids = loaded?.agency.documents.map(({ slot }) => [`example:${slot}`, 'image/jpeg'])
    expect([...(loaded?.examples ?? [])].map(([id, { mime }]) => [id, mime])).toEqual(ids)
  })

  it.each([
    ['that is not there', () => rmSync(example()), 'is missing'],
    ['that is no picture', () => writeFileSync(example(), '<svg/>'), 'is not a JPG or PNG'],
    ['that is far too large', () => writeFileSync(example(), Buffer.alloc(1024 * 1024 + 1, 0xff)), 'is larger than'],
  ])('named by one %s stop the counter from opening', (_what, spoil, told) => {
    spoil()
    expect(load).toThrow(new RegExp(`agency\\.yaml:\\d+ documents\\[0\\]\\.example: "examples/ktp\\.jpg" ${told}`))
  })
})
