import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import type { Log } from '../runtime/log.ts'
import { registerHealth, type HealthParts } from './health.ts'
import { registerAssets } from './pages/assets.ts'
import { noticePage, type Notice } from './pages/notice.ts'
import type { PagePorts } from './pages/page-ports.ts'
import { registerPages } from './pages/register-pages.ts'

/** What the web server is made of. */
export interface ServerParts {
  /** scheme and host that a browser sees */
  readonly publicUrl: string
  /** addresses of the proxies whose word on the visitor's address is taken; empty = nobody's */
  readonly trustedProxies: readonly string[]
  readonly log: Log
  readonly pages: PagePorts
  readonly health: HealthParts
}

const policy = [
  `default-src 'none'`,
  `style-src 'self'`,
  `form-action 'self'`,
  `img-src 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/**
 * Makes the web server: pages behind links, health, metrics; other parts register themselves on it. `close()` takes
 * nothing more in and resolves when what is under way has been answered.
 */
export function createServer(parts: ServerParts): FastifyInstance {
  const { publicUrl, trustedProxies, log, pages, health } = parts
  const app = Fastify({
    logger: false,
    bodyLimit: 64 * 1024,
    requestTimeout: 60_000,
    keepAliveTimeout: 10_000,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    forceCloseConnections: 'idle',
    frameworkErrors: (_error, _request, reply) => {
      void notice(reply.headers(headers), 'unknown-page')
    },
  })
  const notice = (reply: FastifyReply, what: Notice): FastifyReply => {
    const { status, markup } = noticePage({ agency: pages.house, language: 'id' }, what)
    return reply.code(status).type('text/html; charset=utf-8').send(markup)
  }

  const secure = publicUrl.startsWith('https:')
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers)
    if (secure) reply.header('strict-transport-security', 'max-age=31536000')
  })
  // a visitor whose answer was under way would otherwise hold the stop up with an idle connection
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
  app.setNotFoundHandler((_request, reply) => notice(reply, 'unknown-page'))
  app.setErrorHandler((error, request, reply) => {
    const what = noticeFor(error)
    if (what === 'trouble') {
      const { method } = request
      log.error({ error, method, route: request.routeOptions.url }, 'a request failed')
    }
    return notice(reply, what)
  })

  registerHealth(app, health)
  registerAssets(app)
  registerPages(app, { ports: pages, publicUrl })
  return app
}

/** What a visitor is told of an error: by the status that Fastify or a plugin gave it. */
function noticeFor(error: unknown): Notice {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500
  if (status === 429) return 'too-many'
  if (status === 413) return 'too-large'
  if (status === 503) return 'stopping'
  return typeof status === 'number' && status >= 400 && status < 500 ? 'unreadable' : 'trouble'
}
