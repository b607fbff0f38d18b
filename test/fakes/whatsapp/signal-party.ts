import {
  addTransactionCapability,
  Curve,
  DEFAULT_CONNECTION_CONFIG,
  encodeBigEndian,
  encodeWAMessage,
  generateSignalPubKey,
  getBinaryNodeChild,
  getBinaryNodeChildBuffer,
  getBinaryNodeChildUInt,
  initAuthCreds,
  proto,
  unpadRandomMax16,
  xmppPreKey,
  xmppSignedPreKey,
  type BinaryNode,
  type SignalDataSet,
  type SignalDataTypeMap,
  type UserFacingSocketConfig,
} from '@whiskeysockets/baileys'
import { secretBytes } from '../../support/secrets.ts'

/** What the library writes, and nobody reads here. */
export const SILENT: NonNullable<UserFacingSocketConfig['logger']> = {
  level: 'silent',
  child: () => SILENT,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

/** An encrypted message as it travels: the `enc` of a stanza. */
export interface Sealed {
  readonly type: 'pkmsg' | 'msg' | 'skmsg'
  readonly ciphertext: Uint8Array
}

/** One device with the Signal protocol, made of Baileys' own parts: a citizen's phone, or the owner's. */
export class SignalParty {
  /** its own address, as others know it */
  readonly jid: string
  readonly creds = initAuthCreds()
  readonly #rows = new Map<string, unknown>()
  readonly #keys = addTransactionCapability(
    { get: (type, ids) => this.#get(type, ids), set: (data) => this.#set(data) },
    SILENT,
    { maxCommitRetries: 1, delayBetweenTriesMs: 0 },
  )
  readonly #signal = DEFAULT_CONNECTION_CONFIG.makeSignalRepository({ creds: this.creds, keys: this.#keys }, SILENT)
  readonly #inGroups = new Set<string>()
  #preKeys = 0

  constructor(jid: string) {
    this.jid = jid
    const { noiseKey, signedIdentityKey, signedPreKey } = this.creds
    for (const one of [noiseKey, signedIdentityKey, signedPreKey.keyPair]) secretBytes(one.private)
  }

  /** What somebody needs to begin a session with it, as in the answer to `encrypt get key`. */
  bundle(): BinaryNode {
    const id = ++this.#preKeys
    const pair = Curve.generateKeyPair()
    this.#rows.set(`pre-key.${id}`, pair)
    return {
      tag: 'user',
      attrs: { jid: this.jid },
      content: [
        { tag: 'registration', attrs: {}, content: encodeBigEndian(this.creds.registrationId) },
        { tag: 'type', attrs: {}, content: Buffer.from([5]) },
        { tag: 'identity', attrs: {}, content: this.creds.signedIdentityKey.public },
        xmppSignedPreKey(this.creds.signedPreKey),
        xmppPreKey(pair, id),
      ],
    }
  }

  /** Begins a session anew with the device whose keys these are. */
  async begin(jid: string, { registration, identity, signedPreKey, preKey }: DeviceKeys): Promise<void> {
    await this.#signal.injectE2ESession({
      jid,
      session: {
        registrationId: registration,
        identityKey: generateSignalPubKey(identity),
        signedPreKey,
        ...(preKey !== undefined && { preKey }),
      },
    })
  }

  async knows(jid: string): Promise<boolean> {
    return (await this.#signal.validateSession(jid)).exists
  }

  async encrypt(jid: string, message: proto.IMessage): Promise<Sealed> {
    return this.encryptBytes(jid, encodeWAMessage(message))
  }

  /** Any bytes whatever, which need be no message. */
  async encryptBytes(jid: string, data: Buffer): Promise<Sealed> {
    return this.#signal.encryptMessage({ jid, data })
  }

  /** For a group: with what the others need to read it, the first time. */
  async encryptForGroup(group: string, jid: string, message: proto.IMessage): Promise<readonly Sealed[]> {
    const { ciphertext, senderKeyDistributionMessage: key } = await this.#signal.encryptGroupMessage({
      group,
      meId: this.jid,
      data: encodeWAMessage(message),
    })
    const said: Sealed = { type: 'skmsg', ciphertext }
    if (this.#inGroups.has(group)) return [said]
    this.#inGroups.add(group)
    const about = { senderKeyDistributionMessage: { groupId: group, axolotlSenderKeyDistributionMessage: key } }
    return [await this.encrypt(jid, about), said]
  }

  async decrypt(jid: string, { type, ciphertext }: Sealed): Promise<proto.Message> {
    if (type === 'skmsg') throw new Error('the counter writes to no group')
    const plain = await this.#signal.decryptMessage({ jid, type, ciphertext })
    return proto.Message.decode(unpadRandomMax16(plain))
  }

  #get<T extends keyof SignalDataTypeMap>(type: T, ids: readonly string[]): Record<string, SignalDataTypeMap[T]> {
    const found = ids.flatMap((id) => {
      const row = this.#rows.get(`${type}.${id}`)
      return row === undefined || row === null ? [] : [[id, row as SignalDataTypeMap[T]] as const]
    })
    return Object.fromEntries(found)
  }

  #set(data: SignalDataSet): void {
    for (const [type, rows] of Object.entries(data))
      for (const [id, value] of Object.entries(rows ?? {})) this.#rows.set(`${type}.${id}`, value)
  }
}

/** The public keys of a device. */
export interface DeviceKeys {
  readonly registration: number
  readonly identity: Uint8Array
  readonly signedPreKey: { readonly keyId: number; readonly publicKey: Uint8Array; readonly signature: Uint8Array }
  readonly preKey?: { readonly keyId: number; readonly publicKey: Uint8Array }
}

/** Reads the keys out of a node that holds `registration`, `identity`, `skey`. */
export function deviceKeysOf(node: BinaryNode, registration = getBinaryNodeChildUInt(node, 'registration', 4)): DeviceKeys {
  const signed = getBinaryNodeChild(node, 'skey')
  const signature = signed && getBinaryNodeChildBuffer(signed, 'signature')
  const identity = getBinaryNodeChildBuffer(node, 'identity')
  if (signed === undefined || signature === undefined || identity === undefined || registration === undefined)
    throw new Error('a device has sent no keys')
  return { registration, identity, signedPreKey: { ...publicKeyOf(signed), signature } }
}

/** A key with its number, of `key` or `skey`. */
export function publicKeyOf(node: BinaryNode): { readonly keyId: number; readonly publicKey: Uint8Array } {
  const value = getBinaryNodeChildBuffer(node, 'value')
  const keyId = getBinaryNodeChildUInt(node, 'id', 3)
  if (value === undefined || keyId === undefined) throw new Error('a key is no key')
  return { keyId, publicKey: generateSignalPubKey(value) }
}
