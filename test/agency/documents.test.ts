import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agenciesFolder, loadAgencies } from '../../bot/agencies.ts'
import { AgencyError, slotOf } from '../../flows/agency.ts'
import { parseAgency } from '../../flows/agency-parse.ts'

const sintren = readFileSync(join(agenciesFolder, 'sintren/agency.yaml'), 'utf8')
const KTP = /documents:\n {2}- id: ktp\n(?: {4}.*\n)+/

/** SINTREN with other documents, and other questions for them in place of the photo of the KTP. */
function withDocuments(documents: string, questions = '- { id: ktp, field: document, slot: ktp, entry: chat }'): string {
  const yaml = sintren
    .replace(KTP, (ktp) => `${ktp}${documents.replace(/^/gm, '  ')}\n`)
    .replace('- { id: ktp, field: document, slot: ktp, entry: chat }', questions)
  expect(yaml).not.toBe(sintren)
  return yaml
}

function mistakes(yaml: string): string {
  try {
    parseAgency(yaml, 'a.yaml')
  } catch (error) {
    if (error instanceof AgencyError) return error.message
    throw error
  }
  throw new Error('no mistake was found')
}

const LETTER = '- { id: surat-kuasa, kind: any, types: [pdf], maxMegabytes: 1, pages: 5, shrink: false, checks: [] }'
const PASSPORT =
  '- { id: paspor, kind: passport, types: [jpeg, png, pdf], maxMegabytes: 2, checks: [legible, kind, identity, expiry], ifExpired: surat-pembaruan }'
const RENEWAL = '- { id: surat-pembaruan, kind: any, types: [pdf, jpeg, png], maxMegabytes: 2, checks: [legible], note: true }'

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

describe('the examples of an agency', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loket-examples-'))
    cpSync(join(agenciesFolder, 'sintren'), join(folder, 'sintren'), { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const load = () => loadAgencies([], [], folder)
  const example = () => join(folder, 'sintren/examples/ktp.jpg')

  it('are read once, under the id that they are sent by', () => {
    const [loaded] = load()
    expect([...(loaded?.examples ?? [])].map(([id, { mime }]) => [id, mime])).toEqual([['example:ktp', 'image/jpeg']])
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
