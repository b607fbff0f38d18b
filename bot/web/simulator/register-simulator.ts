import websocket from '@fastify/websocket'
import { fileTypeFromBuffer } from 'file-type'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import type { SimulatorStore } from '../../../storage/simulator-store.ts'
import type { Feed } from '../../channels/simulator/feed.ts'
import type { MediaFolder } from '../../channels/simulator/media-folder.ts'
import type { Log, SimulatorChannel } from '../../channels/simulator/simulator-channel.ts'
import { serveBrowser } from './browser-socket.ts'
import { localOnly } from './local-only.ts'
import { PageFiles } from './page-files.ts'
import { MAX_TYPED } from './protocol.ts'

/** Bytes of an upload: more than the channel hands on, so that its own "too large" can be seen too. */
export const MAX_UPLOAD = 31 * 2 ** 20

const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' blob:`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

/** A photo of an identity card that is nobody's, for whoever tries the counter out. */
const SAMPLE_KTP = join(import.meta.dirname, 'page/sample-ktp.jpg')

/** Shown in the page itself; everything else is only ever saved, never run. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])

const Name = z.string().trim().min(1).max(60)
const NewPhone = z.object({ name: Name, role: z.enum(['citizen', 'officer']) })
const NewName = z.object({ name: Name })

/** What the page needs of the simulated platform; `feed` is the one that the channels publish to. */
export interface SimulatorParts {
  /** the name under which Loket is known in the chats */
  readonly counter: string
  /** e-mail goes to a mail server, not to the mailbox here */
  readonly mailElsewhere?: boolean
  readonly channel: SimulatorChannel
  readonly store: SimulatorStore
  readonly media: MediaFolder
  readonly feed: Feed
  readonly log?: Log
}

/**
 * Serves the phone simulator on `app`: `/` leads to the page at `/simulator`; WebSocket, files and
 * phones are below it. Only a browser on this machine gets in (local-only.ts).
 */
export function registerSimulator(app: FastifyInstance, parts: SimulatorParts): void {
  // A context of its own: its parsers, headers and checks are not those of the other pages.
  void app.register(async (scope) => {
    await scope.register(websocket, { options: { maxPayload: 8 * MAX_TYPED } })
    scope.addHook('onRequest', localOnly)
    scope.addHook('onRequest', async (_request, reply) => {
      reply.headers({
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-cache',
      })
    })
    scope.get('/', (_request, reply) => reply.redirect('/simulator'))
    scope.get('/simulator/ws', { websocket: true }, (socket) => serveBrowser(socket, parts))
    page(scope)
    media(scope, parts)
    phones(scope, parts)
  })
}

function page(scope: FastifyInstance): void {
  const files = new PageFiles()
  const serve = async (name: string, reply: FastifyReply) => {
    const file = await files.get(name)
    return file ? reply.type(file.mime).send(file.body) : reply.callNotFound()
  }
  scope.get('/simulator', (_request, reply) => serve('index.html', reply))
  scope.get<{ Params: { '*': string } }>('/simulator/page/*', (request, reply) => serve(request.params['*'], reply))
  scope.get('/simulator/sample-ktp.jpg', async (_request, reply) => reply.type('image/jpeg').send(await readFile(SAMPLE_KTP)))
}

function media(scope: FastifyInstance, { media: folder }: SimulatorParts): void {
  void scope.register(async (uploads) => {
    // The body is read here, to stop at the limit and to take every kind of file unparsed.
    uploads.removeAllContentTypeParsers()
    uploads.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    uploads.post('/simulator/media', async (request, reply) => {
      const bytes = await readUpTo(MAX_UPLOAD, request.body as Readable | undefined)
      if (bytes === undefined)
        return reply.code(413).send({ message: 'Berkas lebih besar dari 31 MB. Pilih berkas yang lebih kecil.' })
      return reply.code(201).send({ id: await folder.save(bytes) })
    })
  })
  scope.get<{ Params: { id: string } }>('/simulator/media/:id', async (request, reply) => {
    const { id } = request.params
    if ((await folder.size(id)) === undefined) return reply.callNotFound()
    const bytes = await folder.read(id, Number.MAX_SAFE_INTEGER)
    const mime = (await fileTypeFromBuffer(bytes))?.mime ?? ''
    reply.header('cache-control', 'private, max-age=31536000, immutable')
    if (SHOWN.has(mime)) return reply.type(mime).send(bytes)
    return reply.type('application/octet-stream').header('content-disposition', 'attachment').send(bytes)
  })
}

function phones(scope: FastifyInstance, { store, media: folder, feed }: SimulatorParts): void {
  const publish = async () => feed.publish({ type: 'phones', phones: await store.phones() })
  scope.post('/simulator/phones', async (request, reply) => {
    const asked = NewPhone.safeParse(request.body)
    if (!asked.success) return reply.code(400).send({ message: 'Isi nama ponsel, paling banyak 60 huruf.' })
    const phone = await store.addPhone(asked.data.name, asked.data.role)
    await publish()
    return reply.code(201).send(phone)
  })
  scope.patch<{ Params: { id: string } }>('/simulator/phones/:id', async (request, reply) => {
    const asked = NewName.safeParse(request.body)
    if (!asked.success) return reply.code(400).send({ message: 'Isi nama ponsel, paling banyak 60 huruf.' })
    if (!(await store.renamePhone(request.params.id, asked.data.name))) return reply.callNotFound()
    await publish()
    return reply.code(204).send()
  })
  scope.delete<{ Params: { id: string } }>('/simulator/phones/:id', async (request, reply) => {
    const files = await store.removePhone(request.params.id)
    if (files === undefined) return reply.callNotFound()
    await folder.remove(files)
    await publish()
    return reply.code(204).send()
  })
}

/** The bytes of a body, or undefined when there are more than `max`; the rest is let pass unread. */
async function readUpTo(max: number, body: Readable | undefined): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += (part as Buffer).length
    if (size <= max) parts.push(part as Buffer)
  }
  return size > max ? undefined : Buffer.concat(parts)
}
