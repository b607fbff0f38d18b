import type { Office } from './office.ts'
import { solveSum } from './sums.ts'
import { secret } from './secrets.ts'

/** The link in a text: the path that the counter serves. */
export function linkIn(text: string): string {
  const path = /https?:\/\/\S*(\/l\/[\w-]+)/.exec(text)?.[1]
  if (path === undefined) throw new Error(`no link in: ${text}`)
  secret(path.slice('/l/'.length))
  return path
}

/** What a page says, as it is read. */
export interface Page {
  readonly status: number
  readonly words: string
  readonly markup: string
}

/** Opens a link as a browser does. */
export async function visit(office: Office, path: string): Promise<Page> {
  return pageOf(await office.open.app.inject({ method: 'GET', url: path }))
}

/** Opens a link and sends its form, with the sum on it solved unless `inputs` answer it. */
export async function fillPage(office: Office, path: string, inputs: Readonly<Record<string, string>>): Promise<Page> {
  const { markup } = await visit(office, path)
  const hidden = [...markup.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name, value])
  const sum = solveSum(/for="sum">([^<]*)</.exec(markup)?.[1] ?? '')
  const form = {
    ...(Object.fromEntries(hidden) as Record<string, string>),
    ...(sum !== undefined && { sum: String(sum) }),
    ...inputs,
  }
  return pageOf(
    await office.open.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    }),
  )
}

function pageOf({ statusCode, body }: { readonly statusCode: number; readonly body: string }): Page {
  const words = body
    .replace(/<(title|style|script)>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')
  return { status: statusCode, words, markup: body }
}
