import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { DomainParts } from '../../../storage/domain/scope.ts'
import { openWhatsappCloud, templateFor } from '../../../bot/whatsapp-cloud.ts'
import { AgencyError } from '../../../flows/agency.ts'

const one = (name: string) => ({ name, language: 'id', parameters: ['office' as const, 'agency' as const] })
const house = { name: 'SINTREN', office: 'Disdukcapil', whatsappTemplates: { default: one('kabar'), decision: one('keputusan') } }

it('a notice has its own template, or the common one, or none', () => {
  const values = ['Disdukcapil', 'SINTREN']
  expect(templateFor(house, 'decision')).toEqual({ name: 'keputusan', language: 'id', values })
  expect(templateFor(house, 'other')).toEqual({ name: 'kabar', language: 'id', values })
  expect(templateFor(house, undefined)).toEqual({ name: 'kabar', language: 'id', values })
  expect(templateFor(house, 'constructor')?.name).toBe('kabar')
  expect(templateFor({ name: 'x', office: 'y' }, 'decision')).toBeUndefined()
})

it('a template for a notice that there is not is named with file, line and key', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'loket-templates-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const agencyFile = join(folder, 'agency.yaml')
  await writeFile(agencyFile, 'id: x\nwhatsappTemplates:\n  default: {}\n  decison: {}\n')
  const unused = {} as Omit<Parameters<typeof openWhatsappCloud>[0], 'settings' | 'domain' | 'agencyFile' | 'notices'>
  const settings = { token: '', phoneNumberId: '1', apiRoot: '', version: '', appSecret: '', verifyToken: '' }
  const agency = { ...house, whatsappTemplates: { default: one('a'), decison: one('b') } }
  const domain = { agency } as unknown as DomainParts
  const open = () => openWhatsappCloud({ ...unused, settings, domain, agencyFile, notices: ['decision'] })
  expect(open).toThrow(AgencyError)
  expect(open).toThrow(/agency\.yaml:4 whatsappTemplates\.decison: there is no notice of this name/)
})
