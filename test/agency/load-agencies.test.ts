import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agenciesFolder, calendarWarnings, loadAgencies, loadHolidays } from '../../bot/agencies.ts'
import { AgencyError, slotOf } from '../../flows/agency.ts'
import { describeHours } from '../../flows/calendar/opening-hours.ts'
import { t } from '../../flows/engine/text.ts'
import type { TextResource } from '../../flows/text/resource.ts'

const holidays = loadHolidays()
const common: readonly TextResource[] = [
  { language: 'id', name: 'common-id.ftl', content: 'sapaan = Halo' },
  { language: 'en', name: 'common-en.ftl', content: 'sapaan = Hello' },
]

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loket-agencies-'))
  cpSync(join(agenciesFolder, 'sintren'), join(folder, 'sintren'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const edit = (file: string, change: (content: string) => string): void => {
  const path = join(folder, 'sintren', file)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

function mistakes(): string[] {
  try {
    loadAgencies(common, holidays, folder)
  } catch (error) {
    if (error instanceof AgencyError) return error.message.split('\n').map((line) => line.replaceAll(`${folder}/`, ''))
    throw error
  }
  throw new Error('no mistake was found')
}

describe('loading agencies', () => {
  it('takes every folder as an agency, each with its own texts', () => {
    cpSync(join(folder, 'sintren'), join(folder, 'lain'), { recursive: true })
    writeFileSync(join(folder, 'README.md'), 'not an agency')
    mkdirSync(join(folder, '.git'))
    const other = join(folder, 'lain')
    writeFileSync(join(other, 'agency.yaml'), readFileSync(join(other, 'agency.yaml'), 'utf8').replace('id: sintren', 'id: lain'))
    for (const language of ['id', 'en']) {
      const file = join(other, 'texts', `${language}.ftl`)
      writeFileSync(file, `${readFileSync(file, 'utf8')}\nsapaan = Kami (${language})\n`)
    }
    const [lain, sintren] = loadAgencies(common, holidays, folder)
    expect(lain?.agency.id).toBe('lain')
    expect(lain?.texts.format('en', t('sapaan'))).toBe('Kami (en)')
    expect(sintren?.texts.format('en', t('sapaan'))).toBe('Hello')
  })

  it('warns in time of years whose holidays are not known', () => {
    const agencies = loadAgencies(common, holidays, folder)
    expect(calendarWarnings(agencies, Date.parse('2026-11-23T00:00:00Z'))).toEqual([])
    expect(calendarWarnings(agencies, Date.parse('2027-11-01T00:00:00Z'))).toEqual([
      'sintren: the public holidays of 2028 are not known; its working days count weekends only',
    ])
  })
})

describe('a mistake is named with file, line and key', () => {
  it('a folder without agencies', () => {
    rmSync(join(folder, 'sintren'), { recursive: true })
    expect(mistakes()[0]).toContain('holds no agency')
  })

  it('a missing file', () => {
    rmSync(join(folder, 'sintren/agency.yaml'))
    rmSync(join(folder, 'sintren/texts/en.ftl'))
    expect(mistakes()).toEqual(['sintren/texts/en.ftl:1 is missing', 'sintren/agency.yaml:1 is missing'])
  })

  it('a file far too large, unread', () => {
    edit('agency.yaml', () => 'x'.repeat(2 ** 21))
    expect(mistakes()).toEqual(['sintren/agency.yaml:1 is larger than 1048576 bytes'])
  })

  it('an id that is not its folder, so that no two agencies share one', () => {
    renameSync(join(folder, 'sintren'), join(folder, 'kembar'))
    expect(mistakes()).toEqual([
      expect.stringMatching(/^kembar\/agency\.yaml:5 id: "sintren" must be the name of its folder, "kembar"$/),
    ])
  })

  it('a text that the data ask for and nobody wrote', () => {
    for (const file of ['texts/id.ftl', 'texts/en.ftl'])
      edit(file, (content) => content.replace(/^reason-duplicate-fix = .*\n/m, ''))
    const line =
      readFileSync(join(folder, 'sintren/agency.yaml'), 'utf8')
        .split('\n')
        .findIndex((each) => each.includes('code: duplicate')) + 1
    expect(mistakes()).toEqual([`sintren/agency.yaml:${line} reason-duplicate-fix: this text is missing in texts/`])
  })

  it('a text in one language only, a text nobody asks for, a placeholder nobody gives', () => {
    edit('texts/en.ftl', (content) => content.replace(/^reason-duplicate-fix = .*\n/m, ''))
    edit('texts/id.ftl', (content) => `registration-npwp = NPWP?\n${content}`.replace('{ $hours }', '{ $hours } { $siapa }'))
    const found = mistakes()
    expect(found).toContainEqual(expect.stringMatching(/^sintren\/texts\/id\.ftl:\d+ reason-duplicate-fix: is missing in "en"$/))
    expect(found).toContain(
      'sintren/texts/id.ftl:1 registration-npwp: nothing in agency.yaml asks for this text, and it is no common one',
    )
    expect(found).toContainEqual(expect.stringMatching(/agency-hours: has other placeholders in "id" than in "en": \$siapa$/))
    expect(found).toContainEqual(expect.stringMatching(/agency-hours: the placeholder \$siapa is not given here$/))
  })

  it('mistakes of several files and agencies at once', () => {
    cpSync(join(folder, 'sintren'), join(folder, 'kedua'), { recursive: true })
    edit('agency.yaml', (content) => content.replace('claimMinutes: 15', 'claimMinutes: 0'))
    edit('texts/id.ftl', (content) => `${content}\nrusak = {\n`)
    const found = mistakes().join('\n')
    expect(found).toContain('kedua/agency.yaml:5 id:')
    expect(found).toMatch(/sintren\/agency\.yaml:\d+ claimMinutes: Too small/)
    expect(found).toMatch(/sintren\/texts\/id\.ftl:\d+ rusak: not Fluent syntax/)
  })
})

describe('the words of SINTREN', () => {
  const [sintren] = loadAgencies(common, holidays)
  if (sintren === undefined) throw new Error('SINTREN is not there')
  const { agency, texts } = sintren

  it('ask one question each, with an example, short enough for a chat', () => {
    for (const field of agency.registration.fields) {
      if (['consent', 'captcha', 'password-again'].includes(field.field)) continue
      for (const [language, example] of [
        ['id', /^Contoh\b/m],
        ['en', /^Example\b/m],
      ] as const) {
        const words = texts.format(language, t(field.prompt, { within: 'JAWA TENGAH', sum: '1 + 1' }))
        expect(words).toMatch(example)
        expect(words.split('?').length).toBeLessThanOrEqual(2)
        expect(words.length).toBeLessThan(220)
      }
    }
  })

  it('show no identity number that could be somebody’s: examples begin with 98, which is no province', () => {
    for (const language of ['id', 'en'] as const)
      for (const key of texts.keys(language)) {
        const args = Object.fromEntries(
          [
            'year',
            'office',
            'hours',
            'whatsapp',
            'email',
            'address',
            'channels',
            'pages',
            'sum',
            'within',
            'date',
            'holiday',
          ].map((name) => [name, '-']),
        )
        for (const [number] of texts.format(language, t(key, args)).matchAll(/\d{4} \d{4} \d{4} \d{4}/g))
          expect(number).toMatch(/^98/)
      }
  })

  it('promise what the data keep: days of a draft, size of a photo', () => {
    expect(texts.format('id', t('registration-consent'))).toContain(`${agency.idle.expireDays} hari`)
    expect(texts.format('id', t('agency-privacy', { email: '', address: '' }))).toContain(`${agency.idle.expireDays} hari`)
    for (const field of agency.registration.fields)
      if (field.field === 'document') {
        const { maxBytes } = slotOf(agency, field.slot)
        expect(texts.format('id', t(field.help))).toContain(`${maxBytes / 1024 / 1024} MB`)
      }
  })

  it('give copyright year and office, working hours, and the reason of the guide', () => {
    expect(texts.format('id', t('agency-about', { year: String(agency.copyrightYear), office: agency.office }))).toContain(
      '© 2024 Disdukcapil Kabupaten Pekalongan',
    )
    const hours = describeHours(agency.hours, agency.zone, 'id').join('\n')
    expect(texts.format('id', t('agency-hours', { hours }))).toContain(
      'PERMOHONAN AKAN DIPROSES PADA HARI DAN JAM KERJA\nSenin s.d. Rabu: 07.30–16.00 WIB\nKamis: 07.30',
    )
    expect(texts.format('id', t('reason-mother-differs-kk'))).toBe('Nama Ibu Belum Sesuai dengan yang tercatat di KK')
  })
})
