import type { OpenedLink } from '../../../storage/links.ts'
import { document, type PageVoice } from './document.ts'
import { formMarkup, hasProblems, type Form } from './form.ts'
import type { Notice, Page } from './notice.ts'
import type { PageAgency, PageDesk, PagePorts } from './page-ports.ts'

/** Somebody has opened a link that is open. */
export interface Visit {
  readonly ports: PagePorts
  readonly desk: PageDesk
  readonly link: OpenedLink
  readonly voice: PageVoice & { readonly agency: PageAgency }
  /** shows that the form came from our own page */
  readonly nonce: string
}

/** What a form sent back: text by input name; '' where there was none. */
export type Sent = (name: string) => string

/** A stored file that is handed over in place of a page. */
export interface Download {
  /** its id */
  readonly file: string
  /** what it is saved as */
  readonly name: string
}

/** The page behind links of one purpose. */
export interface LinkPage {
  /** what is said when the link cannot be opened any more, where the page has words of its own for it */
  readonly closed?: Readonly<Record<Exclude<OpenedLink['state'], 'open'>, Notice>>
  show(visit: Visit): Promise<Page>
  act(visit: Visit, sent: Sent): Promise<Page | Download>
}

/** A page with a form; 422 when the form is shown again because of mistakes (RFC 9110 15.5.21). */
export function formPage({ voice, link, nonce, ports }: Visit, form: Omit<Form, 'link' | 'now'>): Page {
  const whole = { ...form, link, now: ports.clock.now(), hidden: { ...form.hidden, nonce } }
  const failed = hasProblems(whole)
  return {
    status: failed ? 422 : 200,
    markup: document(voice, { title: form.title, body: formMarkup(voice, whole), failed }),
  }
}
