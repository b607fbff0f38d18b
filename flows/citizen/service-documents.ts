import { slotOf, type Agency, type DocumentSlot } from '../agency.ts'
import { t, type Text } from '../engine/text.ts'
import { shownDate } from '../fields/calendar.ts'
import type { PreparedFile } from '../ports/prepared-documents.ts'

/** A document of a service: what it is, and whether it must be there. */
export interface WantedDocument {
  readonly slot: DocumentSlot
  readonly required: boolean
}

/** The documents that go with a service, in the agency's order; none of a service that there is not. */
export function documentsOf(agency: Agency, service: string): readonly WantedDocument[] {
  const found = agency.services.find(({ id }) => id === service)
  return (found?.documents ?? []).map(({ slot, required }) => ({ slot: slotOf(agency, slot), required }))
}

/** One of them; undefined where the service does not ask for it. */
export function documentOf(agency: Agency, service: string, slot: string): WantedDocument | undefined {
  return documentsOf(agency, service).find((one) => one.slot.slot === slot)
}

/** A document in a list: its name, whether it is wajib, its note, and the files that are there. */
export function documentRow({ slot, required }: WantedDocument, files: readonly PreparedFile[]): Text {
  const own = files.filter((file) => file.slot === slot.slot)
  return {
    lines: [
      t('prepare-row', { document: t(slot.label), need: required ? 'required' : 'optional', files: own.length }),
      ...(slot.note === undefined ? [] : [t('prepare-row-note', { note: t(slot.note) })]),
      ...own.map((file) => t('prepare-row-file', { file: fileText(file) })),
    ],
  }
}

/** A file as people know it: its name, its date, which page it is, what was said about it. */
export function fileText({ name, slot, date, page, remark }: PreparedFile): Text {
  return t('prepare-file', {
    name: name ?? `${slot}.jpg`,
    date: shownDate(date),
    page,
    remark: remark === null ? '' : ` – ${remark}`,
  })
}
