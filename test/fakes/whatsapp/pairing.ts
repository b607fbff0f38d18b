import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import {
  Curve,
  derivePairingCodeKey,
  getBinaryNodeChild,
  getBinaryNodeChildBuffer,
  proto,
  WA_ADV_ACCOUNT_SIG_PREFIX,
  type BinaryNode,
  type KeyPair,
} from '@whiskeysockets/baileys'
import type { DeviceKeys } from './signal-party.ts'

/** The keys in the registration of a device that is to be linked. */
export function registeredKeys(data: proto.ClientPayload.IDevicePairingRegistrationData): DeviceKeys {
  const { eRegid, eIdent, eSkeyId, eSkeyVal, eSkeySig } = data
  if (!eRegid || !eIdent || !eSkeyId || !eSkeyVal || !eSkeySig) throw new Error('a device registers without keys')
  return {
    registration: Buffer.from(eRegid).readUInt32BE(),
    identity: eIdent,
    signedPreKey: {
      keyId: Buffer.from(eSkeyId).readUIntBE(0, 3),
      publicKey: Buffer.concat([Buffer.from([5]), eSkeyVal]),
      signature: eSkeySig,
    },
  }
}

/** The codes of a QR, which the phone shows one after the other. */
export function pairDevice(id: string, refs: readonly string[]): BinaryNode {
  const content = refs.map((ref) => ({ tag: 'ref', attrs: {}, content: Buffer.from(ref) }))
  return {
    tag: 'iq',
    attrs: { from: 's.whatsapp.net', type: 'set', id, xmlns: 'md' },
    content: [{ tag: 'pair-device', attrs: {}, content }],
  }
}

/** What is in a QR: `https://wa.me/settings/linked_devices#ref,noise key,identity key,secret,client`. */
export function readQr(qr: string): { readonly ref: string; readonly identity: Buffer; readonly secret: Buffer } {
  const [ref, , identity, secret] = qr.slice(qr.indexOf('#') + 1).split(',')
  if (ref === undefined || identity === undefined || secret === undefined) throw new Error('that is no QR of WhatsApp')
  return { ref, identity: Buffer.from(identity, 'base64'), secret: Buffer.from(secret, 'base64') }
}

/** The phone vouches for the new device: with the secret that only the two know, and with the account's own key. */
export function pairSuccess(
  id: string,
  {
    secret,
    identity,
    account,
    jid,
    lid,
  }: {
    readonly secret: Buffer
    readonly identity: Uint8Array
    readonly account: KeyPair
    readonly jid: string
    readonly lid: string
  },
): BinaryNode {
  const details = proto.ADVDeviceIdentity.encode({ rawId: 7, timestamp: 1_700_000_000, keyIndex: 1 }).finish()
  const signed = Buffer.concat([WA_ADV_ACCOUNT_SIG_PREFIX, details, identity])
  const device = proto.ADVSignedDeviceIdentity.encode({
    details,
    accountSignatureKey: account.public,
    accountSignature: Curve.sign(account.private, signed),
  }).finish()
  const hmac = createHmac('sha256', secret).update(device).digest()
  const content = proto.ADVSignedDeviceIdentityHMAC.encode({ details: device, hmac }).finish()
  return {
    tag: 'iq',
    attrs: { from: 's.whatsapp.net', type: 'set', id },
    content: [
      {
        tag: 'pair-success',
        attrs: {},
        content: [
          { tag: 'device-identity', attrs: {}, content },
          { tag: 'device', attrs: { jid, lid } },
          { tag: 'platform', attrs: { name: 'android' } },
        ],
      },
    ],
  }
}

/** The owner's phone while a code is typed on it. */
export class CodePairing {
  readonly #identity: KeyPair
  readonly #ephemeral = Curve.generateKeyPair()
  readonly #hello: BinaryNode

  /** `hello` = what the device has sent to be linked by a code. */
  constructor(identity: KeyPair, hello: BinaryNode) {
    this.#identity = identity
    this.#hello = hello
  }

  /** The code was typed: what the device hears of it. */
  async typed(code: string): Promise<BinaryNode> {
    const salt = randomBytes(32)
    const iv = randomBytes(16)
    const cipher = createCipheriv('aes-256-ctr', await derivePairingCodeKey(code, salt), iv)
    const wrapped = Buffer.concat([salt, iv, cipher.update(this.#ephemeral.public), cipher.final()])
    const part = (tag: string, content: Uint8Array): BinaryNode => ({ tag, attrs: {}, content })
    return {
      tag: 'notification',
      attrs: { from: 's.whatsapp.net', id: 'pairing-1', type: 'link_code_companion_reg', t: '1700000000' },
      content: [
        {
          tag: 'link_code_companion_reg',
          attrs: { stage: 'primary_hello' },
          content: [
            part('link_code_pairing_wrapped_primary_ephemeral_pub', wrapped),
            part('primary_identity_pub', this.#identity.public),
            part('link_code_pairing_ref', Buffer.from('ref-of-the-code')),
          ],
        },
      ],
    }
  }

  /** The device has answered: the secret that both have now. Fails when it had another code. */
  async secret(code: string, finish: BinaryNode): Promise<Buffer> {
    const wrapped = bufferOf(this.#hello, 'link_code_pairing_wrapped_companion_ephemeral_pub')
    const key = await derivePairingCodeKey(code, wrapped.subarray(0, 32))
    const decipher = createDecipheriv('aes-256-ctr', key, wrapped.subarray(32, 48))
    const companion = Buffer.concat([decipher.update(wrapped.subarray(48)), decipher.final()])
    const shared = Curve.sharedKey(this.#ephemeral.private, companion)
    const bundle = bufferOf(finish, 'link_code_pairing_wrapped_key_bundle')
    const opener = hkdfSync('sha256', shared, bundle.subarray(0, 32), 'link_code_pairing_key_bundle_encryption_key', 32)
    const open = createDecipheriv('aes-256-gcm', Buffer.from(opener), bundle.subarray(32, 44), { authTagLength: 16 })
    open.setAuthTag(bundle.subarray(-16))
    const keys = Buffer.concat([open.update(bundle.subarray(44, -16)), open.final()])
    const identity = bufferOf(finish, 'companion_identity_public')
    if (!keys.subarray(0, 32).equals(identity)) throw new Error('another device has answered')
    const both = Curve.sharedKey(this.#identity.private, identity)
    const random = keys.subarray(64, 96)
    return Buffer.from(hkdfSync('sha256', Buffer.concat([shared, both, random]), '', 'adv_secret', 32))
  }
}

function bufferOf(node: BinaryNode, tag: string): Buffer {
  const found = getBinaryNodeChildBuffer(getBinaryNodeChild(node, 'link_code_companion_reg'), tag)
  if (found === undefined) throw new Error(`a pairing lacks ${tag}`)
  return Buffer.from(found)
}
