import { describe, expect, it } from 'vitest'
import { parseAgency } from '../../flows/agency-parse.ts'
import { mistakes as mistakesOf, sintren } from './sintren-yaml.ts'

/** The mistakes found, one line each; fails when there are none. */
const mistakes = (yaml: string): string[] => mistakesOf(yaml).split('\n')

/** SINTREN with one thing changed, which must be there. */
function changed(from: string | RegExp, to: string): string {
  const result = sintren.replace(from, to)
  if (result === sintren) throw new Error(`nothing to change: ${String(from)}`)
  return result
}

const lineOf = (yaml: string, text: string): number => yaml.slice(0, yaml.indexOf(text)).split('\n').length

describe('reading an agency', () => {
  const agency = parseAgency(sintren, 'agency.yaml')

  it('knows who it is, where and when', () => {
    expect(agency).toMatchObject({
      id: 'sintren',
      name: 'SINTREN',
      fullName: 'Sistem Informasi Pelayanan Online Administrasi Kependudukan',
      office: 'Disdukcapil Kabupaten Pekalongan',
      zone: 'WIB',
      region: { province: '33', regency: '26' },
    })
    expect(agency.contact.whatsappLink).toBe(`https://wa.me/${agency.contact.whatsapp.slice(1)}`)
    expect(agency.hours.monday).toEqual([{ from: 450, to: 960 }])
    expect(agency.hours.sunday).toEqual([])
  })

  it('asks in its form for every field of the guide, in its order, with the sum last', () => {
    const guide = agency.registration.fields.flatMap((field) => (field.guide === undefined ? [] : [field.guide]))
    expect(guide).toEqual([...Array.from({ length: 14 }, (_, index) => `SIN-${28 + index}`), 'SIN-43'])
    expect(agency.registration.fields.at(-1)?.field).toBe('captcha')
    expect(agency.registration.fields[0]?.field).toBe('consent')
  })

  it('keeps secrets out of the chat', () => {
    const secret = agency.registration.fields.filter(({ field }) => ['password', 'password-again', 'mother-name'].includes(field))
    expect(secret.map(({ entry }) => entry)).toEqual(['secure-page', 'secure-page', 'secure-page'])
  })

  it('names the texts of its parts by their ids', () => {
    expect(agency.registration.fields[1]).toMatchObject({
      prompt: 'registration-nik',
      label: 'registration-nik-label',
      help: 'registration-nik-help',
    })
    expect(agency.reasons[0]).toMatchObject({ label: 'reason-mother-differs-kk', fix: 'reason-mother-differs-kk-fix' })
    expect(agency.services[0]).toMatchObject({
      label: 'service-kartu-keluarga',
      requirements: 'service-kartu-keluarga-requirements',
    })
  })

  it('erases after seven days, unless it says otherwise', () => {
    expect(agency.privacy.eraseAfterDays).toBe(7)
    const line = /\nprivacy: .*\n/
    expect(parseAgency(changed(line, '\n'), 'a.yaml').privacy.eraseAfterDays).toBe(7)
    expect(parseAgency(changed(line, '\nprivacy: { eraseAfterDays: 3 }\n'), 'a.yaml').privacy.eraseAfterDays).toBe(3)
    for (const wrong of ['0', '31', 'soon', '-1', '1.5'])
      expect(mistakes(changed(line, `\nprivacy: { eraseAfterDays: ${wrong} }\n`))[0]).toContain('privacy.eraseAfterDays')
  })

  it('EXP-7 says how long checking usually takes: as long as is promised, unless the data name less', () => {
    const line = /\n {2}usualWorkingDays: .*\n/
    expect(agency.promise.usualWorkingDays).toEqual({ from: 1, to: 2 })
    expect(parseAgency(changed(line, '\n'), 'a.yaml').promise.usualWorkingDays).toEqual({ from: 1, to: 2 })
    const other = (value: string) => changed(line, `\n  usualWorkingDays: ${value}\n`)
    expect(parseAgency(other('{ from: 1, to: 1 }'), 'a.yaml').promise.usualWorkingDays).toEqual({ from: 1, to: 1 })
    for (const wrong of [
      '{ from: 2, to: 5 }',
      '{ from: 2, to: 1 }',
      '{ from: 0, to: 2 }',
      '{ from: 1 }',
      '2',
      '{ from: 1, to: two }',
    ])
      expect(mistakes(other(wrong))[0]).toContain('promise.usualWorkingDays')
  })

  it('keeps what was made ready for ninety days, unless it says otherwise', () => {
    const line = /\nprivacy: .*\n/
    expect(parseAgency(changed(line, '\n'), 'a.yaml').privacy.preparedDays).toBe(90)
    expect(parseAgency(changed(line, '\nprivacy: { preparedDays: 30 }\n'), 'a.yaml').privacy).toEqual({
      eraseAfterDays: 7,
      preparedDays: 30,
    })
    for (const wrong of ['29', '3651', 'never', '45.5'])
      expect(mistakes(changed(line, `\nprivacy: { preparedDays: ${wrong} }\n`))[0]).toContain('privacy.preparedDays')
  })

  it('knows the name of its bot on Telegram, where it has one', () => {
    const email = '  email: layanan@sintren.example\n'
    const named = (name: string) => changed(email, `${email}  telegram: '${name}'\n`)
    expect(agency.contact.telegram).toBeUndefined()
    expect(parseAgency(named('@SintrenPekalonganBot'), 'a.yaml').contact.telegram).toBe('@SintrenPekalonganBot')
    for (const wrong of ['SintrenBot', '@ab', '@has space', 'https://t.me/x'])
      expect(mistakes(named(wrong))[0]).toContain('contact.telegram')
  })

  it('knows the templates of the official WhatsApp number, where it has them', () => {
    const line = /\nwhatsappTemplates:\n.*\n/
    const given = (yaml: string) => changed(line, `\nwhatsappTemplates:\n${yaml}\n`)
    const one = '{ name: loket_ada_kabar, language: id, parameters: [office] }'
    const template = { name: 'loket_ada_kabar', language: 'id', parameters: ['office'] }
    expect(agency.whatsappTemplates).toEqual({ default: template })
    expect(parseAgency(changed(line, '\n'), 'a.yaml').whatsappTemplates).toBeUndefined()
    expect(parseAgency(given(`  default: ${one}\n  decision: ${one}`), 'a.yaml').whatsappTemplates).toEqual({
      default: template,
      decision: template,
    })
    for (const [wrong, told] of [
      [`  decision: ${one}`, 'whatsappTemplates.default: is missing'],
      [`  default: { name: Ada Kabar, language: id, parameters: [] }`, 'whatsappTemplates.default.name'],
      [`  default: { name: a, language: Indonesia, parameters: [] }`, 'whatsappTemplates.default.language'],
      [`  default: { name: a, language: id, parameters: [nik] }`, 'must be "office" or "agency"'],
      [`  default: ${one}\n  'Ada Kabar': ${one}`, 'the names must be those of notices'],
    ] as const)
      expect(mistakes(given(wrong)).join('\n')).toContain(told)
  })

  it('takes the zone from the province', () => {
    expect(parseAgency(changed("province: '33'", "province: '94'"), 'a.yaml').zone).toBe('WIT')
  })
})

describe('a mistake in the data is named with file, line and key', () => {
  it.each<[string, string | RegExp, string, string, string]>([
    [
      'a wrong value',
      'claimMinutes: 15',
      'claimMinutes: soon',
      'claimMinutes: soon',
      'claimMinutes: expected number, received string',
    ],
    ['a number out of range', 'tries: 5', 'tries: 0', 'lockout:', 'lockout.tries: Too small: expected number to be >=1'],
    [
      'a value from no list',
      'photo: ktp, entry: chat',
      'photo: ktp, entry: page',
      'id: nik, ',
      'registration.fields[1].entry: must be "chat" or "secure-page"',
    ],
    [
      'a field type that is none',
      'field: nik,',
      'field: nikk,',
      'id: nik, ',
      'registration.fields[1].field: must be "nik" or "name"',
    ],
    [
      'a number where text is wanted',
      "province: '33'",
      'province: 33',
      'region:',
      'region.province: must be text: put it in quotes',
    ],
    ['a missing key', 'sessionHours: 12\n', '', '# SINTREN', 'sessionHours: is missing'],
    ['a missing key inside', "province: '33', ", '', 'region:', 'region.province: is missing'],
    ['an unknown key', 'claimMinutes: 15', 'claimMinutes: 15\ncolour: red', 'colour: red', 'colour: is not known here'],
    [
      'a misspelt key',
      'claimMinutes: 15',
      'claimMinuts: 15',
      'claimMinuts',
      'claimMinuts: is not known here; did you mean "claimMinutes"?',
    ],
    [
      'an option of another field type',
      'field: nik,',
      'field: nik, slot: x,',
      'id: nik, ',
      'registration.fields[1].slot: is not known here',
    ],
    [
      'wrong hours',
      'monday: [07:30-16:00]',
      'monday: [16:00-07:30]',
      'monday:',
      'hours.monday[0]: must be opening and closing time such as',
    ],
    [
      'overlapping hours',
      'monday: [07:30-16:00]',
      'monday: [07:30-12:00, 11:00-16:00]',
      'monday:',
      'hours.monday: the times must be in order',
    ],
    [
      'a duplicate id',
      'id: name, field',
      'id: nik, field',
      'id: nik, field: name',
      'registration.fields[2].id: "nik" is used twice (also number 2)',
    ],
    ['a duplicate prefix', 'prefix: KTP', 'prefix: KKB # again', 'KKB # again', 'services[1].prefix: "KKB" is used twice'],
    [
      'a reason marking no question',
      'marks: [mother-name]',
      'marks: [mother]',
      'marks: [mother]',
      'reasons[0].marks[0]: there is no question "mother"',
    ],
    [
      'a region within nothing',
      ', within: province',
      '',
      'id: regency',
      "registration.fields[8].within: is missing: the province question's id",
    ],
    [
      'a region within the wrong level',
      'within: district',
      'within: regency',
      'id: village',
      'registration.fields[10].within: "regency" is not a district question',
    ],
    [
      'a repetition of no password',
      'of: password,',
      'of: kk,',
      'id: password-again',
      'registration.fields[15].of: "kk" is not a password question',
    ],
    [
      'a service of no group',
      'KTP\n    group: pendaftaran-penduduk',
      'KTP\n    group: x',
      'group: x',
      'services[1].group: there is no group "x"',
    ],
    ['an officer of no role', 'role: supervisor', 'role: boss', 'role: boss', 'demo.officers[2].role: there is no role "boss"'],
    ['nobody who may decide', /can: \[decide\b[^\]]*\]/g, 'can: [escalation]', 'roles:', 'roles: no role may decide'],
    [
      'services for groups that nobody may give',
      'escalation, mandate]',
      'escalation]',
      'id: kelompok, audience',
      'groups[2]: has services for groups only, and no role may give a mandate for them',
    ],
    [
      'a way for applications that there is not',
      'applications: closed',
      'applications: open',
      'applications: open',
      'applications: must be "closed"',
    ],
    ['a draft shorter than its nudge', 'draftHours: 24', 'draftHours: 0.5', 'idle:', 'idle.draftHours: expected int'],
    [
      'a draft that outlives the form',
      'expireDays: 7',
      'expireDays: 1',
      'idle:',
      'idle.expireDays: must be longer than draftHours',
    ],
    [
      'a date that is none',
      'holidays: []',
      'holidays:\n  - { date: 2027-02-30, name: X }',
      '- { date: 2027-02',
      'holidays[0].date: must be a date such as',
    ],
    [
      'reminders in the wrong order',
      '[240, 60]',
      '[60, 240]',
      'remindMinutesBefore',
      'promise.remindMinutesBefore: must go from the longest',
    ],
    [
      'reminders of a talk in the wrong order',
      'remindMinutes: [30, 120]',
      'remindMinutes: [120, 30]',
      'talk: {',
      'talk.remindMinutes: must go from the shortest',
    ],
    ['a talk that never ends', ', closeAfterHours: 24', '', 'talk: {', 'talk.closeAfterHours: is missing'],
    [
      'an e-mail address that is none',
      'layanan@sintren.example',
      'layanan',
      'email:',
      'contact.email: must be an e-mail address',
    ],
    [
      'a document larger than any',
      'maxMegabytes: 10',
      'maxMegabytes: 31',
      'maxMegabytes: 31',
      'documents[0].maxMegabytes: Too big',
    ],
    ['HTML where an id stands', 'id: sintren', 'id: "<b>x</b>"', 'id: ', 'id: must be small letters'],
    ['10,000 letters for a name', 'name: SINTREN', `name: ${'x'.repeat(10_000)}`, 'name: x', 'name: Too big'],
  ])('%s', (_what, from, to, at, said) => {
    const yaml = changed(from, to)
    expect(mistakes(yaml)).toContainEqual(expect.stringContaining(`a.yaml:${lineOf(yaml, at)} ${said}`))
  })

  it('names all mistakes at once', () => {
    const yaml = changed('claimMinutes: 15', 'claimMinutes: soon')
      .replace('tries: 5', 'tries: 0')
      .replace('entry: chat, version', 'entry: x, version')
    expect(mistakes(yaml)).toHaveLength(3)
  })
})

describe('a file that is no agency', () => {
  it.each([
    ['empty', '', ' expected object, received null'],
    ['a list', '- a', 'expected object, received array'],
    ['prose', 'just some words', 'expected object, received string'],
    ['with tabs for indentation', changed('  email: layanan', '\temail: layanan'), 'Tabs are not allowed as indentation'],
    ['with a key twice', changed('claimMinutes: 15', 'claimMinutes: 15\nclaimMinutes: 16'), 'Map keys must be unique'],
    ['two files in one', `${sintren}\n---\n${sintren}`, 'Source contains multiple documents'],
    ['with a bracket left open', 'id: [a', 'a.yaml:1 '],
    ['with a tag of some programming language', 'id: !!js/function "x"', 'Unresolved tag'],
    ['larger than any', `${sintren}\n# ${'x'.repeat(300_000)}`, 'a.yaml:1 is larger than 256 KiB'],
    ['nested without end', `id: ${'['.repeat(100_000)}`, 'a.yaml:1 '],
    ['control characters', 'id: \u0000\u0001', 'a.yaml:1 '],
  ])('%s is refused', (_what, yaml, said) => {
    expect(mistakes(yaml).join('\n')).toContain(said)
  })

  it('that would unfold without end is refused at its first alias', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, index) => {
        const before = 'abcdefgh'[index]
        return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(',')}]`
      }),
    ].join('\n')
    expect(mistakes(bomb)[0]).toBe('a.yaml:2 the alias *a is not allowed: write the value out')
  })

  it('cannot reach the prototypes of objects', () => {
    const found = mistakes(changed('claimMinutes: 15', 'claimMinutes: 15\n__proto__: { polluted: yes }'))
    expect(found[0]).toContain('__proto__: is not known here')
    expect('polluted' in {}).toBe(false)
  })
})
