import { formatDateTime } from '../flows/calendar/format.ts'
import type { Counter } from '../flows/counter.ts'
import type { Json, JsonObject } from '../flows/engine/json.ts'
import { t, type Language, type Text, type TextArg } from '../flows/engine/text.ts'
import type { Env } from '../flows/engine/field.ts'
import { fieldFor } from '../flows/form-fields.ts'
import type { DataCopy } from '../storage/domain/data-copy.ts'
import type { CopiedCase } from '../storage/domain/data-copy-cases.ts'
import { accountWord, caseWord, eventWord, seenWord, statusWord } from './data-copy-words.ts'
import { html, type Html } from './web/pages/html.ts'

/** Questions whose answers are shown elsewhere on the page. */
const NO_ROW: ReadonlySet<string> = new Set(['document', 'consent', 'face-consent'])

/** What stands in one row: a name, and its value (nothing = the row falls away). */
type Row = readonly [label: Text, value: Text | null]

const STYLE = `
body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:46rem;padding:1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.2rem;border-bottom:2px solid #0b5d3b;margin-top:2rem}h3{font-size:1rem;margin-bottom:.25rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #ccc}
th{width:40%;font-weight:600}img{max-width:100%;height:auto;border:1px solid #ccc}`

/**
 * Puts a copy of somebody's data on a page that stands alone: no scripts, nothing fetched, readable on any phone and by
 * a screen reader. `pictures` are data URIs by file id.
 */
export function dataCopyPage(counter: Counter) {
  return (copy: DataCopy, pictures: ReadonlyMap<string, string>, language: Language): string => {
    const page = new CopyPage(counter, language)
    return `<!doctype html>\n${page.whole(copy, pictures).toString()}`
  }
}

class CopyPage {
  readonly #counter: Counter
  readonly #language: Language

  constructor(counter: Counter, language: Language) {
    this.#counter = counter
    this.#language = language
  }

  whole(copy: DataCopy, pictures: ReadonlyMap<string, string>): Html {
    const { agency } = this.#counter
    const title = this.#say('data-copy-title', { agency: agency.name })
    return html`<html lang="${this.#language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'" />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${this.#say('data-copy-about', { office: agency.office, made: this.#when(copy.madeAt) })}</p>
          <p>${this.#say('data-copy-careful')}</p>
          ${copy.identity === null && html`<p>${this.#say('data-copy-only-here')}</p>`} ${this.#identity(copy)}
          ${this.#account(copy)}
          ${this.#section(
            'data-copy-cases',
            copy.cases.map((one) => this.#case(one)),
          )}
          ${this.#documents(copy, pictures)} ${this.#consents(copy)} ${this.#mandates(copy)} ${this.#talks(copy)}
          ${this.#sessions(copy)} ${this.#seen(copy)}
          <h2>${this.#say('data-copy-rights')}</h2>
          <p>${this.#say('data-copy-rights-text', { email: agency.contact.email, address: agency.contact.address })}</p>
        </main>
      </body>
    </html>`
  }

  #identity({ identity, chats }: DataCopy): Html | null {
    if (identity === null) return null
    return html`${this.#section('data-copy-identity', [
      this.#table([
        [t('data-copy-nik'), identity.nik],
        [t('data-copy-name'), identity.name],
        ...this.#answers(identity.profile),
        [t('data-copy-since'), this.#when(identity.since)],
      ]),
    ])}${this.#section(
      'data-copy-chats',
      chats.map((chat) =>
        this.#table([
          [t('data-copy-channel'), chat.channel],
          [t('data-copy-phone'), chat.phone],
          [t('data-copy-proven'), this.#time(chat.provenAt)],
          [t('data-copy-since'), this.#when(chat.since)],
        ]),
      ),
    )}`
  }

  #account({ account }: DataCopy): Html | null {
    if (account === null) return null
    return this.#section('data-copy-account', [
      this.#table([
        [t('data-copy-status'), accountWord(account.status)],
        [t('data-copy-since'), this.#when(account.createdAt)],
        [t('data-copy-activated'), this.#time(account.activatedAt)],
        [t('data-copy-password'), account.hasPassword ? t('data-copy-password-kept') : null],
        [t('data-copy-erase'), this.#time(account.eraseAt)],
      ]),
    ])
  }

  #case(one: CopiedCase): Html {
    const { texts } = this.#counter
    const reason = one.reason === null ? null : `reason-${one.reason}`
    return html`<h3>${one.number}</h3>
      ${this.#table([
        [t('data-copy-kind'), caseWord(one.kind)],
        [t('data-copy-status'), statusWord(one.status)],
        [t('data-copy-submitted'), this.#when(one.submittedAt)],
        [t('data-copy-promised'), this.#when(one.promisedAt)],
        [t('data-copy-decided'), this.#time(one.decidedAt)],
        [t('data-copy-reason'), reason === null ? null : texts.has(this.#language, reason) ? t(reason) : reason],
        [t('data-copy-note'), one.note],
        ...one.flags.map((flag): Row => [
          t('data-copy-flag'),
          texts.has(this.#language, `flag-${flag}`) ? t(`flag-${flag}`, { kind: one.kind }) : flag,
        ]),
        ...this.#answers(one.answers),
        ...one.history.map(({ at, event, by }): Row => [
          this.#when(at),
          t('data-copy-event', { event: eventWord(event), by: by === 'you' ? t('data-copy-you') : t('data-copy-officer') }),
        ]),
      ])}`
  }

  // Answers under the labels that their questions have; one of a question that there is no more under its id.
  #answers(answers: JsonObject): Row[] {
    const { fields } = this.#counter.agency.registration
    const context = { env: NOBODY, language: this.#language, answers }
    return Object.entries(answers).flatMap(([id, value]): Row[] => {
      const question = fields.find((field) => field.id === id)
      if (value === null || (question !== undefined && NO_ROW.has(question.field))) return []
      if (question === undefined) return [[id, plain(value)]]
      return [[t(question.label), fieldFor({ ...question, entry: 'chat' }, this.#counter).show(value, context)]]
    })
  }

  #documents({ documents }: DataCopy, pictures: ReadonlyMap<string, string>): Html | null {
    const { agency } = this.#counter
    return this.#section(
      'data-copy-documents',
      documents.map((one) => {
        const question = agency.registration.fields.find((field) => field.field === 'document' && field.slot === one.slot)
        const label = question?.label ?? agency.documents.find(({ slot }) => slot === one.slot)?.label
        const name = this.#text(label === undefined ? one.slot : t(label))
        const service = agency.services.find(({ id }) => id === one.service)
        const picture = pictures.get(one.file)
        return html`<h3>${name}</h3>
          ${this.#table([
            [t('data-copy-for'), one.case ?? (service === undefined ? one.service : t(service.label))],
            [t('data-copy-file-name'), one.name],
            [t('data-copy-document-date'), one.date],
            [t('data-copy-remark'), one.remark],
            [t('data-copy-sent'), this.#when(one.at)],
            [t('data-copy-size'), t('data-copy-kilobytes', { kilobytes: Math.ceil(one.size / 1024) })],
          ])}${picture === undefined ? html`<p>${this.#say('data-copy-no-picture')}</p>` : html`<img src="${picture}" alt="${name}" />`}`
      }),
    )
  }

  #consents({ consents }: DataCopy): Html | null {
    return this.#section(
      'data-copy-consents',
      consents.map((one) =>
        this.#table([
          [t('data-copy-version'), one.version],
          [t('data-copy-given'), this.#when(one.givenAt)],
          [t('data-copy-channel'), one.channel],
          [t('data-copy-reply'), one.reply],
          [t('data-copy-withdrawn'), this.#time(one.withdrawnAt)],
        ]),
      ),
    )
  }

  #mandates({ mandates }: DataCopy): Html | null {
    return this.#section(
      'data-copy-mandates',
      mandates.map((one) =>
        this.#table([
          [t('data-copy-group'), plain(one.group['name'] ?? '')],
          [t('data-copy-given'), this.#when(one.grantedAt)],
          [t('data-copy-ends'), this.#time(one.endsAt)],
          [t('data-copy-revoked'), this.#time(one.revokedAt)],
        ]),
      ),
    )
  }

  #talks({ talks }: DataCopy): Html | null {
    return this.#section(
      'data-copy-talks',
      talks.map(({ openedAt, lines }) => {
        const rows = lines.map(({ at, from, text }): Row => [
          t('data-copy-said', { by: from === 'you' ? t('data-copy-you') : t('data-copy-officer'), at: this.#when(at) }),
          text,
        ])
        return html`<h3>${this.#when(openedAt)}</h3>
          ${this.#table(rows)}`
      }),
    )
  }

  #sessions({ sessions }: DataCopy): Html | null {
    const rows = sessions.map(({ startedAt, endedAt, expiresAt }): Row => [
      this.#when(startedAt),
      t('data-copy-until', { until: this.#when(Math.min(endedAt ?? expiresAt, expiresAt)) }),
    ])
    return this.#section('data-copy-sessions', rows.length === 0 ? [] : [this.#table(rows)])
  }

  #seen({ seen }: DataCopy): Html | null {
    const { roles } = this.#counter.agency
    const rows = seen.map(({ at, role, action }): Row => {
      const known = roles.find(({ id }) => id === role)
      const who = known === undefined ? t('data-copy-officer') : t(known.label)
      return [this.#when(at), t('data-copy-event', { event: seenWord(action), by: who })]
    })
    return this.#section('data-copy-seen', rows.length === 0 ? [] : [this.#table(rows)])
  }

  #section(title: string, parts: readonly Html[]): Html | null {
    return parts.length === 0
      ? null
      : html`<section>
          <h2>${this.#say(title)}</h2>
          ${parts}
        </section>`
  }

  #table(rows: readonly Row[]): Html {
    const shown = rows.filter(([, value]) => value !== null && value !== '')
    return html`<table>
      ${shown.map(
        ([label, value]) =>
          html`<tr>
            <th scope="row">${this.#text(label)}</th>
            <td>${value !== null && this.#text(value)}</td>
          </tr>`,
      )}
    </table>`
  }

  #text(text: Text): string {
    return this.#counter.texts.format(this.#language, text)
  }

  #say(key: string, args?: Readonly<Record<string, TextArg>>): string {
    return this.#text(args === undefined ? t(key) : t(key, args))
  }

  #when(at: number): string {
    return formatDateTime(at, this.#counter.agency.zone, this.#language)
  }

  #time(at: number | null): string | null {
    return at === null ? null : this.#when(at)
  }
}

function plain(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

// Showing a kept answer needs no clock, chance or key.
const NOBODY: Env = { now: 0, language: 'id', random: () => 0, seal: () => '', fingerprint: () => '' }
