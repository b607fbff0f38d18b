import { describe, expect, it } from 'vitest'
import { loadRegions } from '../../bot/regions.ts'
import type { JsonObject } from '../../flows/engine/json.ts'
import { region } from '../../flows/fields/region.ts'
import type { RegionLevel } from '../../flows/fields/region-directory.ts'
import { contextOf, problemOf, say, valueOf } from './conversation.ts'
import { smallDirectory } from './small-directory.ts'

const province = { code: '33', name: 'JAWA TENGAH' }
const regency = { code: '3326', name: 'PEKALONGAN' }
const district = { code: '332607', name: 'KARANGANYAR' }
const answers: JsonObject = { province, regency, district }
const fields = {
  province: region(smallDirectory, 'province'),
  regency: region(smallDirectory, 'regency', { within: 'province' }),
  district: region(smallDirectory, 'district', { within: 'regency' }),
  village: region(smallDirectory, 'village', { within: 'district' }),
}
const context = contextOf(answers)
const typed = (level: RegionLevel, text: string) => say(fields[level], text, context)

describe('region', () => {
  it.each([
    '33',
    '33 - Jawa Tengah',
    '33 - JAWA TENGAH',
    'jawa tengah',
    'Jateng',
    'prov. jawa tengah',
    '33. jateng',
    'JAWA-TENGAH',
  ])('takes the province by %s', (text) => {
    expect(typed('province', text)).toEqual({ is: 'value', value: province })
  })

  it('shows the own province first, and the others as they were', () => {
    const labels = (own?: string) =>
      region(smallDirectory, 'province', own === undefined ? {} : { own })
        .open?.(context)
        .choices?.map((one) => one.label) ?? []
    expect(labels('33')[0]).toBe('33 - JAWA TENGAH')
    expect(new Set(labels('33'))).toEqual(new Set(labels()))
    expect(labels('99')).toEqual(labels())
  })

  it('shows the province with its code', () => {
    expect(fields.province.show(province, context)).toBe('33 - JAWA TENGAH')
  })

  it.each(['26', '3326', '33.26', '26 - PEKALONGAN', 'kab pekalongan', 'Kab. Pekalongan', 'kabupaten pekalongan'])(
    'takes the regency of that province by %s',
    (text) => {
      expect(typed('regency', text)).toEqual({ is: 'value', value: regency })
    },
  )

  it('shows the regency with its short code, and keeps a kota apart', () => {
    expect(fields.regency.show(regency, context)).toBe('26 - PEKALONGAN')
    expect(valueOf(typed('regency', 'kota pekalongan'))).toEqual({ code: '3375', name: 'KOTA PEKALONGAN' })
  })

  it('lets the person choose between a kabupaten and a kota of one name', () => {
    const both = typed('regency', 'pekalongan')
    expect(both).toMatchObject({ is: 'more', text: { key: 'field-region-several' } })
    const opening = both.is === 'more' ? both.opening : {}
    expect(opening.choices?.map((one) => one.label)).toEqual(['26 - PEKALONGAN', '75 - KOTA PEKALONGAN'])
    expect(valueOf(say(fields.regency, '2', context, opening.scratch))).toMatchObject({ code: '3375' })
    expect(valueOf(say(fields.regency, '26', context, opening.scratch))).toEqual(regency)
  })

  it.each(['7', '07', '332607', '7 - KARANGANYAR', 'kec. karanganyar'])('takes the district by %s', (text) => {
    expect(valueOf(typed('district', text))).toEqual(district)
    expect(fields.district.show(district, context)).toBe('7 - KARANGANYAR')
  })

  it.each(['2008', '2008 - KARANGSARI', 'karangsari', 'desa karang sari'])('takes the village by %s', (text) => {
    const value = valueOf(typed('village', text))
    expect(value).toEqual({ code: '3326072008', name: 'KARANGSARI' })
    expect(fields.village.show({ code: '3326072008', name: 'KARANGSARI' }, context)).toBe('2008 - KARANGSARI')
  })

  it.each([
    ['province', 'jawa tenga', '33 - JAWA TENGAH'],
    ['district', 'kdungwuni', '13 - KEDUNGWUNI'],
    ['district', 'petungkriono', '4 - PETUNGKRIYONO'],
    ['regency', 'pemalan', '27 - PEMALANG'],
  ] as const)('says back what it understood of a slip: %s %s', (level, text, label) => {
    expect(typed(level, text)).toMatchObject({ is: 'value', echo: { key: 'field-region-understood', args: { region: label } } })
  })

  it('reads a number as the code on the page, then as the place on it', () => {
    const second = typed('district', 'lainnya')
    const scratch = second.is === 'more' ? second.opening.scratch : undefined
    expect(valueOf(say(fields.district, '9', context, scratch))).toMatchObject({ code: '332609' })
    expect(valueOf(say(fields.district, '3', context, scratch))).toMatchObject({ code: '332611' })
    expect(valueOf(say(fields.district, '19', context, scratch))).toMatchObject({ code: '332619' })
    expect(valueOf(fields.district.read({ kind: 'choice', id: '332601' }, context, null))).toMatchObject({ code: '332601' })
  })

  it.each(['bandung', 'xx', '99', 'kabupaten jakarta'])('explains that %s is not there, by the list', (text) => {
    const reading = typed('regency', text)
    expect(reading).toMatchObject({
      problem: { key: 'field-region-unknown', args: { within: 'JAWA TENGAH', example: '24 - KENDAL' } },
    })
    expect(reading.is === 'problem' && reading.opening?.choices?.length).toBe(5)
  })

  it('lists what is short, and lets a long list be typed first', () => {
    expect(fields.regency.open?.(context)).toMatchObject({ args: { within: 'JAWA TENGAH' } })
    expect(fields.regency.open?.(context).choices).toHaveLength(5)
    const long = contextOf({ district: { code: '332601', name: 'KANDANGSERANG' } })
    expect(fields.village.open?.(long).choices).toBeUndefined()
    expect(problemOf(say(fields.village, '3', long))).toBe('field-region-unknown')
    expect(say(fields.village, 'lainnya', long)).toMatchObject({ is: 'more', text: { args: { page: 1, pages: 8 } } })
    expect(valueOf(say(fields.village, 'desa nomor 17', long))).toMatchObject({ code: '3326012017' })
  })

  it('holds only within the parent that is chosen now', () => {
    expect(fields.regency.dependsOn).toEqual(['province'])
    expect(fields.regency.holds?.(regency, context)).toBe(true)
    expect(fields.regency.holds?.(regency, contextOf({ province: { code: '32', name: 'JAWA BARAT' } }))).toBe(false)
    expect(problemOf(say(fields.village, 'karangsari', contextOf()))).toBe('field-region-parent')
  })
})

describe('the regions of Indonesia', () => {
  const loaded = loadRegions()

  it('are all there, and each village is found under its district', async () => {
    const directory = await loaded
    const provinces = directory.within('province', '')
    const regencies = provinces.flatMap((one) => directory.within('regency', one.code))
    const districts = regencies.flatMap((one) => directory.within('district', one.code))
    const villages = districts.flatMap((one) => directory.within('village', one.code))
    expect([provinces.length, regencies.length, districts.length, villages.length]).toEqual([38, 514, 7285, 83_762])
    expect(new Set(villages.map((one) => one.code)).size).toBe(83_762)
    expect(villages.filter((one) => !/^\d{10}$/u.test(one.code) || /["\r\n]/u.test(one.name) || one.name === '')).toEqual([])
  })

  it('lead from the province to the village of the guide', async () => {
    const directory = await loaded
    const given: Record<string, { readonly code: string; readonly name: string }> = {}
    const shown: unknown[] = []
    const steps = [
      ['province', 'jateng', undefined],
      ['regency', 'kab pekalongan', 'province'],
      ['district', 'karanganyar', 'regency'],
      ['village', 'karangsari', 'district'],
    ] as const
    for (const [level, text, within] of steps) {
      const field = region(directory, level, within === undefined ? {} : { within })
      const value = valueOf(say(field, text, contextOf(given)))
      if (value === undefined) throw new Error(`${level} is not understood`)
      given[level] = value
      shown.push(field.show(value, contextOf(given)))
    }
    expect(shown).toEqual(['33 - JAWA TENGAH', '26 - PEKALONGAN', '7 - KARANGANYAR', '2008 - KARANGSARI'])
  })

  it('find each of their own names again', async () => {
    const directory = await loaded
    for (const one of directory.within('province', '')) {
      const among = directory.within('regency', one.code)
      for (const child of among) expect(directory.search(child.name, among).regions).toEqual([child])
    }
  })

  it('know the districts that a NIK may begin with, of today and of older decrees', async () => {
    const directory = await loaded
    expect(['332607', '910101', '640401'].map((code) => directory.knows(code))).toEqual([true, true, true])
    expect(['000000', '999999', '332699'].map((code) => directory.knows(code))).toEqual([false, false, false])
  })
})
