import { readFile } from 'node:fs/promises'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the page, ready to be sent. */
export interface PageFile {
  readonly mime: string
  readonly body: string
}

const FOLDER = fileURLToPath(new URL('page/', import.meta.url))
const MIMES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ts': 'text/javascript; charset=utf-8',
}
const NAME = /^[a-z][a-z-]*\.(html|css|svg|ts)$/

/**
 * The files of the page, read at their first request and kept. TypeScript becomes JavaScript by
 * leaving its types out, so that no build stands between a clone and the page.
 */
export class PageFiles {
  readonly #kept = new Map<string, PageFile>()

  /** `vendor/htm-preact.js` is preact and htm in one file; other names are files of `page/`. Undefined: no such file. */
  async get(name: string): Promise<PageFile | undefined> {
    const kept = this.#kept.get(name)
    if (kept) return kept
    const file = name === 'vendor/htm-preact.js' ? await vendor() : await own(name)
    if (file) this.#kept.set(name, file)
    return file
  }
}

async function vendor(): Promise<PageFile> {
  // `htm/preact/standalone` itself cannot be resolved by `require`; its neighbour can.
  const path = join(dirname(createRequire(import.meta.url).resolve('htm/preact')), 'standalone.mjs')
  return { mime: 'text/javascript; charset=utf-8', body: await readFile(path, 'utf8') }
}

async function own(name: string): Promise<PageFile | undefined> {
  const mime = MIMES[extname(name)]
  if (!NAME.test(name) || mime === undefined) return undefined
  const text = await readFile(join(FOLDER, name), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  return { mime, body: name.endsWith('.ts') ? stripTypeScriptTypes(text) : text }
}
