import { timingSafeEqual } from 'node:crypto'
import formbody from '@fastify/formbody'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { OpenedLink } from '../../../storage/links.ts'
import { activationPage } from './activation-page.ts'
import { answerPage } from './answer-page.ts'
import { noticePage, type Page } from './notice.ts'
import type { PageDesk, PagePorts } from './page-ports.ts'
import { originalPage } from './original-page.ts'
import { passwordPage } from './password-page.ts'
import { resetPage } from './reset-page.ts'
import type { Download, LinkPage, Sent, Visit } from './visit.ts'

/** Bytes of a form: 10,000 characters fit, however they are encoded. */
const longestForm = 128 * 1024
/** Visits of one address in a minute; many phones share the address of their network. */
const visitsPerMinute = 60

const purposes: ReadonlyMap<string, LinkPage> = new Map([
  ['activation', activationPage],
  ['answer', answerPage],
  ['original', originalPage],
  ['password', passwordPage],
  ['reset', resetPage],
])

/** What the pages need besides their ports. */
export interface PagesParts {
  readonly ports: PagePorts
  /** scheme and host that a browser sees */
  readonly publicUrl: string
}

/**
 * Serves `/l/:token`: GET shows a page and changes nothing, because chat apps open links to preview them; POST acts.
 */
export function registerPages(app: FastifyInstance, { ports, publicUrl }: PagesParts): void {
  // A context of its own: its body parser and limit of visits are not those of the other pages.
  void app.register(async (scope) => {
    await scope.register(formbody, { bodyLimit: longestForm })
    await scope.register(rateLimit, { max: visitsPerMinute, timeWindow: 60_000, hook: 'onRequest' })
    scope.addHook('onRequest', async (_request, reply) => {
      reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' })
    })
    scope.get<Addressed>('/l/:token', (request, reply) => serve(ports, request, reply, (page, visit) => page.show(visit)))
    scope.post<Addressed>('/l/:token', async (request, reply) => {
      if (isFromElsewhere(request, publicUrl))
        return send(reply, noticePage({ agency: ports.house, language: 'id' }, 'other-site'))
      const sent = sentBy(request.body)
      return serve(ports, request, reply, async (page, visit) =>
        isSame(sent('nonce'), visit.nonce) ? page.act(visit, sent) : noticePage(visit.voice, 'other-site'),
      )
    })
  })
}

interface Addressed {
  Params: { token: string }
}

type Serve = (page: LinkPage, visit: Visit) => Promise<Page | Download>

async function serve(ports: PagePorts, { params: { token } }: FastifyRequest<Addressed>, reply: FastifyReply, go: Serve) {
  const page = await ports.transact(async (desk) => {
    const link = await desk.open(token)
    return link === null
      ? noticePage({ agency: ports.house, language: 'id' }, 'unknown-link')
      : visit(ports, desk, link, token, go)
  })
  return 'file' in page ? download(ports, reply, page) : send(reply, page)
}

// Read after the commit, which used the link up: what cannot be read then must be asked for anew.
async function download(ports: PagePorts, reply: FastifyReply, { file, name }: Download): Promise<FastifyReply> {
  const content = await ports.readFile(file)
  if (content === undefined) return send(reply, noticePage({ agency: ports.house, language: 'id' }, 'original-gone'))
  return reply
    .headers({
      'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    .type(content.mime)
    .send(Buffer.from(content.bytes))
}

async function visit(ports: PagePorts, desk: PageDesk, link: OpenedLink, token: string, go: Serve): Promise<Page | Download> {
  const language = link.conversation === null ? 'id' : await desk.language(link.conversation)
  const agency = ports.agency(link.agency)
  const page = purposes.get(link.purpose)
  if (agency === undefined || page === undefined) return noticePage({ agency: ports.house, language }, 'unknown-link')
  const voice = { agency, language }
  if (link.state !== 'open') return noticePage(voice, page.closed?.[link.state] ?? link.state)
  return go(page, { ports, desk, link, voice, nonce: ports.sealer.index(token, 'page.nonce') })
}

function send(reply: FastifyReply, { status, markup }: Page): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(markup)
}

/**
 * Whether a form was sent from another site. Browsers tell by Sec-Fetch-Site; older ones by Origin, which is `null`
 * from our own pages, as their referrer policy asks (Fetch, "append a request Origin header"): there the nonce decides.
 */
function isFromElsewhere({ headers }: FastifyRequest, publicUrl: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin'
  const { origin } = headers
  return origin !== undefined && origin !== 'null' && origin !== publicUrl
}

/** What stands in a form, as text; an input that is missing or sent twice is ''. */
function sentBy(body: unknown): Sent {
  const inputs = new Map(typeof body === 'object' && body !== null ? Object.entries(body) : [])
  return (name) => {
    const value: unknown = inputs.get(name)
    return typeof value === 'string' ? value : ''
  }
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
