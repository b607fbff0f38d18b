import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { getBinaryNodeChild, type BinaryNode, type proto } from '@whiskeysockets/baileys'
import { WebSocketServer } from 'ws'
import { Companion } from './companion.ts'
import { Connection } from './connection.ts'
import { CounterStanzas } from './counter-stanzas.ts'
import { Faults } from './faults.ts'
import { historyFor } from './history.ts'
import { MediaServer } from './media-server.ts'
import { makeServerKeys } from './noise-responder.ts'
import { CodePairing, pairDevice, pairSuccess, readQr, registeredKeys } from './pairing.ts'
import { People } from './people.ts'
import { Person, type Account } from './person.ts'
import { answerQuery } from './queries.ts'
import { SignalParty, type DeviceKeys } from './signal-party.ts'

/** The office's own account. */
const OWNER = { phone: '6281100002222', lid: '990055443322110' }
const FIRST_LID = 240_011_118_880_001
const FIRST_PHONE = 62_812_000_000_17

interface Linking {
  readonly connection: Connection
  readonly keys: DeviceKeys
  /** asked to be linked by a code */
  hello?: BinaryNode
  /** the code that was typed on the phone */
  typed?: { readonly pairing: CodePairing; readonly code: string }
}

/**
 * A WhatsApp of its own, on ports of this machine: the websocket with Noise for a linked device on one side, people with
 * phones on the other, who speak Signal. It takes and refuses what was seen of the real one, and can be told to fail.
 */
export class FakeWhatsApp {
  readonly media: MediaServer
  readonly faults = new Faults()
  /** every stanza that the counter has sent */
  readonly stanzas: BinaryNode[] = []
  /** whose phone it is that links */
  owner = OWNER
  /** reasons (`failure`) with which the next logins are refused */
  readonly refusals: number[] = []
  /** the version that clients must have at least; any when undefined */
  version: readonly number[] | undefined
  connections = 0
  isRestricted = false
  readonly #server: WebSocketServer
  readonly #now: () => number
  readonly #keys = makeServerKeys()
  readonly #phone = new SignalParty(`${OWNER.lid}@lid`)
  readonly #open = new Set<Connection>()
  readonly #people = new People()
  readonly #heard: CounterStanzas
  #linking: Linking | undefined
  #companion: Companion | undefined
  #serial = 0

  private constructor(media: MediaServer, server: WebSocketServer, now: () => number) {
    this.media = media
    this.#server = server
    this.#now = now
    const { faults } = this
    const seconds = () => this.#seconds()
    this.#heard = new CounterStanzas({ faults, media, people: this.#people, companion: () => this.#companion, seconds })
    const events = {
      client: (connection: Connection, payload: proto.ClientPayload) => this.#client(connection, payload),
      node: (connection: Connection, node: BinaryNode) => this.#node(connection, node),
      closed: (connection: Connection) => this.#closed(connection),
    }
    server.on('connection', (socket) => {
      this.connections++
      this.#open.add(new Connection(socket, this.#keys, events, faults))
    })
  }

  /** Opens it. `now` is the clock by which it dates messages, ms since 1970. */
  static async open({ now }: { now(): number }): Promise<FakeWhatsApp> {
    const media = await MediaServer.open(now())
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    await once(server, 'listening')
    return new FakeWhatsApp(media, server, now)
  }

  /** Its address, to be set as WHATSAPP_WS_URL. */
  get url(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/ws/chat`
  }

  /** What another process has to trust: the key that vouches for the websocket, and the certificate of the files (PEM). */
  get trust(): { readonly root: Buffer; readonly certificate: string } {
    return { root: this.#keys.root, certificate: this.media.certificate }
  }

  get people(): readonly Person[] {
    return this.#people.all
  }

  /** The linked device. */
  get companion(): Companion {
    if (this.#companion === undefined) throw new Error('no device is linked')
    return this.#companion
  }

  get isLinked(): boolean {
    return this.#companion !== undefined
  }

  /** Somebody new, with a phone. */
  person(given: Partial<Account> = {}): Person {
    const n = this.people.length
    const account = {
      name: 'Siti',
      phone: String(FIRST_PHONE + n),
      lid: String(FIRST_LID + 7919 * n),
      addressing: 'lid' as const,
    }
    const parts = { media: this.media, companion: () => this.companion, now: this.#now }
    const person = new Person({ ...account, ...given }, parts)
    this.#people.add(person)
    return person
  }

  /** The owner's phone scans a QR. */
  scan(qr: string): void {
    const { ref, identity, secret } = readQr(qr)
    const linking = this.#linking
    if (linking === undefined || !ref.startsWith('2@')) throw new Error('that QR is not valid any more')
    if (!identity.equals(linking.keys.identity)) throw new Error('that QR is of another device')
    this.#link(linking, secret)
  }

  /** The owner types a pairing code on the phone. */
  async type(code: string): Promise<void> {
    const linking = this.#linking
    if (linking?.hello === undefined) throw new Error('no device waits for a code')
    const pairing = new CodePairing(this.#phone.creds.signedIdentityKey, linking.hello)
    linking.typed = { pairing, code: code.replace('-', '') }
    linking.connection.send(await pairing.typed(linking.typed.code))
  }

  /** The owner takes the device off the phone's list. */
  unlink(): void {
    this.#companion?.connection?.end(401, [{ tag: 'conflict', attrs: { type: 'device_removed' } }])
    this.#companion = undefined
  }

  /** Ends the stream of the linked device with a code. */
  end(code: number): void {
    this.companion.connection?.end(code)
  }

  /** Tells the counter that its account may not write to strangers. */
  restrict(isActive = true): void {
    this.isRestricted = isActive
    const data = { xwa2_notify_account_reachout_timelock: { is_active: isActive, time_enforcement_ends: '4102444800' } }
    const update = { op_name: 'NotificationUserReachoutTimelockUpdate' }
    this.#notify('mex', [{ tag: 'update', attrs: update, content: Buffer.from(JSON.stringify({ data })) }])
  }

  /** Somebody in the office writes by hand, on the owner's phone: the linked device gets a copy. */
  async ownerWrites(to: Person, message: proto.IMessage): Promise<void> {
    const { companion } = this
    const copy = { deviceSentMessage: { destinationJid: to.lid, message } }
    if (!(await this.#phone.knows(companion.lid))) await this.#phone.begin(companion.lid, companion.keys)
    const { type, ciphertext } = await this.#phone.encrypt(companion.lid, copy)
    companion.deliver({
      tag: 'message',
      attrs: { from: `${this.owner.lid}@lid`, recipient: to.lid, id: `OWN${++this.#serial}`, type: 'text', t: this.#seconds() },
      content: [{ tag: 'enc', attrs: { v: '2', type }, content: ciphertext }],
    })
  }

  /** Somebody rings. */
  rings(caller: Person): void {
    const offer = { tag: 'offer', attrs: { 'call-id': `CALL${++this.#serial}`, 'call-creator': caller.lid } }
    const attrs = { from: caller.lid, id: `call-${this.#serial}`, t: this.#seconds() }
    this.companion.deliver({ tag: 'call', attrs, content: [offer] })
  }

  /** Somebody's devices have changed. */
  devicesChanged(person: Person): void {
    const device = { tag: 'device', attrs: { jid: person.lid } }
    this.#notify('devices', [{ tag: 'update', attrs: { device_hash: 'x' }, content: [device] }], person.lid)
  }

  /** How many stanzas of a kind the counter has sent. */
  count(isOne: (stanza: BinaryNode) => boolean): number {
    return this.stanzas.filter(isOne).length
  }

  async close(): Promise<void> {
    for (const connection of this.#open) connection.cut()
    this.#server.close()
    await Promise.all([once(this.#server, 'close'), this.media.close()])
  }

  #client(connection: Connection, { username, device, devicePairingData, userAgent }: proto.ClientPayload): void {
    const { primary = 0, secondary = 0, tertiary = 0 } = userAgent?.appVersion ?? {}
    const version = [primary, secondary, tertiary].map((part) => String(part ?? 0).padStart(12, '0')).join('.')
    const least = this.version?.map((part) => String(part).padStart(12, '0')).join('.')
    const refusal = least !== undefined && version < least ? 405 : this.refusals.shift()
    if (refusal !== undefined) return connection.fail(refusal)
    if (devicePairingData) {
      this.#linking = { connection, keys: registeredKeys(devicePairingData) }
      return connection.send(pairDevice(`pair-${++this.#serial}`, ['2@first', '2@second', '2@third']))
    }
    const companion = this.#companion
    if (companion === undefined || companion.jid !== `${String(username)}:${device}@s.whatsapp.net`) return connection.fail(401)
    companion.connection?.end(440)
    companion.connection = connection
    connection.send({ tag: 'success', attrs: { t: this.#seconds(), lid: companion.lid } })
  }

  #closed(connection: Connection): void {
    this.#open.delete(connection)
    this.#companion?.left(connection)
    if (this.#linking?.connection === connection) this.#linking = undefined
  }

  async #node(connection: Connection, node: BinaryNode): Promise<void> {
    this.stanzas.push(node)
    if (node.tag === 'iq') return this.#query(connection, node)
    return this.#heard.take(node)
  }

  async #query(connection: Connection, node: BinaryNode): Promise<void> {
    const { id = '', type = '', xmlns } = node.attrs
    if (type === 'result') return this.#answered(node)
    const companion = this.#companion
    const linking = getBinaryNodeChild(node, 'link_code_companion_reg')
    if (linking !== undefined) return this.#pairByCode(connection, node, linking.attrs.stage ?? '')
    const result = (content: BinaryNode[]): void =>
      connection.send({ tag: 'iq', attrs: { id, type: 'result', from: 's.whatsapp.net' }, content })
    if (companion === undefined) return result([])
    if (getBinaryNodeChild(node, 'remove-companion-device') !== undefined) {
      this.#companion = undefined
      return result([])
    }
    result(answerQuery(node, this.#queryParts(companion)))
    if (xmlns === 'passive') await this.#loggedIn(companion)
  }

  // The device is ready: what waited for it comes, and after the first login what its phone remembers.
  async #loggedIn(companion: Companion): Promise<void> {
    companion.handOverBacklog()
    companion.push()
    if (companion.logins++ > 0) return
    companion.deliver({
      tag: 'message',
      attrs: { from: `${this.owner.lid}@lid`, id: `HIST${++this.#serial}`, type: 'text', t: this.#seconds(), category: 'peer' },
      content: await historyFor(companion, this.#phone, this.people),
    })
  }

  #queryParts(companion: Companion) {
    return {
      companion,
      mediaHost: this.media.host,
      account: (user: string) => {
        if (user === this.owner.phone || user === this.owner.lid) return { lid: `${this.owner.lid}@lid`, devices: [1] }
        const person = this.#people.of(`${user}@lid`)
        return person && { lid: person.lid, devices: person.isGone ? [] : [0] }
      },
      bundle: (jid: string) => {
        const bundle = this.#people.of(jid)?.party.bundle()
        return bundle && { ...bundle, attrs: { jid } }
      },
      isRestricted: () => this.isRestricted,
    }
  }

  // The counter has answered one of our own questions: only the confirmation of the pairing matters.
  #answered(node: BinaryNode): void {
    if (getBinaryNodeChild(node, 'pair-device-sign') === undefined) return
    this.#linking?.connection.end(515)
    this.#linking = undefined
  }

  async #pairByCode(connection: Connection, node: BinaryNode, stage: string): Promise<void> {
    connection.send({ tag: 'iq', attrs: { id: node.attrs.id ?? '', type: 'result', from: 's.whatsapp.net' }, content: [] })
    const linking = this.#linking
    if (linking === undefined) return
    if (stage === 'companion_hello') linking.hello = node
    else if (linking.typed !== undefined) {
      const { pairing, code } = linking.typed
      this.#link(linking, await pairing.secret(code, node))
    }
  }

  #link(linking: Linking, secret: Buffer): void {
    const jid = `${this.owner.phone}:1@s.whatsapp.net`
    const lid = `${this.owner.lid}:1@lid`
    this.#companion = new Companion({ jid, lid }, linking.keys, this.faults)
    const { identity } = linking.keys
    const about = { secret, identity, account: this.#phone.creds.signedIdentityKey, jid, lid }
    linking.connection.send(pairSuccess(`pair-${++this.#serial}`, about))
  }

  #notify(type: string, content: BinaryNode[], from = 's.whatsapp.net'): void {
    this.companion.deliver({
      tag: 'notification',
      attrs: { from, id: `note-${++this.#serial}`, type, t: this.#seconds() },
      content,
    })
  }

  #seconds(): string {
    return String(Math.floor(this.#now() / 1000))
  }
}
