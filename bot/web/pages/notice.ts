import type { Text } from '../../../flows/engine/text.ts'
import type { PageVoice } from './document.ts'
import { document } from './document.ts'
import { chatText, html } from './html.ts'

/** Pages that only say something: message `page-<notice>-title` and `page-<notice>-text`. */
export type Notice =
  | 'activated'
  | 'activated-bare'
  | 'already-active'
  | 'answered'
  | 'expired'
  | 'late'
  | 'locked'
  | 'original-gone'
  | 'other-site'
  | 'password-made'
  | 'reset-expired'
  | 'reset-locked'
  | 'reset-made'
  | 'reset-used'
  | 'stopping'
  | 'too-large'
  | 'too-many'
  | 'trouble'
  | 'unknown-link'
  | 'unknown-page'
  | 'unreadable'
  | 'used'

const happy: readonly Notice[] = ['activated', 'activated-bare', 'already-active', 'answered', 'password-made', 'reset-made']

const statuses: Readonly<Record<Notice, number>> = {
  activated: 200,
  'activated-bare': 200,
  'already-active': 200,
  answered: 200,
  expired: 410,
  late: 410,
  locked: 410,
  'original-gone': 410,
  'other-site': 403,
  'password-made': 200,
  'reset-expired': 410,
  'reset-locked': 410,
  'reset-made': 200,
  'reset-used': 410,
  stopping: 503,
  'too-large': 413,
  'too-many': 429,
  trouble: 500,
  'unknown-link': 404,
  'unknown-page': 404,
  unreadable: 400,
  used: 410,
}

/** An answer of the web server. */
export interface Page {
  readonly status: number
  readonly markup: string
}

/** Where a notice leads on to: a path of this server, and what stands on the button. */
export interface Next {
  readonly address: string
  readonly label: Text
}

/** The page of a notice: what happened, and what to do next. */
export function noticePage(voice: PageVoice, notice: Notice, next?: Next): Page {
  const { texts, name } = voice.agency
  const title = texts.format(voice.language, { key: `page-${notice}-title` })
  const text = texts.format(voice.language, { key: `page-${notice}-text`, args: { agency: name } })
  const kind = happy.includes(notice) ? 'good' : 'stop'
  const body = html`<div class="notice ${kind}" role="status">
      <h1>${title}</h1>
      ${chatText(text)}
    </div>
    ${next !== undefined && html`<a class="button" href="${next.address}">${texts.format(voice.language, next.label)}</a>`}`
  return { status: statuses[notice], markup: document(voice, { title, body }) }
}
