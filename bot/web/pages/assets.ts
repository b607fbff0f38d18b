import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const asset = (name: string, mime: string) => {
  const body = readFileSync(join(import.meta.dirname, name))
  const version = createHash('sha256').update(body).digest('hex').slice(0, 8)
  return { path: `/assets/${name}`, address: `/assets/${name}?v=${version}`, mime, body }
}

const style = asset('loket.css', 'text/css; charset=utf-8')
const emblem = asset('emblem.svg', 'image/svg+xml')

/** Address of the style sheet; it changes with the content. */
export const styleAddress = style.address

/** Address of the emblem in the header and in the browser's tab. */
export const emblemAddress = emblem.address

/** Serves the files that the pages refer to. */
export function registerAssets(app: FastifyInstance): void {
  for (const { path, mime, body } of [style, emblem])
    app.get(path, (_request, reply) => reply.type(mime).header('cache-control', 'public, max-age=86400').send(body))
}
