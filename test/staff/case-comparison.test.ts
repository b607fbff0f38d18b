import { describe, expect, it } from 'vitest'
import { loadAgencies, loadHolidays } from '../../bot/agencies.ts'
import { loadRegions } from '../../bot/regions.ts'
import { loadTexts } from '../../bot/texts.ts'
import { inWords } from '../../bot/case-pictures.ts'
import type { DocumentFindings } from '../../flows/fields/document-findings.ts'
import type { CaseDocument } from '../../flows/ports/case-documents.ts'
import { comparedRows, documentNotes, type ComparedCase } from '../../flows/staff/case-comparison.ts'

const [loaded] = loadAgencies(loadTexts(), loadHolidays())
if (loaded === undefined) throw new Error('there is no agency')
const counter = { ...loaded, regions: await loadRegions(), publicUrl: 'http://127.0.0.1' }

const found = (change: Partial<DocumentFindings> = {}): DocumentFindings => ({ verdict: 'good', checks: {}, read: {}, ...change })
const document = (findings: DocumentFindings | null, change: Partial<CaseDocument> = {}): CaseDocument => ({
  slot: 'ktp',
  sheet: 1,
  file: 'F1',
  pages: [],
  thumbnail: null,
  original: null,
  findings,
  ...change,
})
const registration = (...documents: CaseDocument[]): ComparedCase => ({
  kind: 'registration',
  nik: '9826014107900001',
  name: 'Siti Contoh',
  answers: {
    nik: '9826014107900001',
    name: 'Siti Contoh',
    'birth-place': 'Kota Contoh',
    'birth-date': '1990-07-01',
    village: { code: '3326072008', name: 'KARANGSARI' },
  },
  documents,
})
const rows = (...documents: CaseDocument[]) =>
  comparedRows(registration(...documents), counter, 'id').map(({ state, read }) => [
    state,
    typeof read === 'string' ? read : loaded.texts.format('id', read),
  ])

describe('what was typed beside what was read', () => {
  it('is nothing while no document was looked at', () => {
    expect(rows()).toEqual([])
    expect(rows(document(null))).toEqual([])
  })

  it('goes by the check of what was typed, not by what was read', () => {
    const read = { nik: '9826014107900007', name: 'SITI CONTOH' }
    const checks = { nik: 'different', name: 'same' } as const
    expect(rows(document(found({ checks, read }))).slice(0, 2)).toEqual([
      ['different', '9826 0141 0790 0007'],
      ['same', 'SITI CONTOH'],
    ])
  })

  it('compares what was filled in from the photo, too, which nothing was checked against', () => {
    const read = { nik: '9826014107900001', name: 'SITI  CONTOH' }
    expect(
      rows(document(found({ read })))
        .map(([state]) => state)
        .slice(0, 2),
    ).toEqual(['same', 'same'])
    expect(rows(document(found({ read: { nik: '9826014107900007', name: 'SITI' } }))).slice(0, 2)).toEqual([
      ['unsure', '9826 0141 0790 0007'],
      ['unsure', 'SITI'],
    ])
  })

  it('names a family card number only where a document shows it', () => {
    const kk = '9826010112150002'
    const typed = { ...registration(document(found())), answers: { kk } }
    expect(comparedRows(typed, counter, 'id')).toEqual([])
    const card = document(found({ checks: { kk: 'same' }, read: { kk } }))
    expect(comparedRows({ ...typed, documents: [card] }, counter, 'id')).toMatchObject([{ state: 'same' }])
  })

  it('takes the worst of several documents', () => {
    const one = document(found({ checks: { nik: 'same' }, read: { nik: '9826014107900001' } }))
    const other = document(found({ checks: { nik: 'different' } }), { slot: 'ktp', sheet: 2 })
    expect(rows(one, other)[0]?.[0]).toBe('different')
  })

  it('compares dates by the day, and places by their letters', () => {
    const read = { birthPlace: 'KOTA  CONTOH', birthDate: '1990-07-02', village: 'KARANG SARI' }
    expect(rows(document(found({ read }))).slice(2)).toEqual([
      ['same', 'KOTA  CONTOH'],
      ['different', '02-07-1990'],
      ['same', 'KARANG SARI'],
    ])
    expect(rows(document(found({ read: { birthPlace: 'KT CONTOH' } })))[2]).toEqual(['unsure', 'KT CONTOH'])
  })

  it('EXP-11 marks another address, street and region, and takes no spelling for one', () => {
    const fields = counter.agency.registration.fields.flatMap((field) =>
      field.id === 'village'
        ? [field, { id: 'address', field: 'address' as const, entry: 'chat' as const, prompt: 'p', label: 'l', help: 'h' }]
        : [field],
    )
    const asking = { ...counter, agency: { ...counter.agency, registration: { version: 2, fields } } }
    const states = (read: DocumentFindings['read']) => {
      const typed = registration(document(found({ read })))
      const card = { ...typed, answers: { village: typed.answers['village'] ?? null, address: 'Jl. Mawar No. 5 RT 3 RW 2' } }
      return comparedRows(card, asking, 'id').map(({ state }) => state)
    }
    expect(states({ village: 'KARANGSARI', address: 'JALAN MAWAR NO 5 RT 003/RW 002' })).toEqual(['same', 'same'])
    expect(states({ village: 'WONOPRINGGO', address: 'JALAN MELATI NO 9' })).toEqual(['different', 'different'])
    expect(states({ village: 'KARANGSARI' })).toEqual(['same', 'unread'])
  })

  it('says so of what was not read', () => {
    expect(rows(document(found()))).toEqual(Array.from({ length: 5 }, () => ['unread', 'tidak terbaca']))
  })
})

describe('the notes on documents', () => {
  const notes = (...documents: CaseDocument[]) =>
    documentNotes({ documents }, counter).map(({ text, tone }) => [tone, loaded.texts.format('id', text)])

  it('are worst first, one by one', () => {
    const dark = found({ verdict: 'fault', fault: 'dark', checks: { nik: 'different' } })
    const letter = document(found({ signature: 'valid' }), { sheet: 2 })
    expect(notes(document(dark), letter)).toEqual([
      ['bad', 'KTP Elektronik, lembar 1: NIK-nya berbeda dari yang diketik.'],
      ['look', 'KTP Elektronik, lembar 1: gelap; ada versi yang dicerahkan.'],
      ['good', 'KTP Elektronik, lembar 2: terbaca jelas.'],
      ['good', 'KTP Elektronik, lembar 2: tanda tangan elektronik utuh. Penerbitnya tidak diperiksa.'],
    ])
  })

  it.each(['none', 'valid-but-appended', 'unknown', 'invalid'] as const)('name a signature that is %s', (signature) => {
    const [, [tone, text] = []] = notes(document(found({ signature }))).toSorted(
      ([a = ''], [b = '']) => (a === 'good' ? -1 : 1) - (b === 'good' ? -1 : 1),
    )
    expect(tone).toBe(signature === 'invalid' ? 'bad' : 'look')
    expect(text).toMatch(/tanda ?tangan/)
  })

  it('tell of a document that no machine has looked at', () => {
    expect(notes(document(null))).toEqual([['look', 'KTP Elektronik: belum diperiksa mesin. Lihat gambarnya.']])
  })
})

describe('a case picture in words', () => {
  it('begins with the number, the times, and what was flagged', () => {
    const words = inWords(
      {
        ...registration(document(found())),
        number: 'REG-2611-AB12CD',
        submittedAt: 0,
        promisedAt: 0,
        registered: {},
        matches: {},
        flags: ['duplicate'],
      },
      counter,
      'id',
    )
    expect(words.title).toBe('REG-2611-AB12CD')
    expect(words.subtitle).toMatch(/^Pendaftaran · masuk/)
    expect(words.notes[0]).toMatchObject({ tone: 'look', text: expect.stringContaining('Hanya bisa ditolak') })
  })
})
