import type { Clock } from '../flows/ports.ts'
import type { Tx } from './database.ts'
import type { Ids } from './ids.ts'
import type {
  ChatPage,
  DeletedBody,
  PhoneRole,
  SentBody,
  SentResult,
  SimulatorMail,
  SimulatorMessage,
  SimulatorPhone,
  SimulatorSnapshot,
  TypedBody,
} from './simulator-records.ts'
import type { UnitOfWork } from './unit-of-work.ts'
import type { Sealer } from './vault/seal.ts'

/** Messages in one page of a chat, mails in the mailbox, messages handed over at once. */
const PAGE = 100
const MAILS = 200
const HANDFUL = 50
const PURPOSE = 'simulator'
const COUNTER = 'simulator.phones'

const DEMO_CITIZENS: readonly string[] = ['Siti (warga)', 'Budi (warga)']

/**
 * The memory of the phone simulator, which plays the messaging platform: phones, their chats and
 * the mailbox. Message and mail bodies are sealed. A message is kept once by (phone, direction, key).
 */
export class SimulatorStore {
  readonly #work: UnitOfWork
  readonly #ids: Ids
  readonly #clock: Clock
  readonly #sealer: Sealer

  constructor(needs: { readonly work: UnitOfWork; readonly ids: Ids; readonly clock: Clock; readonly sealer: Sealer }) {
    this.#work = needs.work
    this.#ids = needs.ids
    this.#clock = needs.clock
    this.#sealer = needs.sealer
  }

  /** Makes two citizens' phones and one for each officer named, when the simulator has never had a phone; otherwise nothing. */
  seedDemo(officers: readonly string[]): Promise<void> {
    return this.#work.run(async (tx) => {
      if ((await tx.setting.findUnique({ where: { name: COUNTER } })) !== null) return
      for (const name of DEMO_CITIZENS) await this.#createPhone(tx, name, 'citizen')
      for (const name of officers) await this.#createPhone(tx, name, 'officer')
    })
  }

  phones(): Promise<SimulatorPhone[]> {
    return this.#work.run((tx) => allPhones(tx))
  }

  phone(id: string): Promise<SimulatorPhone | undefined> {
    return this.#work.run(async (tx) => {
      const row = await tx.simulatorPhone.findUnique({ where: { id } })
      return row === null ? undefined : phoneOf(row)
    })
  }

  /** The id of the phone that has a number, E.164. */
  phoneWith(number: string): Promise<string | undefined> {
    return this.#work.run(async (tx) => (await tx.simulatorPhone.findFirst({ where: { phone: number } }))?.id)
  }

  /** Adds a phone with the next test number, which no phone has had before. */
  addPhone(name: string, role: PhoneRole): Promise<SimulatorPhone> {
    return this.#work.run((tx) => this.#createPhone(tx, name, role))
  }

  /** False when there is no such phone. */
  renamePhone(id: string, name: string): Promise<boolean> {
    return this.#work.run(async (tx) => (await tx.simulatorPhone.updateMany({ where: { id }, data: { name } })).count > 0)
  }

  /** Removes a phone and its chat. Returns the media ids of its files, or undefined when there is no such phone. */
  removePhone(id: string): Promise<string[] | undefined> {
    return this.#work.run(async (tx) => {
      if ((await tx.simulatorPhone.deleteMany({ where: { id } })).count === 0) return undefined
      const rows = await tx.simulatorMessage.findMany({ where: { phoneId: id } })
      await tx.simulatorMessage.deleteMany({ where: { phoneId: id } })
      return rows.flatMap((row) => mediaOf(this.#message(row)))
    })
  }

  /** Keeps what was typed on a phone, as `pending`; a `key` seen before returns what was kept then. Undefined: no such phone. */
  typed(phoneId: string, key: string, body: TypedBody): Promise<SimulatorMessage | undefined> {
    return this.#work.run(async (tx) => {
      if ((await tx.simulatorPhone.findUnique({ where: { id: phoneId } })) === null) return undefined
      return (await this.#keep(tx, { phoneId, direction: 'in', key, body, status: 'pending' })).message
    })
  }

  /**
   * Keeps what Loket sends to a phone; a `key` seen before returns what was kept then, with `fresh` false.
   * With it the received message `deleteInbound` is emptied. Undefined: no such phone.
   */
  sent(phoneId: string, key: string, body: SentBody, deleteInbound?: number): Promise<SentResult | undefined> {
    return this.#work.run(async (tx) => {
      if ((await tx.simulatorPhone.findUnique({ where: { id: phoneId } })) === null) return undefined
      const kept = await this.#keep(tx, { phoneId, direction: 'out', key, body, status: 'sent' })
      if (deleteInbound === undefined || !kept.fresh) return { ...kept, orphans: [] }
      const row = await tx.simulatorMessage.findFirst({ where: { id: BigInt(deleteInbound), phoneId, direction: 'in' } })
      if (row === null) return { ...kept, orphans: [] }
      const deleted: DeletedBody = { kind: 'deleted' }
      const emptied = { body: bytes(this.#sealer.seal(JSON.stringify(deleted), PURPOSE)), status: 'received' }
      const updated = await tx.simulatorMessage.update({ where: { id: row.id }, data: emptied })
      return { ...kept, deleted: this.#message(updated), orphans: mediaOf(this.#message(row)) }
    })
  }

  /** The phones with messages that Loket does not have yet. */
  waitingPhones(): Promise<string[]> {
    return this.#work.run(async (tx) => {
      const where = { direction: 'in', status: 'pending' }
      return (await tx.simulatorMessage.groupBy({ by: ['phoneId'], where })).map((row) => row.phoneId)
    })
  }

  /** The oldest messages of a phone that Loket does not have yet, in order, a handful at a time. */
  waiting(phoneId: string): Promise<SimulatorMessage[]> {
    return this.#work.run(async (tx) => {
      const where = { phoneId, direction: 'in', status: 'pending' }
      return (await tx.simulatorMessage.findMany({ where, orderBy: { id: 'asc' }, take: HANDFUL })).map((row) =>
        this.#message(row),
      )
    })
  }

  /** Marks messages as handed over; returns them as they are now. */
  handedOver(ids: readonly number[]): Promise<SimulatorMessage[]> {
    return this.#work.run(async (tx) => {
      const where = { id: { in: ids.map(BigInt) } }
      await tx.simulatorMessage.updateMany({ where, data: { status: 'received' } })
      return (await tx.simulatorMessage.findMany({ where, orderBy: { id: 'asc' } })).map((row) => this.#message(row))
    })
  }

  /** One message of a phone by its id. */
  message(phoneId: string, id: number): Promise<SimulatorMessage | undefined> {
    return this.#work.run(async (tx) => {
      const row = await tx.simulatorMessage.findFirst({ where: { id: BigInt(id), phoneId } })
      return row === null ? undefined : this.#message(row)
    })
  }

  /** The page of a chat that comes before message `before`. */
  older(phoneId: string, before: number): Promise<ChatPage> {
    return this.#work.run((tx) => this.#page(tx, phoneId, before))
  }

  snapshot(): Promise<SimulatorSnapshot> {
    return this.#work.run(async (tx) => {
      const phones = await allPhones(tx)
      const chats: ChatPage[] = []
      for (const phone of phones) chats.push(await this.#page(tx, phone.id))
      const mails = await tx.simulatorMail.findMany({ orderBy: { id: 'desc' }, take: MAILS })
      return { phones, chats, mails: mails.map((row) => this.#mail(row)) }
    })
  }

  /** Keeps an e-mail once by `key`. */
  mailed(key: string, mail: Omit<SimulatorMail, 'id' | 'read' | 'at'>): Promise<{ mail: SimulatorMail; fresh: boolean }> {
    return this.#work.run(async (tx) => {
      const id = this.#ids.number()
      const { to, ...body } = mail
      const row = await tx.simulatorMail.upsert({
        where: { key },
        update: {},
        create: {
          id: BigInt(id),
          key,
          to: bytes(this.#sealer.seal(to, PURPOSE)),
          body: bytes(this.#sealer.seal(JSON.stringify(body), PURPOSE)),
          at: BigInt(this.#clock.now()),
        },
      })
      return { mail: this.#mail(row), fresh: Number(row.id) === id }
    })
  }

  /** Marks an e-mail as read. Undefined: no such e-mail. */
  readMail(id: number): Promise<SimulatorMail | undefined> {
    return this.#work.run(async (tx) => {
      const where = { id: BigInt(id) }
      if ((await tx.simulatorMail.updateMany({ where, data: { read: true } })).count === 0) return undefined
      return this.#mail(await tx.simulatorMail.findUniqueOrThrow({ where }))
    })
  }

  async #createPhone(tx: Tx, name: string, role: PhoneRole): Promise<SimulatorPhone> {
    // Counted for ever, not taken from the phones there are: a removed phone's number would bring its person along.
    const counter = await tx.setting.findUnique({ where: { name: COUNTER } })
    const position = Number(counter?.value ?? 0) + 1
    const value = String(position)
    await tx.setting.upsert({ where: { name: COUNTER }, update: { value }, create: { name: COUNTER, value } })
    const phone = `+62812${String(position).padStart(8, '0')}`
    const row = { id: this.#ids.text(), name, role, phone, position, createdAt: BigInt(this.#clock.now()) }
    return phoneOf(await tx.simulatorPhone.create({ data: row }))
  }

  async #keep(
    tx: Tx,
    { body, ...rest }: Omit<SimulatorMessage, 'id' | 'at'>,
  ): Promise<{ message: SimulatorMessage; fresh: boolean }> {
    const id = this.#ids.number()
    const sealed = bytes(this.#sealer.seal(JSON.stringify(body), PURPOSE))
    const { phoneId, direction, key } = rest
    const row = await tx.simulatorMessage.upsert({
      where: { phoneId_direction_key: { phoneId, direction, key } },
      update: {},
      create: { ...rest, id: BigInt(id), body: sealed, at: BigInt(this.#clock.now()) },
    })
    return { message: this.#message(row), fresh: Number(row.id) === id }
  }

  async #page(tx: Tx, phoneId: string, before?: number): Promise<ChatPage> {
    const where = before === undefined ? { phoneId } : { phoneId, id: { lt: BigInt(before) } }
    const rows = await tx.simulatorMessage.findMany({ where, orderBy: { id: 'desc' }, take: PAGE + 1 })
    const messages = rows.slice(0, PAGE).map((row) => this.#message(row))
    return { phoneId, messages: messages.reverse(), more: rows.length > PAGE }
  }

  #message(row: MessageRow): SimulatorMessage {
    return {
      id: Number(row.id),
      phoneId: row.phoneId,
      direction: row.direction as SimulatorMessage['direction'],
      key: row.key,
      body: JSON.parse(this.#sealer.open(row.body, PURPOSE).toString()) as SimulatorMessage['body'],
      status: row.status as SimulatorMessage['status'],
      at: Number(row.at),
    }
  }

  #mail(row: MailRow): SimulatorMail {
    const body = JSON.parse(this.#sealer.open(row.body, PURPOSE).toString()) as Pick<SimulatorMail, 'subject' | 'text' | 'file'>
    return { ...body, id: Number(row.id), to: this.#sealer.open(row.to, PURPOSE).toString(), read: row.read, at: Number(row.at) }
  }
}

type MessageRow = Awaited<ReturnType<Tx['simulatorMessage']['findUniqueOrThrow']>>
type MailRow = Awaited<ReturnType<Tx['simulatorMail']['findUniqueOrThrow']>>
type PhoneRow = Awaited<ReturnType<Tx['simulatorPhone']['findUniqueOrThrow']>>

async function allPhones(tx: Tx): Promise<SimulatorPhone[]> {
  return (await tx.simulatorPhone.findMany({ orderBy: { position: 'asc' } })).map(phoneOf)
}

function phoneOf({ id, name, role, phone }: PhoneRow): SimulatorPhone {
  return { id, name, role: role as PhoneRole, phone }
}

function mediaOf({ body }: SimulatorMessage): string[] {
  return (body.kind === 'file' || body.kind === 'sent') && body.file !== undefined ? [body.file.id] : []
}

/** Prisma wants bytes over an ArrayBuffer of their own kind; a Buffer's may be shared in the types. */
function bytes(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer)
}
