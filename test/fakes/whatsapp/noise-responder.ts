import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto'
import { Curve, NOISE_MODE, NOISE_WA_HEADER, proto, WA_CERT_DETAILS, type KeyPair } from '@whiskeysockets/baileys'

const TAG = 16

/** The keys that a server shows: its own, and those that vouch for it. */
export interface ServerKeys {
  /** the root's public key, which another process has to trust */
  readonly root: Buffer
  readonly noise: KeyPair
  /** encoded `CertChain`, signed by the root */
  readonly certificate: Uint8Array
}

/** Makes the keys of a server, and has Baileys trust them: the root that it knows is a value that can be replaced. */
export function makeServerKeys(): ServerKeys {
  const [root, intermediate, noise] = [Curve.generateKeyPair(), Curve.generateKeyPair(), Curve.generateKeyPair()]
  const { Details } = proto.CertChain.NoiseCertificate
  const middle = Details.encode({ serial: 1, issuerSerial: WA_CERT_DETAILS.SERIAL, key: intermediate.public }).finish()
  const leaf = Details.encode({ serial: 2, issuerSerial: 1, key: noise.public }).finish()
  WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(root.public)
  const certificate = proto.CertChain.encode({
    intermediate: { details: middle, signature: Curve.sign(root.private, middle) },
    leaf: { details: leaf, signature: Curve.sign(intermediate.private, leaf) },
  }).finish()
  return { root: Buffer.from(root.public), noise, certificate }
}

/**
 * The other side of Baileys' Noise_XX_25519_AESGCM_SHA256 (https://noiseprotocol.org/noise.html, section 7.5): takes the
 * bytes of one connection, gives what is to be sent, and after the handshake the plain frames.
 */
export class NoiseResponder {
  readonly #keys: ServerKeys
  readonly #ephemeral = Curve.generateKeyPair()
  #hash: Buffer = Buffer.from(NOISE_MODE)
  #salt = this.#hash
  #key = this.#hash
  #counter = 0
  #pending: Buffer = Buffer.alloc(0)
  #isIntroduced = false
  #step: 'hello' | 'finish' | 'open' = 'hello'
  #out: { readonly key: Buffer; count: number } = { key: this.#key, count: 0 }
  #in: { readonly key: Buffer; count: number } = { key: this.#key, count: 0 }

  constructor(keys: ServerKeys) {
    this.#keys = keys
  }

  /** Takes bytes in; gives the frames in them, in order: what to answer, who the client is, or a plain frame. */
  take(bytes: Uint8Array): readonly Heard[] {
    this.#pending = Buffer.concat([this.#pending, bytes])
    if (!this.#isIntroduced) this.#introduce()
    const heard: Heard[] = []
    while (this.#pending.length >= 3) {
      const size = this.#pending.readUIntBE(0, 3)
      if (this.#pending.length < 3 + size) break
      const frame = this.#pending.subarray(3, 3 + size)
      this.#pending = this.#pending.subarray(3 + size)
      heard.push(this.#frame(frame))
    }
    return heard
  }

  /** A frame for the client, encrypted. */
  seal(plain: Uint8Array): Buffer {
    return framed(aes(this.#out.key, this.#out.count++, plain, Buffer.alloc(0)))
  }

  // A client that was told where to connect says so first (`ED`, version, length, routing information).
  #introduce(): void {
    if (this.#pending.subarray(0, 2).toString() === 'ED')
      this.#pending = this.#pending.subarray(7 + this.#pending.readUIntBE(4, 3))
    if (!this.#pending.subarray(0, 4).equals(NOISE_WA_HEADER)) throw new Error('no client of WhatsApp')
    this.#pending = this.#pending.subarray(4)
    this.#mixHash(NOISE_WA_HEADER)
    this.#isIntroduced = true
  }

  #frame(frame: Buffer): Heard {
    if (this.#step === 'open') return { is: 'frame', plain: unaes(this.#in.key, this.#in.count++, frame, Buffer.alloc(0)) }
    const message = proto.HandshakeMessage.decode(frame)
    if (this.#step === 'hello') {
      this.#step = 'finish'
      return { is: 'answer', bytes: this.#hello(message.clientHello?.ephemeral ?? new Uint8Array(0)) }
    }
    this.#step = 'open'
    return { is: 'client', payload: this.#finish(message.clientFinish ?? {}) }
  }

  #hello(client: Uint8Array): Buffer {
    this.#mixHash(client)
    this.#mixHash(this.#ephemeral.public)
    this.#mixKey(Curve.sharedKey(this.#ephemeral.private, client))
    const own = this.#encrypt(this.#keys.noise.public)
    this.#mixKey(Curve.sharedKey(this.#keys.noise.private, client))
    const payload = this.#encrypt(this.#keys.certificate)
    return framed(
      proto.HandshakeMessage.encode({ serverHello: { ephemeral: this.#ephemeral.public, static: own, payload } }).finish(),
    )
  }

  #finish({ static: own, payload }: proto.HandshakeMessage.IClientFinish): proto.ClientPayload {
    const client = this.#decrypt(own ?? new Uint8Array(0))
    this.#mixKey(Curve.sharedKey(this.#ephemeral.private, client))
    const plain = this.#decrypt(payload ?? new Uint8Array(0))
    const [read, write] = this.#derive(new Uint8Array(0))
    this.#in = { key: read, count: 0 }
    this.#out = { key: write, count: 0 }
    return proto.ClientPayload.decode(plain)
  }

  #encrypt(plain: Uint8Array): Buffer {
    const sealed = aes(this.#key, this.#counter++, plain, this.#hash)
    this.#mixHash(sealed)
    return sealed
  }

  #decrypt(sealed: Uint8Array): Buffer {
    const plain = unaes(this.#key, this.#counter++, sealed, this.#hash)
    this.#mixHash(sealed)
    return plain
  }

  #mixHash(bytes: Uint8Array): void {
    this.#hash = createHash('sha256').update(this.#hash).update(bytes).digest()
  }

  #mixKey(shared: Uint8Array): void {
    const [salt, key] = this.#derive(shared)
    this.#salt = salt
    this.#key = key
    this.#counter = 0
  }

  #derive(input: Uint8Array): readonly [Buffer, Buffer] {
    const both = Buffer.from(hkdfSync('sha256', input, this.#salt, '', 64))
    return [both.subarray(0, 32), both.subarray(32)]
  }
}

/** What a connection has said. */
export type Heard =
  | { readonly is: 'answer'; readonly bytes: Buffer }
  | { readonly is: 'client'; readonly payload: proto.ClientPayload }
  | { readonly is: 'frame'; readonly plain: Buffer }

function framed(bytes: Uint8Array): Buffer {
  const frame = Buffer.alloc(3 + bytes.length)
  frame.writeUIntBE(bytes.length, 0, 3)
  frame.set(bytes, 3)
  return frame
}

function nonce(count: number): Buffer {
  const iv = Buffer.alloc(12)
  iv.writeUInt32BE(count, 8)
  return iv
}

function aes(key: Uint8Array, count: number, plain: Uint8Array, about: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(count), { authTagLength: TAG }).setAAD(about)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function unaes(key: Uint8Array, count: number, sealed: Uint8Array, about: Uint8Array): Buffer {
  const end = sealed.length - TAG
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(count), { authTagLength: TAG }).setAAD(about)
  decipher.setAuthTag(sealed.subarray(end))
  return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()])
}
