import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Registry } from 'prom-client'
import type { UnitOfWork } from '../../storage/unit-of-work.ts'
import type { Scheduler } from '../runtime/scheduler.ts'

/** What the operator's tools ask about. */
export interface HealthParts {
  readonly unitOfWork: Pick<UnitOfWork, 'run'>
  readonly scheduler: Scheduler
  readonly registry: Registry
  /** `running` from when every channel has started until the stop begins */
  state(): 'starting' | 'running' | 'stopping'
  readonly metricsAccess: 'anyone' | 'nobody' | { readonly token: string }
}

const patience = 2_000

/**
 * `GET /healthz`: the process is alive. `GET /readyz`: 200 when it can serve, else 503 and why.
 * `GET /metrics`: Prometheus text, by bearer token (RFC 6750) where one is asked.
 */
export function registerHealth(app: FastifyInstance, parts: HealthParts): void {
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ alive: true }))
  app.get('/readyz', async (_request, reply) => {
    const state = parts.state()
    const why = state !== 'running' ? state : (await answers(parts)) ? undefined : 'database'
    await reply
      .code(why === undefined ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(why === undefined ? { ready: true } : { ready: false, why })
  })
  app.get('/metrics', async (request, reply) => {
    const { metricsAccess: access, registry } = parts
    if (access === 'nobody') return reply.callNotFound()
    if (access !== 'anyone' && !isSame(request.headers.authorization ?? '', `Bearer ${access.token}`))
      return reply.code(401).header('www-authenticate', 'Bearer').send({ error: 'unauthorized' })
    return reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics())
  })
}

/** Whether the database answers in time; a question it has not answered yet stays with it. */
function answers({ unitOfWork, scheduler }: HealthParts): Promise<boolean> {
  return new Promise((resolve) => {
    const callOff = scheduler.after(patience, () => resolve(false))
    const settle = (well: boolean): void => {
      callOff()
      resolve(well)
    }
    unitOfWork
      .run((tx) => tx.$queryRawUnsafe('SELECT 1'))
      .then(
        () => settle(true),
        () => settle(false),
      )
  })
}

/** Compares in a time that tells nothing. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
