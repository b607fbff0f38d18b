import type { IncomingMessage } from 'node:http'
import { readForm, type Upload } from './multipart.ts'
import { badRequest } from './refusal.ts'

/** What a call brings along. */
export class Call {
  readonly method: string
  readonly #fields: Readonly<Record<string, unknown>>
  readonly #uploads: Readonly<Record<string, Upload>>

  constructor(method: string, fields: Readonly<Record<string, unknown>>, uploads: Readonly<Record<string, Upload>> = {}) {
    this.method = method
    this.#fields = fields
    this.#uploads = uploads
  }

  /** A value as sent, or where the file is that was sent in its place; in a form everything is text, and what is no text there is JSON. */
  get(name: string): unknown {
    const value = this.#fields[name] ?? (Object.hasOwn(this.#uploads, name) ? `attach://${name}` : undefined)
    if (typeof value !== 'string' || !/^[[{]|^(true|false|-?\d+)$/.test(value) || name === 'text' || name === 'caption')
      return value
    try {
      return JSON.parse(value) as unknown
    } catch {
      return value
    }
  }

  text(name: string): string {
    const value = this.#fields[name]
    return typeof value === 'string' ? value : ''
  }

  number(name: string): number {
    return Number(this.get(name) ?? Number.NaN)
  }

  flag(name: string): boolean {
    return this.get(name) === true
  }

  list(name: string): readonly unknown[] {
    const value = this.get(name) ?? []
    if (!Array.isArray(value)) throw badRequest(`${name} must be an array`)
    return value
  }

  /** The file that a value names: one sent along (`attach://…`); undefined when it is an id or an address. */
  upload(value: unknown): Upload | undefined {
    const name = typeof value === 'string' ? /^attach:\/\/(.+)$/.exec(value)?.[1] : undefined
    if (name === undefined) return undefined
    const upload = this.#uploads[name]
    if (upload === undefined) throw badRequest('there is no attached file of that name')
    return upload
  }
}

/** Reads a request's body. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** Reads a call out of a request: JSON, a form, or nothing. */
export function readCall(method: string, contentType: string, body: Buffer): Call {
  if (contentType.startsWith('multipart/form-data')) {
    const { fields, uploads } = readForm(contentType, body)
    return new Call(method, fields, uploads)
  }
  return new Call(method, body.length === 0 ? {} : (JSON.parse(body.toString()) as Record<string, unknown>))
}
