import type { Session } from '../flows/engine/state.ts'
import { ConversationTable } from './conversation-table.ts'
import type { Tx } from './database.ts'
import type { Ids } from './ids.ts'
import { InboxTable } from './inbox-table.ts'
import { JobTable } from './job-table.ts'
import { OutboxTable } from './outbox-table.ts'
import type {
  Depth,
  DueJob,
  DueMessage,
  Forgotten,
  JobEnd,
  NewEvent,
  NewJob,
  NewMessage,
  Post,
  Settlement,
  Store,
  Taken,
  TakenEvent,
  TurnRecord,
} from './store.ts'
import { TimerTable } from './timer-table.ts'
import type { Sealer } from './vault/seal.ts'

/** The store on SQLite, for one process. Batches travel as one JSON parameter and are unpacked by `json_each`. */
export class SqliteStore implements Store {
  readonly #conversations: ConversationTable
  readonly #inbox: InboxTable
  readonly #outbox: OutboxTable
  readonly #timers: TimerTable
  readonly #jobs: JobTable

  constructor(ids: Ids, sealer: Sealer) {
    this.#conversations = new ConversationTable(ids, sealer)
    this.#inbox = new InboxTable(ids, sealer)
    this.#outbox = new OutboxTable(ids, sealer, this.#conversations)
    this.#timers = new TimerTable(sealer)
    this.#jobs = new JobTable(ids, sealer)
  }

  recover(tx: Tx): Promise<void> {
    return this.#jobs.release(tx)
  }

  get backlog(): boolean {
    return this.#inbox.backlog
  }

  async receive(tx: Tx, events: readonly NewEvent[], now: number, limit: number): Promise<readonly Taken[]> {
    const conversations = await this.#conversations.at(tx, events, now)
    const placed = await this.#inbox.receive(tx, events, conversations, now, limit)
    const waiting = new Map<number, TakenEvent[]>()
    for (const { conversation, event } of placed) {
      const events = waiting.get(conversation)
      if (events === undefined) waiting.set(conversation, [event])
      else events.push(event)
    }
    const known = await this.#conversations.load(tx, [...waiting.keys()])
    return [...waiting].flatMap(([conversation, events]) => {
      const one = known.get(conversation)
      return one === undefined ? [] : [{ conversation, events, ...one }]
    })
  }

  async commit(tx: Tx, turns: readonly TurnRecord[], now: number): Promise<void> {
    await this.#conversations.save(tx, turns, now)
    await this.#inbox.handled(
      tx,
      turns.flatMap(({ handled }) => handled),
      now,
    )
    await this.#outbox.add(tx, turns, now)
    await this.#timers.apply(tx, turns)
    await this.#jobs.enqueue(
      tx,
      turns.flatMap(({ conversation, jobs }) =>
        jobs.map(({ kind, token, payload }) => ({ kind, key: `${conversation}:${token}`, token, payload, conversation })),
      ),
      now,
    )
  }

  leave(tx: Tx, events: readonly TakenEvent[]): Promise<void> {
    return this.#inbox.leave(tx, events)
  }

  fail(tx: Tx, event: TakenEvent, aside: boolean, now: number): Promise<void> {
    return this.#inbox.fail(tx, event, aside, now)
  }

  post(tx: Tx, posts: readonly Post[], now: number): Promise<void> {
    return this.#inbox.post(tx, posts, now)
  }

  send(
    tx: Tx,
    to: { readonly conversation: number; readonly account: string },
    messages: readonly NewMessage[],
    now: number,
  ): Promise<void> {
    return this.#outbox.add(tx, [{ ...to, messages }], now)
  }

  due(tx: Tx, account: string, now: number, limit: number, busy: ReadonlySet<number>): Promise<readonly DueMessage[]> {
    return this.#outbox.due(tx, account, now, limit, busy)
  }

  sendAgain(tx: Tx, account: string, id: number, dueAt: number, tries: number): Promise<boolean> {
    return this.#outbox.sendAgain(tx, account, id, dueAt, tries)
  }

  settle(tx: Tx, settlements: readonly Settlement[], now: number): Promise<void> {
    return this.#outbox.settle(tx, settlements, now)
  }

  withdraw(tx: Tx, conversation: number): Promise<readonly string[]> {
    return this.#outbox.withdraw(tx, conversation)
  }

  subjectOf(tx: Tx, conversation: number, platformId: string): Promise<string | undefined> {
    return this.#outbox.subjectOf(tx, conversation, platformId)
  }

  async fireTimers(tx: Tx, now: number, limit: number): Promise<void> {
    await this.#inbox.post(tx, await this.#timers.take(tx, now, limit), now)
  }

  async nextDue(tx: Tx, now: number): Promise<number | null> {
    const [row] = await tx.$queryRaw<{ at: bigint | number | null }[]>`
      SELECT min(at) AS at FROM (
        SELECT min(dueAt) AS at FROM Timer UNION ALL
        SELECT min(dueAt) FROM Job WHERE status = 0 AND dueAt > ${now} UNION ALL
        SELECT min(leaseUntil) FROM Job WHERE status = 1 AND leaseUntil > ${now} UNION ALL
        SELECT min(dueAt) FROM Outbox WHERE status = 0 AND dueAt > ${now})`
    // A computed column has no type of its own: it comes as a bigint.
    return row === undefined || row.at === null ? null : Number(row.at)
  }

  takeJobs(tx: Tx, now: number, limit: number, leaseMs: number): Promise<readonly DueJob[]> {
    return this.#jobs.take(tx, now, limit, leaseMs)
  }

  async endJob(tx: Tx, job: DueJob, end: JobEnd, now: number): Promise<boolean> {
    const isOurs = await this.#jobs.end(tx, job, end, now)
    if (isOurs && end.is !== 'again' && end.event !== undefined && job.conversation !== null)
      await this.#inbox.post(tx, [{ conversation: job.conversation, key: `job:${job.id}`, event: end.event }], now)
    return isOurs
  }

  enqueue(tx: Tx, jobs: readonly NewJob[], now: number): Promise<void> {
    return this.#jobs.enqueue(tx, jobs, now)
  }

  isUnderWay(tx: Tx, keys: readonly string[]): Promise<boolean> {
    return this.#jobs.isUnderWay(tx, keys)
  }

  async conversationAt(tx: Tx, account: string, address: string, now: number): Promise<number> {
    const [conversation = 0] = await this.#conversations.at(tx, [{ account, address }], now)
    return conversation
  }

  async session(tx: Tx, conversation: number): Promise<{ account: string; session: Session } | undefined> {
    return (await this.#conversations.load(tx, [conversation])).get(conversation)
  }

  async forget(tx: Tx, { conversations, sessions, about }: Forgotten, now: number): Promise<void> {
    await this.#conversations.forget(tx, [...conversations, ...sessions], now)
    await this.#inbox.forget(tx, conversations, now)
    await this.#outbox.forget(tx, conversations, about)
    await this.#timers.forget(tx, conversations)
    await this.#jobs.forget(tx, conversations, now)
  }

  async remove(tx: Tx, conversations: readonly number[], now: number): Promise<void> {
    await this.forget(tx, { conversations, sessions: [], about: [] }, now)
    await this.#conversations.remove(tx, conversations, now)
  }

  look(): void {
    this.#inbox.look()
  }

  undone(): void {
    this.#conversations.rolledBack()
  }

  async purge(tx: Tx, before: number): Promise<void> {
    await tx.$executeRaw`DELETE FROM Inbox WHERE status = 1 AND handledAt < ${before}`
    await tx.$executeRaw`DELETE FROM Outbox WHERE status = 1 AND settledAt < ${before}`
    await tx.$executeRaw`DELETE FROM Job WHERE status IN (2, 3) AND finishedAt < ${before}`
  }

  rolledBack(): void {
    this.#conversations.rolledBack()
    this.#inbox.rolledBack()
    this.#outbox.rolledBack()
  }

  async depth(tx: Tx): Promise<Depth> {
    const [row] = await tx.$queryRaw<Depth[]>`
      SELECT (SELECT count(*) FROM Inbox WHERE status = 0) AS inbox, (SELECT count(*) FROM Outbox WHERE status = 0) AS outbox,
        (SELECT count(*) FROM Job WHERE status IN (0, 1)) AS jobs, (SELECT count(*) FROM Inbox WHERE status = 2) AS setAside,
        (SELECT count(*) FROM Outbox WHERE status = 2) AS dead`
    return {
      inbox: Number(row?.inbox ?? 0),
      outbox: Number(row?.outbox ?? 0),
      jobs: Number(row?.jobs ?? 0),
      setAside: Number(row?.setAside ?? 0),
      dead: Number(row?.dead ?? 0),
    }
  }
}
