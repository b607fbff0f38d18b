import { Api, GrammyError, InputFile } from 'grammy'
import { BotApiRefusal, BotApiSilence, withFiles, type BotAddress, type BotApi } from './bot-api.ts'

type Call = (...args: unknown[]) => Promise<never>

/** These it calls without parameters: the signal comes first. */
const BARE: readonly string[] = ['getMe']

/**
 * The Bot API by grammY. It calls by Node's own fetch: the one that grammY brings along waits for ever when a connection
 * ends in the middle of an answer. `patience` in seconds: a call that is not answered has failed then.
 */
export function openByGrammy({ token, apiRoot }: BotAddress, patience: number): BotApi {
  // grammY types both, fetch and signals, by a package that has no types here.
  const api = new Api(token, { apiRoot, timeoutSeconds: patience, fetch: callByNode as never })
  const methods = api.raw as unknown as Readonly<Record<string, Call>>
  return {
    async call(method, params, signal) {
      try {
        const given = BARE.includes(method) ? [] : [withFiles(params, fileOf)]
        return (await methods[method]?.(...given, signal)) as never
      } catch (error) {
        if (!(error instanceof GrammyError)) throw new BotApiSilence()
        throw new BotApiRefusal(error.error_code, error.description, error.parameters.retry_after)
      }
    },
  }
}

function fileOf({ bytes, name }: { readonly bytes: Uint8Array; readonly name: string }): InputFile {
  return new InputFile(bytes, name)
}

// Node's fetch takes no polyfilled signal, and has connections of its own in place of an agent.
async function callByNode(url: string, init: RequestInit & { readonly agent?: unknown }): Promise<Response> {
  const { agent: _agent, signal, ...rest } = init
  const end = new AbortController()
  if (signal?.aborted) end.abort()
  signal?.addEventListener('abort', () => end.abort(), { once: true })
  return fetch(url, { ...rest, signal: end.signal })
}
