import {
  getAllBinaryNodeChildren,
  getBinaryNodeChild,
  getBinaryNodeChildren,
  jidDecode,
  type BinaryNode,
} from '@whiskeysockets/baileys'
import type { Companion } from './companion.ts'
import { deviceKeysOf, publicKeyOf } from './signal-party.ts'

/** What the answers to questions are taken from. */
export interface QueryParts {
  readonly companion: Companion
  readonly mediaHost: string
  /** somebody by the digits of a number or a LID; undefined when nobody has it */
  account(user: string): QueriedAccount | undefined
  /** the keys of somebody's device */
  bundle(jid: string): BinaryNode | undefined
  /** whether the account may not write to strangers for now */
  isRestricted(): boolean
}

/** Somebody whom the server is asked about. */
export interface QueriedAccount {
  readonly lid: string
  /** numbers of the devices; none: the account is gone */
  readonly devices: readonly number[]
}

const node = (tag: string, attrs: BinaryNode['attrs'] = {}, content?: BinaryNode['content']): BinaryNode =>
  content === undefined ? { tag, attrs } : { tag, attrs, content }

/** Answers an `iq`; the content of the result. */
export function answerQuery(query: BinaryNode, parts: QueryParts): BinaryNode[] {
  const [asked] = getAllBinaryNodeChildren(query)
  switch (query.attrs.xmlns) {
    case 'encrypt':
      return answerKeys(asked ?? node('none'), query, parts)
    case 'usync':
      return [usync(query, parts)]
    case 'w:m': {
      const host = node('host', { hostname: parts.mediaHost, maxContentLengthBytes: '104857600' })
      return [node('media_conn', { auth: 'media-auth', ttl: '3600' }, [host])]
    }
    case 'privacy':
      return [node(asked?.tag ?? 'privacy', {}, [node('category', { name: 'readreceipts', value: 'all' })])]
    case 'abt':
      return [node('props', { hash: '1' }, [])]
    case 'blocklist':
      return [node('list', {}, [])]
    case 'w:sync:app:state':
      return [node('sync', {}, collectionsOf(asked))]
    case 'w:mex':
      return [node('result', {}, Buffer.from(JSON.stringify(mexAnswer(parts.isRestricted()))))]
    default:
      return []
  }
}

function answerKeys(asked: BinaryNode, query: BinaryNode, { companion, bundle }: QueryParts): BinaryNode[] {
  // The real server reports how many are left; a new device has none, and makes 812: a pretended one keeps tests short.
  if (asked.tag === 'count') return [node('count', { value: String(Math.max(1, companion.preKeys.length)) })]
  if (asked.tag === 'digest') return [node('digest', {}, [])]
  if (asked.tag === 'key') {
    const users = getBinaryNodeChildren(asked, 'user').flatMap(({ attrs }) => bundle(attrs.jid ?? '') ?? [])
    return [node('list', {}, users)]
  }
  if (query.attrs.type === 'set' && asked.tag === 'registration') {
    companion.keys = deviceKeysOf(query)
    companion.preKeys.push(...getBinaryNodeChildren(getBinaryNodeChild(query, 'list'), 'key').map(publicKeyOf))
  }
  return []
}

function usync(query: BinaryNode, { account }: QueryParts): BinaryNode {
  const list = getBinaryNodeChild(getBinaryNodeChild(query, 'usync'), 'list')
  const users = getBinaryNodeChildren(list, 'user').flatMap((user) => {
    const contact = getBinaryNodeChild(user, 'contact')?.content
    const phone =
      contact === undefined
        ? undefined
        : Buffer.from(contact as Uint8Array)
            .toString()
            .replace(/\D/g, '')
    const jid = user.attrs.jid ?? (phone === undefined ? '' : `${phone}@s.whatsapp.net`)
    const found = account(jidDecode(jid)?.user ?? '')
    if (phone !== undefined) return [node('user', { jid }, [node('contact', { type: found === undefined ? 'out' : 'in' })])]
    return found === undefined ? [] : [node('user', { jid }, detailsOf(jid, found))]
  })
  return node('usync', {}, [node('list', {}, users)])
}

function detailsOf(jid: string, { lid, devices }: QueriedAccount): BinaryNode[] {
  const list = devices.map((id) => node('device', { id: String(id), ...(id > 0 && { 'key-index': String(id) }) }))
  return [node('devices', {}, [node('device-list', {}, list)]), ...(jid.endsWith('@lid') ? [] : [node('lid', { val: lid })])]
}

function collectionsOf(sync: BinaryNode | undefined): BinaryNode[] {
  return getBinaryNodeChildren(sync, 'collection').map(({ attrs: { name = '', version = '0' } }) =>
    node('collection', { name, version }, []),
  )
}

function mexAnswer(isActive: boolean) {
  const lock = { is_active: isActive, time_enforcement_ends: '4102444800', enforcement_type: 'DEFAULT' }
  return { data: { xwa2_fetch_account_reachout_timelock: lock } }
}
