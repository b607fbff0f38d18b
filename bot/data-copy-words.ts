import { t, type Text } from '../flows/engine/text.ts'

// Codes of the database in words for the person whose data they describe; a code that has no words yet is shown as it is.

const ACCOUNT: Readonly<Record<string, Text>> = {
  pending: t('data-copy-account-pending'),
  approved: t('data-copy-account-approved'),
  active: t('data-copy-account-active'),
  closed: t('data-copy-account-closed'),
}

const CASE: Readonly<Record<string, Text>> = {
  registration: t('data-copy-case-registration'),
  correction: t('data-copy-case-correction'),
  phone: t('data-copy-case-phone'),
}

const STATUS: Readonly<Record<string, Text>> = {
  submitted: t('data-copy-is-submitted'),
  approved: t('data-copy-is-approved'),
  rejected: t('data-copy-is-rejected'),
  repair: t('data-copy-is-repair'),
  withdrawn: t('data-copy-is-withdrawn'),
}

const EVENT: Readonly<Record<string, Text>> = {
  ...STATUS,
  activated: t('data-copy-event-activated'),
  replaced: t('data-copy-event-replaced'),
}

const SEEN: Readonly<Record<string, Text>> = {
  'task.viewed': t('data-copy-seen-viewed'),
  'talk.viewed': t('data-copy-seen-viewed'),
  'task.claimed': t('data-copy-seen-claimed'),
  'task.released': t('data-copy-seen-released'),
  'registration.decided': t('data-copy-seen-decided'),
  'request.decided': t('data-copy-seen-decided'),
  'registration.direct': t('data-copy-seen-direct'),
  'person.found': t('data-copy-seen-found'),
}

/** What the state of an account is called. */
export function accountWord(status: string): Text {
  return ACCOUNT[status] ?? status
}

/** What a kind of case is called. */
export function caseWord(kind: string): Text {
  return CASE[kind] ?? kind
}

/** What the state of a case is called. */
export function statusWord(status: string): Text {
  return STATUS[status] ?? status
}

/** What happened to a case, in words. */
export function eventWord(event: string): Text {
  return EVENT[event] ?? event
}

/** What somebody of the office did, in words. */
export function seenWord(action: string): Text {
  return SEEN[action] ?? action
}
