import { closest, distance } from 'fastest-levenshtein'
import { z } from 'zod'
import { type Agency, AgencyError, type AgencyProblem } from './agency.ts'
import { misfits } from './agency-rules.ts'
import { type AgencyData, agencySchema } from './agency-schema.ts'
import { withSelfie, withSelfieSlot } from './agency-selfie.ts'
import { type Path, readYaml, showPath } from './agency-yaml.ts'
import { zoneOfProvince } from './calendar/zone.ts'

/**
 * Makes an agency of its `agency.yaml`.
 * @param file what errors call the file
 * @throws AgencyError with every mistake found: file, line, key, what is wrong
 */
export function parseAgency(content: string, file: string): Agency {
  const yaml = readYaml(content, file)
  const at = (path: Path, problem: string): AgencyProblem => ({ file, line: yaml.lineOf(path), key: showPath(path), problem })
  const result = agencySchema.safeParse(yaml.data)
  if (!result.success)
    throw new AgencyError(
      result.error.issues.flatMap((issue) => explain(issue, yaml.data).map(([path, problem]) => at(path, problem))),
    )
  const found = misfits(result.data)
  if (found.length > 0) throw new AgencyError(found.map(({ path, problem }) => at(path, problem)))
  return complete(result.data)
}

/** The 1-based line of a value in an `agency.yaml` that was parsed without mistakes. */
export function lineInAgency(content: string, path: Path): number {
  return readYaml(content, '').lineOf(path)
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined,
    data,
  )
}

function explain(issue: z.core.$ZodIssue, data: unknown): [Path, string][] {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [[...path, key], `is not known here${suggestion(key)}`])
  const value = valueAt(data, path)
  if (value === undefined) return [[path, 'is missing']]
  if (issue.code === 'invalid_value') return [[path, `must be ${anyOf(issue.values)}`]]
  if (issue.code === 'invalid_union' && 'options' in issue && issue.options !== undefined)
    return [[path, `must be ${anyOf(issue.options)}`]]
  return [[path, issue.message.replace(/^Invalid input: /, '')]]
}

const anyOf = (values: readonly unknown[]): string => values.map((value) => `"${String(value)}"`).join(' or ')

function suggestion(key: string): string {
  if (key.length > 60) return ''
  const best = closest(key, [...knownKeys()])
  return distance(key.toLowerCase(), best.toLowerCase()) <= Math.max(2, key.length / 3) ? `; did you mean "${best}"?` : ''
}

/** Every key that may stand anywhere in an `agency.yaml`. */
function knownKeys(): Set<string> {
  const keys = new Set<string>()
  const collect = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return
    for (const [name, value] of Object.entries(schema) as [string, unknown][]) {
      if (name === 'properties' && typeof value === 'object' && value !== null)
        for (const key of Object.keys(value)) keys.add(key)
      collect(value)
    }
  }
  collect(z.toJSONSchema(agencySchema, { io: 'input', unrepresentable: 'any' }))
  return keys
}

const MEGABYTE = 1024 * 1024

/** Adds what follows from the data: message keys, time zone, wa.me link. */
function complete(data: AgencyData): Agency {
  return {
    ...data,
    zone: zoneOfProvince(data.region.province),
    promise: { usualWorkingDays: { from: 1, to: data.promise.workingDays }, ...data.promise },
    contact: { ...data.contact, whatsappLink: `https://wa.me/${data.contact.whatsapp.slice(1)}` },
    holidays: data.holidays.map((holiday) => ({ ...holiday, kind: 'agency' })),
    groups: data.groups.map((group) => ({
      ...group,
      label: `service-group-${group.id}`,
      about: `service-group-${group.id}-about`,
    })),
    services: data.services.map((service) => ({
      ...service,
      label: `service-${service.id}`,
      requirements: `service-${service.id}-requirements`,
      process: `service-${service.id}-process`,
    })),
    information: data.information.map((item) => ({ ...item, title: `info-${item.id}-title`, body: `info-${item.id}` })),
    documents: withSelfieSlot(
      data.documents.map(({ id, maxMegabytes, pages, note, ...slot }) => ({
        ...slot,
        slot: id,
        maxBytes: Math.round(maxMegabytes * MEGABYTE),
        maxPages: pages,
        label: `document-${id}`,
        ...(note && { note: `document-${id}-note` }),
      })),
      data.selfie,
    ),
    registration: {
      version: data.registration.version,
      fields: withSelfie(
        data.registration.fields.map((field) => ({
          ...field,
          prompt: `registration-${field.id}`,
          label: `registration-${field.id}-label`,
          help: `registration-${field.id}-help`,
        })),
        data.selfie,
      ),
    },
    roles: data.roles.map((role) => ({ ...role, label: `role-${role.id}` })),
    reasons: data.reasons.map((reason) => ({ ...reason, label: `reason-${reason.code}`, fix: `reason-${reason.code}-fix` })),
  }
}
