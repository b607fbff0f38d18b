import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editNumber, matchesPhrase, normalise, resolveOption, understand, visible } from '../../flows/engine/words.ts'
import { hostileTexts } from '../fields/hostile.ts'

describe('normalise', () => {
  it('takes away what nobody says', () => {
    expect(normalise('  “Halo\u202e \u0000 DUNIA!!” 😀')).toBe('halo dunia')
    expect(normalise('*DAFTAR*')).toBe('daftar')
    expect(normalise('Nur’aini')).toBe("nur'aini")
  })

  it("reads other scripts' digits", () => {
    expect(normalise('１２３ ٤٥ ६७ 1️⃣ ๙ ᠗')).toBe('123 45 67 1 9 7')
  })

  it('is idempotent, short and without invisible characters for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const once = normalise(text)
        expect(normalise(once)).toBe(once)
        expect(Array.from(once).length).toBeLessThanOrEqual(200)
        expect(once).not.toMatch(/\p{C}/u)
        expect(visible(visible(text))).toBe(visible(text))
      }),
    )
  })
})

describe('understand', () => {
  it.each([
    [
      'yes',
      [
        'ya',
        'Y',
        'iya betul',
        'Iya, betul!',
        'ya benar pak',
        'Benar.',
        'yaaaa',
        'OKE 👍',
        '👍🏽',
        'yoi',
        'sip',
        'ok lanjut',
        'yes please',
      ],
    ],
    [
      'no',
      ['tidak', 'gak', 'Nggak.', 'enggak pak', 'tdk', 'bukan itu', 'belum', 'tidak setuju', 'I do not agree', "I don't agree"],
    ],
    ['back', ['kembali', 'Kembali ya pak', 'BACK']],
    ['cancel', ['batal', 'mau batal', 'gak jadi', 'stop', 'tolong batalkan']],
    ['restart', ['ulang', 'reset', 'mulai lagi dong']],
    ['help', ['bantuan', '?', ' ?? ', 'tolong', 'help']],
    ['skip', ['lewati', 'lewati aja', 'skip']],
    ['keep', ['Tetap yang lama', 'tetap yang lama aja', 'keep it', 'Keep as it was']],
    ['next', ['lainnya', 'yang lain', 'next', 'selanjutnya']],
    ['previous', ['sebelumnya', 'prev']],
  ] as const)('hears %s in everyday spelling', (meaning, texts) => {
    for (const text of texts) expect(understand(text), text).toBe(meaning)
  })

  it.each(['ya tidak', 'tidak ya', 'hello', 'terima kasih', 'Yayan', 'Batalipu', 'yakin?', 'ya Tuhan', 'iya tapi salah'])(
    'does not guess at "%s"',
    (text) => {
      expect(understand(text)).toBeUndefined()
    },
  )

  it.each(hostileTexts)('hears nothing in %s', (_what, text) => {
    expect(understand(text)).toBeUndefined()
  })
})

describe('editNumber', () => {
  it.each([
    ['ubah 3', 3],
    ['Ubah no. 3', 3],
    ['edit 12', 12],
    ['tolong ganti nomor 3', 3],
    ['ubah nomor ٣', 3],
    ['change #4', 4],
    ['ubah', undefined],
    ['ubah 0', undefined],
    ['ubah 100', undefined],
    ['ubah 3 dan 4', undefined],
    ['3', undefined],
  ])('reads %s', (text, number) => {
    expect(editNumber(text)).toBe(number)
  })
})

describe('matchesPhrase', () => {
  it('forgives politeness and one slip in a long word', () => {
    expect(matchesPhrase('Saya mau daftar dong, pak', ['daftar'])).toBe(true)
    expect(matchesPhrase('dafttar', ['daftar'])).toBe(true)
    expect(matchesPhrase('tolong cek statuss pendaftaran saya', ['cek status pendaftaran'])).toBe(true)
  })

  it('takes whole phrases only, and short words as they are', () => {
    expect(matchesPhrase('daftar login', ['daftar'])).toBe(false)
    expect(matchesPhrase('mena', ['menu'])).toBe(false)
    expect(matchesPhrase('', ['menu'])).toBe(false)
    expect(matchesPhrase('tolong', ['tolong'])).toBe(true)
  })
})

describe('resolveOption', () => {
  const options = [
    { id: 'ktp', labels: ['Perekaman KTP-el'] },
    { id: 'birth', labels: ['Akta Kelahiran', 'birth certificate'] },
    { id: 'death', labels: ['Akta Kematian', 'death certificate'] },
  ]

  it.each([
    ['2', ['birth']],
    ['nomor 1', ['ktp']],
    ['KTP', ['ktp']],
    ['akta kelahirann', ['birth']],
    ['death certificate', ['death']],
    ['akta', ['birth', 'death']],
    ['perekaman', ['ktp']],
    ['9', []],
    ['xyz', []],
    ['', []],
  ])('finds what "%s" means', (text, ids) => {
    expect(resolveOption(text, options)).toEqual(ids)
  })
})
