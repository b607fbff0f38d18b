import { Api } from 'grammy'

/** A signal as grammY's types have it: those of a polyfill, whose work Node's own does as well. */
export type CallSignal = NonNullable<Parameters<Api['getMe']>[0]>

/** Node's signal, for grammY. */
export function callSignal(signal: AbortSignal): CallSignal {
  return signal as unknown as CallSignal
}

/**
 * The Bot API of one bot. It calls by Node's own fetch: the one that grammY brings along waits for ever when a
 * connection ends in the middle of an answer. `patience` in seconds: a call that is not answered has failed then.
 */
export function openApi({ token, apiRoot }: { readonly token: string; readonly apiRoot: string }, patience: number): Api {
  // grammY types it by a package that has no types here.
  return new Api(token, { apiRoot, timeoutSeconds: patience, fetch: callByNode as never })
}

// Node's fetch takes no polyfilled signal, and has connections of its own in place of an agent.
async function callByNode(url: string, init: RequestInit & { readonly agent?: unknown }): Promise<Response> {
  const { agent: _agent, signal, ...rest } = init
  const end = new AbortController()
  if (signal?.aborted) end.abort()
  signal?.addEventListener('abort', () => end.abort(), { once: true })
  return fetch(url, { ...rest, signal: end.signal })
}
