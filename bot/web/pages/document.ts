import type { Language } from '../../../flows/engine/text.ts'
import type { PageAgency } from './page-ports.ts'
import { emblemAddress, styleAddress } from './assets.ts'
import { html, strong, type Html } from './html.ts'

/** Whose page it is, and in which language. */
export interface PageVoice {
  readonly agency: Pick<PageAgency, 'name' | 'office' | 'texts'>
  readonly language: Language
}

/** A page's own part. */
export interface PageContent {
  readonly title: string
  readonly body: Html
  /** the form was not accepted: the title, which a screen reader says first, tells it */
  readonly failed?: boolean
}

/** A whole page: header with the office's name, one card, footer. */
export function document({ agency, language }: PageVoice, { title, body, failed = false }: PageContent): string {
  const say = (key: string, args?: Readonly<Record<string, string>>): string =>
    agency.texts.format(language, args === undefined ? { key } : { key, args })
  const head = failed ? say('page-title-failed', { title }) : title
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>${head} – ${agency.name}</title>
        <link rel="icon" href="${emblemAddress}" type="image/svg+xml" />
        <link rel="stylesheet" href="${styleAddress}" />
      </head>
      <body>
        <header>
          <div class="within">
            <img src="${emblemAddress}" alt="" width="40" height="40" />
            <p><strong>${agency.name}</strong> <span>${agency.office}</span></p>
          </div>
        </header>
        <main class="within">
          <div class="card">${body}</div>
        </main>
        <footer class="within">
          <p>${strong(say('page-footer-free'))}</p>
          <p>${strong(say('page-footer-secret'))}</p>
        </footer>
      </body>
    </html> `.toString()
}
