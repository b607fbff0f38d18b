import { AsyncLocalStorage } from 'node:async_hooks'
import {
  BufferJSON,
  initAuthCreds,
  makeCacheableSignalKeyStore,
  proto,
  type AuthenticationCreds,
  type AuthenticationState,
  type SignalDataSet,
  type SignalDataTypeMap,
} from '@whiskeysockets/baileys'
import { LIBRARY_LOG } from './library-log.ts'

/** Where a linked account's keys are kept; each `set` is one transaction, and fails when another process has the account. */
export interface AuthRows {
  get(kind: string, names: readonly string[]): Promise<ReadonlyMap<string, string>>
  set(changes: readonly { readonly kind: string; readonly name: string; readonly value: string | null }[]): Promise<void>
  forget(): Promise<void>
}

/** Most values that are kept in memory. */
const CACHED = 5000

/** The auth state of one connection. */
export interface KeptAuth {
  readonly state: AuthenticationState
  /** Keeps the credentials as they are now; one save after the other. */
  save(): Promise<void>
}

/** Whether these credentials are those of a linked device, and not of one that waits to be linked. */
export function isLinked({ account, me }: AuthenticationCreds): boolean {
  return account !== undefined && me !== undefined
}

/** Which device these credentials are of: one that is linked anew is another. */
export function deviceOf({ signedIdentityKey }: AuthenticationCreds): string {
  return Buffer.from(signedIdentityKey.public).toString('base64')
}

/** The credentials that are kept; undefined where there are none of a linked device. */
export async function linkedCreds(rows: Pick<AuthRows, 'get'>): Promise<AuthenticationCreds | undefined> {
  const kept = (await rows.get('creds', ['creds'])).get('creds')
  const creds = kept === undefined ? undefined : (JSON.parse(kept, BufferJSON.reviver) as AuthenticationCreds)
  return creds !== undefined && isLinked(creds) ? creds : undefined
}

/** The auth state of a device; of a new one when no credentials are given. */
export function authOf(rows: AuthRows, creds: AuthenticationCreds = initAuthCreds()): KeptAuth {
  let saving: Promise<void> = Promise.resolve()
  return {
    state: { creds, keys: makeCacheableSignalKeyStore(keysIn(rows), LIBRARY_LOG, boundedCache()) },
    save: () => {
      const value = JSON.stringify(creds, BufferJSON.replacer)
      saving = saving.catch(() => undefined).then(() => rows.set([{ kind: 'creds', name: 'creds', value }]))
      return saving
    },
  }
}

// The library tells its transactions by the asynchronous context: a database that others use too must not run in one.
const outside = AsyncLocalStorage.snapshot()

function keysIn(rows: AuthRows): AuthenticationState['keys'] {
  // The library asks for the same keys again and again that there are not. Nobody else writes: what is not there stays so.
  const missing = new Set<string>()
  return {
    get: async (type, ids) => {
      const wanted = ids.filter((id) => !missing.has(`${type}.${id}`))
      if (wanted.length === 0) return {}
      const found = await outside(() => rows.get(type, wanted))
      if (missing.size > CACHED) missing.clear()
      for (const id of wanted) if (!found.has(id)) missing.add(`${type}.${id}`)
      return Object.fromEntries([...found].map(([id, value]) => [id, revived(type, value)]))
    },
    set: (data) => {
      const changes = changesOf(data)
      for (const { kind, name } of changes) missing.delete(`${kind}.${name}`)
      return outside(() => rows.set(changes))
    },
    clear: () => {
      missing.clear()
      return outside(() => rows.forget())
    },
  }
}

function changesOf(data: SignalDataSet) {
  return Object.entries(data).flatMap(([kind, values]) =>
    Object.entries(values ?? {}).map(([name, value]) => ({
      kind,
      name,
      value: value === null || value === undefined ? null : JSON.stringify(value, BufferJSON.replacer),
    })),
  )
}

function revived<T extends keyof SignalDataTypeMap>(type: T, json: string): SignalDataTypeMap[T] {
  const value = JSON.parse(json, BufferJSON.reviver) as SignalDataTypeMap[T]
  if (type !== 'app-state-sync-key') return value
  return proto.Message.AppStateSyncKeyData.fromObject(value as object) as unknown as SignalDataTypeMap[T]
}

// The oldest goes when it is full; nothing in it wakes up by itself.
function boundedCache() {
  const values = new Map<string, unknown>()
  return {
    get: <V>(key: string) => values.get(key) as V | undefined,
    set: (key: string, value: unknown) => {
      values.delete(key)
      values.set(key, value)
      const [oldest] = values.keys()
      if (values.size > CACHED && oldest !== undefined) values.delete(oldest)
    },
    del: (key: string) => void values.delete(key),
    flushAll: () => values.clear(),
  }
}
