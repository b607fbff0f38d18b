import { chatText, html } from './html.ts'
import { document } from './document.ts'
import { noticePage, type Page } from './notice.ts'
import type { LinkPage, Visit } from './visit.ts'

/** What the link's file is called when it is saved. */
function nameOf({ link }: Visit): string {
  const { name } = link.data
  return typeof name === 'string' ? name : 'berkas.pdf'
}

/** Hands an officer a file as it was sent: once, and noted. What chat apps open to preview a link hands over nothing. */
export const originalPage: LinkPage = {
  async show(visit): Promise<Page> {
    const { agency, language } = visit.voice
    const say = (key: string, args?: Readonly<Record<string, string>>) =>
      agency.texts.format(language, args === undefined ? { key } : { key, args })
    const title = say('page-original-title')
    const body = html`<h1>${title}</h1>
      ${chatText(say('page-original-intro', { name: nameOf(visit) }))}
      <form method="post">
        <input type="hidden" name="nonce" value="${visit.nonce}" />
        <button type="submit">${say('page-original-button')}</button>
      </form>`
    return { status: 200, markup: document(visit.voice, { title, body }) }
  },

  async act(visit) {
    const { desk, link, voice } = visit
    if (!(await desk.handOver(link))) return noticePage(voice, 'used')
    return { file: link.subject, name: nameOf(visit) }
  },
}
