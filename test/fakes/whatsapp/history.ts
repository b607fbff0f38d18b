import { deflateSync } from 'node:zlib'
import { proto, type BinaryNode } from '@whiskeysockets/baileys'
import type { Companion } from './companion.ts'
import type { Person } from './person.ts'
import type { SignalParty } from './signal-party.ts'

/** What the owner's phone tells a device after its first login: whose LID and whose number belong together. */
export async function historyFor(companion: Companion, phone: SignalParty, people: readonly Person[]): Promise<BinaryNode[]> {
  const { INITIAL_BOOTSTRAP: syncType } = proto.HistorySync.HistorySyncType
  const phoneNumberToLidMappings = people.map(({ pn: pnJid, lid: lidJid }) => ({ pnJid, lidJid }))
  const history = proto.HistorySync.encode({ syncType, phoneNumberToLidMappings }).finish()
  const notice = { syncType, initialHistBootstrapInlinePayload: deflateSync(history), chunkOrder: 0, progress: 100 }
  const { HISTORY_SYNC_NOTIFICATION: type } = proto.Message.ProtocolMessage.Type
  const preKey = companion.preKeys.shift()
  await phone.begin(companion.lid, { ...companion.keys, ...(preKey !== undefined && { preKey }) })
  const sealed = await phone.encrypt(companion.lid, { protocolMessage: { type, historySyncNotification: notice } })
  return [{ tag: 'enc', attrs: { v: '2', type: sealed.type }, content: sealed.ciphertext }]
}
