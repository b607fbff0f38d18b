import { Telegram, TelegramError } from 'telegraf'
import { BotApiRefusal, BotApiSilence, withFiles, type BotAddress, type BotApi, type Upload } from './bot-api.ts'
import { WatchedConnections } from './watched-connections.ts'

type Call = (method: string, params: unknown, options: { readonly signal: AbortSignal }) => Promise<never>

/**
 * The Bot API by telegraf: its client, without its loop for updates. That one takes a batch all at once, and after one
 * that failed tells Telegram all the same that it was taken. `patience` in seconds: a call that is not answered has
 * failed then.
 */
export function openByTelegraf({ token, apiRoot }: BotAddress, patience: number): BotApi {
  const connections = new WatchedConnections(apiRoot)
  const client = new Telegram(token, { apiRoot })
  // It keeps no agent that it is given for an http address.
  client.options.agent = connections.agent
  const call = client.callApi.bind(client) as unknown as Call
  return {
    async call(method, params, signal) {
      try {
        const files = withFiles(params, fileOf)
        return await connections.call(1000 * patience, signal, (end) => call(method, files, { signal: end }))
      } catch (error) {
        if (!(error instanceof TelegramError)) throw new BotApiSilence()
        throw new BotApiRefusal(error.code, error.description, error.parameters?.retry_after)
      }
    },
  }
}

function fileOf({ bytes, name }: Upload): { source: Buffer; filename: string } {
  return { source: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), filename: name }
}
