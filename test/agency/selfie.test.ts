import { describe, expect, it } from 'vitest'
import { parseAgency } from '../../flows/agency-parse.ts'
import { isAboutSelfie } from '../../flows/agency-selfie.ts'
import { textsNeeded } from '../../flows/agency-texts.ts'
import { mistakes, sintren } from './sintren-yaml.ts'

const asking = (selfie: string, yaml = sintren) => `${yaml}\nselfie: ${selfie}\n`
const SELFIE = "{ document: ktp, version: '2026-12' }"

describe('a selfie', () => {
  it('is nowhere in an agency that does not ask for one', () => {
    const agency = parseAgency(sintren, 'a.yaml')
    expect(agency.selfie).toBeUndefined()
    expect(agency.registration.fields.filter(isAboutSelfie)).toEqual([])
    expect(agency.documents.map(({ slot }) => slot)).not.toContain('selfie')
  })

  it('comes behind the photo of the KTP, after a consent of its own; its words are Loket’s', () => {
    const agency = parseAgency(asking(SELFIE), 'a.yaml')
    const ids = agency.registration.fields.map(({ id }) => id)
    expect(ids.slice(ids.indexOf('ktp'), ids.indexOf('password'))).toEqual(['ktp', 'selfie-consent', 'selfie'])
    expect(textsNeeded(agency)).toEqual(textsNeeded(parseAgency(sintren, 'a.yaml')))
  })

  it.each([
    [
      'of a document that there is not',
      asking("{ document: paspor, version: '1' }"),
      'selfie.document: the form asks for no KTP "paspor"',
    ],
    [
      'of something else than a KTP',
      asking("{ document: kartu-keluarga, version: '1' }"),
      'selfie.document: the form asks for no KTP',
    ],
    ['without a version', asking('{ document: ktp }'), 'selfie.version: is missing'],
    ['with a threshold', asking("{ document: ktp, version: '1', threshold: 0.7 }"), 'selfie.threshold: is not known here'],
    [
      'beside a document of its name',
      asking(SELFIE, sintren.replace('- id: pas-foto', '- id: selfie')),
      'is the place of the selfie itself',
    ],
    [
      'beside a question of its name',
      asking(
        SELFIE,
        sintren.replace('{ id: ktp, field: document', '{ id: selfie, field: document').replaceAll('photo: ktp', 'photo: selfie'),
      ),
      '"selfie" is asked by `selfie` itself',
    ],
  ])('%s is refused, with line and key', (_what, yaml, told) => {
    expect(mistakes(yaml)).toContain(told)
    expect(mistakes(yaml)).toMatch(/^a\.yaml:\d+ /)
  })
})
